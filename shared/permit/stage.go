// Package permit is how an application for a letter or a permit goes through
// an office: what stages there are, who acts at each, and how long it may
// take.
//
// An agency writes a Definition: the steps of its service, the promise, the
// fee. Table turns it into all transitions there are, each with who may make
// it, what it does to the clock and what the applicant is told; the diagram,
// the checks and the engine all read that one table. An application is a log
// of events; State is what they add up to. State.Do decides a command into an
// event, State.Apply applies it, with the same code on server, replay and
// phone. The Clock says when the promise is due on the working days of the
// office (Hours).
//
// Source: specs, permits 3, 5 and 6; design 5.
package permit

import "slices"

// Stage is where an application is on its way.
type Stage string

// The stages. Of those from Documents to PickUp a service has the ones its
// definition names, some perhaps twice.
const (
	Draft          Stage = "draft"          // not sent yet
	Submitted      Stage = "submitted"      // waits for an officer
	Documents      Stage = "documents"      // papers are checked
	Technical      Stage = "technical"      // a technical check or a survey
	Recommendation Stage = "recommendation" // another agency must agree
	Assessment     Stage = "assessment"     // the fee is set
	Payment        Stage = "payment"        // waits for money
	Initials       Stage = "initials"       // paraf of a superior
	Signature      Stage = "signature"      //
	Issuing        Stage = "issuing"        // the signed document is handed out
	PickUp         Stage = "pickup"         // lies ready at the counter
	Returned       Stage = "returned"       // the applicant must correct something
	Issued         Stage = "issued"         // the document is there
	Collected      Stage = "collected"      // and was fetched
	Refused        Stage = "refused"        //
	Cancelled      Stage = "cancelled"      // by the applicant
	Expired        Stage = "expired"        // nobody corrected, or paid
	Revoked        Stage = "revoked"        // the document does not hold any more
	Replaced       Stage = "replaced"       // another document holds instead
)

// Stages are all stages in the order of the way.
var Stages = []Stage{Draft, Submitted, Documents, Technical, Recommendation, Assessment, Payment, Initials, Signature, Issuing, PickUp,
	Returned, Issued, Collected, Refused, Cancelled, Expired, Revoked, Replaced}

// StepStages are the stages that a definition may have, in their order.
var StepStages = Stages[2:11]

// Final reports whether the way is over. From Issued and Collected a document
// can still be revoked or replaced; nothing else leads on.
func (s Stage) Final() bool {
	switch s {
	case Issued, Collected, Refused, Cancelled, Expired, Revoked, Replaced:
		return true
	}
	return false
}

// Checking reports whether somebody looks at what was sent, and may mark it.
func (s Stage) Checking() bool { return s == Documents || s == Technical || s == Recommendation }

// Waiting reports whether it is the applicant's move.
func (s Stage) Waiting() bool { return s == Returned || s == Payment || s == PickUp }

// rank is the place of a stage in a definition. A survey and the word of
// another agency may come in either order.
func (s Stage) rank() int {
	if s == Recommendation {
		s = Technical
	}
	return slices.Index(StepStages, s)
}
