package queue

import (
	"context"
	"slices"
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// Numbers are those of the reader, kept fresh, for a screen that shows them
// among other things. No page carries them.
type Numbers struct {
	house *house.House
	news  news
	list  queue.Tickets
	known bool
	near  []string // places the phone found to be the nearest, the last time
	fault *fault.Fault
}

// Ask loads the numbers of somebody who can have some, and follows them.
func (n *Numbers) Ask(ctx goapp.Context, h *house.House) {
	n.house = h
	if kept := browser.Kept(keptNear); kept != "" {
		n.near = strings.Split(kept, ",")
	}
	if !h.Viewer.May(access.Citizen) {
		return
	}
	flow.Ask(ctx, func(ctx context.Context) (queue.Tickets, error) { return h.Queue.Tickets(ctx, queue.TicketsOf{}) },
		func(ctx goapp.Context, list queue.Tickets, err error) {
			n.fault = nil
			if err != nil {
				n.fault = fault.From(err)
				return
			}
			n.list, n.known = list, true
			var days []string
			for _, v := range list.Live {
				if v.State.Day != "" && !slices.Contains(days, v.State.Day) {
					days = append(days, v.State.Day)
					n.news.know(v.State)
				}
			}
			n.news.follow(ctx, days, func(ctx goapp.Context, day string, events []queue.Event) { n.hear(ctx, day, events) })
		})
}

// hear asks again when one of the numbers itself was touched.
func (n *Numbers) hear(ctx goapp.Context, day string, events []queue.Event) {
	for _, e := range events {
		if e.Ticket != nil && !e.Ticket.Stage.Live() && slices.ContainsFunc(n.list.Live, func(v queue.TicketView) bool { return v.State.Day == day && v.Pass.Number == e.Ticket.Number }) {
			n.Ask(ctx, n.house)
			return
		}
	}
}

// Stop ends following.
func (n *Numbers) Stop() { n.news.stop() }

// Card is the number that comes next; nil for none.
func (n *Numbers) Card(at link.At) ui.UI {
	if len(n.list.Live) == 0 {
		return nil
	}
	return n.card(at, n.list.Live[0])
}

// Place is where the reader took a number last; "" for nowhere yet.
func (n *Numbers) Place() (id, name string) {
	switch {
	case len(n.list.Live) > 0:
		return n.list.Live[0].Pass.Place.ID, n.list.Live[0].Pass.Place.Name
	case len(n.list.Past) > 0:
		return n.list.Past[0].Place.ID, n.list.Past[0].Place.Name
	}
	return "", ""
}

func (n *Numbers) card(at link.At, v queue.TicketView) ui.UI {
	day := n.news.day(v.State.Day)
	if day == nil {
		day = &v.State
	}
	return ticketAt(at.Lang, v.Pass, day, n.house.Clock(), true).card(at, n.news.live(), v)
}

// card is the number among others: what matters of it now.
func (t ticketNow) card(at link.At, live bool, v queue.TicketView) ui.UI {
	state := words.TicketLive.In(t.lang)
	tone := t.tone()
	if !live {
		state = words.TicketAsOf.In(t.lang, t.clock(v.Now))
	}
	what, next := t.says()
	card := ui.Ticket{Still: !live, Href: at.To("/antrean/" + t.pass.ID), Live: state, Where: t.pass.Name, Number: t.pass.Label, State: tone}
	if t.stage == queue.Waiting && t.lined && tone != "paused" {
		card.Ahead, card.AheadSub = words.VoiceAhead.In(t.lang, strconv.Itoa(t.ahead)), words.VoiceAheadSub.In(t.lang)
		if t.called() != "" {
			card.Flow = ui.Flow(t.ahead, t.called(), words.TicketYou.In(t.lang), words.TicketFlowSays.In(t.lang, t.called(), t.before()))
		}
		what = t.pass.Place.Name
		if t.pass.Holder != "" {
			what = t.pass.Holder + ", " + what
		}
		if next = ""; !t.when.Wait.Unknown {
			next = words.TicketRange.In(t.lang, t.when.likely())
		}
	}
	card.Note = ui.Span("ticket-note", ui.Label("card-line", what), ui.Label("card-line soft", next))
	return card.UI()
}
