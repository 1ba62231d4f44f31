package queue

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"
	"time"
)

// morning is a Monday, nine o'clock.
var morning = time.Date(2026, 12, 7, 9, 0, 0, 0, time.FixedZone("WIB", 7*60*60))

func near(got, want, share float64) bool { return math.Abs(got-want) <= share*want }

func TestPaceStartsSensibly(t *testing.T) {
	t.Parallel()
	if got, want := NewLearner(420).Pace(morning, []string{"1"}).Mean, Sensible(420).Mean; got != want {
		t.Errorf("a learner that knows nothing says %v seconds, want %v", got, want)
	}
}

func TestPaceLearnsHoursAndCounters(t *testing.T) {
	t.Parallel()
	l := NewLearner(900)
	for day := range 40 {
		for i := range 20 {
			at := morning.AddDate(0, 0, day).Add(time.Duration(i) * 3 * time.Minute)
			l.Served(at, "fast", 200*time.Second)
			l.Served(at.Add(time.Second), "slow", 400*time.Second)
			l.Served(at.Add(4*time.Hour), "fast", 100*time.Second)
		}
	}
	next := morning.AddDate(0, 0, 41)
	for _, c := range []struct {
		at       time.Time
		counters []string
		want     float64
	}{
		{next, nil, 300},
		{next, []string{"slow"}, 450}, // slower still in comparison with the afternoon
		{next.Add(4 * time.Hour), []string{"fast"}, 85},
	} {
		if got := l.Pace(c.at, c.counters).Mean; !near(got, c.want, 0.25) {
			t.Errorf("%v %v: %v seconds, want about %v", c.at, c.counters, got, c.want)
		}
	}
}

func TestPaceFollowsToday(t *testing.T) {
	t.Parallel()
	l := NewLearner(300)
	for i := range 300 {
		l.Served(morning.AddDate(0, 0, -7).Add(time.Duration(i)*10*time.Second), "1", 300*time.Second)
	}
	usual := l.Pace(morning, nil).Mean
	for i := range 60 {
		l.Served(morning.Add(time.Duration(i)*10*time.Second), "1", 600*time.Second)
	}
	if got := l.Pace(morning.Add(10*time.Minute), nil).Mean; got < 1.3*usual {
		t.Errorf("a day twice as slow: %v seconds instead of %v", got, usual)
	}
	if got := l.Pace(morning.AddDate(0, 0, 1), nil).Mean; got > 1.3*usual {
		t.Errorf("the day after a slow day still expects %v seconds", got)
	}
}

func TestPaceLearnsWhoDoesNotCome(t *testing.T) {
	t.Parallel()
	l := NewLearner(300)
	for i := range 400 {
		at := morning.Add(time.Duration(i) * time.Minute)
		switch {
		case i%4 == 0:
			l.Missed(at)
		case i%4 == 1:
			l.GaveUp(at, 20*time.Minute)
		default:
			l.Came(at, 20*time.Minute)
		}
	}
	p := l.Pace(morning.Add(7*time.Hour), nil)
	if !near(p.Absent, 1.0/3, 0.1) {
		t.Errorf("a third was not there, learned %v", p.Absent)
	}
	if !near(p.Leave, 1.0/3/1200, 0.1) {
		t.Errorf("a third gave up in twenty minutes, learned %v per second", p.Leave)
	}
}

func TestPaceForgivesSlips(t *testing.T) {
	t.Parallel()
	l := NewLearner(300)
	for i := range 50 {
		l.Served(morning.Add(time.Duration(i)*time.Minute), "1", 300*time.Second)
	}
	l.Served(morning.Add(time.Hour), "1", 10*time.Hour) // nobody pressed finish
	l.Served(morning.Add(time.Hour), "1", 0)
	// The worst case: nothing else is known of that hour.
	if got := l.Pace(morning.Add(time.Hour), nil).Mean; !near(got, 300, 0.35) {
		t.Errorf("one forgotten service makes %v seconds of 300", got)
	}
}

func TestLearnerSurvivesJSON(t *testing.T) {
	t.Parallel()
	l := NewLearner(300)
	for i := range 50 {
		at := morning.Add(time.Duration(i) * time.Minute)
		f := NewForecast(at, l.Pace(at, nil), Standing{Ahead: i % 7, Counters: 2})
		l.Served(at, "1", time.Duration(100+i)*time.Second)
		l.Resolved(f, time.Duration(i%7+1)*3*time.Minute)
	}
	raw, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	var again Learner
	if err := json.Unmarshal(raw, &again); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(l, &again) {
		t.Error("a learner read back is another")
	}
	pace, err := json.Marshal(l.Pace(morning.Add(time.Hour), nil))
	if err != nil {
		t.Fatal(err)
	}
	if len(pace) > 200 {
		t.Errorf("the pace takes %d bytes: %s", len(pace), pace)
	}
	if got := l.HitRate(); got.Of != 50 || got.In50 > got.In90 {
		t.Errorf("hit-rate of 50 forecasts: %+v", got)
	}
}
