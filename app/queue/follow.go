// Package queue holds the screens of the lines before the counters: a
// citizen's number, the counters' desks, the boards and kiosks of a place.
package queue

import (
	"encoding/json"
	"errors"
	"slices"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/shared/queue"
)

// news keeps the queue-days that a screen shows as the server has them.
type news struct {
	states map[string]*queue.State
	copies []*dayCopy
}

// know takes over a day as it was loaded; an older one than is known is let go.
func (n *news) know(s queue.State) {
	if n.states == nil {
		n.states = make(map[string]*queue.State)
	}
	if known := n.states[s.Day]; known == nil || known.Epoch != s.Epoch || known.Version <= s.Version {
		n.states[s.Day] = s.Clone()
	}
}

var errGap = errors.New("events of a day are missing")

// heed brings a day as far as some events go, and answers those that were
// news. It fails when others before them are missing.
func (n *news) heed(day string, events []queue.Event) (fresh []queue.Event, err error) {
	s := n.states[day]
	if s == nil {
		return nil, errGap
	}
	for _, e := range events {
		if e.Version <= s.Version {
			continue // loaded with the screen already
		}
		if !s.Apply(e) {
			return nil, errGap
		}
		fresh = append(fresh, e)
	}
	return fresh, nil
}

// day is a day as it is known; nil before.
func (n *news) day(id string) *queue.State { return n.states[id] }

// follow tells changed of each news of some days, on the screen's own time;
// events are nil after a break, when the whole state came anew, and when the
// connection changed.
func (n *news) follow(ctx goapp.Context, days []string, changed func(ctx goapp.Context, day string, events []queue.Event)) {
	for _, c := range slices.Clone(n.copies) {
		if !slices.Contains(days, c.day) {
			c.end()
			n.copies = slices.DeleteFunc(n.copies, func(o *dayCopy) bool { return o == c })
		}
	}
	for _, day := range days {
		if !slices.ContainsFunc(n.copies, func(c *dayCopy) bool { return c.day == day }) {
			c := &dayCopy{news: n, day: day, changed: changed}
			n.copies = append(n.copies, c)
			c.end = flow.Follow(ctx, "day:"+day, c)
		}
	}
}

// stop ends following; when the screen goes.
func (n *news) stop() {
	for _, c := range n.copies {
		c.end()
	}
	n.copies = nil
}

// live reports whether news of all days arrive at once.
func (n *news) live() bool {
	return len(n.copies) > 0 && !slices.ContainsFunc(n.copies, func(c *dayCopy) bool { return c.link.State != flow.Live })
}

// dayCopy is the copy of one day.
type dayCopy struct {
	news    *news
	day     string
	link    flow.Link
	changed func(goapp.Context, string, []queue.Event)
	end     func()
}

// Snapshot implements flow.Sink.
func (c *dayCopy) Snapshot(ctx goapp.Context, all json.RawMessage) error {
	var s queue.State
	if err := json.Unmarshal(all, &s); err != nil {
		return err
	}
	if c.news.states == nil {
		c.news.states = make(map[string]*queue.State)
	}
	c.news.states[c.day] = &s
	c.changed(ctx, c.day, nil)
	return nil
}

// Events implements flow.Sink.
func (c *dayCopy) Events(ctx goapp.Context, raw []json.RawMessage) error {
	events := make([]queue.Event, len(raw))
	for i, body := range raw {
		if err := json.Unmarshal(body, &events[i]); err != nil {
			return err
		}
	}
	fresh, err := c.news.heed(c.day, events)
	if err == nil && len(fresh) > 0 {
		c.changed(ctx, c.day, fresh)
	}
	return err
}

// Linked implements flow.Sink.
func (c *dayCopy) Linked(ctx goapp.Context, link flow.Link) {
	c.link = link
	c.changed(ctx, c.day, nil)
}
