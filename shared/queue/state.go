// Package queue is a line of people before a counter: what is known of it,
// what may happen to it, and how long it takes.
//
// A queue-day is one opening of one queue. It is a log of events; State is
// what they add up to. The server decides commands into events, and server,
// replay and phone apply them with the same code, so all of them know the
// same. State is public: it knows numbers, never people.
package queue

import (
	"fmt"
	"maps"
	"slices"
)

// Stage is where a ticket is on its way.
type Stage string

// The stages. The first five are live: the number may still be called.
const (
	Waiting   Stage = "waiting"
	Away      Stage = "away"      // stepped out; keeps a place, is not called
	Called    Stage = "called"    // a counter asks for the number
	Serving   Stage = "serving"   // the person stands at the counter
	Skipped   Stage = "skipped"   // did not answer; may be put back
	Done      Stage = "done"      // served
	Absent    Stage = "absent"    // was called and never came
	Cancelled Stage = "cancelled" // by the person, or with the day
	Moved     Stage = "moved"     // went on in another queue
	Unserved  Stage = "unserved"  // the day was closed before the number's turn
)

// Stages are all stages; the live ones first.
var Stages = []Stage{Waiting, Away, Called, Serving, Skipped, Done, Absent, Cancelled, Moved, Unserved}

// Live reports whether a ticket in this stage may still be called.
func (s Stage) Live() bool { return slices.Contains(Stages[:5], s) }

// AtCounter reports whether a ticket in this stage holds a counter.
func (s Stage) AtCounter() bool { return s == Called || s == Serving }

// Lane is one of the two lines before the counters.
type Lane string

// The lanes.
const (
	Regular  Lane = "regular"
	Priority Lane = "priority" // elderly, disabled, pregnant; the place says who
)

// Payer is who pays for a visit to a hospital or clinic; each has places of
// its own. It is not part of State: numbers are public, insurance is not.
type Payer string

// The payers. A queue that knows no insurance counts everybody as Other.
const (
	JKN   Payer = "jkn"
	Other Payer = "other"
)

// Status is what a queue-day is doing.
type Status string

// The statuses.
const (
	Scheduled Status = "scheduled" // not yet opened
	Open      Status = "open"
	Paused    Status = "paused" // nobody is called for a while; Reason says why
	Closed    Status = "closed" // over
	Stopped   Status = "cancelled"
)

// Over reports whether nobody will be called any more.
func (s Status) Over() bool { return s == Closed || s == Stopped }

// Ticket is a live number as everybody may know it. Times are milliseconds
// since 1970, UTC.
type Ticket struct {
	Number  int    `json:"n"`
	Lane    Lane   `json:"l"`
	Stage   Stage  `json:"s"`
	Rank    int64  `json:"r"`           // lower is sooner, within the lane
	Present bool   `json:"p,omitempty"` // checked in
	Slot    int    `json:"o,omitempty"` // booked time: see Booked; 0 for none
	Counter string `json:"c,omitempty"` // that called it last
	Calls   int    `json:"x,omitempty"` // how often it was called
	Taken   int64  `json:"k"`           //
	Since   int64  `json:"t"`           // of the stage
}

// Counter is a loket or room where numbers are called to.
type Counter struct {
	ID      string `json:"id"`
	Name    string `json:"name"`             // "Ruang 3"
	Who     string `json:"who,omitempty"`    // who serves there, as everybody may know: "dr. Ratna, Sp.A"; "" when nobody sits there
	Resting string `json:"rest,omitempty"`   // why it calls nobody for a while; "" when it does
	Number  int    `json:"n,omitempty"`      // at the counter now
	Since   int64  `json:"t,omitempty"`      // when it came
	Seated  bool   `json:"seated,omitempty"` // an officer is signed in
}

// Busy reports whether somebody is at the counter.
func (c Counter) Busy() bool { return c.Number != 0 }

// Working reports whether the counter calls numbers.
func (c Counter) Working() bool { return c.Seated && c.Resting == "" }

