package city

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"rumah/shared/catalogue"
	"rumah/shared/fault"
)

// component is one of the components of a service standard that most offices
// of a regency say in the same words.
type component struct {
	name string
	of   func(*catalogue.Content) *string
}

var components = []component{
	{"complaints", func(c *catalogue.Content) *string { return &c.Complaints }},
	{"facilities", func(c *catalogue.Content) *string { return &c.Facilities }},
	{"competence", func(c *catalogue.Content) *string { return &c.Competence }},
	{"oversight", func(c *catalogue.Content) *string { return &c.Oversight }},
	{"staffing", func(c *catalogue.Content) *string { return &c.Staffing }},
	{"guarantee", func(c *catalogue.Content) *string { return &c.Guarantee }},
	{"safety", func(c *catalogue.Content) *string { return &c.Safety }},
	{"evaluation", func(c *catalogue.Content) *string { return &c.Evaluation }},
}

// everyAgency stands in standards.csv for all agencies.
const everyAgency = "*"

// standard is what an agency says about a component of all its services.
type standard struct {
	row     row
	text    string
	sources []string
}

// standards are the standard texts by agency and component.
func (r *reader) standards() map[[2]string]standard {
	all := map[[2]string]standard{}
	component := make([]string, len(components))
	for i, c := range components {
		component[i] = c.name
	}
	for _, row := range r.table("standards.csv", "agency", "component", "text", "source") {
		if row.cell["agency"] != everyAgency {
			row.ofAgency()
		}
		key := [2]string{row.cell["agency"], row.one("component", component...)}
		if first, ok := all[key]; ok {
			row.wrong("component", "%q of %q is already on line %d", key[1], key[0], first.row.line)
			continue
		}
		all[key] = standard{row: row, text: row.text("text"), sources: row.from()}
	}
	return all
}

// fill takes what services.csv leaves open from the agency's standard, or
// from the standard of all agencies.
func (d *draft) fill(all map[[2]string]standard) {
	for _, c := range components {
		text := c.of(&d.Content)
		for _, agency := range []string{d.Agency, everyAgency} {
			if s, ok := all[[2]string{agency, c.name}]; ok && *text == "" {
				*text = s.text
				d.add(c.name, s.row, s.sources)
			}
		}
	}
}

// complete notes which of the fourteen components is missing, and what does
// not fit the contract that the office's own edits must fit, too.
func (d *draft) complete() {
	for _, list := range []struct {
		name  string
		empty bool
	}{
		{"requirements", len(d.Content.Requirements) == 0},
		{"steps", len(d.Content.Steps) == 0},
		{"legal", len(d.Content.Legal) == 0},
	} {
		if list.empty && !d.row.broken[list.name+".csv"] {
			d.row.wrong("id", "%q has no row in %s.csv", d.ID, list.name)
		}
	}
	if d.Content.Product == "" {
		d.row.wrong("product", "is empty")
	}
	for _, c := range components {
		if *c.of(&d.Content) == "" && !d.row.broken["standards.csv"] {
			d.row.wrong(c.name, "is empty; write it here or in standards.csv")
		}
	}
	var wrong *fault.Fault
	if !errors.As(d.Content.Check(), &wrong) {
		return
	}
	for _, field := range wrong.Fields {
		if at, column := d.where(field.Name); !at.told(column) {
			at.wrong(column, "%s", because(field))
		}
	}
}

// columns are the fields of a content that have another name in the files.
var columns = map[string]string{
	"promise.amount": "promise", "promise.unit": "unit", "promise.note": "promise_note",
	"fee.kind": "fee_kind", "fee.amount": "fee_amount", "fee.note": "fee_note",
	"place_kinds": "kinds",
}

// where is the row and the column in which a field of the content stands:
// "steps.2" and "requirements.0.name" have rows of their own.
func (d *draft) where(field string) (row, string) {
	for part, at := range d.part {
		if field == part {
			return at, at.says()
		}
		if column, ok := strings.CutPrefix(field, part+"."); ok {
			return at, column
		}
	}
	if column, ok := columns[field]; ok {
		return d.row, column
	}
	list, _, _ := strings.Cut(field, ".") // "aliases.3" stands in one cell with the others
	if column, ok := columns[list]; ok {
		return d.row, column
	}
	return d.row, list
}

// says is the column of a row that holds its text.
func (r row) says() string {
	if r.file == "legal.csv" {
		return "title"
	}
	return "text"
}

// told reports whether a cell is already known to be wrong.
func (r row) told(field string) bool {
	return slices.ContainsFunc(r.problems, func(p Problem) bool {
		return p.File == r.file && p.Line == r.line && p.Field == field
	})
}

// because tells a fault of the contract to somebody who edits a file.
func because(f fault.Field) string {
	switch f.Key {
	case "required":
		return "is empty"
	case "too_long":
		return fmt.Sprintf("is too long; at most %s letters or parts", f.Bound)
	case "too_large":
		return "is too much; at most " + f.Bound
	case "too_short":
		return fmt.Sprintf("is too short; at least %s letters", f.Bound)
	case "too_small":
		return "is too little; at least " + f.Bound
	case "hours":
		return "closes before it opens, or overlaps another opening of the same queue"
	case "prefix_letters":
		return "must be capital letters, at most 3"
	case "twice":
		return "another counter of the queue has this name"
	default:
		return "cannot be taken: " + f.Key
	}
}
