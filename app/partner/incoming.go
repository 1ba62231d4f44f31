package partner

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/partner"
	"rumah/shared/words"
)

const remakeDialog = "sandi-baru"

// incoming is who may call us: the address, the username, and a password
// that is shown once.
func (s *Hospital) incoming(l words.Lang, h partner.Hospital) ui.UI {
	say, label := words.BPJSNoPassword, words.BPJSMake
	if h.Username != "" {
		say, label = words.BPJSHasPassword, words.BPJSRemake
	}
	trouble := troubled(l, s.userWrong)
	if wrongIn(l, s.userWrong, "username") != "" {
		trouble = nil
	}
	return ui.Section("bpjs-masuk", words.BPJSIn.In(l), nil, ui.Div("card stack stack-5",
		ui.P("hint", words.BPJSInY.In(l)),
		ui.Field{Name: "alamat", Label: words.BPJSAddress.In(l), Value: h.Address, ReadOnly: true}.UI(),
		ui.Div("bar wrap", ui.Button{Label: words.BPJSCopyAddress.In(l), Icon: "salin", Look: ui.Line, Class: "btn-s", Scope: h.Address, Do: s.copied(h.Address)}.UI()),
		ui.Fresh(s.turn, "", ui.Field{Name: "username", Label: words.BPJSUser.In(l), Hint: words.BPJSUserY.In(l), Value: s.user, Auto: "off", Max: 60, Error: wrongIn(l, s.userWrong, "username"),
			Change: func(ctx goapp.Context, _ goapp.Event) { s.user, s.userWrong = ui.Value(ctx), nil }}.UI()),
		s.secret(l, say), trouble,
		ui.Div("bar wrap", ui.Button{Label: label.In(l), Icon: "kunci", Look: ui.Line, Scope: "sandi", Busy: s.doing == "admit", Do: s.consider}.UI())))
}

// secret is the new password, or whether there is one.
func (s *Hospital) secret(l words.Lang, say words.T) ui.UI {
	if s.password == "" {
		return ui.P("small soft", say.In(l))
	}
	return ui.Div("stack stack-4",
		ui.Banner("good", "kunci", words.BPJSMade.In(l), words.BPJSMadeY.In(l)),
		ui.Field{Name: "kata-sandi", Label: words.BPJSMade.In(l), Value: s.password, ReadOnly: true, Auto: "off"}.UI(),
		ui.Div("bar wrap",
			ui.Button{Label: words.BPJSCopyPass.In(l), Icon: "salin", Class: "btn-s", Scope: s.password, Do: s.copied(s.password)}.UI(),
			ui.Button{Label: words.BPJSKept.In(l), Look: ui.Quiet, Class: "btn-s", Scope: "sandi-simpan", Do: func(goapp.Context, goapp.Event) {
				s.password = ""
				s.guard()
			}}.UI()))
}

// consider asks before a password is replaced that is in use.
func (s *Hospital) consider(ctx goapp.Context, e goapp.Event) {
	admit := partner.Admit{Place: s.place(), Username: s.user}
	if s.userWrong = fault.From(admit.Check()); s.userWrong != nil {
		ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
		return
	}
	if k, ok := s.view.Value(); ok && k.h.Username != "" {
		ctx.Defer(func(goapp.Context) { browser.Ask(remakeDialog) })
		return
	}
	s.admit(ctx, e)
}

func (s *Hospital) admit(goapp.Context, goapp.Event) {
	browser.Shut(remakeDialog)
	var password string
	admit := partner.Admit{Place: s.place(), Username: s.user}
	before := s.c.Save
	s.ask("admit", func(ctx context.Context, k *known) error {
		in, err := s.house.Partner.Admit(ctx, admit)
		k.h, password = in.Hospital, in.Password
		return err
	}, func(ctx goapp.Context, f *fault.Fault) {
		if s.userWrong = f; f != nil {
			return
		}
		s.password = password
		if k, ok := s.view.Value(); ok && k.h.Save == before+1 {
			s.c.Save = k.h.Save // our own change; what is being written goes on
		}
		s.arrived()
		s.guard()
	})
}
