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

// visiting is a poli after which people go to a pharmacy.
type visiting struct {
	*engine
	s          *Service
	anak, obat string
}

func newVisiting(t *testing.T, obat func(*queue.State)) *visiting {
	t.Helper()
	e := newEngine(t)
	e.queue("anak", "rs")
	e.queue("obat", "rs")
	e.exec(`UPDATE queues SET next_id = 'obat' WHERE id = 'anak'`)
	return &visiting{e, e.service(nil), e.day("anak", 0, nil), e.day("obat", 0, obat)}
}

// served takes a number, calls and finishes it; it is the id of the ticket.
func (v *visiting) served(person string, actions ...queue.Action) string {
	v.t.Helper()
	got := v.must(v.s, v.anak, v.take(person))
	for _, a := range append([]queue.Action{queue.CallNext}, actions...) {
		if _, err := v.s.act(staff(access.Counter, "", "rs"), queue.Act{Day: v.anak, Action: a, Counter: "anak-1"}); err != nil {
			v.t.Fatal(err)
		}
		v.pass(time.Second)
	}
	return got.ticket
}

// next is the step after the poli, as ticket and desk show it.
func (v *visiting) next(ticket string) queue.Step {
	v.t.Helper()
	visits, err := v.s.visits(context.Background(), []string{ticket})
	if err != nil {
		v.t.Fatal(err)
	}
	steps := visits[ticket]
	return steps[len(steps)-1]
}

func (v *visiting) resume() {
	v.t.Helper()
	v.pass(queue.UndoFor + time.Second)
	if err := v.s.Resume(context.Background()); err != nil {
		v.t.Fatal(err)
	}
}

func (v *visiting) held(ticket string, why queue.Held) {
	v.t.Helper()
	if step := v.next(ticket); step.Status != queue.StepNext || step.Held != why {
		v.t.Errorf("held by %q, not %q: %+v", step.Held, why, step)
	}
}

// Where there is no room people are told so, at the counter already, and get
// their numbers in the order they came as soon as there is.
func TestVisitGoesOnIntoAFullQueue(t *testing.T) {
	t.Parallel()
	v := newVisiting(t, func(s *queue.State) { s.Head.Regular.Limit = 2 })
	v.must(v.s, v.obat, v.take("a"))
	first := v.served("siti")
	if step := v.next(first); step.Held != "" || step.Status != queue.StepNext {
		t.Errorf("there is room, and %+v", step)
	}
	v.must(v.s, v.obat, v.take("b"))
	v.held(first, queue.HeldFull)
	v.must(v.s, v.anak, officer(queue.Finish, "anak-1")) // its server dies here
	v.pass(time.Second)
	second := v.served("budi", queue.Finish)
	v.held(first, queue.HeldFull)
	v.held(second, queue.HeldFull)
	v.resume()
	v.held(first, queue.HeldFull)
	v.must(v.s, v.obat, wish{Command: queue.Command{Action: queue.Cancel, Number: 1}})
	v.held(first, queue.HeldSoon)
	v.resume()
	v.held(second, queue.HeldFull)
	if step := v.next(first); step.Status != queue.StepNow || step.Label == "" {
		t.Errorf("%+v", step)
	}
	v.pass(resumable)
	v.held(second, "")
	v.must(v.s, v.obat, wish{Command: queue.Command{Action: queue.Cancel, Number: 2}})
	v.resume()
	if state := sound(t, v.db, v.obat); state.Last != 3 {
		t.Error("somebody who left hours ago was given a number")
	}
}

func TestVisitGoesOnIntoAClosedQueue(t *testing.T) {
	t.Parallel()
	v := newVisiting(t, nil)
	v.must(v.s, v.obat, wish{Command: queue.Command{Action: queue.Stop, Reason: "Stok opname"}})
	ticket := v.served("siti", queue.Finish)
	v.held(ticket, queue.HeldClosed)
	if step := v.next(ticket); step.Reason != "Stok opname" {
		t.Errorf("%+v", step)
	}
	v.must(v.s, v.obat, wish{Command: queue.Command{Action: queue.Reopen}})
	v.resume()
	if step := v.next(ticket); step.Status != queue.StepNow {
		t.Errorf("it opens after all, and %+v", step)
	}
	v.must(v.s, v.obat, wish{Command: queue.Command{Action: queue.OpenDay}})
	v.must(v.s, v.obat, wish{Command: queue.Command{Action: queue.CloseDay}})
	late := v.served("budi", queue.Finish)
	v.held(late, queue.HeldClosed)

	// Another session of the day is as good, and so is the queue after one
	// that was taken away.
	v.queue("kasir", "rs")
	v.exec(`UPDATE queues SET active = false, next_id = 'kasir' WHERE id = 'obat'`)
	v.held(late, queue.HeldClosed) // it does not open today
	kasir := v.day("kasir", 0, func(s *queue.State) { s.Head.Status = queue.Scheduled })
	v.held(late, queue.HeldSoon)
	v.resume()
	if state := sound(t, v.db, kasir); state.Waiting() != 1 {
		t.Errorf("%+v", state)
	}
	v.exec(`UPDATE queues SET next_id = NULL WHERE id = 'obat'`)
	if visits, err := v.s.visits(context.Background(), []string{v.served("ani", queue.Finish)}); err != nil || len(visits) != 0 {
		t.Errorf("%v %+v", err, visits)
	}
}

