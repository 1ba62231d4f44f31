// Package own is what all screens have in common that show what belongs to
// whoever is signed in.
package own

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

// Screen is a screen of what belongs to somebody: its page comes without it,
// the phone asks once it is there.
//
// A screen embeds it under an alias of its own package, for the reason that
// flow.View names.
type Screen[T any] struct {
	view[T]

	House *house.House
	Title func() string
	Here  goapp.Context // of the screen; that of a button ends with the button
}

// New returns one that loads with fetch. Title is to be set.
func New[T any](h *house.House, fetch func(context.Context, link.At) (T, error)) Screen[T] {
	return Screen[T]{House: h, view: flow.NewPrivate(fetch)}
}

// Head implements house.Screen.
func (p *Screen[T]) Head() house.Head {
	return house.Head{Title: p.Title(), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (p *Screen[T]) Titled(goapp.Context) { frame.Titled(p.House, p.At, p.Head()) }

// Arrive goes to where the address leads; false for a guest, who has nothing
// there.
func (p *Screen[T]) Arrive(ctx goapp.Context, s flow.Titled) bool {
	p.Here = ctx
	if p.House.Viewer.ID != "" {
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

// Page is what body makes of the data; before them their shape, and instead
// of them why they do not come.
func (p *Screen[T]) Page(bar frame.Bar, s flow.Titled, wait func() ui.UI, body func(link.At, T) []ui.UI) ui.UI {
	value, ok := p.Value()
	switch f := p.Fault(); {
	case p.House.Viewer.ID == "":
		return frame.Page(p.House, p.At, bar, frame.Trouble(p.At, fault.New(fault.Signin, "signin"), nil))
	case ok && (f == nil || f.Code != fault.Signin && f.Code != fault.Denied):
		return frame.Page(p.House, p.At, bar, body(p.At, value)...)
	case f != nil:
		return frame.Page(p.House, p.At, bar, frame.Trouble(p.At, f, flow.Retry(&p.Loading, s)))
	}
	return frame.Page(p.House, p.At, bar, wait())
}

// Wrong says why something was not done; nil when nothing is known to be.
func Wrong(lang words.Lang, f *fault.Fault) ui.UI {
	if f == nil {
		return nil
	}
	return ui.Banner("bad", "awas", "", words.Fault(lang, f.Key, ""))
}
