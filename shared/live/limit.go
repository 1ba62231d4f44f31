package live

import "time"

// What a socket may be used for.
const (
	// MaxCall is the longest frame of a phone in bytes.
	MaxCall = 1 << 10
	// MaxTopic is the longest name of a topic in bytes.
	MaxTopic = 80
	// MaxTopics is how many topics one socket may follow: a board with many
	// queues needs dozens, nobody needs more.
	MaxTopics = 64
	// Beat is how often each side says something, so that the other one, and
	// every box between them, knows that it is still there.
	Beat = 25 * time.Second
	// Silence is when the other side is taken for gone: two beats and some.
	Silence = 60 * time.Second
	// PollEvery is how often a phone asks where sockets are blocked.
	PollEvery = 10 * time.Second
)

// End is the code a socket is closed with; it says what the phone does next.
type End int

// The ends. Those of the standard (1000 to 1015) mean ComeBack too.
const (
	// Slow: the socket took its frames too slowly. Come back now.
	Slow End = 4000
	// Old: the socket has lived long enough. Come back now.
	Old End = 4001
	// Idle: nothing was heard for a while. Come back when there is a reason.
	Idle End = 4002
	// Leaving: this server stops. Come back soon, not all at once.
	Leaving End = 4100
	// Crowded: too many sockets from one address. Come back later.
	Crowded End = 4101
	// Malformed: what was sent is not of this protocol. Do not come back with
	// the same program.
	Malformed End = 4400
	// Greedy: too many topics, or too many calls. Do not come back.
	Greedy End = 4401
)

// Return says when a phone comes back.
type Return int

// The returns.
const (
	Now   Return = iota // after a moment, which differs from phone to phone
	Later               // not before PollEvery, and polling meanwhile
	Never               // polling is all that is left
)

// Return is what an end asks of the phone.
func (e End) Return() Return {
	switch {
	case e >= 4400 && e < 4500:
		return Never
	case e >= 4100 && e < 4200 && e != Leaving:
		return Later
	case e == 1009: // a frame that was too large, which only a wrong program sends
		return Never
	}
	return Now
}
