package web

import (
	"bufio"
	"compress/gzip"
	"io"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
)

var longHTML = strings.Repeat("<p>antrean nomor 12</p>\n", 400)

func unpack(t *testing.T, encoding, body string) string {
	t.Helper()
	var r io.Reader = strings.NewReader(body)
	switch encoding {
	case "br":
		r = brotli.NewReader(r)
	case "gzip":
		z, err := gzip.NewReader(r)
		if err != nil {
			t.Fatal(err)
		}
		r = z
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatalf("unpack %s: %v", encoding, err)
	}
	return string(out)
}

func TestPacking(t *testing.T) {
	t.Parallel()
	type given struct{ kind, body, encoding, cache, tag, vary string }
	answers := map[string]given{
		"/html":     {kind: "text/html; charset=utf-8", body: longHTML, tag: `"v1"`, vary: "Cookie"},
		"/json":     {kind: "Application/JSON", body: longHTML, tag: `W/"v1"`},
		"/small":    {kind: "text/html", body: longHTML[:1023]},
		"/limit":    {kind: "text/html", body: longHTML[:1024]},
		"/css":      {kind: "text/css", body: longHTML, tag: `"v1"`},
		"/packed":   {kind: "text/html", body: longHTML, encoding: "br", tag: `"v1"`, vary: "accept-encoding"},
		"/as-it-is": {kind: "text/html", body: longHTML, cache: "no-transform"},
		"/sniffed":  {body: "<!doctype html>" + longHTML},
		"/empty":    {kind: "text/html"},
	}
	s := open(t, EdgeConfig{}, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a, h := answers[r.URL.Path], w.Header()
		for name, value := range map[string]string{"Content-Type": a.kind, "Content-Encoding": a.encoding, "Cache-Control": a.cache, "ETag": a.tag, "Vary": a.vary} {
			if value != "" {
				h.Set(name, value)
			}
		}
		if r.URL.RawQuery == "length" {
			h.Set("Content-Length", strconv.Itoa(len(a.body)))
		}
		for part := range slices.Chunk([]byte(a.body), 100) {
			if r.URL.RawQuery == "whole" {
				part = []byte(a.body)
			}
			_, _ = w.Write(part)
			if r.URL.RawQuery == "whole" {
				return
			}
		}
	}))
	tests := []struct{ path, accept, encoding, tag, vary string }{
		{"/html", "gzip, br", "br", `W/"v1"`, "Cookie, Accept-Encoding"},
		{"/html", "gzip", "gzip", `W/"v1"`, "Cookie, Accept-Encoding"},
		{"/html", "", "", `"v1"`, "Cookie, Accept-Encoding"},
		{"/html", "identity;q=0", "", `"v1"`, "Cookie, Accept-Encoding"},
		{"/html", "gzip;q=1, br;q=0.1", "gzip", `W/"v1"`, "Cookie, Accept-Encoding"},
		{"/html", "*", "br", `W/"v1"`, "Cookie, Accept-Encoding"},
		{"/json", "br", "br", `W/"v1"`, "Accept-Encoding"},
		{"/small", "br", "", "", "Accept-Encoding"},
		{"/limit", "br", "br", "", "Accept-Encoding"},
		{"/css", "br", "", `"v1"`, ""},
		{"/packed", "br", "br", `"v1"`, "accept-encoding"},
		{"/as-it-is", "br", "", "", ""},
		{"/sniffed", "br", "br", "", "Accept-Encoding"},
		{"/empty", "br", "", "", "Accept-Encoding"},
	}
	for _, test := range tests {
		for _, how := range []string{"", "?length", "?whole"} {
			headers := []string{"Accept-Encoding", test.accept}
			res, body := ask(t, "GET", s.URL+test.path+how, "", headers...)
			name := test.path + how + " for " + test.accept
			if got := res.Header.Get("Content-Encoding"); got != test.encoding {
				t.Errorf("%s: packed as %q, want %q", name, got, test.encoding)
			}
			if got := res.Header.Get("ETag"); got != test.tag {
				t.Errorf("%s: tag %s, want %s", name, got, test.tag)
			}
			if got := strings.Join(res.Header.Values("Vary"), ", "); got != test.vary {
				t.Errorf("%s: Vary %q, want %q", name, got, test.vary)
			}
			if want := answers[test.path]; want.encoding == "" && unpack(t, test.encoding, body) != want.body {
				t.Errorf("%s: another body came out, %d bytes", name, len(body))
			}
			if test.encoding != "" && answers[test.path].encoding == "" && len(body) > 600 {
				t.Errorf("%s: %d bytes are not packed", name, len(body))
			}
		}
	}
}

