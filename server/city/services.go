package city

import (
	"slices"

	"rumah/shared/catalogue"
	"rumah/shared/check"
	"rumah/shared/place"
)

// draft is a service while its parts are gathered from five files.
type draft struct {
	Service
	row  row
	part map[string]row // where a part of the content stands: "steps.2", "oversight"
}

func (r *reader) services() {
	standards := r.standards()
	drafts := r.drafts()
	r.requirements()
	r.steps()
	r.legal()
	for _, d := range drafts {
		d.fill(standards)
		d.complete()
		r.pack.Services = append(r.pack.Services, d.Service)
	}
}

func (r *reader) drafts() []*draft {
	seen, ranks := map[string]int{}, map[string]int{}
	var drafts []*draft
	for _, row := range r.table("services.csv", "id", "agency", "topic", "name", "summary", "aliases",
		"promise", "unit", "promise_note", "fee_kind", "fee_amount", "fee_note", "product", "valid_for",
		"complaints", "facilities", "competence", "oversight", "staffing", "guarantee", "safety", "evaluation",
		"places", "kinds", "app", "popular", "confirmed", "source") {
		row.unique(seen, "id")
		row.free("id", catalogue.Reserved...)
		if row.cell["popular"] != "" {
			row.unique(ranks, "popular")
		}
		d := row.draft()
		if r.service[d.ID] == nil {
			r.service[d.ID] = d
		}
		drafts = append(drafts, d)
	}
	return drafts
}

func (r row) draft() *draft {
	return &draft{row: r, part: map[string]row{}, Service: Service{
		ID: r.slug("id"), Agency: r.ofAgency(), Content: r.content(), Popular: r.count("popular"), Sources: r.from(),
	}}
}

var units = []catalogue.Unit{catalogue.Minutes, catalogue.Hours, catalogue.WorkingDays, catalogue.Unpromised}

var feeKinds = []catalogue.FeeKind{catalogue.Free, catalogue.Levy, catalogue.TaxFee, catalogue.StateFee, catalogue.Tariff, catalogue.FeeUnknown}

// content is what services.csv itself says about a service.
func (r row) content() catalogue.Content {
	c := catalogue.Content{
		Name: r.cell["name"], Summary: r.cell["summary"], Aliases: r.list("aliases"),
		Topic:   catalogue.Topic(r.one("topic", names(catalogue.Topics)...)),
		Promise: r.promise(), Fee: r.fee(), Product: r.cell["product"], ValidFor: r.cell["valid_for"],
		Places: r.list("places"), PlaceKinds: []place.Kind{}, App: r.cell["app"], Confirmed: r.yes("confirmed"),
	}
	for _, component := range components {
		*component.of(&c) = r.cell[component.name]
	}
	for _, id := range c.Places {
		if r.reader.place[id] == nil {
			r.missing("places", id, "places.csv")
		}
	}
	for _, kind := range r.list("kinds") {
		if !slices.Contains(place.Kinds, place.Kind(kind)) {
			r.wrong("kinds", "%q is no kind of place", kind)
		}
		c.PlaceKinds = append(c.PlaceKinds, place.Kind(kind))
	}
	if c.App != "" && !r.app[c.App] {
		r.missing("app", c.App, "apps.csv")
	}
	if len(c.Places) == 0 && len(c.PlaceKinds) == 0 && c.App == "" {
		r.wrong("places", "nobody can tell where to go: name places, kinds of places or an app")
	}
	return c
}

func (r row) promise() catalogue.Promise {
	p := catalogue.Promise{Unit: catalogue.Unit(r.one("unit", names(units)...)), Note: r.cell["promise_note"]}
	switch said := r.cell["promise"]; {
	case p.Unit == "":
	case p.Unit == catalogue.Unpromised && said != "":
		r.wrong("promise", "must be empty: unit none says that nothing is promised")
	case p.Unit != catalogue.Unpromised && said == "":
		r.wrong("promise", "is empty; write how many %s, or the unit none", p.Unit)
	default:
		p.Amount = r.count("promise")
	}
	return p
}

func (r row) fee() catalogue.Fee {
	f := catalogue.Fee{Kind: catalogue.FeeKind(r.one("fee_kind", names(feeKinds)...)), Note: r.cell["fee_note"]}
	nothing := f.Kind == catalogue.Free || f.Kind == catalogue.FeeUnknown
	if nothing && r.cell["fee_amount"] != "" {
		r.wrong("fee_amount", "must be empty for the fee kind %s", f.Kind)
		return f
	}
	f.Amount = int64(r.count("fee_amount"))
	return f
}

// belonging is the service a row of another file is about, or nil.
func (r row) belonging() *draft {
	d := r.service[r.cell["service"]]
	if d == nil {
		r.missing("service", r.cell["service"], "services.csv")
	}
	return d
}

// add notes where a part of the content stands and what it is known from.
func (d *draft) add(part string, r row, sources []string) {
	d.part[part] = r
	for _, id := range sources {
		if !slices.Contains(d.Sources, id) {
			d.Sources = append(d.Sources, id)
		}
	}
}

func (r *reader) requirements() {
	for _, row := range r.table("requirements.csv", "service", "name", "note", "optional", "source") {
		sources := row.from()
		need := catalogue.Requirement{Name: row.cell["name"], Note: row.cell["note"], Optional: row.yes("optional")}
		if d := row.belonging(); d != nil {
			d.add(check.At("requirements", len(d.Content.Requirements)), row, sources)
			d.Content.Requirements = append(d.Content.Requirements, need)
		}
	}
}

func (r *reader) steps() {
	for _, row := range r.table("steps.csv", "service", "text", "source") {
		sources := row.from()
		if d := row.belonging(); d != nil {
			d.add(check.At("steps", len(d.Content.Steps)), row, sources)
			d.Content.Steps = append(d.Content.Steps, row.cell["text"])
		}
	}
}

func (r *reader) legal() {
	for _, row := range r.table("legal.csv", "service", "title", "source") {
		sources := row.from()
		if d := row.belonging(); d != nil {
			d.add(check.At("legal", len(d.Content.Legal)), row, sources)
			d.Content.Legal = append(d.Content.Legal, row.cell["title"])
		}
	}
}
