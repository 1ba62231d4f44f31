package queue

import (
	"math"
	"time"
)

// Line is what a person sees of the queue at the moment they ask how long it
// will take: everything in it is known to the phone as well.
type Line struct {
	Ahead    int             // persons who will be called before this one, as things stand
	Counters int             // counters that are open
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
// doubt about the pace itself. Where its quantiles are cut is not theory: the
// levels in the pace were calibrated on past ranges and what came true.
//
// One person more ahead never makes any bound smaller.
func Estimate(p Pace, l Line) Range {
	p = p.sane()
	if l.Counters <= 0 {
		return Range{Unknown: true}
	}
	ahead := float64(max(l.Ahead, 0))
	work := p.work(ahead, l)
	// Relative spread of the cube root: many calls even each other out, a
	// wrong idea of the pace does not.
	spread := math.Sqrt(p.chance(work, l)+p.Doubt*p.Doubt) / 3
	at := func(level int) time.Duration {
		root := max(0, 1-spread*spread+p.Levels[level]*spread)
		return seconds(p.leaving(work*root*root*root) + p.opening(level, l))
	}
	return Range{Low90: at(0), Low50: at(1), Mid: at(2), High50: at(3), High90: at(4)}
}

// chance is the relative variance that comes from services being uneven.
func (p Pace) chance(work float64, l Line) float64 {
	slot := p.Mean * (1 - p.Absent) / float64(l.Counters)
	return min(max(p.CV*p.CV, 0.25), 1) * slot / work
}

// work is the expected time until the call if nobody gave up: all that is to
// be done before it, shared among the counters, less what the other counters
// will still have in hand at that moment.
func (p Pace) work(ahead float64, l Line) float64 {
	counters := float64(l.Counters)
	each := p.Mean * (1 - p.Absent)
	inHand := 0.0
	if !l.Closed {
		for _, since := range l.Busy[:min(len(l.Busy), l.Counters)] {
			inHand += p.rest(since.Seconds())
		}
	}
	later := p.Mean * (1 + p.steadiness()) / 2 * (counters - 1) / counters
	// A counter that looks free is rarely ready this second: somebody still
	// packs up, or the officer is on a short errand. So the next call is
	// never promised for now.
	soonest := (ahead + 1) * each / counters / 4
	return max((inHand+ahead*each)/counters-later, soonest)
}

// rest is the expected rest of a service that has lasted for some seconds:
// if all services took the same time it would be the difference, if they
// were as uneven as telephone calls the past would say nothing.
func (p Pace) rest(since float64) float64 {
	even := max(0, p.Mean-max(0, since))
	return even + p.steadiness()*(p.Mean-even)
}

// steadiness is 0 for services of one length and 1 for wholly uneven ones.
func (p Pace) steadiness() float64 { return min(p.CV*p.CV, 1) }

// leaving shortens a wait by those who give up while they wait: each second
// every waiting person goes with the same small chance.
func (p Pace) leaving(wait float64) float64 {
	if p.Leave <= 0 {
		return wait
	}
	return math.Log1p(p.Leave*wait) / p.Leave
}

// Quantiles of the exponential distribution at 5, 25, 50, 75 and 95 percent.
var exponential = [5]float64{0.05, 0.29, 0.69, 1.39, 3.00}

// opening is what passes until the session begins: the announced time and
// how late this queue usually is. Being overdue takes nothing from that, for
// a doctor who is late has not thereby come nearer.
func (p Pace) opening(level int, l Line) float64 {
	if !l.Closed {
		return 0
	}
	return max(0, l.Opens.Seconds()) + p.Late*exponential[level]
}

// seconds turns a number of seconds into a duration of whole seconds.
func seconds(s float64) time.Duration {
	const most = 7 * 24 * 60 * 60 // a week: beyond that a wait has no meaning
	return time.Duration(math.Round(min(max(s, 0), most))) * time.Second
}
