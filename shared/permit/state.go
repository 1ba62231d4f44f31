package permit

import (
	"slices"

	"rumah/shared/form"
)

// State is all that the engine knows of an application. Answers, files and
// names of people stand elsewhere.
type State struct {
	ID        string `json:"id"`
	Agency    string `json:"agency"`    // that gives the service
	Place     string `json:"place"`     // of the agency: a kelurahan; "" for the agency itself
	Applicant string `json:"applicant"` // id of the account, or of the secret that stands for one
	Version   int64  `json:"v"`         // of the last event
	At        int64  `json:"at"`        // of the last event, ms
	Head      Head   `json:"head"`
}

// New is an application that is not sent yet.
func New(id, agency, place, applicant string) *State {
	return &State{ID: id, Agency: agency, Place: place, Applicant: applicant, Head: Head{Stage: Draft}}
}

// Head is what changes. Times are milliseconds since 1970, UTC.
type Head struct {
	Stage    Stage     `json:"stage"`
	Step     string    `json:"step,omitempty"`    // id; while Returned the one it comes back to
	Since    int64     `json:"since"`             // of stage and step
	Officer  string    `json:"officer,omitempty"` // id of who has it; "" for nobody
	Rounds   int       `json:"rounds,omitempty"`  // how often it was returned
	Marks    []Mark    `json:"marks,omitempty"`   // what must be corrected
	Opinions []Opinion `json:"opinions,omitempty"`
	Bill     *Bill     `json:"bill,omitempty"`
	Number   string    `json:"number,omitempty"`  // of the document, once it is signed
	Instead  string    `json:"instead,omitempty"` // number of what replaced it
	Hands    []Hand    `json:"hands,omitempty"`   // who did which step, ever
	Clock    Clock     `json:"clock"`
}

// Mark is an answer or a file that must be corrected.
type Mark struct {
	Path   string `json:"path"` // form.Mark
	Reason string `json:"reason"`
}

// Opinion is what another agency was asked.
type Opinion struct {
	Agency   string `json:"agency"`
	Question string `json:"question"`
	By       string `json:"by"` // id of who asked
	Asked    int64  `json:"asked"`
	View     View   `json:"view,omitempty"`
	Answer   string `json:"answer,omitempty"`
	Who      string `json:"who,omitempty"`  // id of who answered
	Over     int64  `json:"over,omitempty"` // when it was answered or withdrawn; 0 while it waits
}

// Bill is what must be paid.
type Bill struct {
	Amount int64  `json:"amount"`           // whole rupiah
	Number string `json:"number"`           // SKRD, kode bayar
	At     int64  `json:"at"`               // when it was made
	Notice int64  `json:"notice,omitempty"` // when the applicant said to have paid
	Paid   int64  `json:"paid,omitempty"`   // when the office found so
	Ref    string `json:"ref,omitempty"`    // of the payment, as the bank names it
	Before int64  `json:"before,omitempty"` // whole rupiah that were paid by bills before it, and count
	Bank   string `json:"bank,omitempty"`   // which gateway made the bill; "" for the office itself
	QRIS   string `json:"qris,omitempty"`   // what a QRIS code of it says
	Again  int64  `json:"again,omitempty"`  // when the office found that the money had not come in spite of a notice

	Proof form.File `json:"proof,omitzero"` // that the applicant sent with their notice
}

// Hand is who did a step.
type Hand struct {
	Step string `json:"step"`
	Who  string `json:"who"`
}

// paid is what was paid so far, by this bill and those before it.
func (b *Bill) paid() int64 {
	switch {
	case b == nil:
		return 0
	case b.Paid == 0:
		return b.Before
	}
	return b.Before + b.Amount
}

// Owes is what is still to be paid of a fee.
func (h *Head) Owes(fee int64) int64 { return max(0, fee-h.Bill.paid()) }

// node is where an application is in the table.
func (h *Head) node() string {
	if slices.Contains(StepStages, h.Stage) {
		return h.Step
	}
	return string(h.Stage)
}

// did reports whether somebody has ever done one of the steps.
func (h *Head) did(who string, steps []string) bool {
	return slices.ContainsFunc(h.Hands, func(d Hand) bool { return d.Who == who && slices.Contains(steps, d.Step) })
}

// asking reports whether another agency has not answered yet.
func (h *Head) asking() bool {
	return slices.ContainsFunc(h.Opinions, func(o Opinion) bool { return o.Over == 0 })
}

// Public is what the applicant may know: not who in the office has it, what
// colleagues were asked, nor what is marked and not said yet.
func (h Head) Public() Head {
	h = h.clone()
	h.Officer, h.Hands, h.Opinions = "", nil, nil
	if h.Stage != Returned {
		h.Marks = nil
	}
	return h
}

// clone is a copy that shares nothing.
func (h Head) clone() Head {
	h.Marks, h.Opinions, h.Hands = slices.Clone(h.Marks), slices.Clone(h.Opinions), slices.Clone(h.Hands)
	h.Clock.Pauses = slices.Clone(h.Clock.Pauses)
	if h.Bill != nil {
		bill := *h.Bill
		h.Bill = &bill
	}
	return h
}

// Clone is a copy that shares nothing with s.
func (s *State) Clone() *State {
	c := *s
	c.Head = s.Head.clone()
	return &c
}
