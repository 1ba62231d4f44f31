package queue

import (
	"context"
	"testing"
	"time"

	"rumah/shared/access"
	"rumah/shared/queue"
)

func TestVisitGoesOn(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	e.queue("obat", "rs")
	e.exec(`UPDATE queues SET next_id = 'obat' WHERE id = 'anak'`)
	day, obat := e.day("anak", 0, nil), e.day("obat", 0, nil)
	s := e.service(nil)
	rina := staff(access.Counter, "", "rs")
	siti := e.citizen(s, "siti", "", "1")
	if _, err := s.take(keyed(siti, "key"), queue.NewTicket{Day: day, Lane: queue.Regular, Payer: queue.JKN}); err != nil {
		t.Fatal(err)
	}
	act := func(a queue.Action) {
		t.Helper()
		if _, err := s.act(rina, queue.Act{Day: day, Action: a, Counter: "anak-1"}); err != nil {
			t.Fatal(err)
		}
		e.pass(time.Second)
	}
	act(queue.CallNext)
	act(queue.Finish)
	var row string
	e.scan(&row, `SELECT concat_ws(' ', n.account_id, n.payer, n.stage, n.visit_id = t.visit_id, v.place_id) FROM tickets n, tickets t, visits v WHERE n.day_id = $1 AND t.day_id = $2 AND v.id = n.visit_id`, obat, day)
	if row != "siti jkn waiting t rs" {
		t.Error(row)
	}
	act(queue.Undo)
	if state := sound(t, e.db, obat); state.Count[queue.Cancelled] != 1 {
		t.Errorf("who is called back still waits there: %v", state.Count)
	}
	act(queue.Finish)
	if state := sound(t, e.db, obat); state.Count[queue.Waiting] != 1 {
		t.Errorf("who was finished again does not go on: %v", state.Count)
	}
	// The server dies between the two queues.
	e.must(s, day, e.take("p"))
	e.must(s, day, officer(queue.CallNext, "anak-1"))
	e.must(s, day, officer(queue.Finish, "anak-1"))
	for range 2 {
		e.pass(30 * time.Second)
		if err := s.Resume(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if state := sound(t, e.db, obat); state.Count[queue.Waiting] != 2 || state.Last != 3 {
		t.Errorf("%v", state.Count)
	}
}