// TestHeadIsLikeGet: the headers of HEAD are those of GET.
func TestHeadIsLikeGet(t *testing.T) {
	t.Parallel()
	s := open(t, EdgeConfig{}, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("ETag", `"v1"`)
		body := longHTML
		if r.URL.Path == "/small" {
			body = "x"
		}
		if r.URL.RawQuery == "silent" {
			w.Header().Set("Content-Length", strconv.Itoa(len(body)))
			if r.Method == http.MethodHead {
				return
			}
		}
		_, _ = io.WriteString(w, body)
	}))
	for _, path := range []string{"/", "/small", "/?silent", "/small?silent"} {
		for _, accept := range []string{"br", "identity"} {
			get, _ := ask(t, "GET", s.URL+path, "", "Accept-Encoding", accept)
			head, body := ask(t, "HEAD", s.URL+path, "", "Accept-Encoding", accept)
			for _, name := range []string{"Content-Encoding", "Etag", "Vary", "Content-Type"} {
				if get.Header.Get(name) != head.Header.Get(name) {
					t.Errorf("%s %s %s: %q, by HEAD %q", path, accept, name, get.Header.Get(name), head.Header.Get(name))
				}
			}
			if head.ContentLength >= 0 && head.ContentLength != get.ContentLength || body != "" {
				t.Errorf("%s %s: length %d, by HEAD %d", path, accept, get.ContentLength, head.ContentLength)
			}
		}
	}
}

// TestTagsComeBack walks a reader through a revalidation: the tag it was
// given for a packed body must be good, also to change what it names.
func TestTagsComeBack(t *testing.T) {
	t.Parallel()
	s := open(t, EdgeConfig{}, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		const tag = `"v1"`
		w.Header().Set("ETag", tag)
		if r.Method == http.MethodPut {
			if r.Header.Get("If-Match") != tag {
				w.WriteHeader(http.StatusPreconditionFailed)
			}
			return
		}
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		_, _ = io.WriteString(w, longHTML)
	}))
	for _, accept := range []string{"br", "gzip", "identity"} {
		first, _ := ask(t, "GET", s.URL, "", "Accept-Encoding", accept)
		tag := first.Header.Get("ETag")
		again, body := ask(t, "GET", s.URL, "", "Accept-Encoding", accept, "If-None-Match", tag)
		if again.StatusCode != 304 || again.Header.Get("ETag") != tag || again.Header.Get("Vary") != "Accept-Encoding" || body != "" ||
			again.Header.Get("Content-Encoding") != "" {
			t.Errorf("%s: %d, tag %s after %s, %v", accept, again.StatusCode, again.Header.Get("ETag"), tag, again.Header)
		}
		if put, _ := ask(t, "PUT", s.URL, "", "If-Match", tag); put.StatusCode != 200 {
			t.Errorf("%s: change with %s: %d", accept, tag, put.StatusCode)
		}
		if put, _ := ask(t, "PUT", s.URL, "", "If-Match", `"v0"`); put.StatusCode != 412 {
			t.Errorf("%s: change with an old tag: %d", accept, put.StatusCode)
		}
	}
}

// TestStream shows that what a handler flushes arrives, packed or not.
func TestStream(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ kind, accept, encoding string }{
		{"text/html", "br", "br"}, {"text/html", "gzip", "gzip"}, {"text/html", "", ""}, {"text/event-stream", "br", ""},
	} {
		heard := make(chan struct{})
		s := open(t, EdgeConfig{}, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", test.kind)
			out := http.NewResponseController(w)
			for range 3 {
				_, _ = io.WriteString(w, "data: 1\n")
				if err := out.Flush(); err != nil {
					t.Error(err)
				}
				<-heard
			}
		}))
		r, _ := http.NewRequestWithContext(t.Context(), "GET", s.URL, nil)
		r.Header.Set("Accept-Encoding", test.accept)
		res, err := plainClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		var body io.Reader = res.Body
		switch encoding := res.Header.Get("Content-Encoding"); {
		case encoding != test.encoding:
			t.Fatalf("%v: packed as %q", test, encoding)
		case encoding == "br":
			body = brotli.NewReader(body)
		case encoding == "gzip":
			if body, err = gzip.NewReader(body); err != nil {
				t.Fatal(err)
			}
		}
		lines := bufio.NewReader(body)
		for range 3 {
			if line, err := lines.ReadString('\n'); err != nil || line != "data: 1\n" {
				t.Fatalf("%v: %q %v", test, line, err)
			}
			heard <- struct{}{}
		}
		_ = res.Body.Close()
	}
}

// TestSocket shows that a connection can be taken over, and deadlines set.
func TestSocket(t *testing.T) {
	t.Parallel()
	s := open(t, EdgeConfig{}, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if err := http.NewResponseController(w).SetWriteDeadline(time.Now().Add(time.Minute)); err != nil {
			t.Error(err)
		}
		conn, rw, err := w.(http.Hijacker).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		defer conn.Close()
		line, _ := rw.ReadString('\n')
		_, _ = rw.WriteString("heard " + line)
		_ = rw.Flush()
	}))
	conn, err := net.Dial("tcp", s.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_, _ = io.WriteString(conn, "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: words\r\n\r\nhello\n")
	got, err := io.ReadAll(conn)
	if err != nil || string(got) != "heard hello\n" {
		t.Errorf("%q, %v", got, err)
	}
}

// TestHints shows that early hints pass and the answer still follows.
func TestHints(t *testing.T) {
	t.Parallel()
	s := open(t, EdgeConfig{}, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusEarlyHints)
		w.WriteHeader(http.StatusCreated)
		w.WriteHeader(http.StatusTeapot) // too late
	}))
	if res, _ := ask(t, "GET", s.URL, ""); res.StatusCode != http.StatusCreated {
		t.Errorf("status %d", res.StatusCode)
	}
}
