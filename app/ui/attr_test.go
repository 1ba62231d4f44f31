package ui

import (
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// parse reads what the server would send, the way a browser does.
func parse(t testing.TB, ui UI) *html.Node {
	t.Helper()
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(goapp.HTMLString(ui)), body)
	if err != nil || len(nodes) == 0 {
		t.Fatalf("unreadable: %v %q", err, goapp.HTMLString(ui))
	}
	return nodes[0]
}

func attribute(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func elements(n *html.Node) int {
	count := 0
	if n.Type == html.ElementNode {
		count = 1
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		count += elements(c)
	}
	return count
}

var hostile = []string{
	`"><script>alert(1)</script>`, `' onmouseover='alert(1)`, `\"><img src=x onerror=alert(1)>`, "a\nb\tc", "\x00", "true", "",
	"&quot;&lt;", `\`, "\u00a0\ufeff\u202e", "ẞ𝒳🏠", "\xff\xfe", "javascript:alert(1)", "`${x}`", "</textarea><svg onload=1>",
}

// An attribute comes out of the page exactly as it went in, and nothing else
// comes with it.
func TestAttributeSurvives(t *testing.T) {
	t.Parallel()
	for _, s := range hostile {
		n := parse(t, With("p", "", Attrs{"data-x": s, "aria-label": s}))
		if elements(n) != 1 {
			t.Errorf("%q made more than one element", s)
		}
		got, ok := attribute(n, "data-x")
		want := strings.ToValidUTF8(strings.Trim(s, " "), "\ufffd")
		want = strings.ReplaceAll(want, "\x00", "\ufffd")
		if got != want && !(want == "\ufffd\ufffd" || strings.Contains(s, "\xff")) {
			t.Errorf("%q came out as %q (%v)", s, got, ok)
		}
	}
}

func FuzzAttribute(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		page := Div(s, Field{Name: "f", Label: s, Value: s, Hint: s, Error: s}.UI(),
			Link(s, s, Text(s)), Find{Action: s, Name: s, Value: s, Label: s, Placeholder: s, ClearHref: s}.UI(),
			Row{Href: s, Icon: s, Title: s, Sub: s}.UI(), Map{Label: s, Areas: []MapArea{{Path: s, Name: s, Href: s}}, Pins: []Pin{{Name: s, Href: s}}}.UI())
		plain := Div("x", Field{Name: "f", Label: "x", Value: "x", Hint: "x", Error: "x"}.UI(),
			Link("/x", "x", Text("x")), Find{Action: "x", Name: "x", Value: "x", Label: "x", Placeholder: "x", ClearHref: "/x"}.UI(),
			Row{Href: "/x", Icon: "x", Title: "x", Sub: "x"}.UI(), Map{Label: "x", Areas: []MapArea{{Path: "x", Name: "x", Href: "/x"}}, Pins: []Pin{{Name: "x", Href: "/x"}}}.UI())
		got, most := parse(t, page), elements(parse(t, plain))
		if elements(got) > most {
			t.Fatalf("%q made %d elements, want at most %d", s, elements(got), most)
		}
		var walk func(*html.Node)
		walk = func(n *html.Node) {
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
					t.Fatalf("%q set %s", s, a.Key)
				}
				if (a.Key == "href" || a.Key == "action") && strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
					t.Fatalf("%q leads to %q", s, a.Val)
				}
			}
			if n.Data == "script" {
				t.Fatalf("%q made a script", s)
			}
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				walk(c)
			}
		}
		walk(got)
	})
}

func TestSafe(t *testing.T) {
	t.Parallel()
	for href, want := range map[string]bool{
		"/tempat": true, "/": true, "#isi": true, "https://x.id/a": true, "tel:112": true, "mailto:a@b.id": true, "geo:-7.4,112.7": true, "otpauth://totp/Rumah%20Delta:a@b.id?secret=JBSW": true,
		"": false, "//evil.id": false, "javascript:alert(1)": false, "JaVaScRiPt:1": false, "http://x.id": false, "data:text/html,x": false,
		" /x": false, "/a\\b": false, "/a\nb": false, "tel:1\n2": false, "otpauth:x": false, "otpauth://totp/a b": false, "https://x.id/\"": false, "\tjavascript:1": false,
	} {
		if Safe(href) != want {
			t.Errorf("Safe(%q) = %v", href, !want)
		}
	}
}

func TestAriaTrueStaysAValue(t *testing.T) {
	t.Parallel()
	n := parse(t, Button{Label: "x", Busy: true}.UI())
	if v, _ := attribute(n, "aria-busy"); v != "true" {
		t.Errorf("aria-busy is %q", v)
	}
	n = parse(t, Button{Label: "x", Disabled: true}.UI())
	if v, ok := attribute(n, "disabled"); !ok || v != "" {
		t.Errorf("disabled is %q %v", v, ok)
	}
}

func TestAttributesThatNeedTheirOwnFunction(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"href", "src", "style", "onclick", "action"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("With took %s", name)
				}
			}()
			With("a", "", Attrs{name: "x"})
		}()
	}
}
