package identity_test

import (
	"slices"
	"strings"
	"testing"

	"rumah/shared/api"
	"rumah/shared/calendar"
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
