package permit

import (
	"context"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/answer"
	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/link"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// stepKey names the step in the address, so that going back goes back a step.
const (
	stepKey  = "langkah"
	lastKey  = "periksa"
	stepForm = "langkah-ini" // id of the form of a step
)

// at is the step that is shown: len(steps) is the last look.
func (s *Application) at(steps []form.Step) int {
	switch step := s.At.Get(stepKey); step {
	case "":
		return min(s.first, len(steps))
	case lastKey:
		return len(steps)
	default:
		n, _ := strconv.Atoi(step)
		return min(max(n-1, 0), len(steps))
	}
}

// step is the address of a step.
func (s *Application) step(n int, steps []form.Step) string {
	if n >= len(steps) {
		return s.At.To(s.At.Path, stepKey, lastKey)
	}
	return s.At.To(s.At.Path, stepKey, strconv.Itoa(n+1))
}

// draft is an application being filled in, one group of questions at a time.
func (s *Application) draft(at link.At, v page) []ui.UI {
	steps := s.sheet.Form().Steps(s.sheet.Answers())
	n := s.at(steps)
	if waits(v.ID) {
		return s.waiting(at, v)
	}
	if n == len(steps) {
		return s.review(at, v, steps)
	}
	section := steps[n].Section
	var help ui.UI
	if text := section.Help.In(at.Lang); text != "" {
		help = ui.P("soft", text)
	}
	return []ui.UI{
		s.bar(at.Lang, v),
		ui.Div("stack stack-2",
			ui.Steps(n+1, len(steps)+1, words.FillStep.In(at.Lang, strconv.Itoa(n+1), strconv.Itoa(len(steps)+1))),
			ui.H1("", section.Title.In(at.Lang)), help),
		s.elsewhere(at.Lang), s.wrong(at.Lang),
		ui.FormOf(stepForm, at.To(at.Path), "post", "ask", section.Title.In(at.Lang), s.next, s.sheet.Questions(steps[n].Questions)),
		s.rest(at, v),
	}
}

// bar says all the time that it is not sent, and what is kept where.
func (s *Application) bar(lang words.Lang, v page) ui.UI {
	return ui.With("div", "fill-bar bar between wrap", ui.Attrs{"role": "status"},
		ui.Tag("wait", "luring", words.FillTag.In(lang)),
		ui.Span("small soft", ui.Text(s.savedSays(lang))))
}

func (s *Application) savedSays(lang words.Lang) string {
	w, now := s.write, s.House.Clock()
	switch {
	case w.dirty && w.full && (w.failed || !browser.Online()):
		return words.Fault(lang, phoneFull, "")
	case w.dirty && (w.failed || !browser.Online()):
		return words.FillOnPhone.In(lang)
	case w.dirty, w.saving:
		return words.FillSaving.In(lang)
	case w.at.IsZero():
		return ""
	}
	return words.FillSaved.In(lang, dayOf(lang, now, w.at))
}

// offline tells what becomes of what is written while there is no network.
func (s *Application) offline(lang words.Lang) ui.UI {
	if browser.Online() {
		return nil
	}
	since := s.write.at
	if since.IsZero() {
		since = s.House.Clock()
	}
	return ui.Banner("warn", "luring", words.FillOffline.In(lang), words.FillOfflineY.In(lang, dayOf(lang, s.House.Clock(), since)))
}

// rest is what else can be done with it.
func (s *Application) rest(at link.At, v page) ui.UI {
	var code ui.UI
	if v.QRSize > 0 {
		code = ui.Dialog("pindah", words.FillMove.In(at.Lang), words.FillMoveY.In(at.Lang), true,
			ui.QR(v.QR, v.QRSize, words.FillMoveAlt.In(at.Lang)),
			ui.Button{Label: words.Close.In(at.Lang), Look: ui.Line, Class: "btn-full", Scope: "pindah", Do: ui.CloseDialog("pindah")}.UI())
	}
	return ui.Div("stack stack-3 fill-rest",
		s.offline(at.Lang),
		ui.P("mini soft", words.FillUntil.In(at.Lang, lastDay(at.Lang, s.House.Clock(), v.Until))),
		ui.Div("bar wrap",
			ui.Button{Label: words.FillMove.In(at.Lang), Icon: "qr", Look: ui.Quiet, Class: "btn-s", Scope: "pindah", Do: ui.ShowDialog("pindah")}.UI(),
			ui.Button{Label: words.FillDrop.In(at.Lang), Icon: "tutup", Look: ui.Quiet, Class: "btn-s", Scope: "hapus", Do: ui.ShowDialog("hapus")}.UI()),
		code,
		ui.Dialog("hapus", words.FillDropAsk.In(at.Lang, v.Service.Name), words.FillDropY.In(at.Lang), false,
			ui.Button{Label: words.FillDrop.In(at.Lang), Look: ui.Stop, Class: "btn-full", Busy: s.doing == "drop", Scope: "hapus-ya", Do: s.drop}.UI(),
			ui.Button{Label: words.NotNow.In(at.Lang), Look: ui.Line, Class: "btn-full", Scope: "hapus-tidak", Do: ui.CloseDialog("hapus")}.UI()))
}

// foot is where it goes on, always in reach.
func (s *Application) foot(v page) ui.UI {
	lang := s.At.Lang
	if waits(v.ID) {
		return nil
	}
	steps := s.sheet.Form().Steps(s.sheet.Answers())
	n := s.at(steps)
	var back ui.UI
	if n > 0 {
		back = ui.ButtonLink(s.step(n-1, steps), words.FillPrevious.In(lang), "", ui.Line, "btn-l")
	}
	next := ui.Button{Label: words.FillNext.In(lang), Class: "btn-l grow", Scope: "lanjut", Submit: true, Attrs: ui.Attrs{"form": stepForm}}
	if n == len(steps) {
		next = ui.Button{Label: words.FillSend.In(lang), Icon: "kirim", Class: "btn-l grow", Scope: "kirim", Busy: s.doing == "send", Do: s.send}
	}
	return ui.With("section", "foot", ui.Attrs{"aria-label": words.FillNext.In(lang)}, ui.Div("bar bar-3", back, next.UI()))
}

// next goes on when nothing is wrong with this step.
func (s *Application) next(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	steps := s.sheet.Form().Steps(s.sheet.Answers())
	n := s.at(steps)
	if n >= len(steps) {
		return
	}
	_, err := s.sheet.Form().Validate(s.sheet.Answers())
	if some := answer.About(answer.Faults(err), steps[n].Questions); len(some) > 0 {
		s.sheet.Complain(some)
		ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
		return
	}
	s.store()
	ui.Go(ctx, s.step(n+1, steps))
}

// complain shows what is wrong, at the first step where something is.
func (s *Application) complain(ctx goapp.Context, fields []fault.Field) {
	s.sheet.Complain(fields)
	if v, ok := s.Value(); !ok || v.Stage != "draft" {
		ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
		return
	}
	steps := s.sheet.Form().Steps(s.sheet.Answers())
	for i, step := range steps {
		if len(answer.About(fields, step.Questions)) > 0 {
			ui.Go(ctx, s.step(i, steps))
			ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
			return
		}
	}
}

// drop deletes a draft, or cancels what was sent.
func (s *Application) drop(_ goapp.Context, _ goapp.Event) {
	v, ok := s.Value()
	if !ok || s.doing != "" {
		return
	}
	s.doing = "drop"
	dropped := v.Stage == "draft"
	flow.Ask(s.Here, s.dropping(v.ID), func(ctx goapp.Context, _ struct{}, err error) {
		s.doing = ""
		ui.CloseDialog("hapus")(ctx, goapp.Event{})
		switch {
		case err != nil:
			s.fault = fault.From(err)
		case dropped:
			forget(v.ID)
			frame.Toast(ctx, words.FillDropped.In(s.At.Lang))
			ui.Go(ctx, s.At.To(MinePath))
		default:
			frame.Toast(ctx, words.StatusCancelled.In(s.At.Lang))
			s.Again(ctx, s)
		}
	})
}

// dropping cancels an application, or deletes a draft.
func (s *Application) dropping(id string) func(context.Context) (struct{}, error) {
	return func(ctx context.Context) (struct{}, error) {
		return struct{}{}, s.House.Permit.Drop(ctx, permit.ID{ID: id})
	}
}
