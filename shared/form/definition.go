package form

import (
	"encoding/json"
	"strconv"
	"unicode/utf8"

	"rumah/shared/check"
)

// definition is a schema being checked.
type definition struct {
	check.Faults
	schema  *Schema
	before  map[string]*Question // questions before the place that is looked at
	all     map[string]*Question
	circles map[string]bool // questions whose conditions go in circles
}

// Check says what is wrong with a definition, with the exact places:
// "sections.1.questions.0.when.all.2.to.0". A form that passes asks every
// question that it can ask, and never waits for an answer that comes later.
func Check(s *Schema) error {
	d := &definition{schema: s, before: map[string]*Question{}, all: map[string]*Question{}}
	if !d.small() {
		return d.Err()
	}
	for i := range s.Sections {
		for j := range s.Sections[i].Questions {
			q := &s.Sections[i].Questions[j]
			if d.all[q.ID] == nil {
				d.all[q.ID] = q
			}
		}
	}
	d.circles = circles(s)
	ids := map[string]bool{}
	for i := range s.Sections {
		d.section(check.At("sections", i), &s.Sections[i], ids)
	}
	if len(s.Sections) == 0 {
		d.Add("sections", "required", "")
	}
	return d.Err()
}

// small reports whether there is little enough to look at.
func (d *definition) small() bool {
	if len(d.schema.Sections) > MostSections {
		d.Add("sections", "too_many", strconv.Itoa(MostSections))
		return false
	}
	questions := 0
	for i, s := range d.schema.Sections {
		if questions += len(s.Questions); questions > MostQuestions {
			d.Add(check.At("sections", i)+".questions", "too_many", strconv.Itoa(MostQuestions))
			return false
		}
	}
	if text, err := json.Marshal(d.schema); err != nil || len(text) > MostSchema {
		d.Add("sections", "form_large", strconv.Itoa(MostSchema/1000))
		return false
	}
	return true
}

func (d *definition) section(at string, s *Section, ids map[string]bool) {
	d.id(at+".id", s.ID, ids)
	d.label(at+".title", s.Title, mostLabel, true)
	d.label(at+".help", s.Help, mostHelp, false)
	if s.When != nil {
		d.rule(at+".when", s.When)
	}
	if len(s.Questions) == 0 {
		d.Add(at+".questions", "required", "")
	}
	for i := range s.Questions {
		q := &s.Questions[i]
		place := check.At(at+".questions", i)
		if d.all[q.ID] != q {
			d.Add(place+".id", "twice", "")
		}
		if q.When != nil {
			d.rule(place+".when", q.When)
		}
		if q.Prefill != "" && !q.Prefill.fits(q.Kind) {
			d.Add(place+".prefill", "form_prefill", "")
		}
		d.question(place, q)
		d.before[q.ID] = q
	}
}

// question looks at what questions and columns have in common.
func (d *definition) question(at string, q *Question) {
	if !Names(q.ID) {
		d.Add(at+".id", "form_id", strconv.Itoa(mostName))
	}
	most := mostLabel
	if q.Kind == Statement {
		most = mostAgreed
	}
	d.label(at+".label", q.Label, most, true)
	d.label(at+".help", q.Help, mostHelp, false)
	d.stray(at, q)
	_, known := traits[q.Kind]
	switch {
	case q.Kind == Choice, q.Kind == Choices:
		d.options(at, q)
	case q.Kind == Table:
		d.columns(at, q)
	case q.Kind == Files:
		limitFiles(d, at, q)
	case !known:
		d.Add(at+".kind", "form_kind", "")
	default:
		d.limits(at, q)
	}
}

// limits looks at the limits of a definition. They are no trait: the phone of
// who only answers carries none of it.
func (d *definition) limits(at string, q *Question) {
	switch q.Kind {
	case Line, Paragraph:
		limitLetters(d, at, q)
	case Number, Money:
		limitNumbers(d, at, q)
	case Date:
		limitDates(d, at, q)
	}
}

