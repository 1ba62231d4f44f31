package permitform

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/check"
	"rumah/shared/form"
	"rumah/shared/words"
)

// path is where a spot stands, as faults call it.
func (p spot) path() string {
	at := check.At("form.sections", p.section)
	if p.question >= 0 {
		at = check.At(at+".questions", p.question)
	}
	return at
}

// form is the form that is written.
func (s *Editor) form() *form.Schema { return &s.edit.Content.Form }

// section and ask are what stands at a spot at this moment.
func (s *Editor) section(p spot) *form.Section { return &s.form().Sections[p.section] }
func (s *Editor) ask(p spot) *form.Question    { return &s.section(p).Questions[p.question] }

// reshaped shows the fields anew after something came, went or moved, and
// gives the focus to one of them.
func (s *Editor) reshaped(ctx goapp.Context, focus string) {
	s.edit.Edited("")
	s.shown(ctx, focus)
}

// shown shows the fields anew.
func (s *Editor) shown(ctx goapp.Context, focus string) {
	s.edit.Renew()
	s.tried = ""
	s.opened(s.edit.View.At.Lang, &s.edit.Content)
	s.sheet.Learn(ctx)
	ctx.Defer(func(goapp.Context) { browser.Focus(focus) })
}

// sections are the cards of all parts of the form.
func (s *Editor) sections(l words.Lang) []ui.UI {
	var cards []ui.UI
	for i := range s.form().Sections {
		cards = append(cards, s.card(l, i))
	}
	add := ui.Button{Label: words.FormAddSection.In(l), Icon: "tambah", Look: ui.Line, Attrs: ui.Attrs{"id": "tambah-bagian"}, Do: func(ctx goapp.Context, _ goapp.Event) {
		f := s.form()
		f.Sections = append(f.Sections, form.Section{ID: form.Fresh("bagian", f.Taken), Title: form.Text{ID: words.FormSectionNew.ID}})
		p := spot{len(f.Sections) - 1, -1}
		s.open = p.path()
		s.reshaped(ctx, p.path()+".title.id")
	}}
	return append(cards, ui.FieldError("form.sections", s.edit.Wrong("form.sections")), ui.Div("bar wrap", add.UI()), ui.P("mini soft only-wide", words.FormKeys.In(l)))
}

// card is one part of the form with its questions.
func (s *Editor) card(l words.Lang, i int) ui.UI {
	p := spot{i, -1}
	section := s.section(p)
	rows := []ui.UI{s.head(l, p, section.Title.In(l), words.FormAsked.In(l, strconv.Itoa(len(section.Questions))), section.When)}
	if s.open == p.path() {
		rows = append(rows, s.titles(l, p))
	}
	for j := range section.Questions {
		rows = append(rows, s.row(l, spot{i, j}))
	}
	at := p.path()
	add := ui.Field{Name: at + "-tambah", Label: words.FormAddQuestion.In(l), Value: noKind, Choices: append([]ui.Choice{{Value: noKind, Label: words.ChooseOne.In(l)}}, s.kinds(l, false)...),
		Change: func(ctx goapp.Context, _ goapp.Event) { s.add(ctx, i, form.Kind(ui.Value(ctx))) }}
	return ui.With("section", "card stack stack-3 form-section", ui.Attrs{"aria-label": section.Title.In(l)},
		append(rows, ui.FieldError(at+".questions", s.edit.Wrong(at+".questions")), add.UI())...)
}

// noKind stands for none in the drop-down: an option without a value would
// send its own label.
const noKind = "-"

// kinds are the kinds of questions to choose from.
func (s *Editor) kinds(l words.Lang, column bool) []ui.Choice {
	var choices []ui.Choice
	for _, k := range form.Kinds {
		if !column || k.Column() {
			choices = append(choices, ui.Choice{Value: string(k), Label: kindName(l, k)})
		}
	}
	return choices
}

func (s *Editor) add(ctx goapp.Context, section int, kind form.Kind) {
	if kind == noKind {
		return
	}
	q := form.Question{ID: form.Fresh("", s.form().Taken), Required: true}
	list := &s.section(spot{section, -1}).Questions
	p := spot{section, len(*list)}
	put(s.form(), p, completed(q.As(kind)))
	s.open = p.path()
	s.reshaped(ctx, p.path()+".label.id")
}

// completed is a question with the parts that its kind cannot be without.
func completed(q form.Question) form.Question {
	if (q.Kind == form.Choice || q.Kind == form.Choices) && len(q.Choices) == 0 {
		q.Choices = []form.Option{{}, {}}
	}
	if q.Kind == form.Table && len(q.Columns) == 0 {
		q.Columns = []form.Question{{Kind: form.Line}}
	}
	return q
}

// row is one question: its name, and its fields when it is open.
func (s *Editor) row(l words.Lang, p spot) ui.UI {
	q := s.ask(p)
	title := q.Label.In(l)
	if title == "" {
		title = words.FormQuestionNew.In(l)
	}
	sub := kindName(l, q.Kind)
	if !q.Required && q.Kind != form.Statement {
		sub += ", " + words.FormOptional.In(l)
	}
	head := s.head(l, p, title, sub, q.When)
	if s.open != p.path() {
		return ui.Div("form-q", head)
	}
	return ui.Div("form-q form-open", head, s.question(l, p))
}

