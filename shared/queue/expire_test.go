package queue

import (
	"testing"
	"time"
)

// A day whose date is over waits for those who are at its counters, but not
// for those whom somebody forgot there.
func TestExpireLeavesWhoIsServed(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		usual, ago time.Duration
		lasted     time.Duration // -1 for still there
	}{
		"a moment ago":            {5 * time.Minute, time.Minute, -1},
		"an hour ago":             {5 * time.Minute, time.Hour, -1},
		"two hours ago":           {5 * time.Minute, 2 * time.Hour, 5 * time.Minute},
		"where visits are long":   {4 * time.Hour, 9 * time.Hour, -1},
		"where they are not that": {4 * time.Hour, 12 * time.Hour, 4 * time.Hour},
	} {
		s := day(2, false, 0)
		s.Head.Pace.Mean = c.usual.Seconds()
		do := func(at time.Time, c Command) []Event {
			t.Helper()
			events, err := s.Do(c, at)
			if err != nil {
				t.Fatalf("%s: %s: %v", name, c.Action, err)
			}
			return events
		}
		do(atEight, Command{Action: OpenDay})
		do(atEight, Command{Action: Sit, Counter: "c1"})
		do(atEight, Command{Action: Sit, Counter: "c2"})
		for range 3 {
			do(atEight, Command{Action: Take, Lane: Regular})
		}
		do(atEight, Command{Action: CallNext, Counter: "c1"})
		events := do(atEight.Add(c.ago), Command{Action: Expire})
		one, _ := s.Counter("c1")
		two, _ := s.Counter("c2")
		if s.Count[Unserved] != 2 || two.Seated || (s.Head.Status == Open) != (c.lasted < 0) || one.Busy() != one.Seated || one.Busy() != (c.lasted < 0) {
			t.Errorf("%s: %+v %v %+v", name, s.Head, s.Count, s.Counters)
		}
		if left := events[0].Ticket; c.lasted >= 0 && (left.Stage != Done || left.Since != atEight.Add(c.lasted).UnixMilli()) {
			t.Errorf("%s: left at %+v", name, left)
		}
		if c.lasted >= 0 {
			continue
		}
		if again := do(atEight.Add(c.ago), Command{Action: Expire}); len(again) != 0 {
			t.Errorf("%s: ended twice: %+v", name, again)
		}
		if _, err := s.Do(Command{Action: CallNext, Counter: "c1"}, atEight.Add(c.ago)); err == nil {
			t.Errorf("%s: somebody is called", name)
		}
		do(atEight.Add(c.ago+time.Minute), Command{Action: Finish, Counter: "c1"})
		do(atEight.Add(c.ago+time.Minute), Command{Action: Expire})
		if one, _ := s.Counter("c1"); s.Head.Status != Closed || one.Seated || s.Count[Done] != 1 {
			t.Errorf("%s: %+v %v", name, s.Head, s.Count)
		}
	}
}
