package form

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"rumah/shared/calendar"
	"rumah/shared/check"
)

// Form is a schema that is filled in on a day. Limits and conditions that
// speak of today mean that day, so a correction weeks later is asked the same
// questions: keep the day on which an application was sent.
type Form struct {
	schema    *Schema
	day       calendar.Date
	questions map[string]*Question
	kept      bool // the answers were accepted before
}

// On is a schema as it is filled in on a day. A schema that Check has not
// seen is safe: what makes no sense in it is not fulfilled, not asked or not
// accepted.
func On(s *Schema, day calendar.Date) *Form {
	f := &Form{schema: s, day: day, questions: map[string]*Question{}}
	for i := range s.Sections {
		for j := range s.Sections[i].Questions {
			q := &s.Sections[i].Questions[j]
			if f.questions[q.ID] == nil {
				f.questions[q.ID] = q
			}
		}
	}
	return f
}

// Question is a question of the form; nil when there is none of this id.
func (f *Form) Question(id string) *Question { return f.questions[id] }

// All are the questions of the form in its order, asked or not.
func (f *Form) All() []*Question {
	var all []*Question
	for i := range f.schema.Sections {
		for j := range f.schema.Sections[i].Questions {
			all = append(all, &f.schema.Sections[i].Questions[j])
		}
	}
	return all
}

// fill goes through the form once, in its order: whether a question is asked
// depends on what was answered before it. It keeps the answers that are good
// and notes what is wrong with the others.
func (f *Form) fill(a Answers, faults *check.Faults, asked func(*Section, *Question, Answer)) Answers {
	kept := make(Answers, len(a))
	for i := range f.schema.Sections {
		s := &f.schema.Sections[i]
		if !f.holds(s.When, kept) {
			continue
		}
		for j := range s.Questions {
			q := &s.Questions[j]
			if f.questions[q.ID] != q || !f.holds(q.When, kept) {
				continue
			}
			answer := f.accept(q, a[q.ID], faults)
			if !answer.Blank() {
				kept[q.ID] = answer
			}
			if asked != nil {
				asked(s, q, answer)
			}
		}
	}
	return kept
}

// accept is an answer as it is kept; blank when something is wrong with it.
func (f *Form) accept(q *Question, a Answer, faults *check.Faults) Answer {
	if f.kept {
		return a
	}
	var kept Answer
	sent := len(a.Files) > 0 || slices.ContainsFunc(a.Rows, written) // what is no good is told about, not asked for
	switch q.Kind {
	case Choices:
		kept.List, a.List = q.choices(a.List, faults), nil
	case Table:
		kept.Rows, a.Rows = f.rows(q, a.Rows, faults), nil
	case Files:
		kept.Files, a.Files = q.files(a.Files, faults), nil
	default:
		kept.Text, a.Text = f.text(q, q.ID, a.Text, faults), ""
	}
	if !a.Blank() { // parts that this kind has not
		faults.Add(q.ID, "json", "")
		return Answer{}
	}
	if q.Required && kept.Blank() && !sent {
		faults.Add(q.ID, "required", "") // unless more is known to be wrong
	}
	return kept
}

// needed reports whether a form cannot be sent without the answer.
func (q *Question) needed() bool { return q.Required || q.Kind == Statement }

// text is an answer that is one text, of a question or of a cell.
func (f *Form) text(q *Question, at, s string, faults *check.Faults) string {
	trait := traits[q.Kind]
	if s = strings.TrimSpace(check.Seen(s)); check.Blank(s) {
		s = ""
	}
	switch {
	case len(s) > MostLetters*4:
		faults.Add(at, "too_long", strconv.Itoa(MostLetters))
	case s == "" && q.Kind == Statement:
		faults.Add(at, "agree", "")
	case s == "" && q.Required:
		faults.Add(at, "required", "")
	case s == "":
	case !check.Text(s) || trait.read == nil:
		faults.Add(at, "characters", "")
	default:
		kept, key, bound := trait.read(q, f.day, s)
		if key == "" {
			return kept
		}
		faults.Add(at, key, bound)
	}
	return ""
}

// Validate is what is kept of the answers, and what is wrong with the others:
// a fault with fields such as "nama", "bangunan.2.luas" and "ktp.0". Answers
// to questions that are not asked are dropped, for whoever answered them then
// changed their mind; those to questions that do not exist are refused.
func (f *Form) Validate(a Answers) (Answers, error) {
	var faults check.Faults
	kept := f.fill(a, &faults, nil)
	for _, id := range slices.Sorted(maps.Keys(a)) {
		if f.questions[id] == nil {
			name := id
			if !Names(id) { // it may be as long as the sender likes
				name = "answers"
			}
			faults.Add(name, "unknown_field", "")
		}
	}
	return kept, faults.Err()
}

// Visible are the ids of the questions that are asked.
func (f *Form) Visible(a Answers) map[string]bool {
	visible := map[string]bool{}
	f.fill(a, new(check.Faults), func(_ *Section, q *Question, _ Answer) { visible[q.ID] = true })
	return visible
}

// Missing are the ids of the questions that still need an answer, or a better
// one, before the form can be sent.
func (f *Form) Missing(a Answers) []string {
	var missing []string
	for _, step := range f.Steps(a) {
		missing = append(missing, step.Missing...)
	}
	return missing
}

// Step is one section as it is asked.
type Step struct {
	Section   *Section
	Questions []*Question
	Missing   []string // as in Form.Missing
}

// Steps are the sections that are asked, in their order. One in which nothing
// is asked is left out.
func (f *Form) Steps(a Answers) []Step {
	var steps []Step
	f.fill(a, new(check.Faults), func(s *Section, q *Question, kept Answer) {
		if n := len(steps); n == 0 || steps[n-1].Section != s {
			steps = append(steps, Step{Section: s})
		}
		step := &steps[len(steps)-1]
		step.Questions = append(step.Questions, q)
		if q.needed() && kept.Blank() {
			step.Missing = append(step.Missing, q.ID)
		}
	})
	return steps
}
