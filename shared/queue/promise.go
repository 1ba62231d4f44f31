package queue

import "time"

// Promise is a forecast as a ticket keeps it. Who only wants to know what
// was said reads it as a Range.
type Promise struct {
	Range
	At     time.Time     `json:"at"`
	Opens  time.Duration `json:"opens,omitempty"`
	Mean   float64       `json:"mean,omitempty"`
	Traits [3]float64    `json:"traits"`
	Chance float64       `json:"chance,omitempty"`
}

// Promise is the forecast as a ticket keeps it.
func (f Forecast) Promise() Promise {
	return Promise{Range: f.Range, At: f.At.UTC(), Opens: f.Opens, Mean: f.Mean, Traits: f.Traits, Chance: f.Chance}
}

// Forecast is what was kept, as far as it was: of a mere range it is not
// known when it was said.
func (p Promise) Forecast() Forecast {
	return Forecast{At: p.At, Opens: p.Opens, Mean: p.Mean, Traits: p.Traits, Chance: p.Chance, Range: p.Range}
}
