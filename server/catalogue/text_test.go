package catalogue

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
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
	means := map[string]string{"surat": "dokumen", "surat lahir": "akta kelahiran", "mau": "", "bikin": "", "urus surat": ""}
	for text, want := range map[string][2]string{
		"mau surat lahir":   {"akta kelahiran", "surat lahir"},
		"bikin mau":         {"bikin mau", "bikin mau"},
		"surat surat":       {"dokumen", "surat surat"},
		"urus surat lahir":  {"lahir", "lahir"},
		"lahir surat bikin": {"lahir dokumen", "lahir surat"},
	} {
		r := read(fold(text), means)
		if got := [2]string{strings.Join(r.Words, " "), strings.Join(r.Plain, " ")}; got != want {
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
		r := read(typed, map[string]string{strings.Join(fold(said), " "): strings.Join(fold(meant), " ")})
		if len(typed) > 0 && (len(r.Words) == 0 || len(r.Plain) == 0) || len(r.Words) > mostRead || len(phrases(typed)) > mostTyped*(mostTyped+1)/2 {
			t.Errorf("%q is read as %q", text, r)
		}
		for _, w := range r.Words {
			if w == "" || utf8.RuneCountInString(w) > longest || !storable(w) || strings.ContainsAny(w, " %_'\\?") {
				t.Errorf("%q has the word %q", text, w)
			}
		}
	})
}
