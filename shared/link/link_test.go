package link

import (
	"net/url"
	"testing"

	"rumah/shared/words"
)

func TestParseAndString(t *testing.T) {
	t.Parallel()
	cases := []struct{ in, lang, path, out string }{
		{"/", "id", "/", "/"},
		{"/en", "en", "/", "/en"},
		{"/en/", "en", "/", "/en"},
		{"/jv/tempat?q=puskesmas", "jv", "/tempat", "/jv/tempat?q=puskesmas"},
		{"/tempat/", "id", "/tempat", "/tempat"},
		{"/id/tempat", "id", "/id/tempat", "/id/tempat"},
		{"/english", "id", "/english", "/english"},
		{"/tempat/rsud", "id", "/tempat/rsud", "/tempat/rsud"},
		{"/%5Cevil.example/", "id", `/\evil.example`, "/%5Cevil.example"},
		{"/en/%5Cevil.example", "en", `/\evil.example`, "/en/%5Cevil.example"},
		{"/en/%2Fevil.example", "en", "/evil.example", "/en/evil.example"},
		{"/%09/evil.example", "id", "/\t/evil.example", "/%09/evil.example"},
		{"/tempat/a%3Fb%23c", "id", "/tempat/a?b#c", "/tempat/a%3Fb%23c"},
	}
	for _, c := range cases {
		u, err := url.Parse(c.in)
		if err != nil {
			t.Fatal(err)
		}
		at := Parse(u)
		if string(at.Lang) != c.lang || at.Path != c.path || at.String() != c.out {
			t.Errorf("%s: got %s %s %s, want %s %s %s", c.in, at.Lang, at.Path, at.String(), c.lang, c.path, c.out)
		}
	}
}

func TestMatch(t *testing.T) {
	t.Parallel()
	cases := []struct {
		path, pattern, param string
		ok                   bool
	}{
		{"/tempat/rsud", "/tempat/{id}", "rsud", true},
		{"/tempat", "/tempat/{id}", "", false},
		{"/tempat/", "/tempat/{id}", "", false},
		{"/tempat/a/b", "/tempat/{id}", "", false},
		{"/", "/", "", true},
		{"/peta", "/tempat", "", false},
	}
	for _, c := range cases {
		param, ok := At{Path: c.path}.Match(c.pattern)
		if param != c.param || ok != c.ok {
			t.Errorf("%s in %s: %q %v", c.path, c.pattern, param, ok)
		}
	}
}

func TestTo(t *testing.T) {
	t.Parallel()
	at := At{Lang: words.EN}
	if got := at.To("/tempat", "q", "a&b", "jenis", ""); got != "/en/tempat?q=a%26b" {
		t.Errorf("got %s", got)
	}
	if got := at.To("/"); got != "/en" {
		t.Errorf("got %s", got)
	}
}

// Every address the app can be asked for survives being read and written.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"/", "/en/x", "//evil.example/a", "/jv//", "/%2e%2e/", "/tempat?q=%00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		u, err := url.Parse(s)
		if err != nil || u.Host != "" || u.Opaque != "" {
			return
		}
		at := Parse(u)
		out := at.In(words.EN)
		if len(out) < 3 || out[:3] != "/en" {
			t.Fatalf("%q became %q", s, out)
		}
		if len(at.Path) == 0 || at.Path[0] != '/' {
			t.Fatalf("%q has path %q", s, at.Path)
		}
	})
}
