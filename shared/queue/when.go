package queue

import "time"

// When is a forecast of the moment a number is called: a wait that counts
// from a moment, which is now or, for a day ahead, its opening.
type When struct {
	From time.Time
	Wait Range
}

// When is the forecast for somebody who sees so much of the line. While a
// queue rests nobody can say.
func (s *State) When(stand Standing, now time.Time) When {
	w := When{From: now}
	if s.Head.Status == Paused || s.Head.Status.Over() {
		w.Wait.Unknown = true
		return w
	}
	if stand.Closed && stand.Opens > 0 { // what is ahead counts from its beginning
		w.From, stand.Opens = now.Add(stand.Opens), 0
	}
	w.Wait = Estimate(s.Head.Pace, stand)
	return w
}

// spare is how much before the earliest likely call somebody should be there.
const spare = 10 * time.Minute

// LeaveAt is when to leave for a way that takes so long, so that nine of ten
// are there in time. It is told in steps of five minutes, rather too early.
func (w When) LeaveAt(way time.Duration) time.Time {
	return w.From.Add(w.Wait.Low90 - way - spare).Truncate(5 * time.Minute)
}
