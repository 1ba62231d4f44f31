package queue

import "time"

// Standing is what somebody with so many people before them sees of the line
// at a moment. Before the opening all counters count: nobody can know yet who
// will sit there.
func (s *State) Standing(ahead int, now time.Time) Standing {
	if s.Head.Status == Scheduled {
		return Standing{Ahead: ahead, Counters: len(s.Counters), Closed: true, Opens: time.UnixMilli(s.Head.Opens).Sub(now)}
	}
	l := Standing{Ahead: ahead, Counters: s.Working()}
	for _, c := range s.Counters {
		if c.Working() && c.Busy() {
			l.Busy = append(l.Busy, max(0, now.Sub(time.UnixMilli(c.Since))))
		}
	}
	return l
}

// StandingOf is what the holder of a number sees of the line; ok is false for
// one that does not wait.
func (s *State) StandingOf(number int, now time.Time) (l Standing, ok bool) {
	t, ok := s.Ticket(number)
	if !ok || t.Stage != Waiting && t.Stage != Away {
		return l, false
	}
	return s.standing(t, now), true
}

// standing is what the holder of t sees. Before a booked time only those of
// the same time count: the others will have been called by then.
func (s *State) standing(t Ticket, now time.Time) Standing {
	begins := s.begins(t.Slot)
	if t.Slot == 0 || t.Present || !begins.After(now) {
		return s.Standing(s.ahead(t), now)
	}
	l := Standing{Counters: max(1, len(s.Counters)), Closed: true, Opens: begins.Sub(now)}
	for _, o := range s.Tickets {
		if o.Slot == t.Slot && o.Stage == Waiting && sooner(o, t) < 0 {
			l.Ahead++
		}
	}
	return l
}

// WaitFor is how long somebody who takes a number in a lane now would wait,
// for a booked time or, when it is 0, the first that is free. While a queue
// rests nobody can say.
func (s *State) WaitFor(l Lane, slot int, now time.Time) Range {
	if s.Head.Status == Paused || s.Head.Status.Over() {
		return Range{Unknown: true}
	}
	if slot == 0 {
		slot = FirstFree(s.Slots(now.UnixMilli()))
	}
	number := s.Last + 1
	return Estimate(s.Head.Pace, s.standing(Ticket{Number: number, Lane: l, Stage: Waiting, Rank: rank(number, slot), Slot: slot}, now))
}
