package queue

import (
	"testing"
	"time"
)

func TestACancelledDayOpensAgainWithoutItsNumbers(t *testing.T) {
	t.Parallel()
	s := day(2, false, 0)
	do := func(c Command) {
		t.Helper()
		if _, err := s.Do(c, atEight); err != nil {
			t.Fatalf("%s: %v", c.Action, err)
		}
	}
	do(Command{Action: Take, Lane: Regular, Payer: JKN})
	do(Command{Action: Take, Lane: Priority, Payer: JKN})
	if _, err := s.Do(Command{Action: Reopen}, atEight); err == nil {
		t.Error("a day that takes place was reopened")
	}
	do(Command{Action: Stop, Reason: "dr. Ratna cuti"})
	if _, err := s.Do(Command{Action: Reopen}, atEight.Add(6*time.Hour)); err == nil {
		t.Error("a day was reopened after its end")
	}
	do(Command{Action: Reopen})
	if h := s.Head; h.Status != Scheduled || h.Reason != "" || h.Regular.Taken != 0 || h.Priority.Taken != 0 || s.Payers[JKN].Taken != 0 {
		t.Errorf("%+v %v", h, s.Payers)
	}
	do(Command{Action: Take, Lane: Regular, Payer: Other})
	if len(s.Tickets) != 1 || s.Tickets[0].Number != 3 || s.Count[Cancelled] != 2 {
		t.Errorf("%+v %v", s.Tickets, s.Count)
	}
}
