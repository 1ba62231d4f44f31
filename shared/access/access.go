// Package access names who may do what. An operation of the contract carries
// one Role in its route line; the server's guard enforces it.
package access

import "slices"

// Role is what somebody may act as.
type Role string

// The roles. Anyone needs no sign-in, Person is anybody signed in, Citizen is
// somebody who signed in for themselves and their family, Officer is whoever
// holds one of several staff roles; the others are staff roles, held for an
// agency or for one of its service points.
const (
	Anyone  Role = "anyone"
	Person  Role = "person"
	Citizen Role = "citizen"

	Officer Role = "officer" // works on applications: counter, verifier, signer or agency admin

	Counter  Role = "counter"  // calls tickets at a counter
	Verifier Role = "verifier" // checks applications and people's papers
	Signer   Role = "signer"   // signs documents
	Agency   Role = "agency"   // agency admin
	Command  Role = "command"  // command centre operator
	Regency  Role = "regency"  // regency admin: agency admin of every agency
	Auditor  Role = "auditor"  // reads everything that is logged, changes nothing
)

// Roles are all roles, weakest first.
var Roles = []Role{Anyone, Person, Citizen, Officer, Counter, Verifier, Signer, Agency, Command, Regency, Auditor}

// StaffRoles are the roles that are granted, weakest first.
var StaffRoles = Roles[4:]

// Grant is one staff role and where it holds.
type Grant struct {
	Role   Role   `json:"role"`
	Agency string `json:"agency"` // "" for the whole regency
	Place  string `json:"place"`  // "" for all places of the agency
}

// Actor is who makes a request. The zero Actor is a guest.
type Actor struct {
	ID      string
	Name    string
	Session string // names the session, is no secret
	Staff   bool   // signed in as staff, so not as a citizen
	Grants  []Grant
}

// May reports whether the actor may call an operation declared for role.
// Deny by default: an unknown role is nobody's.
func (a Actor) May(role Role) bool {
	switch {
	case role == Anyone:
		return true
	case a.ID == "":
		return false
	case role == Person:
		return true
	case role == Citizen:
		return !a.Staff
	}
	return a.Staff && slices.ContainsFunc(a.Grants, func(g Grant) bool { return g.gives(role) })
}

// gives reports whether a grant makes its holder act as role. The regency
// admin is the agency admin of every agency, and those who work on
// applications are officers; nothing else implies anything.
func (g Grant) gives(role Role) bool {
	return g.Role == role || g.Role == Regency && role == Agency || role == Officer && slices.Contains(officers, g.Role)
}

var officers = []Role{Counter, Verifier, Signer, Agency, Regency}

// Over reports for which agencies the actor holds role: all of them, or
// those listed.
func (a Actor) Over(role Role) (all bool, agencies []string) {
	if !a.May(role) {
		return false, nil
	}
	for _, g := range a.Grants {
		switch {
		case !g.gives(role):
		case g.Agency == "":
			return true, nil
		case !slices.Contains(agencies, g.Agency):
			agencies = append(agencies, g.Agency)
		}
	}
	return false, agencies
}

// At reports whether the actor holds role for an agency at one of its places:
// a role at another place of the agency is none here. Without a place only a
// role for the whole agency counts.
func (a Actor) At(role Role, agency, place string) bool {
	return a.ID != "" && a.Staff && slices.ContainsFunc(a.Grants, func(g Grant) bool {
		return g.gives(role) && (g.Agency == "" || g.Agency == agency) && (g.Place == "" || g.Place == place)
	})
}
