package identity_test

import (
	"slices"
	"testing"
	"time"

	"github.com/uptrace/bun"

	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/identity"
)

// What has ended goes, what still holds stays.
func TestSweep(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Siti")
	admin := h.staff("kepala@contoh.id", access.Regency, "")
	if _, err := c.PasskeyEntry(ctx()); err != nil && !fault.Is(err, fault.Denied) { // an address without a name has none
		t.Fatal(err)
	}
	if _, err := admin.Invite(ctx(), identity.Invite{Name: "Budi", Email: "budi@contoh.id", Role: access.Counter, Agency: h.agencies[0]}); err != nil {
		t.Fatal(err)
	}
	kept := func() (counts []int) {
		for _, table := range []string{"sessions", "invitations", "codes", "throttles", "challenges"} {
			counts = append(counts, h.count(`SELECT count(*) FROM ?`, bun.Ident(table)))
		}
		return counts
	}
	before := kept()
	if err := h.svc.Sweep(ctx()); err != nil {
		t.Fatal(err)
	}
	if after := kept(); !slices.Equal(before, after) {
		t.Errorf("%v became %v at once", before, after)
	}
	h.pass(13 * time.Hour)
	if err := h.svc.Sweep(ctx()); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Me(ctx()); err != nil {
		t.Error("a citizen was sent away:", err)
	}
	if after := kept(); after[0] != 1 || after[1] != before[1] || after[2] != 0 || after[4] != 0 {
		t.Errorf("%v became %v after half a day", before, after)
	}
	h.pass(400 * 24 * time.Hour)
	if err := h.svc.Sweep(ctx()); err != nil {
		t.Fatal(err)
	}
	if after := kept(); slices.Max(after) != 0 {
		t.Errorf("%v became %v after a year", before, after)
	}
}
