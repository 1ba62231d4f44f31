package permit

import (
	"testing"
	"time"

	"rumah/shared/access"
	"rumah/shared/catalogue"
)

// building is the way of a building permit: everything a service can have.
func building() *Definition {
	return &Definition{
		Promise: days(14),
		Fee:     Fee{Kind: catalogue.Levy, Formula: "25000"},
		Steps: []Step{
			{ID: "documents", Stage: Documents, Roles: []access.Role{access.Verifier}},
			{ID: "survey", Stage: Technical, Roles: []access.Role{access.Verifier}, Note: true},
			{ID: "roads", Stage: Recommendation, Roles: []access.Role{access.Signer}, Agency: "dinas-jalan"},
			{ID: "assessment", Stage: Assessment, Roles: []access.Role{access.Verifier}},
			{ID: "payment", Stage: Payment, Roles: []access.Role{access.Counter}},
			{ID: "initials", Stage: Initials, Roles: []access.Role{access.Signer}},
			{ID: "signature", Stage: Signature, Roles: []access.Role{access.Signer}},
			{ID: "issuing", Stage: Issuing},
			{ID: "pickup", Stage: PickUp, Roles: []access.Role{access.Counter}},
		},
		Apart: []Pair{{"initials", "signature"}},
	}
}

// letter is the way of a simple letter.
func letter() *Definition {
	return &Definition{
		Promise: catalogue.Promise{Amount: 30, Unit: catalogue.Minutes},
		Steps:   []Step{{ID: "documents", Stage: Documents, Roles: []access.Role{access.Verifier}}, {ID: "signature", Stage: Signature, Roles: []access.Role{access.Signer}}},
	}
}

func staff(id string, role access.Role, agency, place string, more ...access.Role) access.Actor {
	a := access.Actor{ID: id, Staff: true}
	for _, r := range append([]access.Role{role}, more...) {
		a.Grants = append(a.Grants, access.Grant{Role: r, Agency: agency, Place: place})
	}
	return a
}

// The people of the tests.
var (
	siti   = access.Actor{ID: "siti"}
	thief  = access.Actor{ID: "thief"}
	vera   = staff("vera", access.Verifier, "camat", "")
	vino   = staff("vino", access.Verifier, "camat", "")
	both   = staff("both", access.Verifier, "camat", "", access.Signer)
	sari   = staff("sari", access.Signer, "camat", "")
	sekcam = staff("sekcam", access.Signer, "camat", "")
	roads  = staff("roads", access.Signer, "dinas-jalan", "")
	cici   = staff("cici", access.Counter, "camat", "")
	admin  = staff("admin", access.Agency, "camat", "")
	far    = staff("far", access.Verifier, "camat", "kelurahan-lain")
)

var everybody = []access.Actor{siti, thief, vera, vino, both, sari, sekcam, roads, cici, admin, far}

// monday is a working morning.
func monday(t testing.TB) time.Time { return at(t, "2026-11-02 09:00") }

// walk carries out commands, a minute apart, and fails on the first fault.
func walk(t testing.TB, s *State, r Rules, commands ...Command) []Event {
	t.Helper()
	var events []Event
	for i, c := range commands {
		now := monday(t).Add(time.Duration(i) * time.Minute)
		if s.At > now.UnixMilli() {
			now = time.UnixMilli(s.At).Add(time.Minute)
		}
		e, err := s.Do(r, c, now)
		if err != nil {
			t.Fatalf("%d %s by %s at %s: %v", i, c.Action, c.By.ID, s.Head.node(), err)
		}
		events = append(events, e...)
	}
	return events
}

// house is something the house itself does.
func house(a Action) Command { return Command{Action: a, House: true} }

// toSignature are the commands that bring a building permit before the
// signer.
func toSignature() []Command {
	return []Command{
		{Action: Submit, By: siti}, {Action: Take, By: vera}, {Action: Pass, By: vera}, {Action: Pass, By: vino, Note: "Sesuai gambar"},
		{Action: Pass, By: roads, Note: "Tidak ada rencana jalan"}, {Action: SetFee, By: vera, Amount: 750_000, Number: "SKRD-12"},
		{Action: Notice, By: siti}, {Action: Confirm, By: cici}, {Action: InitialIt, By: sekcam},
	}
}
