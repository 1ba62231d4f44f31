package catalogue

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"rumah/server/database"
)

func TestFold(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"KTP-el Baru": "ktp el baru", "  Jum'at, jum’at ": "jumat jumat", "Café": "cafe", "ＫＴＰ１": "ktp1", "...": "", "😀": "",
		"a\x00b\xffc": "a b c", "Akta/Kelahiran(anak)": "akta kelahiran anak", "ꦗꦮ": "ꦗꦮ",
	} {
		if got := strings.Join(fold(text), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestReadPrefersTheLongestPhrase(t *testing.T) {
	t.Parallel()
	means := map[string][]string{
		"surat": {"dokumen"}, "surat lahir": {"akta kelahiran"}, "mau": {""}, "bikin": {""}, "urus surat": {""}, "mati": {"kematian", "tidak menyala"},
	}
	for text, want := range map[string][2]string{
		"mau surat lahir":   {"akta|surat kelahiran|lahir", "surat lahir"},
		"bikin mau":         {"bikin mau", "bikin mau"},
		"surat surat":       {"dokumen|surat dokumen|surat", "surat surat"},
		"urus surat lahir":  {"lahir", "lahir"},
		"lahir surat bikin": {"lahir dokumen|surat", "lahir surat"},
		"air mati":          {"air kematian|tidak|menyala|mati", "air mati"},
	} {
		r := read(fold(text), means)
		terms := []string{}
		for _, term := range r.Terms {
			terms = append(terms, strings.Join(append([]string{term.Word}, term.Also...), "|"))
		}
		if got := [2]string{strings.Join(terms, " "), strings.Join(r.Plain, " ")}; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Whatever is typed is read as few, short, storable words, and reading what
// was read changes nothing.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"mau bikin KTP", "surat lahir anak", "İstanbul ﬁ Ⅷ", "'; DROP TABLE--", "a\x00\xff", strings.Repeat("😀é", 40), "ΑΎ ϓ K"} {
		f.Add(seed, "surat lahir", "akta kelahiran")
	}
	f.Fuzz(func(t *testing.T, text, said, meant string) {
		typed := fold(text)
		if again := fold(strings.Join(typed, " ")); !slices.Equal(typed, again) {
			t.Errorf("%q folds to %q and then to %q", text, typed, again)
		}
		typed = typed[:min(len(typed), mostTyped)]
		r := read(typed, map[string][]string{strings.Join(fold(said), " "): {strings.Join(fold(meant), " "), strings.Join(fold(text), " ")}})
		if len(typed) > 0 && (len(r.Terms) == 0 || len(r.Plain) == 0) || len(r.Terms) > mostRead || len(phrases(typed)) > mostTyped*mostPhrase {
			t.Errorf("%q is read as %v", text, r)
		}
		for _, term := range r.Terms {
			for _, w := range append(term.Also, term.Word) {
				if w == "" || utf8.RuneCountInString(w) > longest || !database.Storable(w) || strings.ContainsAny(w, " %_'\\?") {
					t.Errorf("%q has the word %q", text, w)
				}
			}
		}
	})
}
