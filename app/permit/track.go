package permit

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// Track is the screen for whoever holds a tracking code, without an account
// and without our program: /lacak?kode=.
type Track struct {
	goapp.Compo
	view[tracked]

	house *house.House
}

// tracked is how far an application is, if a code was given.
type tracked struct {
	Code string
	None bool // nothing has this code
	permit.Tracked
}

// NewTrack returns the screen.
func NewTrack(h *house.House) house.Screen {
	return &Track{house: h, view: flow.NewView(func(ctx context.Context, at link.At) (tracked, error) {
		t := tracked{Code: at.Get("kode")}
		if t.Code == "" {
			return t, nil
		}
		var err error
		t.Tracked, err = h.Permit.Track(ctx, permit.Code{Code: t.Code})
		if fault.Is(err, fault.Unknown) || fault.Is(err, fault.Invalid) {
			t.None, err = true, nil
		}
		return t, err
	})}
}

// Head implements house.Screen.
func (s *Track) Head() house.Head {
	return house.Head{Title: words.TrackTitle.In(s.At.Lang), Description: words.TrackLead.In(s.At.Lang), NoIndex: len(s.At.Query) > 0}
}

// Titled implements flow.Titled.
func (s *Track) Titled(goapp.Context) { frame.Titled(s.house, s.At, s.Head()) }

// OnNav looks up the code of the address.
func (s *Track) OnNav(ctx goapp.Context) { s.Enter(ctx, s) }

// Render implements the screen.
func (s *Track) Render() ui.UI {
	at := s.At
	bar := frame.Bar{Tab: "/layanan", Back: "/layanan", Actions: []ui.UI{frame.LanguageAction(at)}}
	v, ok := s.Value()
	if !ok {
		if f := s.Fault(); f != nil {
			return frame.Page(s.house, at, bar, frame.Trouble(at, f, flow.Retry(&s.Loading, s)))
		}
		return frame.Page(s.house, at, bar, ui.SkeletonPage(words.Loading.In(at.Lang)))
	}
	return frame.Page(s.house, at, bar,
		ui.Div("stack stack-1", ui.H1("", words.TrackTitle.In(at.Lang)), ui.P("soft", words.TrackLead.In(at.Lang))),
		flow.Age(at.Lang, s.Fault(), v.Now.In(s.house.City.Location())),
		s.ask(at, v), s.found(at, v))
}

func (s *Track) ask(at link.At, v tracked) ui.UI {
	wrong := ""
	if v.None {
		wrong = words.TrackNone.In(at.Lang) + ". " + words.TrackNoneY.In(at.Lang)
	}
	return ui.Form(at.To(TrackPath), "get", "card stack", words.TrackTitle.In(at.Lang), s.look,
		ui.Div("code-field code-letters", ui.Field{Name: "kode", Label: words.StatusCode.In(at.Lang), Value: v.Code, Error: wrong, Max: 20, Auto: "off"}.UI()),
		ui.Button{Label: words.TrackDo.In(at.Lang), Icon: "cari", Submit: true, Class: "btn-full"}.UI())
}

func (s *Track) look(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	ui.Go(ctx, s.At.To(TrackPath, "kode", ui.Typed("kode")))
}

func (s *Track) found(at link.At, v tracked) ui.UI {
	if v.Code == "" || v.None {
		return nil
	}
	now := s.house.Clock()
	l := permit.Line{Service: v.Service, Stage: v.Stage, Step: v.Step, Since: v.Since, Due: v.Due, Until: v.Until}
	return ui.With("section", "sec", ui.Attrs{"aria-labelledby": "hasil"},
		ui.H2("hasil", "", v.Service.Name), ui.P("soft", v.Agency.Name),
		ui.Div("", ui.Tag(tone(v.Stage), "", node(at.Lang, v.Way, v.Step, v.Stage))),
		clock(at.Lang, now, l, v.Way, permit.Clock{}),
		ui.Div("card", river(at.Lang, now, l, v.Way, nil)),
		ui.P("small soft", words.TrackWhose.In(at.Lang)))
}
