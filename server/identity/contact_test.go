package identity_test

import (
	"testing"

	"rumah/shared/access"
	"rumah/shared/identity"
)

// Citizens are reached by the phone they signed in with, staff by mail, and
// whoever has left by nothing.
func TestContact(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("0812 3456 7890", "Siti")
	me, err := c.Me(ctx())
	if err != nil {
		t.Fatal(err)
	}
	w := h.staff("rina@contoh.id", access.Agency, h.agencies[0])
	is := func(person, phone, email string) {
		t.Helper()
		if p, e, err := h.svc.Contact(ctx(), person); err != nil || p != phone || e != email {
			t.Errorf("%q %q %v, want %q %q", p, e, err, phone, email)
		}
	}
	is(me.ID, "+6281234567890", "")
	is(w.id, "", "rina@contoh.id")
	is("nobody", "", "")
	if err := c.Close(ctx(), identity.Close{Sure: true}); err != nil {
		t.Fatal(err)
	}
	is(me.ID, "", "")
}
