package queue

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"
)

// clinic is a made-up doctor's session as we will meet it: everybody has a
// number before it begins or soon after, the doctor is often late, some
// patients are not there when called, and between two patients the room is
// tidied, which no ticket tells.
type clinic struct {
	rng     *rand.Rand
	learner *Learner
	rooms   int
	short   tally // of those with fewer than ten ahead
	long    tally
}

// session replays one day.
func (c *clinic) session(opening time.Time, patients int, count bool) {
	late := time.Duration(c.rng.ExpFloat64() * float64(15*time.Minute))
	begin := opening.Add(late)
	ready := make([]time.Time, c.rooms)
	for i := range ready {
		ready[i] = begin
	}
	names := []string{"1", "2", "3", "4"}[:c.rooms]
	slow := math.Exp(0.2 * c.rng.NormFloat64()) // of this day
	running := make([]time.Time, c.rooms)
	unheard := make([]clinicVisit, c.rooms) // by the learner, until they are over
	var open []clinicAsk
	for ticket := range patients {
		room := 0
		for i := range ready {
			if ready[i].Before(ready[room]) {
				room = i
			}
		}
		called := ready[room]
		if v := unheard[room]; v.took > 0 {
			c.learner.Served(v.finished, names[room], v.took)
			unheard[room] = clinicVisit{}
		}
		if ticket == 0 {
			c.learner.Opened(called, called.Sub(opening))
			open = c.ask(opening.Add(-30*time.Minute), opening, patients, 0, nil, names)
		}
		for _, a := range open {
			if a.ticket == ticket {
				c.called(a, called, count)
			}
		}
		if c.rng.Float64() < 0.1 {
			c.learner.Missed(called)
			running[room] = time.Time{}
			ready[room] = called.Add(30 * time.Second)
			continue
		}
		c.learner.Came(called, called.Sub(opening))
		took := time.Duration(float64(6*time.Minute) * slow * math.Exp(0.5*c.rng.NormFloat64()))
		running[room] = called
		ready[room] = called.Add(took + time.Duration(c.rng.ExpFloat64()*float64(90*time.Second)))
		unheard[room] = clinicVisit{called.Add(took), took}
		if ticket%7 == 3 {
			open = append(open, c.ask(called, opening, patients, ticket+1, busySince(running, called), names)...)
		}
	}
}

type clinicVisit struct {
	finished time.Time
	took     time.Duration
}

type clinicAsk struct {
	ticket   int
	ahead    int
	forecast Forecast
}

// ask tells every fifth of those who wait a range.
func (c *clinic) ask(now, opening time.Time, patients, next int, busy []time.Duration, names []string) []clinicAsk {
	p := c.learner.Pace(now, names)
	var asks []clinicAsk
	for ticket := next + c.rng.IntN(5); ticket < patients; ticket += 5 {
		s := Standing{Ahead: ticket - next, Counters: c.rooms, Busy: busy}
		if next == 0 {
			s.Closed, s.Opens = true, opening.Sub(now)
		}
		asks = append(asks, clinicAsk{ticket, s.Ahead, NewForecast(now, p, s)})
	}
	return asks
}

func (c *clinic) called(a clinicAsk, at time.Time, count bool) {
	wait := at.Sub(a.forecast.At)
	c.learner.Resolved(a.forecast, wait)
	if !count {
		return
	}
	of := &c.short
	if a.ahead >= 10 {
		of = &c.long
	}
	of.add(a.forecast, wait)
}

func busySince(running []time.Time, now time.Time) []time.Duration {
	var busy []time.Duration
	for _, since := range running {
		if !since.IsZero() {
			busy = append(busy, now.Sub(since))
		}
	}
	return busy
}

// The same learner, told nothing of the clinic but a wrong guess of its speed,
// is honest there too: before opening and after, near the door and far back.
func TestRangesHoldAtTheClinic(t *testing.T) {
	t.Parallel()
	for rooms := 1; rooms <= 4; rooms += 3 {
		c := clinic{rng: rand.New(rand.NewPCG(1, uint64(rooms))), learner: NewLearner(900), rooms: rooms}
		for day := range 180 {
			c.session(time.Date(2026, 1, 1+day, 8, 0, 0, 0, time.UTC), 40, day >= 20)
		}
		t.Logf("rooms %d, fewer than 10 ahead %s", rooms, &c.short)
		t.Logf("rooms %d, 10 or more ahead %s", rooms, &c.long)
		mustHold(t, &c.short, 0.08, 0.05)
		mustHold(t, &c.long, 0.08, 0.05)
	}
}
