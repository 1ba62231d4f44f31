package permitdesk

import (
	"context"
	"slices"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/check"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// answer is one thing that can be looked at and marked: an answer, or one
// file of it.
type answer struct {
	form.Row
	path string
	file *form.File // nil for the answer itself
}

// said are the answers in the order of the form, each file by itself.
func (s *Desk) said(l words.Lang, f permit.File) []answer {
	answers := f.Answers
	if s.whole != nil {
		answers = s.whole
	}
	var all []answer
	for _, row := range filled(&f).Summary(answers, l) {
		if len(row.Files) == 0 {
			all = append(all, answer{Row: row, path: row.ID})
			continue
		}
		for i := range row.Files {
			one := row
			if i > 0 {
				one.Section = ""
			}
			all = append(all, answer{Row: one, path: form.Mark(row.ID, row.Files[i].ID), file: &row.Files[i]})
		}
	}
	return all
}

// files are those of all answers.
func (s *Desk) files(f permit.File) []answer {
	return slices.DeleteFunc(s.said(s.view.At.Lang, f), func(a answer) bool { return a.file == nil })
}

// answers are shown by section, each with its mark.
func (s *Desk) answers(l words.Lang, f permit.File) ui.UI {
	var sections, rows []ui.UI
	secret, title := false, ""
	flush := func() {
		if len(rows) > 0 {
			sections = append(sections, ui.Div("stack stack-2", ui.H3("", title), ui.With("ul", "", ui.Attrs{"role": "list"}, rows...)))
		}
		rows = nil
	}
	for i, a := range s.said(l, f) {
		if a.Section != "" {
			flush()
			title = a.Section
		}
		secret = secret || a.Secret && a.Value != "" || slices.Contains(a.Secrets, true) && len(a.Cells) > 0
		rows = append(rows, s.verdict(l, f, i, a))
	}
	flush()
	var reveal ui.UI
	if secret && s.whole == nil {
		reveal = ui.Button{Label: words.CaseReveal.In(l), Icon: "mata", Look: ui.Line, Class: "btn-s loket-add", Scope: "buka", Attrs: ui.Attrs{"aria-keyshortcuts": "b", "title": "b"}, Do: ui.ShowDialog(revealDialog)}.UI()
	}
	return ui.Div("stack stack-5", append(sections, reveal)...)
}

// spotID is the id of an answer.
func spotID(i int) string { return "isian-" + strconv.Itoa(i) }

// reasonID is the field in which somebody writes what is wrong with it.
func reasonID(i int) string { return spotID(i) + reasonSuffix }

// reasonSuffix is how the ids of those fields end.
const reasonSuffix = "-alasan"

// verdict is one answer, and what is wrong with it.
func (s *Desk) verdict(l words.Lang, f permit.File, i int, a answer) ui.UI {
	at := s.writing.marked(a.path)
	class, body := "verdict", []ui.UI{s.value(l, f, a)}
	if at >= 0 {
		class += " verdict-on"
		body = append(body, ui.Tag("wait", "awas", words.CaseMarked.In(l)))
	}
	switch {
	case at >= 0 && s.marks(f):
		m := s.writing.marks[at]
		body = append(body, ui.Fresh(s.writing.turn, "note", ui.Field{Name: reasonID(i), Label: words.CaseReason.In(l), Hint: words.CaseReasonY.In(l), Value: m.Reason, Long: true, Max: 500,
			Error: wrongOf(l, s.wrong, check.At("marks", at)+".reason"), Change: func(ctx goapp.Context, _ goapp.Event) { s.writing.mark(a.path, ui.Value(ctx), true) }}.UI(),
			ui.Div("bar wrap", s.phraseButton(l, target{field: reasonID(i), path: a.path}), ui.Button{Label: words.CaseUnmark.In(l), Look: ui.Quiet, Class: "btn-s loket-add", Scope: a.path, Attrs: ui.Attrs{"aria-label": words.CaseUnmarkOf.In(l, a.Label)}, Do: func(ctx goapp.Context, _ goapp.Event) {
				s.writing.mark(a.path, "", false)
				ctx.Defer(func(goapp.Context) { browser.Focus(spotID(i)) })
			}}.UI())))
	case at >= 0:
		body = append(body, ui.P("note small", s.writing.marks[at].Reason))
	case s.marks(f):
		body = append(body, ui.Button{Label: words.CaseMark.In(l), Icon: "pena", Look: ui.Quiet, Class: "btn-s", Scope: a.path, Attrs: ui.Attrs{"aria-label": words.CaseMarkOf.In(l, a.Label)}, Do: func(ctx goapp.Context, _ goapp.Event) { s.mark(ctx, i, a.path) }}.UI())
	}
	return ui.With("li", class, ui.Attrs{"id": spotID(i), "tabindex": "-1"}, body...)
}

// mark marks an answer and goes to where the reason is written.
func (s *Desk) mark(ctx goapp.Context, i int, path string) {
	if s.writing.marked(path) < 0 {
		s.writing.mark(path, "", true)
	}
	s.spot = i
	ctx.Defer(func(goapp.Context) { browser.Focus(reasonID(i)) })
}

// marks reports whether the reader may mark.
func (s *Desk) marks(f permit.File) bool { return may(f, permit.MarkUp) }

// value is what was answered.
func (s *Desk) value(l words.Lang, f permit.File, a answer) ui.UI {
	label := ui.Label("row-sub", a.Label)
	switch {
	case a.file != nil:
		return ui.Press("meja-lampiran", a.path, nil, func(goapp.Context, goapp.Event) { s.look(f, a.path) },
			ui.Span("spot spot-plain", ui.Icon(iconOf(*a.file))), ui.Span("grow", label, ui.Label("row-title", a.file.Name), ui.Label("row-sub", sizeOf(*a.file)), proven(l, letterOf(f, *a.file))))
	case len(a.Cells) > 0:
		return ui.Div("grow stack stack-2", label, s.table(f, a))
	case a.Value == "":
		return ui.Span("grow", label, ui.Label("faint", words.CaseBlank.In(l)))
	case a.Kind == form.Area:
		return ui.Span("grow", label, ui.Label("row-title", named(f, a.Value)))
	case a.Kind == form.Point:
		var there ui.UI
		if _, _, ok := form.ParsePoint(a.Value); ok {
			there = ui.Link("geo:"+a.Value, "small", ui.Text(words.CaseMap.In(l)))
		}
		return ui.Span("grow", label, ui.Label("row-title num", a.Value), there)
	}
	return ui.Span("grow", label, ui.Label("row-title pre num", a.Value))
}

func (s *Desk) table(f permit.File, a answer) ui.UI {
	q := filled(&f).Question(a.ID)
	columns := make([]ui.Column, len(a.Columns))
	for i, title := range a.Columns {
		columns[i] = ui.Column{Title: title}
	}
	lines := make([][]ui.UI, len(a.Cells))
	for i, cells := range a.Cells {
		for j, cell := range cells {
			if q != nil && q.Columns[j].Kind == form.Area {
				cell = named(f, cell)
			}
			lines[i] = append(lines[i], ui.Text(cell))
		}
	}
	return ui.Table(a.Label, columns, lines)
}

// reveal asks for the whole numbers; the applicant reads that.
func (s *Desk) reveal(goapp.Context, goapp.Event) {
	browser.Shut(revealDialog)
	id := s.id()
	s.doing = actReveal
	flow.Ask(s.here, func(ctx context.Context) (permit.Revealed, error) {
		return s.house.Permit.Reveal(ctx, permit.ID{ID: id})
	}, func(ctx goapp.Context, got permit.Revealed, err error) {
		if s.id() != id {
			return
		}
		if s.doing = ""; err != nil {
			frame.Toast(ctx, flow.Sentence(s.view.At.Lang, err))
			return
		}
		s.whole, s.part = got.Answers, partAnswers
		frame.Toast(ctx, words.CaseRevealed.In(s.view.At.Lang))
	})
}

// actReveal is no action of an application, only on its way like one.
const actReveal permit.Action = "reveal"

func (s *Desk) revealDialog(l words.Lang) ui.UI {
	f, ok := s.file()
	if !ok {
		return nil
	}
	return ui.Dialog(revealDialog, words.CaseRevealAsk.In(l, f.Holder), words.CaseRevealY.In(l), false,
		ui.Button{Label: words.CaseReveal.In(l), Icon: "mata", Class: "btn-full", Scope: "buka-ya", Busy: s.doing == actReveal, Do: s.reveal}.UI(),
		ui.Button{Label: words.CaseBack.In(l), Look: ui.Line, Class: "btn-full", Scope: revealDialog, Do: ui.CloseDialog(revealDialog)}.UI())
}
