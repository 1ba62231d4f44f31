package queue

import (
	"context"
	"encoding/json"
	"strconv"
	"time"

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

// CounterDesk is the screen of one counter: /meja/loket/{day}?loket={counter}.
type CounterDesk struct {
	goapp.Compo
	view[queue.Desk]

	house    *house.House
	here     goapp.Context
	news     news
	followed string // the day whose news are followed

	people map[int]queue.Visitor
	skew   time.Duration // how far the server's clock is ahead of this one
	fresh  time.Time     // when something was last heard of the day
	cut    time.Time     // since when nothing comes by itself; zero while it does
	asking bool          // the names are being asked for again

	doing string         // what is on its way, as act names it
	wrong *fault.Fault   // why the last act did not happen
	spot  string         // and where that was asked for
	calm  time.Time      // until then the big button does nothing: a second tap is no wish
	undo  time.Time      // until when the last act can be taken back
	did   string         // what that was, in words
	held  *queue.Visitor // who was finished and got no number where they go on to

	text   string // in the field for a number or a name
	chosen int    // the number whose sheet is open
	reason string // of a pause
	all    bool   // the whole queue pauses, not this counter alone
	issue  issuing

	ticking  bool
	ticks    int
	stopKeys func()
}

// CounterPattern is its address.
const CounterPattern = CountersPath + "/{day}"

const (
	deskTick    = time.Second
	drawEvery   = 15 // ticks: minutes waited move on
	askEvery    = 60 // ticks: today's figures, other rooms
	askSoon     = 400 * time.Millisecond
	secondTap   = 1200 * time.Millisecond
	putBackOver = 2 // people who go before somebody who is put back
)

// NewCounterDesk returns the screen.
func NewCounterDesk(h *house.House) house.Screen {
	return &CounterDesk{house: h, reason: words.CounterRest1.ID, view: flow.NewPrivate(func(ctx context.Context, at link.At) (queue.Desk, error) {
		day, _ := at.Match(CounterPattern)
		return h.Queue.Desk(ctx, queue.DayID{Day: day})
	})}
}

// Plant implements house.Screen.
func (s *CounterDesk) Plant(at link.At, seed json.RawMessage) {
	s.view.Plant(at, seed)
	s.arrived()
}

// Head implements house.Screen.
func (s *CounterDesk) Head() house.Head {
	return house.Head{Title: s.title(), NoIndex: true, Now: true}
}

func (s *CounterDesk) title() string {
	d, ok := s.view.Value()
	if !ok {
		return words.DeskCounter.In(s.view.At.Lang)
	}
	if c, ok := d.State.Counter(s.counterID()); ok {
		return d.Line.Name + ", " + c.Name
	}
	return d.Line.Name
}

// Titled implements flow.Titled.
func (s *CounterDesk) Titled(ctx goapp.Context) {
	s.arrived()
	s.follow()
	frame.Titled(s.house, s.view.At, s.Head())
}

func (s *CounterDesk) counterID() string { return s.view.At.Get("loket") }

// dayID is the day the address names.
func (s *CounterDesk) dayID() string {
	day, _ := s.view.At.Match(CounterPattern)
	return day
}

// OnNav loads the day and listens to the keys.
func (s *CounterDesk) OnNav(ctx goapp.Context) {
	s.here = ctx
	if path := link.Parse(ctx.Page().URL()).Path; path != s.view.At.Path {
		s.did, s.held, s.wrong, s.doing, s.text, s.chosen, s.issue = "", nil, nil, "", "", 0, issuing{}
	}
	s.view.Enter(ctx, s)
	if s.stopKeys == nil {
		s.stopKeys = browser.Keys(func(k browser.Key) bool { return wishOf(k) != noWish }, func(k browser.Key) {
			s.here.Dispatch(func(ctx goapp.Context) { s.press(ctx, wishOf(k), k.Name) })
		})
	}
	if !s.ticking {
		s.ticking = true
		ctx.After(deskTick, s.tick)
	}
}

// OnDismount lets go of the keys and the news.
func (s *CounterDesk) OnDismount() {
	s.ticking = false
	if s.stopKeys != nil {
		s.stopKeys()
		s.stopKeys = nil
	}
	s.news.stop()
	s.followed = ""
}

// arrived takes over what the server said.
func (s *CounterDesk) arrived() {
	d, ok := s.view.Value()
	if !ok {
		return
	}
	s.news.know(d.State)
	s.people = make(map[int]queue.Visitor, len(d.People))
	s.meet(d.People)
	s.heard(d.Now)
}

func (s *CounterDesk) meet(people []queue.Visitor) {
	for _, v := range people {
		s.people[v.Number] = v
	}
}

// heard notes when the server last said something, and its clock.
func (s *CounterDesk) heard(now time.Time) {
	if !now.IsZero() {
		s.skew = now.Sub(s.house.Now())
	}
	s.fresh = s.now()
}

// now is the server's time on the regency's clock.
func (s *CounterDesk) now() time.Time { return s.house.Clock().Add(s.skew) }

// follow keeps the day and those beside it as they are.
func (s *CounterDesk) follow() {
	d, ok := s.view.Value()
	if !ok || s.followed == s.dayID() {
		return
	}
	if s.followed != "" {
		s.news.stop()
	}
	s.followed = s.dayID()
	s.news.follow(s.here, []string{d.State.Day}, s.changed)
}

// changed is told of news: names that are not known yet are asked for, once
// for all that come together.
func (s *CounterDesk) changed(ctx goapp.Context, day string, events []queue.Event) {
	s.fresh = s.now()
	ctx.Defer(s.clocks)
	missing := events == nil
	for _, e := range events {
		if e.Ticket != nil {
			_, known := s.people[e.Ticket.Number]
			missing = missing || !known
		}
	}
	if missing {
		s.askAgain(ctx)
	}
}

func (s *CounterDesk) askAgain(ctx goapp.Context) {
	if s.asking {
		return
	}
	s.asking = true
	ctx.After(askSoon, func(ctx goapp.Context) { s.ask(ctx) })
}

// ask fetches the day with its names anew.
func (s *CounterDesk) ask(goapp.Context) {
	day := s.dayID()
	s.asking = true
	flow.Ask(s.here, func(ctx context.Context) (queue.Desk, error) {
		return s.house.Queue.Desk(ctx, queue.DayID{Day: day})
	}, func(ctx goapp.Context, d queue.Desk, err error) {
		s.asking = false
		if err != nil || day != s.dayID() {
			return
		}
		s.view.Change(func(have *queue.Desk) { *have = d })
		s.Titled(ctx)
	})
}

// tick moves the clocks on. Most ticks only write two texts; drawing the
// whole page each second would cost an old computer its quiet.
func (s *CounterDesk) tick(ctx goapp.Context) {
	if !s.ticking {
		return
	}
	ctx.After(deskTick, s.tick)
	s.ticks++
	live, was := s.news.live(), s.cut.IsZero()
	switch {
	case live:
		s.cut = time.Time{}
	case was:
		s.cut = s.now()
	}
	if s.ticks%askEvery == 0 {
		s.ask(ctx)
	}
	over := !s.undo.IsZero() && !s.now().Before(s.undo)
	if over {
		s.undo = time.Time{}
	}
	if over || live != was || s.ticks%drawEvery == 0 {
		return
	}
	s.clocks(ctx)
	ctx.PreventUpdate()
}

// clocks writes what the time is. After a drawing too: a text that is drawn
// as it was drawn last is left alone, however far the clock has gone since.
func (s *CounterDesk) clocks(goapp.Context) {
	browser.Write("lama", s.elapsed())
	browser.Write("jam", words.Clock(s.now()))
	browser.Write("sisa", s.left())
}

// left is how many seconds an undo is still possible.
func (s *CounterDesk) left() string {
	return strconv.Itoa(max(0, int((s.undo.Sub(s.now())+time.Second-1)/time.Second)))
}

// state is the day as it is known and the counter of this desk; nil before.
func (s *CounterDesk) state() (*queue.State, queue.Counter) {
	state := s.news.day(s.dayID())
	if state == nil {
		if d, ok := s.view.Value(); ok {
			state = &d.State
		} else {
			return nil, queue.Counter{}
		}
	}
	c, _ := state.Counter(s.counterID())
	return state, c
}

// Render implements the screen.
func (s *CounterDesk) Render() ui.UI {
	at := s.view.At
	d, ok := s.view.Value()
	state, c := s.state()
	bar := frame.DeskBar{Title: s.title(), Back: CountersPath, Items: frame.DeskItems(s.house, at, CountersPath)}
	if !ok || state == nil {
		body := ui.SkeletonPage(words.Loading.In(at.Lang))
		if f := s.view.Fault(); f != nil {
			body = frame.TroublePart(at, f, flow.Retry(&s.view.Loading, s))
		}
		return frame.Desk(s.house, at, bar, ui.Div("desk-page", body))
	}
	bar.Sub = deskJoin(d.Place.Name, d.Line.Who)
	if c.ID == "" {
		return frame.Desk(s.house, at, bar, ui.Div("desk-page", ui.Empty("tersesat", words.CounterGone.In(at.Lang), words.CounterGoneY.In(at.Lang),
			ui.ButtonLink(at.To(CountersPath), words.CounterChoose.In(at.Lang), "", ui.Solid, ""))))
	}
	bar.Actions = s.actions(at.Lang, state, c)
	return frame.Desk(s.house, at, bar, ui.Div("loket",
		ui.Div("loket-mid stack stack-4", s.hero(at.Lang, state, c), s.acts(at.Lang, state, c), s.heldUp(at.Lang, state), s.visitor(at.Lang, d, state, c)),
		ui.Div("loket-wait stack stack-4", s.waiting(at.Lang, state), s.skipped(at.Lang, state)),
		ui.Div("loket-side stack stack-4", s.today(at.Lang, d, state), s.others(at.Lang, d, state))),
		s.undoBar(at.Lang), s.sheet(at.Lang, state, c), s.moving(at.Lang, d, state), s.pausing(at.Lang, state), s.more(at.Lang, state, c),
		s.closing(at.Lang, state), s.issueDialog(at, d, state), s.help(at.Lang), s.printed(at.Lang, d))
}

// actions stand in the bar above: whether news come, the time, the pause.
func (s *CounterDesk) actions(l words.Lang, state *queue.State, c queue.Counter) []ui.UI {
	badge := ui.Span("bar loket-badge", ui.Label("live small good", words.DeskConnected.In(l)))
	if !s.cut.IsZero() {
		badge = ui.Span("bar loket-badge", ui.Tag("wait", "luring", words.CounterCut.In(l, words.Clock(s.cut))),
			ui.Label("mini soft", words.CounterDataOf.In(l, words.Clock(s.fresh))))
	}
	var pause ui.UI
	if c.Seated && !state.Head.Status.Over() {
		pause = ui.Button{Label: words.DeskBreak.In(l), Icon: "jeda", Look: ui.Line, Class: "btn-s", Do: s.open("tunda"),
			Attrs: ui.Attrs{"aria-keyshortcuts": "I", "title": "I"}}.UI()
	}
	return []ui.UI{ui.With("span", "", ui.Attrs{"role": "status"}, badge),
		ui.With("span", "num strong loket-clock", ui.Attrs{"id": "jam"}, ui.Text(words.Clock(s.now()))), pause,
		ui.IconButton("lainnya", words.CounterMore.In(l), ui.Attrs{"aria-keyshortcuts": "O"}, s.open("lain"))}
}

// open shows a dialog.
func (s *CounterDesk) open(id string) goapp.EventHandler {
	return func(ctx goapp.Context, _ goapp.Event) { s.show(ctx, id) }
}

func (s *CounterDesk) show(ctx goapp.Context, id string) {
	s.wrong = nil
	ctx.Defer(func(goapp.Context) { browser.Ask(id) })
}
