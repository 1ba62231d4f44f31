package flow

import (
	"encoding/json"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/shared/fault"
	"rumah/shared/live"
)

// Sink is a screen's copy of one topic. It is told on the screen's own time,
// and no more once the screen has gone. An error says that the copy is not
// whole; it gets all of the topic then.
type Sink interface {
	Snapshot(ctx goapp.Context, all json.RawMessage) error
	Events(ctx goapp.Context, events []json.RawMessage) error
	Linked(ctx goapp.Context, link Link)
}

// Link is how a copy is kept.
type Link struct {
	State LinkState
	// Of is the moment for which the copy is known to be right; zero while
	// there is none. Of a live copy that is always now.
	Of    time.Time
	Fault *fault.Fault // why the topic is not followed; else nil
}

// LinkState says how fresh a copy can be.
type LinkState int

// The states.
const (
	Connecting LinkState = iota // at the beginning, and after a break
	Live                        // pushed
	Polling                     // asked for every few seconds, for sockets are blocked
	Offline                     // the phone has no network
	Refused                     // there is no such topic, or it cannot be read now
)

// follower is one screen's hold on a topic.
type follower struct {
	topic    string
	sink     Sink
	dispatch func(func(goapp.Context))
	told     Link
}

// tab is the line of this tab; all screens share it.
var tab *line

// poll answers where sockets are blocked.
var poll live.API

// Use says who answers where sockets are blocked; before the first Follow.
func Use(polling live.API) { poll = polling }

// Follow keeps a copy of a topic up to date until stop is called, which a
// screen does in OnDismount, and before it follows another topic. ctx must
// be of the screen itself, from OnMount or OnNav: what is heard goes through
// it, and nothing does once the screen has left the page. The connection
// does not hang on it: that belongs to the tab.
func Follow(ctx goapp.Context, topic string, sink Sink) (stop func()) {
	if goapp.IsServer {
		return func() {}
	}
	if tab == nil {
		tab = newLine(poll, dialBrowser)
		for _, event := range []string{"online", "offline", "pageshow", "visibilitychange"} {
			browser.Listen(event, func() { tab.post(tab.woken) })
		}
		go tab.run()
	}
	f := &follower{topic: topic, sink: sink, dispatch: ctx.Dispatch}
	tab.post(func() { tab.add(f) })
	return func() { tab.post(func() { tab.remove(f) }) }
}

func dialBrowser(on browser.SocketEvents) wire { return browser.Dial(live.Path, on) }

// tell gives a frame to the screen that holds f, and has wrong done when the
// screen can do nothing with it.
func (l *line) tell(f *follower, wrong func(topic string), do func(goapp.Context, Sink) error) {
	f.dispatch(func(ctx goapp.Context) {
		if do(ctx, f.sink) != nil {
			l.post(func() { wrong(f.topic) })
		}
	})
}

// linked tells a screen how its copy is kept, when that has changed.
func (l *line) linked(f *follower, link Link) {
	if f.told == link {
		return
	}
	f.told = link
	f.dispatch(func(ctx goapp.Context) { f.sink.Linked(ctx, link) })
}

// report tells all screens how their copies are kept.
func (l *line) report() {
	for _, c := range l.topics {
		link := Link{State: Connecting, Of: c.of, Fault: c.fault}
		switch {
		case c.fault != nil:
			link.State = Refused
		case !browser.Online():
			link.State = Offline
		case l.open && !c.asked:
			link.State, link.Of = Live, time.Time{}
		case l.polls() && !c.of.IsZero():
			link.State = Polling
		}
		for _, f := range c.followers {
			l.linked(f, link)
		}
	}
}
