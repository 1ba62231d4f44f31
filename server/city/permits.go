package city

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// wayDraft is how a service is applied for while its rows come together.
type wayDraft struct {
	Permit
	at        row
	letter    *row // nil for the usual one
	steps     []row
	sections  []row
	questions [][]row          // by section
	columns   map[string][]row // of tables, by question
	lacks     bool             // questions that found no section
}

// permits reads how services are applied for. What a service promises and
// costs stands in services.csv and is said once.
func (r *reader) permits() {
	seen, ways := map[string]int{}, map[string]*wayDraft{}
	var order []*wayDraft
	for _, at := range r.table("permits.csv", "service", "complete", "correct", "pay", "keep", "formula", "apart", "appeal", "source") {
		at.unique(seen, "service")
		d := &wayDraft{at: at, columns: map[string][]row{}, Permit: Permit{Service: at.cell["service"], Sources: at.from(), Definition: permit.Definition{
			Complete: at.yes("complete"), Correct: at.count("correct"), Pay: at.count("pay"), Keep: at.count("keep"), Apart: at.apart(), Appeal: form.Text{ID: at.cell["appeal"]},
		}}}
		if service := at.belonging(); service != nil {
			d.Definition.Promise, d.Definition.Fee = service.Content.Promise, permit.Fee{Kind: service.Content.Fee.Kind, Formula: at.cell["formula"]}
		}
		if ways[d.Service] == nil {
			ways[d.Service] = d
			order = append(order, d)
		}
	}
	r.permitSteps(ways)
	r.permitSections(ways)
	r.permitQuestions(ways)
	r.permitLetters(ways)
	said := r.permitWords()
	for _, d := range order {
		said.translate(&d.Permit)
		d.complete(said)
		r.pack.Permits = append(r.pack.Permits, d.Permit)
	}
	said.unused()
}

// complete notes what is missing and what does not fit together.
func (d *wayDraft) complete(said *speech) {
	if len(d.steps) == 0 && !d.at.broken["permit_steps.csv"] {
		d.at.wrong("service", "%q has no row in permit_steps.csv", d.Service)
	}
	if len(d.sections) == 0 && !d.at.broken["permit_sections.csv"] {
		d.at.wrong("service", "%q has no row in permit_sections.csv", d.Service)
	}
	for i, at := range d.sections {
		if len(d.questions[i]) == 0 && !at.broken["permit_questions.csv"] {
			at.wrong("id", "%q of %q has no row in permit_questions.csv", at.cell["id"], d.Service)
		}
	}
	service := d.at.service[d.Service]
	if len(d.steps) == 0 || len(d.sections) == 0 || service == nil || service.row.wrongs() || d.lacks || d.at.broken["permit_questions.csv"] {
		return
	}
	if slices.ContainsFunc(slices.Concat(append(d.questions, d.steps, d.sections)...), row.wrongs) {
		return
	}
	d.tell(form.Check(&d.Form), d.ofForm, said)
	d.tell(d.Definition.Check(&d.Form), d.ofWay, said)
}

// wrongs reports whether anything is wrong with a row: what follows from it
// would be told about twice.
func (r row) wrongs() bool {
	return slices.ContainsFunc(r.problems, func(p Problem) bool { return p.File == r.file && p.Line == r.line })
}

// tell notes faults at the cells they are about: those of a translation at
// the translation.
func (d *wayDraft) tell(err error, where func([]string) (row, string), in *speech) {
	var wrong *fault.Fault
	if !errors.As(err, &wrong) {
		return
	}
	for _, field := range wrong.Fields {
		path := strings.Split(field.Name, ".")
		at, column := where(path)
		if said, ok := in.rows[at.cell[column]]; ok && path[len(path)-1] != "id" {
			at, column = said, path[len(path)-1]
		}
		if _, there := at.cell[column]; !there {
			column = ""
		}
		if !at.told(column) {
			at.wrong(column, "cannot be taken: %s", words.Fault(words.EN, field.Key, field.Bound))
		}
	}
}

// ofForm is where a part of the form stands: "sections.1.questions.0.when"
// has the row of that question.
func (d *wayDraft) ofForm(path []string) (row, string) {
	i, ok := index(path, 1, len(d.sections))
	if !ok {
		return d.at, "service"
	}
	j, ok := index(path, 3, len(d.questions[i]))
	if !ok {
		return d.sections[i], column(path, 2, "id", nil)
	}
	named := map[string]string{}
	if columns := d.columns[d.Form.Sections[i].Questions[j].ID]; len(path) > 5 && path[4] == "columns" {
		if k, ok := index(path, 5, len(columns)); ok {
			return columns[k], column(path, 6, "id", named)
		}
	}
	return d.questions[i][j], column(path, 4, "id", named)
}

// ofWay is where a part of the way stands: "steps.2.roles.0" has the row of
// that step.
func (d *wayDraft) ofWay(path []string) (row, string) {
	if i, ok := index(path, 1, len(d.steps)); ok && path[0] == "steps" {
		return d.steps[i], column(path, 2, "id", nil)
	}
	if path[0] == "product" && d.letter != nil {
		return *d.letter, column(path, 1, "service", nil)
	}
	if path[0] == "fee" {
		return d.at, "formula"
	}
	return d.at, column(path, 0, "service", map[string]string{"steps": "service"})
}

func index(path []string, at, n int) (int, bool) {
	if at >= len(path) {
		return 0, false
	}
	i, err := strconv.Atoi(path[at])
	return i, err == nil && i >= 0 && i < n
}

func column(path []string, at int, otherwise string, named map[string]string) string {
	if at >= len(path) {
		return otherwise
	}
	if name, ok := named[path[at]]; ok {
		return name
	}
	return path[at]
}