// Who took a number there themselves is neither held up nor given another,
// also when they have been served with it before the sweep looks.
func TestVisitWithANumberAlready(t *testing.T) {
	t.Parallel()
	v := newVisiting(t, func(s *queue.State) { s.Head.Regular.Limit = 2 })
	v.must(v.s, v.obat, v.take("siti"))
	v.must(v.s, v.obat, v.take("full"))
	ticket := v.served("siti", queue.Finish)
	v.held(ticket, "")
	v.must(v.s, v.obat, officer(queue.CallNext, "obat-1"))
	v.must(v.s, v.obat, officer(queue.Finish, "obat-1"))
	v.must(v.s, v.obat, wish{Command: queue.Command{Action: queue.Cancel, Number: 2}})
	v.held(ticket, "")
	v.resume()
	if state := sound(t, v.db, v.obat); state.Last != 2 {
		t.Errorf("a second number: %v", state.Count)
	}
	again := v.served("siti", queue.Finish) // another visit of the same day
	if step := v.next(again); step.Status != queue.StepNow {
		t.Errorf("%+v", step)
	}
}

// Who comes by the priority lane waits in the regular one where the other is
// full.
func TestVisitGoesOnIntoAFullLane(t *testing.T) {
	t.Parallel()
	v := newVisiting(t, func(s *queue.State) { s.Head.Priority.Limit = 1 })
	for i := range 2 {
		w := v.take(string(rune('a' + i)))
		w.Lane = queue.Priority
		v.must(v.s, v.anak, w)
		v.must(v.s, v.anak, officer(queue.CallNext, "anak-1"))
		v.must(v.s, v.anak, officer(queue.Finish, "anak-1"))
	}
	v.resume()
	if state := sound(t, v.db, v.obat); state.Head.Priority.Taken != 1 || state.Head.Regular.Taken != 1 {
		t.Errorf("%+v", state.Head)
	}
}

// A pharmacy that still serves people after its hours gives numbers to those
// who come from a poli, and to nobody else.
func TestVisitGoesOnAfterHours(t *testing.T) {
	t.Parallel()
	v := newVisiting(t, nil)
	v.must(v.s, v.anak, v.take("siti"))
	v.must(v.s, v.anak, v.take("budi"))
	v.pass(7 * time.Hour) // an hour after closing
	v.refused(v.s, v.obat, v.take("late"), "queue_over")
	v.must(v.s, v.anak, officer(queue.CallNext, "anak-1"))
	if _, err := v.s.act(staff(access.Counter, "", "rs"), queue.Act{Day: v.anak, Action: queue.CallNext, Counter: "anak-1"}); err != nil {
		t.Fatal(err)
	}
	if state := sound(t, v.db, v.obat); state.Waiting() != 1 {
		t.Errorf("%v", state.Count)
	}
	if _, err := v.s.act(staff(access.Counter, "", "rs"), queue.Act{Day: v.anak, Action: queue.Move, Number: 2, Counter: "anak-1", To: v.obat}); err != nil {
		t.Error(err)
	}
	v.must(v.s, v.obat, officer(queue.CallNext, "obat-1"))
	v.must(v.s, v.obat, officer(queue.CallNext, "obat-1"))
	v.must(v.s, v.obat, officer(queue.Finish, "obat-1"))
	v.must(v.s, v.obat, wish{Command: queue.Command{Action: queue.CloseDay}})
	asleep := v.day("anak", -1, func(s *queue.State) { s.Head.Status = queue.Scheduled })
	in := v.take("")
	in.Inside = true
	v.refused(v.s, asleep, in, "queue_over") // nobody ever opened it
}

// A day that is broken holds up those who go there, and nobody else.
func TestOneBrokenDayHoldsUpNobodyElse(t *testing.T) {
	t.Parallel()
	v := newVisiting(t, nil)
	v.queue("gigi", "rs")
	v.queue("kasir", "rs")
	v.exec(`UPDATE queues SET next_id = 'kasir' WHERE id = 'gigi'`)
	gigi, kasir := v.day("gigi", 0, nil), v.day("kasir", 0, nil)
	v.exec(`UPDATE queue_days SET version = 7 WHERE id = $1`, v.obat) // its log is lost
	for day, counter := range map[string]string{v.anak: "anak-1", gigi: "gigi-1"} {
		v.must(v.s, day, v.take(""))
		v.must(v.s, day, officer(queue.CallNext, counter))
		v.must(v.s, day, officer(queue.Finish, counter))
		v.pass(time.Second) // who goes to the broken one is not always first
	}
	v.pass(queue.UndoFor)
	old, older := v.day("gigi", -1, nil), v.day("anak", -1, nil)
	v.exec(`UPDATE queue_days SET version = 7 WHERE id = $1`, older)
	if err := v.s.Resume(context.Background()); err == nil {
		t.Error("nobody is told that a day is broken")
	}
	if state := sound(t, v.db, kasir); state.Waiting() != 1 {
		t.Errorf("%v", state.Count)
	}
	if state := sound(t, v.db, old); state.Head.Status != queue.Closed {
		t.Errorf("%+v", state.Head)
	}
}
