package queue

import (
	"context"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// Counters is the screen on which an officer chooses where to sit:
// /meja/loket.
type Counters struct {
	goapp.Compo
	view[queue.Desks]

	house *house.House
	here  goapp.Context
	last  string // the counter of this device, as lastCounter keeps it
	doing string // counter somebody is about to sit at
	wrong *fault.Fault
	asked seat // a counter that somebody else has
}

// seat is a counter of a queue-day.
type seat struct {
	day     string
	counter queue.Counter
}

// CountersPath is its address.
const CountersPath = "/meja/loket"

// lastCounter is where this device remembers its counter.
const lastCounter = "loket"

const takeSeat = "ganti-tanya"

// NewCounters returns the screen.
func NewCounters(h *house.House) house.Screen {
	return &Counters{house: h, view: flow.NewPrivate(func(ctx context.Context, _ link.At) (queue.Desks, error) { return h.Queue.Desks(ctx) })}
}

// Head implements house.Screen.
func (s *Counters) Head() house.Head {
	return house.Head{Title: words.DeskCounter.In(s.view.At.Lang), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (s *Counters) Titled(goapp.Context) { frame.Titled(s.house, s.view.At, s.Head()) }

// OnNav loads the places of the officer.
func (s *Counters) OnNav(ctx goapp.Context) {
	s.here, s.last = ctx, browser.Kept(lastCounter)
	s.view.Enter(ctx, s)
}

// Render implements the screen.
func (s *Counters) Render() ui.UI {
	at := s.view.At
	return frame.Desk(s.house, at, frame.DeskBar{Title: words.CounterChoose.In(at.Lang), Sub: words.CounterChooseY.In(at.Lang), Back: "/meja",
		Items: frame.DeskItems(s.house, at, CountersPath)}, ui.Div("desk-page stack stack-6", s.body(at)...))
}

func (s *Counters) body(at link.At) []ui.UI {
	d, ok := s.view.Value()
	f := s.view.Fault()
	switch {
	case !ok && f != nil:
		return []ui.UI{frame.TroublePart(at, f, flow.Retry(&s.view.Loading, s))}
	case !ok:
		return []ui.UI{ui.SkeletonRows(words.Loading.In(at.Lang), 5)}
	case len(d.Places) == 0:
		return []ui.UI{ui.Empty("kosong", words.CounterNone.In(at.Lang), words.CounterNoneY.In(at.Lang), nil)}
	}
	parts := []ui.UI{flow.Age(at.Lang, f, s.house.Clock()), deskWrong(at.Lang, s.wrong), s.again(at, d)}
	for _, p := range d.Places {
		parts = append(parts, s.place(at, p))
	}
	return append(parts, ui.Dialog(takeSeat, words.CounterTakeAsk.In(at.Lang, s.asked.counter.Name), words.CounterTakeWhy.In(at.Lang, deskWho(at.Lang, s.asked.counter.Who)), false,
		ui.Button{Label: words.CounterTake.In(at.Lang), Class: "btn-full", Do: s.take}.UI(),
		ui.Button{Label: words.CounterTakeNo.In(at.Lang), Look: ui.Line, Class: "btn-full", Scope: takeSeat, Do: ui.CloseDialog(takeSeat)}.UI()))
}

// again is the counter this device sat at last: one tap for most mornings.
func (s *Counters) again(at link.At, d queue.Desks) ui.UI {
	for _, p := range d.Places {
		for _, q := range p.Queues {
			for _, c := range q.Counters {
				if s.last != "" && s.last == q.Line.Queue+"/"+c.ID {
					return ui.Div("card deep loket-again",
						ui.Motif("m-card"),
						ui.Div("grow stack stack-1", ui.P("small soft", words.CounterLast.In(at.Lang)), ui.P("h-xl strong", q.Line.Name+", "+c.Name),
							ui.P("small soft", p.Place.Name+" · "+deskWaits(at.Lang, q.Line.Waiting))),
						ui.Button{Label: words.CounterSit.In(at.Lang), Look: ui.Turn, Class: "btn-l", Busy: s.doing == c.ID, Scope: "lagi" + q.Line.Day + c.ID, Do: s.choose(q.Line.Day, c)}.UI())
				}
			}
		}
	}
	return nil
}

func (s *Counters) place(at link.At, p queue.DeskPlace) ui.UI {
	cards := make([]ui.UI, len(p.Queues))
	for i, q := range p.Queues {
		rows := make([]ui.UI, len(q.Counters))
		for j, c := range q.Counters {
			rows[j] = s.counter(at, q, c)
		}
		cards[i] = ui.With("section", "card card-flush", ui.Attrs{"aria-label": q.Line.Name},
			ui.Div("loket-head",
				ui.Div("grow", ui.P("row-title", q.Line.Name), ui.P("row-sub", deskJoin(q.Line.Who, q.Line.Opens.String()+"–"+q.Line.Closes.String()))),
				ui.Div("bar wrap", deskStatus(at.Lang, q.Line.Status), ui.Tag("", "keluarga", deskWaits(at.Lang, q.Line.Waiting)))),
			ui.List("rows-plain", rows...))
	}
	if len(cards) == 0 {
		cards = []ui.UI{ui.Banner("plain", "kalender", "", words.CounterNoQueue.In(at.Lang))}
	}
	return ui.Section("tempat-"+p.Place.ID, p.Place.Name, nil, ui.Div("loket-cards", cards...))
}

func (s *Counters) counter(at link.At, q queue.DeskLine, c queue.Counter) ui.UI {
	sub, look := words.CounterFree.In(at.Lang), ui.Line
	if c.Seated {
		sub, look = words.CounterTaken.In(at.Lang, deskWho(at.Lang, c.Who)), ui.Quiet
		if c.Resting != "" {
			sub = deskJoin(sub, c.Resting)
		}
	}
	var number ui.UI
	if c.Busy() {
		number = ui.Label("num strong", queue.Label(q.Line.Prefix, c.Number))
	}
	return ui.Div("row row-acts", ui.Span("grow", ui.Label("row-title", c.Name), ui.Label("row-sub", sub)), number,
		ui.Div("bar", ui.Button{Label: words.CounterSit.In(at.Lang), Look: look, Class: "btn-s", Busy: s.doing == c.ID, Scope: q.Line.Day + c.ID,
			Attrs: ui.Attrs{"aria-label": words.CounterSitAt.In(at.Lang, c.Name, q.Line.Name)}, Do: s.choose(q.Line.Day, c)}.UI()))
}

// choose sits down at a counter; one that somebody has is asked about first.
func (s *Counters) choose(day string, c queue.Counter) goapp.EventHandler {
	return func(ctx goapp.Context, e goapp.Event) {
		s.asked = seat{day, c}
		if c.Seated && browser.Kept(lastSeat) == seatKey(day, c) { // it is this device's own
			s.enter(ctx, c)
			return
		}
		if c.Seated {
			ctx.Defer(func(goapp.Context) { browser.Ask(takeSeat) })
			return
		}
		s.sit(ctx)
	}
}

// lastSeat is where this device remembers the very seat it has today.
const lastSeat = "loket-duduk"

// seatKey names a seat and who has it: one that was taken over is another.
func seatKey(day string, c queue.Counter) string { return day + "/" + c.ID + "/" + c.Who }

func (s *Counters) take(ctx goapp.Context, e goapp.Event) {
	ui.CloseDialog(takeSeat)(ctx, e)
	s.sit(ctx)
}

func (s *Counters) sit(goapp.Context) {
	if s.doing != "" {
		return
	}
	at := s.asked
	s.doing, s.wrong = at.counter.ID, nil
	flow.Ask(s.here, func(ctx context.Context) (queue.Acted, error) {
		return s.house.Queue.Act(ctx, queue.Act{Day: at.day, Action: queue.Sit, Counter: at.counter.ID})
	}, func(ctx goapp.Context, got queue.Acted, err error) {
		s.doing, s.wrong = "", fault.From(err)
		if err != nil {
			return
		}
		c := at.counter
		for _, e := range got.Events {
			if e.Counter != nil {
				c = *e.Counter
			}
		}
		s.enter(ctx, c)
	})
}

// enter goes to the counter and remembers it.
func (s *Counters) enter(ctx goapp.Context, c queue.Counter) {
	d, _ := s.view.Value()
	for _, p := range d.Places {
		for _, q := range p.Queues {
			if q.Line.Day == s.asked.day {
				browser.Keep(lastCounter, q.Line.Queue+"/"+c.ID)
				browser.Keep(lastSeat, seatKey(q.Line.Day, c))
			}
		}
	}
	ui.Go(ctx, s.view.At.To(CountersPath+"/"+s.asked.day, "loket", c.ID))
}

// deskWrong is why something did not happen, where it was asked for.
func deskWrong(l words.Lang, f *fault.Fault) ui.UI {
	if f == nil {
		return nil
	}
	return ui.Banner("bad", "awas", "", words.Fault(l, f.Key, ""))
}

// deskJoin puts what is known side by side.
func deskJoin(parts ...string) string {
	all := ""
	for _, p := range parts {
		if p != "" && all != "" {
			all += " · "
		}
		all += p
	}
	return all
}

func deskWaits(l words.Lang, n int) string { return words.CounterWaits.In(l, strconv.Itoa(n)) }

// deskWho is who sits at a counter, also when they told no name.
func deskWho(l words.Lang, who string) string {
	if who == "" {
		return words.CounterSomebody.In(l)
	}
	return who
}

func deskStatus(l words.Lang, st queue.Status) ui.UI {
	switch st {
	case queue.Open:
		return ui.Tag("good", "", words.CounterIsOpen.In(l))
	case queue.Paused:
		return ui.Tag("wait", "jeda", words.CounterIsPaused.In(l))
	case queue.Closed:
		return ui.Tag("", "", words.CounterIsClosed.In(l))
	case queue.Stopped:
		return ui.Tag("bad", "", words.CounterIsStopped.In(l))
	}
	return ui.Tag("info", "", words.CounterIsScheduled.In(l))
}
