package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"rumah/server/api"
	served "rumah/server/api/fixture"
	"rumah/server/dbtest"
	"rumah/shared/access"
	"rumah/shared/codegen/fixture"
	"rumah/shared/fault"
)

var jpeg = append([]byte{0xFF, 0xD8, 0xFF}, make([]byte, 100)...)

// sent is what a request is answered: its status, and its fault if it has one.
func sent(t *testing.T, server *httptest.Server, method, path, kind, body string, headers ...string) (int, fault.Fault) {
	t.Helper()
	r, err := http.NewRequest(method, server.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("X-Role", "citizen")
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	client := *server.Client()
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	answer, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	var f fault.Fault
	if answer.StatusCode >= 400 {
		if err := json.Unmarshal(text, &f); err != nil {
			t.Errorf("%s %s: %d without a fault: %s", method, path, answer.StatusCode, text)
		}
	}
	return answer.StatusCode, f
}

// parts is a multipart body of names and contents; a name with a dot is that
// of a file, before which stands its field: "cover=a.jpg".
func parts(t *testing.T, list ...string) (kind, body string) {
	t.Helper()
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	for i := 0; i+1 < len(list); i += 2 {
		var w io.Writer
		var err error
		if field, file, ok := strings.Cut(list[i], "="); ok {
			w, err = form.CreateFormFile(field, file)
		} else {
			w, err = form.CreateFormField(list[i])
		}
		if err == nil {
			_, err = io.WriteString(w, list[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	return form.FormDataContentType(), b.String()
}

const someKey = "some-key-0123456789"

// What cannot be read is refused with the name of what is wrong.
func TestUnreadableBodies(t *testing.T) {
	t.Parallel()
	server, _ := serve(t, badges{}, &shop{})
	deep := strings.Repeat(`{"parts":[`, 3000) + strings.Repeat(`]}`, 3000)
	for body, want := range map[string]fault.Field{
		"{\"text\":\"ten letters \xff\"}":      {Name: "json", Key: "characters"},
		`{"text":"ten letters \u0000"}`:        {Name: "text", Key: "characters"},
		`{"text":7}`:                           {Name: "text", Key: "json"},
		`{"text":"ten letters","a":1}`:         {Name: "a", Key: "unknown_field"},
		`{"text":"ten letters"} {}`:            {Name: "json", Key: "json"},
		`{"text":"ten letters"`:                {Name: "json", Key: "json"},
		``:                                     {Name: "json", Key: "json"},
		`{"text":"short"}`:                     {Name: "text", Key: "too_short", Bound: "10"},
		strings.Repeat("[", 10_000):            {Name: "json", Key: "json"},
		`{"text":` + deep + `}`:                {Name: "json", Key: "json"},
		`{"text":"` + "\u202e" + `ten letters`: {Name: "json", Key: "json"},
	} {
		status, f := sent(t, server, "POST", "/api/fixture/questions", "application/json", body, api.KeyHeader, someKey)
		if status != 422 || len(f.Fields) != 1 || f.Fields[0] != want {
			t.Errorf("%.60q: %d %v, want %v", body, status, f.Fields, want)
		}
	}
	status, f := sent(t, server, "POST", "/api/fixture/x/loans", "application/json", deep, api.KeyHeader, someKey)
	if status != 422 || f.Fields[0].Key != "json" {
		t.Errorf("a body of 3000 levels: %d %v", status, f.Fields)
	}
}

func TestForms(t *testing.T) {
	t.Parallel()
	server, _ := serve(t, badges{}, &shop{})
	photo := string(jpeg)
	for _, c := range []struct {
		parts []string
		want  fault.Field // none for a form that is taken
	}{
		{[]string{"json", `{"caption":"obeng"}`, "cover=a.jpg", photo}, fault.Field{}},
		{[]string{"cover=a.jpg", photo}, fault.Field{}},
		{[]string{"json", `{}`}, fault.Field{Name: "cover", Key: "required"}},
		{[]string{"json", `{}`, "cover=a.jpg", photo, "cover=b.jpg", photo}, fault.Field{Name: "cover", Key: "too_long", Bound: "1"}},
		{[]string{"json", `{}`, "cover=a.jpg", photo, "other=b.jpg", photo}, fault.Field{Name: "other", Key: "unknown_field"}},
		{[]string{"json", `{}`, "cover=a.jpg", photo, "note", "hello"}, fault.Field{Name: "note", Key: "unknown_field"}},
		{[]string{"json", `{"caption":1}`, "cover=a.jpg", photo}, fault.Field{Name: "caption", Key: "json"}},
		{[]string{"json", `{}`, "cover=a.jpg", photo + strings.Repeat("x", 70_000)}, fault.Field{Name: "cover", Key: "file_size", Bound: "64 KB"}},
		{[]string{"json", `{}`, "cover=a.jpg", "GIF89a"}, fault.Field{Name: "cover", Key: "file_type", Bound: "JPEG, PNG"}},
		{[]string{"json", `{}`, "cover=a.jpg", photo, "more=b.pdf", "%PDF-1", "more=c.pdf", "%PDF-1", "more=d.pdf", "%PDF-1"}, fault.Field{Name: "more", Key: "too_long", Bound: "2"}},
		{[]string{"json", `{}`, "cover=a.jpg", photo, "more=b.pdf", "MZ"}, fault.Field{Name: "more.0", Key: "file_type", Bound: "JPEG, PNG, PDF"}},
	} {
		kind, body := parts(t, c.parts...)
		status, f := sent(t, server, "POST", "/api/fixture/x/photos", kind, body, api.KeyHeader, someKey+c.want.Key+c.want.Name+c.parts[0])
		switch {
		case c.want == fault.Field{}:
			if status != 200 {
				t.Errorf("%.40q: %d %v", c.parts, status, f.Fields)
			}
		case status != 422 || len(f.Fields) != 1 || f.Fields[0] != c.want:
			t.Errorf("%.40q: %d %v, want %v", c.parts, status, f.Fields, c.want)
		}
	}
	// A caller without files sends plain JSON.
	if status, f := sent(t, server, "POST", "/api/fixture/x/photos", "application/json", `{}`, api.KeyHeader, someKey); status != 422 || f.Fields[0].Name != "cover" {
		t.Errorf("without files: %d %v", status, f.Fields)
	}
	if status, f := sent(t, server, "POST", "/api/fixture/x/photos", "text/plain", `{}`, api.KeyHeader, someKey); status != 415 || f.Key != "media_type" {
		t.Errorf("as plain text: %d %v", status, f)
	}
	kind, body := parts(t, "json", `{}`, "cover=a.jpg", photo+strings.Repeat("x", 200_000))
	if status, f := sent(t, server, "POST", "/api/fixture/x/photos", kind, body, api.KeyHeader, someKey); status != 413 || f.Code != fault.Large {
		t.Errorf("over the limit: %d %v", status, f)
	}
}

// One key is for one content: all of it, the query and the files too.
func TestKeyCoversAllContent(t *testing.T) {
	t.Parallel()
	server, _ := serve(t, badges{}, &shop{})
	show := func(path, caption, photo string) string {
		kind, body := parts(t, "json", `{"caption":"`+caption+`"}`, "cover=a.jpg", photo)
		_, f := sent(t, server, "POST", path, kind, body, api.KeyHeader, someKey)
		return f.Key
	}
	if key := show("/api/fixture/x/photos", "a", string(jpeg)); key != "" {
		t.Fatalf("first: %s", key)
	}
	if key := show("/api/fixture/x/photos", "a", string(jpeg)); key != "" {
		t.Errorf("the same again, with another boundary: %s", key)
	}
	if key := show("/api/fixture/x/photos", "a", string(jpeg)+"x"); key != "key_reused" {
		t.Errorf("with another photo: %q", key)
	}
	if key := show("/api/fixture/y/photos", "a", string(jpeg)); key != "key_reused" {
		t.Errorf("for another thing: %q", key)
	}
	loan := `{"phone":"081234567890","borrower":{"name":"Siti"},"from":"2026-11-23","at":"2026-11-23T08:00:00Z","days":2,"agreed":true,"parts":[{"name":"bor"}]}`
	if status, f := sent(t, server, "POST", "/api/fixture/x/loans", "application/json", loan, api.KeyHeader, someKey); status != 200 {
		t.Fatalf("loan: %d %v", status, f)
	}
	if _, f := sent(t, server, "POST", "/api/fixture/x/loans?notify=true", "application/json", loan, api.KeyHeader, someKey); f.Key != "key_reused" {
		t.Errorf("with another query: %q", f.Key)
	}
}

// An address that is not one of ours is a fault; nobody is led elsewhere.
func TestAddresses(t *testing.T) {
	t.Parallel()
	server, _ := serve(t, badges{}, &shop{})
	for path, want := range map[string]int{
		"/api/fixture/":          404,
		"/api//fixture":          404,
		"/api/fixture/../x":      404,
		"/api/fixture/./count":   404,
		"/api/nothing":           404,
		"/api":                   404,
		"/api/fixture/%2e%2e":    422,
		"/api/fixture/a%2Fb":     200,
		"/api/fixture/%00":       422,
		"/api/fixture/%ff":       422,
		"/api/fixture/%20":       422,
		"/api/fixture/x/manual/": 404,
	} {
		if status, f := sent(t, server, "GET", path, "", ""); status != want {
			t.Errorf("%s: %d %v, want %d", path, status, f, want)
		}
	}
	r, _ := http.NewRequest("PUT", server.URL+"/api/fixture", nil)
	answer, err := server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if allow := answer.Header.Get("Allow"); answer.StatusCode != 405 || allow != "GET, HEAD" {
		t.Errorf("PUT on the list: %d, Allow %q", answer.StatusCode, allow)
	}
}

// broken is a guard whose sessions cannot be read.
type broken struct{}

func (broken) Actor(*http.Request) (access.Actor, error) {
	return access.Actor{}, errors.New("sessions table is gone")
}

func TestOurFailuresAreLogged(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		config api.Config
		logged string
	}{
		"guard":   {api.Config{Guard: broken{}, Once: api.Keys{DB: dbtest.DB(t), Vault: safe(t)}}, "sessions table is gone"},
		"no once": {api.Config{Guard: badges{}}, "idempotency"},
	} {
		var log bytes.Buffer
		c.config.Log = slog.New(slog.NewTextHandler(&log, nil))
		m := api.New(c.config)
		served.Mount(m, &shop{})
		w := httptest.NewRecorder()
		r := httptest.NewRequest("POST", "/api/fixture/questions", strings.NewReader(`{"text":"ten letters"}`))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set(api.KeyHeader, someKey)
		m.ServeHTTP(w, r)
		if w.Code != 500 || strings.Contains(w.Body.String(), "sessions") || !strings.Contains(log.String(), c.logged) {
			t.Errorf("%s: %d %s, log: %s", name, w.Code, w.Body, log.String())
		}
	}
}

// personal answers with who asks, which nobody else may ever see.
type personal struct{ shop }

func (*personal) Get(ctx context.Context, _ fixture.ID) (fixture.Thing, error) {
	return fixture.Thing{Name: api.Actor(ctx).ID}, nil
}

func (*personal) List(ctx context.Context, _ fixture.Filter) (fixture.Page, error) {
	return fixture.Page{Next: api.Actor(ctx).ID}, nil
}

func TestWhatIsKeptForAllKnowsNobody(t *testing.T) {
	t.Parallel()
	m := api.New(api.Config{Guard: badges{}})
	served.Mount(m, &personal{})
	server := httptest.NewServer(m)
	t.Cleanup(server.Close)
	client := fixture.Client{Caller: api.HTTP{Base: server.URL, Client: server.Client(), Header: http.Header{"X-Role": {"citizen"}}}}
	if page, err := client.List(context.Background(), fixture.Filter{}); err != nil || page.Next != "a-citizen" {
		t.Errorf("a list of one's own: %q %v", page.Next, err)
	}
	if thing, err := client.Get(context.Background(), fixture.ID{ID: "x"}); err != nil || thing.Name != "" {
		t.Errorf("a public answer knows %q: %v", thing.Name, err)
	}
}
