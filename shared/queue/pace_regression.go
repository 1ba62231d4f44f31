package queue

import (
	"math"
	"time"
)

// regression learns how three numbers make up a fourth, and forgets with a
// half-life of a month. It keeps sums only, however much it has seen.
type regression struct {
	XX   [3][3]float64 `json:"xx"`
	XY   [3]float64    `json:"xy"`
	Unix int64         `json:"t"` // when the sums were so
}

func (r *regression) add(now time.Time, x [3]float64, y float64) {
	if past := now.Unix() - r.Unix; past > 0 {
		r.fade(math.Exp2(-float64(past) / monthly.Seconds()))
		r.Unix += past
	}
	for i := range x {
		for j := range x {
			r.XX[i][j] += x[i] * x[j]
		}
		r.XY[i] += x[i] * y
	}
}

func (r *regression) fade(by float64) {
	for i := range r.XY {
		for j := range r.XY {
			r.XX[i][j] *= by
		}
		r.XY[i] *= by
	}
}

// solve gives the weights of the three numbers by least squares, drawn to
// what is known before, which weighs as much as so many observations.
func (r *regression) solve(prior, weight [3]float64) [3]float64 {
	a, b := r.XX, r.XY
	for i := range b {
		a[i][i] += weight[i]
		b[i] += weight[i] * prior[i]
	}
	// The sums are symmetric and the weights positive, so no pivot is nothing.
	for i := range b {
		for j := i + 1; j < 3; j++ {
			f := a[j][i] / a[i][i]
			for k := i; k < 3; k++ {
				a[j][k] -= f * a[i][k]
			}
			b[j] -= f * b[i]
		}
	}
	for i := 2; i >= 0; i-- {
		for k := i + 1; k < 3; k++ {
			b[i] -= a[i][k] * b[k]
		}
		b[i] /= a[i][i]
	}
	return b
}
