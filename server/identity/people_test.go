package identity_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"rumah/shared/access"
	"rumah/shared/api"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/identity"
)

// A NIK that cannot exist: its serial is 0000.
const (
	fatherNIK = "3515140508680000"
	childNIK  = "3515140101200000"
	familyKK  = "3515081201090000"
	card      = "0000039043765"
)

func ptr[T any](v T) *T { return &v }

func TestProfile(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Pak Hadi")
	var area string
	if err := h.db.NewRaw(`SELECT code FROM areas WHERE kind <> 'district' AND NOT removed ORDER BY code LIMIT 1`).Scan(ctx(), &area); err != nil {
		t.Fatal(err)
	}
	saved, err := c.SaveProfile(ctx(), identity.SaveProfile{NIK: ptr("3515 1405 0868 0000"), KK: ptr(familyKK), BPJS: ptr(card), Born: ptr(calendar.Date("1968-08-06")), Area: &area, Address: ptr("Jl. Melati 3")})
	if err != nil {
		t.Fatal(err)
	}
	p := saved.Me.Profile
	if p.NIK != "3515••••••••0000" || p.BPJS != "0000•••••3765" || p.KK != "3515••••••••0000" || p.Area != area || !strings.Contains(p.AreaName, ", Kec. ") {
		t.Errorf("%+v", p)
	}
	keys := []string{}
	for _, w := range saved.Warnings {
		keys = append(keys, w.Key)
	}
	if !slices.Equal(keys, []string{"nik_serial", "nik_born"}) {
		t.Errorf("warnings %v", keys)
	}
	for _, bad := range []struct {
		in  identity.SaveProfile
		key string
	}{
		{identity.SaveProfile{NIK: ptr("351514050868000")}, "nik_length"},
		{identity.SaveProfile{NIK: ptr("35151405O8680001")}, "nik_digits"},
		{identity.SaveProfile{NIK: ptr("3515142902010001")}, "nik_date"},
		{identity.SaveProfile{BPJS: ptr("39043765")}, "bpjs"},
		{identity.SaveProfile{KK: ptr("1")}, "kk"},
		{identity.SaveProfile{Born: ptr(calendar.Date("2031-01-01"))}, "born_future"},
		{identity.SaveProfile{Born: ptr(calendar.Date("31-01-1990"))}, "date"},
		{identity.SaveProfile{Area: ptr("99.99.99.9999")}, "areacode"},
		{identity.SaveProfile{Name: ptr("")}, "required"},
		{identity.SaveProfile{Name: ptr("x")}, "too_short"},
	} {
		_, err := c.SaveProfile(ctx(), bad.in)
		want(t, err, bad.key)
	}
	saved, err = c.SaveProfile(ctx(), identity.SaveProfile{KK: ptr("")})
	if err != nil || saved.Me.Profile.KK != "" || saved.Me.Profile.NIK == "" || saved.Me.Profile.Address != "Jl. Melati 3" {
		t.Errorf("%+v %v", saved.Me.Profile, err)
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

// The database alone tells nobody's numbers, name of street or birthday.
func TestNothingReadableIsStored(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Pak Hadi")
	if _, err := c.SaveProfile(ctx(), identity.SaveProfile{NIK: ptr(fatherNIK), KK: ptr(familyKK), BPJS: ptr(card), Born: ptr(calendar.Date("1968-08-05")), Address: ptr("Jl. Melati 3")}); err != nil {
		t.Fatal(err)
	}
	if _, err := c.AddMember(api.WithKey(ctx(), "a-key-that-is-long-enough"), identity.NewMember{Name: "Dimas", Relation: identity.Child, Born: "2020-01-01", NIK: childNIK}); err != nil {
		t.Fatal(err)
	}
	var tables []string
	if err := h.db.NewRaw(`SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`).Scan(ctx(), &tables); err != nil {
		t.Fatal(err)
	}
	if len(tables) < 15 {
		t.Fatalf("%d tables", len(tables))
	}
	for _, table := range tables {
		for _, secret := range []string{fatherNIK, childNIK, familyKK, card, "1968-08-05", "Melati", "81234567890"} {
			var n int
			if err := h.db.NewRaw(`SELECT count(*) FROM "`+table+`" t WHERE strpos(t::text, ?0) > 0 OR strpos(t::text, encode(convert_to(?0, 'UTF8'), 'hex')) > 0`, secret).Scan(ctx(), &n); err != nil {
				t.Fatal(err)
			}
			if n > 0 {
				t.Errorf("%s stands readable in %s", secret, table)
			}
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

// A role that is taken away is gone with the next call, on every device.
func TestRoleRemovedWhileSignedIn(t *testing.T) {
	t.Parallel()
	h := open(t)
	admin := h.staff("kepala@contoh.id", access.Agency, h.agencies[0])
	officer := h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	if _, err := officer.FindPerson(ctx(), identity.FindPerson{Number: "081234567890"}); fault.From(err).Code != fault.Unknown {
		t.Fatal(err)
	}
	list, err := admin.Staff(ctx(), identity.StaffFilter{Text: "rina"})
	if err != nil || len(list.Items) != 1 {
		t.Fatalf("%+v %v", list, err)
	}
	if _, err := admin.Revoke(ctx(), identity.GrantID{ID: officer.id, Grant: list.Items[0].Grants[0].ID}); err != nil {
		t.Fatal(err)
	}
	_, err = officer.FindPerson(ctx(), identity.FindPerson{Number: "081234567890"})
	want(t, err, "denied")
	if _, err := officer.Me(ctx()); err != nil {
		t.Error("the account itself stays:", err)
	}
	second := h.staff("wakil@contoh.id", access.Agency, h.agencies[0])
	open, err := second.Invite(ctx(), identity.Invite{Name: "Teman", Email: "teman@contoh.id", Role: access.Agency, Agency: h.agencies[0]})
	if err != nil {
		t.Fatal(err)
	}
	list, err = admin.Staff(ctx(), identity.StaffFilter{Text: "wakil"})
	if err != nil || len(list.Items) != 1 {
		t.Fatalf("%+v %v", list, err)
	}
	if _, err := admin.Revoke(ctx(), identity.GrantID{ID: second.id, Grant: list.Items[0].Grants[0].ID}); err != nil {
		t.Fatal(err)
	}
	_, token, _ := strings.Cut(open.Link, "#")
	_, err = h.phone().Invitation(ctx(), identity.Token{Token: token})
	want(t, err, "invitation_gone") // of somebody who may no longer invite
	own, _ := admin.Me(ctx())
	_, err = admin.Revoke(ctx(), identity.GrantID{ID: admin.id, Grant: own.Grants[0].ID})
	want(t, err, "own_role")
}

// An admin rules over one agency: others are not seen, not given roles in,
// and not reached by their ids.
func TestAnotherAgency(t *testing.T) {
	t.Parallel()
	h := open(t)
	ours, theirs := h.agencies[0], h.agencies[1]
	admin, other := h.staff("kepala@contoh.id", access.Agency, ours), h.staff("lain@contoh.id", access.Agency, theirs)
	worker := h.staff("rina@contoh.id", access.Verifier, theirs)
	regency := h.staff("bupati@contoh.id", access.Regency, "")
	list, err := admin.Staff(ctx(), identity.StaffFilter{})
	if err != nil || len(list.Items) != 1 || !list.Items[0].Self || len(list.Agencies) == 0 || slices.Contains(list.Roles, access.Regency) {
		t.Errorf("%+v %v", list, err)
	}
	for _, give := range []identity.NewGrant{
		{ID: admin.id, Role: access.Verifier, Agency: theirs},
		{ID: admin.id, Role: access.Verifier, Agency: ""},
		{ID: admin.id, Role: access.Regency, Agency: ours},
		{ID: admin.id, Role: access.Auditor, Agency: ours},
		{ID: admin.id, Role: access.Counter, Agency: ours, Place: h.places[theirs]},
	} {
		_, err := admin.Grant(ctx(), give)
		want(t, err, "role_scope")
	}
	_, err = admin.Grant(ctx(), identity.NewGrant{ID: worker.id, Role: access.Verifier, Agency: ours})
	want(t, err, "unknown")
	_, err = admin.Invite(ctx(), identity.Invite{Name: "Budi", Email: "b@contoh.id", Role: access.Counter, Agency: theirs})
	want(t, err, "role_scope")
	all, err := other.Staff(ctx(), identity.StaffFilter{})
	if err != nil || len(all.Items) != 2 {
		t.Fatalf("%+v %v", all, err)
	}
	for _, line := range all.Items {
		_, err = admin.Revoke(ctx(), identity.GrantID{ID: line.ID, Grant: line.Grants[0].ID})
		want(t, err, "unknown")
	}
	everybody, err := regency.Staff(ctx(), identity.StaffFilter{})
	if err != nil || len(everybody.Items) != 4 || !slices.Contains(everybody.Roles, access.Regency) {
		t.Errorf("%+v %v", everybody, err)
	}
	if _, err := regency.Grant(ctx(), identity.NewGrant{ID: worker.id, Role: access.Signer, Agency: ours}); err != nil {
		t.Error(err)
	}
	list, err = admin.Staff(ctx(), identity.StaffFilter{Text: "rina"})
	if err != nil || len(list.Items) != 1 || len(list.Items[0].Grants) != 1 || list.Items[0].Grants[0].Role != access.Signer {
		t.Errorf("an admin sees the roles in their own agency only: %+v %v", list, err)
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

// Staff are no citizens: a desk account has no profile and no family.
func TestStaffIsNoCitizen(t *testing.T) {
	t.Parallel()
	h := open(t)
	w := h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	_, err := w.SaveProfile(ctx(), identity.SaveProfile{NIK: ptr(fatherNIK)})
	want(t, err, "denied")
	_, err = w.Export(ctx())
	want(t, err, "denied")
	c := h.citizen("081234567890", "Siti")
	_, err = c.FindPerson(ctx(), identity.FindPerson{Number: "081234567890"})
	want(t, err, "denied")
	me, _ := w.Me(ctx())
	officer := h.staff("budi@contoh.id", access.Verifier, h.agencies[0])
	_, err = officer.OpenPerson(ctx(), identity.OpenPerson{ID: me.ID, Purpose: "Ingin tahu"})
	want(t, err, "unknown")
}
