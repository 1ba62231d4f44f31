package inbox_test

import (
	"context"
	"encoding/json"
	"log/slog"
	"testing"
	"time"

	"github.com/uptrace/bun"

	callapi "rumah/server/api"
	"rumah/server/database"
	"rumah/server/dbtest"
	"rumah/server/inbox"
	"rumah/server/jobs"
	"rumah/server/message"
	"rumah/server/push"
	"rumah/server/push/pushtest"
	"rumah/server/vault"
	"rumah/shared/access"
	contract "rumah/shared/inbox"
	"rumah/shared/words"
)

// house is an inbox on a database of its own, with a push service beside it.
type house struct {
	*inbox.Service
	t       *testing.T
	db      *database.DB
	shop    *jobs.Shop
	service *pushtest.Service
}

var wib = time.FixedZone("WIB", 7*3600)

// open makes a house with people: siti and budi are citizens, rina looks
// after the agency dinas, wati too.
func open(t *testing.T, edit ...func(*inbox.Options)) *house {
	t.Helper()
	h := &house{t: t, db: dbtest.Open(t), service: pushtest.NewService()}
	t.Cleanup(h.service.Close)
	v, err := vault.New("a secret for tests that is long enough")
	if err != nil {
		t.Fatal(err)
	}
	keys, err := push.Keep(t.Context(), h.db, v)
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.DiscardHandler)
	h.shop = jobs.New(h.db, log)
	o := inbox.Options{
		Vault: v, Jobs: h.shop, Push: push.New(push.Options{Keys: keys, Contact: "https://contoh.id", Inside: true}), Ways: message.Ways{}, App: "Rumah", Origin: "https://contoh.id", Log: log,
		Device: func(context.Context) string { return "Chrome, Android" },
	}
	for _, e := range edit {
		e(&o)
	}
	h.Service = inbox.New(h.db, time.Now, wib, o)
	h.exec(`
INSERT INTO sources VALUES ('s', 's', 's', '2026-01-01', '', '');
INSERT INTO agencies (id, code, short, name, kind, parent_id, source_id) VALUES ('dinas', '1', 'D', 'Dinas Kesehatan', 'office', NULL, 's'), ('lain', '2', 'L', 'Dinas Lain', 'office', NULL, 's');
INSERT INTO people (id, kind, name, created_at) VALUES ('siti', 'citizen', 'Siti', now()), ('budi', 'citizen', 'Budi', now()), ('rina', 'staff', 'Rina', now()), ('wati', 'staff', 'Wati', now());
INSERT INTO sessions (id, token_hash, person_id, method, device, created_at, seen_at, expires_at)
SELECT id, sha256(id::bytea), id, 'code', '', now(), now(), now() + interval '1 day' FROM people`)
	return h
}

// start has the house do its work.
func (h *house) start() {
	h.t.Helper()
	if err := h.shop.Start(h.t.Context()); err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(h.shop.Stop)
}

func (h *house) exec(sql string, args ...any) {
	h.t.Helper()
	if _, err := h.db.Raw().Exec(context.Background(), sql, args...); err != nil {
		h.t.Fatalf("%s: %v", sql, err)
	}
}

func (h *house) text(sql string, args ...any) (text string) {
	h.t.Helper()
	if err := h.db.Raw().QueryRow(context.Background(), sql, args...).Scan(&text); err != nil {
		h.t.Fatalf("%s: %v", sql, err)
	}
	return text
}

// as is a request of somebody.
func (h *house) as(person string) context.Context {
	a := access.Actor{ID: person, Name: person, Session: person}
	if person == "rina" || person == "wati" {
		a.Staff, a.Grants = true, []access.Grant{{Role: access.Agency, Agency: "dinas"}}
	}
	return callapi.WithActor(h.t.Context(), a)
}

// browser subscribes a browser of somebody.
func (h *house) browser(person, name string) *pushtest.Browser {
	h.t.Helper()
	b, err := h.service.Browser(name)
	if err == nil {
		_, err = h.Subscribe(h.as(person), contract.Subscribe{Endpoint: b.Endpoint, P256DH: b.P256DH, Auth: b.Auth, New: true})
	}
	if err != nil {
		h.t.Fatal(err)
	}
	return b
}

// tell writes a note to somebody.
func (h *house) tell(person, key string, edit ...func(*inbox.Note)) {
	h.t.Helper()
	n := inbox.Note{
		Person: person, Kind: contract.TicketCalled, Thread: "ticket:1", Key: key, Link: "/antrean/1", At: time.Now().UTC(),
		Values: func(words.Lang) map[string]string {
			return map[string]string{"nomor": "A-041", "loket": "Ruang 3", "antrean": "Poli Anak", "tempat": "RSUD"}
		},
	}
	for _, e := range edit {
		e(&n)
	}
	err := h.db.RunInTx(h.t.Context(), nil, func(ctx context.Context, tx bun.Tx) error {
		_, err := h.Post(ctx, tx, n)
		return err
	})
	if err != nil {
		h.t.Fatal(err)
	}
}

// patience is how long a test waits for what must come, on a machine where
// everything else is tested at the same time.
const patience = 3 * time.Minute

// pushed are what a browser was told once it was told n times.
func (h *house) pushed(b *pushtest.Browser, name string, n int) []contract.Push {
	h.t.Helper()
	var list []contract.Push
	for _, a := range h.service.Wait(name, n, patience) {
		text, err := b.Decrypt(a.Body)
		var p contract.Push
		if err == nil {
			err = json.Unmarshal(text, &p)
		}
		if err != nil {
			h.t.Fatal(err)
		}
		list = append(list, p)
	}
	if len(list) < n {
		h.t.Fatalf("%s was told %d times, want %d", name, len(list), n)
	}
	return list
}
