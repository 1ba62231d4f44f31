package queue

import (
	"strconv"
	"time"
)

// Range is an honest wait: in half of all cases the truth lies from Low50 to
// High50, in nine of ten from Low90 to High90. Mid parts them in halves; it
// need not lie in the middle of either.
type Range struct {
	Low90   time.Duration `json:"low90"`
	Low50   time.Duration `json:"low50"`
	Mid     time.Duration `json:"mid"`
	High50  time.Duration `json:"high50"`
	High90  time.Duration `json:"high90"`
	Unknown bool          `json:"unknown,omitempty"` // no counter is open, so nobody can say
}

// Likely is the band that holds half of all truths.
func (r Range) Likely() Band { return Band{r.Low50, r.High50} }

// Sure is the band that holds nine truths of ten.
func (r Range) Sure() Band { return Band{r.Low90, r.High90} }

// Band is the time between two waits.
type Band struct{ From, To time.Duration }

// Holds tells whether a wait lay within the band.
func (b Band) Holds(wait time.Duration) bool { return b.From <= wait && wait <= b.To }

// Minutes rounds the band to numbers people would say themselves: single
// minutes while it is short, then fives, quarters and half hours. It rounds
// outwards, so that rounding never makes a promise sharper than it was.
func (b Band) Minutes() (from, to int) {
	lower := roundDown(b.From, grain(b.From))
	upper := roundUp(max(b.To, time.Minute), grain(b.To))
	return int(lower / time.Minute), int(upper / time.Minute)
}

// String writes the minutes without their unit: "35–60".
func (b Band) String() string {
	from, to := b.Minutes()
	if from == to {
		return strconv.Itoa(to)
	}
	return strconv.Itoa(from) + "–" + strconv.Itoa(to)
}

// Times is the band as times of day in the zone of now, rounded outwards to
// five minutes or, far ahead, to quarters and half hours.
func (b Band) Times(now time.Time) (from, to time.Time) {
	midnight := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	since := now.Sub(midnight)
	step := func(d time.Duration) time.Duration { return max(grain(d), 5*time.Minute) }
	from = midnight.Add(roundDown(since+b.From, step(b.From)))
	to = midnight.Add(roundUp(since+b.To, step(b.To)))
	if minute := midnight.Add(roundDown(since, time.Minute)); from.Before(minute) {
		from = minute // nobody is called in the past
	}
	return from, to
}

// Clock writes the times of day the way they are read here: "09.40–09.55".
func (b Band) Clock(now time.Time) string {
	from, to := b.Times(now)
	first, last := from.Format("15.04"), to.Format("15.04")
	if first == last {
		return last
	}
	return first + "–" + last
}

// grain is the step to which a wait of some length is rounded.
func grain(d time.Duration) time.Duration {
	switch {
	case d <= 10*time.Minute:
		return time.Minute
	case d <= 90*time.Minute:
		return 5 * time.Minute
	case d <= 3*time.Hour:
		return 15 * time.Minute
	}
	return 30 * time.Minute
}

func roundDown(d, step time.Duration) time.Duration { return d / step * step }

func roundUp(d, step time.Duration) time.Duration { return (d + step - 1) / step * step }
