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

// WaitFor is how long somebody who takes a number in a lane now would wait,
// for a booked time or, on days without them, 0. While a queue rests nobody
// can say.
func (s *State) WaitFor(l Lane, slot int, now time.Time) Range {
	if s.Head.Status == Paused || s.Head.Status.Over() {
		return Range{Unknown: true}
	}
	return Estimate(s.Head.Pace, s.Standing(s.Behind(l, slot), now))
}
