// Package identity is the screens of who somebody is: coming in, the own
// data and family, and the desk of those who look after accounts.
package identity

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/words"
)

// view is embedded under a name of this package; see flow.View.
type view[T any] = flow.View[T]

// own is a screen whose data belong to somebody. Its page comes without them,
// so that no page kept anywhere tells them; the phone asks once it is there.
type own[T any] struct {
	view[T]

	house *house.House
	title words.T
	role  access.Role   // who may see it
	here  goapp.Context // of the screen; that of a form ends with the form
}

func newOwn[T any](h *house.House, role access.Role, title words.T, fetch func(context.Context, link.At) (T, error)) own[T] {
	return own[T]{house: h, view: flow.NewPrivate(fetch), title: title, role: role}
}

// Head implements house.Screen.
func (o *own[T]) Head() house.Head {
	return house.Head{Title: o.title.In(o.view.At.Lang), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (o *own[T]) Titled(goapp.Context) { frame.Titled(o.house, o.view.At, o.Head()) }

// OnNav loads what the address asks for, when the reader may see it.
func (o *own[T]) OnNav(ctx goapp.Context) {
	o.here = ctx
	if o.house.Viewer.May(o.role) {
		o.view.Enter(ctx, o)
		// A search field keeps what was typed whatever its attribute says.
		ctx.Defer(func(goapp.Context) { browser.Fill("cari", o.view.At.Query.Get("q")) })
		return
	}
	arrive(ctx, o, &o.view.At)
}

// arrive is what a screen without data does in OnNav.
func arrive(ctx goapp.Context, s flow.Titled, at *link.At) {
	*at = link.Parse(ctx.Page().URL())
	s.Titled(ctx)
	if browser.Moved(at.Path) {
		ctx.Defer(func(goapp.Context) { browser.ToTop() })
	}
}

// page is the screen: what body makes of the data, or what stands there
// until they come, or why they do not.
func (o *own[T]) page(bar frame.Bar, lead words.T, body func(link.At, T) []ui.UI) ui.UI {
	at := o.view.At
	title := ui.Div("stack stack-1", ui.H1("", o.title.In(at.Lang)), leadLine(at.Lang, lead))
	value, ok := o.view.Value()
	f := o.view.Fault()
	switch {
	case !o.house.Viewer.May(o.role):
		return frame.Page(o.house, at, bar, title, gate(at, o.house.Viewer.ID == "", o.house.Viewer.Staff, o.role))
	case f != nil && (f.Code == fault.Signin || f.Code == fault.Denied):
		return frame.Page(o.house, at, bar, title, gate(at, f.Code == fault.Signin, o.house.Viewer.Staff, o.role))
	case ok:
		parts := append([]ui.UI{title, stale(at.Lang, f)}, body(at, value)...)
		return frame.Page(o.house, at, bar, parts...)
	case f != nil:
		return frame.Page(o.house, at, bar, title, frame.TroublePart(at, f, flow.Retry(&o.view.Loading, o)))
	}
	return frame.Page(o.house, at, bar, title, ui.SkeletonRows(words.Loading.In(at.Lang), 4))
}

func leadLine(lang words.Lang, lead words.T) ui.UI {
	if lead == (words.T{}) {
		return nil
	}
	return ui.P("soft", lead.In(lang))
}

// stale says that what is shown could not be asked for anew.
func stale(lang words.Lang, f *fault.Fault) ui.UI {
	if f == nil {
		return nil
	}
	return ui.Banner("plain", "luring", "", words.Fault(lang, f.Key, ""))
}

// gate stands where somebody may not go: what is missing, and the way to it.
func gate(at link.At, guest, staff bool, role access.Role) ui.UI {
	desk := role != access.Person && role != access.Citizen
	title, text, to, label := words.GateGuest, words.GateGuestText.In(at.Lang), at.To("/masuk", "ke", at.String()), words.SignIn
	switch {
	case guest && desk:
		text, to = words.GateDeskText.In(at.Lang), at.To("/masuk/petugas", "ke", at.String())
	case guest:
	case desk && !staff:
		title, text, to, label = words.GateDesk, words.GateDeskText.In(at.Lang), at.To("/masuk/petugas", "ke", at.String()), words.SignInStaff
	case !desk && staff:
		title, text, to, label = words.GateCitizen, words.GateCitizenText.In(at.Lang), at.To("/meja"), words.ToDesk
	default:
		title, text, to, label = words.GateRole, words.GateRoleText.In(at.Lang, roleName(at.Lang, role)), at.To("/meja"), words.ToDesk
	}
	return ui.Empty("tersesat", title.In(at.Lang), text, ui.ButtonLink(to, label.In(at.Lang), "", ui.Solid, ""))
}
