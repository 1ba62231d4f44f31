package queue

import (
	"context"
	"testing"
	"time"

	"rumah/shared/access"
	"rumah/shared/queue"
)

// Who is served when the date changes is served to the end, by the same desk,
// and goes on from there; who waits is told that it is over.
func TestSomebodyIsServedPastMidnight(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("igd", "rs")
	e.queue("obat", "rs")
	e.exec(`UPDATE queues SET next_id = 'obat' WHERE id = 'igd'`)
	s := e.service(nil)
	day := e.day("igd", 0, nil)
	next := e.day("obat", 1, func(s *queue.State) {
		s.Head.Opens, s.Head.Closes = s.Head.Opens-8*time.Hour.Milliseconds(), s.Head.Closes+8*time.Hour.Milliseconds()
	})
	siti := e.citizen(s, "siti", "", "1")
	got, err := s.take(keyed(siti, "key"), queue.NewTicket{Day: day, Lane: queue.Regular})
	if err != nil {
		t.Fatal(err)
	}
	e.must(s, day, e.take("waits"))
	e.pass(13*time.Hour + 50*time.Minute) // 23:50
	e.must(s, day, officer(queue.CallNext, "igd-1"))
	sweep := func() {
		t.Helper()
		if err := s.Resume(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	e.pass(15 * time.Minute)
	for range 2 {
		sweep()
	}
	state := sound(t, e.db, day)
	if state.Head.Status != queue.Open || state.Count[queue.Called] != 1 || state.Count[queue.Unserved] != 1 {
		t.Fatalf("%+v %v", state.Head, state.Count)
	}
	mine, err := s.Tickets(siti, queue.TicketsOf{})
	if err != nil || len(mine.Live) != 1 || mine.Live[0].State.Day != day || len(mine.Past) != 0 {
		t.Errorf("%v: the number is not among the live ones: %+v", err, mine)
	}
	if v, err := s.Shared(context.Background(), queue.Secret{Secret: mine.Live[0].Pass.Share}); err != nil || v.Pass.Stage != queue.Called {
		t.Errorf("%v %+v", err, v.Pass)
	}
	rina := staff(access.Counter, "", "rs")
	desks, err := s.Desks(rina)
	if err != nil || len(desks.Places) != 1 || len(desks.Places[0].Queues) != 2 || desks.Places[0].Queues[0].Line.Day != day {
		t.Fatalf("%v: the desk cannot be found: %+v", err, desks)
	}
	e.pass(15 * time.Minute) // 00:20
	if _, err := s.act(rina, queue.Act{Day: day, Action: queue.Finish, Counter: "igd-1"}); err != nil {
		t.Fatal(err)
	}
	sweep()
	state = sound(t, e.db, day)
	if state.Head.Status != queue.Closed || state.Count[queue.Done] != 1 || state.Working() != 0 {
		t.Errorf("%+v %v", state.Head, state.Count)
	}
	if after := sound(t, e.db, next); after.Waiting() != 1 {
		t.Errorf("who is done goes on nowhere: %v", after.Count)
	}
	var ended time.Time
	e.scan(&ended, `SELECT ended_at FROM tickets WHERE id = $1`, got.ticket)
	if !ended.Equal(e.now()) {
		t.Errorf("ended at %s", ended.In(engineZone))
	}
	if desks, err := s.Desks(rina); err != nil || len(desks.Places[0].Queues) != 1 {
		t.Errorf("%v %+v", err, desks)
	}
}

// Where somebody forgot to finish people, their visits count as long as such
// visits are, not until the night.
func TestForgottenAtTheCounter(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	s := e.service(nil)
	day := e.day("anak", 0, nil)
	for range 3 {
		e.must(s, day, e.take(""))
	}
	e.must(s, day, officer(queue.CallNext, "anak-1"))
	e.must(s, day, officer(queue.Begin, "anak-1"))
	e.must(s, day, officer(queue.CallNext, "anak-2"))
	e.pass(20 * time.Minute)
	e.must(s, day, officer(queue.Recall, "anak-2")) // so late that the usual visit would be over
	e.pass(14 * time.Hour)
	if err := s.Resume(context.Background()); err != nil {
		t.Fatal(err)
	}
	if state := sound(t, e.db, day); state.Head.Status != queue.Closed || state.Count[queue.Done] != 2 {
		t.Fatalf("%+v %v", state.Head, state.Count)
	}
	f, err := s.Figures(staff(access.Agency, "rumah-sakit", ""), queue.FiguresOf{Queue: "anak", From: "2026-11-23", To: "2026-11-23"})
	if err != nil || len(f.Days) != 1 || f.Days[0].Visit.Most != 300 || f.Days[0].Served != 2 || f.Days[0].Unserved != 1 {
		t.Errorf("%v %+v", err, f.Days)
	}
}
