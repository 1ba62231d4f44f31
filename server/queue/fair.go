package queue

import (
	"sync"

	"rumah/shared/fault"
)

// What one account may hold, so that nobody takes the numbers of others away
// or uses a day up by taking and giving back. A mother with five children, a
// patient with three polis and a neighbour who helps the old people of the
// street stay below it; who needs more comes to the desk or the kiosk, where
// nothing of this counts.
const (
	fairDay    = 6  // numbers in one queue-day that may still be called
	fairAgain  = 15 // numbers in one queue-day, those that were given back too
	fairPlace  = 12 // at one place on one day that may still be called
	fairAlways = 40 // altogether
)

// heldSQL counts what an account holds: in the queue-day d, of it ever, at the
// place of queue q on that day, and altogether. A member of the family that
// was taken out of it, or another NIK, makes nobody somebody else here.
const heldSQL = `coalesce((SELECT ARRAY[count(*) FILTER (WHERE h.day_id = d.id AND h.live), count(*) FILTER (WHERE h.day_id = d.id),
    count(*) FILTER (WHERE h.date = d.date AND h.place_id = q.place_id AND h.live), count(*) FILTER (WHERE h.live)]
  FROM (SELECT t.day_id, o.date, w.place_id, t.stage IN ('waiting', 'away', 'called', 'serving', 'skipped') AS live
    FROM tickets t JOIN queue_days o ON o.id = t.day_id JOIN queues w ON w.id = o.queue_id
    WHERE t.account_id = k.account AND t.via = 'phone' AND o.date >= least(d.date, $6::date)) h), '{0,0,0,0}')`

// fair refuses who holds enough.
func (s *Service) fair(held []int) error {
	if s.Unlimited {
		return nil
	}
	for i, most := range []int{fairDay, fairAgain, fairPlace, fairAlways} {
		if i < len(held) && held[i] >= most {
			return fault.New(fault.Conflict, "numbers_enough")
		}
	}
	return nil
}

// slow refuses who does something more often in a minute than they may.
// Fault: busy.
func (s *Service) slow(who string, most int) error {
	if s.Unlimited {
		return nil
	}
	return s.presses.one(who, most, s.now().Unix())
}

// turns let the wishes of one account go one after the other, so that what it
// holds is counted before each. Other accounts do not wait.
type turns struct {
	mu  sync.Mutex
	all map[string]*turnstile
}

type turnstile struct {
	mu  sync.Mutex
	who int // in it and before it
}

// enter waits for the turn of an account; leave ends it.
func (t *turns) enter(account string) (leave func()) {
	t.mu.Lock()
	if t.all == nil {
		t.all = make(map[string]*turnstile)
	}
	one := t.all[account]
	if one == nil {
		one = &turnstile{}
		t.all[account] = one
	}
	one.who++
	t.mu.Unlock()
	one.mu.Lock()
	return func() {
		one.mu.Unlock()
		t.mu.Lock()
		defer t.mu.Unlock()
		if one.who--; one.who == 0 {
			delete(t.all, account)
		}
	}
}

// changesPerMinute is how often one number may be stepped out with, brought
// back and so on: each change is told to every phone of the line.
const changesPerMinute = 10

// slipsPerMinute is more than a printer manages. Who has the link of a kiosk
// and no printer stops there.
const slipsPerMinute = 30

// presses count what kiosks give and holders change in this minute, in this
// process.
type presses struct {
	mu     sync.Mutex
	minute int64
	given  map[string]int
}

// one counts one more of somebody who may have so many. Fault: busy.
func (p *presses) one(who string, most int, now int64) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if minute := now / 60; minute != p.minute || p.given == nil {
		p.minute, p.given = minute, make(map[string]int)
	}
	if p.given[who] >= most {
		return &fault.Fault{Code: fault.Busy, Key: "busy", Retry: 60}
	}
	p.given[who]++
	return nil
}
