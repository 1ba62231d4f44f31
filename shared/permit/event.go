package permit

import "rumah/shared/access"

// Event is one thing that happened. It carries the new record, so that
// applying it needs no rule: the rules are in Do alone. It is also the audit
// row: who, as what, when, and with what words.
type Event struct {
	Version int64       `json:"v"`
	At      int64       `json:"at"` // ms
	Action  Action      `json:"action"`
	From    string      `json:"from"`           // id of a step, or a stage
	To      string      `json:"to"`             //
	By      string      `json:"by,omitempty"`   // id; "" for the house
	Role    access.Role `json:"role,omitempty"` // that let them; citizen for the applicant
	Note    string      `json:"note,omitempty"`
	Tell    string      `json:"tell,omitempty"` // kind of the message to the applicant; "" for none
	Head    Head        `json:"head"`           // as it is now
}

// Apply brings the state one event further. It reports false, and changes
// nothing, when the event is not the next one: a later one means that some
// are missing, and the state must be fetched again.
func (s *State) Apply(e Event) bool {
	if e.Version != s.Version+1 {
		return false
	}
	s.Version, s.At, s.Head = e.Version, e.At, e.Head.clone()
	return true
}
