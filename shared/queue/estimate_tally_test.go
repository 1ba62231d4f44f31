package queue

import (
	"fmt"
	"math"
	"slices"
	"time"
)

// tally sums up how good some forecasts were.
type tally struct {
	n, in50, in90    float64
	width50, width90 float64 // seconds, summed
	below            [5]float64
	off, naiveOff    float64
	naive            [][2]float64 // what naive said, what was true
}

func (t *tally) add(f Forecast, wait time.Duration, naive float64) {
	r := f.Range
	t.n++
	t.in50 += holds(r.Likely(), wait)
	t.in90 += holds(r.Sure(), wait)
	t.width50 += (r.High50 - r.Low50).Seconds()
	t.width90 += (r.High90 - r.Low90).Seconds()
	for i, bound := range []time.Duration{r.Low90, r.Low50, r.Mid, r.High50, r.High90} {
		t.below[i] += holds(Band{To: bound}, wait)
	}
	t.off += math.Abs((wait - r.Mid).Seconds())
	t.naiveOff += math.Abs(wait.Seconds() - naive)
	t.naive = append(t.naive, [2]float64{naive, wait.Seconds()})
}

func holds(b Band, wait time.Duration) float64 {
	if b.Holds(wait) {
		return 1
	}
	return 0
}

// naiveWidth is the mean width of the narrowest band around the naive
// estimate that holds some share of the truths: as many seconds on both
// sides, or as many percent. It is chosen knowing the truths, which ours is
// not.
func (t *tally) naiveWidth(share float64) float64 {
	width := func(scale func(naive float64) float64) float64 {
		var errs []float64
		for _, n := range t.naive {
			errs = append(errs, math.Abs(n[1]-n[0])/scale(n[0]))
		}
		slices.Sort(errs)
		half, sum := errs[int(share*float64(len(errs)-1))], 0.0
		for _, n := range t.naive {
			sum += n[0] + half*scale(n[0]) - max(0, n[0]-half*scale(n[0]))
		}
		return sum / t.n
	}
	seconds := func(float64) float64 { return 1 }
	percent := func(naive float64) float64 { return max(naive, 1) }
	return min(width(seconds), width(percent))
}

func (t *tally) String() string {
	if t.n == 0 {
		return "nobody"
	}
	below := ""
	for _, b := range t.below {
		below += fmt.Sprintf(" %.0f", 100*b/t.n)
	}
	return fmt.Sprintf("%5.0f: 50%% held %.1f%%, width %.0f s (naive %.0f); 90%% held %.1f%%, width %.0f s (naive %.0f); off %.0f s (naive %.0f); below the bounds%s %%",
		t.n, 100*t.in50/t.n, t.width50/t.n, t.naiveWidth(0.5), 100*t.in90/t.n, t.width90/t.n, t.naiveWidth(0.9),
		t.off/t.n, t.naiveOff/t.n, below)
}
