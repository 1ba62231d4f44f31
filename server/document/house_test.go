package document_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"gocloud.dev/blob"
	"gocloud.dev/blob/memblob"

	"rumah/server/api"
	"rumah/server/city"
	"rumah/server/database"
	"rumah/server/dbtest"
	"rumah/server/document"
	"rumah/server/identity"
	"rumah/server/paper"
	"rumah/server/permit"
	"rumah/server/signer"
	"rumah/server/vault"
	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
	"rumah/shared/form"
	contract "rumah/shared/permit"
)

var wib = time.FixedZone("WIB", 7*3600)

// house is a service on a database of its own, with the permits that it issues
// documents of.
type house struct {
	*document.Service
	t       testing.TB
	db      *database.DB
	permits *permit.Service
	store   *blob.Bucket
	pen     *pen

	mu  sync.Mutex
	now time.Time
}

// pen is the house's own signer, until a test has it fail.
type pen struct {
	signer.Signer
	mu   sync.Mutex
	fail error
	made int
	gate chan struct{} // a signer who does not answer until it is shut; nil for one who does
}

func (p *pen) Sign(ctx context.Context, w signer.Wish) ([]byte, error) {
	if p.gate != nil {
		<-p.gate
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.made++
	if p.fail != nil {
		return nil, p.fail
	}
	return p.Signer.Sign(ctx, w)
}

func (p *pen) fails(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fail = err
}

var errBroken = errors.New("the pen is broken")

// grants are who works where.
var grants = map[string][]access.Grant{
	"vera":  {{Role: access.Verifier, Agency: "celep"}},
	"lurah": {{Role: access.Signer, Agency: "celep"}},
	"plh":   {{Role: access.Signer, Agency: "celep"}},
	"carla": {{Role: access.Signer, Agency: "jauh"}},
}

const (
	holder = "Siti Nur'aini Éka"
	nik    = "3515085203900001"
	origin = "https://rumah.example.id"
)

func open(t testing.TB) *house {
	t.Helper()
	h := &house{t: t, db: dbtest.Open(t), store: memblob.OpenBucket(nil), now: time.Date(2026, 11, 23, 9, 0, 0, 0, wib)}
	t.Cleanup(func() { _ = h.store.Close() })
	v, err := vault.New("a secret for tests that is long enough")
	if err != nil {
		t.Fatal(err)
	}
	h.exec(`
INSERT INTO sources VALUES ('s', 's', 's', '2026-01-01', '', '');
INSERT INTO agencies (id, code, short, name, kind, parent_id, source_id) VALUES ('celep', '438.7.1.8', 'Kel. Celep', 'Kelurahan Celep', 'village', NULL, 's'), ('jauh', '', 'Kec. Jauh Sekali', 'Kecamatan Jauh', 'district', NULL, 's');
INSERT INTO schedules VALUES ('h', true, false, false, 's');
INSERT INTO spans SELECT 'h', day, 480, 960 FROM generate_series(1, 5) day;
INSERT INTO areas (code, name, kind, parent, postal, old_name, removed, lon, lat, outline, x, y, x0, y0, x1, y1, source_id)
  SELECT code, name, kind, parent, '', '', false, 0, 0, '', 0, 0, 0, 0, 0, 0, 's' FROM (VALUES ('35.15.08', 'Kota', 'district', NULL), ('35.15.08.1005', 'Celep', 'kelurahan', '35.15.08')) a(code, name, kind, parent);
INSERT INTO places (id, name, kind, agency_id, address, phone, lon, lat, precision, schedule_id, aliases, around, source_id) VALUES
  ('kantor', 'Kantor Celep', 'village', 'celep', 'Jl. Raden Patah No. 1', '031-123', 0, 0, 'none', 'h', '', '', 's'), ('jauh', 'Kantor Jauh', 'district', 'jauh', '', '', 0, 0, 'none', 'h', '', '', 's');
INSERT INTO services (id, agency_id, name, topic, version, content, published_at, own) VALUES
  ('domisili', 'celep', 'Surat domisili', 'letters', 1, '{"places": ["kantor"], "place_kinds": []}', now(), false),
  ('lain', 'celep', 'Surat lain', 'letters', 1, '{"places": ["kantor"], "place_kinds": []}', now(), false);
INSERT INTO people (id, kind, name, created_at) VALUES ('siti', 'citizen', ?, now()), ('budi', 'citizen', 'Budi', now())`, holder)
	for id, list := range grants {
		h.exec(`INSERT INTO people (id, kind, name, created_at) VALUES (?, 'staff', initcap(?), now())`, id, id)
		for i, g := range list {
			h.exec(`INSERT INTO grants (id, person_id, role, agency_id, granted_at) VALUES (? || ?, ?, ?, ?, now())`, id, i, id, g.Role, g.Agency)
		}
	}
	h.permits = permit.New(h.db, h.clock, wib, permit.Options{Vault: v, Known: known, Glance: func(context.Context, identity.Look) error { return nil }})
	papers := paper.New(h.db, h.clock, paper.Options{Vault: v, Store: h.store, Question: h.permits.Question, Reach: h.permits.Reach})
	key, err := document.Keep(t.Context(), h.db, v, false, nil, "Kabupaten Contoh", h.now, wib)
	if err != nil {
		t.Fatal(err)
	}
	own, err := signer.NewOwn(key.Secret, key.Certificate)
	if err != nil {
		t.Fatal(err)
	}
	h.pen = &pen{Signer: own}
	h.Service = document.New(h.db, h.clock, wib, document.Options{
		Vault: v, Store: h.store, Signer: h.pen, Key: key, Region: "Kabupaten Contoh", Town: "Contoh", App: "Rumah", Origin: origin,
		Email: func(context.Context, string) (string, error) { return "lurah@contoh.go.id", nil },
		Reach: h.permits.Reach, See: h.permits.See, Adopt: papers.Adopt,
	})
	h.permits.Papers, h.permits.Documents = papers, h.Service
	h.load(letter("domisili", contract.Product{Class: "470", Title: "Surat Keterangan Domisili", Signer: "Lurah", Days: 90, Body: []string{
		"Yang bertanda tangan di bawah ini, {jabatan} {instansi}, menerangkan bahwa {nama}, NIK {nik}, berdomisili di {wilayah}.", "{isian}", "Berlaku sampai {berlaku}, keterangan lain {kosong}.",
	}}), letter("lain", contract.Product{}))
	return h
}

func (h *house) clock() time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.now
}

