package queue

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// transfer is a place with two queues where people are sent to and fro.
type transfer struct {
	*engine
	s          *Service
	anak, gigi string // today
}

func newTransfer(t *testing.T) *transfer {
	t.Helper()
	e := newEngine(t)
	e.queue("anak", "rs")
	e.queue("gigi", "rs")
	return &transfer{e, e.service(nil), e.day("anak", 0, nil), e.day("gigi", 0, func(s *queue.State) { s.Head.Priority.Limit = 0; s.Head.Regular.Limit = 2 })}
}

func (x *transfer) act(a queue.Act) error {
	_, err := x.s.act(staff(access.Counter, "", ""), a)
	return err
}

func (x *transfer) move(number int, counter string) error {
	return x.act(queue.Act{Day: x.anak, Action: queue.Move, Number: number, Counter: counter, To: x.gigi})
}

func (x *transfer) undo(counter string) error {
	return x.act(queue.Act{Day: x.anak, Action: queue.Undo, Counter: counter})
}

func (x *transfer) done(err error) {
	x.t.Helper()
	if err != nil {
		x.t.Fatal(err)
	}
}

// both are the two days, whose tables are their logs.
func (x *transfer) both() (anak, gigi *queue.State) {
	x.t.Helper()
	return sound(x.t, x.db, x.anak), sound(x.t, x.db, x.gigi)
}

func TestMove(t *testing.T) {
	t.Parallel()
	x := newTransfer(t)
	x.queue("izin", "kantor")
	siti := x.citizen(x.s, "siti", "", "1")
	if _, err := x.s.take(keyed(siti, "key"), queue.NewTicket{Day: x.anak, Lane: queue.Priority, Ground: "elderly"}); err != nil {
		t.Fatal(err)
	}
	x.must(x.s, x.anak, officer(queue.CallNext, "anak-1"))
	for _, to := range []string{x.day("izin", 0, nil), x.day("gigi", 1, nil), x.anak, "tidak-ada"} { // nobody is there tomorrow already
		wantKey(t, x.act(queue.Act{Day: x.anak, Action: queue.Move, Number: 1, Counter: "anak-1", To: to}), "choice")
	}
	wantKey(t, x.move(9, ""), "ticket_over")
	x.done(x.move(1, "anak-1"))
	var row string
	x.scan(&row, `SELECT concat_ws(' ', account_id, holder, ground, lane, via, stage, present) FROM tickets WHERE day_id = $1`, x.gigi)
	if row != "siti Siti elderly regular move waiting t" {
		t.Error(row)
	}
	wantKey(t, x.move(1, "anak-1"), "ticket_over") // a second tap

	// Where there is no room nobody goes.
	x.must(x.s, x.anak, x.take(""))
	x.must(x.s, x.gigi, x.take("full"))
	before, _ := x.both()
	wantKey(t, x.move(2, ""), "quota_full")
	if after, gigi := x.both(); !reflect.DeepEqual(before, after) || gigi.Last != 2 {
		t.Errorf("%+v\n%+v", before, after)
	}
	x.must(x.s, x.gigi, wish{Command: queue.Command{Action: queue.Cancel, Number: 2}})
	x.done(x.move(2, ""))
	if anak, gigi := x.both(); anak.Count[queue.Moved] != 2 || gigi.Count[queue.Waiting] != 2 {
		t.Errorf("%v %v", anak.Count, gigi.Count)
	}
}

