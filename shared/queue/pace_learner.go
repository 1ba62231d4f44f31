package queue

import (
	"math"
	"time"
)

// How fast the past fades, and how much evidence outweighs what is known more
// generally. Chosen once for queues of people, not fitted to any.
const (
	monthly = 28 * 24 * time.Hour // half-life of what is usual
	lately  = 30 * time.Minute    // half-life of how today goes

	shrinkCell  = 20.0 // services after which an hour or a counter counts half
	shrinkToday = 50.0 // the same for today: one slow hour is mostly chance
	shrinkStart = 5.0  // the same against what somebody said at the start
)

// Learner gathers what a queue shows of its speed. It is not safe for use by
// several goroutines at once.
type Learner struct {
	Start    float64         `json:"start"`    // seconds a person takes, as somebody said
	Length   mean            `json:"length"`   // of a service, in seconds
	Hour     [24]mean        `json:"hour"`     // of a service, by hour of day
	Week     map[int]mean    `json:"week"`     // of a service, by weekday and hour
	Counter  map[string]mean `json:"counter"`  // over what is usual at that hour, by counter
	Today    mean            `json:"today"`    // over what is usual at that hour and counter
	Square   mean            `json:"square"`   // of that, for the spread
	Missing  mean            `json:"missing"`  // share of those called who were not there
	Quitting mean            `json:"quitting"` // share that gives up, per second of waiting
	Late     mean            `json:"late"`     // seconds by which sessions began late
	Score    score           `json:"score"`
}

// NewLearner starts a queue of which somebody said how many seconds a person
// takes.
func NewLearner(start float64) *Learner {
	return &Learner{
		Start: Sensible(start).Mean,
		Week:  map[int]mean{}, Counter: map[string]mean{},
		Score: score{Levels: startLevels},
	}
}

// Served tells of a service that was finished at a moment.
func (l *Learner) Served(at time.Time, counter string, took time.Duration) {
	if took <= 0 {
		return // a slip of the finger: nobody was served
	}
	usual, own := l.usual(at), l.counter(counter)
	// A forgotten "finish" must not say that services take hours, and still
	// less that this hour, this counter and today are slow, all at once.
	length := min(took.Seconds(), 6*usual)
	most := min(length, 3*usual)
	week := weekHour(at)
	l.Square.add(at, monthly, length*length/(usual*usual), 1)
	l.Today.add(at, lately, most/(usual*own), 1)
	l.Counter[counter] = l.Counter[counter].with(at, monthly, most/usual, 1)
	l.Week[week] = l.Week[week].with(at, monthly, most, 1)
	l.Hour[at.Hour()].add(at, monthly, most, 1)
	l.Length.add(at, monthly, length, 1)
}

// Came tells of somebody who was called after some wait and came.
func (l *Learner) Came(at time.Time, wait time.Duration) {
	l.Missing.add(at, monthly, 0, 1)
	l.waited(at, wait, 0)
}

// Missed tells of somebody who was called and not there.
func (l *Learner) Missed(at time.Time) { l.Missing.add(at, monthly, 1, 1) }

// GaveUp tells of somebody who left or cancelled while waiting.
func (l *Learner) GaveUp(at time.Time, wait time.Duration) { l.waited(at, wait, 1) }

// waited keeps how many gave up of all seconds waited, as a mean weighted by
// those seconds.
func (l *Learner) waited(at time.Time, wait time.Duration, left float64) {
	s := max(wait.Seconds(), 1)
	l.Quitting.add(at, monthly, left/s, s)
}

// Opened tells by how much a session began after its time.
func (l *Learner) Opened(at time.Time, late time.Duration) {
	l.Late.add(at, monthly, max(late.Seconds(), 0), 1)
}

// Pace is what is known now, for the counters that are open.
func (l *Learner) Pace(now time.Time, counters []string) Pace {
	const anHour = 3600 // of waiting, before leaving is believed half
	today := l.Today.at(now, lately).toward(1, shrinkToday)
	return Pace{
		Mean:   brief(l.usual(now) * l.speed(counters) * today),
		CV:     brief(math.Sqrt(max(l.Square.toward(1.64, shrinkCell)-1, 0))),
		Absent: brief(l.Missing.toward(0, shrinkCell)),
		Leave:  brief(l.Quitting.toward(0, anHour)),
		Late:   brief(l.Late.toward(0, 3)),
		Fit:    l.Score.fit(now),
		Doubt:  brief(l.Score.doubt()),
		Levels: l.Score.cuts(),
		N:      math.Round(l.Length.at(now, monthly).Weight),
	}.sane()
}

// overall is the mean service of the queue, all hours together.
func (l *Learner) overall() float64 { return l.Length.toward(l.Start, shrinkStart) }

// usual is what a service usually takes at this hour of this weekday.
func (l *Learner) usual(at time.Time) float64 {
	hour := l.Hour[at.Hour()].toward(l.overall(), shrinkCell)
	return l.Week[weekHour(at)].toward(hour, shrinkCell)
}

// counter is how much longer than usual one counter takes.
func (l *Learner) counter(id string) float64 { return l.Counter[id].toward(1, shrinkCell) }

// speed joins counters of different speed: their calls per hour add up.
func (l *Learner) speed(counters []string) float64 {
	if len(counters) == 0 {
		return 1
	}
	calls := 0.0
	for _, id := range counters {
		calls += 1 / l.counter(id)
	}
	return float64(len(counters)) / calls
}

func weekHour(at time.Time) int { return int(at.Weekday())*24 + at.Hour() }
