package identity

import (
	"context"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/calendar"
	who "rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/words"
)

// Profile is the screen of the own data: /akun/data-diri.
type Profile struct {
	goapp.Compo
	own[profileData]

	form     flow.Form[who.SaveProfile, who.Saved]
	numbers  numbers
	odd      []who.Warning
	district string      // chosen here; "" for the one that is known
	villages []ui.Choice // of it
}

// profileData is the reader and the areas they may live in.
type profileData struct {
	Me        who.Me
	Districts []ui.Choice
	Villages  []ui.Choice // of the district that is known
}

// NewProfile returns the screen.
func NewProfile(h *house.House) house.Screen {
	s := &Profile{own: newOwn(h, access.Citizen, words.ProfileTitle, func(ctx context.Context, _ link.At) (profileData, error) {
		m, err := h.Identity.Me(ctx)
		if err != nil {
			return profileData{}, err
		}
		d := profileData{Me: m}
		if d.Districts, err = areas(ctx, h, ""); err != nil {
			return d, err
		}
		if known := districtOf(m.Profile.Area); known != "" {
			d.Villages, err = areas(ctx, h, known)
		}
		return d, err
	})}
	s.form.Done = s.saved
	return s
}

// areas are the districts, or the villages of one, to choose from.
func areas(ctx context.Context, h *house.House, district string) ([]ui.Choice, error) {
	m, err := h.Places.Map(ctx, place.MapFilter{District: district})
	if err != nil {
		return nil, err
	}
	choices := make([]ui.Choice, len(m.Areas))
	for i, a := range m.Areas {
		choices[i] = ui.Choice{Value: a.Code, Label: a.Name}
	}
	return choices, nil
}

// districtOf is the district of a village: "35.15.08.2001" lies in "35.15.08".
func districtOf(area string) string {
	if i := strings.LastIndexByte(area, '.'); i > 0 {
		return area[:i]
	}
	return ""
}

// OnNav begins anew.
func (s *Profile) OnNav(ctx goapp.Context) {
	s.begin()
	s.odd = nil
	s.own.OnNav(ctx)
}

func (s *Profile) begin() {
	s.form.Draft, s.district, s.villages = who.SaveProfile{}, "", nil
	s.numbers.reset()
}

// Render implements the screen.
func (s *Profile) Render() ui.UI {
	return s.page(frame.Bar{Tab: "/akun", Back: "/akun"}, words.ProfileLead, s.body)
}

func (s *Profile) body(at link.At, d profileData) []ui.UI {
	e := entry[who.SaveProfile, who.Saved]{&s.form, at.Lang}
	draft, known := &s.form.Draft, d.Me.Profile
	return []ui.UI{
		warnings(at.Lang, words.LookTwice, s.odd),
		ui.Form(at.To(at.Path), "post", "stack stack-6", words.ProfileTitle.In(at.Lang), s.send,
			trouble(at.Lang, s.form.Fault()),
			ui.Div("card stack stack-5",
				e.field(ui.Field{Name: "name", Label: words.FullName.In(at.Lang), Hint: words.FullNameHint.In(at.Lang), Value: given(draft.Name, d.Me.Name), Auto: "name", Max: 80},
					func(v string) { draft.Name = &v }).UI(),
				e.field(ui.Field{Name: "born", Label: words.BornLabel.In(at.Lang), Value: given(draft.Born, known.Born), Type: "date", Auto: "bday"},
					func(v string) { born := calendar.Date(v); draft.Born = &born }).UI()),
			ui.Section("nomor", words.NumbersTitle.In(at.Lang), nil, ui.P("small soft", words.NumbersWhy.In(at.Lang)),
				ui.Div("card stack stack-5",
					s.number(e, ui.Field{Name: "nik", Label: "NIK", Hint: words.NIKHint.In(at.Lang)}, &draft.NIK, known.NIK),
					s.number(e, ui.Field{Name: "kk", Label: words.KKLabel.In(at.Lang), Hint: words.KKHint.In(at.Lang)}, &draft.KK, known.KK),
					s.number(e, ui.Field{Name: "bpjs", Label: words.BPJSLabel.In(at.Lang), Hint: words.BPJSHint.In(at.Lang)}, &draft.BPJS, known.BPJS))),
			ui.Section("tinggal", words.LivesTitle.In(at.Lang), nil, ui.Div("card stack stack-5", s.where(at, e, d)...)),
			ui.Button{Label: words.Save.In(at.Lang), Submit: true, Busy: s.form.Busy(), Class: "btn-l btn-full"}.UI()),
	}
}