// stray refuses parts that a kind has no use for: whoever wrote them meant
// something, and it would not happen.
func (d *definition) stray(at string, q *Question) {
	k := q.Kind
	counts := k == Line || k == Paragraph || k == Choices || k == Table
	ordered := traits[k].ordered
	for _, part := range []struct {
		name  string
		there bool
		fits  bool
	}{
		{"least", q.Least != 0, counts},
		{"most", q.Most != 0, counts || k == Files},
		{"from", q.From != "", ordered},
		{"to", q.To != "", ordered},
		{"wide", q.Wide, k == Area},
		{"choices", len(q.Choices) > 0, k == Choice || k == Choices},
		{"columns", len(q.Columns) > 0, k == Table},
		{"accept", len(q.Accept) > 0, k == Files},
		{"size", q.Size != 0, k == Files},
	} {
		if part.there && !part.fits {
			d.Add(at+"."+part.name, "form_stray", "")
		}
	}
}

// id looks at the name of something of which there are several.
func (d *definition) id(at, id string, seen map[string]bool) {
	switch {
	case !Names(id):
		d.Add(at, "form_id", strconv.Itoa(mostName))
	case seen[id]:
		d.Add(at, "twice", "")
	}
	seen[id] = true
}

// label looks at words of the office.
func (d *definition) label(at string, t Text, most int, needed bool) {
	for _, part := range []struct{ name, text string }{{"id", t.ID}, {"en", t.EN}, {"jv", t.JV}} {
		switch {
		case part.name == "id" && check.Blank(part.text) && (needed || t != Text{}):
			d.Add(at+"."+part.name, "required", "")
		case !check.Text(part.text):
			d.Add(at+"."+part.name, "characters", "")
		case utf8.RuneCountInString(part.text) > most:
			d.Add(at+"."+part.name, "too_long", strconv.Itoa(most))
		}
	}
}

// amounts looks at the least and the most of something; usual is the most
// when the definition does not say.
func (d *definition) amounts(at string, q *Question, least, most, usual int) {
	switch {
	case q.Most < 0 || q.Most > 0 && q.Most < least:
		d.Add(at+".most", "too_small", strconv.Itoa(least))
	case q.Most > most:
		d.Add(at+".most", "too_large", strconv.Itoa(most))
	}
	switch {
	case q.Least < 0:
		d.Add(at+".least", "too_small", "0")
	case q.Least > usual:
		d.Add(at+".least", "form_range", "")
	}
}

// bound looks at the smallest or largest value, which may be left out.
func (d *definition) bound(at, value string, ok bool, key string) {
	if value != "" && !ok {
		d.Add(at, key, "")
	}
}

func (d *definition) options(at string, q *Question) {
	switch n := len(q.Choices); {
	case n < 2:
		d.Add(at+".choices", "too_few", "2")
	case n > MostChoices:
		d.Add(at+".choices", "too_many", strconv.Itoa(MostChoices))
	}
	seen := map[string]bool{}
	for i, o := range q.Choices {
		place := check.At(at+".choices", i)
		d.id(place+".id", o.ID, seen)
		d.label(place+".label", o.Label, mostLabel, true)
	}
	if q.Kind == Choices {
		d.amounts(at, q, 1, len(q.Choices), len(q.Choices))
	}
}

func (d *definition) columns(at string, q *Question) {
	switch n := len(q.Columns); {
	case n < 1:
		d.Add(at+".columns", "too_few", "1")
	case n > MostColumns:
		d.Add(at+".columns", "too_many", strconv.Itoa(MostColumns))
		return
	}
	d.amounts(at, q, 1, MostRows, q.Rows())
	seen := map[string]bool{}
	for i := range q.Columns {
		c := &q.Columns[i]
		place := check.At(at+".columns", i)
		trait, simple := traits[c.Kind]
		if !simple || trait.whole {
			d.Add(place+".kind", "form_column", "")
			continue
		}
		d.id(place+".id", c.ID, seen)
		if c.When != nil {
			d.Add(place+".when", "form_stray", "")
		}
		if c.Prefill != "" {
			d.Add(place+".prefill", "form_stray", "")
		}
		d.question(place, c)
	}
}
