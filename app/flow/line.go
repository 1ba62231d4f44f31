package flow

import (
	"encoding/json"
	"math/rand/v2"
	"sync"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/shared/fault"
	"rumah/shared/live"
)

// pace is how patient a line is.
type pace struct {
	first   time.Duration // before the second try; each further one waits twice as long
	most    time.Duration // between tries
	open    time.Duration // for a socket to open
	answer  time.Duration // for a ping to be answered
	silence time.Duration // before the server is asked whether it is there
	poll    time.Duration
	linger  time.Duration // how long a socket stays that nobody needs
}

var usual = pace{
	first: 500 * time.Millisecond, most: time.Minute, open: 10 * time.Second, answer: 5 * time.Second,
	silence: live.Silence - 10*time.Second, poll: live.PollEvery, linger: 20 * time.Second,
}

// failures is how many sockets must fail, none of which said anything,
// before they are taken for blocked.
const failures = 3

// wire is a socket as a line sees it.
type wire interface {
	Send(text string)
	Close()
}

// copied is what the tab knows of one topic.
type copied struct {
	tracker   live.Tracker
	followers []*follower
	asked     bool // all that is missing is on its way
	polled    bool // a poll is on its way
	of        time.Time
	fault     *fault.Fault
}

// line is the one connection of a tab. Everything in it is done by its own
// goroutine, in turn: the browser, the clock and the screens only post.
type line struct {
	api  live.API
	dial func(browser.SocketEvents) wire
	pace pace
	now  func() time.Time

	mu    sync.Mutex
	queue []func()
	wake  chan struct{}

	topics map[string]*copied
	socket wire
	open   bool      // the socket has opened
	heard  time.Time // when it last said something
	asked  bool      // it is asked whether it is there
	turn   int       // sockets so far; what an earlier one says is dropped
	tries  int       // sockets that failed since one last said something
	never  bool      // the server wants no socket of this program
	later  bool      // the server is crowded
	alarm  int       // alarms set so far; an earlier one does nothing
	asks   int       // likewise for polls
}

func newLine(api live.API, dial func(browser.SocketEvents) wire) *line {
	return &line{api: api, dial: dial, pace: usual, now: time.Now, wake: make(chan struct{}, 1), topics: map[string]*copied{}}
}

// post has the line do something. It never waits.
func (l *line) post(do func()) {
	l.mu.Lock()
	l.queue = append(l.queue, do)
	l.mu.Unlock()
	select {
	case l.wake <- struct{}{}:
	default:
	}
}

func (l *line) run() {
	for range l.wake {
		l.mu.Lock()
		queue := l.queue
		l.queue = nil
		l.mu.Unlock()
		for _, do := range queue {
			do()
		}
	}
}

// after posts later, unless another alarm is set meanwhile.
func (l *line) after(d time.Duration, do func()) {
	l.alarm++
	alarm := l.alarm
	time.AfterFunc(d, func() {
		l.post(func() {
			if alarm == l.alarm {
				do()
			}
		})
	})
}

func (l *line) add(f *follower) {
	c := l.topics[f.topic]
	if c == nil {
		c = &copied{}
		l.topics[f.topic] = c
	}
	c.followers = append(c.followers, f)
	c.tracker.Lose() // the newcomer has no copy: all get all of it
	c.asked, c.fault = false, nil
	l.report()
	switch {
	case l.open:
		l.ask(f.topic, c)
		l.watch()
	case l.polls():
		l.pollAll()
		if !l.later {
			l.connect()
		}
	default:
		l.connect()
	}
}

func (l *line) remove(f *follower) {
	c := l.topics[f.topic]
	if c == nil {
		return
	}
	for i, other := range c.followers {
		if other == f {
			c.followers = append(c.followers[:i:i], c.followers[i+1:]...)
			break
		}
	}
	if len(c.followers) > 0 {
		return
	}
	delete(l.topics, f.topic)
	switch {
	case l.open:
		l.say(live.Call{Do: live.Leave, Topic: f.topic})
		l.watch()
	case len(l.topics) == 0 && l.socket != nil:
		l.drop()
	}
}

// rest closes a socket that nobody needs.
func (l *line) rest() {
	if len(l.topics) == 0 {
		l.drop()
	}
}

// drop ends the socket from our side. Copies are known to be right up to
// what it said last.
func (l *line) drop() {
	l.turn++
	for _, c := range l.topics {
		if l.open && !c.asked && c.of.Before(l.heard) && !c.of.IsZero() {
			c.of = l.heard
		}
		c.asked = false
	}
	if l.socket != nil {
		l.socket.Close()
	}
	l.socket, l.open, l.asked = nil, false, false
}

