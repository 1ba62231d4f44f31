package identity

import (
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/fault"
	who "rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Entry is where citizens come in: /masuk. One question stands on each step,
// because many are helped by somebody who holds the phone for them.
type Entry struct {
	goapp.Compo
	door

	step  step
	phone flow.Form[who.AskCode, who.CodeSent]
	code  flow.Form[who.EnterCode, who.Entered]
	name  flow.Form[string, who.Saved]
	sent  who.CodeSent
	again time.Time     // when another code may be asked for
	here  goapp.Context // of the screen; that of a step ends with the step
}

type step int

const (
	askPhone step = iota
	enterCode
	tellName
	keepKey
)

// NewEntry returns the screen.
func NewEntry(h *house.House) house.Screen {
	s := &Entry{door: door{house: h, title: words.SignIn}}
	s.phone.Done, s.code.Done, s.name.Done = s.asked, s.entered, s.named
	return s
}

// OnNav follows the address.
func (s *Entry) OnNav(ctx goapp.Context) {
	s.here = ctx
	s.door.OnNav(ctx)
}

// target is where to go once somebody is in.
func target(at link.At, staff bool) string {
	if staff {
		return whence(at, at.To("/meja"))
	}
	return whence(at, at.To("/akun"))
}

// whence is the page somebody came from, and only one of ours; else the usual
// one.
func whence(at link.At, usual string) string {
	to := at.Get("ke")
	if strings.HasPrefix(to, "/") && ui.Safe(to) && !strings.Contains(to, "/masuk") {
		return to
	}
	return usual
}

// Render implements the screen.
func (s *Entry) Render() ui.UI {
	at := s.at
	var body ui.UI
	switch {
	case s.house.Viewer.ID != "":
		body = inside(at, s.house)
	case s.step == enterCode:
		body = s.codeStep(at)
	case s.step == tellName:
		body = s.nameStep(at)
	case s.step == keepKey:
		body = s.keyStep(at)
	default:
		body = s.phoneStep(at)
	}
	return frame.Page(s.house, at, frame.Bar{Tab: "/akun", Back: "/"}, body)
}

// inside stands on the doors for those who are in already.
func inside(at link.At, h *house.House) ui.UI {
	return ui.Div("stack stack-5", ui.H1("h-xl", words.InsideTitle.In(at.Lang)),
		ui.Div("bar bar-3", frame.Face(h.Viewer.Name, "b"), ui.Div("grow", named(h.Viewer.Name), ui.P("soft", words.InsideText.In(at.Lang)))),
		ui.ButtonLink(target(at, h.Viewer.Staff), words.GoOn.In(at.Lang), "", ui.Solid, "btn-l btn-full"),
		ui.ButtonLink(at.To("/akun"), words.NotMe.In(at.Lang), "", ui.Quiet, "btn-full"))
}

func named(name string) ui.UI {
	if name == "" {
		return nil
	}
	return ui.P("strong", name)
}

func (s *Entry) phoneStep(at link.At) ui.UI {
	e := entry[who.AskCode, who.CodeSent]{&s.phone, at.Lang}
	return ui.Div("stack stack-6 door",
		ui.Div("stack stack-2", ui.H1("h-xl", words.EntryTitle.In(at.Lang)), ui.P("lead soft", words.EntryLead.In(at.Lang))),
		ui.Form(at.To("/masuk"), "post", "stack stack-5", words.SignIn.In(at.Lang), s.askCode,
			trouble(at.Lang, s.phone.Fault()),
			ui.Div("big-field", e.field(ui.Field{Name: "phone", Label: words.EntryPhone.In(at.Lang), Hint: words.EntryPhoneHint.In(at.Lang),
				Value: s.phone.Draft.Phone, Type: "tel", Auto: "tel", Mode: "tel", Max: 40}, func(v string) { s.phone.Draft.Phone = v }).UI()),
			ui.Button{Label: words.SendCode.In(at.Lang), Submit: true, Busy: s.phone.Busy(), Class: "btn-l btn-full"}.UI()),
		s.keys.door(at.Lang, words.EntryKey, words.EntryKeyWhy, s.useKey),
		ui.Para("center", ui.Link(at.To("/masuk/petugas", "ke", at.Get("ke")), "tap", ui.Text(words.IAmStaff.In(at.Lang)))))
}

func (s *Entry) askCode(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	s.sendCode(ctx)
}

func (s *Entry) sendCode(ctx goapp.Context) {
	s.phone.Draft.Lang = string(s.at.Lang)
	s.phone.Send(ctx, s.phone.Draft.Check, s.house.Identity.AskCode)
}

func (s *Entry) asked(_ goapp.Context, sent *who.CodeSent) {
	if sent == nil {
		return
	}
	s.sent, s.step = *sent, enterCode
	s.again = s.house.Now().Add(time.Duration(sent.Again) * time.Second)
	s.code = flow.Form[who.EnterCode, who.Entered]{Done: s.entered}
	tick(s.here, s.house.Now, func() time.Time { return s.again })
	s.here.Defer(func(goapp.Context) { browser.Focus("code") })
}

func (s *Entry) codeStep(at link.At) ui.UI {
	e := entry[who.EnterCode, who.Entered]{&s.code, at.Lang}
	field := e.field(ui.Field{Name: "code", Label: words.CodeLabel.In(at.Lang), Value: s.code.Draft.Code}, nil)
	field.Change = s.typed
	return ui.Div("stack stack-6 door",
		ui.Div("stack stack-2", ui.H1("h-xl", words.CodeTitle.In(at.Lang)), ui.P("lead soft", words.CodeLead.In(at.Lang, s.sent.Phone))),
		s.hint(at),
		ui.Form(at.To("/masuk"), "post", "stack stack-5", words.CodeTitle.In(at.Lang), func(ctx goapp.Context, e goapp.Event) {
			e.PreventDefault()
			s.sendAnswer(ctx)
		},
			trouble(at.Lang, s.code.Fault()), ui.OneTime(field),
			ui.Button{Label: words.SignIn.In(at.Lang), Submit: true, Busy: s.code.Busy() || s.code.Receipt() != nil, Class: "btn-l btn-full"}.UI()),
		ui.Div("stack stack-2", trouble(at.Lang, s.phone.Fault()), s.another(at),
			ui.Button{Label: words.WrongNumber.In(at.Lang), Look: ui.Quiet, Class: "btn-full", Scope: "nomor", Do: s.back}.UI()))
}

// hint is the code itself, in a house that is only for trying out.
func (s *Entry) hint(at link.At) ui.UI {
	if s.sent.Hint == "" {
		return nil
	}
	return ui.Banner("warn", "info", words.DemoTitle.In(at.Lang), words.DemoCode.In(at.Lang, s.sent.Hint))
}

// another asks for one more code, once the last has had time to arrive.
func (s *Entry) another(at link.At) ui.UI {
	b := ui.Button{Label: words.AnotherCode.In(at.Lang), Look: ui.Line, Class: "btn-full", Busy: s.phone.Busy(), Scope: "lagi",
		Do: func(ctx goapp.Context, _ goapp.Event) { s.sendCode(ctx) }}
	if left := s.again.Sub(s.house.Now()); left > 0 {
		b.Disabled, b.Label = true, words.AnotherIn.In(at.Lang, span(at.Lang, left))
	}
	return b.UI()
}

// typed sends the code by itself as soon as it is whole.
func (s *Entry) typed(ctx goapp.Context, _ goapp.Event) {
	s.code.Draft.Code = ui.Value(ctx)
	s.code.Edited("code")
	if len(who.Digits(s.code.Draft.Code)) == who.CodeLength {
		s.sendAnswer(ctx)
	}
}

func (s *Entry) sendAnswer(ctx goapp.Context) {
	s.code.Draft.ID = s.sent.ID
	s.code.Send(ctx, s.code.Draft.Check, s.house.Identity.EnterCode)
}

func (s *Entry) entered(ctx goapp.Context, in *who.Entered) {
	switch {
	case in == nil && s.code.Fault().Code == fault.Unknown: // the code is gone: another may be asked for at once
		s.again = s.house.Now()
	case in != nil:
		s.goOn(ctx, *in)
	}
}

func (s *Entry) goOn(_ goapp.Context, in who.Entered) {
	if in.New {
		s.turn(tellName)
		return
	}
	s.finish(in.Viewer.Staff)
}

func (s *Entry) turn(to step) {
	s.step = to
	s.here.Defer(func(goapp.Context) { browser.ToTop() })
}

func (s *Entry) back(goapp.Context, goapp.Event) { s.turn(askPhone) }

func (s *Entry) useKey(ctx goapp.Context, _ goapp.Event) { s.keys.enter(ctx, s.house, s.goOn) }

// finish ends the stay as a guest.
func (s *Entry) finish(staff bool) {
	s.keys.busy = true // until the other page is there
	anew(target(s.at, staff))
}
