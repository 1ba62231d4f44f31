package queue

import (
	"math"
	"time"
)

// mean is an average that forgets: the weight of what it has seen halves with
// every half-life.
type mean struct {
	Value  float64 `json:"v"`
	Weight float64 `json:"w"`
	Unix   int64   `json:"t"` // when the weight was so
}

// at is the mean with its weight as of a moment.
func (m mean) at(now time.Time, half time.Duration) mean {
	past := now.Unix() - m.Unix
	if past <= 0 {
		return m
	}
	if m.Weight > 0 {
		m.Weight *= math.Exp2(-float64(past) / half.Seconds())
	}
	m.Unix += past
	return m
}

// with is the mean after one more value.
func (m mean) with(now time.Time, half time.Duration, value, weight float64) mean {
	m = m.at(now, half)
	m.Weight += weight
	m.Value += (value - m.Value) * weight / m.Weight
	return m
}

func (m *mean) add(now time.Time, half time.Duration, value, weight float64) {
	*m = m.with(now, half, value, weight)
}

// toward draws the mean to what is known more generally, which weighs as much
// as so many values.
func (m mean) toward(prior, weight float64) float64 {
	return (m.Value*m.Weight + prior*weight) / (m.Weight + weight)
}

// brief keeps four digits, for a pace travels in every call.
func brief(x float64) float64 {
	if x == 0 {
		return 0
	}
	scale := math.Pow(10, 3-math.Floor(math.Log10(math.Abs(x))))
	return math.Round(x*scale) / scale
}
