package queue

import "time"

// Forecast is a range somebody was told, kept until the truth is known, with
// what is needed to learn from it then.
type Forecast struct {
	At     time.Time     `json:"at"`
	Range  Range         `json:"range"`
	Opens  time.Duration `json:"opens,omitempty"` // the part of the wait before the opening
	Mean   float64       `json:"mean"`
	Traits [3]float64    `json:"traits"`
	Chance float64       `json:"chance"`
}

// NewForecast estimates at a moment.
func NewForecast(now time.Time, p Pace, s Standing) Forecast {
	f := Forecast{At: now, Range: Estimate(p, s)}
	if f.Range.Unknown {
		return f
	}
	p = p.sane()
	f.Mean, f.Traits, f.Chance = p.Mean, p.traits(s), p.chance(s)
	if s.Closed {
		f.Opens = max(0, s.Opens)
	}
	return f
}

// Resolved tells what became of a forecast: the person was called after some
// wait. Those who left before are not told of; nobody knows their truth.
func (l *Learner) Resolved(f Forecast, wait time.Duration) {
	if f.Range.Unknown || wait < 0 {
		return
	}
	l.Score.calibrate(f.Range, wait)
	l.Score.remember(f.Range, wait)
	l.Score.compare(f, wait)
}
