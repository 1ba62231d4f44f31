package queue

import (
	"math"
	"time"
)

// Standing is what a person sees of the queue at the moment they ask how long
// it will take. The phone knows all of it as well as the server.
type Standing struct {
	Ahead    int             // persons who will be called before this one, as things stand
	Counters int             // counters that are open, or will be when Closed
	Busy     []time.Duration // for every counter in mid-service, how long it has been
	Closed   bool            // the session has not begun; Busy is ignored
	Opens    time.Duration   // until the announced opening, when Closed; negative when it is overdue
}

// Estimate says how long it takes from now until the person is called.
//
// The middle comes from the work that lies before them: what is left of the
// running services, and one service for each person ahead who comes when
// called, shared among the counters. The spread is that of a gamma
// distribution with as many stages as there are calls to wait for (through
// Wilson and Hilferty's cube root, which costs no iteration), wider by the
// doubt about the pace itself. Where it is cut is not theory: the levels in
// the pace were calibrated on past ranges and what came true.
//
// One person more ahead never makes any bound smaller.
func Estimate(p Pace, s Standing) Range {
	if s.Counters <= 0 {
		return Range{Unknown: true}
	}
	p = p.sane()
	work := p.work(s)
	// Many calls even each other out, a wrong idea of the pace does not.
	spread := math.Sqrt(p.chance(work, s)+p.Doubt*p.Doubt) / 3
	at := func(i int) time.Duration {
		root := max(0, 1-spread*spread+p.Levels[i]*spread)
		return wholeSeconds(p.untilOpen(i, s) + p.thinned(work*root*root*root))
	}
	return Range{Low90: at(0), Low50: at(1), Mid: at(2), High50: at(3), High90: at(4)}
}

// work is the expected time until the call if nobody gave up: all that is to
// be done before it, shared among the counters, less what the other counters
// will still have in hand at that moment.
func (p Pace) work(s Standing) float64 {
	counters := float64(s.Counters)
	ahead := float64(max(s.Ahead, 0)) * p.slot(s)
	inHand := 0.0
	if !s.Closed {
		for _, since := range s.Busy[:min(len(s.Busy), s.Counters)] {
			inHand += p.rest(since.Seconds())
		}
	}
	later := p.Mean * (1 + p.uneven()) / 2 * (counters - 1) / counters
	// A counter that looks free is rarely ready this second: somebody still
	// packs up, or the officer is on a short errand. So the next call is
	// never promised for now.
	soonest := (ahead + p.slot(s)) / 4
	return max(inHand/counters+ahead-later, soonest)
}

// slot is the mean time from one call to the next when every counter is busy.
func (p Pace) slot(s Standing) float64 { return p.Mean * (1 - p.Absent) / float64(s.Counters) }

// chance is the relative variance of some work that comes from services being
// uneven. Its bounds keep the ranges growing with the line.
func (p Pace) chance(work float64, s Standing) float64 {
	return max(p.uneven(), 0.25) * p.slot(s) / work
}

// rest is the expected rest of a service that has lasted for some seconds:
// if all services took the same time it would be the difference, if they
// were as uneven as telephone calls the past would say nothing.
func (p Pace) rest(since float64) float64 {
	even := max(0, p.Mean-max(0, since))
	return even + p.uneven()*(p.Mean-even)
}

// uneven is 0 for services of one length and 1 for those of any length.
func (p Pace) uneven() float64 { return min(p.CV*p.CV, 1) }

// thinned shortens a wait by those who give up ahead: each second every
// waiting person goes with the same small chance.
func (p Pace) thinned(wait float64) float64 {
	if p.Leave <= 0 {
		return wait
	}
	return math.Log1p(p.Leave*wait) / p.Leave
}

// lateness are the quantiles of an exponential distribution at 5, 25, 50, 75
// and 95 percent: most sessions begin nearly on time, a few very late.
var lateness = [5]float64{0.05, 0.29, 0.69, 1.39, 3.00}

// untilOpen is what passes until the session begins: the announced time and
// how late this queue usually is. Being overdue takes nothing from the latter,
// for a doctor who is late has not thereby come nearer.
func (p Pace) untilOpen(i int, s Standing) float64 {
	if !s.Closed {
		return 0
	}
	return max(0, s.Opens.Seconds()) + p.Late*lateness[i]
}

func wholeSeconds(s float64) time.Duration {
	const most = 30 * 24 * 60 * 60 // farther off than any booking
	return time.Duration(math.Round(min(max(s, 0), most))) * time.Second
}
