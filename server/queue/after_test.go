package queue

import (
	"context"
	"testing"

	"rumah/shared/access"
	"rumah/shared/queue"
)

// A number that went on leads to the one it went on with: of the next queue
// of a visit, or of another where an officer sent it. A link tells nobody
// the id of either.
func TestNumbersLeadOn(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	for _, id := range []string{"anak", "gigi", "obat"} {
		e.queue(id, "rs")
	}
	e.exec(`UPDATE queues SET next_id = 'obat' WHERE id = 'anak'`)
	anak, gigi, obat := e.day("anak", 0, nil), e.day("gigi", 0, nil), e.day("obat", 0, nil)
	s := e.service(nil)
	rina, siti := staff(access.Counter, "", ""), e.citizen(s, "siti", "", "1")
	take := func(day string) queue.TicketView {
		t.Helper()
		got, err := s.Take(keyed(siti, "key"+day), queue.NewTicket{Day: day, Lane: queue.Regular})
		if err != nil {
			t.Fatal(err)
		}
		return see(t, s, siti, got.ID)
	}
	first := take(anak)
	if first.Onward != nil || first.Instead != nil {
		t.Errorf("a number that waits leads on: %+v", first)
	}
	e.must(s, anak, officer(queue.CallNext, "anak-1"))
	if _, err := s.Act(rina, queue.Act{Day: anak, Action: queue.Finish, Number: 1, Counter: "anak-1"}); err != nil {
		t.Fatal(err)
	}
	medicine := see(t, s, siti, first.Pass.ID).Onward
	if medicine == nil || medicine.Name != "Poli obat" || medicine.Label != "A-001" {
		t.Fatalf("after the poli: %+v", medicine)
	}
	if next := see(t, s, siti, medicine.ID); next.Pass.Day != obat || next.Pass.Stage != queue.Waiting {
		t.Errorf("it leads to %+v", next.Pass)
	}

	second := take(gigi)
	e.must(s, gigi, officer(queue.CallNext, "gigi-1"))
	e.queue("lain", "rs")
	other := e.day("lain", 0, nil)
	if _, err := s.Act(rina, queue.Act{Day: gigi, Action: queue.Move, Number: 1, Counter: "gigi-1", To: other}); err != nil {
		t.Fatal(err)
	}
	moved := see(t, s, siti, second.Pass.ID)
	if moved.Pass.Stage != queue.Moved || moved.Onward == nil || see(t, s, siti, moved.Onward.ID).Pass.Day != other {
		t.Errorf("after the move: %+v", moved.Onward)
	}
	shared, err := s.Shared(t.Context(), queue.Secret{Secret: moved.Pass.Share})
	if err != nil || shared.Onward == nil || shared.Onward.ID != "" || shared.Pass.Member != "" {
		t.Fatalf("by its link: %+v %v", shared.Onward, err)
	}
	if next, err := s.Shared(t.Context(), queue.Secret{Secret: shared.Onward.Share}); err != nil || next.Pass.Day != other {
		t.Errorf("a link leads to %+v %v", next.Pass, err)
	}
}

// Whoever the house did not serve is offered the next day on which the same
// queue gives numbers.
func TestAnotherDayInstead(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	e.exec(`INSERT INTO queue_sessions (queue_id, day, opens, closes, regular, priority, jkn, other) SELECT 'anak', d, 480, 960, CASE WHEN d = 2 THEN 0 ELSE -1 END, CASE WHEN d = 2 THEN 0 ELSE -1 END, -1, -1 FROM generate_series(0, 6) d`) // none on Tuesdays
	later := func(s *queue.State) { s.Head.Status = queue.Scheduled }
	today, _, after := e.day("anak", 0, nil), e.day("anak", 1, later), e.day("anak", 2, later)
	s := e.service(nil)
	e.exec(`INSERT INTO people (id, kind, name, created_at) VALUES ('petugas', 'staff', 'Rina', now())`)
	siti, boss := e.citizen(s, "siti", "", "1"), staff(access.Agency, "rumah-sakit", "")
	got, err := s.Take(keyed(siti, "key"), queue.NewTicket{Day: today, Lane: queue.Regular})
	if err != nil {
		t.Fatal(err)
	}
	date := see(t, s, siti, got.ID).Pass.Date
	if _, err := s.Absent(boss, queue.NewLeave{ID: "anak", From: date, To: date, Reason: "dr. Ratna sakit"}); err != nil {
		t.Fatal(err)
	}
	v := see(t, s, siti, got.ID)
	if v.Pass.Stage != queue.Cancelled || v.Instead == nil || v.Instead.Day != after || v.Instead.Date != date.Add(2) {
		t.Fatalf("after a leave: %+v", v.Instead)
	}
	if _, err := s.Absent(boss, queue.NewLeave{ID: "anak", From: date.Add(1), To: date.Add(40), Reason: "dr. Ratna sakit"}); err != nil {
		t.Fatal(err)
	}
	if v := see(t, s, siti, got.ID); v.Instead != nil {
		t.Errorf("nothing is open: %+v", v.Instead)
	}
}

// see is a number as its holder sees it.
func see(t *testing.T, s *Service, who context.Context, id string) queue.TicketView {
	t.Helper()
	v, err := s.Ticket(who, queue.TicketID{ID: id})
	if err != nil {
		t.Fatal(err)
	}
	return v
}
