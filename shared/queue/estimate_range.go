package queue

import "time"

// Range is an honest wait: in half of all cases the truth lies from Low50 to
// High50, in nine of ten from Low90 to High90.
type Range struct {
	Low90   time.Duration `json:"low90"`
	Low50   time.Duration `json:"low50"`
	Mid     time.Duration `json:"mid"`
	High50  time.Duration `json:"high50"`
	High90  time.Duration `json:"high90"`
	Unknown bool          `json:"unknown,omitempty"` // no counter is open, so nobody can say
}

// Likely is the range that holds half of all truths.
func (r Range) Likely() Span { return Span{r.Low50, r.High50} }

// Sure is the range that holds nine truths of ten.
func (r Range) Sure() Span { return Span{r.Low90, r.High90} }

// After is the range as it stands some time later, when nothing else has been
// heard since.
func (r Range) After(d time.Duration) Range {
	less := func(x time.Duration) time.Duration { return max(0, x-d) }
	return Range{less(r.Low90), less(r.Low50), less(r.Mid), less(r.High50), less(r.High90), r.Unknown}
}

// Span is a stretch of time from now on.
type Span struct{ From, To time.Duration }

// Holds tells whether a wait lay within the span.
func (s Span) Holds(wait time.Duration) bool { return s.From <= wait && wait <= s.To }

// Minutes rounds the span to numbers people would say themselves: single
// minutes while it is short, then fives, quarters and half hours. It rounds
// outwards, so that rounding never makes a promise sharper than it was.
func (s Span) Minutes() (from, to int) {
	step := grain(s.To)
	return int(floor(s.From, step) / time.Minute), int(max(ceil(s.To, step), step) / time.Minute)
}

// Clock is the span as times of day, rounded outwards to five minutes or,
// far ahead, to quarters and half hours. The zone is that of now.
func (s Span) Clock(now time.Time) (from, to time.Time) {
	step := max(grain(s.To), 5*time.Minute)
	midnight := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	since := now.Sub(midnight)
	from = midnight.Add(floor(since+s.From, step))
	if from.Before(now) {
		from = now.Truncate(time.Minute) // nobody is called in the past
	}
	return from, midnight.Add(ceil(since+s.To, step))
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

func floor(d, step time.Duration) time.Duration { return d / step * step }

func ceil(d, step time.Duration) time.Duration { return (d + step - 1) / step * step }
