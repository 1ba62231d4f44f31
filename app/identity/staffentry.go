package identity

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/fault"
	who "rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/words"
)

// StaffEntry is where staff come in: /masuk/petugas.
type StaffEntry struct {
	goapp.Compo
	door

	form   flow.Form[who.EnterPassword, who.Entered]
	locked time.Time // until then no try counts
	shown  bool      // the password can be read
}

// NewStaffEntry returns the screen.
func NewStaffEntry(h *house.House) house.Screen {
	s := &StaffEntry{door: door{house: h, title: words.SignInStaff}}
	s.form.Done = s.tried
	return s
}

// Render implements the screen.
func (s *StaffEntry) Render() ui.UI {
	at := s.at
	bar := frame.Bar{Tab: "/akun", Back: "/masuk"}
	if s.house.Viewer.Staff {
		return frame.Page(s.house, at, bar, inside(at, s.house))
	}
	return frame.Page(s.house, at, bar, ui.Div("stack stack-6 door",
		ui.Div("stack stack-2", ui.H1("h-xl", words.SignInStaff.In(at.Lang)), ui.P("soft", words.StaffLead.In(at.Lang))),
		s.keys.door(at.Lang, words.StaffKey, words.T{}, s.useKey),
		s.password(at)))
}

func (s *StaffEntry) password(at link.At) ui.UI {
	e := entry[who.EnterPassword, who.Entered]{&s.form, at.Lang}
	d := &s.form.Draft
	send := ui.Button{Label: words.SignIn.In(at.Lang), Submit: true, Busy: s.form.Busy() || s.form.Receipt() != nil, Class: "btn-l btn-full"}
	news := trouble(at.Lang, s.form.Fault())
	if left := s.locked.Sub(s.house.Now()); left > 0 {
		send.Disabled = true
		news = ui.Banner("warn", "jam", words.Fault(at.Lang, "locked", ""), words.TryIn.In(at.Lang, span(at.Lang, left)))
	}
	return ui.Form(at.To("/masuk/petugas"), "post", "card stack stack-5", words.SignInStaff.In(at.Lang), s.enter, news,
		e.field(ui.Field{Name: "email", Label: words.Email.In(at.Lang), Value: d.Email, Type: "email", Auto: "username", Mode: "email", Max: 254},
			func(v string) { d.Email = v }).UI(),
		ui.Password{Field: e.field(ui.Field{Name: "password", Label: words.PasswordLabel.In(at.Lang), Value: d.Password, Auto: "current-password", Max: 200},
			func(v string) { d.Password = v }), Show: words.Show.In(at.Lang), Hide: words.Hide.In(at.Lang), Shown: s.shown,
			Toggle: func(goapp.Context, goapp.Event) { s.shown = !s.shown }}.UI(),
		ui.OneTime(e.field(ui.Field{Name: "code", Label: words.TotpLabel.In(at.Lang), Hint: words.TotpHint.In(at.Lang), Value: d.Code},
			func(v string) { d.Code = v })),
		send.UI())
}

func (s *StaffEntry) enter(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	if s.house.Now().Before(s.locked) {
		return
	}
	s.form.Send(ctx, s.form.Draft.Check, s.house.Identity.EnterPassword)
}

// tried goes on, or makes ready for the next try: a code of the app counts
// once, and after too many tries there is a time to wait.
func (s *StaffEntry) tried(ctx goapp.Context, in *who.Entered) {
	if in != nil {
		s.finish(ctx, *in)
		return
	}
	f := s.form.Fault()
	if f.Code == fault.Denied {
		s.form.Draft.Code = ""
		ui.Blank("code")
	}
	if f.Code == fault.Busy && f.Retry > 0 {
		s.locked = s.house.Now().Add(time.Duration(f.Retry) * time.Second)
		tick(ctx, s.house.Now, func() time.Time { return s.locked })
	}
}

func (s *StaffEntry) useKey(ctx goapp.Context, _ goapp.Event) { s.keys.enter(ctx, s.house, s.finish) }

func (s *StaffEntry) finish(_ goapp.Context, in who.Entered) {
	s.keys.busy = true // until the other page is there
	anew(target(s.at, in.Viewer.Staff))
}
