package check_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"rumah/shared/check"
)

// rule is one rule with what it takes and what it refuses.
type rule struct {
	name      string
	holds     func(string) bool
	yes, no   []string
	generator string // a pattern of which every match holds
}

var rules = []rule{
	{
		name: "Text", holds: check.Text,
		yes: []string{"", "Jl. Raya 12", "baris\nbaru\tdan\r\nlagi", "ꦗꦮ", "😀", "\uFFFD", "\u202eterbalik", "<b>'; DROP TABLE x;--"},
		no:  []string{"\x00", "a\rb", "a\r", "\x1b[31m", "\x7f", "\u0085", "\xff", "a\xc3", "\xed\xa0\x80"},
	},
	{
		name: "Segment", holds: check.Segment,
		yes: []string{"rsud", "a/b", "...", "%2e%2e", "../x"},
		no:  []string{".", "..", "\x00"},
	},
	{
		name: "Slug", holds: check.Slug, generator: `[a-z0-9]+(-[a-z0-9]+){0,4}`,
		yes: []string{"rsud-notopuro", "a", "1", "desa-12-b"},
		no:  []string{"", "-", "a-", "-a", "a--b", "A", "é", "a b", "a_b", "a/b", "..", "a\n"},
	},
	{
		name: "AreaCode", holds: check.AreaCode, generator: `[0-9]{2}\.[0-9]{2}\.[0-9]{2}(\.[0-9]{4})?`,
		yes: []string{"35.15.08", "35.15.08.1005"},
		no:  []string{"", "35.15", "35.15.8", "35-15-08", "35.15.08.", "35.15.08.100", "35.15.08.10055", "35.15.0a", "351508....", "٣٥.15.08"},
	},
	{
		name: "Phone", holds: check.Phone, generator: `(0[0-9]{2}|\+62[0-9])([ -]?[0-9]){6,10}`,
		yes: []string{"081234567890", "+6281234567890", "0812-3456-7890", "0812 3456 789", "031-8921234", "+62 812 3456 7890"},
		no:  []string{"", "+", "0", "6281234567890", "+1 202 555 0100", "08123456", "081234567890123", "0812--34567", "0812 345678 ", " 081234567", "0812345678a", "+62+8123456"},
	},
	{
		name: "Email", holds: check.Email, generator: `[a-z0-9]{1,30}(\.[a-z0-9]{1,30})?@[a-z0-9]{1,20}(\.[a-z]{2,6}){1,2}`,
		yes: []string{"nama@contoh.id", "a+b@x.co.id", "A.B-c_d@Contoh-2.ID"},
		no:  []string{"", "@", "a@b", "a@@b.id", "a@b@c.id", "a b@c.id", "a@.id", "a@b.", "a@-b.id", "a@b-.id", "a@b.i", ".a@b.id", "a..b@c.id", "<a@b.id>", "a@b.id\n", "é@b.id", strings.Repeat("a", 65) + "@b.id"},
	},
}

func TestRules(t *testing.T) {
	t.Parallel()
	for _, r := range rules {
		for _, s := range r.yes {
			if !r.holds(s) {
				t.Errorf("%s refuses %q", r.name, s)
			}
		}
		for _, s := range r.no {
			if r.holds(s) {
				t.Errorf("%s takes %q", r.name, s)
			}
		}
	}
}

func TestRulesTakeEverythingOfTheirForm(t *testing.T) {
	t.Parallel()
	for _, r := range rules {
		if r.generator == "" {
			continue
		}
		rapid.Check(t, func(t *rapid.T) {
			if s := rapid.StringMatching(r.generator).Draw(t, "s"); !r.holds(s) {
				t.Fatalf("%s refuses %q", r.name, s)
			}
		})
	}
}

// FuzzRules feeds every rule anything: none may panic, and what a narrow rule
// takes must be harmless wherever it is put.
func FuzzRules(f *testing.F) {
	for _, r := range rules {
		for _, s := range append(r.yes, r.no...) {
			f.Add(s)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range rules {
			if !r.holds(s) {
				continue
			}
			if !utf8.ValidString(s) {
				t.Errorf("%s takes invalid UTF-8 %q", r.name, s)
			}
			if narrow := r.generator != ""; narrow && strings.ContainsFunc(s, dangerous) {
				t.Errorf("%s takes %q", r.name, s)
			}
		}
		if check.Text(s) && strings.ContainsFunc(strings.NewReplacer("\n", "", "\t", "", "\r", "").Replace(s), unicode.IsControl) {
			t.Errorf("Text takes a control character in %q", s)
		}
	})
}

func dangerous(r rune) bool {
	return r > unicode.MaxASCII || unicode.IsControl(r) || strings.ContainsRune(`"<>\;`, r)
}

func TestOneOf(t *testing.T) {
	t.Parallel()
	if !check.OneOf(2, 1, 2) || check.OneOf(3, 1, 2) || check.OneOf("", "a") {
		t.Error("OneOf does not look through its choices")
	}
}

func ExamplePhone() {
	fmt.Println(check.Phone("0812-3456-7890"), check.Phone("12345"))
	// Output: true false
}

func TestLine(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{"": true, "Siti Contoh": true, "Siti\nContoh": false, "Siti\r\n": false, "a\tb": false, "gaji\u202efdp.exe": false, "Siti\u2028Contoh": false, "\u2067Siti": false} {
		if got := check.Line(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// What nobody sees says nothing, and does not hide in what is said.
func TestWhatNobodySees(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"": "", " \t\n": " \t\n", "\u200b": "", "\u00ad\ufeff\u2800\u3164": "", "\U000E0041": "",
		"Si\u200bti": "Siti", "\u202a0812\u202c": "0812", "Siti": "Siti", "👩\u200d🏫": "👩\u200d🏫", "✌\ufe0f": "✌\ufe0f",
	} {
		if got := check.Seen(s); got != want {
			t.Errorf("%q is seen as %q, want %q", s, got, want)
		}
		if got := check.Blank(s); got != (strings.TrimSpace(want) == "") {
			t.Errorf("%q is blank: %v", s, got)
		}
	}
	if !check.Blank("\u200d\ufe0f") {
		t.Error("marks that join nothing say something")
	}
}
