package city

import (
	"slices"
	"strings"

	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/form"
	"rumah/shared/permit"
)

// wayOf is the way that a row of another file is about, or nil.
func (r row) wayOf(ways map[string]*wayDraft) *wayDraft {
	d := ways[r.cell["service"]]
	if d == nil {
		r.missing("service", r.cell["service"], "permits.csv")
	}
	return d
}

// apart reads "survei + pajak; berkas + paraf": pairs of steps.
func (r row) apart() []permit.Pair {
	var pairs []permit.Pair
	for _, part := range r.list("apart") {
		one, other, ok := strings.Cut(part, "+")
		if !ok {
			r.wrong("apart", "%q must be two steps that one person may not both do, such as survei + pajak", part)
			continue
		}
		pairs = append(pairs, permit.Pair{One: strings.TrimSpace(one), Other: strings.TrimSpace(other)})
	}
	return pairs
}

func (r *reader) permitSteps(ways map[string]*wayDraft) {
	for _, at := range r.table("permit_steps.csv", "service", "id", "stage", "name", "roles", "agency", "note", "promise", "unit") {
		step := permit.Step{
			ID: at.slug("id"), Stage: permit.Stage(at.one("stage", names(permit.StepStages)...)), Name: form.Text{ID: at.cell["name"]},
			Agency: at.cell["agency"], Note: at.yes("note"), Promise: at.ownPromise(),
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

// ownPromise is what a step promises for itself; most promise nothing.
func (r row) ownPromise() *catalogue.Promise {
	switch {
	case r.cell["unit"] == "" && r.cell["promise"] == "":
		return nil
	case r.cell["promise"] == "":
		r.wrong("promise", "is empty; write how many %s, or leave the unit empty", r.cell["unit"])
		return nil
	}
	return &catalogue.Promise{Amount: r.count("promise"), Unit: catalogue.Unit(r.one("unit", names(units[:3])...))}
}

func (r *reader) permitSections(ways map[string]*wayDraft) {
	for _, at := range r.table("permit_sections.csv", "service", "id", "title", "help", "when") {
		section := form.Section{ID: at.text("id"), Title: form.Text{ID: at.text("title")}, Help: form.Text{ID: at.cell["help"]}, When: at.when()}
		if d := at.wayOf(ways); d != nil {
			if slices.ContainsFunc(d.Form.Sections, func(o form.Section) bool { return o.ID == section.ID }) {
				at.wrong("id", "%q of %q is there already", section.ID, d.Service)
				continue
			}
			d.Form.Sections, d.sections, d.questions = append(d.Form.Sections, section), append(d.sections, at), append(d.questions, nil)
		}
	}
}

func (r *reader) permitQuestions(ways map[string]*wayDraft) {
	for _, at := range r.table("permit_questions.csv", "service", "section", "id", "kind", "label", "help", "required", "when", "prefill", "least", "most", "from", "to", "choices", "accept", "size") {
		q := form.Question{
			ID: at.text("id"), Kind: form.Kind(at.one("kind", names(form.Kinds)...)), Label: form.Text{ID: at.text("label")}, Help: form.Text{ID: at.cell["help"]},
			Required: at.yes("required"), When: at.when(), Prefill: form.Source(at.cell["prefill"]), Least: at.count("least"), Most: at.count("most"),
			From: at.cell["from"], To: at.cell["to"], Choices: at.options(), Size: int64(at.count("size")) * 1e6,
		}
		if accept := at.list("accept"); len(accept) > 0 {
			q.Accept = accept
		}
		if d := at.wayOf(ways); d != nil {
			d.ask(at, q)
		}
	}
}

// ask adds a question to the form. "anak.nama" is a column of the table anak,
// which stands in the row before it.
func (d *wayDraft) ask(at row, q form.Question) {
	of := slices.IndexFunc(d.Form.Sections, func(s form.Section) bool { return s.ID == at.cell["section"] })
	if of < 0 {
		d.lacks = true
		if !at.broken["permit_sections.csv"] {
			at.wrong("section", "%q of %q is not in permit_sections.csv", at.cell["section"], d.Service)
		}
		return
	}
	section := &d.Form.Sections[of]
	table, column, isColumn := strings.Cut(q.ID, ".")
	if !isColumn {
		section.Questions, d.questions[of] = append(section.Questions, q), append(d.questions[of], at)
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

// when reads "jenis is hilang|rusak and not umur least 17 or wali answered":
// comparisons with the answers to earlier questions. What "and" joins belongs
// together before what "or" does.
func (r row) when() *form.Rule {
	if r.cell["when"] == "" {
		return nil
	}
	var ways []form.Rule
	for _, way := range strings.Split(r.cell["when"], " or ") {
		var all []form.Rule
		for _, part := range strings.Split(way, " and ") {
			rule, ok := r.comparison(part)
			if !ok {
				return nil
			}
			all = append(all, rule)
		}
		if len(all) == 1 {
			ways = append(ways, all[0])
		} else {
			ways = append(ways, form.Rule{All: all})
		}
	}
	if len(ways) == 1 {
		return &ways[0]
	}
	return &form.Rule{Any: ways}
}

// comparison reads "jenis is hilang|rusak", or that after "not".
func (r row) comparison(text string) (form.Rule, bool) {
	said := strings.Fields(text)
	negative := len(said) > 0 && said[0] == "not"
	if negative {
		said = said[1:]
	}
	if len(said) < 2 || !slices.Contains(form.Ops, form.Op(said[1])) {
		r.wrong("when", "%q must be a question and how its answer compares, such as jenis is hilang|rusak; it is compared by %s", strings.TrimSpace(text), strings.Join(names(form.Ops), ", "))
		return form.Rule{}, false
	}
	rule := form.Rule{Ask: said[0], Op: form.Op(said[1])}
	if to := strings.Join(said[2:], " "); to != "" {
		rule.To = strings.Split(to, "|")
	}
	if negative {
		return form.Rule{Not: &rule}, true
	}
	return rule, true
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
