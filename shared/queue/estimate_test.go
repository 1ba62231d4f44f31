package queue

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// wild draws any number a broken message could hold.
func wild(t *rapid.T, name string) float64 {
	return rapid.OneOf(rapid.Float64(), rapid.Float64Range(-2, 2), rapid.Just(math.NaN()), rapid.Just(math.Inf(1))).Draw(t, name)
}

func anyPace(t *rapid.T) Pace {
	p := Pace{
		Mean: rapid.OneOf(rapid.Float64Range(-10, 5000), rapid.Float64()).Draw(t, "mean"),
		CV:   wild(t, "cv"), Doubt: wild(t, "doubt"), Absent: wild(t, "absent"),
		Leave: wild(t, "leave"), Late: wild(t, "late"),
	}
	for i := range p.Levels {
		p.Levels[i] = rapid.OneOf(rapid.Float64Range(-4, 10), rapid.Float64()).Draw(t, "level")
	}
	for i := range p.Fit {
		p.Fit[i] = wild(t, "fit")
	}
	return p
}

func anyStanding(t *rapid.T) Standing {
	second := func(from, to int, name string) time.Duration {
		return time.Duration(rapid.IntRange(from, to).Draw(t, name)) * time.Second
	}
	s := Standing{
		Ahead:    rapid.IntRange(-3, 300).Draw(t, "ahead"),
		Counters: rapid.IntRange(-1, 12).Draw(t, "counters"),
		Closed:   rapid.Bool().Draw(t, "closed"),
		Opens:    second(-7200, 7*86400, "opens"),
	}
	for range rapid.IntRange(0, 14).Draw(t, "busy") {
		s.Busy = append(s.Busy, second(-10, 20000, "since"))
	}
	return s
}

func bounds(r Range) [5]time.Duration {
	return [5]time.Duration{r.Low90, r.Low50, r.Mid, r.High50, r.High90}
}

func TestEstimateIsInOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := anyStanding(t)
		r := Estimate(anyPace(t), s)
		if r.Unknown != (s.Counters <= 0) {
			t.Fatalf("%+v with %d counters", r, s.Counters)
		}
		last := time.Duration(0)
		for _, b := range bounds(r) {
			if b < last {
				t.Fatalf("not in order or negative: %+v", r)
			}
			last = b
		}
	})
}

func TestEstimateGrowsWithTheLine(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p, s := anyPace(t), anyStanding(t)
		fewer := bounds(Estimate(p, s))
		s.Ahead += rapid.IntRange(1, 20).Draw(t, "more")
		for i, b := range bounds(Estimate(p, s)) {
			if b < fewer[i] {
				t.Fatalf("bound %d fell from %v to %v", i, fewer[i], b)
			}
		}
	})
}

func TestEstimateBeforeOpening(t *testing.T) {
	t.Parallel()
	p := Sensible(300)
	p.Late = 600
	s := Standing{Ahead: 4, Counters: 1, Closed: true, Opens: time.Hour}
	r := Estimate(p, s)
	if r.Low90 < time.Hour || r.Mid < time.Hour+6*time.Minute {
		t.Errorf("an hour before opening: %+v", r)
	}
	s.Opens = -5 * time.Minute
	overdue := Estimate(p, s)
	if s.Opens = 0; overdue != Estimate(p, s) {
		t.Error("being overdue brought the session nearer")
	}
}

func TestEstimateSeesTheRoom(t *testing.T) {
	t.Parallel()
	p := Sensible(300)
	p.CV = 0.2
	mid := func(ahead, counters int, busy ...time.Duration) time.Duration {
		return Estimate(p, Standing{Ahead: ahead, Counters: counters, Busy: busy}).Mid
	}
	if mid(3, 1, 4*time.Minute) >= mid(3, 1, time.Minute) {
		t.Error("a service nearly over is as long as one just begun")
	}
	if mid(6, 3) >= mid(6, 1) {
		t.Error("three counters are no faster than one")
	}
	if got := mid(10, 1, 0); got < 50*time.Minute || got > 60*time.Minute {
		t.Errorf("ten ahead of five minutes each, one just begun: %v", got)
	}
}

func BenchmarkEstimate(b *testing.B) {
	p := Sensible(300)
	p.Leave = 0.001
	s := Standing{Ahead: 12, Counters: 4, Busy: []time.Duration{10e9, 20e9, 30e9, 40e9}}
	for b.Loop() {
		Estimate(p, s)
	}
}
