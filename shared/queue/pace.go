package queue

// The wait estimate has two halves. The Learner lives in the server, one for
// each queue, and is fed with what happened; a Pace is what it knows at one
// moment, small enough to travel in every call, and from it the phone makes
// its own range with Estimate.
//
// What the server feeds, in order of time and in the zone of the queue (hours
// of day and weekdays are read from the times), all of it from tickets:
//
//   - a service is finished, from called_at, finished_at and the counter:
//     Served(finished_at, counter, finished_at - called_at). Not for tickets
//     that were absent, skipped or moved on at once.
//   - a ticket leaves the line, wait counted from the later of joining and the
//     opening: Came, Missed (called and not there) or GaveUp (cancelled while
//     waiting).
//   - the first call of a session: Opened(called_at, called_at - opening).
//   - a person is told a range: NewForecast, kept with the ticket. When they are
//     called: Resolved(forecast, called_at - forecast.At). Only the first
//     forecast made on the day itself, and not of tickets that stepped out or
//     gave up, for their wait says nothing about the queue.
//
// After each of these Learner.Pace(now, open counters) is worth sending anew.
// The learner is plain data and may be kept as JSON; made anew, it learns the
// same from the tickets and forecasts of the last eight weeks read in order.

// Pace is what is known of the speed of a queue at one moment.
type Pace struct {
	Mean   float64    `json:"m"`           // seconds one person takes one counter
	CV     float64    `json:"cv"`          // standard deviation of that, as a share of the mean
	Absent float64    `json:"a,omitempty"` // share of those called who are not there
	Leave  float64    `json:"l,omitempty"` // chance per second that a waiting person gives up
	Late   float64    `json:"o,omitempty"` // seconds by which sessions begin after their time
	Fit    [3]float64 `json:"f"`           // weight of nothing, of the work ahead, of the position
	Doubt  float64    `json:"d"`           // how far the pace itself may be wrong, as a share
	Levels [5]float64 `json:"z"`           // where the spread is cut, in standard scores
	N      float64    `json:"n,omitempty"` // services behind it, older ones count less
}

// shares are how many truths should lie below each bound of a range. They are
// not even on both sides. A long wait is off by more than a short one, so the
// narrowest range that holds nine of ten leaves out more above than below; and
// who comes a little early loses minutes, who is called early the turn.
var shares = [5]float64{0.02, 0.15, 0.50, 0.65, 0.92}

// startLevels are where a normal distribution has these shares below: what
// holds before anything has been calibrated.
var startLevels = [5]float64{-2.054, -1.036, 0, 0.385, 1.405}

// plainFit takes the work before a person for their wait.
var plainFit = [3]float64{0, 1, 0}

// Sensible is the pace of a queue without history, of which somebody said how
// many seconds a person usually takes. Nobody knows that well, so it may be
// wrong by half.
func Sensible(start float64) Pace {
	return Pace{Mean: start, CV: 0.8, Fit: plainFit, Doubt: 0.5, Levels: startLevels}.sane()
}

// Limits of what a pace can be. Beyond them something was measured wrongly;
// within them the bounds of a range are in order and grow with the line.
const (
	leastMean, mostMean   = 1, 8 * 60 * 60
	leastLevel, mostLevel = -3, 9
	leastSlope            = 0.05
	mostLeave             = 0.1
)

// sane brings a pace within its limits, also one from an older server.
func (p Pace) sane() Pace {
	p.Mean = bounded(p.Mean, leastMean, mostMean, 600)
	p.CV = bounded(p.CV, 0, 3, 0.8)
	p.Absent = bounded(p.Absent, 0, 0.9, 0)
	p.Leave = bounded(p.Leave, 0, mostLeave, 0)
	p.Late = bounded(p.Late, 0, mostMean, 0)
	if p.Fit == ([3]float64{}) {
		p.Fit = plainFit
	}
	p.Fit[0] = bounded(p.Fit[0], -5, 5, 0)
	p.Fit[1] = bounded(p.Fit[1], leastSlope, 3, 1)
	p.Fit[2] = bounded(p.Fit[2], 0, 3, 0)
	// With more doubt than slope the lowest bound would fall as the line grows.
	p.Doubt = min(bounded(p.Doubt, 0, 1, 0.5), p.Fit[1])
	if p.Levels == ([5]float64{}) {
		p.Levels = startLevels
	}
	for i := range p.Levels {
		p.Levels[i] = bounded(p.Levels[i], leastLevel, mostLevel, startLevels[i])
		if i > 0 {
			p.Levels[i] = max(p.Levels[i], p.Levels[i-1])
		}
	}
	return p
}

// bounded brings x between its limits; what is no number becomes the usual.
func bounded(x, least, most, usual float64) float64 {
	if x != x {
		return usual
	}
	return min(max(x, least), most)
}
