package permit

import (
	"slices"
	"strconv"
	"strings"

	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/check"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/form/formula"
)

// Check says what is wrong with a definition, with the exact places:
// "steps.2.roles". One that passes has a way from the first step to a
// document and out of every stage, never asks for money for what is free, and
// lets nobody check their own work. The schema is the form of the service,
// which the fee formula speaks of; nil when there is none yet.
func (d *Definition) Check(schema *form.Schema) error {
	var f check.Faults
	if len(d.Steps) > MostSteps {
		return fault.Wrong(fault.Field{Name: "steps", Key: "too_many", Bound: strconv.Itoa(MostSteps)})
	}
	for i := range d.Steps {
		d.step(&f, i)
	}
	d.way(&f)
	limited(&f, "correct", d.Correct, mostPatience)
	limited(&f, "pay", d.Pay, mostPatience)
	limited(&f, "keep", d.Keep, mostKeep)
	promise(&f, "promise", d.Promise)
	d.pairs(&f)
	d.fee(&f, schema)
	text(&f, "appeal", d.Appeal, 1000)
	d.product(&f, schema)
	if f.Err() == nil {
		d.walk(&f)
	}
	return f.Err()
}

// Acting are the roles that may act at a step: those of an office.
var Acting = []access.Role{access.Counter, access.Verifier, access.Signer, access.Agency}

// ByHouse are the stages that the house itself can do.
var ByHouse = []Stage{Assessment, Payment, Issuing}

func (d *Definition) step(f *check.Faults, i int) {
	s, at := d.Steps[i], check.At("steps", i)
	switch {
	case !check.Slug(s.ID) || s.ID == "" || len(s.ID) > 40:
		f.Add(at+".id", "slug", "")
	case d.index(s.ID) != i:
		f.Add(at+".id", "twice", "")
	case Stage(s.ID) != s.Stage && slices.Contains(Stages, Stage(s.ID)): // it would be taken for that stage
		f.Add(at+".id", "taken", "")
	}
	if s.Stage.rank() < 0 {
		f.Add(at+".stage", "choice", "")
		return
	}
	if i > 0 && d.Steps[i-1].Stage.rank() > s.Stage.rank() {
		f.Add(at+".stage", "permit_order", "")
	}
	for j, role := range s.Roles {
		if !slices.Contains(Acting, role) || slices.Contains(s.Roles[:j], role) {
			f.Add(check.At(at+".roles", j), "choice", "")
		}
	}
	if len(s.Roles) == 0 && !slices.Contains(ByHouse, s.Stage) {
		f.Add(at+".roles", "required", "")
	}
	switch {
	case s.Agency != "" && (!check.Slug(s.Agency) || len(s.Agency) > 60):
		f.Add(at+".agency", "slug", "")
	case s.Agency == "" && s.Stage == Recommendation:
		f.Add(at+".agency", "required", "")
	case s.Agency != "" && len(s.Roles) == 0:
		f.Add(at+".agency", "form_stray", "")
	}
	text(f, at+".name", s.Name, 80)
	if s.Promise != nil {
		promise(f, at+".promise", *s.Promise)
	}
}

// once are the stages of which a service has at most one.
var once = []Stage{Assessment, Payment, Signature, Issuing, PickUp}

// way looks at which stages there are.
func (d *Definition) way(f *check.Faults) {
	count := map[Stage]int{}
	for i, s := range d.Steps {
		if count[s.Stage]++; count[s.Stage] > 1 && slices.Contains(once, s.Stage) {
			f.Add(check.At("steps", i)+".stage", "permit_once", "")
		}
	}
	switch {
	case len(d.Steps) == 0 || !d.Steps[0].Stage.Checking(): // nobody would look at what was sent
		f.Add("steps", "permit_check", "")
	case count[Signature]+count[Issuing] == 0:
		f.Add("steps", "permit_product", "")
	case count[Assessment] != count[Payment]:
		f.Add("steps", "permit_bill", "")
	case d.Complete && count[Documents] == 0:
		f.Add("complete", "permit_complete", "")
	}
}

func limited(f *check.Faults, name string, days, most int) {
	switch {
	case days < 0:
		f.Add(name, "too_small", "1")
	case days > most:
		f.Add(name, "too_large", strconv.Itoa(most))
	}
}

