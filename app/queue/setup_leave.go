package queue

import (
	"context"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/api"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/queue"
	"rumah/shared/words"
)

const (
	leaveAsk = "cuti-tanya"
	leaveEnd = "cuti-tarik"
)

// leaves are the days on which the queue does not open, and the way to add
// some: they act at once, apart from the fields below.
func (s *SetupEditor) leaves(l words.Lang, v queue.Setup) ui.UI {
	rows := make([]ui.UI, len(v.Leaves))
	for i, c := range v.Leaves {
		tag := ui.Tag("", "", words.SetupStruckNone.In(l))
		if c.Struck > 0 {
			tag = ui.Tag("wait", "keluarga", words.SetupStruck.In(l, strconv.Itoa(c.Struck)))
		}
		rows[i] = ui.Row{Icon: "kalender", Tone: "plain", Title: daysText(l, c), Sub: c.Reason, Tag: tag}.Acts(
			ui.Button{Label: words.SetupLeaveEnd.In(l), Look: ui.Line, Class: "btn-s", Scope: c.ID, Attrs: ui.Attrs{"aria-label": words.SetupLeaveEnd.In(l) + ": " + daysText(l, c)},
				Do: func(ctx goapp.Context, _ goapp.Event) {
					s.gone = c
					ctx.Defer(func(goapp.Context) { browser.Ask(leaveEnd) })
				}}.UI())
	}
	var list ui.UI
	if len(rows) > 0 {
		list = ui.List("rows", rows...)
	}
	date := func(name, label string, value calendar.Date, set func(string)) ui.UI {
		return ui.Field{Name: name, Label: label, Type: "date", Value: string(value), Error: setupWrong(l, s.leaveWrong, name),
			Change: func(ctx goapp.Context, _ goapp.Event) { set(ui.Value(ctx)); s.leaveWrong = nil }}.UI()
	}
	var trouble ui.UI
	if f := s.leaveWrong; f != nil && f.Code != fault.Invalid {
		trouble = deskWrong(l, f)
	}
	form := ui.Fresh(s.turns["leave"], "stack stack-4",
		ui.Div("pair", date("from", words.SetupFrom.In(l), s.leave.From, func(v string) { s.leave.From = calendar.Date(v) }),
			date("to", words.SetupTo.In(l), s.leave.To, func(v string) { s.leave.To = calendar.Date(v) })),
		ui.Field{Name: "reason", Label: words.SetupReason.In(l), Hint: words.SetupReasonY.In(l), Max: 120, Value: s.leave.Reason, Error: setupWrong(l, s.leaveWrong, "reason"),
			Change: func(ctx goapp.Context, _ goapp.Event) { s.leave.Reason, s.leaveWrong = ui.Value(ctx), nil }}.UI())
	return ui.Section("s-cuti", words.SetupLeaves.In(l), nil, list,
		ui.Disclose("cuti-baru", "kalender", words.SetupLeaveNew.In(l), words.SetupLeaveNewY.In(l), form, trouble,
			ui.Button{Label: words.SetupLeaveGo.In(l), Icon: "kalender", Class: "btn-s loket-add", Scope: "cuti", Busy: s.doing == "leave", Do: s.considerLeave}.UI()),
		ui.Dialog(leaveAsk, words.SetupLeaveAsk.In(l, deskDays(l, s.leave)), words.SetupLeaveWhy.In(l), false,
			ui.Button{Label: words.SetupLeaveYes.In(l), Look: ui.Stop, Class: "btn-full", Scope: "cuti-ya", Do: s.takeLeave}.UI(),
			ui.Button{Label: words.Keep.In(l), Class: "btn-full", Scope: "cuti-batal", Do: ui.CloseDialog(leaveAsk)}.UI()),
		ui.Dialog(leaveEnd, words.SetupLeaveBack.In(l, daysText(l, s.gone)), words.SetupLeaveBackY.In(l), false,
			ui.Button{Label: words.SetupLeaveEnd.In(l), Class: "btn-full", Scope: "cuti-tarik-ya", Do: s.endLeave}.UI(),
			ui.Button{Label: words.Keep.In(l), Look: ui.Line, Class: "btn-full", Scope: "cuti-tarik-batal", Do: ui.CloseDialog(leaveEnd)}.UI()))
}

func deskDays(l words.Lang, leave queue.NewLeave) string {
	return daysText(l, queue.Closure{From: leave.From, To: leave.To})
}

func daysText(l words.Lang, c queue.Closure) string {
	if !c.From.Valid() || !c.To.Valid() {
		return ""
	}
	return daysFromTo(l, c.From, c.To)
}

// considerLeave asks before numbers are cancelled.
func (s *SetupEditor) considerLeave(ctx goapp.Context, _ goapp.Event) {
	if s.leave.To == "" {
		s.leave.To = s.leave.From
	}
	s.leave.ID = s.id()
	if s.leaveWrong = fault.From(s.leave.Check()); s.leaveWrong == nil && s.leave.To < s.leave.From {
		s.leaveWrong = &fault.Fault{Code: fault.Invalid, Key: "invalid", Fields: []fault.Field{{Name: "to", Key: "date"}}}
	}
	if s.leaveWrong != nil {
		ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
		return
	}
	ctx.Defer(func(goapp.Context) { browser.Ask(leaveAsk) })
}

func (s *SetupEditor) takeLeave(goapp.Context, goapp.Event) {
	browser.Shut(leaveAsk)
	leave, key := s.leave, browser.NewKey()
	known := map[string]bool{}
	if v, ok := s.view.Value(); ok {
		for _, c := range v.Leaves {
			known[c.ID] = true
		}
	}
	s.ask("leave", func(ctx context.Context) (queue.Setup, error) {
		return s.house.Queue.Absent(api.WithKey(ctx, key), leave)
	},
		func(ctx goapp.Context, got queue.Setup, f *fault.Fault) {
			if s.leaveWrong = f; f != nil {
				return
			}
			struck := 0
			for _, c := range got.Leaves {
				if !known[c.ID] {
					struck = c.Struck
				}
			}
			s.leave = queue.NewLeave{}
			s.turns["leave"]++
			s.beside(got)
			frame.Toast(ctx, words.SetupLeaveDone.In(s.view.At.Lang, strconv.Itoa(struck)))
		})
}

func (s *SetupEditor) endLeave(goapp.Context, goapp.Event) {
	browser.Shut(leaveEnd)
	id := queue.LeaveID{ID: s.id(), Leave: s.gone.ID}
	s.ask("present", func(ctx context.Context) (queue.Setup, error) { return s.house.Queue.Present(ctx, id) },
		func(ctx goapp.Context, got queue.Setup, f *fault.Fault) {
			if s.leaveWrong = f; f == nil {
				s.beside(got)
				frame.Toast(ctx, words.SetupLeaveEnded.In(s.view.At.Lang))
			}
		})
}

// beside takes over an answer that left the fields alone: what is typed there
// stays.
func (s *SetupEditor) beside(got queue.Setup) {
	if !s.dirty {
		s.begin(got)
	}
}
