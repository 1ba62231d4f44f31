package paper_test

import (
	"bytes"
	"context"
	"image"
	"image/jpeg"
	"testing"
	"time"

	"gocloud.dev/blob"
	"gocloud.dev/blob/memblob"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/dbtest"
	"rumah/server/paper"
	"rumah/server/vault"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/form"
	contract "rumah/shared/paper"
)

// house is a service on a database of its own, with two applications of
// Siti's: "surat" can be written on, "lama" cannot any more.
type house struct {
	*paper.Service
	t     testing.TB
	db    *database.DB
	store *blob.Bucket
	now   time.Time
	seen  []string // applications that officers looked into
}

// question is the one that is answered with files here.
var question = form.Question{ID: "ktp", Kind: form.Files, Accept: []string{"image/jpeg", "image/png", "image/webp", "application/pdf"}, Size: 2e6}

func open(t testing.TB) *house {
	t.Helper()
	h := &house{t: t, db: dbtest.Open(t), store: memblob.OpenBucket(nil), now: time.Date(2026, 11, 23, 2, 0, 0, 0, time.UTC)}
	t.Cleanup(func() { _ = h.store.Close() })
	v, err := vault.New("a secret for tests that is long enough")
	if err != nil {
		t.Fatal(err)
	}
	h.exec(`
INSERT INTO sources VALUES ('s', 's', 's', '2026-01-01', '', '');
INSERT INTO agencies (id, code, short, name, kind, parent_id, source_id) VALUES ('bebekan', '2', 'B', 'Kelurahan Bebekan', 'village', NULL, 's');
INSERT INTO schedules VALUES ('h', true, false, false, 's');
INSERT INTO places (id, name, kind, agency_id, address, phone, lon, lat, precision, schedule_id, aliases, around, source_id) VALUES
  ('kantor', 'Kantor Bebekan', 'village', 'bebekan', '', '', 0, 0, 'none', 'h', '', '', 's');
INSERT INTO services (id, agency_id, name, topic, version, content, published_at, own) VALUES ('domisili', 'bebekan', 'Surat domisili', 'letters', 1, '{}', now(), false);
INSERT INTO permit_services (service_id, version, definition, form, published_at) VALUES ('domisili', 1, '{}', '{}', now());
INSERT INTO people (id, kind, name, created_at) VALUES ('siti', 'citizen', 'Siti', now()), ('budi', 'citizen', 'Budi', now()), ('vera', 'staff', 'Vera', now());
INSERT INTO applications (id, service_id, edition, person_id, holder, agency_id, place_id, sealed, track_hash, head, created_at, saved_at, changed_at)
SELECT id, 'domisili', 1, 'siti', 'Siti', 'bebekan', 'kantor', '', id::bytea, '{"stage": "draft"}', now(), now(), now() FROM unnest(ARRAY['surat', 'lama']) id`)
	h.Service = paper.New(h.db, func() time.Time { return h.now }, paper.Options{
		Vault: v, Store: h.store, Question: h.ask,
		Reach: func(_ context.Context, application string) error {
			h.seen = append(h.seen, application)
			if application != "surat" {
				return fault.New(fault.Unknown, "unknown")
			}
			return nil
		},
	})
	return h
}

func (h *house) ask(ctx context.Context, application, id string) (form.Question, error) {
	switch {
	case api.Actor(ctx).ID != "siti" || application != "surat" && application != "lama":
		return form.Question{}, fault.New(fault.Unknown, "unknown")
	case application == "lama":
		return form.Question{}, fault.New(fault.Conflict, "permit_issued")
	case id != question.ID:
		return form.Question{}, fault.Wrong(fault.Field{Name: "question", Key: "choice"})
	}
	return question, nil
}

func (h *house) exec(sql string, args ...any) {
	h.t.Helper()
	if _, err := h.db.NewRaw(sql, args...).Exec(context.Background()); err != nil {
		h.t.Fatalf("%s: %v", sql, err)
	}
}

func (h *house) as(who string) context.Context {
	return api.WithActor(h.t.Context(), access.Actor{ID: who, Name: who, Staff: who == "vera"})
}

// photo is a picture of about a size in bytes.
func photo(t testing.TB, side int) []byte {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, side, side))
	for i := range m.Pix {
		m.Pix[i] = byte(i*i*31 + i>>7)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// begin begins a file of Siti's.
func (h *house) begin(data []byte, kind string) contract.Upload {
	h.t.Helper()
	u, err := h.Begin(h.as("siti"), contract.NewUpload{Application: "surat", Question: "ktp", Name: "KTP Siti.jpg", Type: kind, Size: int64(len(data))})
	if err != nil {
		h.t.Fatal(err)
	}
	return u
}

// send sends what is left of a file, in pieces.
func (h *house) send(u contract.Upload, data []byte, piece int) contract.Upload {
	h.t.Helper()
	for u.At < int64(len(data)) {
		var err error
		rest := data[u.At:]
		if u, err = h.Add(h.as("siti"), contract.Piece{ID: u.ID, At: u.At, Data: rest[:min(piece, len(rest))]}); err != nil {
			h.t.Fatal(err)
		}
	}
	return u
}

// kept is a file that was sent and looked into.
func (h *house) kept(data []byte) form.File {
	h.t.Helper()
	u := h.send(h.begin(data, "image/jpeg"), data, 1000)
	f, err := h.Finish(h.as("siti"), contract.ID{ID: u.ID})
	if err != nil {
		h.t.Fatal(err)
	}
	return f
}

// want fails unless an error is a fault with a key.
func want(t testing.TB, err error, key string) {
	t.Helper()
	f := fault.From(err)
	if err == nil || f.Key != key && (len(f.Fields) == 0 || f.Fields[0].Key != key) {
		t.Errorf("%v, want %s", err, key)
	}
}

// lying are the keys of all bytes that lie outside.
func (h *house) lying() (keys []string) {
	h.t.Helper()
	for list := h.store.List(nil); ; {
		o, err := list.Next(h.t.Context())
		if err != nil {
			return keys
		}
		keys = append(keys, o.Key)
	}
}
