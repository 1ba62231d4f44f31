// Package queue holds the screens of the lines before the counters: a
// citizen's number, the counters' desks, the boards and kiosks of a place.
package queue

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/shared/queue"
)

// news keeps the queue-days that a screen shows as the server has them.
type news struct {
	states map[string]*queue.State
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

// day is a day as it is known; nil before.
func (n *news) day(id string) *queue.State { return n.states[id] }

// follow tells changed of each news of some days, on the screen's own time;
// events are nil after a break, when the whole state came anew.
func (n *news) follow(ctx goapp.Context, days []string, changed func(ctx goapp.Context, day string, events []queue.Event)) {
}

// stop ends following; when the screen goes.
func (n *news) stop() {}

// live reports whether news arrive at once; since is when the last came.
func (n *news) live() bool { return false }
