package identity

import (
	"context"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/ui"
	who "rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/words"
)

// The last two steps are for somebody who is here for the first time.

func (s *Entry) nameStep(at link.At) ui.UI {
	e := entry[string, who.Saved]{&s.name, at.Lang}
	return ui.Div("stack stack-6 door",
		ui.Div("stack stack-2", ui.H1("h-xl", words.NameTitle.In(at.Lang)), ui.P("lead soft", words.NameLead.In(at.Lang))),
		ui.Form(at.To("/masuk"), "post", "stack stack-5", words.NameTitle.In(at.Lang), s.tellName,
			trouble(at.Lang, s.name.Fault()),
			ui.Div("big-field", e.field(ui.Field{Name: "name", Label: words.FullName.In(at.Lang), Hint: words.FullNameHint.In(at.Lang),
				Value: s.name.Draft, Auto: "name", Max: 80}, func(v string) { s.name.Draft = v }).UI()),
			ui.Button{Label: words.GoOn.In(at.Lang), Submit: true, Busy: s.name.Busy(), Class: "btn-l btn-full"}.UI()))
}

func (s *Entry) tellName(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	profile := who.SaveProfile{Name: &s.name.Draft}
	s.name.Send(ctx, func() error {
		if strings.TrimSpace(s.name.Draft) == "" {
			return required("name")
		}
		return profile.Check()
	}, func(ctx context.Context, name string) (who.Saved, error) {
		return s.house.Identity.SaveProfile(ctx, who.SaveProfile{Name: &name})
	})
}

func (s *Entry) named(_ goapp.Context, saved *who.Saved) {
	switch {
	case saved == nil:
	case browser.Passkeys():
		s.turn(keepKey)
	default:
		s.finish(false)
	}
}

func (s *Entry) keyStep(at link.At) ui.UI {
	return ui.Div("stack stack-6 door",
		ui.Div("stack stack-2", ui.H1("h-xl", words.KeyTitle.In(at.Lang)), ui.P("lead soft", words.KeyLead.In(at.Lang))),
		trouble(at.Lang, s.keys.fault),
		ui.Div("stack stack-2",
			ui.Button{Label: words.KeepKey.In(at.Lang), Icon: "kunci", Class: "btn-l btn-full", Busy: s.keys.busy, Scope: "simpan", Do: func(ctx goapp.Context, _ goapp.Event) {
				s.keys.add(ctx, s.house, words.ThisPhone.In(s.at.Lang), func(goapp.Context, who.Me) { s.finish(false) })
			}}.UI(),
			ui.Button{Label: words.NotNow.In(at.Lang), Look: ui.Quiet, Class: "btn-full", Scope: "nanti",
				Do: func(goapp.Context, goapp.Event) { s.finish(false) }}.UI()))
}
