package inbox_test

import (
	"fmt"
	"testing"

	"github.com/prometheus/client_golang/prometheus"

	"rumah/server/inbox"
	contract "rumah/shared/inbox"
)

// Who looks after the house sees what becomes of messages, and how long it
// takes.
func TestMetrics(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.browser("siti", "hp")
	h.tell("siti", "read")
	h.exec(`UPDATE messages SET read_at = now()`)
	h.tell("siti", "a")
	h.tell("siti", "news", func(n *inbox.Note) { n.Kind, n.Thread = contract.Announced, "news" })
	h.start()
	for key, state := range map[string]string{"read": "needless", "a": "sent", "news": "sent"} {
		h.becomes(state, stateSQL, key)
	}
	registry := prometheus.NewRegistry()
	registry.MustRegister(h.Metrics()...)
	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{}
	for _, f := range families {
		for _, m := range f.GetMetric() {
			name := f.GetName()
			for _, l := range m.GetLabel() {
				name += " " + l.GetValue()
			}
			got[name] = m.GetCounter().GetValue() + float64(m.GetHistogram().GetSampleCount())
		}
	}
	want := map[string]float64{
		"inbox_deliveries_total needless now": 1, "inbox_deliveries_total sent now": 1, "inbox_deliveries_total sent calm": 1,
		"inbox_delivery_seconds now": 1, "inbox_delivery_seconds calm": 1,
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", got, want)
	}
}
