package queue

import (
	"math"
	"time"
)

// mean is an average that forgets: the weight of what it has seen halves
// with every half-life.
type mean struct {
	V float64 `json:"v"` // the average
	W float64 `json:"w"` // the weight behind it
	T int64   `json:"t"` // when that weight was so, in Unix seconds
}

// at is the mean with its weight as of a moment.
func (m mean) at(now time.Time, half time.Duration) mean {
	t := now.Unix()
	if past := t - m.T; m.W > 0 && past > 0 {
		m.W *= math.Exp2(-float64(past) / half.Seconds())
	}
	m.T = max(m.T, t)
	return m
}

// with is the mean after one more value.
func (m mean) with(now time.Time, half time.Duration, v, w float64) mean {
	m = m.at(now, half)
	m.W += w
	m.V += (v - m.V) * w / m.W
	return m
}

func (m *mean) add(now time.Time, half time.Duration, v, w float64) { *m = m.with(now, half, v, w) }

// toward draws the mean to what is known more generally, which weighs as much
// as so many values.
func (m mean) toward(prior, weight float64) float64 {
	return (m.V*m.W + prior*weight) / (m.W + weight)
}
