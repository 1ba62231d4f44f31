package permit_test

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"gocloud.dev/blob/memblob"

	"rumah/server/api"
	"rumah/server/city"
	"rumah/server/database"
	"rumah/server/dbtest"
	"rumah/server/identity"
	"rumah/server/inbox"
	"rumah/server/jobs"
	"rumah/server/paper"
	"rumah/server/permit"
	"rumah/server/vault"
	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
	"rumah/shared/form"
	contract "rumah/shared/permit"
)

var wib = time.FixedZone("WIB", 7*3600)

// What an officer of another office, and whoever holds a tracking code, must
// never read.
const (
	holder = "Siti Rahasia"
	nik    = "3515085203900001"
)

// house is a service on a database of its own, with a kelurahan, one that is
// none of its business, and an office that asks for a fee.
type house struct {
	*permit.Service
	t     testing.TB
	db    *database.DB
	vault *vault.Vault
	paper *paper.Service
	now   time.Time
}

// grants are who works where.
var grants = map[string][]access.Grant{
	"vera":   {{Role: access.Verifier, Agency: "bebekan"}},
	"vino":   {{Role: access.Verifier, Agency: "bebekan"}},
	"dua":    {{Role: access.Verifier, Agency: "bebekan"}, {Role: access.Signer, Agency: "bebekan"}},
	"lurah":  {{Role: access.Signer, Agency: "bebekan", Place: "kantor-bebekan"}},
	"camat":  {{Role: access.Agency, Agency: "taman"}},
	"carla":  {{Role: access.Verifier, Agency: "celep"}},
	"dina":   {{Role: access.Verifier, Agency: "dinas"}},
	"cici":   {{Role: access.Counter, Agency: "dinas"}},
	"sinta":  {{Role: access.Signer, Agency: "dinas"}},
	"bupati": {{Role: access.Regency}},
}

func open(t testing.TB) *house {
	t.Helper()
	h := &house{t: t, db: dbtest.Open(t), now: time.Date(2026, 11, 23, 9, 0, 0, 0, wib)} // a Monday
	var err error
	if h.vault, err = vault.New("a secret for tests that is long enough"); err != nil {
		t.Fatal(err)
	}
	h.exec(`
INSERT INTO sources VALUES ('s', 's', 's', '2026-01-01', '', '');
INSERT INTO agencies (id, code, short, name, kind, parent_id, source_id) VALUES ('taman', '1', 'T', 'Kecamatan Taman', 'district', NULL, 's'),
  ('bebekan', '2', 'B', 'Kelurahan Bebekan', 'village', 'taman', 's'), ('celep', '3', 'C', 'Kelurahan Celep', 'village', NULL, 's'), ('dinas', '4', 'D', 'Dinas Reklame', 'department', NULL, 's');
INSERT INTO schedules VALUES ('h', true, false, false, 's');
INSERT INTO spans SELECT 'h', day, 480, 960 FROM generate_series(1, 5) day;
INSERT INTO days_off (date, name, kind, source_id) VALUES ('2026-11-24', 'Libur', 'holiday', 's');
INSERT INTO places (id, name, kind, agency_id, address, phone, lon, lat, precision, schedule_id, aliases, around, source_id) VALUES
  ('kantor-bebekan', 'Kantor Bebekan', 'village', 'bebekan', '', '', 0, 0, 'none', 'h', '', '', 's'), ('kantor-celep', 'Kantor Celep', 'village', 'celep', '', '', 0, 0, 'none', 'h', '', '', 's'),
  ('loket-dinas', 'Loket Dinas', 'agency', 'dinas', '', '', 0, 0, 'none', 'h', '', '', 's');
INSERT INTO services (id, agency_id, name, topic, version, content, published_at, own) VALUES
  ('domisili', 'taman', 'Surat domisili', 'letters', 1, '{"places": [], "place_kinds": ["village"]}', now(), false),
  ('reklame', 'dinas', 'Izin reklame', 'business', 1, '{"places": ["loket-dinas"], "place_kinds": []}', now(), false);
INSERT INTO people (id, kind, name, created_at) VALUES ('siti', 'citizen', '` + holder + `', now()), ('budi', 'citizen', 'Budi', now());
INSERT INTO members (id, person_id, relation, name, sealed, created_at) VALUES ('dimas', 'siti', 'child', 'Dimas Rahasia', '', now())`)
	for id, list := range grants {
		h.exec(`INSERT INTO people (id, kind, name, created_at) VALUES (?, 'staff', initcap(?), now())`, id, id)
		for i, g := range list {
			h.exec(`INSERT INTO grants (id, person_id, role, agency_id, place_id, granted_at) VALUES (? || ?, ?, ?, nullif(?, ''), nullif(?, ''), now())`, id, i, id, g.Role, g.Agency, g.Place)
		}
	}
	log := slog.New(slog.DiscardHandler)
	clock := func() time.Time { return h.now }
	told := inbox.New(h.db, clock, wib, inbox.Options{Vault: h.vault, Jobs: jobs.New(h.db, log), App: "Rumah", Log: log})
	people := identity.New(h.db, clock, wib, identity.Options{Vault: h.vault, Log: log, Inbox: told})
	h.Service = permit.New(h.db, clock, wib, permit.Options{Vault: h.vault, Inbox: told, Known: known, Look: people.Look, Glance: people.Glance})
	store := memblob.OpenBucket(nil)
	t.Cleanup(func() { _ = store.Close() })
	h.paper = paper.New(h.db, clock, paper.Options{Vault: h.vault, Store: store, Question: h.Question, Reach: h.ReachPapers})
	h.Papers = h.paper
	h.load(domisili(), reklame())
	return h
}

