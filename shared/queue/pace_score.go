package queue

import (
	"math"
	"time"
)

// Forecast is a range somebody was told, kept until the truth is known.
type Forecast struct {
	At     time.Time     `json:"at"`
	Range  Range         `json:"range"`
	Opens  time.Duration `json:"opens,omitempty"` // the part of the wait before the opening
	Drift  float64       `json:"drift"`           // of the pace it was made with
	Chance float64       `json:"chance"`          // its relative variance, were the pace right
}

// HitRate is how often past ranges held the truth, of so many.
type HitRate struct {
	In50 int `json:"in50"`
	In90 int `json:"in90"`
	Of   int `json:"of"`
}

// NewForecast estimates and keeps beside the range what is needed to learn
// from it later.
func NewForecast(now time.Time, p Pace, s Standing) Forecast {
	f := Forecast{At: now, Range: Estimate(p, s), Drift: p.Drift}
	if f.Range.Unknown {
		return f
	}
	p = p.sane()
	f.Chance = brief(p.chance(p.work(s), s))
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
	l.Score.levels(f.Range, wait)
	l.Score.remember(f.Range, wait)
	l.Score.compare(f, wait, l.overall())
}

// HitRate is how often the latest ranges held the truth.
func (l *Learner) HitRate() HitRate {
	r := HitRate{Of: len(l.Score.Recent)}
	for _, hit := range l.Score.Recent {
		r.In50 += int(hit / in50)
		r.In90 += int(hit % in50)
	}
	return r
}

// score is what past forecasts taught.
type score struct {
	Levels [5]float64 `json:"levels"`
	Recent []byte     `json:"recent"` // latest forecasts, oldest first, in90 and in50
	Seen   int        `json:"seen"`
	Usual  mean       `json:"usual"` // truth over what was told, the longer the more it counts
	Lately mean       `json:"lately"`
	Square mean       `json:"square"` // of the error, beyond what chance explains
}

const (
	in90, in50 = 1, 2
	remembered = 500 // forecasts behind the hit-rate that is shown
)

// levels moves every level a little towards where it would have been right:
// up when the truth lay above, down when below, by steps whose balance is the
// share that should lie there (adaptive conformal inference, Gibbs and Candès
// 2021). The steps get smaller but never nothing, so it goes on following.
func (s *score) levels(r Range, wait time.Duration) {
	s.Seen++
	step := max(0.02, 0.5/float64(s.Seen+9))
	bounds := [5]time.Duration{r.Low90, r.Low50, r.Mid, r.High50, r.High90}
	for i, share := range [5]float64{0.05, 0.25, 0.50, 0.75, 0.95} {
		if wait <= bounds[i] {
			share--
		}
		s.Levels[i] = min(max(s.Levels[i]+step*share, -mostLevel), mostLevel)
		if i > 0 {
			s.Levels[i] = max(s.Levels[i], s.Levels[i-1])
		}
	}
}

func (s *score) remember(r Range, wait time.Duration) {
	var hit byte
	if r.Sure().Holds(wait) {
		hit += in90
	}
	if r.Likely().Holds(wait) {
		hit += in50
	}
	s.Recent = append(s.Recent, hit)
	s.Recent = s.Recent[max(0, len(s.Recent)-remembered):]
}

// compare keeps by how much the truth differed from the middle.
func (s *score) compare(f Forecast, wait time.Duration, service float64) {
	told, was := (f.Range.Mid - f.Opens).Seconds(), (wait - f.Opens).Seconds()
	if told <= 0 || was < 0 || f.Drift <= 0 {
		return
	}
	now, ratio := f.At.Add(wait), min(was/told, 5)
	s.Square.add(now, monthly, (ratio-1)*(ratio-1)-f.Chance, 1)
	// The drift is what would have been right instead of the one it was told
	// with; else one delay would be added again for every open forecast.
	weight := min(told/service, 1)
	s.Usual.add(now, monthly, ratio*f.Drift, weight)
	s.Lately.add(now, lately, ratio*f.Drift, weight)
}

// drift is how much longer waits are than the services explain, usually and
// today: officers pause, pack up, answer the telephone.
func (s *score) drift(now time.Time) float64 {
	usual := s.Usual.toward(1, shrinkCell)
	return min(max(s.Lately.at(now, lately).toward(usual, shrinkToday), 0.25), 4)
}

// doubt is how far the mean may be wrong, half of it at the start.
func (s *score) doubt() float64 {
	return math.Sqrt(min(max(s.Square.toward(0.25, shrinkCell), 0.01), 1))
}
