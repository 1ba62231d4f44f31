package identity_test

import (
	"strings"
	"testing"
	"time"

	"rumah/shared/access"
	"rumah/shared/identity"
)

// told is what somebody was told of their account, the oldest first.
func (h *house) told(person string) (all string) {
	h.t.Helper()
	err := h.db.NewRaw(`SELECT coalesce(string_agg(subject || ' / ' || body, '; ' ORDER BY id), '') FROM messages WHERE person_id = ?`, person).Scan(ctx(), &all)
	if err != nil {
		h.t.Fatal(err)
	}
	return all
}

// Who is signed in elsewhere hears of every new entry; who comes in for the
// first time, or again on the same phone, does not.
func TestNewEntryIsTold(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Bu Laras")
	me, err := c.Me(ctx())
	if err != nil {
		t.Fatal(err)
	}
	if told := h.told(me.ID); told != "" {
		t.Errorf("at the first entry: %s", told)
	}
	h.pass(10 * time.Minute)
	h.citizen("081234567890", "Bu Laras") // another phone
	if told := h.told(me.ID); !strings.Contains(told, "Akun Anda dibuka di perangkat baru") || !strings.Contains(told, "23 November 10.10") || strings.Contains(told, ";") {
		t.Errorf("at the second: %q", told)
	}
}

// Whose identifiers an officer opens is told who it was and why, by the
// transaction that opens them.
func TestOpeningIsTold(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Pak Hadi")
	if _, err := c.SaveProfile(ctx(), identity.SaveProfile{NIK: ptr(fatherNIK)}); err != nil {
		t.Fatal(err)
	}
	me, err := c.Me(ctx())
	if err != nil {
		t.Fatal(err)
	}
	officer := h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	if _, err := officer.OpenPerson(ctx(), identity.OpenPerson{ID: me.ID, Purpose: "Mencocokkan KTP"}); err != nil {
		t.Fatal(err)
	}
	if told := h.told(me.ID); !strings.Contains(told, "membuka data Anda") && !strings.Contains(told, "Keperluan: Mencocokkan KTP.") || strings.Contains(told, fatherNIK) {
		t.Errorf("%q", told)
	}
}
