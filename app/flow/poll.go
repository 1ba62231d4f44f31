package flow

import (
	"context"
	"time"

	"rumah/app/browser"
	"rumah/shared/fault"
	"rumah/shared/live"
)

// polls reports whether asking is all that is left for now.
func (l *line) polls() bool { return !l.open && (l.never || l.later || l.tries >= failures) }

// pollAll asks for all topics, again and again while there is no socket.
func (l *line) pollAll() {
	l.asks++
	asks := l.asks
	if browser.Visible() {
		for topic, c := range l.topics {
			l.pollOne(topic, c)
		}
	}
	time.AfterFunc(l.pace.poll, func() {
		l.post(func() {
			if asks == l.asks && l.polls() && len(l.topics) > 0 {
				l.pollAll()
			}
		})
	})
}

func (l *line) pollOne(topic string, c *copied) {
	if c.polled {
		return
	}
	c.polled = true
	version, epoch := c.tracker.Known()
	go func() {
		wait, stop := context.WithTimeout(context.Background(), patience)
		defer stop()
		f, err := l.api.Follow(wait, live.Since{Topic: topic, Version: version, Epoch: epoch})
		l.post(func() { l.answered(c, topic, &f, err) })
	}()
}

func (l *line) answered(c *copied, topic string, f *live.Frame, err error) {
	c.polled = false
	if l.topics[topic] != c {
		return
	}
	switch {
	case fault.Is(err, fault.Unknown):
		c.fault = fault.From(err)
	case err == nil:
		f.Topic = topic
		c.fault = nil
		if l.take(c, f) == live.Gap && !l.open {
			c.tracker.Lose() // what is known is of no use
			l.pollOne(topic, c)
		}
	}
	l.report()
}
