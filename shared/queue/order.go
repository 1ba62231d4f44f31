package queue

import (
	"cmp"
	"slices"
	"time"

	"rumah/shared/place"
)

// step is the distance between the ranks of two numbers taken one after the
// other; people who step out or are put back go in between.
const step = 1 << 20

// Order is who is called after whom, if everybody is there: the two lanes
// merged by the day's share. Who stepped out or was skipped is not in it.
func (s *State) Order() []Ticket {
	regular, priority := s.lane(Regular), s.lane(Priority)
	order := make([]Ticket, 0, len(regular)+len(priority))
	run := s.Run
	for len(regular)+len(priority) > 0 {
		if s.priorityNext(run, len(regular), len(priority)) {
			order, priority, run = append(order, priority[0]), priority[1:], 0
		} else {
			order, regular, run = append(order, regular[0]), regular[1:], run+1
		}
	}
	return order
}

// priorityNext reports whether the next call goes to the priority lane.
func (s *State) priorityNext(run, regular, priority int) bool {
	return priority > 0 && (regular == 0 || run+1 >= s.Head.Share)
}

// lane are those who wait in a lane, the next first.
func (s *State) lane(l Lane) []Ticket {
	var lane []Ticket
	for _, t := range s.Tickets {
		if t.Lane == l && t.Stage == Waiting {
			lane = append(lane, t)
		}
	}
	slices.SortFunc(lane, sooner)
	return lane
}

func sooner(a, b Ticket) int {
	return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.Number, b.Number))
}

// Next is whom a counter calls next: the first in order who may be called at
// a moment. Who is there may always be; who is not only where nobody has to
// check in, and not before the time they booked.
func (s *State) Next(now time.Time) (t Ticket, ok bool) {
	here := *s
	if s.Head.CheckIn || s.Head.SlotFor > 0 {
		here.Tickets = slices.DeleteFunc(slices.Clone(s.Tickets), func(t Ticket) bool {
			return !t.Present && (s.Head.CheckIn || s.begins(t.Slot).After(now))
		})
	}
	order := here.Order()
	if len(order) == 0 {
		return t, false
	}
	return order[0], true
}

// begins is when a booked time begins; without one, the opening.
func (s *State) begins(slot int) time.Time {
	at, ok := Booked(slot)
	if !ok {
		at = place.Minute(s.First)
	}
	return time.UnixMilli(s.Head.Opens).Add(time.Duration(int(at)-s.First) * time.Minute)
}

// Waiting is how many wait, in both lanes.
func (s *State) Waiting() int { return s.Count[Waiting] }

// Position is how many are called before a number: 0 means it is next. Who
// stepped out sees where they would be now. ok is false for a number that
// does not wait.
func (s *State) Position(number int) (ahead int, ok bool) {
	t, live := s.Ticket(number)
	if !live || t.Stage != Waiting && t.Stage != Away {
		return 0, false
	}
	return s.ahead(t), true
}

// ahead is how many are called before t. It counts as Order would line them
// up, without doing so.
func (s *State) ahead(t Ticket) int {
	own, other := 0, 0 // sooner in the lane of t; all in the other one
	for i := range s.Tickets {
		switch o := &s.Tickets[i]; {
		case o.Stage != Waiting || o.Number == t.Number:
		case o.Lane != t.Lane:
			other++
		case o.Rank < t.Rank || o.Rank == t.Rank && o.Number < t.Number:
			own++
		}
	}
	return s.Before(t.Lane, own, other)
}

// Before is how many are called before somebody in a lane when so many are
// sooner in it and so many wait in the other one.
func (s *State) Before(l Lane, own, other int) int {
	between := max(s.Head.Share, 1) - 1 // regular calls from one of the priority lane to the next
	first := max(between-s.Run, 0)      // and before the first of them
	switch {
	case l == Priority:
		return own + min(other, first+own*between)
	case between == 0:
		return own + other
	case own < first:
		return own
	}
	return own + min(other, 1+(own-first)/between)
}

// rank is the place of a number that was just taken: by booked time, then in
// the order of taking.
func rank(number, slot int) int64 {
	at, _ := Booked(slot)
	return (int64(at)*10_000 + int64(number)) * step
}

// after is the rank of a place behind so many of a lane; 0 is the front.
// A place behind all of them is still before the number taken next.
func after(lane []Ticket, places int) int64 {
	switch {
	case len(lane) == 0:
		return 0
	case places <= 0:
		return lane[0].Rank - step
	case places >= len(lane):
		return lane[len(lane)-1].Rank + 1
	}
	return lane[places-1].Rank + (lane[places].Rank-lane[places-1].Rank)/2
}
