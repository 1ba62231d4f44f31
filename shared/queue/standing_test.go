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
