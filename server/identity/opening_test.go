package identity_test

import (
	"strings"
	"testing"

	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/identity"
)

// A citizen whose numbers were just compared with the KTP cannot slip others
// under the officer's finger.
func TestOnlyWhatWasSeenIsVerified(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Pak Hadi")
	officer := h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	if _, err := c.SaveProfile(ctx(), identity.SaveProfile{NIK: ptr(fatherNIK)}); err != nil {
		t.Fatal(err)
	}
	me, _ := c.Me(ctx())
	look := func() {
		t.Helper()
		if _, err := officer.OpenPerson(ctx(), identity.OpenPerson{ID: me.ID, Purpose: "Mencocokkan KTP"}); err != nil {
			t.Fatal(err)
		}
	}
	look()
	if _, err := c.SaveProfile(ctx(), identity.SaveProfile{NIK: ptr(childNIK)}); err != nil {
		t.Fatal(err)
	}
	_, err := officer.VerifyPerson(ctx(), identity.ID{ID: me.ID})
	want(t, err, "open_first")
	if me, _ = c.Me(ctx()); me.Level != identity.ByPhone {
		t.Error("a NIK that nobody saw was verified")
	}
	look()
	if card, err := officer.VerifyPerson(ctx(), identity.ID{ID: me.ID}); err != nil || card.Level != identity.ByNIK {
		t.Errorf("%+v %v", card, err)
	}
}

// Finding somebody tells where they live no more than what else is theirs.
func TestFindingIsNotOpening(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Pak Hadi")
	officer := h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	var area string
	if err := h.db.NewRaw(`SELECT code FROM areas WHERE kind <> 'district' AND NOT removed ORDER BY code LIMIT 1`).Scan(ctx(), &area); err != nil {
		t.Fatal(err)
	}
	if _, err := c.SaveProfile(ctx(), identity.SaveProfile{NIK: ptr(fatherNIK), Born: ptr(calendar.Date("1968-08-05")), Area: &area, Address: ptr("Jl. Melati 3")}); err != nil {
		t.Fatal(err)
	}
	card, err := officer.FindPerson(ctx(), identity.FindPerson{Number: "081234567890"})
	if p := card.Profile; err != nil || p.Area != "" || p.AreaName != "" || p.Born != "" || p.Address != "" {
		t.Errorf("%+v %v", card, err)
	}
	opened, err := officer.OpenPerson(ctx(), identity.OpenPerson{ID: card.ID, Purpose: "Mencocokkan KTP"})
	if err != nil || opened.Card.Profile.Area != area || opened.Card.Profile.AreaName == "" || opened.NIK != fatherNIK {
		t.Errorf("%+v %v", opened, err)
	}
	if n := h.count(`SELECT count(*) FROM openings`); n != 1 {
		t.Errorf("%d openings", n)
	}
}

// The logs stay even when what they refer to is emptied.
func TestLogsOutliveTheirPeople(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	for _, sql := range []string{`TRUNCATE people CASCADE`, `TRUNCATE agencies CASCADE`, `TRUNCATE audit_log CASCADE`, `DELETE FROM people`} {
		if _, err := h.db.ExecContext(ctx(), sql); err == nil {
			t.Errorf("%s went through", sql)
		}
	}
}

