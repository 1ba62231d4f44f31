package permitdesk

import (
	"context"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// awayDialog asks until when somebody is away, and who stands in.
const awayDialog = "pergi"

// away is whether the reader is away, and what they fill in about it.
type away struct {
	known *permit.Absence // nil while it is not known
	draft permit.Leave
	turn  int // see ui.Fresh
	busy  bool
	wrong *fault.Fault
}

// askAway asks whether the reader is away.
func (s *Desk) askAway() {
	flow.Ask(s.here, s.house.Permit.Absence, func(_ goapp.Context, a permit.Absence, err error) {
		if err == nil {
			s.away.known = &a
		}
	})
}

// openAway opens the form, with what holds now.
func (s *Desk) openAway(goapp.Context, goapp.Event) {
	s.away.wrong, s.away.draft = nil, permit.Leave{}
	s.away.turn++
	if a := s.away.known; a != nil {
		s.away.draft = permit.Leave{Until: a.Until, Deputy: a.Deputy.ID}
	}
	browser.Ask(awayDialog)
	s.askAway()
}

// leaves sends an absence.
func (s *Desk) leaves(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	in := s.away.draft
	if s.away.wrong = fault.From(in.Check()); s.away.wrong != nil || s.away.busy {
		ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
		return
	}
	s.away.busy = true
	flow.Ask(s.here, func(ctx context.Context) (permit.Absence, error) { return s.house.Permit.Leave(ctx, in) }, func(ctx goapp.Context, a permit.Absence, err error) {
		if s.away.busy, s.away.wrong = false, fault.From(err); err != nil {
			ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
			return
		}
		s.away.known = &a
		browser.Shut(awayDialog)
		frame.Toast(ctx, words.AwayDone.In(s.view.At.Lang, a.Deputy.Name))
		s.list.Again(ctx, s)
		s.recount()
	})
}

// comesBack ends the absence.
func (s *Desk) comesBack(goapp.Context, goapp.Event) {
	if s.away.busy {
		return
	}
	s.away.busy = true
	flow.Ask(s.here, func(ctx context.Context) (struct{}, error) { return struct{}{}, s.house.Permit.ComeBack(ctx) }, func(ctx goapp.Context, _ struct{}, err error) {
		s.away.busy = false
		if err != nil {
			frame.Toast(ctx, flow.Sentence(s.view.At.Lang, err))
			return
		}
		browser.Shut(awayDialog)
		frame.Toast(ctx, words.AwayOver.In(s.view.At.Lang))
		s.askAway()
	})
}

// awayNote says above the list that the reader is away, or for whom they
// stand in.
func (s *Desk) awayNote(l words.Lang) ui.UI {
	a := s.away.known
	switch {
	case a == nil:
		return nil
	case a.Until != "":
		text := words.AwayBy.In(l, a.Deputy.Name)
		if n := len(a.Stays); n > 0 {
			text += " " + words.AwayStays.In(l, strconv.Itoa(n))
		}
		return ui.Div("meja-catat", ui.Banner("warn", "alih", words.AwayUntil.In(l, words.DayMonth(l, a.Until)), text,
			ui.Button{Label: words.AwayBack.In(l), Look: ui.Line, Class: "btn-s loket-add", Scope: "kembali-bekerja", Busy: s.away.busy, Do: s.comesBack}.UI()))
	case len(a.For) > 0:
		lines := make([]ui.UI, len(a.For))
		for i, c := range a.For {
			lines[i] = ui.P("small", words.AwayFor.In(l, c.Name, words.DayMonth(l, c.Away)))
		}
		return ui.Div("meja-catat", ui.Banner("plain", "alih", words.AwayStand.In(l), "", lines...))
	}
	return nil
}

// awaySheet is where an absence is written.
func (s *Desk) awaySheet(l words.Lang) ui.UI {
	a := s.away.known
	shut := ui.Button{Label: words.Close.In(l), Look: ui.Quiet, Class: "btn-full", Scope: awayDialog, Do: ui.CloseDialog(awayDialog)}.UI()
	if a == nil {
		return ui.Dialog(awayDialog, words.AwayTitle.In(l), "", false, ui.P("soft", words.Loading.In(l)), shut)
	}
	choices := []ui.Choice{{Label: words.CaseChoose.In(l)}}
	for _, c := range a.Deputies {
		if c.Away == "" {
			choices = append(choices, ui.Choice{Value: c.ID, Label: c.Name + ", " + words.ManyHas.In(l, words.Count(l, c.Has))})
		}
	}
	var back ui.UI
	if a.Until != "" {
		back = ui.Button{Label: words.AwayBack.In(l), Look: ui.Line, Class: "btn-full", Scope: "kembali-bekerja-2", Busy: s.away.busy, Do: s.comesBack}.UI()
	}
	return ui.Dialog(awayDialog, words.AwayTitle.In(l), words.AwayMeans.In(l), false,
		ui.Form(s.view.At.To(DeskPath), "post", "stack stack-5", words.AwayTitle.In(l), s.leaves,
			ui.Fresh(s.away.turn, "stack", ui.Field{Name: "until", Label: words.AwayLast.In(l), Type: "date", Value: string(s.away.draft.Until), Error: wrongOf(l, s.away.wrong, "until"),
				Change: func(ctx goapp.Context, _ goapp.Event) {
					s.away.draft.Until, s.away.wrong = calendar.Date(ui.Value(ctx)), nil
				}}.UI(),
				ui.Field{Name: "deputy", Label: words.AwayWho.In(l), Value: s.away.draft.Deputy, Choices: choices, Error: wrongOf(l, s.away.wrong, "deputy"),
					Change: func(ctx goapp.Context, _ goapp.Event) { s.away.draft.Deputy, s.away.wrong = ui.Value(ctx), nil }}.UI()),
			ui.Button{Label: words.AwaySave.In(l), Class: "btn-full", Scope: "pergi-simpan", Submit: true, Busy: s.away.busy}.UI()),
		back, shut)
}
