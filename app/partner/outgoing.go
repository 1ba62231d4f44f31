package partner

import (
	"context"
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/partner"
	"rumah/shared/words"
)

// outgoing is whom we call, and the rules: one form, saved together.
func (s *Hospital) outgoing(l words.Lang, h partner.Hospital) ui.UI {
	say := words.BPJSAllSaved
	if s.dirty {
		say = words.Unsaved
	}
	return ui.Section("bpjs-keluar", words.BPJSOut.In(l), nil,
		ui.Div("card stack stack-5", s.told(l),
			ui.Fresh(s.turn, "stack stack-5",
				ui.P("hint", words.BPJSOutY.In(l)),
				s.field(ui.Field{Name: "base_url", Label: words.BPJSBase.In(l), Hint: words.BPJSBaseY.In(l), Mode: "url", Max: 200}, func() *string { return &s.c.BaseURL }),
				s.field(ui.Field{Name: "cons_id", Label: words.BPJSConsID.In(l), Max: 40}, func() *string { return &s.c.ConsID }),
				ui.Div("pair",
					s.key(l, "secret", words.BPJSSecret, h.Secret, func() *string { return &s.c.Secret }),
					s.key(l, "user_key", words.BPJSUserKey, h.UserKey, func() *string { return &s.c.UserKey })),
				ui.H3("", words.BPJSRules.In(l)),
				ui.Check("registers", words.BPJSRegisters.In(l), words.BPJSRegistersY.In(l), s.c.Registers, func(goapp.Context, goapp.Event) {
					s.c.Registers = !s.c.Registers
					s.edited("registers")
				}),
				s.field(ui.Field{Name: "days", Label: words.BPJSDays.In(l), Hint: words.BPJSDaysY.In(l), Type: "number", Mode: "numeric"}, func() *string { return &s.days })),
			ui.With("p", "small strong", ui.Attrs{"role": "status"}, ui.Text(say.In(l))),
			ui.Div("bar wrap",
				ui.Button{Label: words.BPJSSave.In(l), Disabled: !s.dirty || s.theirs != nil, Busy: s.doing == "save", Scope: "simpan", Do: s.store}.UI(),
				ui.Button{Label: words.BPJSRevert.In(l), Look: ui.Quiet, Scope: "urung", Disabled: !s.dirty, Do: func(goapp.Context, goapp.Event) {
					if k, ok := s.view.Value(); ok {
						s.begin(k.h)
					}
				}}.UI()),
			s.probe(l, h)))
}

func (s *Hospital) field(f ui.Field, at func() *string) ui.UI {
	name := f.Name
	f.Value, f.Error = *at(), wrongIn(s.view.At.Lang, s.wrong, name)
	if f.Auto = "off"; f.Type == "password" {
		f.Auto = "new-password" // or a browser fills in the officer's own
	}
	f.Change = func(ctx goapp.Context, _ goapp.Event) {
		*at() = ui.Value(ctx)
		s.edited(name)
	}
	return f.UI()
}

// key is a secret that is written and never read.
func (s *Hospital) key(l words.Lang, name string, label words.T, kept bool, at func() *string) ui.UI {
	f := ui.Field{Name: name, Label: label.In(l), Type: "password", Max: 200}
	if kept {
		f.Hint = words.BPJSStored.In(l)
	}
	return s.field(f, at)
}

// edited says that a field was changed: its complaint goes, and so does what
// came of the last try.
func (s *Hospital) edited(name string) {
	s.dirty, s.probed = true, nil
	s.edits++
	s.guard()
	if s.wrong == nil {
		return
	}
	left := *s.wrong
	left.Fields = nil
	for _, f := range s.wrong.Fields {
		if f.Name != name {
			left.Fields = append(left.Fields, f)
		}
	}
	if s.wrong = &left; len(left.Fields) == 0 {
		s.wrong = nil
	}
}

// told is what must be known before saving.
func (s *Hospital) told(l words.Lang) ui.UI {
	switch {
	case s.theirs != nil:
		return ui.Banner("bad", "awas", words.BPJSMeanwhile.In(l), words.BPJSMeanwhileY.In(l, s.different(l)),
			ui.Div("bar wrap",
				ui.Button{Label: words.BPJSTheirs.In(l), Icon: "ulang", Class: "btn-s", Scope: "terbaru", Do: func(goapp.Context, goapp.Event) { s.begin(*s.theirs) }}.UI(),
				ui.Button{Label: words.BPJSMine.In(l), Look: ui.Line, Class: "btn-s", Scope: "punyaku", Do: func(ctx goapp.Context, e goapp.Event) {
					s.c.Save, s.theirs = s.theirs.Save, nil
					s.store(ctx, e)
				}}.UI()))
	case s.wrong != nil && s.wrong.Code == fault.Invalid:
		return ui.Banner("bad", "awas", "", words.FixMarked.In(l))
	}
	return troubled(l, s.wrong)
}

