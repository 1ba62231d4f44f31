package queue

import (
	"slices"
	"strings"
)

// Kind is what happened.
type Kind string

// The kinds of events.
const (
	Took        Kind = "took"     // a number was given
	Arrived     Kind = "arrived"  // checked in
	SteppedOut  Kind = "out"      //
	CameBack    Kind = "back"     //
	Gave        Kind = "gave_up"  // cancelled
	WasCalled   Kind = "called"   //
	WasRecalled Kind = "recalled" //
	Began       Kind = "began"    // stands at the counter
	Finished    Kind = "finished" //
	WasSkipped  Kind = "skipped"  //
	WasAbsent   Kind = "absent"   //
	PutBack     Kind = "put_back" //
	Went        Kind = "moved"    // to another queue
	LeftOver    Kind = "unserved" // the day ended before its turn
	Undone      Kind = "undone"   //
	HeadChanged Kind = "head"     // opened, paused, closed, or its settings changed
	Seat        Kind = "seat"     // a counter was taken, left or rests
)

// Event is one thing that happened. It carries the new records, so that
// applying it needs no rule: the rules are in Decide alone.
type Event struct {
	Version int64    `json:"v"`
	At      int64    `json:"at"` // ms
	Kind    Kind     `json:"k"`
	Ticket  *Ticket  `json:"n,omitempty"` // as it is now
	From    Stage    `json:"f,omitempty"` // where the ticket was; "" for a new one
	Counter *Counter `json:"c,omitempty"` // as it is now
	Head    *Head    `json:"h,omitempty"` // as it is now
	Run     *int     `json:"u,omitempty"` // as it is now

	// What follows stays in the server's log.
	Payer Payer   `json:"-"` // whose place was taken or given back
	Was   *Before `json:"-"` // the records before, for an undo
}

// Before is what an event changed.
type Before struct {
	Ticket  *Ticket  `json:"n,omitempty"`
	Counter *Counter `json:"c,omitempty"`
	Run     *int     `json:"u,omitempty"`
}

// Apply brings the state one event further. It reports false, and changes
// nothing, when the event is not the next one: a later one means that some
// are missing, and the state must be fetched again.
func (s *State) Apply(e Event) bool {
	if e.Version != s.Version+1 {
		return false
	}
	s.Version = e.Version
	if e.Head != nil {
		s.Head = *e.Head
	}
	if e.Run != nil {
		s.Run = *e.Run
	}
	if e.Counter != nil {
		s.seat(*e.Counter)
	}
	if e.Ticket != nil {
		s.put(*e.Ticket, e.From)
	}
	switch e.Kind {
	case Took:
		s.place(*e.Ticket, e.Payer, 1)
	case Gave:
		s.place(*e.Ticket, e.Payer, -1)
	}
	if e.Kind == WasCalled || e.Kind == WasRecalled {
		s.called(Call{Number: e.Ticket.Number, Counter: e.Ticket.Counter, At: e.At})
	}
	if e.Kind == Undone && e.From == Called && e.Ticket.Stage != Called {
		s.Calls = slices.DeleteFunc(s.Calls, func(c Call) bool { return c.Number == e.Ticket.Number })
	}
	return true
}

// put writes a ticket's record and counts it where it is now.
func (s *State) put(t Ticket, from Stage) {
	if s.Count == nil {
		s.Count = make(map[Stage]int)
	}
	if from != "" {
		if s.Count[from]--; s.Count[from] == 0 {
			delete(s.Count, from)
		}
	}
	s.Count[t.Stage]++
	s.Last = max(s.Last, t.Number)
	i, found := s.find(t.Number)
	switch {
	case found && t.Stage.Live():
		s.Tickets[i] = t
	case found:
		s.Tickets = slices.Delete(s.Tickets, i, i+1)
	case t.Stage.Live():
		s.Tickets = slices.Insert(s.Tickets, i, t)
	}
}

// place takes a place of the quotas, or gives one back. A number from before
// the day was reopened has none to give.
func (s *State) place(t Ticket, payer Payer, n int) {
	if t.Lane == Priority {
		s.Head.Priority.Taken = max(0, s.Head.Priority.Taken+n)
	} else {
		s.Head.Regular.Taken = max(0, s.Head.Regular.Taken+n)
	}
	if pool, counted := s.Payers[payer]; counted {
		pool.Taken = max(0, pool.Taken+n)
		s.Payers[payer] = pool
	}
}

func (s *State) seat(c Counter) {
	i, found := slices.BinarySearchFunc(s.Counters, c.ID, func(c Counter, id string) int { return strings.Compare(c.ID, id) })
	switch {
	case !found && c.Name != "":
		s.Counters = slices.Insert(s.Counters, i, c)
	case found && c.Name == "": // it was taken away
		s.Counters = slices.Delete(s.Counters, i, i+1)
	case found:
		s.Counters[i] = c
	}
}

func (s *State) called(c Call) {
	s.Calls = slices.DeleteFunc(s.Calls, func(o Call) bool { return o.Number == c.Number })
	s.Calls = slices.Insert(s.Calls, 0, c)
	if len(s.Calls) > recentCalls {
		s.Calls = s.Calls[:recentCalls]
	}
}