// Pool is a quota and what is gone of it.
type Pool struct {
	Limit int `json:"of"` // -1 for no limit
	Taken int `json:"n"`
}

// Left is how many may still be taken; a large number without a limit.
func (p Pool) Left() int {
	if p.Limit < 0 {
		return 1 << 20
	}
	return max(0, p.Limit-p.Taken)
}

// Head is what a queue-day is doing as a whole.
type Head struct {
	Status   Status `json:"status"`
	Reason   string `json:"reason,omitempty"` // of a pause or of a cancelled day, as the officer wrote it
	Opens    int64  `json:"opens"`            // ms
	Closes   int64  `json:"closes"`           // ms; no number is taken after it
	Share    int    `json:"share"`            // one of so many calls goes to the priority lane; 1: it goes first
	CheckIn  bool   `json:"checkin"`          // only who has checked in is called
	SlotFor  int    `json:"slot,omitempty"`   // minutes of a booked time; 0: numbers are called as they were taken
	SlotOf   int    `json:"slot_of,omitempty"`
	Regular  Pool   `json:"regular"`  // places by lane
	Priority Pool   `json:"priority"` //
	Pace     Pace   `json:"pace"`     // how fast it goes
}

// Call is a number and where it was called to.
type Call struct {
	Number  int    `json:"n"`
	Counter string `json:"c"`
	At      int64  `json:"t"`
}

// recentCalls is how many calls a board shows.
const recentCalls = 6

// State is all that is known of a queue-day.
type State struct {
	Day      string        `json:"day"`
	First    int           `json:"first"`  // when it opens, minutes after midnight
	Prefix   string        `json:"prefix"` // of its numbers: "A"
	Epoch    string        `json:"epoch"`  // changes when the log was lost and begun anew
	Version  int64         `json:"v"`      // of the last event
	Head     Head          `json:"head"`
	Last     int           `json:"last"`     // highest number given
	Run      int           `json:"run"`      // regular calls since the last from the priority lane
	Tickets  []Ticket      `json:"tickets"`  // live ones, by number
	Counters []Counter     `json:"counters"` // by id
	Calls    []Call        `json:"calls"`    // the latest first
	Count    map[Stage]int `json:"count"`    // of all numbers given, by stage

	// Payers are the places by payer. Only the server keeps them: they would
	// tell who is insured.
	Payers map[Payer]Pool `json:"-"`
}

// Label is a number as it is written on tickets and boards: "A-041".
func Label(prefix string, number int) string { return fmt.Sprintf("%s-%03d", prefix, number) }

// Label is a number of this day as it is written.
func (s *State) Label(number int) string { return Label(s.Prefix, number) }

// Ticket is a live number; ok is false for one that is over or never was.
func (s *State) Ticket(number int) (t Ticket, ok bool) {
	if i, found := s.find(number); found {
		return s.Tickets[i], true
	}
	return t, false
}

func (s *State) find(number int) (int, bool) {
	return slices.BinarySearchFunc(s.Tickets, number, func(t Ticket, n int) int { return t.Number - n })
}

// Counter is a counter of the queue.
func (s *State) Counter(id string) (c Counter, ok bool) {
	for _, c := range s.Counters {
		if c.ID == id {
			return c, true
		}
	}
	return c, false
}

// Seated are the ids of the counters that call numbers.
func (s *State) Seated() []string {
	var ids []string
	for _, c := range s.Counters {
		if c.Working() {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// Working is how many counters call numbers.
func (s *State) Working() int { return len(s.Seated()) }

// Clone is a copy that shares nothing with s.
func (s *State) Clone() *State {
	c := *s
	c.Tickets, c.Counters, c.Calls = slices.Clone(s.Tickets), slices.Clone(s.Counters), slices.Clone(s.Calls)
	c.Count = maps.Clone(s.Count)
	c.Payers = maps.Clone(s.Payers)
	return &c
}
