package api_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"rumah/server/api"
	served "rumah/server/api/fixture"
	"rumah/server/dbtest"
	"rumah/shared/access"
)

// ledger is an audit that remembers how each thing ended.
type ledger struct {
	mu    sync.Mutex
	lines []string
}

func (l *ledger) Began(_ context.Context, _ access.Actor, operation, target string) (int64, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !utf8.ValidString(target) || strings.ContainsRune(target, 0) {
		return 0, fmt.Errorf("no store takes %q", target)
	}
	l.lines = append(l.lines, operation+" never ended")
	return int64(len(l.lines) - 1), nil
}

func (l *ledger) Ended(_ context.Context, _ access.Actor, id int64, operation, _ string, status int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines[id] = fmt.Sprint(operation, " ", status)
}

// Whatever staff does or tries has its row and its outcome: done, done twice
// with one key, sent without a key, refused, or sent in letters that no
// store takes.
func TestEverythingOfStaffIsWrittenDown(t *testing.T) {
	t.Parallel()
	l := &ledger{}
	m := api.New(api.Config{Guard: badges{}, Audit: l, Once: api.Keys{DB: dbtest.DB(t), Vault: safe(t)}})
	served.Mount(m, &shop{})
	call := func(method, path, key, body string) {
		r := httptest.NewRequest(method, path, strings.NewReader(body))
		r.Header.Set("X-Role", "counter")
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set(api.KeyHeader, key)
		m.ServeHTTP(httptest.NewRecorder(), r)
	}
	question := `{"text":"where is the hammer"}`
	call(http.MethodPost, "/api/fixture/questions", someKey, question)
	call(http.MethodPost, "/api/fixture/questions", someKey, question)
	call(http.MethodPost, "/api/fixture/questions", someKey, `{"text":"where is the saw then"}`)
	call(http.MethodPost, "/api/fixture/questions", "", question)
	call(http.MethodPost, "/api/fixture/questions", someKey, `{`)
	call(http.MethodPost, "/api/fixture/questions", someKey+"2", `{"text":"please panic now"}`)
	call(http.MethodGet, "/api/fixture/count", "", "")
	call(http.MethodDelete, "/api/fixture/a%00b%ff", "", "")
	call(http.MethodGet, "/api/fixture/x", "", "") // only reads
	want := []string{
		"fixture.Ask 200", "fixture.Ask 200", "fixture.Ask 409", "fixture.Ask 422", "fixture.Ask 422", "fixture.Ask 500", "fixture.Count 403", "fixture.Remove 403",
	}
	if !slices.Equal(l.lines, want) {
		t.Errorf("got  %q\nwant %q", l.lines, want)
	}
}