// A move that is taken back leaves the first queue as it was, and the place
// in the other one to others.
func TestUndoOfMove(t *testing.T) {
	t.Parallel()
	x := newTransfer(t)
	for i := range 4 {
		x.must(x.s, x.anak, x.take(fmt.Sprint("p", i)))
	}
	x.must(x.s, x.anak, officer(queue.CallNext, "anak-1"))
	x.must(x.s, x.anak, officer(queue.Begin, "anak-1"))
	x.must(x.s, x.anak, wish{Command: queue.Command{Action: queue.Out, Number: 2, Places: 1}})
	back := func(number int) {
		t.Helper()
		before, _ := x.both()
		x.done(x.move(number, "anak-1"))
		x.pass(9 * time.Second)
		x.done(x.undo("anak-1"))
		after, gigi := x.both()
		if before.Version += 2; !reflect.DeepEqual(before, after) {
			t.Errorf("before %+v\nafter  %+v", before, after)
		}
		if gigi.Head.Regular.Taken != 0 || len(gigi.Tickets) != 0 {
			t.Errorf("%+v", gigi)
		}
		wantKey(t, x.undo("anak-1"), "undo_nothing")
		x.pass(time.Second)
	}
	back(1) // from the counter
	back(2) // who stepped out, still away
	back(1) // the same once more

	x.done(x.move(1, "anak-1"))
	x.pass(11 * time.Second)
	wantKey(t, x.undo("anak-1"), "undo_late")
	if anak, gigi := x.both(); anak.Count[queue.Moved] != 1 || gigi.Waiting() != 1 {
		t.Errorf("%v %v", anak.Count, gigi.Count)
	}

	// Called there, it is too late, and nothing happens on either side.
	x.done(x.move(3, "anak-1"))
	x.must(x.s, x.gigi, officer(queue.CallNext, "gigi-1"))
	x.must(x.s, x.gigi, officer(queue.CallNext, "gigi-2"))
	anak, gigi := x.both()
	wantKey(t, x.undo("anak-1"), "undo_moved")
	if a, g := x.both(); !reflect.DeepEqual(anak, a) || !reflect.DeepEqual(gigi, g) {
		t.Errorf("%+v\n%+v", a, g)
	}

	// Who gave the number there back themselves comes back alone.
	x.must(x.s, x.gigi, officer(queue.Finish, "gigi-1"))
	change := gigi.Head
	change.Regular.Limit = -1
	x.must(x.s, x.gigi, wish{Command: queue.Command{Action: queue.Change, Head: &change}})
	x.done(x.move(4, "anak-1"))
	x.must(x.s, x.gigi, wish{Command: queue.Command{Action: queue.Cancel, Number: gigi.Last + 1}})
	x.done(x.undo("anak-1"))
	x.pass(time.Second)

	// Who was sent on from there is not here any more.
	x.queue("tht", "rs")
	tht := x.day("tht", 0, nil)
	got := x.must(x.s, x.anak, x.take(""))
	x.done(x.move(got.number, "anak-2"))
	_, gigi = x.both()
	x.done(x.act(queue.Act{Day: x.gigi, Action: queue.Move, Number: gigi.Last, Counter: "gigi-2", To: tht}))
	wantKey(t, x.undo("anak-2"), "undo_changed")
	x.done(x.act(queue.Act{Day: x.gigi, Action: queue.Undo, Counter: "gigi-2"}))
	x.done(x.undo("anak-2"))
	if a, g := x.both(); len(a.Tickets) != 3 || g.Waiting() != 0 || len(sound(t, x.db, tht).Tickets) != 0 {
		t.Errorf("%v %v", a.Count, g.Count)
	}

	// Who took another number here meanwhile keeps the one there.
	x.done(x.move(4, "anak-1"))
	x.must(x.s, x.anak, x.take("p3"))
	wantKey(t, x.undo("anak-1"), "ticket_twice")
	if a, g := x.both(); a.Count[queue.Moved] != 3 || g.Waiting() != 1 {
		t.Errorf("%v %v", a.Count, g.Count)
	}
}

// While one server takes a move back, another calls the number: it is either
// back or called, never both.
func TestUndoOfMoveAgainstACall(t *testing.T) {
	t.Parallel()
	x := newTransfer(t)
	x.exec(`UPDATE queue_days SET regular_limit = -1, first = jsonb_set(first::jsonb, '{head,regular,of}', '-1') WHERE id = $1`, x.gigi)
	there := x.service(nil)
	back, called := 0, 0
	for i := range 40 {
		got := x.must(x.s, x.anak, x.take(fmt.Sprint("p", i)))
		x.done(x.move(got.number, "anak-1"))
		var wg sync.WaitGroup
		var undone, call error
		wg.Go(func() { undone = x.undo("anak-1") })
		wg.Go(func() { _, call = there.do(context.Background(), x.gigi, officer(queue.CallNext, "gigi-1")) })
		wg.Wait()
		switch {
		case undone == nil && call != nil && fault.From(call).Key == "nobody_waiting":
			back++
			x.must(x.s, x.anak, wish{Command: queue.Command{Action: queue.Cancel, Number: got.number}})
		case call == nil && undone != nil && fault.From(undone).Key == "undo_moved":
			called++
			x.must(there, x.gigi, officer(queue.Finish, "gigi-1"))
		default:
			t.Fatalf("undo: %v, call: %v", undone, call)
		}
		x.pass(time.Second)
	}
	if anak, gigi := x.both(); anak.Count[queue.Moved] != called || gigi.Count[queue.Done] != called || gigi.Count[queue.Cancelled] != back {
		t.Errorf("%d back, %d called: %v %v", back, called, anak.Count, gigi.Count)
	}
	t.Logf("%d were back, %d were called", back, called)
}

// Wherever the database dies in a move or in taking one back, both halves
// have happened or none.
func TestNobodyIsBetweenTwoQueues(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		when string
		undo bool
	}{
		"in the first half of a move":  {"UPDATE ON tickets FOR EACH ROW WHEN (NEW.stage = 'moved')", false},
		"in the second half of a move": {"INSERT ON tickets FOR EACH ROW WHEN (NEW.via = 'move')", false},
		"in the first half of an undo": {"UPDATE ON tickets FOR EACH ROW WHEN (OLD.stage = 'moved')", true},
		"in the other half of an undo": {"UPDATE ON tickets FOR EACH ROW WHEN (NEW.stage = 'cancelled')", true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := newTransfer(t)
			x.must(x.s, x.anak, x.take("siti"))
			do := func() error { return x.move(1, "anak-1") }
			if c.undo {
				x.done(do())
				do = func() error { return x.undo("anak-1") }
			}
			anak, gigi := x.both()
			x.exec(`CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END'`)
			x.exec(`CREATE TRIGGER die AFTER ` + c.when + ` EXECUTE FUNCTION die()`)
			if err := do(); err == nil || fault.From(err).Code != fault.Broken {
				t.Fatalf("answered %v", err)
			}
			if a, g := x.both(); !reflect.DeepEqual(anak, a) || !reflect.DeepEqual(gigi, g) {
				t.Errorf("before %+v\n%+v\nafter %+v\n%+v", anak, gigi, a, g)
			}
			x.exec(`DROP TRIGGER die ON tickets`)
			x.done(do())
			if a, g := x.both(); len(a.Tickets)+len(g.Tickets) != 1 || (len(a.Tickets) == 1) != c.undo {
				t.Errorf("%+v\n%+v", a, g)
			}
		})
	}
}

