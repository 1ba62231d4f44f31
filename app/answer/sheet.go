// Package answer is the questions of an office on a screen: a form as data,
// being filled in. Applicants answer it, corrections ask a part of it, and
// who writes a form sees it as it will be asked.
package answer

import (
	"maps"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/check"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/words"
)

// Sheet is a form with the answers so far. The zero value asks nothing; Put
// gives it a form.
type Sheet struct {
	House *house.House
	Lang  words.Lang

	// Changed hears of each answer that changes, by the id of its question.
	// Its context is that of the screen.
	Changed func(ctx goapp.Context, id string)
	// Papers draws the files of a question; nil where none can be sent.
	Papers func(q *form.Question) ui.UI

	form    *form.Form
	answers form.Answers
	first   form.Answers // as they stood when the sheet was opened
	faults  []fault.Field
	turn    int            // see ui.Fresh, of all
	turns   map[string]int // see ui.Fresh, by table
	areas   areas
	looking string // the question for which the phone is being asked where it is
	unseen  string // the one for which it did not say
}

// Put opens a form with answers.
func (s *Sheet) Put(f *form.Form, a form.Answers) {
	s.form, s.first = f, a
	s.answers = maps.Clone(a)
	if s.answers == nil {
		s.answers = form.Answers{}
	}
	s.faults, s.turns = nil, map[string]int{}
	s.areas.chosen = map[string]string{}
	s.Renew()
}

// Become is the form being another one while somebody fills it in, as for
// who writes it: the answers stay, and nothing that is typed is lost.
func (s *Sheet) Become(f *form.Form) {
	if s.form == nil {
		s.Put(f, nil)
		return
	}
	s.form = f
}

// Renew has the fields made anew: with other questions, or other answers.
func (s *Sheet) Renew() { s.turn++ }

// Form is the form that is filled in; nil before Put.
func (s *Sheet) Form() *form.Form { return s.form }

// Answers are the answers so far, as they were typed. They are not to be
// changed.
func (s *Sheet) Answers() form.Answers { return s.answers }

// Complain shows what is wrong with some answers.
func (s *Sheet) Complain(fields []fault.Field) { s.faults = fields }

// Complaints are what is wrong and was not touched since.
func (s *Sheet) Complaints() []fault.Field { return s.faults }

// Set changes an answer.
func (s *Sheet) Set(ctx goapp.Context, id string, a form.Answer) {
	s.answers = maps.Clone(s.answers)
	if a.Blank() {
		delete(s.answers, id)
	} else {
		s.answers[id] = a
	}
	s.touched(ctx, id)
}

// touched takes a complaint away from an answer that was changed, and tells
// the screen.
func (s *Sheet) touched(ctx goapp.Context, id string) {
	var rest []fault.Field
	for _, f := range s.faults {
		if !about(f, id) {
			rest = append(rest, f)
		}
	}
	s.faults = rest
	if s.Changed != nil {
		s.Changed(ctx, id)
	}
}

// about reports whether a complaint is about a question or a part of it.
func about(f fault.Field, id string) bool {
	return f.Name == id || strings.HasPrefix(f.Name, id+".")
}

// Faults are what an error says of single answers.
func Faults(err error) []fault.Field {
	if f := fault.From(err); f != nil {
		return f.Fields
	}
	return nil
}

// About are the complaints about some questions.
func About(all []fault.Field, questions []*form.Question) []fault.Field {
	var some []fault.Field
	for _, f := range all {
		for _, q := range questions {
			if about(f, q.ID) {
				some = append(some, f)
			}
		}
	}
	return some
}

// wrong is the sentence about an answer, or a part of it; "" for nothing.
func (s *Sheet) wrong(at string) string {
	for _, f := range s.faults {
		if f.Name == at {
			return words.Fault(s.Lang, f.Key, f.Bound)
		}
	}
	return ""
}

// WrongWithin is the first sentence about any part of an answer.
func (s *Sheet) WrongWithin(id string) string {
	for _, f := range s.faults {
		if about(f, id) {
			return words.Fault(s.Lang, f.Key, f.Bound)
		}
	}
	return ""
}

// FieldID is the id of the field of an answer: of a question, or of a cell,
// "anak.0.nama". Names of questions are the office's; the page has ids of its
// own.
func FieldID(at string) string { return "j-" + at }

func cellAt(id string, row int, column string) string {
	return check.Join(check.At(id, row), column)
}

// Questions draws questions one below the other.
func (s *Sheet) Questions(questions []*form.Question) ui.UI {
	fields := make([]ui.UI, len(questions))
	for i, q := range questions {
		fields[i] = ui.With("div", "ask-one", ui.Attrs{"id": "t-" + q.ID}, s.Question(q))
	}
	return ui.Fresh(s.turn, "stack stack-5", fields...)
}

// Question draws one.
func (s *Sheet) Question(q *form.Question) ui.UI {
	switch q.Kind {
	case form.Choice, form.YesNo:
		return s.choice(q)
	case form.Choices:
		return s.choices(q)
	case form.Statement:
		return s.statement(q)
	case form.Area:
		return s.area(q)
	case form.Point:
		return s.point(q)
	case form.Table:
		return s.table(q)
	case form.Files:
		if s.Papers != nil {
			return s.Papers(q)
		}
		return ui.Div("field", ui.Label("label", q.Label.In(s.Lang)), s.help(q), ui.P("small soft", words.PaperPreview.In(s.Lang)))
	}
	f := s.field(q, q.ID, s.answers[q.ID].Text)
	f.Hint = s.hint(q)
	id := q.ID
	f.Change = func(ctx goapp.Context, _ goapp.Event) { s.Set(ctx, id, form.Answer{Text: ui.Value(ctx)}) }
	return f.UI()
}

// hint is the help of a question, and where its answer comes from when
// nobody has typed it.
func (s *Sheet) hint(q *form.Question) string {
	help := q.Help.In(s.Lang)
	if now := s.answers[q.ID]; q.Prefill == "" || now.Text == "" || !now.Equal(s.first[q.ID]) {
		return help
	}
	return strings.TrimSpace(help + " " + words.ApplyKnown.In(s.Lang))
}

func (s *Sheet) help(q *form.Question) ui.UI {
	if help := q.Help.In(s.Lang); help != "" {
		return ui.P("hint", help)
	}
	return nil
}

func (s *Sheet) optional(q *form.Question) string {
	if q.Required || q.Kind == form.Statement {
		return ""
	}
	return words.Optional.In(s.Lang)
}
