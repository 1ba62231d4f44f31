package permit

import (
	"encoding/json"
	"slices"
	"testing"

	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/check"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/words"
)

func faults(err error) []string {
	var all []string
	if err == nil {
		return nil
	}
	for _, f := range fault.From(err).Fields {
		all = append(all, f.Name+" "+f.Key)
	}
	return all
}

func TestWhatIsWrongWithADefinition(t *testing.T) {
	t.Parallel()
	schema := &form.Schema{Sections: []form.Section{{ID: "s", Questions: []form.Question{{ID: "luas", Kind: form.Number}}}}}
	for name, c := range map[string]struct {
		edit  func(*Definition)
		wrong []string
	}{
		"nothing":                {func(*Definition) {}, nil},
		"a fee by the form":      {func(d *Definition) { d.Fee.Formula = "luas * 1500" }, nil},
		"no steps":               {func(d *Definition) { d.Steps, d.Fee, d.Apart = nil, Fee{}, nil }, []string{"steps permit_check"}},
		"too many":               {func(d *Definition) { d.Steps = make([]Step, 13) }, []string{"steps too_many"}},
		"nobody checks":          {func(d *Definition) { d.Steps = d.Steps[3:]; d.Apart = nil }, []string{"steps permit_check"}},
		"no product":             {func(d *Definition) { d.Steps, d.Fee, d.Apart = d.Steps[:3], Fee{}, nil }, []string{"steps permit_product"}},
		"a step twice":           {func(d *Definition) { d.Steps[1].ID = "documents" }, []string{"steps.1.id twice"}},
		"named as a stage":       {func(d *Definition) { d.Steps[1].ID = "refused" }, []string{"steps.1.id taken"}},
		"badly named":            {func(d *Definition) { d.Steps[1].ID = "Survei Lokasi" }, []string{"steps.1.id slug"}},
		"no stage":               {func(d *Definition) { d.Steps[1].Stage = Issued }, []string{"steps.1.stage choice"}},
		"in the wrong order":     {func(d *Definition) { d.Steps[0], d.Steps[1] = d.Steps[1], d.Steps[0] }, []string{"steps.1.stage permit_order"}},
		"survey after roads":     {func(d *Definition) { d.Steps[1], d.Steps[2] = d.Steps[2], d.Steps[1] }, nil},
		"two signatures":         {func(d *Definition) { d.Steps[5].Stage = Signature; d.Steps[5].ID = "camat" }, []string{"steps.6.stage permit_once", "apart.0.one choice"}},
		"two surveys":            {func(d *Definition) { s := d.Steps[1]; s.ID = "survey-2"; d.Steps = slices.Insert(d.Steps, 2, s) }, nil},
		"nobody acts":            {func(d *Definition) { d.Steps[0].Roles = nil }, []string{"steps.0.roles required"}},
		"a citizen acts":         {func(d *Definition) { d.Steps[0].Roles = []access.Role{access.Citizen} }, []string{"steps.0.roles.0 choice"}},
		"a role twice":           {func(d *Definition) { d.Steps[0].Roles = []access.Role{access.Verifier, access.Verifier} }, []string{"steps.0.roles.1 choice"}},
		"whose recommendation":   {func(d *Definition) { d.Steps[2].Agency = "" }, []string{"steps.2.agency required"}},
		"an agency of the house": {func(d *Definition) { d.Steps[7].Agency = "dinas" }, []string{"steps.7.agency form_stray"}},
		"an agency that is none": {func(d *Definition) { d.Steps[2].Agency = "Dinas Jalan" }, []string{"steps.2.agency slug"}},
		"a name without words":   {func(d *Definition) { d.Steps[0].Name = form.Text{EN: "Check"} }, []string{"steps.0.name.id required"}},
		"an absurd promise":      {func(d *Definition) { d.Promise.Amount = 366 }, []string{"promise.amount too_large"}},
		"no such unit":           {func(d *Definition) { d.Steps[0].Promise = &catalogue.Promise{Unit: "moons"} }, []string{"steps.0.promise.unit choice"}},
		"no time to correct":     {func(d *Definition) { d.Correct = -1 }, []string{"correct too_small"}},
		"a year to pay":          {func(d *Definition) { d.Pay = 365 }, []string{"pay too_large"}},
		"a bill that is free":    {func(d *Definition) { d.Fee = Fee{Kind: catalogue.Free} }, []string{"fee.kind permit_free"}},
		"no kind of fee":         {func(d *Definition) { d.Fee = Fee{} }, []string{"fee.kind permit_free"}},
		"payment of nothing":     {func(d *Definition) { d.Steps = slices.Delete(d.Steps, 3, 4) }, []string{"steps permit_bill"}},
		"a fee and no bill":      {func(d *Definition) { d.Steps = slices.Delete(d.Steps, 3, 5) }, []string{"fee.kind permit_bill"}},
		"an unknown fee":         {func(d *Definition) { d.Fee.Kind = "tip" }, []string{"fee.kind choice"}},
		"a formula of nothing":   {func(d *Definition) { d.Steps = slices.Delete(d.Steps, 3, 5); d.Fee = Fee{Formula: "5"} }, []string{"fee.formula form_stray"}},
		"a broken formula":       {func(d *Definition) { d.Fee.Formula = "1 +" }, []string{"fee.formula formula_syntax"}},
		"an unknown answer":      {func(d *Definition) { d.Fee.Formula = "lebar * 2" }, []string{"fee.formula formula_name"}},
		"the house needs one":    {func(d *Definition) { d.Steps[3].Roles = nil; d.Fee.Formula = " " }, []string{"fee.formula required"}},
		"complete what":          {func(d *Definition) { d.Complete = true; d.Steps = d.Steps[1:] }, []string{"complete permit_complete"}},
		"apart from nothing":     {func(d *Definition) { d.Apart = []Pair{{"documents", "kitchen"}} }, []string{"apart.0.other choice"}},
		"apart from itself":      {func(d *Definition) { d.Apart = []Pair{{"survey", "survey"}} }, []string{"apart.0.one permit_pair", "apart.0.other permit_pair"}},
		"apart from the house":   {func(d *Definition) { d.Apart = []Pair{{"survey", "issuing"}} }, []string{"apart.0.other permit_pair"}},
		"too many pairs":         {func(d *Definition) { d.Apart = make([]Pair, 21) }, []string{"apart too_many"}},
	} {
		d := building()
		c.edit(d)
		got := faults(d.Check(schema))
		if !slices.Equal(got, c.wrong) {
			t.Errorf("%s: %v, want %v", name, got, c.wrong)
		}
	}
	if err := letter().Check(nil); err != nil {
		t.Errorf("a letter: %v", err)
	}
}

