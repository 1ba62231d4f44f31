package queue

import (
	"math"
	"time"
)

// HitRate is how often past ranges held the truth, of so many.
type HitRate struct {
	In50 int `json:"in50"`
	In90 int `json:"in90"`
	Of   int `json:"of"`
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
	Middle regression `json:"middle"` // of a wait, from its traits
	Spread regression `json:"spread"` // of the square it was off by, from chance and work
	Lately mean       `json:"lately"` // by how much waits are off today
}

const (
	in90, in50 = 1, 2
	remembered = 500 // forecasts behind the hit-rate that is shown
)

// calibrate moves every level a little towards where it would have been
// right: up when the truth lay above, down when below, by steps whose balance
// is the share that should lie there (adaptive conformal inference, Gibbs and
// Candès 2021). The steps get smaller but never nothing, so it goes on
// following.
func (s *score) calibrate(r Range, wait time.Duration) {
	s.Seen++
	step := max(0.02, 0.5/float64(s.Seen+9))
	for i, bound := range [5]time.Duration{r.Low90, r.Low50, r.Mid, r.High50, r.High90} {
		move := shares[i]
		if wait <= bound {
			move--
		}
		s.Levels[i] = min(max(s.Levels[i]+step*move, leastLevel), mostLevel)
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

// compare learns from the truth what the wait was made of, and by how much
// one can be off.
func (s *score) compare(f Forecast, wait time.Duration) {
	was := (wait - f.Opens).Seconds()
	if was < 0 || f.Mean <= 0 {
		return
	}
	now, root := f.At.Add(wait), math.Cbrt(was/f.Mean)
	off := root - dot(s.weights(), f.Traits)
	s.Lately.add(now, lately, off, 1)
	s.Middle.add(now, f.Traits, root)
	s.Spread.add(now, [3]float64{f.Chance, f.Traits[1] * f.Traits[1], 0}, min(9*off*off, 9))
}

// weights are those of the traits, usually.
func (s *score) weights() [3]float64 {
	const never = 1e12
	prior := [3]float64{shrinkCell, shrinkCell, shrinkCell}
	w := s.Middle.solve(plainFit, prior)
	if w[2] < 0 { // a wait does not get shorter with the position
		prior[2] = never
		w = s.Middle.solve(plainFit, prior)
	}
	w[1] = max(w[1], leastSlope)
	return w
}

// fit is the weights as they hold today.
func (s *score) fit(now time.Time) [3]float64 {
	w := s.weights()
	w[0] += s.Lately.at(now, lately).toward(0, shrinkToday/5)
	return [3]float64{brief(w[0]), brief(w[1]), brief(w[2])}
}

// doubt is how far the pace may be wrong, next to what chance does: half of
// the mean at the start. Only their proportion matters, for the levels scale
// both.
func (s *score) doubt() float64 {
	w := s.Spread.solve([3]float64{1, 0.25, 0}, [3]float64{shrinkCell, shrinkCell, shrinkCell})
	return math.Sqrt(min(max(w[1], 0)/max(w[0], 0.1), 1))
}

func (s *score) cuts() [5]float64 {
	cuts := s.Levels
	for i := range cuts {
		cuts[i] = brief(cuts[i])
	}
	return cuts
}