// An officer finds a citizen masked, opens the numbers with a purpose that
// the citizen reads, and only then may say that they are right.
func TestVerification(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Pak Hadi")
	officer := h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	card, err := officer.FindPerson(ctx(), identity.FindPerson{Number: "0812-3456-7890"})
	if err != nil || card.Name != "Pak Hadi" || card.Phone != "0812-••••-7890" {
		t.Fatalf("%+v %v", card, err)
	}
	_, err = officer.VerifyPerson(ctx(), identity.ID{ID: card.ID})
	want(t, err, "nothing_to_verify")
	if _, err := c.SaveProfile(ctx(), identity.SaveProfile{NIK: ptr(fatherNIK), Born: ptr(calendar.Date("1968-08-05"))}); err != nil {
		t.Fatal(err)
	}
	_, err = officer.VerifyPerson(ctx(), identity.ID{ID: card.ID})
	want(t, err, "open_first")
	_, err = officer.OpenPerson(ctx(), identity.OpenPerson{ID: card.ID, Purpose: "x"})
	want(t, err, "too_short")
	open, err := officer.OpenPerson(ctx(), identity.OpenPerson{ID: card.ID, Purpose: "Mencocokkan KTP di loket 2"})
	if err != nil || open.NIK != fatherNIK || open.Born != "1968-08-05" {
		t.Fatalf("%+v %v", open, err)
	}
	seen, err := c.Opened(ctx(), identity.OpenedPage{})
	if err != nil || len(seen.Items) != 1 || seen.Items[0].Purpose != "Mencocokkan KTP di loket 2" || seen.Items[0].Agency == "" || seen.Items[0].Who == "" {
		t.Fatalf("%+v %v", seen, err)
	}
	card, err = officer.VerifyPerson(ctx(), identity.ID{ID: card.ID})
	if err != nil || card.Level != identity.ByNIK {
		t.Fatalf("%+v %v", card, err)
	}

	impostor := h.citizen("081234567899", "Bukan Hadi")
	if _, err := impostor.SaveProfile(ctx(), identity.SaveProfile{NIK: ptr(fatherNIK)}); err != nil {
		t.Fatal("a claim is not refused, it is not believed:", err)
	}
	found, err := officer.FindPerson(ctx(), identity.FindPerson{Number: fatherNIK})
	if err != nil || found.ID != card.ID {
		t.Errorf("the NIK leads to %+v", found)
	}
	me, _ := impostor.Me(ctx())
	if _, err := officer.OpenPerson(ctx(), identity.OpenPerson{ID: me.ID, Purpose: "Mencocokkan KTP"}); err != nil {
		t.Fatal(err)
	}
	_, err = officer.VerifyPerson(ctx(), identity.ID{ID: me.ID})
	want(t, err, "nik_taken")

	saved, err := c.SaveProfile(ctx(), identity.SaveProfile{NIK: ptr(childNIK)})
	if err != nil || saved.Me.Level != identity.ByPhone {
		t.Errorf("a new NIK kept the old level: %+v %v", saved.Me.Level, err)
	}
}

// An officer who opens one NIK after another is stopped, and it is written
// down where they cannot reach it.
func TestOpeningOneAfterAnother(t *testing.T) {
	t.Parallel()
	h := open(t)
	officer := h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	auditor := h.staff("audit@contoh.id", access.Auditor, "")
	c := h.citizen("081234567890", "Pak Hadi")
	me, _ := c.Me(ctx())
	opened := 0
	for range 40 {
		_, err := officer.OpenPerson(ctx(), identity.OpenPerson{ID: me.ID, Purpose: "Ingin tahu saja"})
		if err == nil {
			opened++
			continue
		}
		want(t, err, "opened_many")
	}
	if opened != 15 {
		t.Errorf("%d opened", opened)
	}
	seen, err := c.Opened(ctx(), identity.OpenedPage{})
	if err != nil || len(seen.Items) != opened {
		t.Errorf("the citizen sees %d of %d, %v", len(seen.Items), opened, err)
	}
	log, err := auditor.Audit(ctx(), identity.AuditFilter{Alarm: true})
	if err != nil || len(log.Items) != 25 || log.Items[0].Who == "" || log.Items[0].Alarm != "opened_many" {
		t.Errorf("%d alarms, %v", len(log.Items), err)
	}
	_, err = officer.Audit(ctx(), identity.AuditFilter{})
	want(t, err, "denied")
	log, err = auditor.Audit(ctx(), identity.AuditFilter{Text: "identity.OpenPerson"})
	if err != nil || len(log.Items) != 50 || log.Next == "" {
		t.Errorf("%d lines, %v", len(log.Items), err)
	}
}

func TestLogsAreAppendOnly(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	for _, sql := range []string{
		`UPDATE audit_log SET who = 'x'`, `DELETE FROM audit_log`, `TRUNCATE audit_log`,
		`UPDATE openings SET purpose = 'x'`, `DELETE FROM openings`, `TRUNCATE openings`,
	} {
		if _, err := h.db.ExecContext(ctx(), sql); err == nil || !strings.Contains(err.Error(), "append-only") {
			t.Errorf("%s: %v", sql, err)
		}
	}
}
