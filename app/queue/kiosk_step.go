package queue

import (
	"time"

	"rumah/shared/fault"
	"rumah/shared/queue"
)

// kioskStep is what a kiosk asks or shows.
type kioskStep int

const (
	kioskHome kioskStep = iota // which queue
	kioskLane
	kioskPayer
	kioskSure // where there is nothing to choose, so that one touch alone takes no number
	kioskDone // the number
)

const (
	// kioskIdle is how long nobody touches it until it goes back to the start.
	kioskIdle = 20 * time.Second
	// kioskCount is when it begins to say so.
	kioskCount = 10
	// kioskDeaf is how long a new page hears no touch: the second of a double
	// touch was meant for the page before.
	kioskDeaf = 400 * time.Millisecond
)

// kioskAsks are the questions before a number of a queue.
func kioskAsks(payers bool, s *queue.State) []kioskStep {
	var asks []kioskStep
	if s.Head.Priority.Limit != 0 {
		asks = append(asks, kioskLane)
	}
	if payers {
		asks = append(asks, kioskPayer)
	}
	if asks == nil {
		asks = []kioskStep{kioskSure}
	}
	return asks
}

// kioskAfter is the question after a step; ok is false after the last, when
// the number is taken.
func kioskAfter(asks []kioskStep, step kioskStep) (next kioskStep, ok bool) {
	if step == kioskHome {
		return asks[0], true
	}
	for i, ask := range asks {
		if ask == step && i+1 < len(asks) {
			return asks[i+1], true
		}
	}
	return kioskDone, false
}

// kioskBefore is where "back" leads.
func kioskBefore(asks []kioskStep, step kioskStep) kioskStep {
	for i, ask := range asks {
		if ask == step && i > 0 {
			return asks[i-1]
		}
	}
	return kioskHome
}

// kioskLeft is how many seconds are left until the kiosk goes back to the
// start; it stays where it is while a number is on its way.
func kioskLeft(step kioskStep, busy bool, touched, now time.Time) int {
	if step == kioskHome || busy {
		return int(kioskIdle / time.Second)
	}
	return max(0, int((kioskIdle-now.Sub(touched)+time.Second-1)/time.Second))
}

// kioskHears reports whether a touch counts on a page shown since a moment.
func kioskHears(shown, now time.Time) bool { return now.Sub(shown) >= kioskDeaf }

// kioskTries reports whether the same press may be sent again: nobody knows
// whether a number was given, and its key gives the same one.
func kioskTries(f *fault.Fault) bool {
	return f != nil && (f.Code == fault.Offline || f.Code == fault.Broken || f.Code == fault.Busy)
}

// kioskGives reports whether a queue gives numbers now, as far as the kiosk
// knows; the server has the last word.
func kioskGives(d queue.DayView, s *queue.State, now time.Time) bool {
	h := s.Head
	return !h.Status.Over() && now.Before(time.UnixMilli(h.Closes)) && d.Line.Open && kioskLeftIn(h) > 0
}

// kioskLeftIn is how many numbers are left in both lanes.
func kioskLeftIn(h queue.Head) int { return h.Regular.Left() + h.Priority.Left() }
