package permit

import (
	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/form"
)

// Limits of a definition and of what happens.
const (
	MostSteps     = 12
	mostApart     = 20
	MostRounds    = 20  // how often an application may be returned
	MostMarks     = 100 // at once
	MostOpinions  = 20
	MostNote      = 2000 // letters
	mostReason    = 500  // letters of a mark
	usualPatience = 14   // working days to correct or to pay (specs, permits 3)
	mostPatience  = 120
	usualKeep     = 5 * 365 // days after it is over: two years at hand and three aside, as archives usually have it
	mostKeep      = 100 * 365
)

// Definition is the way of a service through an office.
type Definition struct {
	Steps    []Step            `json:"steps"`              // in their order
	Promise  catalogue.Promise `json:"promise"`            // for the whole way
	Complete bool              `json:"complete,omitempty"` // the promise counts from when the documents are found complete, not from sending
	Fee      Fee               `json:"fee,omitzero"`
	Correct  int               `json:"correct,omitempty"` // working days to correct; 0 for 14
	Pay      int               `json:"pay,omitempty"`     // working days to pay; 0 for 14
	Keep     int               `json:"keep,omitempty"`    // days that answers and files are kept after it is over; 0 for five years
	Apart    []Pair            `json:"apart,omitempty"`   // steps that one person may not both do
	Appeal   form.Text         `json:"appeal,omitzero"`   // what somebody who is refused can do
	Product  Product           `json:"product,omitzero"`  // the letter it ends with
}

// Pair are two steps, by their ids.
type Pair struct {
	One   string `json:"one"`
	Other string `json:"other"`
}

// Step is one stage of a service.
type Step struct {
	ID      string             `json:"id"`
	Stage   Stage              `json:"stage"`
	Name    form.Text          `json:"name,omitzero"`     // as the office calls it; empty for the usual name
	Roles   []access.Role      `json:"roles,omitempty"`   // who acts; nobody: the house itself
	Agency  string             `json:"agency,omitempty"`  // whose they are; "" for the agency that gives the service
	Note    bool               `json:"note,omitempty"`    // passing needs some words
	Promise *catalogue.Promise `json:"promise,omitempty"` // for this step alone; nil for none
}

// Fee is what a service costs. Formula is one of package form/formula, over
// the answers of the form.
type Fee struct {
	Kind    catalogue.FeeKind `json:"kind,omitempty"` // "" is free
	Formula string            `json:"formula,omitempty"`
}

// charged reports whether anything may be asked for.
func (f Fee) charged() bool {
	switch f.Kind {
	case catalogue.Levy, catalogue.TaxFee, catalogue.StateFee, catalogue.Tariff:
		return true
	}
	return false
}

// Step is a step of the definition.
func (d *Definition) Step(id string) (s Step, ok bool) {
	if i := d.index(id); i >= 0 {
		return d.Steps[i], true
	}
	return s, false
}

func (d *Definition) index(id string) int {
	for i, s := range d.Steps {
		if s.ID == id {
			return i
		}
	}
	return -1
}

// next is where it goes on after a step: the next one, or the end.
func (d *Definition) next(i int) string {
	switch {
	case i+1 < len(d.Steps):
		return d.Steps[i+1].ID
	case i >= 0 && d.Steps[i].Stage == PickUp:
		return string(Collected)
	}
	return string(Issued)
}

// stageOf is the stage of a node of the table: of a step, or the stage of
// that name.
func (d *Definition) stageOf(node string) Stage {
	if s, ok := d.Step(node); ok {
		return s.Stage
	}
	return Stage(node)
}

// apart are the pairs of steps that one person may not both do: those of the
// definition, and always every check with the signature (specs, permits 3).
func (d *Definition) apart() []Pair {
	pairs := d.Apart
	for _, check := range d.Steps {
		for _, sign := range d.Steps {
			if check.Stage.Checking() && sign.Stage == Signature {
				pairs = append(pairs[:len(pairs):len(pairs)], Pair{check.ID, sign.ID})
			}
		}
	}
	return pairs
}

// opposite are the steps that nobody may do who does this one.
func (d *Definition) opposite(id string) []string {
	var others []string
	for _, pair := range d.apart() {
		switch id {
		case pair.One:
			others = append(others, pair.Other)
		case pair.Other:
			others = append(others, pair.One)
		}
	}
	return others
}

// Kept is how many days answers and files are kept after an application is
// over.
func (d *Definition) Kept() int {
	if d.Keep == 0 {
		return usualKeep
	}
	return d.Keep
}

func patience(days int) int {
	if days == 0 {
		return usualPatience
	}
	return days
}
