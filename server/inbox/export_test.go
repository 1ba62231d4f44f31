package inbox_test

import (
	"encoding/json"
	"strings"
	"testing"

	contract "rumah/shared/inbox"
)

// A copy has what somebody was told, wrote and wanted, and nothing of others
// or of how their phone is reached.
func TestCopy(t *testing.T) {
	t.Parallel()
	h := staffed(t)
	b := h.browser("siti", "hp")
	line := h.asks("siti", "ticket:9", "Kapan buka lagi?")
	h.asks("budi", "ticket:8", "Rahasia Budi")
	if _, err := h.Answer(h.desk("rina", "dinas"), contract.Answer{ID: line.ID, Text: "Hari Senin."}); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Configure(h.as("siti"), contract.Configure{Lang: "jv", Near: 5, Muted: []contract.Topic{contract.News}}); err != nil {
		t.Fatal(err)
	}
	e, err := h.Copy(t.Context(), "siti")
	if err != nil || len(e.Messages) != 2 || e.Messages[0].Read.IsZero() || !e.Messages[1].Read.IsZero() || e.Messages[1].Body != "Hari Senin." || e.Messages[1].Kind != string(contract.Answered) {
		t.Errorf("%+v %v", e.Messages, err)
	}
	if len(e.Replies) != 1 || e.Replies[0].Text != "Kapan buka lagi?" || len(e.Devices) != 1 || e.Devices[0].Name != "Chrome, Android" {
		t.Errorf("%+v %+v", e.Replies, e.Devices)
	}
	if s := e.Settings; s.Lang != "jv" || s.Near != 5 || len(s.Muted) != 1 || s.Muted[0] != "news" {
		t.Errorf("%+v", s)
	}
	text, err := json.Marshal(e)
	if err != nil || strings.Contains(string(text), "Budi") || strings.Contains(string(text), b.Endpoint) {
		t.Errorf("%s %v", text, err)
	}
	none, err := h.Copy(t.Context(), "wati")
	if text, _ := json.Marshal(none); err != nil || strings.Contains(string(text), "null") {
		t.Errorf("%s %v", text, err)
	}
}
