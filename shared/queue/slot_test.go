package queue

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"
)

// A session that begins at midnight has booked times like any other.
func TestBookedTimesFromMidnight(t *testing.T) {
	t.Parallel()
	s := day(2, false, 30)
	s.First, s.Head.SlotOf = 0, 1 // atEight is its midnight
	do := func(c Command) Ticket {
		t.Helper()
		events, err := s.Do(c, atEight.Add(-time.Minute))
		if err != nil {
			t.Fatalf("%s: %v", c.Action, err)
		}
		if e := events[0]; e.Ticket != nil {
			return *e.Ticket
		}
		return Ticket{}
	}
	do(Command{Action: OpenDay})
	do(Command{Action: Sit, Counter: "c1"})
	if free := s.Slots(0); !slices.Equal(free[:2], []Slot{{At: 0, Left: 1}, {At: 30, Left: 1}}) {
		t.Errorf("%v", free)
	}
	half := do(Command{Action: Take, Lane: Regular, Slot: 30})
	first := do(Command{Action: Take, Lane: Regular, Slot: Midnight})
	if _, err := s.Do(Command{Action: Take, Lane: Regular, Slot: Midnight}, atEight); err == nil || !strings.Contains(err.Error(), "slot_full") {
		t.Errorf("midnight twice: %v", err)
	}
	if next := do(Command{Action: Take, Lane: Regular}); next.Slot != 60 { // as phones of before wish it
		t.Errorf("the first that is free is %+v", next)
	}
	if ahead, _ := s.Position(half.Number); ahead != 1 {
		t.Errorf("%d are before who booked half past", ahead)
	}
	if l, _ := s.StandingOf(first.Number, atEight.Add(-time.Hour)); !l.Closed || l.Opens != time.Hour || l.Ahead != 0 {
		t.Errorf("%+v", l)
	}
	if _, ok := s.Next(atEight.Add(-time.Minute)); ok {
		t.Error("somebody is called before midnight")
	}
	if next, ok := s.Next(atEight); !ok || next.Number != first.Number {
		t.Errorf("at midnight %+v is called", next)
	}
	for want, ticket := range map[string]Ticket{`"o":-1`: first, `"o":30`: half} {
		if data, _ := json.Marshal(ticket); !strings.Contains(string(data), want) {
			t.Errorf("%s is not written as %s", data, want)
		}
	}
	if at, ok := Booked(first.Slot); !ok || at.String() != "00.00" {
		t.Errorf("%v %v", at, ok)
	}
	if _, ok := Booked(0); ok {
		t.Error("no booked time is one")
	}
}
