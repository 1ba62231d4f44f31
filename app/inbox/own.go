// Package inbox is the screens of what people are told: their messages, how
// they want to be told, and the question whether this phone may tell them.
package inbox

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/words"
)

// view is embedded under a name of this package; see flow.View.
type view[T any] = flow.View[T]

// private is a screen of what belongs to somebody: its page comes without it,
// the phone asks once it is there.
type private[T any] struct {
	view[T]

	house *house.House
	title func() string
	here  goapp.Context // of the screen; that of a button ends with the button
}

func newPrivate[T any](h *house.House, fetch func(context.Context, link.At) (T, error)) private[T] {
	return private[T]{house: h, view: flow.NewPrivate(fetch)}
}

// Head implements house.Screen.
func (p *private[T]) Head() house.Head {
	return house.Head{Title: p.title(), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (p *private[T]) Titled(goapp.Context) { frame.Titled(p.house, p.At, p.Head()) }

// enter goes to where the address leads; false for a guest, who has nothing
// there.
func (p *private[T]) enter(ctx goapp.Context, s flow.Titled) bool {
	p.here = ctx
	if p.house.Viewer.ID != "" {
		p.Enter(ctx, s)
		return true
	}
	p.At = link.Parse(ctx.Page().URL())
	s.Titled(ctx)
	if browser.Moved(p.At.Path) {
		ctx.Defer(func(goapp.Context) { browser.ToTop() })
	}
	return false
}

// page is what body makes of the data; before them their shape, and instead
// of them why they do not come.
func (p *private[T]) page(bar frame.Bar, s flow.Titled, wait func() ui.UI, body func(link.At, T) []ui.UI) ui.UI {
	value, ok := p.Value()
	switch f := p.Fault(); {
	case p.house.Viewer.ID == "":
		return frame.Page(p.house, p.At, bar, frame.Trouble(p.At, fault.New(fault.Signin, "signin"), nil))
	case ok && (f == nil || f.Code != fault.Signin && f.Code != fault.Denied):
		return frame.Page(p.house, p.At, bar, body(p.At, value)...)
	case f != nil:
		return frame.Page(p.house, p.At, bar, frame.Trouble(p.At, f, flow.Retry(&p.Loading, s)))
	}
	return frame.Page(p.house, p.At, bar, wait())
}

// wrong says why something was not done; nil when nothing is known to be.
func wrong(lang words.Lang, f *fault.Fault) ui.UI {
	if f == nil {
		return nil
	}
	return ui.Banner("bad", "awas", "", words.Fault(lang, f.Key, ""))
}
