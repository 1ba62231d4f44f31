// Package access names who may do what. An operation of the contract carries
// one Role in its route line; the server's guard enforces it.
package access

// Role is what somebody may act as.
type Role string

// The roles. Anyone needs no sign-in; Citizen is any signed-in person; the
// others are staff roles, held per agency and service point.
const (
	Anyone  Role = "anyone"
	Citizen Role = "citizen"

	Counter  Role = "counter"  // calls tickets at a counter
	Verifier Role = "verifier" // checks applications
	Signer   Role = "signer"   // signs documents
	Agency   Role = "agency"   // agency admin
	Command  Role = "command"  // command centre operator
	Regency  Role = "regency"  // regency admin
	Auditor  Role = "auditor"  // reads everything that is logged, changes nothing
)

// Roles are all roles, weakest first.
var Roles = []Role{Anyone, Citizen, Counter, Verifier, Signer, Agency, Command, Regency, Auditor}

// Actor is who makes a request. The zero Actor is a guest.
type Actor struct {
	ID    string
	Roles []Role
}

// May reports whether the actor may call an operation declared for role.
// Deny by default: an unknown role is nobody's.
func (a Actor) May(role Role) bool {
	if role == Anyone {
		return true
	}
	if a.ID == "" {
		return false
	}
	if role == Citizen {
		return true
	}
	for _, r := range a.Roles {
		if r == role {
			return true
		}
	}
	return false
}
