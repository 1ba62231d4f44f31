package queue

import (
	"fmt"
	"math"
	"slices"
	"time"
)

type tally struct {
	n, in50, in90 int
	w50, w90, err float64
	low           [5]int
	naive         []float64
	dev           float64
}

func (t *tally) add(f told) {
	r, w := f.forecast.Range, f.call.wait
	t.n++
	if r.Likely().Holds(w) {
		t.in50++
	}
	if r.Sure().Holds(w) {
		t.in90++
	}
	for i, b := range []time.Duration{r.Low90, r.Low50, r.Mid, r.High50, r.High90} {
		if w <= b {
			t.low[i]++
		}
	}
	t.w50 += (r.High50 - r.Low50).Seconds()
	t.w90 += (r.High90 - r.Low90).Seconds()
	t.err += math.Abs((w - r.Mid).Seconds())
	t.naive = append(t.naive, math.Abs(w.Seconds()-f.naive))
	t.dev += math.Abs(w.Seconds() - f.naive)
}

func (t *tally) String() string {
	n := float64(max(t.n, 1))
	slices.Sort(t.naive)
	q := func(p float64) float64 {
		if len(t.naive) == 0 {
			return 0
		}
		return t.naive[int(p*float64(len(t.naive)-1))]
	}
	return fmt.Sprintf("%5d 50%%: %.1f 90%%: %.1f  width %.0f %.0f  err %.0f | naive width %.0f %.0f err %.0f  below %.0f %.0f %.0f %.0f %.0f", t.n, 100*float64(t.in50)/n, 100*float64(t.in90)/n, t.w50/n, t.w90/n, t.err/n, 2*q(.5), 2*q(.9), t.dev/n,
		100*float64(t.low[0])/n, 100*float64(t.low[1])/n, 100*float64(t.low[2])/n, 100*float64(t.low[3])/n, 100*float64(t.low[4])/n)
}
