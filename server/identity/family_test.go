package identity_test

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/uptrace/bun"

	"rumah/shared/access"
	"rumah/shared/api"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/identity"
)

// What was on its way when an account is closed does not stay behind.
func TestNothingReappearsAfterClosing(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Pak Hadi")
	if _, err := c.AddMember(api.WithKey(ctx(), once(1)), identity.NewMember{Name: "Dimas", Relation: identity.Child, Born: "2020-01-01"}); err != nil {
		t.Fatal(err)
	}
	me, _ := c.Me(ctx())
	closed := make(chan error)
	err := h.db.RunInTx(ctx(), nil, func(ctx context.Context, tx bun.Tx) error { // a member is being added on another phone
		if _, err := tx.NewRaw(`SELECT FROM people WHERE id = ? FOR UPDATE`, me.ID).Exec(ctx); err != nil {
			return err
		}
		go func() { closed <- c.Close(ctx, identity.Close{Sure: true}) }()
		for h.count(`SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`) == 0 {
		}
		_, err := tx.NewRaw(`INSERT INTO members (id, person_id, relation, name, sealed, created_at) VALUES ('x', ?, 'child', 'Bayi', 'x', now())`, me.ID).Exec(ctx)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := <-closed; err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{"members", "passkeys", "sessions", "codes", "idempotency_keys"} {
		if n := h.count(`SELECT count(*) FROM ?`, bun.Ident(table)); n != 0 {
			t.Errorf("%d rows stay in %s", n, table)
		}
	}
	_, err = c.AddMember(api.WithKey(ctx(), once(1)), identity.NewMember{Name: "Dimas", Relation: identity.Child, Born: "2020-01-01"})
	want(t, err, "signin")
}

// Of one and twenty who are added at once one is too many.
func TestFamilyLimitHoldsAtOnce(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Bu Siti")
	full := make(chan bool, identity.MostMembers+4)
	for n := range cap(full) {
		go func() {
			_, err := c.AddMember(api.WithKey(ctx(), once(n)), identity.NewMember{Name: "Saudara", Relation: identity.Other, Born: "2000-01-01"})
			full <- fault.Is(err, fault.Conflict)
		}()
	}
	refused := 0
	for range cap(full) {
		if <-full {
			refused++
		}
	}
	if n := h.count(`SELECT count(*) FROM members`); n != identity.MostMembers || refused != 4 {
		t.Errorf("%d members, %d refused", n, refused)
	}
}

func once(n int) string { return "a-key-that-is-long-enough-" + strconv.Itoa(n) }

func TestFamily(t *testing.T) {
	t.Parallel()
	h := open(t)
	c, stranger := h.citizen("081234567890", "Bu Siti"), h.citizen("081234567891", "Rina")
	if _, err := c.SaveProfile(ctx(), identity.SaveProfile{NIK: ptr(fatherNIK)}); err != nil {
		t.Fatal(err)
	}
	keys := 0
	add := func(m identity.NewMember) (identity.Saved, error) {
		keys++
		h.pass(time.Second)
		return c.AddMember(api.WithKey(ctx(), once(keys)), m)
	}
	saved, err := add(identity.NewMember{Name: "Dimas", Relation: identity.Child, Born: "2020-01-01", NIK: childNIK, BPJS: card})
	if err != nil || len(saved.Me.Family) != 1 || saved.Me.Family[0].NIK != "3515••••••••0000" {
		t.Fatalf("%+v %v", saved, err)
	}
	id := saved.Me.Family[0].ID
	_, err = add(identity.NewMember{Name: "Dimas lagi", Relation: identity.Child, Born: "2020-01-01", NIK: childNIK})
	want(t, err, "nik_twice")
	_, err = add(identity.NewMember{Name: "Saya sendiri", Relation: identity.Other, Born: "1968-08-05", NIK: fatherNIK})
	want(t, err, "nik_twice")
	_, err = c.SaveProfile(ctx(), identity.SaveProfile{NIK: ptr(childNIK)})
	want(t, err, "nik_twice")
	if saved, err = add(identity.NewMember{Name: "Bayi", Relation: identity.Child, Born: "2026-11-20"}); err != nil || len(saved.Me.Family) != 2 {
		t.Errorf("a newborn without a NIK: %v", err)
	}
	_, err = add(identity.NewMember{Name: "Belum lahir", Relation: identity.Child, Born: "2026-12-20"})
	want(t, err, "born_future")
	_, err = stranger.SaveMember(ctx(), identity.SaveMember{ID: id, Name: ptr("Dicuri")})
	want(t, err, "unknown")
	_, err = stranger.RemoveMember(ctx(), identity.ID{ID: id})
	want(t, err, "unknown")
	saved, err = c.SaveMember(ctx(), identity.SaveMember{ID: id, Name: ptr("Dimas Putra")})
	if err != nil || saved.Me.Family[0].Name != "Dimas Putra" || saved.Me.Family[0].BPJS == "" {
		t.Errorf("%+v %v", saved, err)
	}
	for err = nil; err == nil && keys < 100; {
		saved, err = add(identity.NewMember{Name: "Saudara", Relation: identity.Other, Born: "2000-01-01"})
	}
	want(t, err, "family_full")
	me, err := c.RemoveMember(ctx(), identity.ID{ID: id})
	if err != nil || len(me.Family) != identity.MostMembers-1 {
		t.Errorf("%d left, %v", len(me.Family), err)
	}
}

func TestExportAndClose(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Pak Hadi")
	officer := h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	if _, err := c.SaveProfile(ctx(), identity.SaveProfile{NIK: ptr(fatherNIK), BPJS: ptr(card)}); err != nil {
		t.Fatal(err)
	}
	if _, err := c.AddMember(api.WithKey(ctx(), "a-key-that-is-long-enough"), identity.NewMember{Name: "Dimas", Relation: identity.Child, Born: "2020-01-01", NIK: childNIK}); err != nil {
		t.Fatal(err)
	}
	me, _ := c.Me(ctx())
	if _, err := officer.OpenPerson(ctx(), identity.OpenPerson{ID: me.ID, Purpose: "Mencocokkan KTP"}); err != nil {
		t.Fatal(err)
	}
	e, err := c.Export(ctx())
	if err != nil {
		t.Fatal(err)
	}
	all, _ := json.Marshal(e)
	for _, part := range []string{fatherNIK, childNIK, card, "+6281234567890", "Mencocokkan KTP", "Dimas"} {
		if !strings.Contains(string(all), part) {
			t.Errorf("%s is not in the export", part)
		}
	}
	want(t, c.Close(ctx(), identity.Close{}), "required")
	if err := c.Close(ctx(), identity.Close{Sure: true}); err != nil {
		t.Fatal(err)
	}
	_, err = c.Me(ctx())
	want(t, err, "signin")
	_, err = officer.FindPerson(ctx(), identity.FindPerson{Number: "081234567890"})
	want(t, err, "unknown")
	_, err = officer.OpenPerson(ctx(), identity.OpenPerson{ID: me.ID, Purpose: "Mencocokkan KTP"})
	want(t, err, "unknown")
	h.pass(time.Hour)
	again := h.citizen("081234567890", "Orang lain dengan nomor bekas")
	fresh, err := again.Me(ctx())
	if err != nil || fresh.ID == me.ID || fresh.Profile.NIK != "" || len(fresh.Family) != 0 {
		t.Errorf("%+v %v", fresh, err)
	}
}

// A form that is filled in for a member of the family begins with what their
// house has in common, and calls whoever acts for them.
func TestWhatIsKnownOfAMember(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Bu Ajeng")
	kk, address := "3515081203150001", "Jalan Contoh 1"
	if _, err := c.SaveProfile(ctx(), identity.SaveProfile{KK: &kk, Address: &address}); err != nil {
		t.Fatal(err)
	}
	for i, of := range []identity.Relation{identity.Child, identity.Parent} {
		if _, err := c.AddMember(api.WithKey(ctx(), once(i)), identity.NewMember{Name: "Anggota " + string(of), Relation: of, Born: "2020-01-01"}); err != nil {
			t.Fatal(err)
		}
	}
	me, err := c.Me(ctx())
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range me.Family {
		name, known, err := h.svc.Known(ctx(), me.ID, m.ID)
		if err != nil || name != m.Name || known[form.FromName] != m.Name || known[form.FromPhone] != "+6281234567890" || known[form.FromNIK] != "" {
			t.Errorf("%s: %s %v %v", m.Relation, name, known, err)
		}
		if same := m.Relation == identity.Child; (known[form.FromKK] == kk) != same || (known[form.FromAddress] == address) != same {
			t.Errorf("%s lives at %q, card %q", m.Relation, known[form.FromAddress], known[form.FromKK])
		}
	}
}
