package queue

import (
	"testing"
	"time"
)

func TestStandingBeforeAndAfterTheOpening(t *testing.T) {
	t.Parallel()
	s := day(2, false, 0)
	if l := s.Standing(4, atEight.Add(-time.Hour)); !l.Closed || l.Opens != time.Hour || l.Counters != 2 || l.Ahead != 4 {
		t.Errorf("%+v", l)
	}
	s.Head.Status = Open
	s.Counters[0].Seated, s.Counters[0].Number, s.Counters[0].Since = true, 7, atEight.UnixMilli()
	s.Counters[1].Seated, s.Counters[1].Resting, s.Counters[1].Number = true, "istirahat", 8
	if l := s.Standing(4, atEight.Add(time.Minute)); l.Closed || l.Counters != 1 || len(l.Busy) != 1 || l.Busy[0] != time.Minute {
		t.Errorf("%+v", l)
	}
	s.Counters[0].Seated = false
	if r := s.WaitFor(Regular, 0, atEight); !r.Unknown {
		t.Errorf("nobody sits at a counter, and yet %+v", r)
	}
}

// Nobody is called before the time they booked, unless they are there; and
// what they are told counts from that time.
func TestBookedTimes(t *testing.T) {
	t.Parallel()
	s := day(2, false, 30)
	do := func(c Command, at time.Time) {
		t.Helper()
		if _, err := s.Do(c, at); err != nil {
			t.Fatalf("%s: %v", c.Action, err)
		}
	}
	do(Command{Action: OpenDay}, atEight)
	do(Command{Action: Sit, Counter: "c1", Who: "dr. Ratna"}, atEight)
	for range 2 {
		do(Command{Action: Take, Lane: Regular, Slot: 540}, atEight) // nine o'clock
	}
	if _, ok := s.Next(atEight); ok {
		t.Error("somebody is called an hour before their time")
	}
	l, ok := s.StandingOf(2, atEight)
	if !ok || !l.Closed || l.Opens != time.Hour || l.Ahead != 1 {
		t.Errorf("the second of nine o'clock sees %+v", l)
	}
	if r := s.WaitFor(Regular, 0, atEight); r.Low90 > 45*time.Minute {
		t.Errorf("eight o'clock is free, and yet one waits %v", r)
	}
	do(Command{Action: Arrive, Number: 2}, atEight)
	if next, ok := s.Next(atEight); !ok || next.Number != 2 {
		t.Error("who is there is not called though nobody else waits")
	}
	if next, ok := s.Next(atEight.Add(time.Hour)); !ok || next.Number != 1 {
		t.Error("at nine the first is not called first")
	}
}
