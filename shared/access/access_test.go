package access

import "testing"

func TestARoleHoldsWhereItWasGranted(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name          string
		actor         Actor
		role          Role
		agency, place string
		want          bool
	}{
		{"at the place", Actor{ID: "a", Staff: true, Grants: []Grant{{Verifier, "desa", "celep"}}}, Verifier, "desa", "celep", true},
		{"at another place", Actor{ID: "a", Staff: true, Grants: []Grant{{Verifier, "desa", "celep"}}}, Verifier, "desa", "porong", false},
		{"for the whole agency", Actor{ID: "a", Staff: true, Grants: []Grant{{Verifier, "desa", "celep"}}}, Verifier, "desa", "", false},
		{"agency-wide", Actor{ID: "a", Staff: true, Grants: []Grant{{Verifier, "desa", ""}}}, Verifier, "desa", "celep", true},
		{"another agency", Actor{ID: "a", Staff: true, Grants: []Grant{{Verifier, "desa", ""}}}, Verifier, "dinas", "celep", false},
		{"another role", Actor{ID: "a", Staff: true, Grants: []Grant{{Verifier, "desa", ""}}}, Signer, "desa", "celep", false},
		{"everywhere", Actor{ID: "a", Staff: true, Grants: []Grant{{Role: Signer}}}, Signer, "desa", "celep", true},
		{"regency is every agency's admin", Actor{ID: "a", Staff: true, Grants: []Grant{{Role: Regency}}}, Agency, "desa", "celep", true},
		{"a signer is an officer", Actor{ID: "a", Staff: true, Grants: []Grant{{Signer, "desa", "celep"}}}, Officer, "desa", "celep", true},
		{"a commander is none", Actor{ID: "a", Staff: true, Grants: []Grant{{Role: Command}}}, Officer, "desa", "celep", false},
		{"a citizen", Actor{ID: "a", Grants: []Grant{{Role: Signer}}}, Signer, "desa", "celep", false},
		{"nobody", Actor{Staff: true, Grants: []Grant{{Role: Signer}}}, Signer, "desa", "celep", false},
	} {
		if got := c.actor.At(c.role, c.agency, c.place); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
