package queue

import (
	"fmt"
	"math"
	"time"
)

// tally sums up how good some forecasts were, and beside them a naive one:
// the average so far times the position, give or take as many seconds as held
// the truths so far.
type tally struct {
	n, in50, in90    float64
	width50, width90 float64 // seconds, summed
	off              float64
	below            [5]float64

	naiveIn, naiveWidth [2]float64
	naiveOff            float64
}

func (t *tally) add(f Forecast, wait time.Duration) {
	r := f.Range
	t.n++
	t.in50 += holds(r.Likely(), wait)
	t.in90 += holds(r.Sure(), wait)
	t.width50 += (r.High50 - r.Low50).Seconds()
	t.width90 += (r.High90 - r.Low90).Seconds()
	t.off += math.Abs((wait - r.Mid).Seconds())
	for i, bound := range bounds(r) {
		t.below[i] += holds(Band{To: bound}, wait)
	}
}

func (t *tally) addNaive(naive float64, band [2]float64, wait time.Duration) {
	off := math.Abs(wait.Seconds() - naive)
	t.naiveOff += off
	for i, half := range band {
		if off <= half {
			t.naiveIn[i]++
		}
		t.naiveWidth[i] += naive + half - max(0, naive-half) // nobody waits less than nothing
	}
}

func holds(b Band, wait time.Duration) float64 {
	if b.Holds(wait) {
		return 1
	}
	return 0
}

func (t *tally) String() string {
	if t.n == 0 {
		return "nobody"
	}
	below := ""
	for _, b := range t.below {
		below += fmt.Sprintf(" %.0f", 100*b/t.n)
	}
	s := fmt.Sprintf("%5.0f: held %.1f%% and %.1f%%, width %.0f and %.0f s, off by %.0f s, below the bounds%s %%",
		t.n, 100*t.in50/t.n, 100*t.in90/t.n, t.width50/t.n, t.width90/t.n, t.off/t.n, below)
	if t.naiveOff > 0 {
		s += fmt.Sprintf("; naive held %.1f%% and %.1f%%, width %.0f and %.0f s, off by %.0f s",
			100*t.naiveIn[0]/t.n, 100*t.naiveIn[1]/t.n, t.naiveWidth[0]/t.n, t.naiveWidth[1]/t.n, t.naiveOff/t.n)
	}
	return s
}
