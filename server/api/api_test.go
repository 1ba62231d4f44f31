package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"

	"rumah/server/api"
	"rumah/server/api/apitest"
	served "rumah/server/api/fixture"
	"rumah/server/dbtest"
	"rumah/server/vault"
	"rumah/shared/access"
	shared "rumah/shared/api"
	"rumah/shared/codegen/fixture"
	"rumah/shared/fault"
)

// shop lends things; it remembers what reached it.
type shop struct {
	loans  atomic.Int64
	filter fixture.Filter
	id     string
	photos fixture.Photos
	piece  fixture.Piece
	fail   error
}

func (s *shop) List(_ context.Context, f fixture.Filter) (fixture.Page, error) {
	s.filter = f
	return fixture.Page{Items: []fixture.Thing{}}, s.fail
}
func (s *shop) Get(_ context.Context, id fixture.ID) (fixture.Thing, error) {
	s.id = id.ID
	return fixture.Thing{ID: id.ID}, s.fail
}
func (s *shop) Read(context.Context, fixture.ManualPage) (fixture.Thing, error) {
	return fixture.Thing{}, s.fail
}
func (s *shop) Lend(context.Context, fixture.NewLoan) (fixture.Loan, error) {
	return fixture.Loan{}, s.fail
}
func (s *shop) Reserve(ctx context.Context, _ fixture.ID) (fixture.Loan, error) {
	return fixture.Loan{Code: shared.Key(ctx)}, s.fail
}
func (s *shop) Ask(_ context.Context, q fixture.Question) (fixture.Loan, error) {
	if q.Text == "please panic now" {
		panic("asked to")
	}
	if s.fail != nil {
		return fixture.Loan{}, s.fail
	}
	n := s.loans.Add(1)
	return fixture.Loan{Code: strings.Repeat("L", int(n))}, nil
}
func (s *shop) Show(_ context.Context, p fixture.Photos) (fixture.Thing, error) {
	s.photos = p
	return fixture.Thing{ID: p.ID}, s.fail
}
func (s *shop) Scan(_ context.Context, p fixture.Piece) (fixture.Thing, error) {
	s.piece = p
	return fixture.Thing{}, s.fail
}

func (s *shop) Drawing(context.Context, fixture.ID) (shared.File, error) {
	return shared.File{Name: "denah rumah.png", Type: "image/png", Data: []byte("\x89PNG\x00\xff")}, s.fail
}

func (s *shop) Replace(context.Context, fixture.Replacement) (fixture.Thing, error) {
	return fixture.Thing{}, s.fail
}
func (s *shop) Edit(context.Context, fixture.Edit) (fixture.Thing, error) {
	return fixture.Thing{}, s.fail
}
func (s *shop) Remove(context.Context, fixture.ID) error     { return s.fail }
func (s *shop) Import(context.Context, fixture.Import) error { return s.fail }
func (s *shop) Count(context.Context) (fixture.Count, error) { return fixture.Count{}, s.fail }
func (s *shop) Close(context.Context) error                  { return s.fail }

// badges is a guard that believes what a header says; for tests only.
type badges struct{}

func (badges) Actor(r *http.Request) (access.Actor, error) {
	role := r.Header.Get("X-Role")
	if role == "" || role == string(access.Anyone) {
		return access.Actor{}, nil
	}
	return acting("a-"+role, access.Role(role)), nil
}

