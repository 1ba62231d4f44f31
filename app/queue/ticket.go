package queue

import (
	"context"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// The addresses of one number: of its holder, and of those who were given
// its secret link.
const (
	TicketPattern = "/antrean/{id}"
	SharedPattern = "/t/{secret}"
)

// following is a number as it is shown and kept fresh.
type following struct {
	view[queue.TicketView]
	news news

	house    *house.House
	here     goapp.Context // of the screen; that of a button ends with the button
	heard    time.Time     // when the last news came
	followed string        // day that is followed
	awake    bool          // the clock is being looked at
}

// show takes over what was loaded, and follows its day.
func (f *following) show(ctx goapp.Context, s flow.Titled) {
	v, ok := f.Value()
	if !ok {
		return
	}
	if v.Now.After(f.heard) {
		f.heard = v.Now
	}
	if v.State.Day == "" {
		return
	}
	f.news.know(v.State)
	if f.followed != v.State.Day {
		f.followed = v.State.Day
		f.news.follow(ctx, []string{v.State.Day}, func(ctx goapp.Context, _ string, events []queue.Event) { f.hear(ctx, s, events) })
	}
}

// hear is told what happened in the line. Of the own number more is loaded
// than its day knows: a visit, the reason of an end.
func (f *following) hear(ctx goapp.Context, s flow.Titled, events []queue.Event) {
	f.heard = f.house.Clock()
	v, ok := f.Value()
	if !ok {
		return
	}
	touched := false
	for _, e := range events {
		if e.Ticket == nil || e.Ticket.Number != v.Pass.Number {
			continue
		}
		touched = true
		if e.Kind == queue.WasCalled || e.Kind == queue.WasRecalled {
			browser.Vibrate(500, 200, 500, 200, 900)
		}
	}
	day := f.news.day(v.State.Day)
	if events == nil && day != nil {
		_, live := day.Ticket(v.Pass.Number)
		touched = live != v.Pass.Stage.Live()
	}
	if touched || day != nil && day.Head.Status.Over() && v.Pass.Stage.Live() {
		f.Again(ctx, s)
		f.lookOn(ctx, s)
	}
	s.Titled(ctx)
}

// onwardTakes is how long a visit takes to go on to its next queue, after a
// number was finished.
const onwardTakes = 2 * time.Second

// lookOn asks once more for a number of a visit that was just finished: the
// next one is given after that.
func (f *following) lookOn(ctx goapp.Context, s flow.Titled) {
	path := f.At.Path
	ctx.After(onwardTakes, func(ctx goapp.Context) {
		v, ok := f.Value()
		if ok && f.awake && f.At.Path == path && v.Pass.Stage == queue.Done && v.Onward == nil && len(v.Visit) > 0 && v.Visit[len(v.Visit)-1].Status == queue.StepNext {
			f.Again(ctx, s)
		}
	})
}

// wake has the screen drawn again as time passes, and asked for anew where
// no news come by themselves.
func (f *following) wake(ctx goapp.Context, s flow.Titled) {
	if f.awake {
		return
	}
	f.awake = true
	f.beat(ctx, s)
}

func (f *following) beat(ctx goapp.Context, s flow.Titled) {
	ctx.After(pulse, func(ctx goapp.Context) {
		if !f.awake {
			return
		}
		v, ok := f.Value()
		quiet := v.Pass.Stage.Live() && !f.news.live() || f.at(v, false).held() // no news of it come by themselves
		if ok && quiet && !f.Busy() && f.house.Clock().Sub(f.heard) >= pulse {
			f.Again(ctx, s)
		}
		f.beat(ctx, s)
	})
}

// enter goes to the number the address names.
func (f *following) enter(ctx goapp.Context, s flow.Titled) {
	f.here = ctx
	if link.Parse(ctx.Page().URL()).Path != f.At.Path {
		f.heard = time.Time{}
	}
	f.Enter(ctx, s)
	f.wake(ctx, s)
}

// rest ends all that goes on by itself.
func (f *following) rest() {
	f.awake, f.followed = false, ""
	f.news.stop()
}

// at is the number at this moment.
func (f *following) at(v queue.TicketView, own bool) ticketNow {
	day := f.news.day(v.State.Day)
	if day == nil || day.Version < v.State.Version && day.Epoch == v.State.Epoch {
		day = &v.State
	}
	t := ticketAt(f.At.Lang, v.Pass, day, f.house.Clock(), own)
	t.steps = v.Visit
	t.next = v.Onward
	return t
}

func (f *following) age() time.Time {
	if v, ok := f.Value(); ok && v.Now.After(f.heard) {
		return v.Now.In(f.house.City.Location())
	}
	return f.heard.In(f.house.City.Location())
}

// heading is the title of a ticket's page. A turn stands there too: the tab
// may be in the background.
func (f *following) heading(own bool) string {
	v, ok := f.Value()
	if !ok {
		return words.TicketPlain.In(f.At.Lang)
	}
	title := words.TicketTitle.In(f.At.Lang, v.Pass.Label, v.Pass.Name)
	if t := f.at(v, own); t.stage == queue.Called {
		what, _ := t.says()
		return what + " " + title
	}
	return title
}

// Ticket is the screen of a number for who holds it: /antrean/{id}.
type Ticket struct {
	goapp.Compo
	following

	doing string       // action on its way
	wrong *fault.Fault // of the last action
	code  string       // of the sign at the place, as typed
	way   int          // minutes to the place; 0 while nobody told, -1 for somebody who is there
	asks  bool         // the way is being asked for again
	told  string       // number whose way the house was told
	note  string       // what is said with a rating, as typed
	noted bool         // something was typed
	looks bool         // the answer that is on its way is what somebody came to look at
}

// NewTicket returns the screen.
func NewTicket(h *house.House) house.Screen {
	return &Ticket{following: following{house: h, view: flow.NewPrivate(func(ctx context.Context, at link.At) (queue.TicketView, error) {
		id, _ := at.Match(TicketPattern)
		return h.Queue.Ticket(ctx, queue.TicketID{ID: id})
	})}}
}

// Head implements house.Screen.
func (s *Ticket) Head() house.Head {
	return house.Head{Title: s.heading(true), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (s *Ticket) Titled(ctx goapp.Context) {
	s.looked()
	s.knowWay(ctx)
	s.show(ctx, s)
	frame.Titled(s.house, s.At, s.Head())
}

// wayKept is where a phone keeps how long its way is.
const wayKept = "perjalanan"

// OnNav loads the number the address names.
func (s *Ticket) OnNav(ctx goapp.Context) {
	if !s.house.Viewer.May(access.Citizen) {
		s.At = link.Parse(ctx.Page().URL())
		frame.Titled(s.house, s.At, s.Head())
		return
	}
	_ = ctx.LocalStorage().Get(wayKept, &s.way) // nothing kept is as good as something unreadable
	s.wrong, s.asks, s.code, s.told, s.note, s.noted = nil, false, "", "", "", false
	s.enter(ctx, s)
	s.looks = true
}

// OnDismount ends following.
func (s *Ticket) OnDismount() { s.rest() }

// Render implements the screen.
func (s *Ticket) Render() ui.UI {
	at := s.At
	bar := frame.Bar{Tab: "/antrean", Back: "/antrean"}
	if !s.house.Viewer.May(access.Citizen) {
		f := &fault.Fault{Code: fault.Signin}
		if s.house.Viewer.ID != "" {
			f.Code = fault.Denied
		}
		return frame.Page(s.house, at, bar, frame.Trouble(at, f, nil))
	}
	v, ok := s.Value()
	if !ok {
		if f := s.Fault(); f != nil {
			return frame.Page(s.house, at, bar, frame.Trouble(at, f, flow.Retry(&s.Loading, s)))
		}
		return frame.Page(s.house, at, bar, ui.SkeletonPage(words.Loading.In(at.Lang)))
	}
	t := s.following.at(v, true)
	bar.Tone, bar.Title = t.bar(), v.Pass.Name
	if _, where := t.says(); t.stage == queue.Called && where != "" {
		bar.Title = where // also for who has scrolled down
	}
	bar.Actions = []ui.UI{t.badge(s.news.live(), s.age())}
	return frame.Page(s.house, at, bar,
		t.hero(),
		ui.Div("lift",
			t.stale(&s.Loading, s.news.live(), s.age()),
			s.failed(at.Lang),
			s.move(t, v), s.rating(t), s.departure(t), s.tell(t), t.estimate(v.Hits), s.arrival(t), s.askWay(t), t.counters(), t.visit(),
			s.tools(t), t.leads(), t.about()),
		s.dialogs(t))
}

// failed says why the last action was not done, unless a field says it.
func (s *Ticket) failed(lang words.Lang) ui.UI {
	if s.wrong == nil || len(s.wrong.Fields) > 0 {
		return nil
	}
	return ui.Banner("bad", "awas", "", words.Fault(lang, s.wrong.Key, ""))
}

// do carries out an action on the number and takes over what came of it.
func (s *Ticket) do(what string, act func(context.Context) (queue.TicketView, error), then func(goapp.Context)) {
	if s.doing != "" {
		return
	}
	s.doing, s.wrong = what, nil
	at := s.At.Path
	flow.Ask(s.here, act, func(ctx goapp.Context, v queue.TicketView, err error) {
		s.doing = ""
		if s.At.Path != at {
			return // another number by now
		}
		if err != nil {
			s.wrong = fault.From(err)
			if s.wrong.Code == fault.Conflict { // the line has moved on: show where it is
				s.Again(ctx, s)
			}
			return
		}
		s.Change(func(have *queue.TicketView) {
			if v.State.Version == 0 { // only named: it is known
				v.State = have.State
			}
			*have = v
		})
		if _, err := s.news.heed(v.State.Day, v.Events); err != nil && !s.news.live() {
			s.Again(ctx, s) // else what happened before is on its way
		}
		s.Titled(ctx)
		if then != nil {
			then(ctx)
		}
	})
}
