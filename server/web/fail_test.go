package web

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"rumah/shared/fault"
)

func TestPanic(t *testing.T) {
	t.Parallel()
	var log book
	s := open(t, EdgeConfig{Log: log.logger()}, smallHouse())
	res, body := ask(t, "GET", s.URL+"/api/panic", "")
	var f fault.Fault
	if err := json.Unmarshal([]byte(body), &f); err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	id := res.Header.Get("X-Request-Id")
	if res.StatusCode != 500 || f.Code != fault.Broken || f.Ref != id {
		t.Errorf("json: %d %s", res.StatusCode, body)
	}
	for _, line := range log.lines(t) {
		if line["msg"] == "panic" {
			stack, _ := line["stack"].(string)
			if line["id"] != id || line["cause"] != "the roof leaks" || line["route"] != "/api/panic" || !strings.Contains(stack, "smallHouse") {
				t.Errorf("logged as %v", line)
			}
			return
		}
	}
	t.Error("not logged")
}

func TestPanicAsPage(t *testing.T) {
	t.Parallel()
	s := open(t, EdgeConfig{}, smallHouse())
	for _, test := range []struct{ accept, kind, want string }{
		{"text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8", "Gagal memuat"},
		{"*/*", "text/html; charset=utf-8", "Gagal memuat"},
		{"application/json", "application/json", `"broken"`},
		{"text/html, application/json", "text/html; charset=utf-8", "Gagal memuat"},
	} {
		res, body := ask(t, "GET", s.URL+"/panic", "", "Accept", test.accept)
		if res.StatusCode != 500 || res.Header.Get("Content-Type") != test.kind || !strings.Contains(body, test.want) ||
			!strings.Contains(body, res.Header.Get("X-Request-Id")) {
			t.Errorf("%s: %d %s %s", test.accept, res.StatusCode, res.Header.Get("Content-Type"), body)
		}
	}
}

// TestPanicTakesBack shows that nothing of an answer that broke half way
// gets out: neither its body nor its cookies.
func TestPanicTakesBack(t *testing.T) {
	t.Parallel()
	s := open(t, EdgeConfig{}, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Set-Cookie", "secret=1")
		w.Header().Set("Cache-Control", "public, max-age=86400")
		_, _ = io.WriteString(w, "half a page")
		panic("the other half")
	}))
	res, body := ask(t, "GET", s.URL, "")
	if res.StatusCode != 500 || strings.Contains(body, "half") || res.Header.Get("Set-Cookie") != "" ||
		res.Header.Get("Cache-Control") != "no-store" || res.Header.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("%d %v %s", res.StatusCode, res.Header, body)
	}
}

// TestLatePanic shows that half an answer does not look like a whole one.
func TestLatePanic(t *testing.T) {
	t.Parallel()
	var log book
	s := open(t, EdgeConfig{Log: log.logger()}, smallHouse())
	for _, path := range []string{"/late", "/abort"} {
		r, _ := http.NewRequestWithContext(t.Context(), "GET", s.URL+path, nil)
		r.Header.Set("Accept-Encoding", "gzip")
		res, err := plainClient.Do(r)
		if err == nil {
			_, err = io.ReadAll(res.Body)
			_ = res.Body.Close()
		}
		if err == nil {
			t.Errorf("%s: the answer looks whole", path)
		}
	}
	s.Close()
	cut, panics := 0, 0
	for _, line := range log.lines(t) {
		if line["cut"] == true {
			cut++
		}
		if line["msg"] == "panic" {
			panics++
		}
	}
	if cut != 2 || panics != 1 {
		t.Errorf("%d cut, %d panics; want 2 and 1 (an abort is meant)", cut, panics)
	}
}

func TestErrorPage(t *testing.T) {
	t.Parallel()
	page := func(w http.ResponseWriter, r *http.Request, f *fault.Fault) {
		switch r.URL.Query().Get("page") {
		case "breaks":
			_, _ = io.WriteString(w, "half of it")
			panic("the page breaks too")
		case "late":
			_, _ = io.WriteString(w, strings.Repeat("half of it", 200))
			panic("the page breaks late")
		case "flushes":
			w.(http.Flusher).Flush()
		}
		w.WriteHeader(http.StatusNotFound)
		_, _ = io.WriteString(w, "pretty "+f.Ref)
	}
	s := open(t, EdgeConfig{ErrorPage: page, Limits: Limits{Writes: Budget{0.001, 1}}}, smallHouse())
	for _, query := range []string{"", "?page=flushes"} {
		res, body := ask(t, "GET", s.URL+"/panic"+query, "")
		if res.StatusCode != 500 || body != "pretty "+res.Header.Get("X-Request-Id") {
			t.Errorf("%s: %d %s", query, res.StatusCode, body)
		}
	}
	if res, body := ask(t, "GET", s.URL+"/panic?page=breaks", ""); res.StatusCode != 500 || strings.Contains(body, "half") || !strings.Contains(body, "<h1>") {
		t.Errorf("a page that breaks: %d %s", res.StatusCode, body)
	}
	r, _ := http.NewRequestWithContext(t.Context(), "GET", s.URL+"/panic?page=late", nil)
	if res, err := plainClient.Do(r); err == nil {
		if _, err = io.ReadAll(res.Body); err == nil {
			t.Error("a page that breaks late looks whole")
		}
		_ = res.Body.Close()
	}
	if res, body := ask(t, "BREW", s.URL+"/", ""); res.StatusCode != 405 || body != "pretty " {
		t.Errorf("the page has the last word on the status: %d %s", res.StatusCode, body)
	}
	if res, body := ask(t, "POST", s.URL+"/tempat/a", ""); res.StatusCode != 429 || strings.Contains(body, "pretty") {
		t.Errorf("busy costs a whole page: %d %s", res.StatusCode, body)
	}
}

func TestPlainPageSpeaksTheLanguage(t *testing.T) {
	t.Parallel()
	s := open(t, EdgeConfig{}, smallHouse())
	for path, want := range map[string]string{"/x": `lang="id"`, "/en/x": "does not fit the address", "/jv/x": `href="/jv"`} {
		res, body := ask(t, "BREW", s.URL+path, "")
		if res.StatusCode != 405 || !strings.Contains(body, want) || res.Header.Get("Content-Language") == "" {
			t.Errorf("%s: %s", path, body)
		}
	}
	if _, body := ask(t, "BREW", s.URL+`/%22%3E%3Cscript%3E`, ""); strings.Contains(body, "<script") {
		t.Errorf("the address got into the page: %s", body)
	}
}
