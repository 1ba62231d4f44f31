package inbox

import (
	"strings"
	"testing"
)

func TestText(t *testing.T) {
	t.Parallel()
	const link = "https://contoh.id/antrean/1"
	for want, c := range map[string][3]string{
		"Nomor A-1. Ke loket 3. " + link: {"Nomor A-1", "Ke loket 3.", link},
		"Sudah beres? Ya. " + link:       {"Sudah beres?", "Ya.", link},
		"Nomor A-1. " + link:             {"Nomor A-1", "", link},
		"Kabar. a b " + link:             {"Kabar…", "a\n😀\tb", link},
		"Nomor A-1. Ke loket.":           {"Nomor A-1", "Ke loket.", "https://contoh.id/" + strings.Repeat("x", 100)},
	} {
		if got := textOf(c[0], c[1], c[2]); got != strings.Replace(want, "Kabar.", "Kabar...", 1) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Whatever is said is one text in letters that every phone has, with the link
// whole or not at all.
func FuzzText(f *testing.F) {
	f.Add("Nomor A-041, silakan ke Ruang 3", "Poli Anak … “RSUD”\n", "https://contoh.id/antrean/1")
	f.Add("", strings.Repeat("é", 300), "")
	f.Fuzz(func(t *testing.T, subject, body, link string) {
		text := textOf(subject, body, link)
		if len(text) > mostText || strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' }) {
			t.Errorf("%q", text)
		}
		if whole := simple(link); len(whole) > 0 && len(whole)+1+leastWords <= mostText && !strings.HasSuffix(text, whole) {
			t.Errorf("%q without %q", text, whole)
		}
	})
}
