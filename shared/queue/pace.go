package queue

// The wait estimate has two halves. The learner lives in the server, one for
// each queue, and is fed with what happened; the pace is what it knows at one
// moment, small enough to travel in every call, and from it the phone makes
// its own range with Estimate.
//
// What the server feeds, in order of time, all of it from tickets:
//   - a service is finished (called_at, finished_at, counter):
//     Learner.Served(finished_at, counter, finished_at - called_at);
//   - a ticket leaves the line: called and came, called and not there, or
//     cancelled while waiting: Learner.Waited(now, now - joined_at, Came |
//     Absent | Left);
//   - a ticket is taken: Estimate with Learner.Pace, kept with the ticket as
//     Learner.Forecast; when the ticket is called, Learner.Resolved(forecast,
//     called_at - forecast.At), and when it ends otherwise, nothing;
//   - the first call of a session: Learner.Opened(first call - opening).
//
// The learner is plain data and can be kept as JSON; made anew, it learns
// the same from the tickets of the last weeks read in order.

// Pace is what is known of the speed of a queue at one moment.
type Pace struct {
	Mean   float64    `json:"m"`           // seconds one person takes one counter
	CV     float64    `json:"cv"`          // standard deviation of that, as a share of the mean
	Doubt  float64    `json:"d"`           // how far the mean itself may be wrong, as a share
	Absent float64    `json:"a,omitempty"` // share of those called who are not there
	Leave  float64    `json:"l,omitempty"` // chance per second that a waiting person gives up
	Late   float64    `json:"o,omitempty"` // seconds sessions usually begin after their time
	Levels [5]float64 `json:"z"`           // where the distribution is cut, in standard scores
	Drift  float64    `json:"r,omitempty"` // part of the mean that came from recent waits, as a factor
	N      float64    `json:"n"`           // services behind it, the older the less
}

// levels are those of a normal distribution at 5, 25, 50, 75 and 95 percent:
// the start before anything has been calibrated.
var levels = [5]float64{-1.645, -0.674, 0, 0.674, 1.645}

// Sensible is the pace of a queue without history of which somebody said how
// long a person usually takes. It doubts that much more than a learned one.
func Sensible(start float64) Pace {
	return Pace{Mean: start, CV: 0.8, Doubt: 0.5, Levels: levels, Drift: 1}.sane()
}

// Limits of what a pace can be. Beyond them something was measured wrongly,
// and within them the bounds of a range are in order and grow with the line.
const (
	leastMean, mostMean = 1, 8 * 60 * 60
	mostLevel           = 3
	mostLeave           = 0.1
)

// sane brings a pace within its limits, also one from an older server.
func (p Pace) sane() Pace {
	p.Mean = within(p.Mean, leastMean, mostMean, 600)
	p.CV = within(p.CV, 0, 3, 0.8)
	p.Doubt = within(p.Doubt, 0, 1, 0.5)
	p.Absent = within(p.Absent, 0, 0.9, 0)
	p.Leave = within(p.Leave, 0, mostLeave, 0)
	p.Late = within(p.Late, 0, mostMean, 0)
	if p.Levels == ([5]float64{}) {
		p.Levels = levels
	}
	for i := range p.Levels {
		p.Levels[i] = within(p.Levels[i], -mostLevel, mostLevel, levels[i])
		if i > 0 {
			p.Levels[i] = max(p.Levels[i], p.Levels[i-1])
		}
	}
	return p
}

// within brings x between its limits; what is no number becomes the usual.
func within(x, least, most, usual float64) float64 {
	if x != x {
		return usual
	}
	return min(max(x, least), most)
}
