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
// It reckons in cube roots, for the cube root of a wait is spread almost
// evenly to both sides (Wilson and Hilferty), and by nearly as much in a short
// line as in a long one. The middle is the work that lies before the person
// and their position, weighed as past waits taught; so where officers often
// leave an open counter, their number comes to count for less. Where the
// spread is cut is not theory either: the levels in the pace were calibrated
// on past ranges and what came true.
//
// One person more ahead never makes any bound smaller.
func Estimate(p Pace, s Standing) Range {
	if s.Counters <= 0 {
		return Range{Unknown: true}
	}
	p = p.sane()
	unit, traits := math.Cbrt(p.Mean), p.traits(s)
	middle := dot(p.Fit, traits)
	spread := math.Sqrt(p.chance(s)+p.Doubt*p.Doubt*traits[1]*traits[1]) / 3
	at := func(i int) time.Duration {
		root := unit * max(0, middle+p.Levels[i]*spread)
		return wholeSeconds(p.untilOpen(i, s) + root*root*root)
	}
	return Range{Low90: at(0), Low50: at(1), Mid: at(2), High50: at(3), High90: at(4)}
}

// traits are what the middle is made of: one, the work before the person and
// their position in the line, as cube roots and in mean services.
func (p Pace) traits(s Standing) [3]float64 {
	position := float64(max(s.Ahead, 0) + 1)
	return [3]float64{1, math.Cbrt(p.thinned(p.work(s)) / p.Mean), math.Cbrt(position)}
}

// chance is what the unevenness of services adds to the spread.
func (p Pace) chance(s Standing) float64 {
	slot := p.slot(s) / p.Mean
	return max(p.uneven(), 0.25) * math.Cbrt(slot*slot)
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

// lateness are the quantiles of an exponential distribution at the shares of
// a range: most sessions begin nearly on time, a few very late.
var lateness = [5]float64{0.02, 0.16, 0.69, 1.05, 2.53}

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

func dot(a, b [3]float64) float64 { return a[0]*b[0] + a[1]*b[1] + a[2]*b[2] }
