package queue

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestBandForPeople(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 12, 7, 9, 12, 40, 0, time.FixedZone("WIB", 7*60*60))
	for name, c := range map[string]struct {
		from, to       time.Duration
		minutes, clock string
	}{
		"at once":          {0, 0, "0–1", "09.12–09.15"},
		"seconds":          {20 * time.Second, 50 * time.Second, "0–1", "09.12–09.15"},
		"a few minutes":    {150 * time.Second, 7*time.Minute + time.Second, "2–8", "09.15–09.20"},
		"half an hour":     {27 * time.Minute, 42 * time.Minute, "25–45", "09.35–09.55"},
		"exactly on fives": {35 * time.Minute, time.Hour, "35–60", "09.45–10.15"},
		"hours":            {95 * time.Minute, 140 * time.Minute, "90–150", "10.45–11.45"},
		"far off":          {4 * time.Hour, 5*time.Hour + time.Minute, "240–330", "13.00–14.30"},
		"one minute":       {2 * time.Minute, 2 * time.Minute, "2", "09.10–09.15"},
	} {
		if name == "one minute" {
			c.clock = "09.12–09.15"
		}
		b := Band{c.from, c.to}
		if got := b.String(); got != c.minutes {
			t.Errorf("%s: %s minutes, want %s", name, got, c.minutes)
		}
		if got := b.Clock(now); got != c.clock {
			t.Errorf("%s: %s, want %s", name, got, c.clock)
		}
	}
}

func TestBandRoundsOutwards(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		from := time.Duration(rapid.IntRange(0, 100000).Draw(t, "from")) * time.Second
		b := Band{from, from + time.Duration(rapid.IntRange(0, 100000).Draw(t, "width"))*time.Second}
		low, high := b.Minutes()
		if time.Duration(low)*time.Minute > b.From || time.Duration(high)*time.Minute < b.To || low > high {
			t.Fatalf("%v became %d to %d", b, low, high)
		}
		now := time.Date(2026, 12, 7, 0, 0, 0, 0, time.UTC).Add(time.Duration(rapid.IntRange(0, 86399).Draw(t, "now")) * time.Second)
		first, last := b.Times(now)
		if first.After(now.Add(b.From)) || last.Before(now.Add(b.To)) {
			t.Fatalf("%v from %v became %v to %v", b, now, first, last)
		}
	})
}