func (h *house) later(d time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.now = h.now.Add(d)
}

func known(context.Context, string, string) (string, form.Profile, error) {
	return holder, form.Profile{}, nil
}

// letter is a service with every kind of answer that a letter treats in its
// own way.
func letter(service string, p contract.Product) city.Permit {
	ask := func(id string, kind form.Kind) form.Question {
		return form.Question{ID: id, Kind: kind, Label: form.Text{ID: strings.ToUpper(id[:1]) + id[1:]}}
	}
	table := ask("anak", form.Table)
	table.Columns = []form.Question{ask("nama", form.Line), ask("asal", form.Area)}
	return city.Permit{Service: service, Form: form.Schema{Sections: []form.Section{{ID: "satu", Title: form.Text{ID: "Satu"}, Questions: []form.Question{
		ask("nama", form.Line), ask("nik", form.NIK), ask("wilayah", form.Area), ask("kosong", form.Line), table, ask("lampiran", form.Files), ask("benar", form.Statement),
	}}}}, Definition: contract.Definition{
		Promise: catalogue.Promise{Amount: 1, Unit: catalogue.WorkingDays}, Product: p,
		Steps: []contract.Step{
			{ID: "berkas", Stage: contract.Documents, Roles: []access.Role{access.Verifier}},
			{ID: "tanda", Stage: contract.Signature, Roles: []access.Role{access.Signer}},
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
		a.Staff, a.Grants, a.Name = true, list, "Bambang Éko, "+who
	}
	return api.WithActor(h.t.Context(), a)
}

// ready is an application of Siti's that waits for the signature.
func (h *house) ready(service string) string {
	h.t.Helper()
	a, err := h.permits.Start(h.as("siti"), contract.Start{Service: service})
	if err != nil {
		h.t.Fatal(err)
	}
	_, err = h.permits.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: form.Answers{
		"nama": {Text: holder}, "nik": {Text: nik}, "wilayah": {Text: "35.15.08.1005"}, "benar": {Text: "yes"},
		"anak": {Rows: []map[string]string{{"nama": "Dimas", "asal": "35.15.08.1005"}, {"nama": "Dwi"}}},
	}})
	if err != nil {
		h.t.Fatal(err)
	}
	h.act("vera", a.ID, contract.Act{Action: contract.Take})
	h.act("vera", a.ID, contract.Act{Action: contract.Pass})
	return a.ID
}

func (h *house) act(who, id string, act contract.Act) contract.File {
	h.t.Helper()
	f, err := h.try(who, id, act)
	if err != nil {
		h.t.Fatalf("%s by %s: %v", act.Action, who, err)
	}
	return f
}

func (h *house) try(who, id string, act contract.Act) (contract.File, error) {
	f, err := h.permits.Open(h.as(who), contract.ID{ID: id})
	if err != nil {
		return f, err
	}
	h.later(time.Minute)
	act.ID, act.Seen = id, f.Version
	return h.permits.Act(h.as(who), act)
}

// signed is a letter that was signed, and its number.
func (h *house) signed(service string) (application, number string) {
	h.t.Helper()
	id := h.ready(service)
	return id, h.act("lurah", id, contract.Act{Action: contract.Sign}).Head.Number
}

// want fails unless an error is a fault with a key.
func want(t testing.TB, err error, key string) {
	t.Helper()
	f := fault.From(err)
	if err == nil || f.Key != key && (len(f.Fields) == 0 || f.Fields[0].Key != key) {
		t.Errorf("%v, want %s", err, key)
	}
}