// connect opens a socket, unless there is one or none is wanted.
func (l *line) connect() {
	if l.socket != nil || l.never || len(l.topics) == 0 {
		return
	}
	l.turn++
	turn := l.turn
	of := func(do func()) {
		l.post(func() {
			if turn == l.turn {
				do()
			}
		})
	}
	l.socket = l.dial(browser.SocketEvents{
		Opened: func() { of(l.opened) },
		Said:   func(text string) { of(func() { l.said(text) }) },
		Ended:  func(code int) { of(func() { l.ended(live.End(code)) }) },
	})
	l.after(l.pace.open, func() { l.ended(0) })
}

func (l *line) opened() {
	l.open, l.heard = true, l.now()
	for topic, c := range l.topics {
		c.asked = false
		l.ask(topic, c)
	}
	l.watch()
}

// ask closes a gap, once for all that show it.
func (l *line) ask(topic string, c *copied) {
	if c.asked || !l.open {
		return
	}
	c.asked = true
	version, epoch := c.tracker.Known()
	l.say(live.Call{Do: live.Follow, Topic: topic, Version: version, Epoch: epoch})
}

func (l *line) say(call live.Call) {
	text, err := json.Marshal(call)
	if err == nil { // a call is made of texts and numbers
		l.socket.Send(string(text))
	}
}

// watch asks a silent server whether it is there: a connection that was cut
// somewhere says nothing about it.
func (l *line) watch() {
	silent := l.now().Sub(l.heard)
	switch {
	case len(l.topics) == 0:
		l.after(l.pace.linger, l.rest)
	case silent < l.pace.silence:
		l.asked = false
		l.after(l.pace.silence-silent, l.watch)
	default:
		l.ping()
	}
}

func (l *line) ping() {
	l.asked = true
	l.say(live.Call{Do: live.Ping})
	l.after(l.pace.answer, func() {
		if l.asked {
			l.ended(0)
			return
		}
		l.watch()
	})
}

// woken is told that the page or the network came or went.
func (l *line) woken() {
	if browser.Online() && browser.Visible() {
		switch {
		case l.open:
			l.ping()
		case !l.later:
			l.connect()
		}
		if l.polls() {
			l.pollAll()
		}
	}
	l.report()
}

func (l *line) said(text string) {
	var f live.Frame
	if json.Unmarshal([]byte(text), &f) != nil {
		return
	}
	l.heard, l.asked, l.tries, l.later = l.now(), false, 0, false
	if c := l.topics[f.Topic]; c != nil {
		l.take(c, &f)
	}
	l.report()
}

// take brings a frame to the screens that show its topic.
func (l *line) take(c *copied, f *live.Frame) live.Verdict {
	verdict, skip := c.tracker.Take(f)
	switch verdict {
	case live.Whole:
		c.asked, c.fault, c.of = false, nil, l.now()
		for _, to := range c.followers {
			l.tell(to, l.doubt, func(ctx goapp.Context, s Sink) error { return s.Snapshot(ctx, f.Snapshot) })
		}
	case live.Next:
		c.asked, c.fault, c.of = false, nil, l.now()
		events := f.Events[skip:]
		if len(events) == 0 {
			break // only that there is nothing new
		}
		for _, to := range c.followers {
			l.tell(to, l.distrust, func(ctx goapp.Context, s Sink) error { return s.Events(ctx, events) })
		}
	case live.Gap:
		l.ask(f.Topic, c)
	case live.Failed:
		c.asked, c.fault = false, f.Fault
		if f.Fault.Code != fault.Unknown {
			l.retry(f.Topic, c)
		}
	}
	return verdict
}

// retry asks again for what could not be read just now.
func (l *line) retry(topic string, c *copied) {
	time.AfterFunc(jitter(l.pace.poll), func() {
		l.post(func() {
			if l.topics[topic] == c {
				l.ask(topic, c)
			}
		})
	})
}

// doubt drops a copy of which not even all of it could be read: asking at
// once would bring the same.
func (l *line) doubt(topic string) {
	if c := l.topics[topic]; c != nil {
		c.tracker.Lose()
		l.retry(topic, c)
	}
}

// distrust drops a copy that a screen could not keep whole.
func (l *line) distrust(topic string) {
	if c := l.topics[topic]; c != nil {
		c.tracker.Lose()
		l.ask(topic, c)
	}
}

// ended decides when to come back.
func (l *line) ended(why live.End) {
	l.drop()
	l.tries++
	l.never = why.Return() == live.Never
	l.later = why.Return() == live.Later
	wait := min(l.pace.first<<min(l.tries-1, 10), l.pace.most)
	switch {
	case l.later:
		wait = l.pace.poll
	case why == live.Leaving:
		wait = 4 * l.pace.first
	}
	if l.polls() {
		l.pollAll()
	}
	l.report()
	l.after(jitter(wait), func() {
		l.later = false
		l.connect()
	})
}

// jitter keeps phones that were cut off together from coming back together.
func jitter(d time.Duration) time.Duration { return d/2 + time.Duration(rand.Int64N(int64(d)/2+1)) }
