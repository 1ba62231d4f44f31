package permit

import (
	"slices"

	"rumah/shared/access"
)

// Effect is what a transition does to the clock.
type Effect string

// The effects.
const (
	Keep Effect = "keep"
	Run  Effect = "run"  // it goes on
	Hold Effect = "hold" // somebody else must act
	Stop Effect = "stop" // it is over
)

// What the applicant is told: kinds of messages of the inbox.
const (
	TellNothing = ""
	TellMoved   = "permit_moved"  // an application is at another stage
	TellTurn    = "permit_turn"   // something is asked of the applicant
	TellIssued  = "permit_issued" //
)

// Who may make a transition: any of these.
type Who struct {
	Applicant bool          `json:"applicant,omitempty"`
	House     bool          `json:"house,omitempty"` // the house itself, at its time
	Roles     []access.Role `json:"roles,omitempty"`
	Agency    string        `json:"agency,omitempty"` // of the roles; "" for the agency that gives the service
}

// Transition is one thing that may happen to an application.
type Transition struct {
	Action Action `json:"action"`
	From   string `json:"from"` // id of a step, or a stage that is none
	To     string `json:"to"`   // the same as From when it stays
	Who    Who    `json:"who"`
	Note   bool   `json:"note,omitempty"`   // it needs some words; who is told reads them
	Begins bool   `json:"begins,omitempty"` // the promise counts from here
	Clock  Effect `json:"clock"`
	Tell   string `json:"tell,omitempty"`
}

// tableau is a table being made.
type tableau struct {
	*Definition
	rows []Transition
}

// Table is everything that may happen to an application of a definition, in
// the order of the way.
func Table(d *Definition) []Transition {
	t := &tableau{Definition: d, rows: make([]Transition, 0, 12*(len(d.Steps)+1))}
	applicant := Who{Applicant: true, Roles: []access.Role{access.Counter}}
	t.add(Submit, string(Draft), string(Submitted), applicant, Run, TellMoved).Begins = !d.Complete
	if len(d.Steps) > 0 {
		t.add(Take, string(Submitted), d.Steps[0].ID, t.admins(d.Steps[0]), Keep, TellMoved)
	}
	t.common(string(Submitted))
	for i, s := range d.Steps {
		t.step(i, s)
	}
	for _, s := range d.Steps {
		if s.Stage.Checking() {
			t.add(Resubmit, string(Returned), s.ID, applicant, Run, TellMoved)
		}
	}
	t.add(Expire, string(Returned), string(Expired), Who{House: true}, Stop, TellMoved)
	t.common(string(Returned))
	t.add(Answer, string(Returned), string(Returned), Who{}, Keep, TellNothing) // by the agency that was asked
	t.undoing(t.next(len(d.Steps) - 1))
	return t.rows
}

func (t *tableau) add(a Action, from, to string, who Who, clock Effect, tell string) *Transition {
	t.rows = append(t.rows, Transition{Action: a, From: from, To: to, Who: who, Clock: clock, Tell: tell})
	return &t.rows[len(t.rows)-1]
}

// workers are who acts at a step.
func (t *tableau) workers(s Step) Who {
	return Who{House: len(s.Roles) == 0 && slices.Contains(ByHouse, s.Stage), Roles: s.Roles, Agency: s.Agency}
}

// admins are those, and the admin of their agency: who hands out work.
func (t *tableau) admins(s Step) Who {
	return Who{Roles: append(append([]access.Role(nil), s.Roles...), access.Agency), Agency: s.Agency}
}

func (t *tableau) common(node string) {
	if stage := t.stageOf(node); stage != Issuing && stage != PickUp {
		t.add(Cancel, node, string(Cancelled), Who{Applicant: true}, Stop, TellMoved)
	}
	t.add(Remark, node, node, Who{Roles: []access.Role{access.Verifier, access.Signer, access.Counter, access.Agency}}, Keep, TellNothing).Note = true
}