func safe(t *testing.T) *vault.Vault {
	t.Helper()
	v, err := vault.New("a key of thirty-two letters, or more")
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// acting is somebody who holds one role everywhere.
func acting(id string, role access.Role) access.Actor {
	a := access.Actor{ID: id}
	if slices.Contains(access.StaffRoles, role) {
		a.Staff, a.Grants = true, []access.Grant{{Role: role}}
	}
	return a
}

func serve(t *testing.T, guard api.Guard, s *shop) (*httptest.Server, fixture.Client) {
	t.Helper()
	m := api.New(api.Config{Guard: guard, Once: api.Keys{DB: dbtest.DB(t), Vault: safe(t)}, Ref: func(context.Context) string { return "REF1" }})
	served.Mount(m, s)
	server := httptest.NewServer(m)
	t.Cleanup(server.Close)
	return server, fixture.Client{Caller: api.HTTP{Base: server.URL, Client: server.Client(), Header: http.Header{"X-Role": {"citizen"}}}}
}

// Every operation as every role: exactly those pass that the contract names,
// and nobody is looked at before they are let in.
func TestAccess(t *testing.T) {
	t.Parallel()
	server, _ := serve(t, badges{}, &shop{})
	for _, op := range served.Operations {
		for _, role := range access.Roles {
			actor := access.Actor{}
			if role != access.Anyone {
				actor = acting("a", role)
			}
			r, _ := http.NewRequest(op.Method, server.URL+strings.NewReplacer("{id}", "x", "{page}", "1").Replace(op.Path), strings.NewReader("{"))
			r.Header.Set("X-Role", string(role))
			answer, err := server.Client().Do(r)
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
			refused := answer.StatusCode == http.StatusUnauthorized || answer.StatusCode == http.StatusForbidden
			if refused == actor.May(op.Role) {
				t.Errorf("%s for %s as %s: %d", op.ID, op.Role, role, answer.StatusCode)
			}
		}
	}
}

// Until people can sign in, only what is for anyone can be reached.
func TestGuestsReachOnlyWhatIsForAnyone(t *testing.T) {
	t.Parallel()
	server, _ := serve(t, api.Guests{}, &shop{})
	for _, op := range served.Operations {
		r, _ := http.NewRequest(op.Method, server.URL+strings.NewReplacer("{id}", "x", "{page}", "1").Replace(op.Path), nil)
		r.Header.Set("X-Role", "regency")
		answer, err := server.Client().Do(r)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if (answer.StatusCode == http.StatusUnauthorized) != (op.Role != access.Anyone) {
			t.Errorf("%s for %s: %d", op.ID, op.Role, answer.StatusCode)
		}
	}
}

func TestHostileCalls(t *testing.T) {
	t.Parallel()
	server, _ := serve(t, api.Guests{}, &shop{})
	apitest.Attack(t, server.URL, server.Client(), served.Operations)
}

// What the generated client sends is what the service gets, whatever it is.
func TestClientAndServerUnderstandEachOther(t *testing.T) {
	t.Parallel()
	s := &shop{}
	_, client := serve(t, badges{}, s)
	ctx := context.Background()
	late, at := false, 7
	want := fixture.Filter{Paging: fixture.Paging{After: "a&b", Limit: 5}, Text: "obeng & tang", Kind: fixture.Tool, Level: 2, Free: true,
		Since: time.Date(2026, 11, 23, 1, 2, 3, 4, time.UTC), Price: -1.5, Weight: 2.25, Small: -7, Big: 1 << 60, Tags: []string{"a", "b-c"}, Levels: []fixture.Level{1, 3}, Late: &late, At: &at, Area: "35.15.08"}
	if _, err := client.List(ctx, want); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(s.filter, want) {
		t.Errorf("got  %+v\nwant %+v", s.filter, want)
	}
	for _, id := range []string{"a/b", "a b", "ü?#%&+", "..a", "𝒳", "a;b=c"} {
		if _, err := client.Get(ctx, fixture.ID{ID: id}); err != nil || s.id != id {
			t.Errorf("id %q arrived as %q: %v", id, s.id, err)
		}
	}
	jpeg := append([]byte{0xFF, 0xD8, 0xFF}, make([]byte, 100)...)
	_, err := client.Show(shared.WithKey(ctx, "photo-key-0123456789"), fixture.Photos{ID: "x", Cover: shared.File{Name: "a.jpg", Type: "text/html", Data: jpeg}})
	if err != nil || s.photos.Cover.Type != "image/jpeg" || len(s.photos.Cover.Data) != len(jpeg) {
		t.Errorf("photo: %v %s %d", err, s.photos.Cover.Type, len(s.photos.Cover.Data))
	}
	_, err = client.Show(shared.WithKey(ctx, "photo-key-0123456780"), fixture.Photos{ID: "x", Cover: shared.File{Name: "a.jpg", Data: []byte("<script>")}})
	if !fault.Is(err, fault.Invalid) {
		t.Errorf("a script as photo: %v", err)
	}
}

// Bytes go there and come back as they are, and nobody else's pages get them.
func TestBytesAsTheyAre(t *testing.T) {
	t.Parallel()
	s := &shop{}
	server, client := serve(t, badges{}, s)
	ctx := context.Background()
	all := make([]byte, 4<<10)
	for i := range all {
		all[i] = byte(i)
	}
	if _, err := client.Scan(ctx, fixture.Piece{ID: "x", At: 8192, Data: all}); err != nil || s.piece.At != 8192 || !bytes.Equal(s.piece.Data, all) {
		t.Errorf("%v %d %d", err, s.piece.At, len(s.piece.Data))
	}
	if _, err := client.Scan(ctx, fixture.Piece{ID: "x", Data: append(all, 1)}); !fault.Is(err, fault.Large) {
		t.Errorf("too much: %v", err)
	}
	if status, f := sent(t, server, http.MethodPut, "/api/fixture/x/drawing?at=-1", "application/octet-stream", "x"); status != http.StatusUnprocessableEntity || f.Fields[0].Name != "at" {
		t.Errorf("%d %v", status, f)
	}
	if status, f := sent(t, server, http.MethodPut, "/api/fixture/x/drawing", "application/octet-stream", ""); status != http.StatusUnprocessableEntity || f.Fields[0].Key != "required" {
		t.Errorf("%d %v", status, f)
	}
	if status, _ := sent(t, server, http.MethodPut, "/api/fixture/x/drawing", "application/json", "{}"); status != http.StatusUnsupportedMediaType {
		t.Errorf("%d", status)
	}
	file, err := client.Drawing(ctx, fixture.ID{ID: "x"})
	if err != nil || file.Name != "denah rumah.png" || file.Type != "image/png" || string(file.Data) != "\x89PNG\x00\xff" {
		t.Errorf("%v %+v", err, file)
	}
	r, _ := http.NewRequest(http.MethodGet, server.URL+"/api/fixture/x/drawing", nil)
	r.Header.Set("X-Role", "citizen")
	answer, err := server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if h := answer.Header; h.Get("Cache-Control") != "private, no-store" || h.Get("Content-Security-Policy") == "" {
		t.Errorf("%v", h)
	}
	s.fail = fault.New(fault.Unknown, "unknown")
	if _, err := client.Drawing(ctx, fixture.ID{ID: "x"}); !fault.Is(err, fault.Unknown) {
		t.Errorf("%v", err)
	}
}

func TestFaultsArriveAndCausesStayInside(t *testing.T) {
	t.Parallel()
	s := &shop{fail: errors.New("password of the database is 123")}
	server, client := serve(t, badges{}, s)
	_, err := client.Get(context.Background(), fixture.ID{ID: "x"})
	f := fault.From(err)
	if f.Code != fault.Broken || f.Ref != "REF1" || strings.Contains(err.Error(), "password") {
		t.Errorf("%v", err)
	}
	s.fail = fault.New(fault.Conflict, "conflict")
	if _, err := client.Get(context.Background(), fixture.ID{ID: "x"}); !fault.Is(err, fault.Conflict) {
		t.Errorf("%v", err)
	}
	s.fail = nil
	r, _ := http.NewRequest(http.MethodPost, server.URL+"/api/fixture/questions", strings.NewReader(`{"text":"please panic now"}`))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set(api.KeyHeader, "panic-key-0123456789")
	answer, err := server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if text, _ := io.ReadAll(answer.Body); answer.StatusCode != http.StatusInternalServerError || strings.Contains(string(text), "asked to") {
		t.Errorf("%d %s", answer.StatusCode, text)
	}
}

// A double tap, a retry after a lost connection, twenty at once: one loan.
func TestOnceIsOnce(t *testing.T) {
	t.Parallel()
	s := &shop{}
	_, client := serve(t, badges{}, s)
	ctx := shared.WithKey(context.Background(), "loan-key-0123456789")
	question := fixture.Question{Text: "may I have the drill"}
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			loan, err := client.Ask(ctx, question)
			if err != nil && !fault.Is(err, fault.Conflict) || err == nil && loan.Code != "L" {
				t.Errorf("%v %v", loan, err)
			}
		})
	}
	wg.Wait()
	if loan, err := client.Ask(ctx, question); err != nil || loan.Code != "L" || s.loans.Load() != 1 {
		t.Errorf("%d loans, %v %v", s.loans.Load(), loan, err)
	}
	if _, err := client.Ask(ctx, fixture.Question{Text: "something else then"}); fault.From(err).Key != "key_reused" {
		t.Errorf("the key for another content: %v", err)
	}
	if _, err := client.Ask(context.Background(), question); !fault.Is(err, fault.Invalid) {
		t.Errorf("without a key: %v", err)
	}
	// Our failure is not the last word: the same key may try again.
	s.fail = errors.New("down")
	again := shared.WithKey(context.Background(), "loan-key-9876543210")
	if _, err := client.Ask(again, question); !fault.Is(err, fault.Broken) {
		t.Errorf("%v", err)
	}
	s.fail = nil
	if loan, err := client.Ask(again, question); err == nil && loan.Code != "LL" {
		t.Errorf("%v", loan)
	}
}

