package permit

import (
	"context"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/form"
	"rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// Apply is the screen before an application: what will be asked, what to have
// at hand, for whom and where: /layanan/{id}/ajukan.
type Apply struct {
	goapp.Compo
	view[permit.Offer]

	house  *house.House
	here   goapp.Context // of the screen; that of a button ends with the button
	form   flow.Form[permit.Start, permit.Application]
	family []identity.Member // nil while it is not known
	begun  []permit.Line     // of this service, not sent yet
	chosen bool              // a place was
}

// NewApply returns the screen.
func NewApply(h *house.House) house.Screen {
	s := &Apply{house: h, view: flow.NewView(func(ctx context.Context, at link.At) (permit.Offer, error) {
		id, _ := at.Match(ApplyPattern)
		return h.Permit.Offer(ctx, permit.ServiceID{Service: id})
	})}
	s.form.Done = s.started
	return s
}

// Head implements house.Screen.
func (s *Apply) Head() house.Head {
	v, ok := s.Value()
	if !ok {
		return house.Head{Title: words.ServicesTitle.In(s.At.Lang), NoIndex: true}
	}
	return house.Head{Title: words.ApplyTitle.In(s.At.Lang, v.Service.Name), Description: words.ApplyLead.In(s.At.Lang)}
}

// Titled implements flow.Titled.
func (s *Apply) Titled(goapp.Context) { frame.Titled(s.house, s.At, s.Head()) }

// OnNav loads how the service is applied for, and what the reader has begun.
func (s *Apply) OnNav(ctx goapp.Context) {
	s.here = ctx
	s.form = flow.Form[permit.Start, permit.Application]{Done: s.started}
	s.begun, s.chosen = nil, false
	s.Enter(ctx, s)
	if !s.house.Viewer.May(access.Citizen) {
		return
	}
	flow.Ask(ctx, s.house.Identity.Me, func(_ goapp.Context, me identity.Me, err error) {
		if err == nil {
			s.family = append([]identity.Member{}, me.Family...)
		}
	})
	service, _ := s.At.Match(ApplyPattern)
	flow.Ask(ctx, func(ctx context.Context) (permit.Mine, error) { return s.house.Permit.Mine(ctx, permit.MineOf{}) },
		func(_ goapp.Context, mine permit.Mine, err error) {
			if err != nil {
				return
			}
			for _, l := range mine.Live {
				if l.Stage == permit.Draft && l.Service.ID == service {
					s.begun = append(s.begun, l)
				}
			}
		})
}

func (s *Apply) start(_ goapp.Context, e goapp.Event) {
	e.PreventDefault()
	v, ok := s.Value()
	if !ok {
		return
	}
	s.form.Draft.Service, s.form.Draft.Place = v.Service.ID, s.place(v)
	s.form.Send(s.here, s.form.Draft.Check, s.house.Permit.Start)
}

// started goes on to the questions. What was just answered stands for the
// page, so that it is there at once.
func (s *Apply) started(ctx goapp.Context, a *permit.Application) {
	if a == nil {
		return
	}
	keep(*a)
	ui.Go(ctx, s.At.To(MinePath+"/"+a.ID))
}

// Render implements the screen.
func (s *Apply) Render() ui.UI {
	at := s.At
	service, _ := at.Match(ApplyPattern)
	bar := frame.Bar{Tab: "/layanan", Back: "/layanan/" + service, Actions: []ui.UI{frame.LanguageAction(at)}}
	v, ok := s.Value()
	if !ok {
		if f := s.Fault(); f != nil {
			return frame.Page(s.house, at, bar, frame.Trouble(at, f, flow.Retry(&s.Loading, s)))
		}
		return frame.Page(s.house, at, bar, ui.SkeletonPage(words.Loading.In(at.Lang)))
	}
	return frame.Page(s.house, at, bar,
		ui.Div("stack stack-2", ui.H1("", words.ApplyTitle.In(at.Lang, v.Service.Name)), ui.P("lead soft", words.ApplyLead.In(at.Lang))),
		s.goOn(at),
		s.begin(at, v),
		asked(at.Lang, v.Form),
		afterwards(at.Lang, v.Way))
}

// goOn leads back to what was begun before.
func (s *Apply) goOn(at link.At) ui.UI {
	if len(s.begun) == 0 {
		return nil
	}
	rows := make([]ui.Row, len(s.begun))
	for i, l := range s.begun {
		rows[i] = ui.Row{Href: at.To(MinePath + "/" + l.ID), Icon: "pena", Tone: "warn", Title: words.MineHolder.In(at.Lang, l.Holder),
			Sub: words.MineUntil.In(at.Lang, lastDay(at.Lang, s.house.Clock(), l.Until)), Tag: ui.Tag("wait", "", words.FillTag.In(at.Lang))}
	}
	return ui.Section("lanjut", words.ApplyGoOn.In(at.Lang), nil, ui.Rows(rows...))
}

// begin is for whom and where, and the button.
func (s *Apply) begin(at link.At, v permit.Offer) ui.UI {
	switch viewer := s.house.Viewer; {
	case viewer.Staff:
		return ui.Banner("plain", "info", "", words.ApplyStaff.In(at.Lang))
	case viewer.ID == "":
		return ui.Div("card stack",
			ui.P("", words.ApplySigninY.In(at.Lang)),
			ui.ButtonLink(at.To("/masuk", "ke", at.String()), words.ApplySignin.In(at.Lang), "", ui.Solid, "btn-l btn-full"))
	}
	var fault ui.UI
	if f := s.form.Fault(); f != nil && len(f.Fields) == 0 {
		fault = ui.Banner("bad", "awas", "", words.Fault(at.Lang, f.Key, ""))
	}
	return ui.Form(at.To(at.Path), "post", "card stack stack-5", words.ApplyTitle.In(at.Lang, v.Service.Name), s.start,
		fault, s.whom(at), s.where(at.Lang, v),
		ui.Button{Label: words.ApplyStart.In(at.Lang), Submit: true, Busy: s.form.Busy(), Class: "btn-l btn-full"}.UI())
}

// whom is for whom it is. Who has not told the house of anybody yet is led to
// where they do, and back.
func (s *Apply) whom(at link.At) ui.UI {
	lang := at.Lang
	add := at.To("/akun/keluarga/baru", "ke", at.String())
	switch {
	case s.family == nil: // it is not known yet
		return nil
	case len(s.family) == 0:
		return ui.ButtonLink(add, words.ApplyAdd.In(lang), "keluarga", ui.Line, "btn-full")
	}
	choices := []ui.Choice{{Label: words.ApplyMe.In(lang), Icon: "akun"}}
	for _, m := range s.family {
		choices = append(choices, ui.Choice{Value: m.ID, Label: m.Name, Icon: "keluarga"})
	}
	return ui.Div("stack", ui.Radios{Name: "member", Legend: words.ApplyFor.In(lang), Value: s.form.Draft.Member, Error: s.wrong(lang, "member"), Look: "choice", Choices: choices,
		Change: func(ctx goapp.Context, _ goapp.Event) {
			s.form.Draft.Member = ui.Value(ctx)
			s.form.Edited("member")
		}}.UI(), ui.Link(add, "tap", ui.Text(words.AddMember.In(lang))))
}

// place is where they chose to apply, else where they did the last time:
// people have one kelurahan.
func (s *Apply) place(v permit.Offer) string {
	if s.chosen {
		return s.form.Draft.Place
	}
	last := browser.KeptOwn(placeKept)
	for _, p := range v.Places {
		if p.ID == last {
			return last
		}
	}
	return ""
}

// where is a question only where there is a choice.
func (s *Apply) where(lang words.Lang, v permit.Offer) ui.UI {
	if len(v.Places) == 1 {
		return ui.Div("stack stack-1", ui.P("label", words.ApplyWhere.In(lang)), ui.Para("bar", ui.IconS("gedung"), ui.Text(v.Places[0].Name)))
	}
	choices := []ui.Choice{{Label: words.ChooseOne.In(lang)}}
	for _, p := range v.Places {
		choices = append(choices, ui.Choice{Value: p.ID, Label: p.Name})
	}
	return ui.Field{Name: "place", Label: words.ApplyWhere.In(lang), Value: s.place(v), Error: s.wrong(lang, "place"), Choices: choices,
		Change: func(ctx goapp.Context, _ goapp.Event) {
			s.form.Draft.Place, s.chosen = ui.Value(ctx), true
			s.form.Edited("place")
			browser.KeepOwn(placeKept, s.form.Draft.Place)
		}}.UI()
}

const placeKept = "tempat-ajukan"

func (s *Apply) wrong(lang words.Lang, name string) string {
	key, bound := s.form.Wrong(name)
	if key == "" {
		return ""
	}
	return words.Fault(lang, key, bound)
}

// asked is what to expect of the questions, and which papers to have at hand.
func asked(lang words.Lang, f form.Schema) ui.UI {
	questions := 0
	titles, papers := make([]string, len(f.Sections)), []ui.Choice{}
	for i, section := range f.Sections {
		titles[i] = section.Title.In(lang)
		questions += len(section.Questions)
		for _, q := range section.Questions {
			if q.Kind == form.Files {
				c := ui.Choice{Label: q.Label.In(lang), Sub: q.Help.In(lang)}
				if !q.Required || q.When != nil || section.When != nil {
					c.Value = words.OnlyWhen.In(lang)
				}
				papers = append(papers, c)
			}
		}
	}
	var have ui.UI
	if len(papers) > 0 {
		have = ui.Div("card stack stack-2", ui.P("strong", words.ApplyPapers.In(lang)), ui.Checklist("siapkan", papers...))
	}
	return ui.Section("ditanyakan", words.ApplyAsk.In(lang), nil,
		ui.P("small soft", words.ApplyCount.In(lang, strconv.Itoa(len(f.Sections)), strconv.Itoa(questions))),
		have, ui.Div("card", ui.Way(titles...)))
}

// afterwards is the way through the office.
func afterwards(lang words.Lang, way permit.Way) ui.UI {
	d := permit.Definition{Steps: way.Steps}
	steps := make([]string, 0, len(way.Steps)+1)
	for _, step := range way.Steps {
		steps = append(steps, d.NodeName(step.ID, lang))
	}
	return ui.Section("sesudah", words.ApplyWay.In(lang), nil, ui.Div("card", ui.Way(append(steps, words.PermitStages[string(permit.Issued)].In(lang))...)))
}
