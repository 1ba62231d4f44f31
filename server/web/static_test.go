package web

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/brotli"

	"rumah/shared/words"
)

var testFiles = fstest.MapFS{
	"css/2.css":         {Data: []byte("/* note */\n.b{color:red}\n")},
	"css/1.css":         {Data: []byte(`@font-face{src:url("/assets/font/f.woff2")}` + "\n.a{margin:0}\n")},
	"font/f.woff2":      {Data: []byte("font")},
	"icon/icons.svg":    {Data: []byte("<svg>" + strings.Repeat("<g/>", 500) + "</svg>")},
	"js/app.js":         {Data: []byte("start()")},
	"js/worker.js":      {Data: []byte(`const version = "{{version}}"; const shell = ["{{shell}}"];`)},
	"js/worker-push.js": {Data: []byte(`const says = "{{says}}"; const pictures = "{{pictures}}";`)},
	"icon/icon-192.png": {Data: []byte("icon")},
	"icon/badge-96.png": {Data: []byte("badge")},
	"dist/app.wasm.br":  {Data: packBrotli([]byte("program"))},
	"dist/app.wasm.gz":  {Data: packGzip([]byte("program"))},
	"dist/desk.wasm.br": {Data: packBrotli([]byte("desks"))},
	"dist/desk.wasm.gz": {Data: packGzip([]byte("desks"))},
	"dist/wasm_exec.js": {Data: []byte("go()")},
}

// packed is made once: packing as hard as the house does takes a while, and
// nothing of it changes afterwards.
var packed = sync.OnceValues(func() (*Static, error) { return NewStatic(testFiles) })

func testStatic(t *testing.T) *Static {
	t.Helper()
	s, err := packed()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func asked(h http.Handler, path string, headers ...string) *http.Response {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func unpacked(t *testing.T, r *http.Response) string {
	t.Helper()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	var unpack io.Reader = bytes.NewReader(data)
	switch r.Header.Get("Content-Encoding") {
	case "br":
		unpack = brotli.NewReader(unpack)
	case "gzip":
		if unpack, err = gzip.NewReader(unpack); err != nil {
			t.Fatal(err)
		}
	}
	text, err := io.ReadAll(unpack)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestStyleSheetsAreOneWithHashedAddresses(t *testing.T) {
	t.Parallel()
	s := testStatic(t)
	css := unpacked(t, asked(s, s.Hashed("/assets/css/look.css")))
	if want := `@font-face{src:url("` + s.Hashed("/assets/font/f.woff2") + `")}.a{margin:0}.b{color:red}`; css != want {
		t.Errorf("got  %s\nwant %s", css, want)
	}
}

func TestHashedFilesNeverChangeAndPlainOnesAreAskedFor(t *testing.T) {
	t.Parallel()
	s := testStatic(t)
	for _, plain := range []string{"/assets/icon/icons.svg", "/assets/app.wasm", "/assets/js/app.js"} {
		hashed := s.Hashed(plain)
		if hashed == plain {
			t.Fatalf("%s has no hash", plain)
		}
		forever, now := asked(s, hashed), asked(s, plain)
		if c := forever.Header.Get("Cache-Control"); !strings.Contains(c, "immutable") {
			t.Errorf("%s: %s", hashed, c)
		}
		if c := now.Header.Get("Cache-Control"); c != "no-cache" {
			t.Errorf("%s: %s", plain, c)
		}
		if r := asked(s, plain, "If-None-Match", now.Header.Get("ETag")); r.StatusCode != http.StatusNotModified {
			t.Errorf("%s is sent again: %d", plain, r.StatusCode)
		}
	}
	if r := asked(s, "/assets/none.js"); r.StatusCode != http.StatusNotFound {
		t.Errorf("no such file: %d", r.StatusCode)
	}
	if s.Hashed("/assets/none.js") != "/assets/none.js" {
		t.Error("a file that is not there has no hash")
	}
}

func TestEveryEncodingCarriesTheSameFile(t *testing.T) {
	t.Parallel()
	s := testStatic(t)
	want := "<svg>" + strings.Repeat("<g/>", 500) + "</svg>"
	for accept, encoding := range map[string]string{"": "", "br, gzip": "br", "gzip": "gzip", "br;q=0, gzip;q=0.5": "gzip", "deflate": ""} {
		r := asked(s, "/assets/icon/icons.svg", "Accept-Encoding", accept)
		if got := r.Header.Get("Content-Encoding"); got != encoding {
			t.Errorf("%q: encoding %q, want %q", accept, got, encoding)
		}
		if unpacked(t, r) != want {
			t.Errorf("%q: another file", accept)
		}
		if got := unpacked(t, asked(s, "/assets/app.wasm", "Accept-Encoding", accept)); got != "program" {
			t.Errorf("%q: program is %q", accept, got)
		}
	}
}

func TestWithoutTheProgramPagesStillHaveLooks(t *testing.T) {
	t.Parallel()
	s, err := NewStatic(fstest.MapFS{"css/1.css": {Data: []byte(".a{}")}, "font/f.woff2": {}, "icon/i.svg": {}, "js/app.js": {}})
	if err != nil {
		t.Fatal(err)
	}
	if s.Has("/assets/app.wasm") || !s.Has("/assets/css/look.css") {
		t.Error("want looks and no program")
	}
	if _, err := NewStatic(fstest.MapFS{}); err == nil {
		t.Error("a house without looks must not start")
	}
}

func TestWorkerKeepsTheShell(t *testing.T) {
	t.Parallel()
	s := testStatic(t)
	h, err := Worker(s, "v1", "Rumah Contoh")
	if err != nil {
		t.Fatal(err)
	}
	script := unpacked(t, asked(h, "/worker.js", "Accept-Encoding", "gzip"))
	for _, want := range []string{`version = "v1"`, s.Hashed("/assets/css/look.css"), s.Hashed("/assets/js/app.js"),
		s.Hashed("/assets/icon/badge-96.png"), words.PrivateBody.In(words.JV, "Rumah Contoh"), `"en":{`} {
		if !strings.Contains(script, want) {
			t.Errorf("the worker lacks %s: %s", want, script)
		}
	}
	if strings.Contains(script, "{{") {
		t.Errorf("the worker has gaps: %s", script)
	}
}

func TestMinifyHTML(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"<p>\n  <b>a</b>\n  <i>c</i>\n</p>":      "<p><b>a</b><i>c</i></p>",
		"<p>\n  text \n  <b>x</b>\n</p>\n":       "<p>text <b>x</b></p>",
		"<textarea>a\nb\n  c</textarea>":         "<textarea>a\nb\n  c</textarea>",
		"<p>one\n\n  two</p>":                    "<p>one\n\n  two</p>",
		"":                                       "",
		"\n\n":                                   "",
		"<p title=\"a&#10;b\">x</p>\n<!-- y -->": "<p title=\"a&#10;b\">x</p><!-- y -->",
	} {
		if got := string(minifyHTML([]byte(in))); got != want {
			t.Errorf("%q\ngot  %q\nwant %q", in, got, want)
		}
	}
}
