package catalogue

import (
	"context"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/draft"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/catalogue"
	"rumah/shared/link"
	"rumah/shared/words"
)

// New is the screen on which a service begins: /meja/layanan/baru.
type New struct {
	goapp.Compo
	view[catalogue.Desk]

	house *house.House
	form  flow.Form[catalogue.NewService, catalogue.Edit]
	named bool // the address was written by hand and no longer follows the name
}

// NewPath is its address.
const NewPath = DeskPath + "/baru"

// NewNew returns the screen.
func NewNew(h *house.House) house.Screen {
	s := &New{house: h, view: flow.NewPrivate(func(ctx context.Context, _ link.At) (catalogue.Desk, error) {
		return h.Catalogue.Desk(ctx, catalogue.DeskFilter{Limit: 1})
	})}
	s.form.Draft.Content = catalogue.Content{Topic: catalogue.Topics[0],
		Promise: catalogue.Promise{Unit: catalogue.Unpromised}, Fee: catalogue.Fee{Kind: catalogue.FeeUnknown}}
	return s
}

// Head implements house.Screen.
func (s *New) Head() house.Head {
	return house.Head{Title: words.NewService.In(s.view.At.Lang), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (s *New) Titled(goapp.Context) {
	if desk, ok := s.view.Value(); ok && s.form.Draft.Agency == "" && len(desk.Agencies) > 0 {
		s.form.Draft.Agency = desk.Agencies[0].ID
	}
	frame.Titled(s.house, s.view.At, s.Head())
}

// OnNav loads the agencies.
func (s *New) OnNav(ctx goapp.Context) { s.view.Enter(ctx, s) }

// Render implements the screen.
func (s *New) Render() ui.UI {
	at := s.view.At
	return draft.Desk(s.house, at, DeskPath, DeskPath, words.NewService.In(at.Lang), words.NewServiceY.In(at.Lang), s.body(at))
}

func (s *New) body(at link.At) ui.UI {
	if made := s.form.Receipt(); made != nil {
		return ui.Banner("good", "beres", words.Created.In(at.Lang), "",
			ui.Div("bar wrap", ui.ButtonLink(at.To(DeskPath+"/"+made.ID), words.CreatedGo.In(at.Lang), "pena", ui.Solid, "btn-s")))
	}
	desk, ok := s.view.Value()
	if !ok {
		if fault := s.view.Fault(); fault != nil {
			return frame.TroublePart(at, fault, flow.Retry(&s.view.Loading, s))
		}
		return ui.SkeletonPage(words.Loading.In(at.Lang))
	}
	if len(desk.Agencies) == 0 {
		return draft.None(at, DeskPath)
	}
	l := at.Lang
	d := &s.form.Draft
	agencies := make([]ui.Choice, len(desk.Agencies))
	for i, a := range desk.Agencies {
		agencies[i] = ui.Choice{Value: a.ID, Label: a.Name}
	}
	return ui.Form(at.To(NewPath), "post", "card stack stack-5", words.NewService.In(l), s.send,
		s.trouble(l),
		s.field(l, ui.Field{Name: "agency", Label: words.NewServiceOf.In(l), Choices: agencies, Value: d.Agency}, "agency", func(v string) { d.Agency = v }),
		s.field(l, ui.Field{Name: "name", Label: words.PartName.In(l), Max: 120, Value: d.Content.Name}, "content.name", s.rename),
		s.field(l, ui.Field{Name: "id", Label: words.NewServiceID.In(l), Hint: words.NewServiceIDY.In(l), Max: 60, Value: d.ID}, "id", func(v string) { d.ID, s.named = v, true }),
		s.field(l, ui.Field{Name: "summary", Label: words.PartSummary.In(l), Hint: words.PartSummaryY.In(l), Long: true, Max: 240, Value: d.Content.Summary}, "content.summary",
			func(v string) { d.Content.Summary = v }),
		s.field(l, ui.Field{Name: "topic", Label: words.PartTopic.In(l), Choices: topicChoices(l), Value: string(d.Content.Topic)}, "content.topic",
			func(v string) { d.Content.Topic = catalogue.Topic(v) }),
		ui.Button{Label: words.NewServiceGo.In(l), Submit: true, Busy: s.form.Busy(), Class: "btn-full"}.UI())
}

func (s *New) field(l words.Lang, f ui.Field, wrong string, set func(string)) ui.UI {
	if key, bound := s.form.Wrong(wrong); key != "" {
		f.Error = words.Fault(l, key, bound)
	}
	f.Change = func(ctx goapp.Context, _ goapp.Event) {
		set(ui.Value(ctx))
		s.form.Edited(wrong)
	}
	return f.UI()
}

func (s *New) rename(name string) {
	s.form.Draft.Content.Name = name
	if !s.named {
		s.form.Draft.ID = slug(name)
	}
}

func (s *New) trouble(l words.Lang) ui.UI {
	f := s.form.Fault()
	if f == nil {
		return nil
	}
	return ui.Banner("bad", "awas", "", words.Fault(l, f.Key, ""))
}

func (s *New) send(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	s.form.Send(ctx, s.form.Draft.Check, s.house.Catalogue.Create)
}

// slug is a name as an address: small letters and digits with hyphens
// between the words.
func slug(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	s := b.String()
	return strings.Trim(s[:min(len(s), 60)], "-")
}
