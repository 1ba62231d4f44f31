package frame

import (
	"encoding/json"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/inbox"
	"rumah/shared/link"
	"rumah/shared/words"
)

// waits is what this tab knows of the reader's messages. Whoever signs in or
// out loads the app anew, and with it this. A server never writes it.
var waits struct {
	count int
	topic string // on which changes are told
}

// News is what the bell tells a screen of messages.
type News struct {
	Count int  // that are unread
	Fresh bool // something has happened to them just now
}

const newsState = "frame/news"

// Unread is how many messages of the reader are unread, as far as is known.
func Unread() int { return waits.count }

// OnNews calls do when it may have changed; in OnMount.
func OnNews(ctx goapp.Context, do func(goapp.Context, News)) {
	ctx.Handle(newsState, func(ctx goapp.Context, a goapp.Action) {
		if n, ok := a.Value.(News); ok {
			do(ctx, n)
		}
	})
}

// Read tells the bell how many are unread, from a screen that knows.
func Read(ctx goapp.Context, count int) { tell(ctx, News{Count: count}) }

// Changed is Read where messages have moved, so that a list of them is asked
// for anew.
func Changed(ctx goapp.Context, count int) { tell(ctx, News{Count: count, Fresh: true}) }

func tell(ctx goapp.Context, n News) {
	if goapp.IsServer {
		return
	}
	waits.count = n.Count
	browser.Badge(n.Count)
	ctx.NewActionWithValue(newsState, n)
}

// Bell leads to the messages and says how many are unread, at any moment.
type Bell struct {
	goapp.Compo
	House *house.House
	Lang  words.Lang

	here  goapp.Context
	stops []func()
}

// OnMount asks and listens.
func (b *Bell) OnMount(ctx goapp.Context) {
	b.here = ctx
	OnNews(ctx, func(goapp.Context, News) {}) // it is drawn anew
	b.stops = append(b.stops, browser.Listen("online", func() { ctx.Dispatch(func(goapp.Context) { b.ask(false) }) }))
	if waits.topic != "" {
		b.follow()
		return
	}
	b.ask(false)
}

// OnDismount ends that: the next screen brings a bell of its own.
func (b *Bell) OnDismount() {
	for _, stop := range b.stops {
		stop()
	}
	b.stops = nil
}

func (b *Bell) ask(fresh bool) {
	flow.Ask(b.here, b.House.Inbox.Unread, func(ctx goapp.Context, u inbox.Unread, err error) {
		if err != nil {
			return // what is known stands; it is asked again when something happens
		}
		tell(ctx, News{Count: u.Count, Fresh: fresh})
		if waits.topic == "" {
			waits.topic = u.Topic
			b.follow()
		}
	})
}

func (b *Bell) follow() { b.stops = append(b.stops, flow.Follow(b.here, waits.topic, b)) }

// Snapshot implements flow.Sink: the topic says only that something may have
// changed.
func (b *Bell) Snapshot(goapp.Context, json.RawMessage) error {
	b.ask(false)
	return nil
}

// Events implements flow.Sink.
func (b *Bell) Events(goapp.Context, []json.RawMessage) error {
	b.ask(true)
	return nil
}

// Linked implements flow.Sink.
func (b *Bell) Linked(goapp.Context, flow.Link) {}

// mostShown is the highest number on the bell; beyond it nobody counts.
const mostShown = 99

// Render draws the bell.
func (b *Bell) Render() ui.UI {
	label, count := words.InboxTitle.In(b.Lang), ui.UI(nil)
	if n := waits.count; n > 0 {
		text := strconv.Itoa(min(n, mostShown))
		if n > mostShown {
			text += "+"
		}
		label, count = words.InboxBell.In(b.Lang, text), ui.With("span", "badge num", ui.Attrs{"aria-hidden": "true"}, ui.Text(text))
	}
	return ui.LinkWith(link.At{Lang: b.Lang}.To("/kotak"), "icon-btn bell", ui.Attrs{"aria-label": label}, ui.Icon("lonceng"), count)
}

// bell is the bell of whoever is signed in; nil for guests.
func bell(h *house.House, lang words.Lang) ui.UI {
	if h.Viewer.ID == "" {
		return nil
	}
	return &Bell{House: h, Lang: lang}
}