// head is the line of a section or a question: it opens the fields, and moves.
func (s *Editor) head(l words.Lang, p spot, title, sub string, when *form.Rule) ui.UI {
	at, open := p.path(), "false"
	if s.open == at {
		open = "true"
	}
	if when != nil {
		sub += " · " + ifText(l, s.form(), when)
	}
	class := "form-name"
	if p.question < 0 {
		class += " form-name-section"
	}
	var wrong ui.UI
	if s.wrong(p) {
		wrong = ui.Tag("bad", "awas", words.FormWrong.In(l))
	}
	return ui.Div("form-head",
		ui.Press(class, at, ui.Attrs{"id": at, "aria-expanded": open}, s.toggle(at), ui.Label("row-title", title), ui.Label("row-sub", sub), wrong),
		s.act(p, "atas", "up", words.FormUp.In(l, title), -1), s.act(p, "bawah", "down", words.FormDown.In(l, title), 1))
}

// wrong reports whether anything is wrong with what stands at a spot. What is
// wrong with a question, its own line tells.
func (s *Editor) wrong(p spot) bool {
	at := p.path()
	if p.question >= 0 {
		return s.edit.Within(at)
	}
	return s.edit.Within(at+".id") || s.edit.Within(at+".title") || s.edit.Within(at+".help") || s.edit.Within(at+".when")
}

// act moves something up or down.
func (s *Editor) act(p spot, icon, what, label string, by int) ui.UI {
	id := p.path() + "-" + what
	return ui.Press("icon-btn", id, ui.Attrs{"id": id, "aria-label": label}, func(ctx goapp.Context, _ goapp.Event) { s.moved(ctx, p, by, what) }, ui.Icon(icon))
}

// moved moves what stands at a spot; the focus stays on the button that did.
func (s *Editor) moved(ctx goapp.Context, p spot, by int, what string) {
	to, ok := move(s.form(), p, by)
	if !ok {
		return
	}
	if s.open != "" && s.open != p.path() {
		s.open = "" // it may stand elsewhere now
	}
	if s.open == p.path() {
		s.open = to.path()
	}
	focus := to.path()
	if what != "" {
		focus += "-" + what
	}
	s.reshaped(ctx, focus)
}

// moveOpen moves what is open, by a key.
func (s *Editor) moveOpen(ctx goapp.Context, by int) {
	if s.part != asking {
		return
	}
	for i := range s.form().Sections {
		for j := -1; j < len(s.form().Sections[i].Questions); j++ {
			if p := (spot{i, j}); p.path() == s.open {
				s.moved(ctx, p, by, "")
				return
			}
		}
	}
}

func (s *Editor) toggle(at string) goapp.EventHandler {
	return func(ctx goapp.Context, _ goapp.Event) {
		if s.open == at {
			s.open = ""
		} else {
			s.open = at
		}
		s.shown(ctx, at)
	}
}

// titles are the fields of a section.
func (s *Editor) titles(l words.Lang, p spot) ui.UI {
	at := p.path()
	return ui.Div("stack stack-4 form-fields",
		s.texts(l, ui.Field{Name: at + ".title", Label: words.FormTitleLabel.In(l), Max: 200}, func() *form.Text { return &s.section(p).Title }, nil),
		s.texts(l, ui.Field{Name: at + ".help", Label: words.FormHelp.In(l), Optional: words.Optional.In(l), Long: true, Max: 1000}, func() *form.Text { return &s.section(p).Help }, nil),
		s.condition(l, p, at+".when", func() **form.Rule { return &s.section(p).When }),
		s.more(l, p))
}

// more is what else can be done with what is open.
func (s *Editor) more(l words.Lang, p spot) ui.UI {
	at := p.path()
	return ui.Div("bar wrap",
		ui.Button{Label: words.FormCopy.In(l), Icon: "salin", Look: ui.Line, Class: "btn-s", Scope: at + "-salin", Do: func(ctx goapp.Context, _ goapp.Event) {
			to := double(&s.edit.Content, p)
			s.open = to.path()
			s.reshaped(ctx, to.path())
		}}.UI(),
		ui.Button{Label: words.FormDelete.In(l), Icon: "tutup", Look: ui.Quiet, Class: "btn-s", Scope: at + "-hapus", Do: func(ctx goapp.Context, _ goapp.Event) {
			g := remove(s.form(), p)
			s.gone, s.open = &g, ""
			s.reshaped(ctx, "urungkan")
		}}.UI())
}

// undo brings back what was deleted last.
func (s *Editor) undo(l words.Lang) ui.UI {
	if s.gone == nil {
		return nil
	}
	return ui.Banner("plain", "ulang", "", words.FormGone.In(l, s.gone.called),
		ui.Div("bar", ui.Button{Label: words.FormUndo.In(l), Look: ui.Line, Class: "btn-s", Attrs: ui.Attrs{"id": "urungkan"}, Do: func(ctx goapp.Context, _ goapp.Event) {
			if s.gone == nil {
				return
			}
			p := s.gone.back(s.form())
			frame.Toast(ctx, words.FormBack.In(s.edit.View.At.Lang, s.gone.called))
			s.gone = nil
			s.reshaped(ctx, p.path())
		}}.UI()))
}
