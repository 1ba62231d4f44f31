// Package apitest throws everything at an API that people and programs throw
// at one, and demands a clear answer every time.
package apitest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"rumah/server/api"
	"rumah/shared/fault"
)

// texts are what no field should choke on.
var texts = []string{
	"", " ", "x", "'; DROP TABLE places; --", `"><script>alert(1)</script>`, "\x00", "a\x00b", "\u202egnal", "🏠𝒳", "\xff\xfe", "../../etc/passwd",
	"%2e%2e%2f", "{{.}}", "${jndi:ldap://x}", strings.Repeat("a", 5000), strings.Repeat("é", 300), "null", "true", "-1", "1e999", "NaN", "9223372036854775808", "2026-13-45",
}

// bodies are what no decoder should choke on.
var bodies = []string{
	"", "{", "null", "[]", "1", `"x"`, "{}", `{"no_such_field":1}`, `{} {}`, "\x00\x01", `{"about":1}`, `{"about":{"a":[]}}`, `{"text":null}`,
	`{"about":"hours","text":"` + strings.Repeat("x", 2000) + `"}`, strings.Repeat("[", 20000), `{"a":` + strings.Repeat("1", 4000) + `}`,
}

// Attack calls every operation in every wrong way. Who asks is a guest: an
// operation for others must refuse before it looks at anything.
func Attack(t *testing.T, base string, client *http.Client, operations []api.Operation) {
	t.Helper()
	for _, op := range operations {
		t.Run(op.ID, func(t *testing.T) {
			a := attack{t, base, client, op}
			for _, text := range texts {
				a.path(text)
				a.query(text)
			}
			a.methods()
			if op.Limit > 0 {
				a.bodies()
			}
		})
	}
}

type attack struct {
	t      *testing.T
	base   string
	client *http.Client
	op     api.Operation
}

// address fills the braces of the path.
func (a attack) address(text string) string {
	path := a.op.Path
	for {
		start, end := strings.IndexByte(path, '{'), strings.IndexByte(path, '}')
		if start < 0 {
			return a.base + path
		}
		path = path[:start] + url.PathEscape(text) + path[end+1:]
	}
}

func (a attack) path(text string) {
	if strings.Contains(a.op.Path, "{") && text != "" {
		a.send(a.op.Method, a.address(text), "application/json", "{}", "path "+short(text))
	}
}

func (a attack) query(text string) {
	for _, name := range []string{"q", "limit", "after", "open", "kind", "district", "no_such"} {
		a.send(a.op.Method, a.address("x")+"?"+name+"="+url.QueryEscape(text), "application/json", "{}", name+"="+short(text))
	}
	a.send(a.op.Method, a.address("x")+"?q=%zz&limit=1&limit=2", "application/json", "{}", "broken query")
}

func (a attack) methods() {
	for _, method := range []string{"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PURGE"} {
		a.send(method, a.address("x"), "application/json", "{}", "method "+method)
	}
}

func (a attack) bodies() {
	for _, body := range bodies {
		a.send(a.op.Method, a.address("x"), "application/json", body, "body "+short(body))
	}
	for _, kind := range []string{"", "text/plain", "application/xml", "multipart/form-data", "multipart/form-data; boundary=x", "application/json; charset=latin1"} {
		a.send(a.op.Method, a.address("x"), kind, "{}", "type "+kind)
	}
	huge := `{"text":"` + strings.Repeat("x", int(a.op.Limit)+1000) + `"}`
	a.send(a.op.Method, a.address("x"), "application/json", huge, "huge body")
}

// send demands a fault that says what is wrong, or an answer that fits; never
// our failure.
func (a attack) send(method, address, kind, body, what string) {
	a.t.Helper()
	r, err := http.NewRequest(method, address, strings.NewReader(body))
	if err != nil {
		a.t.Fatalf("%s: %v", what, err)
	}
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	r.Header.Set(api.KeyHeader, fmt.Sprintf("attack-%s-%x", strings.ReplaceAll(a.op.ID, ".", "-"), len(what)+len(body)))
	answer, err := a.client.Do(r)
	if err != nil {
		a.t.Errorf("%s: %v", what, err)
		return
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode >= 500 {
		a.t.Errorf("%s: %d %s %v", what, answer.StatusCode, short(string(text)), err)
		return
	}
	if answer.StatusCode < 400 {
		return
	}
	var f fault.Fault
	if json.Unmarshal(text, &f) != nil || f.Code == "" || f.Key == "" {
		a.t.Errorf("%s: %d without a fault: %s", what, answer.StatusCode, short(string(text)))
	}
	if f.Code == fault.Invalid && answer.StatusCode == http.StatusUnprocessableEntity && len(f.Fields) == 0 {
		a.t.Errorf("%s: nobody is told which field: %s", what, text)
	}
	if len(text) > 4000 || bytes.Contains(text, []byte("goroutine")) || bytes.Contains(text, []byte("SQLSTATE")) {
		a.t.Errorf("%s: the answer tells too much: %s", what, short(string(text)))
	}
}

func short(s string) string {
	if len(s) > 60 {
		return fmt.Sprintf("%.60q... (%d)", s, len(s))
	}
	return fmt.Sprintf("%q", s)
}
