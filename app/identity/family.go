package identity

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/calendar"
	who "rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Family is the screen of those the reader acts for: /akun/keluarga.
type Family struct {
	goapp.Compo
	own[who.Me]
}

// NewFamily returns the screen.
func NewFamily(h *house.House) house.Screen {
	return &Family{own: newOwn(h, access.Citizen, words.FamilyTitle, me(h))}
}

// Render implements the screen.
func (s *Family) Render() ui.UI {
	return s.page(frame.Bar{Tab: "/akun", Back: "/akun"}, words.FamilyLead, s.body)
}

func (s *Family) body(at link.At, m who.Me) []ui.UI {
	add := func(look ui.Look, class string) ui.UI {
		return ui.ButtonLink(at.To(NewMemberPath), words.AddMember.In(at.Lang), "tambah", look, class)
	}
	if len(m.Family) == 0 {
		return []ui.UI{ui.Empty("kosong", words.FamilyEmpty.In(at.Lang), words.FamilyEmptyText.In(at.Lang), add(ui.Solid, ""))}
	}
	rows := make([]ui.Row, len(m.Family))
	for i, f := range m.Family {
		rows[i] = ui.Row{Href: at.To("/akun/keluarga/" + f.ID), Icon: relationIcons[f.Relation], Title: f.Name,
			Sub: list(relations[f.Relation].In(at.Lang), age(at.Lang, f.Born, s.house.Clock())), Tag: nikTag(at.Lang, f)}
	}
	parts := []ui.UI{ui.Rows(rows...)}
	if len(m.Family) < who.MostMembers {
		parts = append(parts, add(ui.Line, "btn-full"))
	}
	return parts
}

func nikTag(lang words.Lang, f who.Member) ui.UI {
	if f.NIK == "" {
		return ui.Tag("wait", "", words.NoNIKYet.In(lang))
	}
	return ui.Tag("", "", "NIK "+f.NIK)
}

// The addresses of one member of the family.
const (
	NewMemberPath = "/akun/keluarga/baru"
	MemberPattern = "/akun/keluarga/{id}"
)

// memberData is the reader's family and the member the address names.
type memberData struct {
	Me     who.Me
	Member who.Member // the zero Member for one who is to be added
}

func member(h *house.House) func(context.Context, link.At) (memberData, error) {
	return func(ctx context.Context, at link.At) (memberData, error) {
		m, err := h.Identity.Me(ctx)
		if err != nil {
			return memberData{}, err
		}
		return findMember(m, at)
	}
}

// memberFields are the questions about a member.
func (s *Member) fields(at link.At, f who.Member) ui.UI {
	e := entry[who.SaveMember, who.Saved]{&s.form, at.Lang}
	d := &s.form.Draft
	choices := make([]ui.Choice, len(relationOrder))
	for i, r := range relationOrder {
		choices[i] = ui.Choice{Value: string(r), Label: relations[r].In(at.Lang), Icon: relationIcons[r]}
	}
	nik := s.number(e, ui.Field{Name: "nik", Label: "NIK", Hint: words.NIKHint.In(at.Lang)}, &d.NIK, f.NIK)
	if f.NIK == "" && s.noNIK {
		nik = nil
	}
	var without ui.UI
	if f.NIK == "" {
		without = ui.Check("tanpa-nik", words.NoNIKYet.In(at.Lang), words.NoNIKWhy.In(at.Lang), s.noNIK, func(goapp.Context, goapp.Event) {
			s.noNIK, d.NIK = !s.noNIK, nil
			s.form.Edited("nik")
		})
	}
	return ui.Div("card stack stack-5",
		ui.Radios{Name: "relation", Legend: words.RelationAsk.In(at.Lang), Value: given(d.Relation, f.Relation), Error: e.wrong("relation"), Look: "choice",
			Choices: choices, Change: e.edit("relation", func(v string) { r := who.Relation(v); d.Relation = &r })}.UI(),
		e.field(ui.Field{Name: "name", Label: words.FullName.In(at.Lang), Hint: words.FullNameHint.In(at.Lang), Value: given(d.Name, f.Name), Auto: "off", Max: 80},
			func(v string) { d.Name = &v }).UI(),
		e.field(ui.Field{Name: "born", Label: words.BornLabel.In(at.Lang), Value: given(d.Born, f.Born), Type: "date", Auto: "off"},
			func(v string) { born := calendar.Date(v); d.Born = &born }).UI(),
		ui.Div("stack stack-2", nik, without),
		s.number(e, ui.Field{Name: "bpjs", Label: words.BPJSLabel.In(at.Lang), Hint: words.BPJSHint.In(at.Lang), Optional: words.Optional.In(at.Lang)}, &d.BPJS, f.BPJS))
}

func (s *Member) number(e entry[who.SaveMember, who.Saved], f ui.Field, typed **string, known string) ui.UI {
	f.Value = given(*typed, "")
	f = e.field(f, func(v string) { *typed = &v })
	return s.numbers.field(e.lang, f, known, func() {
		*typed = nil
		s.form.Edited(f.Name)
	})
}