func known(_ context.Context, person, member string) (string, form.Profile, error) {
	switch {
	case member == "dimas" && person == "siti":
		return "Dimas Rahasia", form.Profile{form.FromName: "Dimas Rahasia"}, nil
	case member != "":
		return "", nil, fault.Wrong(fault.Field{Name: "member", Key: "choice"})
	case person == "siti":
		return holder, form.Profile{form.FromName: holder, form.FromNIK: nik}, nil
	}
	return "Budi", form.Profile{form.FromName: "Budi"}, nil
}

// question is one that is asked in these tests.
func question(id string, kind form.Kind, prefill form.Source) form.Question {
	return form.Question{ID: id, Kind: kind, Label: form.Text{ID: id}, Required: true, Prefill: prefill}
}

func schema(more ...form.Question) form.Schema {
	return form.Schema{Sections: []form.Section{{ID: "satu", Title: form.Text{ID: "Satu"},
		Questions: append([]form.Question{question("nama", form.Line, form.FromName), question("nik", form.NIK, form.FromNIK), question("untuk", form.Line, "")}, more...)}}}
}

func domisili() city.Permit {
	return city.Permit{Service: "domisili", Form: schema(), Definition: contract.Definition{
		Promise: catalogue.Promise{Amount: 1, Unit: catalogue.WorkingDays}, Correct: 3,
		Steps: []contract.Step{
			{ID: "berkas", Stage: contract.Documents, Roles: []access.Role{access.Verifier}},
			{ID: "tanda", Stage: contract.Signature, Roles: []access.Role{access.Signer}, Name: form.Text{ID: "Tanda tangan lurah"}},
		},
	}}
}

func reklame() city.Permit {
	return city.Permit{Service: "reklame", Form: schema(question("luas", form.Number, "")), Definition: contract.Definition{
		Promise: catalogue.Promise{Amount: 3, Unit: catalogue.WorkingDays}, Complete: true, Fee: contract.Fee{Kind: catalogue.Levy, Formula: "25000 * luas"},
		Steps: []contract.Step{
			{ID: "berkas", Stage: contract.Documents, Roles: []access.Role{access.Verifier}},
			{ID: "tarif", Stage: contract.Assessment},
			{ID: "bayar", Stage: contract.Payment, Roles: []access.Role{access.Counter}},
			{ID: "tanda", Stage: contract.Signature, Roles: []access.Role{access.Signer}},
			{ID: "terbit", Stage: contract.Issuing},
		},
	}}
}

func (h *house) load(permits ...city.Permit) {
	h.t.Helper()
	for _, p := range permits {
		if err := p.Definition.Check(&p.Form); err != nil {
			h.t.Fatal(err)
		}
	}
	if err := permit.Import(h.t.Context(), h.db, &city.Pack{Permits: permits}); err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) exec(sql string, args ...any) {
	h.t.Helper()
	if _, err := h.db.NewRaw(sql, args...).Exec(context.Background()); err != nil {
		h.t.Fatalf("%s: %v", sql, err)
	}
}

func (h *house) text(sql string, args ...any) (text string) {
	h.t.Helper()
	if err := h.db.NewRaw(sql, args...).Scan(context.Background(), &text); err != nil {
		h.t.Fatalf("%s: %v", sql, err)
	}
	return text
}

// as is a request of somebody.
func (h *house) as(who string) context.Context {
	a := access.Actor{ID: who, Name: who}
	if list, staff := grants[who]; staff {
		a.Staff, a.Grants = true, list
	}
	return api.WithActor(h.t.Context(), a)
}

// begin begins an application of Siti's and fills it in.
func (h *house) begin(start contract.Start) (contract.Application, form.Answers) {
	h.t.Helper()
	a, err := h.Start(h.as("siti"), start)
	if err != nil {
		h.t.Fatal(err)
	}
	answers := form.Answers{"nama": {Text: holder}, "nik": {Text: nik}, "untuk": {Text: "membuka rekening"}}
	if start.Service == "reklame" {
		answers["luas"] = form.Answer{Text: "4"}
	}
	return a, answers
}

// sent is a letter of Siti's that was sent to Bebekan.
func (h *house) sent() contract.Application {
	h.t.Helper()
	a, answers := h.begin(contract.Start{Service: "domisili", Place: "kantor-bebekan"})
	a, err := h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers})
	if err != nil {
		h.t.Fatal(err)
	}
	return a
}

// act does something on what is there now.
func (h *house) act(who, id string, act contract.Act) contract.File {
	h.t.Helper()
	f, err := h.try(who, id, act)
	if err != nil {
		h.t.Fatalf("%s by %s: %v", act.Action, who, err)
	}
	return f
}

func (h *house) try(who, id string, act contract.Act) (contract.File, error) {
	f, err := h.Open(h.as(who), contract.ID{ID: id})
	if err != nil {
		return f, err
	}
	h.now = h.now.Add(time.Minute)
	act.ID, act.Seen = id, f.Version
	return h.Act(h.as(who), act)
}

// want fails unless an error is a fault with a key.
func want(t testing.TB, err error, key string) {
	t.Helper()
	f := fault.From(err)
	if err == nil || f.Key != key && (len(f.Fields) == 0 || f.Fields[0].Key != key) {
		t.Errorf("%v, want %s", err, key)
	}
}

// told are the kinds and texts of what somebody was told.
func (h *house) told(who string) string {
	return h.text(`SELECT coalesce(string_agg(kind || ': ' || subject || ' ' || body, chr(10) ORDER BY id), '') FROM messages WHERE person_id = ?`, who)
}
