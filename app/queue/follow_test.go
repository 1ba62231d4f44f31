package queue

import (
	"testing"

	"rumah/shared/queue"
)

// An answer brings a day further; what came another way before is let go,
// and what is missing is noticed.
func TestHeed(t *testing.T) {
	t.Parallel()
	var n news
	server := line(2)
	n.know(*server)
	act := func(c queue.Command) []queue.Event {
		t.Helper()
		events, err := server.Do(c, nine)
		if err != nil {
			t.Fatal(err)
		}
		return events
	}
	first := act(queue.Command{Action: queue.CallNext, Counter: "c3"})
	if _, err := n.heed("anak", act(queue.Command{Action: queue.Finish, Counter: "c3"})); err == nil {
		t.Error("a gap went unnoticed")
	}
	for want, events := range [][]queue.Event{nil, first, first} {
		fresh, err := n.heed("anak", events)
		if want = want % 2 * len(first); err != nil || len(fresh) != want {
			t.Errorf("%d events were news, want %d: %v", len(fresh), want, err)
		}
	}
	if day := n.day("anak"); day.Version != server.Version-1 || day.Counters[0].Number != 39 {
		t.Errorf("%+v", day)
	}
	if _, err := n.heed("gigi", first); err == nil {
		t.Error("events of a day that nobody knows")
	}
	stub := queue.State{Day: "anak", Epoch: "e"} // as an answer names a day
	n.know(stub)
	if n.day("anak").Version == 0 {
		t.Error("what was known is forgotten")
	}
}
