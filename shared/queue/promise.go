package queue

import "time"

// Promise is a forecast as a ticket keeps it. Who only wants to know what
// was said reads it as a Range.
type Promise struct {
	Range
	At     time.Time     `json:"at"`
	Opens  time.Duration `json:"opens,omitempty"`
	Drift  float64       `json:"drift,omitempty"`
	Chance float64       `json:"chance,omitempty"`
}

// Promise is the forecast as a ticket keeps it.
func (f Forecast) Promise() Promise {
	return Promise{Range: f.Range, At: f.At.UTC(), Opens: f.Opens, Drift: f.Drift, Chance: f.Chance}
}

// Forecast is what was kept, as far as it was: of a mere range it is not
// known when it was said.
func (p Promise) Forecast() Forecast {
	return Forecast{At: p.At, Opens: p.Opens, Drift: p.Drift, Chance: p.Chance, Range: p.Range}
}
