package queue

import (
	"math"
	"slices"
	"time"
)

// bank replays its days and tells callers a range from nothing but what was
// known when they arrived.
type bank struct {
	calls    []bankCall
	everyone bool // also those who are put through at once
	waiting  map[int]bool
	talking  map[string]bankMoment  // the call every agent is in, since when
	free     map[string]time.Time   // agents who finished, and when
	learners map[string]*Learner    // by line
	naive    map[string]*mean       // seconds per position, the same
	band     map[string]*[2]float64 // seconds around the naive estimate, the same
	told     map[int]bankForecast
}

type bankForecast struct {
	call     bankCall
	ahead    int
	forecast Forecast
	naive    float64    // seconds: the average so far, times the position
	band     [2]float64 // seconds on both sides that held half and nine tenths so far
}

// replay returns the forecasts of all who were served.
func replay(calls []bankCall, everyone bool) []bankForecast {
	b := bank{
		calls: calls, everyone: everyone,
		waiting: map[int]bool{}, talking: map[string]bankMoment{}, free: map[string]time.Time{},
		learners: map[string]*Learner{}, naive: map[string]*mean{}, band: map[string]*[2]float64{}, told: map[int]bankForecast{},
	}
	for _, c := range calls {
		if b.learners[c.line] == nil {
			b.learners[c.line], b.naive[c.line] = NewLearner(300), &mean{}
			b.band[c.line] = &[2]float64{60, 180}
		}
	}
	var out []bankForecast
	for _, m := range bankMoments(calls) {
		switch m.kind {
		case callFinished:
			b.finished(m)
		case callArrived:
			b.arrived(m)
		case callLeft, callThrough:
			if f, known := b.leaves(m); known {
				out = append(out, f)
			}
		}
	}
	return out
}

func (b *bank) finished(m bankMoment) {
	c := b.calls[m.call]
	if b.talking[c.agent].call != m.call {
		return // the record was wrong: the agent had long taken another call
	}
	delete(b.talking, c.agent)
	b.free[c.agent] = m.at
	b.learners[c.line].Served(m.at, c.agent, c.service)
}

func (b *bank) arrived(m bankMoment) {
	c := b.calls[m.call]
	b.waiting[m.call] = true
	if c.wait == 0 && !b.everyone {
		return
	}
	s, agents := b.standing(c, m)
	n := b.naive[c.line]
	b.told[m.call] = bankForecast{
		call: c, ahead: s.Ahead,
		forecast: NewForecast(m.at, b.learners[c.line].Pace(m.at, agents), s),
		naive:    n.Value * float64(s.Ahead+1), band: *b.band[c.line],
	}
}

// standing is what the caller could see. Who is told to wait knows that free
// agents are not free for them; so for these the counters are the busy ones.
func (b *bank) standing(c bankCall, m bankMoment) (Standing, []string) {
	var s Standing
	for i := range b.waiting {
		if o := b.calls[i]; i != m.call && o.line == c.line && !o.rank().After(c.rank()) {
			s.Ahead++
		}
	}
	var agents []string
	for id, since := range b.talking {
		if took := m.at.Sub(since.at); took < time.Hour {
			agents, s.Busy = append(agents, id), append(s.Busy, took)
		}
	}
	for id, since := range b.free {
		if b.everyone && m.at.Sub(since) < time.Minute {
			agents = append(agents, id)
		}
	}
	slices.Sort(agents)
	slices.Sort(s.Busy)
	s.Counters = len(agents)
	return s, agents
}

func (b *bank) leaves(m bankMoment) (f bankForecast, known bool) {
	c, l := b.calls[m.call], b.learners[b.calls[m.call].line]
	delete(b.waiting, m.call)
	f, known = b.told[m.call]
	delete(b.told, m.call)
	if !c.served {
		l.GaveUp(m.at, c.wait)
		return f, false
	}
	if c.agent != "" {
		delete(b.free, c.agent)
		b.talking[c.agent] = m
	}
	if c.wait > 0 {
		l.Came(m.at, c.wait)
	}
	if known {
		l.Resolved(f.forecast, c.wait)
		for i, share := range [2]float64{0.5, 0.9} {
			if math.Abs(c.wait.Seconds()-f.naive) <= f.band[i] {
				share--
			}
			b.band[c.line][i] += 3 * share
		}
		b.naive[c.line].add(m.at, monthly, c.wait.Seconds()/float64(f.ahead+1), 1)
	}
	return f, known && !f.forecast.Range.Unknown
}
