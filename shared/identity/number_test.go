package identity_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rumah/shared/calendar"
	"rumah/shared/identity"
	"rumah/shared/words"
)

var now = time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC)

func TestNIK(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in, want, key string
		born          calendar.Date
		female        bool
	}{
		{"3515140508680001", "3515140508680001", "", "1968-08-05", false},
		{"3515144508680002", "3515144508680002", "", "1968-08-05", true},
		{"351514 4508 6800 02", "3515144508680002", "", "1968-08-05", true},
		{"3515.1445.0868.0002\r\n", "3515144508680002", "", "1968-08-05", true}, // a barcode scanner
		{"3515140508680001", "3515140508680001", "", "1968-08-05", false},
		{"3515142902000001", "3515142902000001", "", "2000-02-29", false},
		{"3515142902010001", "", "nik_date", "", false},
		{"3515147208680001", "", "nik_date", "", false},
		{"3515140013680001", "", "nik_date", "", false},
		{"3515140513680001", "", "nik_date", "", false},
		{"9915140508680001", "9915140508680001", "", "1968-08-05", false},
		{"351514050868000", "", "nik_length", "", false},
		{"35151405086800011", "", "nik_length", "", false},
		{"1111111111111111", "", "nik_length", "", false},
		{"35151405O8680001", "", "nik_digits", "", false},
		{"3,51514E+15", "", "nik_digits", "", false},
		{"", "", "nik_digits", "", false},
	} {
		n, key := identity.ParseNIK(c.in)
		if string(n) != c.want || key != c.key {
			t.Errorf("%q: %q %q, want %q %q", c.in, n, key, c.want, c.key)
			continue
		}
		if key == "" && (n.Born(now) != c.born || n.Female() != c.female) {
			t.Errorf("%q: born %s female %v", c.in, n.Born(now), n.Female())
		}
	}
}

// What looks odd is said and never refused.
func TestNIKWarnings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		nik  identity.NIK
		born calendar.Date
		want []string
	}{
		{"3515140508680001", "", nil},
		{"3515140508680001", "1968-08-05", nil},
		{"3515144508680002", "1968-08-05", nil},
		{"3515140508680001", "1968-08-06", []string{"nik_born"}},
		{"9915140508680000", "1968-08-05", []string{"nik_region", "nik_serial"}},
		{"3500140508680001", "", []string{"nik_region"}},
	} {
		if got := c.nik.Warnings(c.born); !slices.Equal(got, c.want) {
			t.Errorf("%s born %s: %v, want %v", c.nik, c.born, got, c.want)
		}
	}
}

// Every person's NIK is read back to the day they were born, however it is
// spaced, and never shows in its mask.
func TestNIKOfEverybody(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		day := time.Date(1927, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 36_000).Draw(t, "day"))
		if day.After(now) {
			day = now
		}
		dd := day.Day()
		female := rapid.Bool().Draw(t, "female")
		if female {
			dd += 40
		}
		serial := rapid.IntRange(1, 9999).Draw(t, "serial")
		text := "351508" + pad(dd, 2) + pad(int(day.Month()), 2) + pad(day.Year()%100, 2) + pad(serial, 4)
		n, key := identity.ParseNIK(spaced(t, text))
		if key != "" || string(n) != text {
			t.Fatalf("%s: %q %q", text, n, key)
		}
		if n.Female() != female || n.Born(now)[2:] != calendar.DateOf(day)[2:] {
			t.Fatalf("%s: born %s, want %s", text, n.Born(now), calendar.DateOf(day))
		}
		if w := n.Warnings(calendar.DateOf(day)); len(w) != 0 {
			t.Fatalf("%s: %v", text, w)
		}
		if m := n.Masked(); strings.Contains(m, text[4:12]) || len([]rune(m)) != 16 {
			t.Fatalf("mask %q", m)
		}
	})
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", width-len(s)) + s
}

