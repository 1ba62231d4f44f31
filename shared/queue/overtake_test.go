package queue

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// Whoever simply waits is never passed by somebody of the lane who came
// later, whatever others try with stepping out, coming back, checking in,
// giving back and missing calls. Only an officer lets somebody go first.
func TestNobodyWhoWaitsIsOvertaken(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := day(rapid.IntRange(1, 4).Draw(t, "share"), false, 0)
		s.Head.Regular.Limit, s.Head.Priority.Limit, s.Payers = -1, -1, nil
		s.Head.Status = Open
		for i := range s.Counters {
			s.Counters[i].Seated, s.Counters[i].Who = true, "dr. Ratna"
		}
		left := map[int]bool{} // who was not simply waiting
		now := atEight
		for range rapid.IntRange(10, 300).Draw(t, "steps") {
			now = now.Add(time.Second)
			c := Command{
				Action:  rapid.SampledFrom([]Action{Take, Take, Out, Out, Back, Back, Arrive, Cancel, CallNext, CallNext, Skip, Recall, Begin, Finish}).Draw(t, "action"),
				Number:  rapid.IntRange(1, max(1, s.Last)).Draw(t, "number"),
				Counter: rapid.SampledFrom([]string{"c1", "c2"}).Draw(t, "counter"),
				Lane:    rapid.SampledFrom([]Lane{Regular, Priority}).Draw(t, "lane"),
				Places:  rapid.IntRange(1, 4).Draw(t, "places"),
			}
			if c.Action == Skip || c.Action == Recall || c.Action == Begin || c.Action == Finish || c.Action == CallNext {
				c.Number = 0
			}
			events, err := s.Do(c, now)
			if err != nil {
				continue
			}
			for _, e := range events {
				if e.Ticket == nil {
					continue
				}
				if e.Kind == SteppedOut || e.Kind == WasSkipped {
					left[e.Ticket.Number] = true
				}
				if e.Kind != WasCalled {
					continue
				}
				for _, o := range s.Tickets {
					if o.Stage == Waiting && o.Lane == e.Ticket.Lane && o.Number < e.Ticket.Number && !left[o.Number] {
						t.Fatalf("%d was called while %d waited", e.Ticket.Number, o.Number)
					}
				}
			}
		}
	})
}

// A day has only so many numbers as desks and ranks can tell apart.
func TestNumbersOfADayEnd(t *testing.T) {
	t.Parallel()
	s := day(2, false, 0)
	s.Head.Regular.Limit, s.Last = -1, MostNumbers-1
	if _, err := s.Do(Command{Action: Take, Lane: Regular, Payer: Other}, atEight); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Do(Command{Action: Take, Lane: Regular, Payer: Other}, atEight); err == nil {
		t.Errorf("number %d was given", s.Last)
	}
}
