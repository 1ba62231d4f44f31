package style

import (
	"context"
	"encoding/json"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Desk is the sample of desk mode, as staff see the house: /gaya/meja.
type Desk struct {
	goapp.Compo

	house *house.House
	at    link.At
}

// NewDesk returns the screen.
func NewDesk(h *house.House) house.Screen { return &Desk{house: h} }

// Visit implements house.Screen.
func (s *Desk) Visit(_ context.Context, at link.At) error {
	s.at = at
	return nil
}

// Seed implements house.Screen.
func (s *Desk) Seed() (json.RawMessage, error) { return nil, nil }

// Plant implements house.Screen.
func (s *Desk) Plant(at link.At, _ json.RawMessage) { s.at = at }

// Head implements house.Screen.
func (s *Desk) Head() house.Head {
	return house.Head{Title: words.StyleDesk.In(s.at.Lang), NoIndex: true}
}

// OnNav follows the address.
func (s *Desk) OnNav(ctx goapp.Context) {
	s.at = link.Parse(ctx.Page().URL())
	frame.Titled(s.house, s.at, s.Head())
}

// Render implements the screen.
func (s *Desk) Render() ui.UI {
	l := s.at.Lang
	return frame.Desk(s.house, s.at, frame.DeskBar{
		Title: words.DeskCounter.In(l) + " 3", Sub: words.StyleDesk.In(l), Back: "/gaya",
		Items: []frame.DeskItem{
			{Icon: "panggil", Label: words.DeskCounter.In(l), On: true, Path: "/gaya/meja"},
			{Icon: "berkas", Label: words.DeskVerify.In(l), Count: 14, Path: "/gaya/meja"},
			{Icon: "lapor", Label: words.DeskReports.In(l), Count: 3, Path: "/gaya/meja"},
		},
		Actions: []ui.UI{ui.Live(words.DeskConnected.In(l)), ui.Button{Label: words.DeskBreak.In(l), Icon: "jeda", Look: ui.Line, Class: "btn-s"}.UI()},
	}, ui.Div("counter", s.waiting(l), s.serving(l), s.today(l)))
}

func (s *Desk) waiting(l words.Lang) ui.UI {
	line := func(number, name string, tag ui.UI, on bool) ui.UI {
		class := "row wait-row"
		if on {
			class += " row-on"
		}
		return ui.Div(class, ui.Label("wait-n strong num", number), ui.Label("grow row-title", name), tag)
	}
	here := func() ui.UI { return ui.Tag("good", "", words.DeskPresent.In(l)) }
	way := func() ui.UI { return ui.Tag("wait", "", words.DeskOnWay.In(l)) }
	return ui.With("section", "pane", ui.Attrs{"aria-labelledby": "m-tunggu"},
		ui.Div("pane-head", ui.H2("m-tunggu", "", words.DeskWaiting.In(l)), ui.Label("soft strong", "4")),
		ui.List("rows-plain", line("A-036", "Najwa", here(), true), line("P-007", "Hafshah", here(), false), line("A-037", "Icha", way(), false), line("A-038", "Jasmin", way(), false)))
}

func (s *Desk) serving(l words.Lang) ui.UI {
	act := func(icon, label, key string) ui.UI {
		return ui.Act(icon, label, key)
	}
	return ui.Div("stack stack-4",
		ui.With("section", "call-card deep", ui.Attrs{"aria-labelledby": "m-layani"}, ui.Motif("m-call"),
			ui.Div("bar between", ui.H2("m-layani", "small soft", words.DeskServing.In(l)), ui.Label("small soft num", "04.12")),
			ui.P("call-no", "A-035"),
			ui.P("call-who", "Amalia"),
			ui.Button{Label: words.DeskCallNext.In(l, "A-036"), Look: ui.Turn, Class: "btn-l btn-full", Attrs: ui.Attrs{"aria-keyshortcuts": "Space"}}.UI()),
		ui.Div("acts", act("panggil", words.DeskRecall.In(l), "U"), act("lewati", words.DeskSkip.In(l), "L"), act("alih", words.DeskMove.In(l), "A"), act("centang", words.DeskFinish.In(l), "S")))
}

func (s *Desk) today(l words.Lang) ui.UI {
	return ui.With("section", "pane", ui.Attrs{"aria-labelledby": "m-hari"},
		ui.Div("pane-head", ui.H2("m-hari", "", words.DeskToday.In(l))),
		ui.Div("pane-body stack stack-4",
			ui.Div("cols-2", ui.Kpi(words.SampleServed.In(l), "34", "", ""), ui.Kpi(words.SampleAverage.In(l), "6,8", words.SampleUnitMin.In(l), "")),
			ui.Columns(words.SamplePerHour.In(l), ui.Bar{Label: "07", Value: 6, Text: "6", Tone: "b1"}, ui.Bar{Label: "08", Value: 19, Text: "19", Tone: "b1"}, ui.Bar{Label: "09", Value: 9, Text: "9", Tone: "b1"})))
}
