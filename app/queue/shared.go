package queue

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// Shared is the screen of a number for whoever has its secret link:
// /t/{secret}. It needs no account and no program.
type Shared struct {
	goapp.Compo
	following
}

// NewShared returns the screen.
func NewShared(h *house.House) house.Screen {
	return &Shared{following: following{house: h, view: flow.NewView(func(ctx context.Context, at link.At) (queue.TicketView, error) {
		secret, _ := at.Match(SharedPattern)
		return h.Queue.Shared(ctx, queue.Secret{Secret: secret})
	})}}
}

// refresh is how many seconds a shared page is shown where nothing else keeps
// it fresh. A number that is over stays as it is.
const refresh = 20

// Head implements house.Screen.
func (s *Shared) Head() house.Head {
	head := house.Head{Title: s.heading(false), NoIndex: true}
	if v, ok := s.Value(); ok {
		if t := s.at(v, false); t.stage.Live() || t.held() {
			head.Refresh = refresh
		}
	}
	return head
}

// Titled implements flow.Titled.
func (s *Shared) Titled(ctx goapp.Context) {
	s.show(ctx, s)
	frame.Titled(s.house, s.At, s.Head())
}

// OnNav loads the number of the link.
func (s *Shared) OnNav(ctx goapp.Context) { s.enter(ctx, s) }

// OnDismount ends following.
func (s *Shared) OnDismount() { s.rest() }

// Render implements the screen.
func (s *Shared) Render() ui.UI {
	at := s.At
	bar := frame.Bar{Tab: "/antrean"}
	v, ok := s.Value()
	if !ok {
		if f := s.Fault(); f != nil {
			return frame.Page(s.house, at, bar, frame.Trouble(at, f, flow.Retry(&s.Loading, s)))
		}
		return frame.Page(s.house, at, bar, ui.SkeletonPage(words.Loading.In(at.Lang)))
	}
	t := s.at(v, false)
	bar.Tone = t.bar()
	bar.Actions = []ui.UI{t.badge(s.news.live(), s.age())}
	return frame.Page(s.house, at, bar,
		t.hero(),
		ui.Div("lift",
			t.stale(&s.Loading, s.news.live(), s.age()), s.onward(v),
			t.estimate(v.Hits), t.counters(), t.visit(), t.leads(), t.about(),
			ui.P("small soft", words.TicketSharedBy.In(at.Lang))))
}

// onward leads to the link of the number that this one went on with.
func (s *Shared) onward(v queue.TicketView) ui.UI {
	if v.Onward == nil {
		return nil
	}
	return onward(s.At.Lang, s.At.To("/t/"+v.Onward.Share))
}