// different names the fields in which a colleague's connection differs.
func (s *Hospital) different(l words.Lang) string {
	t := s.theirs
	var names []string
	for _, part := range []struct {
		name words.T
		same bool
	}{
		{words.BPJSBase, t.BaseURL == s.c.BaseURL}, {words.BPJSConsID, t.ConsID == s.c.ConsID},
		{words.BPJSSecret, s.c.Secret == ""}, {words.BPJSUserKey, s.c.UserKey == ""},
		{words.BPJSRegisters, t.Registers == s.c.Registers}, {words.BPJSDays, strconv.Itoa(t.Days) == s.days},
	} {
		if !part.same {
			names = append(names, part.name.In(l))
		}
	}
	if len(names) == 0 {
		return words.BPJSNothing.In(l)
	}
	return strings.Join(names, ", ")
}

// store saves what is in the fields.
func (s *Hospital) store(ctx goapp.Context, _ goapp.Event) {
	s.c.Place = s.place()
	for _, text := range []*string{&s.c.BaseURL, &s.c.ConsID, &s.c.Secret, &s.c.UserKey} {
		*text = strings.TrimSpace(*text) // only now: a space is often followed by another word
	}
	days, err := strconv.Atoi(strings.TrimSpace(s.days))
	s.c.Days = days
	if s.wrong = fault.From(s.c.Check()); err != nil {
		s.wrong = fault.From(fault.Wrong(fault.Field{Name: "days", Key: "number"}))
	}
	if s.wrong != nil {
		ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
		return
	}
	edits, change := s.edits, s.c
	s.ask("save", func(ctx context.Context, k *known) (err error) {
		k.h, err = s.house.Partner.Configure(ctx, change)
		return err
	}, func(ctx goapp.Context, f *fault.Fault) {
		k, _ := s.view.Value()
		switch {
		case f == nil && edits == s.edits:
			s.begin(k.h)
			frame.Toast(ctx, words.BPJSSaved.In(s.view.At.Lang))
		case f == nil: // written on meanwhile: that is not saved yet
			s.c.Save = k.h.Save
		case f.Key == "edited_meanwhile":
			s.wrong = f
			s.meet()
		default:
			s.wrong = f
			ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
		}
	})
}

// meet fetches what a colleague saved, so that both can be compared.
func (s *Hospital) meet() {
	place := partner.PlaceID{Place: s.place()}
	s.ask("theirs", func(ctx context.Context, k *known) (err error) {
		k.h, err = s.house.Partner.Hospital(ctx, place)
		return err
	}, func(_ goapp.Context, f *fault.Fault) {
		if f == nil {
			s.wrong = nil
			s.arrived()
		}
	})
}

// probe tries what is saved, and says what came of it.
func (s *Hospital) probe(l words.Lang, h partner.Hospital) ui.UI {
	if h.BaseURL == "" {
		return nil
	}
	var came, first ui.UI
	if p := s.probed; p != nil && p.Fine {
		came = ui.Banner("good", "beres", words.BPJSProbeFine.In(l), words.BPJSProbeFineY.In(l, words.Count(l, p.Polis)))
	} else if p != nil {
		said := p.Said
		if said == "" {
			said = words.BPJSSilent.In(l)
		}
		came = ui.Banner("bad", "awas", words.BPJSProbeBad.In(l), words.BPJSProbeBadY.In(l, said))
	}
	if s.dirty {
		first = ui.P("small soft", words.BPJSProbeSave.In(l))
	}
	return ui.Div("stack", came, first,
		ui.Div("bar wrap", ui.Button{Label: words.BPJSProbe.In(l), Icon: "ulang", Look: ui.Line, Scope: "coba", Disabled: s.dirty, Busy: s.doing == "probe", Do: s.try}.UI()))
}

func (s *Hospital) try(goapp.Context, goapp.Event) {
	s.probed = nil
	var came partner.Probed
	place := partner.PlaceID{Place: s.place()}
	s.ask("probe", func(ctx context.Context, _ *known) (err error) {
		came, err = s.house.Partner.Probe(ctx, place)
		return err
	}, func(_ goapp.Context, f *fault.Fault) {
		if s.wrong = f; f == nil {
			s.probed = &came
		}
	})
}