func promise(f *check.Faults, at string, p catalogue.Promise) {
	switch {
	case p.Unit != "" && !check.OneOf(p.Unit, catalogue.Minutes, catalogue.Hours, catalogue.WorkingDays, catalogue.Unpromised):
		f.Add(at+".unit", "choice", "")
	case p.Amount < 0:
		f.Add(at+".amount", "too_small", "0")
	case p.Amount > 365:
		f.Add(at+".amount", "too_large", "365")
	}
}

func text(f *check.Faults, at string, t form.Text, most int) {
	f.Text(at+".id", t.ID, &check.TextRule{Required: t != form.Text{}, Max: most})
	f.Text(at+".en", t.EN, &check.TextRule{Max: most})
	f.Text(at+".jv", t.JV, &check.TextRule{Max: most})
}

// pairs looks at who may not do what: a pair is of two steps that people do.
func (d *Definition) pairs(f *check.Faults) {
	if len(d.Apart) > mostApart {
		f.Add("apart", "too_many", strconv.Itoa(mostApart))
		return
	}
	for i, pair := range d.Apart {
		for _, side := range []struct{ name, id string }{{"one", pair.One}, {"other", pair.Other}} {
			s, ok := d.Step(side.id)
			switch {
			case !ok:
				f.Add(check.Join(check.At("apart", i), side.name), "choice", "")
			case len(s.Roles) == 0 || pair.One == pair.Other:
				f.Add(check.Join(check.At("apart", i), side.name), "permit_pair", "")
			}
		}
	}
}

// fee looks at money: what is free has no bill, and what has one a formula.
func (d *Definition) fee(f *check.Faults, schema *form.Schema) {
	billed := slices.ContainsFunc(d.Steps, func(s Step) bool { return s.Stage == Assessment || s.Stage == Payment })
	switch {
	case !check.OneOf(d.Fee.Kind, "", catalogue.Free, catalogue.Levy, catalogue.TaxFee, catalogue.StateFee, catalogue.Tariff, catalogue.FeeUnknown):
		f.Add("fee.kind", "choice", "")
		return
	case billed && !d.Fee.charged():
		f.Add("fee.kind", "permit_free", "")
	case !billed && d.Fee.charged():
		f.Add("fee.kind", "permit_bill", "")
	case !d.Fee.charged() && d.Fee.Formula != "":
		f.Add("fee.formula", "form_stray", "")
	case strings.TrimSpace(d.Fee.Formula) == "":
		i := slices.IndexFunc(d.Steps, func(s Step) bool { return s.Stage == Assessment && len(s.Roles) == 0 })
		if i >= 0 { // the house cannot think of a sum
			f.Add("fee.formula", "required", "")
		}
		return
	}
	if d.Fee.Formula == "" {
		return
	}
	fee, err := formula.Parse(d.Fee.Formula)
	if err == nil && schema != nil {
		err = fee.Check(schema.Names())
	}
	f.Merge("fee", err)
}

// walk looks at the table itself: every stage of it can be reached, every one
// that is not final can be left by somebody, and from every one there is a
// way to the document.
func (d *Definition) walk(f *check.Faults) {
	on, back := map[string][]string{}, map[string][]string{}
	nodes := []string{string(Draft)}
	for _, t := range Table(d) {
		if t.From != t.To && (t.Who.House || t.Who.Applicant || len(t.Who.Roles) > 0) {
			on[t.From], back[t.To] = append(on[t.From], t.To), append(back[t.To], t.From)
		}
		nodes = append(nodes, t.From)
	}
	reached := spread(on, string(Draft))
	saved := spread(back, d.next(len(d.Steps)-1))
	for _, node := range nodes {
		if !reached[node] || !saved[node] {
			f.Add(check.At("steps", max(d.index(node), 0)), "permit_stuck", "")
		}
	}
}

// spread is everything that can be reached from some nodes.
func spread(edges map[string][]string, from ...string) map[string]bool {
	reached := map[string]bool{}
	for len(from) > 0 {
		node := from[0]
		from = from[1:]
		if !reached[node] {
			reached[node] = true
			from = append(from, edges[node]...)
		}
	}
	return reached
}