// step are the transitions of one step.
func (t *tableau) step(i int, s Step) {
	who := t.workers(s)
	if len(s.Roles) > 0 {
		t.add(Take, s.ID, s.ID, t.admins(s), Keep, TellNothing)
		t.add(HandOver, s.ID, s.ID, t.admins(s), Keep, TellNothing)
	}
	switch next := t.next(i); s.Stage {
	case Documents, Technical, Recommendation:
		t.check(s, who, next)
	case Assessment:
		t.enter(SetFee, s, who, next)
		if t.stageOf(next) == Payment {
			t.enter(SetFee, s, who, t.next(i+1)) // nothing is to be paid after all
		}
	case Payment:
		t.pay(i, s, who, next)
	case Initials:
		t.enter(InitialIt, s, who, next)
	case Signature:
		t.enter(Sign, s, who, next)
		t.add(Refuse, s.ID, string(Refused), who, Stop, TellMoved).Note = true
	case Issuing:
		t.enter(Issue, s, who, next)
	case PickUp:
		t.add(Collect, s.ID, next, who, Stop, TellNothing)
		t.undoing(s.ID)
	}
	for _, before := range t.Steps[:i] {
		if before.Stage.Checking() && s.Stage != Payment && s.Stage != Issuing && s.Stage != PickUp && len(s.Roles) > 0 {
			t.add(SendBack, s.ID, before.ID, who, Run, TellNothing).Note = true
		}
	}
	t.common(s.ID)
}

// enter is a step that is done. What that means for clock and applicant,
// where it leads says.
func (t *tableau) enter(a Action, s Step, who Who, to string) {
	clock, tell := Run, TellMoved
	switch t.stageOf(to) {
	case Payment:
		clock, tell = Hold, TellTurn
	case Issued, PickUp:
		clock, tell = Stop, TellIssued
	}
	row := t.add(a, s.ID, to, who, clock, tell)
	row.Note = s.Note || s.Stage == Recommendation
	row.Begins = a == Pass && s.Stage == Documents && t.Complete
}

// check are the transitions of somebody who looks at what was sent.
func (t *tableau) check(s Step, who Who, next string) {
	t.add(MarkUp, s.ID, s.ID, who, Keep, TellNothing)
	t.add(Return, s.ID, string(Returned), who, Hold, TellTurn)
	t.enter(Pass, s, who, next)
	t.add(Ask, s.ID, s.ID, who, Keep, TellNothing).Note = true
	t.add(Withdraw, s.ID, s.ID, who, Keep, TellNothing)
	t.add(Answer, s.ID, s.ID, Who{}, Keep, TellNothing).Note = true // by the agency that was asked
	t.add(Refuse, s.ID, string(Refused), who, Stop, TellMoved).Note = true
}

// pay are the transitions of money. Who says to have paid waits for the
// office, so the clock runs until somebody has looked.
func (t *tableau) pay(i int, s Step, who Who, next string) {
	who.House = true
	t.add(Notice, s.ID, s.ID, Who{Applicant: true, Roles: []access.Role{access.Counter}}, Run, TellNothing)
	t.add(Dispute, s.ID, s.ID, who, Hold, TellTurn).Note = true
	t.enter(Confirm, s, who, next)
	if i > 0 {
		t.add(SetFee, s.ID, s.ID, t.workers(t.Steps[i-1]), Hold, TellTurn) // a bill that was wrong, or has run out
	}
	t.add(Lapse, s.ID, string(Expired), Who{House: true}, Stop, TellMoved)
}

// undoing are what may happen to a document that is out.
func (t *tableau) undoing(node string) {
	who := Who{Roles: []access.Role{access.Signer, access.Agency}}
	t.add(Revoke, node, string(Revoked), who, Keep, TellMoved).Note = true
	t.add(Replace, node, string(Replaced), who, Keep, TellMoved).Note = true
}
