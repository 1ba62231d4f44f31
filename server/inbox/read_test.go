package inbox_test

import (
	"math"
	"testing"

	callapi "rumah/server/api"
	"rumah/server/inbox"
	"rumah/shared/fault"
	contract "rumah/shared/inbox"
)

// A cursor that we never wrote is a page or a wrong cursor, never a failure
// of ours.
func TestCursorsNobodyWrote(t *testing.T) {
	t.Parallel()
	h := staffed(t)
	h.tell("siti", "a")
	for _, after := range []int64{math.MinInt64, -1, math.MaxInt32, math.MaxInt32 + 1, math.MaxInt64} {
		list, err := h.List(h.as("siti"), contract.ListOf{After: callapi.Cursor(after)})
		if want := after > 0; err != nil || (len(list.Items) == 1) != want {
			t.Errorf("%d: %+v %v", after, list.Items, err)
		}
	}
	for _, rank := range []int{-1, 2, 99_999_999_999} {
		_, err := h.Talks(h.desk("rina", "dinas"), contract.TalksOf{After: callapi.Cursor(map[string]any{"Rank": rank, "At": 1, "ID": "a"})})
		if f := fault.From(err); f == nil || f.Code != fault.Invalid || f.Fields[0].Key != "cursor" {
			t.Errorf("rank %d: %v", rank, err)
		}
	}
}

// What waits to be read is counted as it is listed: by thread, on the bell, in
// the list and on the icon.
func TestUnreadAreThreads(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := h.browser("siti", "hp")
	for _, key := range []string{"a", "b", "c"} {
		h.tell("siti", key, func(n *inbox.Note) { n.Kind = contract.VisitOver })
	}
	h.exec(`UPDATE deliveries SET state = 'sent'`)
	h.tell("siti", "d", func(n *inbox.Note) { n.Thread = "ticket:2" })
	h.start()
	if p := h.pushed(b, "hp", 1)[0]; p.Unread != 2 {
		t.Errorf("the icon says %d", p.Unread)
	}
	list, err := h.List(h.as("siti"), contract.ListOf{Unread: true})
	if err != nil || len(list.Items) != 2 || list.Unread != 2 {
		t.Errorf("%+v %v", list, err)
	}
	v, err := h.Message(h.as("siti"), contract.ID{ID: list.Items[1].ID})
	if err != nil || v.Unread != 1 || len(v.Said) != 3 {
		t.Errorf("%+v %v", v, err)
	}
	if u, err := h.Archive(h.as("siti"), contract.Archive{ID: list.Items[0].ID}); err != nil || u.Count != 0 {
		t.Errorf("%+v %v", u, err)
	}
}
