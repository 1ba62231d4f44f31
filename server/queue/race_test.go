package queue

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"rumah/shared/queue"
)

// One person takes, gives back and takes again at two servers at once, with a
// NIK known to two accounts: they never hold two numbers of a day.
func TestTakingAndGivingBackAtTwoServers(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	day := e.day("anak", 0, nil)
	servers := []*Service{e.service(nil), e.service(nil)}
	people := []context.Context{e.citizen(servers[0], "siti", "", "1"), e.citizen(servers[0], "kembar", "", "1")}
	var wg sync.WaitGroup
	for n := range 8 {
		s, who := servers[n%2], people[n/2%2]
		wg.Go(func() {
			for i := range 3 {
				got, err := s.take(keyed(who, fmt.Sprint("key-", n, "-", i)), queue.NewTicket{Day: day, Lane: queue.Regular})
				if err != nil {
					continue // ticket_twice, or enough
				}
				o, err := s.owned(who, got.ticket)
				if err != nil {
					t.Error(err)
					return
				}
				_, _ = s.changeOwned(who, o, queue.Command{Action: queue.Cancel})
			}
		})
	}
	wg.Wait()
	state := sound(t, e.db, day)
	if live := len(state.Tickets); live > 1 || state.Last == 0 {
		t.Errorf("%d numbers of one person are live, %d were given", live, state.Last)
	}
}

// An officer brings somebody back who was absent, and who meanwhile took
// another number.
func TestAbsentComesBackWithAnotherNumber(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	day := e.day("anak", 0, nil)
	s := e.service(nil)
	siti := e.citizen(s, "siti", "", "1")
	take := func(key string) {
		t.Helper()
		if _, err := s.take(keyed(siti, key), queue.NewTicket{Day: day, Lane: queue.Regular}); err != nil {
			t.Fatal(err)
		}
	}
	take("key-1")
	e.must(s, day, officer(queue.CallNext, "anak-1"))
	e.must(s, day, officer(queue.NotPresent, "anak-1"))
	take("key-2")
	back := wish{Command: queue.Command{Action: queue.Return, Number: 1, Places: 1}}
	e.refused(s, day, back, "ticket_twice")
	e.must(s, day, wish{Command: queue.Command{Action: queue.Cancel, Number: 2}})
	e.must(s, day, back)
	if state := sound(t, e.db, day); len(state.Tickets) != 1 || state.Tickets[0].Number != 1 {
		t.Errorf("%+v", state.Tickets)
	}
	// Undoing an absence is refused for the same reason.
	e.must(s, day, officer(queue.CallNext, "anak-1"))
	e.must(s, day, officer(queue.NotPresent, "anak-1"))
	take("key-3")
	e.refused(s, day, officer(queue.Undo, "anak-1"), "ticket_twice")
	sound(t, e.db, day)
}

// A quota is lowered and the day closed while people take numbers at two
// servers: what is given stays, and nothing is given beyond it.
func TestQuotaFallsInTheRush(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	day := e.day("anak", 0, func(s *queue.State) { s.Head.Regular.Limit = 60 })
	servers := []*Service{e.service(nil), e.service(nil)}
	var wg sync.WaitGroup
	for n := range 16 {
		wg.Go(func() {
			for range 5 {
				_, _ = servers[n%2].do(context.Background(), day, e.take(""))
			}
		})
	}
	wg.Go(func() {
		for limit := 50; limit > 0; limit -= 10 {
			head := queue.Head{Opens: engineStart.UnixMilli(), Closes: engineStart.UnixMilli() + 3_600_000, Share: 2, Regular: queue.Pool{Limit: limit}, Priority: queue.Pool{Limit: -1}, Pace: queue.Sensible(300)}
			e.must(servers[limit/10%2], day, wish{Command: queue.Command{Action: queue.Change, Head: &head}})
		}
	})
	wg.Wait()
	state := sound(t, e.db, day)
	if p := state.Head.Regular; p.Taken > p.Limit || p.Taken != state.Last || p.Limit > 60 {
		t.Errorf("%+v, %d given", p, state.Last)
	}
	e.must(servers[0], day, wish{Command: queue.Command{Action: queue.CloseDay}})
	e.refused(servers[1], day, e.take(""), "queue_closed")
}