// Connections are cut all the time while people are sent to and fro, some of
// them twice in a millisecond: each of them has one number, wherever it is.
func TestMovesWithLostConnections(t *testing.T) {
	t.Parallel()
	x := newTransfer(t)
	x.exec(`UPDATE queue_days SET regular_limit = -1, first = jsonb_set(first::jsonb, '{head,regular,of}', '-1') WHERE id = $1`, x.gigi)
	const people = 6
	for i := range people {
		x.must(x.s, x.anak, x.take(fmt.Sprint("p", i)))
	}
	stop := x.cutting(50 * time.Millisecond)
	var wg sync.WaitGroup
	for i := range people {
		wg.Go(func() {
			for n := range 12 {
				day, to, counter := x.anak, x.gigi, fmt.Sprintf("anak-%d", i%2+1)
				number := x.holds(fmt.Sprint("p", i), day)
				if number == 0 {
					day, to, counter = to, day, fmt.Sprintf("gigi-%d", i%2+1)
					number = x.holds(fmt.Sprint("p", i), day)
				}
				err := x.act(queue.Act{Day: day, Action: queue.Move, Number: number, To: to, Counter: counter})
				if n%3 == 2 {
					err = x.act(queue.Act{Day: day, Action: queue.Undo, Counter: counter})
				}
				if err != nil && fault.From(err).Code != fault.Broken && fault.From(err).Code != fault.Conflict {
					t.Error(err)
				}
				x.pass(time.Millisecond)
			}
		})
	}
	wg.Wait()
	if cut := stop(); cut == 0 {
		t.Error("no connection was cut")
	}
	anak, gigi := x.both()
	if len(anak.Tickets)+len(gigi.Tickets) != people {
		t.Errorf("%d people have %d numbers here and %d there", people, len(anak.Tickets), len(gigi.Tickets))
	}
	for i := range people {
		if x.holds(fmt.Sprint("p", i), x.anak) == 0 && x.holds(fmt.Sprint("p", i), x.gigi) == 0 {
			t.Errorf("person %d has no number", i)
		}
	}
}

// holds is the live number of a person in a day; 0 for none.
func (x *transfer) holds(person, day string) (number int) {
	for range 100 { // its connection may be cut, too
		err := x.db.Raw().QueryRow(context.Background(), `SELECT coalesce(max(number), 0) FROM tickets WHERE day_id = $1 AND person = $2 AND ended_at IS NULL`, day, person).Scan(&number)
		if err == nil {
			return number
		}
	}
	x.t.Errorf("nobody tells which number %s has", person)
	return 0
}

// A server of the version before was killed between the two halves, or an
// undo overtook the number people went on with: they keep the one where they
// are.
func TestNumbersOfPeopleWhoAreElsewhereAreTakenBack(t *testing.T) {
	t.Parallel()
	x := newTransfer(t)
	x.exec(`UPDATE queue_days SET regular_limit = -1, first = jsonb_set(first::jsonb, '{head,regular,of}', '-1') WHERE id = $1`, x.gigi)
	half := func(key func(ticket string) string) (here done) {
		t.Helper()
		here = x.must(x.s, x.anak, x.take(""))
		w := x.take("")
		w.holder.via, w.holder.requester, w.holder.key = "move", house, key(here.ticket)
		x.must(x.s, x.gigi, w)
		return here
	}
	moved := func(ticket string) string { return "move:" + ticket }
	half(moved) // called there
	half(moved)
	half(func(ticket string) string { return onwardKey(ticket, x.now()) })
	gone := half(moved) // has none here any more
	x.must(x.s, x.gigi, officer(queue.CallNext, "gigi-1"))
	x.must(x.s, x.anak, wish{Command: queue.Command{Action: queue.Cancel, Number: gone.number}})
	live := func() (list []int) {
		t.Helper()
		x.done(x.s.Resume(context.Background()))
		for _, ticket := range sound(t, x.db, x.gigi).Tickets {
			list = append(list, ticket.Number)
		}
		return list
	}
	if got := live(); len(got) != 4 {
		t.Errorf("what is under way was touched: %v", got)
	}
	x.pass(2 * time.Minute)
	if got := live(); !slices.Equal(got, []int{1, 4}) {
		t.Errorf("%v are left", got)
	}
}