func (s *Profile) number(e entry[who.SaveProfile, who.Saved], f ui.Field, typed **string, known string) ui.UI {
	f.Value, f.Optional = given(*typed, ""), words.Optional.In(e.lang)
	f = e.field(f, func(v string) { *typed = &v })
	return s.numbers.field(e.lang, f, known, func() {
		*typed = nil
		s.form.Edited(f.Name)
	})
}

func (s *Profile) where(at link.At, e entry[who.SaveProfile, who.Saved], d profileData) []ui.UI {
	draft := &s.form.Draft
	district, villages, village := districtOf(d.Me.Profile.Area), d.Villages, given(draft.Area, d.Me.Profile.Area)
	if s.district != "" {
		district, villages, village = s.district, s.villages, given(draft.Area, "")
	}
	hint := ""
	if len(villages) == 0 {
		hint = words.VillageHint.In(at.Lang)
	}
	return []ui.UI{
		ui.Field{Name: "district", Label: words.DistrictLabel.In(at.Lang), Optional: words.Optional.In(at.Lang), Value: district,
			Choices: choose(at.Lang, d.Districts), Change: s.chooseDistrict}.UI(),
		e.field(ui.Field{Name: "area", Label: words.VillageLabel.In(at.Lang), Hint: hint, Value: village,
			Choices: choose(at.Lang, villages)}, func(v string) { draft.Area = &v }).UI(),
		e.field(ui.Field{Name: "address", Label: words.AddressLabel.In(at.Lang), Optional: words.Optional.In(at.Lang), Hint: words.AddressHint.In(at.Lang),
			Value: given(draft.Address, d.Me.Profile.Address), Auto: "street-address", Max: 200}, func(v string) { draft.Address = &v }).UI(),
	}
}

// choose puts "not chosen yet" before the choices.
func choose(lang words.Lang, choices []ui.Choice) []ui.Choice {
	return append([]ui.Choice{{Label: words.ChooseOne.In(lang)}}, choices...)
}

// chooseDistrict fetches the villages to choose from.
func (s *Profile) chooseDistrict(ctx goapp.Context, _ goapp.Event) {
	none, district := "", ui.Value(ctx)
	s.district, s.villages, s.form.Draft.Area = district, nil, &none
	s.form.Edited("area")
	if district == "" {
		return
	}
	flow.Ask(ctx, func(ctx context.Context) ([]ui.Choice, error) { return areas(ctx, s.house, district) },
		func(ctx goapp.Context, villages []ui.Choice, err error) {
			switch {
			case district != s.district: // another was chosen meanwhile
			case err != nil:
				s.district = ""
				frame.Toast(ctx, flow.Sentence(s.view.At.Lang, err))
			default:
				s.villages = villages
			}
		})
}

func (s *Profile) send(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	profile := s.form.Draft
	profile.NIK = s.numbers.sent("nik", profile.NIK)
	profile.KK = s.numbers.sent("kk", profile.KK)
	profile.BPJS = s.numbers.sent("bpjs", profile.BPJS)
	s.form.Send(ctx, func() error {
		if s.district != "" && given(profile.Area, "") == "" {
			return required("area")
		}
		return profile.Check()
	}, func(ctx context.Context, _ who.SaveProfile) (who.Saved, error) {
		return s.house.Identity.SaveProfile(ctx, profile)
	})
}

func (s *Profile) saved(ctx goapp.Context, saved *who.Saved) {
	if saved == nil {
		return
	}
	s.view.Change(func(d *profileData) {
		d.Me = saved.Me
		if s.district != "" {
			d.Villages = s.villages
		}
	})
	s.begin()
	s.odd = saved.Warnings
	frame.Toast(ctx, words.Saved.In(s.view.At.Lang))
	if len(s.odd) > 0 {
		ctx.Defer(func(goapp.Context) { browser.ToTop() })
	}
}
