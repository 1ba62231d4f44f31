package queue

import "time"

// Forecast is a range somebody was shown, kept until the truth is known.
type Forecast struct {
	At     time.Time     `json:"at"`
	Opens  time.Duration `json:"opens,omitempty"` // the part of the wait before the opening
	Drift  float64       `json:"drift"`
	Chance float64       `json:"chance"`
	Range  Range         `json:"range"`
}

// HitRate is how often past ranges held the truth, of so many.
type HitRate struct {
	In50 int `json:"in50"`
	In90 int `json:"in90"`
	Of   int `json:"of"`
}

// score keeps the calibration of the levels and the latest hits.
type score struct {
	Levels [5]float64 `json:"levels"`
	Recent []byte     `json:"recent"` // latest forecasts, oldest first: 1 held at 90, 2 at 50
	Seen   int        `json:"seen"`
}

const remembered = 500 // forecasts behind the hit-rate that is shown

func newScore() score { return score{Levels: levels} }

// Forecast estimates and keeps what is needed to learn from it later.
func (l *Learner) Forecast(now time.Time, p Pace, line Line) Forecast {
	f := Forecast{At: now, Drift: p.Drift, Range: Estimate(p, line)}
	if line.Counters > 0 {
		p = p.sane()
		f.Chance = p.chance(p.work(float64(max(line.Ahead, 0)), line), line)
	}
	if line.Closed {
		f.Opens = max(0, line.Opens)
	}
	return f
}

// Resolved tells what became of a forecast: the person was called after some
// wait. Those who left before are not told of; nobody knows their truth.
func (l *Learner) Resolved(f Forecast, wait time.Duration) {
	if f.Range.Unknown {
		return
	}
	l.Score.take(f.Range, wait)
	told, was := (f.Range.Mid - f.Opens).Seconds(), (wait - f.Opens).Seconds()
	if told > 0 && was >= 0 && f.Drift > 0 {
		// Against what would have been told without drift; else a correction
		// would be made once for every forecast still open.
		l.Wrong.add(f.At.Add(wait), weeks, sq(min(was/told, 4)-1)-f.Chance, 1)
		told /= f.Drift
		l.Waits.add(f.At.Add(wait), lately, min(was/told, 5), told/l.overall())
	}
}

// drift is how much longer than the services explain waits have been of late:
// officers pause, pack up, answer the telephone.
func (l *Learner) drift(now time.Time) float64 {
	return min(max(l.Waits.at(now, lately).toward(1, shrinkD), 0.25), 4)
}

// HitRate is how often the latest ranges held the truth.
func (l *Learner) HitRate() HitRate {
	r := HitRate{Of: len(l.Score.Recent)}
	for _, b := range l.Score.Recent {
		r.In90 += int(b & 1)
		r.In50 += int(b >> 1)
	}
	return r
}

// take moves every level a little towards where it would have been right:
// up when the truth lay above, down when below, by steps whose balance is the
// share that should lie there (adaptive conformal inference, Gibbs and Candès
// 2021). The steps shrink to a floor, so it goes on following.
func (s *score) take(r Range, wait time.Duration) {
	s.Seen++
	step := max(0.02, 0.5/float64(s.Seen+9))
	bounds := [5]time.Duration{r.Low90, r.Low50, r.Mid, r.High50, r.High90}
	for i, below := range [5]float64{0.05, 0.25, 0.5, 0.75, 0.95} {
		move := below
		if wait <= bounds[i] {
			move = below - 1
		}
		s.Levels[i] = min(max(s.Levels[i]+step*move, -mostLevel), mostLevel)
	}
	for i := 1; i < len(s.Levels); i++ {
		s.Levels[i] = max(s.Levels[i], s.Levels[i-1])
	}
	s.remember(r, wait)
}

func (s *score) remember(r Range, wait time.Duration) {
	var b byte
	if r.Sure().Holds(wait) {
		b |= 1
	}
	if r.Likely().Holds(wait) {
		b |= 2
	}
	if s.Recent = append(s.Recent, b); len(s.Recent) > remembered {
		s.Recent = s.Recent[len(s.Recent)-remembered:]
	}
}