// The walk through the table is a net below the other checks: it must hold
// when they do not.
func TestAWayThatEndsNowhereIsFound(t *testing.T) {
	t.Parallel()
	for name, edit := range map[string]func(*Definition){
		"a signature by nobody": func(d *Definition) { d.Steps[6].Roles = nil },
		"no steps":              func(d *Definition) { d.Steps = nil },
	} {
		d := building()
		edit(d)
		var f check.Faults
		d.walk(&f)
		if got := faults(f.Err()); len(got) == 0 {
			t.Errorf("%s: nothing is wrong", name)
		} else if words.Faults["permit_stuck"] == (words.T{}) {
			t.Error("permit_stuck has no words")
		}
	}
}

func TestADefinitionIsData(t *testing.T) {
	t.Parallel()
	text, err := json.Marshal(building())
	if err != nil {
		t.Fatal(err)
	}
	var back Definition
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if again, _ := json.Marshal(&back); string(again) != string(text) || back.Check(nil) != nil {
		t.Errorf("%s became %s", text, again)
	}
}

func TestEveryStageAndActionIsKnown(t *testing.T) {
	t.Parallel()
	done := map[Action]bool{}
	for _, d := range []*Definition{building(), letter()} {
		for _, row := range Table(d) {
			done[row.Action] = true
			if (row.Clock == Hold) != (d.stageOf(row.To) == Returned || d.stageOf(row.To) == Payment) && row.From != row.To {
				t.Errorf("%s from %s to %s: the clock is %s", row.Action, row.From, row.To, row.Clock)
			}
			if row.Tell == TellNothing && (Stage(row.To).Final() && Stage(row.To) != Collected) {
				t.Errorf("%s from %s: the applicant is not told of the end", row.Action, row.From)
			}
		}
	}
	for _, a := range Actions {
		if !done[a] || deeds()[a] == nil || words.PermitActions[string(a)] == (words.T{}) {
			t.Errorf("%s stands in no table, does nothing or has no words", a)
		}
	}
	if len(deeds()) != len(Actions) || len(words.PermitActions) != len(Actions) || len(words.PermitStages) != len(Stages) {
		t.Error("there are actions or stages that are not listed")
	}
	for _, s := range Stages {
		if words.PermitStages[string(s)] == (words.T{}) || words.Faults["permit_"+string(s)] == (words.T{}) {
			t.Errorf("%s has no words", s)
		}
	}
}

func TestEnoughPeople(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		people []access.Actor
		wrong  []string
	}{
		"everybody":            {everybody, nil},
		"nobody":               {nil, []string{"steps.0.roles permit_nobody", "steps.1.roles permit_nobody", "steps.3.roles permit_nobody", "steps.4.roles permit_nobody", "steps.5.roles permit_nobody", "steps.6.roles permit_nobody", "steps.8.roles permit_nobody"}},
		"one signer":           {[]access.Actor{vera, cici, sari}, []string{"steps.6.roles permit_few"}},
		"two signers":          {[]access.Actor{vera, cici, sari, sekcam}, nil},
		"one who is both":      {[]access.Actor{cici, both, sari}, nil}, // sari signs
		"two who are both":     {[]access.Actor{cici, both, staff("two", access.Verifier, "camat", "", access.Signer), sari}, nil},
		"verifiers from afar":  {[]access.Actor{far, cici, sari, sekcam}, nil}, // the application is of no place
		"of another agency":    {[]access.Actor{staff("x", access.Verifier, "desa", ""), cici, sari, sekcam}, []string{"steps.0.roles permit_nobody", "steps.1.roles permit_nobody", "steps.3.roles permit_nobody"}},
		"the same one twice":   {[]access.Actor{cici, both, both, both}, []string{"steps.6.roles permit_few"}},
		"verifier is a signer": {[]access.Actor{cici, both, vera, sekcam}, nil},
		"nobody else signs":    {[]access.Actor{cici, both, vera}, []string{"steps.6.roles permit_few"}},
	} {
		if got := faults(CheckStaff(building(), "camat", "", c.people)); !slices.Equal(got, c.wrong) {
			t.Errorf("%s: %v, want %v", name, got, c.wrong)
		}
	}
	d := building()
	d.Apart = nil
	if err := CheckStaff(d, "camat", "", []access.Actor{vera, cici, sari}); err != nil {
		t.Errorf("without a pair one signer is enough: %v", err)
	}
}