// spaced writes digits the way people do.
func spaced(t *rapid.T, s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
		b.WriteString(rapid.SampledFrom([]string{"", "", "", " ", ".", "-", "\u00a0"}).Draw(t, "gap"))
	}
	return b.String()
}

func TestPhone(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"081234567890", "6281234567890", "+62 812-3456-7890", "006281234567890", "+62081234567890", "81234567890", "(0812) 3456 7890", "０８１２３４５６７８９０", "＋62 81234567890", "\u202a+62 812-3456-7890\u202c"} {
		if p, ok := identity.ParsePhone(s); !ok || p != "+6281234567890" || !p.Mobile() {
			t.Errorf("%q: %q %v", s, p, ok)
		}
	}
	if p, ok := identity.ParsePhone("0318921234"); !ok || p != "+62318921234" || p.Mobile() {
		t.Errorf("landline: %q %v", p, ok)
	}
	for _, s := range []string{"", "112", "118", "8,12E+10", "+1 202 555 0100", "0812abc4567", "08", "08123456789012345", "+", "--", "0008123456789"} {
		if p, ok := identity.ParsePhone(s); ok && p.Mobile() {
			t.Errorf("%q was taken for %q", s, p)
		}
	}
	if got := identity.Phone("+6281234567890").Masked(); got != "0812-••••-7890" {
		t.Errorf("mask %q", got)
	}
}

// However somebody writes their number, it is the same account.
func TestPhoneOfEverybody(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		rest := rapid.StringMatching(`8[1-9][0-9]{7,10}`).Draw(t, "number")
		front := rapid.SampledFrom([]string{"0", "62", "+62", "0062", "+620"}).Draw(t, "front")
		p, ok := identity.ParsePhone(spaced(t, front+rest))
		if !ok || p != identity.Phone("+62"+rest) || !p.Mobile() {
			t.Fatalf("%s%s: %q %v", front, rest, p, ok)
		}
		if again, _ := identity.ParsePhone(p.Local()); again != p {
			t.Fatalf("%s is not read back from %s", p, p.Local())
		}
	})
}

func TestCards(t *testing.T) {
	t.Parallel()
	if card, key := identity.ParseBPJS("0000 0390 43765"); key != "" || card != "0000039043765" {
		t.Errorf("%q %q", card, key)
	}
	if _, key := identity.ParseBPJS("39043765"); key != "bpjs" {
		t.Errorf("short card: %q", key)
	}
	if kk, key := identity.ParseKK("3515-0812-0109-0003"); key != "" || kk != "3515081201090003" {
		t.Errorf("%q %q", kk, key)
	}
	if _, key := identity.ParseKK("351508120109000"); key != "kk" {
		t.Errorf("short KK: %q", key)
	}
}

// What is parsed is always the plain form, and every complaint has a sentence.
func FuzzNumbers(f *testing.F) {
	for _, s := range []string{"3515140508680001", "0812 3456 7890", "0000039043765", "3515", "\xff", "+6208", "１２"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, key := identity.ParseNIK(s)
		if _, known := words.Faults[key]; key != "" && !known {
			t.Fatalf("no sentence for %q", key)
		}
		if key == "" {
			if again, k := identity.ParseNIK(string(n)); again != n || k != "" || len(n) != 16 || !n.Born(now).Valid() {
				t.Fatalf("%q became %q", s, n)
			}
			n.Warnings(calendar.Date(s))
		}
		if p, ok := identity.ParsePhone(s); ok {
			if again, ok := identity.ParsePhone(string(p)); !ok || again != p {
				t.Fatalf("%q became %q, then %q", s, p, again)
			}
			if m := p.Masked(); strings.Contains(m, p.Local()) {
				t.Fatalf("the mask %q tells the number", m)
			}
		}
		identity.ParseKK(s)
		identity.ParseBPJS(s)
		if m := identity.Mask(s); len(s) > 8 && m == s && !strings.Contains(s, "•") {
			t.Fatalf("the mask of %q tells all", s)
		}
	})
}