func TestKept(t *testing.T) {
	t.Parallel()
	server, _ := serve(t, api.Guests{}, &shop{})
	ask := func(path, tag string) *http.Response {
		r, _ := http.NewRequest(http.MethodGet, server.URL+path, nil)
		if tag != "" {
			r.Header.Set("If-None-Match", tag)
		}
		answer, err := server.Client().Do(r)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		return answer
	}
	first := ask("/api/fixture/x", "")
	tag := first.Header.Get("ETag")
	if tag == "" || first.Header.Get("Cache-Control") != "public, max-age=60" {
		t.Errorf("%q %q", tag, first.Header.Get("Cache-Control"))
	}
	for _, match := range []string{tag, "W/" + tag, `"other", ` + tag, "*"} {
		if again := ask("/api/fixture/x", match); again.StatusCode != http.StatusNotModified {
			t.Errorf("%s: %d", match, again.StatusCode)
		}
	}
	if other := ask("/api/fixture/y", tag); other.StatusCode != http.StatusOK {
		t.Errorf("another thing: %d", other.StatusCode)
	}
	if list := ask("/api/fixture", ""); list.Header.Get("Cache-Control") != "no-store" || list.Header.Get("ETag") != "" {
		t.Error("what the contract does not let keep is kept")
	}
}

// The document is OpenAPI, names every operation and its role, and has a page.
func TestDocument(t *testing.T) {
	t.Parallel()
	loader := openapi3.NewLoader()
	doc, err := loader.LoadFromData(api.Document)
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(context.Background()); err != nil {
		t.Error(err)
	}
	m := api.New(api.Config{Guard: api.Guests{}})
	if err := m.Describe("/look.css"); err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	m.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/api/docs", nil))
	page := w.Body.String()
	for _, op := range api.Operations {
		item := doc.Paths.Find(op.Path)
		if item == nil || item.GetOperation(op.Method) == nil {
			t.Errorf("%s %s is not described", op.Method, op.Path)
			continue
		}
		if role := item.GetOperation(op.Method).Extensions["x-role"]; role != string(op.Role) {
			t.Errorf("%s: role %v", op.ID, role)
		}
		if !strings.Contains(page, op.Path) {
			t.Errorf("the page lacks %s", op.Path)
		}
	}
	var any map[string]any
	if json.Unmarshal(api.Document, &any) != nil || any["openapi"] != "3.1.0" {
		t.Errorf("openapi %v", any["openapi"])
	}
}
