package queue

import (
	"math"
	"time"
)

// End says how a ticket left the line.
type End int

// The ways out of a line.
const (
	Came   End = iota // called, and came
	Absent            // called, and was not there
	Left              // gave up or cancelled while waiting
)

// How fast the past fades and how much evidence outweighs what is known more
// generally. Chosen once for queues of people, not fitted to one.
const (
	weeks   = 28 * 24 * time.Hour // half-life of what is usual for an hour or a counter
	lately  = 30 * time.Minute    // half-life of how today goes
	shrink  = 20                  // services after which an hour's own mean counts half
	shrinkD = 10                  // services or waits after which today counts half
)

// Learner gathers what a queue shows of its speed. It is not safe for use by
// several goroutines.
type Learner struct {
	Start    float64         `json:"start"` // seconds a person takes, as somebody said
	All      mean            `json:"all"`
	Square   mean            `json:"square"` // of a service's length over what was expected
	Hour     [24]mean        `json:"hour"`   // length over the usual, by hour of day
	Week     map[int]mean    `json:"week"`   // the same by weekday and hour
	Counter  map[string]mean `json:"counter"`
	Today    mean            `json:"today"`
	Waits    mean            `json:"waits"` // truth over forecast of late, weighted by length
	Wrong    mean            `json:"wrong"`
	Missing  mean            `json:"missing"` // share not there when called
	Going    mean            `json:"going"`   // share that gives up, per second: see Waited
	Lateness mean            `json:"lateness"`
	Score    score           `json:"score"`
}

// NewLearner starts a queue of which somebody said how long a person takes.
func NewLearner(start float64) *Learner {
	return &Learner{Start: Sensible(start).Mean, Week: map[int]mean{}, Counter: map[string]mean{}, Score: newScore()}
}

// Served tells of a service finished at a moment, in the zone of the queue,
// for hours of day are hours there.
func (l *Learner) Served(at time.Time, counter string, took time.Duration) {
	usual := l.usual(at)
	length := took.Seconds()
	if length <= 0 {
		return // a slip of the finger: nobody was served
	}
	// A forgotten "finish" must not say that services take hours.
	length = min(length, 6*usual)
	own := l.counter(counter)
	week := weekHour(at)
	l.Square.add(at, weeks, sq(length/usual), 1)
	l.Today.add(at, lately, length/(usual*own), 1)
	l.Counter[counter] = l.Counter[counter].with(at, weeks, length/usual, 1)
	hour := length / l.overall()
	l.Week[week] = l.Week[week].with(at, weeks, hour, 1)
	l.Hour[at.Hour()].add(at, weeks, hour, 1)
	l.All.add(at, weeks, length, 1)
}

// Waited tells of a ticket that left the line after some wait.
func (l *Learner) Waited(at time.Time, wait time.Duration, end End) {
	s := max(wait.Seconds(), 0)
	switch end {
	case Came:
		l.Missing.add(at, weeks, 0, 1)
	case Absent:
		l.Missing.add(at, weeks, 1, 1)
	}
	left := 0.0
	if end == Left {
		left = 1
	}
	// Left over all seconds waited, as a mean weighted by those seconds.
	l.Going.add(at, weeks, left/max(s, 1), max(s, 1))
}

// Opened tells how long after its time a session began.
func (l *Learner) Opened(at time.Time, late time.Duration) {
	l.Lateness.add(at, weeks, max(late.Seconds(), 0), 1)
}

// Pace is what is known now, for the counters that are open.
func (l *Learner) Pace(now time.Time, counters []string) Pace {
	usual := l.usual(now)
	today := l.Today.at(now, lately).toward(1, shrinkD)
	drift := l.drift(now)
	n := l.All.at(now, weeks).W
	square := l.Square.toward(1+0.8*0.8, shrink)
	return Pace{
		Mean:   usual * l.speed(counters) * today * drift,
		CV:     math.Sqrt(max(square-1, 0.01)),
		Doubt:  math.Sqrt(min(max(l.Wrong.toward(0.25, shrink), 0.01), 1)),
		Absent: l.Missing.toward(0, shrink),
		Leave:  min(l.Going.V*min(l.Going.W/3600, 1), mostLeave),
		Late:   l.Lateness.toward(0, 3),
		Levels: l.Score.Levels,
		Drift:  drift,
		N:      math.Round(n),
	}.sane()
}

// doubt about the mean falls with the evidence, but never to nothing: the
// day is always a little different from what is usual.
func (l *Learner) doubt(n float64) float64 {
	const settled, fresh = 0.2, 0.5
	return settled + (fresh-settled)*shrink/(shrink+n)
}

// overall is the mean of the queue, all hours together.
func (l *Learner) overall() float64 { return l.All.toward(l.Start, shrink/4) }

// usual is what a service usually takes at this hour of this weekday.
func (l *Learner) usual(at time.Time) float64 {
	hour := l.Hour[at.Hour()].toward(1, shrink)
	return l.overall() * l.Week[weekHour(at)].toward(hour, shrink)
}

// counter is how much longer than usual one counter takes.
func (l *Learner) counter(id string) float64 { return l.Counter[id].toward(1, shrink) }

// speed joins counters of different speed: their calls per hour add up.
func (l *Learner) speed(counters []string) float64 {
	if len(counters) == 0 {
		return 1
	}
	calls := 0.0
	for _, id := range counters {
		calls += 1 / max(l.counter(id), 0.05)
	}
	return float64(len(counters)) / calls
}

func weekHour(at time.Time) int { return int(at.Weekday())*24 + at.Hour() }

func sq(x float64) float64 { return x * x }
