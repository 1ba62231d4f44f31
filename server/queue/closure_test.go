package queue

import (
	"fmt"
	"sync"
	"testing"

	"rumah/shared/calendar"
	"rumah/shared/queue"
)

func TestLeaveCancelsAndIsTakenBack(t *testing.T) {
	t.Parallel()
	h := newTown(t)
	h.prepare("dinas-laut", "2026-12-21", "2026-12-23")
	h.do(tabib, queue.Command{Action: queue.OpenDay})
	h.do(tabib, queue.Command{Action: queue.Sit, Counter: "tabib-01", Who: "dr. Karang"})
	for range 3 {
		h.do(tabib, queue.Command{Action: queue.Take, Present: true})
	}
	h.do(tabib, queue.Command{Action: queue.CallNext, Counter: "tabib-01"})
	away, err := h.s.Absent(keeper, queue.NewLeave{ID: "tabib", From: "2026-12-21", To: "2026-12-29", Reason: "dr. Karang cuti"})
	if err != nil || len(away.Leaves) != 1 || away.Leaves[0].Struck != 2 {
		t.Fatalf("%+v %v", away.Leaves, err)
	}
	s := h.state(tabib)
	if s.Head.Status != queue.Stopped || s.Head.Reason != "dr. Karang cuti" || s.Count[queue.Cancelled] != 2 || s.Count[queue.Done] != 1 {
		t.Errorf("%+v %v", s.Head, s.Count)
	}
	// A day that is made in the leave is made cancelled, and says why.
	h.prepare("dinas-laut", "2026-12-21", "2026-12-28")
	if s := h.state("tabib-20261228-0800"); s.Head.Status != queue.Stopped || s.Head.Reason != "dr. Karang cuti" || s.Version != 0 {
		t.Errorf("%+v", s.Head)
	}
	_, err = h.s.Absent(keeper, queue.NewLeave{ID: "tabib", From: "2026-12-29", To: "2026-12-30", Reason: "lagi"})
	key(t, err, "leave_twice")
	back, err := h.s.Present(keeper, queue.LeaveID{ID: "tabib", Leave: away.Leaves[0].ID})
	if err != nil || len(back.Leaves) != 0 {
		t.Fatalf("%+v %v", back.Leaves, err)
	}
	s = h.state(tabib)
	if s.Head.Status != queue.Scheduled || s.Head.Reason != "" || s.Head.Regular.Taken != 0 || s.Payers[queue.Other].Taken != 0 || len(s.Tickets) != 0 {
		t.Errorf("%+v %v", s.Head, s.Payers)
	}
	if got := h.do(tabib, queue.Command{Action: queue.Take}); got.number != 4 {
		t.Errorf("number %d", got.number)
	}
	if s := h.state("tabib-20261228-0800"); s.Head.Status != queue.Scheduled {
		t.Errorf("%+v", s.Head)
	}
	_, err = h.s.Present(keeper, queue.LeaveID{ID: "tabib", Leave: away.Leaves[0].ID})
	key(t, err, "unknown")
	// The log and the tables say the same to a server that has seen nothing.
	fresh, err := h.open().state(t.Context(), tabib)
	if err != nil || fresh.Version != h.state(tabib).Version || fresh.Head != h.state(tabib).Head {
		t.Errorf("%+v %v", fresh, err)
	}
	same(t, "taken", h.column(`SELECT regular_taken || ' ' || other_taken || ' ' || status FROM queue_days WHERE id = ?`, tabib), []string{"1 1 scheduled"})
}

func TestLeaveIsLookedAt(t *testing.T) {
	t.Parallel()
	h := newTown(t)
	for want, days := range map[string][2]calendar.Date{
		"days_order": {"2026-12-23", "2026-12-22"}, "days_past": {"2026-12-01", "2026-12-20"}, "leave_long": {"2026-12-22", "2028-01-01"}, "date": {"2026-12-32", "2026-12-33"},
	} {
		_, err := h.s.Absent(keeper, queue.NewLeave{ID: "tabib", From: days[0], To: days[1], Reason: "cuti"})
		key(t, err, want)
	}
}

// What a server left undone, and what happened outside of it, is mended by
// the next look.
func TestTendBringsInLine(t *testing.T) {
	t.Parallel()
	h := newTown(t)
	h.prepare("dinas-laut", "2026-12-21", "2026-12-28")
	h.prepare("loket-hulu", "2026-12-21", "2026-12-28")
	lapor := "lapor-20261222-0800"
	h.do(lapor, queue.Command{Action: queue.Take})
	h.do("tabib-20261223-0800", queue.Command{Action: queue.Take})
	for _, sql := range []string{
		`INSERT INTO days_off (date, name, kind, source_id) SELECT '2026-12-22', 'Hari Pelaut', 'holiday', id FROM sources LIMIT 1`,
		`INSERT INTO queue_closures (id, queue_id, from_date, to_date, reason, made_at) VALUES ('c', 'tabib', '2026-12-23', '2026-12-23', 'rapat', now())`,
		`UPDATE queue_sessions SET regular = 7 WHERE queue_id = 'tabib' AND opens = 480`,
	} {
		if _, err := h.db.ExecContext(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		if err := h.s.Tend(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if s := h.state(lapor); s.Head.Status != queue.Stopped || s.Head.Reason != "Hari Pelaut" || s.Count[queue.Cancelled] != 1 {
		t.Errorf("%+v", s.Head)
	}
	if s := h.state("tabib-20261223-0800"); s.Head.Reason != "rapat" {
		t.Errorf("%+v", s.Head)
	}
	if s := h.state("tabib-20261228-0800"); s.Head.Regular.Limit != 7 {
		t.Errorf("%+v", s.Head)
	}
	same(t, "struck", h.column(`SELECT struck::text FROM queue_closures`), []string{"1"})
}

// People take numbers and look at days while a doctor falls ill: in the end
// every day of the leave is cancelled, and every number with it.
func TestLeaveInTheMiddleOfTheRush(t *testing.T) {
	t.Parallel()
	h := newTown(t)
	h.prepare("dinas-laut", "2026-12-21", "2026-12-21")
	h.state(tabib)
	other := h.open()
	var wg sync.WaitGroup
	for n := range 8 {
		wg.Go(func() {
			for i := range 3 {
				// Some come too late, and are told so.
				_, _ = other.do(t.Context(), tabib, wish{
					Command: queue.Command{Action: queue.Take, Lane: queue.Regular},
					holder:  &holder{requester: "ramai", key: fmt.Sprintf("%d-%d", n, i), via: "kiosk", age: -1, payer: queue.Other},
				})
				if err := other.prepare(t.Context(), "tabib", "", "2026-12-21", "2026-12-28"); err != nil {
					t.Error(err)
				}
			}
		})
	}
	if _, err := h.s.Absent(keeper, queue.NewLeave{ID: "tabib", From: "2026-12-21", To: "2026-12-28", Reason: "dr. Karang sakit"}); err != nil {
		t.Error(err)
	}
	wg.Wait()
	if err := h.s.Tend(t.Context()); err != nil {
		t.Fatal(err)
	}
	same(t, "days that take place", h.column(`SELECT id FROM queue_days WHERE status <> 'cancelled' AND queue_id = 'tabib'`), []string{})
	same(t, "numbers that are left", h.column(`SELECT id FROM tickets WHERE stage <> 'cancelled'`), []string{})
	same(t, "all are counted", h.column(`SELECT (struck = (SELECT count(*) FROM tickets))::text FROM queue_closures`), []string{"true"})
}
