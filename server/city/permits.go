package city

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// wayDraft is how a service is applied for while its rows come together.
type wayDraft struct {
	Permit
	at        row
	steps     []row
	questions [][]row          // by section
	columns   map[string][]row // of tables, by question
}

// permits reads how services are applied for. What a service promises and
// costs stands in services.csv and is said once.
func (r *reader) permits() {
	seen, ways := map[string]int{}, map[string]*wayDraft{}
	var order []*wayDraft
	for _, at := range r.table("permits.csv", "service", "complete", "correct", "pay", "formula", "appeal", "source") {
		at.unique(seen, "service")
		d := &wayDraft{at: at, columns: map[string][]row{}, Permit: Permit{Service: at.cell["service"], Sources: at.from(), Definition: permit.Definition{
			Complete: at.yes("complete"), Correct: at.count("correct"), Pay: at.count("pay"), Appeal: form.Text{ID: at.cell["appeal"]},
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
	r.permitQuestions(ways)
	for _, d := range order {
		d.complete()
		r.pack.Permits = append(r.pack.Permits, d.Permit)
	}
}

// wayOf is the way that a row of another file is about, or nil.
func (r row) wayOf(ways map[string]*wayDraft) *wayDraft {
	d := ways[r.cell["service"]]
	if d == nil {
		r.missing("service", r.cell["service"], "permits.csv")
	}
	return d
}

func (r *reader) permitSteps(ways map[string]*wayDraft) {
	for _, at := range r.table("permit_steps.csv", "service", "id", "stage", "name", "roles", "agency", "note") {
		step := permit.Step{
			ID: at.slug("id"), Stage: permit.Stage(at.one("stage", names(permit.StepStages)...)), Name: form.Text{ID: at.cell["name"]},
			Agency: at.cell["agency"], Note: at.yes("note"),
		}
		for _, role := range at.list("roles") {
			step.Roles = append(step.Roles, access.Role(role))
		}
		if step.Agency != "" && !r.agency[step.Agency] {
			at.missing("agency", step.Agency, "agencies.csv")
		}
		if d := at.wayOf(ways); d != nil {
			d.Definition.Steps, d.steps = append(d.Definition.Steps, step), append(d.steps, at)
		}
	}
}

func (r *reader) permitQuestions(ways map[string]*wayDraft) {
	for _, at := range r.table("permit_questions.csv", "service", "section", "title", "id", "kind", "label", "help", "required", "when", "prefill", "least", "most", "from", "to", "choices") {
		q := form.Question{
			ID: at.text("id"), Kind: form.Kind(at.one("kind", names(form.Kinds)...)), Label: form.Text{ID: at.text("label")}, Help: form.Text{ID: at.cell["help"]},
			Required: at.yes("required"), When: at.when(), Prefill: form.Source(at.cell["prefill"]), Least: at.count("least"), Most: at.count("most"),
			From: at.cell["from"], To: at.cell["to"], Choices: at.options(),
		}
		if d := at.wayOf(ways); d != nil {
			d.ask(at, q)
		}
	}
}

// ask adds a question to the form. "anak.nama" is a column of the table anak,
// which stands in a row before it.
func (d *wayDraft) ask(at row, q form.Question) {
	last := len(d.Form.Sections) - 1
	if last < 0 || d.Form.Sections[last].ID != at.cell["section"] {
		d.Form.Sections = append(d.Form.Sections, form.Section{ID: at.text("section"), Title: form.Text{ID: at.text("title")}})
		d.questions = append(d.questions, nil)
		last++
	} else if at.cell["title"] != "" {
		at.wrong("title", "must be empty: the section has its title in the first of its rows")
	}
	section := &d.Form.Sections[last]
	table, column, isColumn := strings.Cut(q.ID, ".")
	if !isColumn {
		section.Questions, d.questions[last] = append(section.Questions, q), append(d.questions[last], at)
		return
	}
	i := len(section.Questions) - 1
	if i < 0 || section.Questions[i].ID != table {
		at.wrong("id", "%q must come right after the row of the table %q", q.ID, table)
		return
	}
	q.ID = column
	section.Questions[i].Columns, d.columns[table] = append(section.Questions[i].Columns, q), append(d.columns[table], at)
}

// when reads "jenis is hilang|rusak and umur least 17": all of some
// comparisons with the answers to earlier questions.
func (r row) when() *form.Rule {
	if r.cell["when"] == "" {
		return nil
	}
	var all []form.Rule
	for _, part := range strings.Split(r.cell["when"], " and ") {
		said := strings.Fields(part)
		if len(said) < 2 || !slices.Contains(form.Ops, form.Op(said[1])) {
			r.wrong("when", "%q must be a question and how its answer compares, such as jenis is hilang|rusak; it is compared by %s", strings.TrimSpace(part), strings.Join(names(form.Ops), ", "))
			return nil
		}
		rule := form.Rule{Ask: said[0], Op: form.Op(said[1])}
		if to := strings.Join(said[2:], " "); to != "" {
			rule.To = strings.Split(to, "|")
		}
		all = append(all, rule)
	}
	if len(all) == 1 {
		return &all[0]
	}
	return &form.Rule{All: all}
}

// options reads "hilang: Hilang atau dicuri; rusak: Rusak".
func (r row) options() []form.Option {
	var options []form.Option
	for _, part := range r.list("choices") {
		id, label, ok := strings.Cut(part, ":")
		if !ok {
			r.wrong("choices", "%q must be an id and what it is called, such as hilang: Hilang atau dicuri", part)
			continue
		}
		options = append(options, form.Option{ID: strings.TrimSpace(id), Label: form.Text{ID: strings.TrimSpace(label)}})
	}
	return options
}

// complete notes what is missing and what does not fit together.
func (d *wayDraft) complete() {
	if len(d.steps) == 0 && !d.at.broken["permit_steps.csv"] {
		d.at.wrong("service", "%q has no row in permit_steps.csv", d.Service)
	}
	if len(d.questions) == 0 && !d.at.broken["permit_questions.csv"] {
		d.at.wrong("service", "%q has no row in permit_questions.csv", d.Service)
	}
	service := d.at.service[d.Service]
	if len(d.steps) == 0 || len(d.questions) == 0 || service == nil || service.row.wrongs() {
		return
	}
	if slices.ContainsFunc(slices.Concat(append(d.questions, d.steps)...), row.wrongs) {
		return
	}
	d.tell(form.Check(&d.Form), d.ofForm)
	d.tell(d.Definition.Check(&d.Form), d.ofWay)
}

// wrongs reports whether anything is wrong with a row: what follows from it
// would be told about twice.
func (r row) wrongs() bool {
	return slices.ContainsFunc(r.problems, func(p Problem) bool { return p.File == r.file && p.Line == r.line })
}

// tell notes faults at the cells they are about.
func (d *wayDraft) tell(err error, where func([]string) (row, string)) {
	var wrong *fault.Fault
	if !errors.As(err, &wrong) {
		return
	}
	for _, field := range wrong.Fields {
		at, column := where(strings.Split(field.Name, "."))
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
	i, ok := index(path, 1, len(d.questions))
	if !ok {
		return d.at, "service"
	}
	j, ok := index(path, 3, len(d.questions[i]))
	if !ok {
		return d.questions[i][0], column(path, 2, "section", map[string]string{"id": "section"})
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
