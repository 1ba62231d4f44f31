package permitform_test

import (
	"context"
	"testing"
	"time"

	"rumah/server/api"
	"rumah/server/city"
	"rumah/server/database"
	"rumah/server/dbtest"
	"rumah/server/permit"
	"rumah/server/permitform"
	"rumah/server/vault"
	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
	"rumah/shared/form"
	flow "rumah/shared/permit"
	contract "rumah/shared/permitform"
)

var wib = time.FixedZone("WIB", 7*3600)

// house is the desk on a database of its own, beside the service whose forms
// it writes.
type house struct {
	*permitform.Service
	permits *permit.Service
	t       testing.TB
	db      *database.DB
	now     time.Time
}

var grants = map[string][]access.Grant{
	"ani":    {{Role: access.Agency, Agency: "desa"}},
	"budi":   {{Role: access.Agency, Agency: "desa"}},
	"dina":   {{Role: access.Agency, Agency: "dinas"}},
	"vera":   {{Role: access.Verifier, Agency: "bebekan"}},
	"lurah":  {{Role: access.Signer, Agency: "bebekan", Place: "kantor-bebekan"}},
	"dua":    {{Role: access.Verifier, Agency: "celep"}, {Role: access.Signer, Agency: "celep"}},
	"bupati": {{Role: access.Regency}},
}

func open(t testing.TB) *house {
	t.Helper()
	h := &house{t: t, db: dbtest.Open(t), now: time.Date(2026, 11, 23, 9, 0, 0, 0, wib)}
	clock := func() time.Time { return h.now }
	seal, err := vault.New("a secret for tests that is long enough")
	if err != nil {
		t.Fatal(err)
	}
	h.exec(`
INSERT INTO sources VALUES ('s', 's', 's', '2026-01-01', '', '');
INSERT INTO agencies (id, code, short, name, kind, parent_id, source_id) VALUES ('desa', '1', 'D', 'Kantor Desa', 'village', NULL, 's'), ('dinas', '2', 'N', 'Dinas', 'department', NULL, 's'),
  ('bebekan', '3', 'B', 'Kelurahan Bebekan', 'village', NULL, 's'), ('celep', '4', 'C', 'Kelurahan Celep', 'village', NULL, 's');
INSERT INTO schedules VALUES ('h', true, false, false, 's');
INSERT INTO spans SELECT 'h', day, 480, 960 FROM generate_series(1, 5) day;
INSERT INTO places (id, name, kind, agency_id, address, phone, lon, lat, precision, schedule_id, aliases, around, source_id) VALUES
  ('kantor-bebekan', 'Kantor Bebekan', 'village', 'bebekan', '', '', 0, 0, 'none', 'h', '', '', 's'), ('kantor-celep', 'Kantor Celep', 'village', 'celep', '', '', 0, 0, 'none', 'h', '', '', 's');
INSERT INTO services (id, agency_id, name, topic, version, content, published_at, own) VALUES
  ('sktm', 'desa', 'Surat tidak mampu', 'letters', 1, '{"places": [], "place_kinds": ["village"], "promise": {"amount": 1, "unit": "working_days"}, "fee": {"kind": "free"}}', now(), false),
  ('baru', 'desa', 'Akan datang', 'letters', 1, '{"places": ["kantor-celep"], "place_kinds": [], "promise": {"amount": 3, "unit": "working_days"}, "fee": {"kind": "levy"}}', now(), false),
  ('izin', 'dinas', 'Izin dinas', 'business', 1, '{"places": [], "place_kinds": []}', now(), false);
INSERT INTO people (id, kind, name, created_at) VALUES ('siti', 'citizen', 'Siti', now())`)
	for id, list := range grants {
		h.exec(`INSERT INTO people (id, kind, name, created_at) VALUES (?, 'staff', initcap(?), now())`, id, id)
		for i, g := range list {
			h.exec(`INSERT INTO grants (id, person_id, role, agency_id, place_id, granted_at) VALUES (? || ?, ?, ?, nullif(?, ''), nullif(?, ''), now())`, id, i, id, g.Role, g.Agency, g.Place)
		}
	}
	known := func(context.Context, string, string) (string, form.Profile, error) { return "Siti", nil, nil }
	h.permits = permit.New(h.db, clock, wib, permit.Options{Vault: seal, Known: known})
	h.Service = permitform.New(h.db, clock)
	return h
}

func (h *house) exec(sql string, args ...any) {
	h.t.Helper()
	if _, err := h.db.NewRaw(sql, args...).Exec(context.Background()); err != nil {
		h.t.Fatalf("%s: %v", sql, err)
	}
}

// as is a request of somebody.
func (h *house) as(who string) context.Context {
	list, staff := grants[who]
	return api.WithActor(h.t.Context(), access.Actor{ID: who, Name: who, Staff: staff, Grants: list})
}

// load loads the pack of these tests.
func (h *house) load(contents ...contract.Content) {
	h.t.Helper()
	pack := &city.Pack{}
	for _, c := range contents {
		pack.Permits = append(pack.Permits, city.Permit{Service: "sktm", Form: c.Form, Definition: c.Definition})
	}
	if err := permit.Import(h.t.Context(), h.db, pack); err != nil {
		h.t.Fatal(err)
	}
}

// letter is a form that asks some questions, and a way to a signature.
func letter(ids ...string) contract.Content {
	c := contract.Content{Form: form.Schema{Sections: []form.Section{{ID: "satu", Title: form.Text{ID: "Satu"}}}}, Definition: flow.Definition{
		Promise: catalogue.Promise{Amount: 1, Unit: catalogue.WorkingDays},
		Steps: []flow.Step{
			{ID: "berkas", Stage: flow.Documents, Roles: []access.Role{access.Verifier}},
			{ID: "tanda", Stage: flow.Signature, Roles: []access.Role{access.Signer}},
		},
	}}
	for _, id := range ids {
		c.Form.Sections[0].Questions = append(c.Form.Sections[0].Questions, form.Question{ID: id, Kind: form.Line, Label: form.Text{ID: id}, Required: true})
	}
	return c
}

// asked are the ids that an applicant is asked for now.
func (h *house) asked() (version int, ids []string) {
	h.t.Helper()
	o, err := h.permits.Offer(h.t.Context(), flow.ServiceID{Service: "sktm"})
	if err != nil {
		h.t.Fatal(err)
	}
	for _, q := range o.Form.Sections[0].Questions {
		ids = append(ids, q.ID)
	}
	return o.Version, ids
}

func (h *house) save(who string, save int, c contract.Content) contract.Edit {
	h.t.Helper()
	e, err := h.Save(h.as(who), contract.SaveDraft{Service: "sktm", Save: save, Note: "catatan", Content: c})
	if err != nil {
		h.t.Fatal(err)
	}
	return e
}

func refused(t testing.TB, err error, code fault.Code, key string) {
	t.Helper()
	if f := fault.From(err); f == nil || f.Code != code || f.Key != key && (len(f.Fields) == 0 || f.Fields[0].Key != key) {
		t.Errorf("want %s %s, got %v", code, key, err)
	}
}
