package identity_test

import (
	"context"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"
	"github.com/uptrace/bun"

	"rumah/assets"
	"rumah/server/api"
	"rumah/server/city"
	"rumah/server/dbtest"
	service "rumah/server/identity"
	"rumah/server/inbox"
	"rumah/server/jobs"
	"rumah/server/message"
	"rumah/server/place"
	"rumah/server/vault"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/identity"
)

var wib = time.FixedZone("WIB", 7*3600)

// house is a server with nobody in it yet, a clock to turn, and all messages
// it sent.
type house struct {
	t        *testing.T
	db       *bun.DB
	svc      *service.Service
	url      string
	http     *httptest.Server
	agencies []string // with a place each
	places   map[string]string

	mu   sync.Mutex
	at   time.Time
	sent []message.Message
}

func (h *house) now() time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.at
}

func (h *house) pass(d time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.at = h.at.Add(d)
}

// Send implements message.Sender.
func (h *house) Send(_ context.Context, m message.Message) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.sent = append(h.sent, m)
	return nil
}

func (h *house) last() message.Message {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.sent[len(h.sent)-1]
}

// inUse is the first pack people use, which no test changes.
var inUse = sync.OnceValues(func() (*city.Pack, error) {
	packs, err := fs.ReadDir(assets.FS, "city")
	if err != nil {
		return nil, err
	}
	folder, err := fs.Sub(assets.FS, "city/"+packs[0].Name())
	if err != nil {
		return nil, err
	}
	return city.Load(folder)
})

func open(t *testing.T) *house {
	t.Helper()
	return openAs(t, "")
}

// openAs is a house that takes itself for another address, one with a name:
// passkeys belong to names.
func openAs(t *testing.T, origin string) *house {
	t.Helper()
	db := dbtest.Open(t)
	h := &house{t: t, db: db.DB, at: time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC), places: map[string]string{}}
	pack, err := inUse()
	if err != nil {
		t.Fatal(err)
	}
	if err := place.Import(context.Background(), h.db, pack); err != nil {
		t.Fatal(err)
	}
	for _, p := range pack.Places {
		if h.places[p.Agency] == "" {
			h.places[p.Agency] = p.ID
			h.agencies = append(h.agencies, p.Agency)
		}
	}
	v, err := vault.New("a key of thirty-two letters, or more")
	if err != nil {
		t.Fatal(err)
	}
	var door http.Handler
	h.http = httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { door.ServeHTTP(w, r) }))
	t.Cleanup(h.http.Close)
	h.url = h.http.URL
	if origin == "" {
		origin = h.url
	}
	h.svc = service.New(h.db, h.now, wib, service.Options{Vault: v, Send: h, App: "Rumah Contoh", Origin: origin, Demo: true,
		IP: func(context.Context) netip.Addr { return netip.MustParseAddr("10.1.2.3") }, Log: slog.New(slog.DiscardHandler)})
	h.svc.Inbox = inbox.New(db, h.now, wib, inbox.Options{Vault: v, Jobs: jobs.New(db, slog.New(slog.DiscardHandler)), App: "Rumah Contoh"})
	m := api.New(api.Config{Guard: h.svc, Audit: h.svc, Once: api.Keys{DB: h.db, Vault: v}})
	service.Mount(m, h.svc)
	door = h.svc.Door(m)
	return h
}

// phone is a browser that has not been here before.
func (h *house) phone() identity.Client {
	jar, _ := cookiejar.New(nil) // never fails
	client := *h.http.Client()
	client.Jar = jar
	return identity.Client{Caller: api.HTTP{Base: h.url, Client: &client}}
}

func ctx() context.Context { return context.Background() }

// citizen signs somebody in by code.
func (h *house) citizen(number, name string) identity.Client {
	h.t.Helper()
	c := h.phone()
	sent, err := c.AskCode(ctx(), identity.AskCode{Phone: number})
	if err != nil {
		h.t.Fatal(err)
	}
	if _, err := c.EnterCode(ctx(), identity.EnterCode{ID: sent.ID, Code: sent.Hint}); err != nil {
		h.t.Fatal(err)
	}
	if _, err := c.SaveProfile(ctx(), identity.SaveProfile{Name: &name}); err != nil {
		h.t.Fatal(err)
	}
	return c
}

const password = "kata sandi yang panjang"

// worker is a member of staff: who invited them, and how they come in again.
type worker struct {
	identity.Client
	id, email, secret string
}

// staff makes an account with one role, the way a city is begun.
func (h *house) staff(email string, role access.Role, agency string) worker {
	h.t.Helper()
	token, err := h.svc.Found(ctx(), identity.Invite{Name: "Petugas " + email, Email: email, Role: role, Agency: agency})
	if err != nil {
		h.t.Fatal(err)
	}
	return h.accept(email, token)
}

func (h *house) accept(email, token string) worker {
	h.t.Helper()
	c := h.phone()
	invited, err := c.Invitation(ctx(), identity.Token{Token: token})
	if err != nil {
		h.t.Fatal(err)
	}
	secret := strings.ReplaceAll(invited.Secret, " ", "")
	in, err := c.Accept(ctx(), identity.Accept{Token: token, Password: password, Code: h.code(secret)})
	if err != nil {
		h.t.Fatal(err)
	}
	if !in.Viewer.Staff {
		h.t.Fatalf("%+v is no staff", in)
	}
	return worker{c, in.Viewer.ID, email, secret}
}

func (h *house) code(secret string) string {
	h.t.Helper()
	code, err := totp.GenerateCode(secret, h.now())
	if err != nil {
		h.t.Fatal(err)
	}
	return code
}

// want fails unless err is a fault with the key, of the whole or of a field.
func want(t *testing.T, err error, key string) {
	t.Helper()
	f := fault.From(err)
	if f == nil {
		t.Errorf("no fault, want %s", key)
		return
	}
	if f.Key == key {
		return
	}
	for _, field := range f.Fields {
		if field.Key == key {
			return
		}
	}
	t.Errorf("%v, want %s", f, key)
}

// count is a number the database knows.
func (h *house) count(sql string, args ...any) (n int) {
	h.t.Helper()
	if err := h.db.NewRaw(sql, args...).Scan(ctx(), &n); err != nil {
		h.t.Fatal(err)
	}
	return n
}
