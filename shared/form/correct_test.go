package form

import (
	"slices"
	"testing"
)

func TestOnlyWhatWasMarkedMayChange(t *testing.T) {
	t.Parallel()
	f := house(t)
	file := func(ids ...string) (a Answer) {
		for _, id := range ids {
			a.Files = append(a.Files, File{ID: id, Name: "ktp.jpg", Type: "image/jpeg", Size: 1})
		}
		return a
	}
	before := with(good(), "ktp", file("a", "b"))
	for name, c := range map[string]struct {
		id     string
		answer Answer
		marks  []string
		wrong  []string
	}{
		"nothing changed":         {"nama", before["nama"], nil, nil},
		"marked":                  {"nama", one("Siti Aminah Putri"), []string{"nama"}, nil},
		"not marked":              {"nama", one("Siti Aminah Putri"), []string{"nik"}, []string{"nama answer_locked"}},
		"added":                   {"hp", one("081234567890"), []string{"nama"}, []string{"hp answer_locked"}},
		"taken away":              {"lahir", Answer{}, nil, []string{"lahir answer_locked"}},
		"marked and bad":          {"nik", one("12"), []string{"nik"}, []string{"nik nik_length"}},
		"marked file, another":    {"ktp", file("a", "c"), []string{"ktp.b"}, nil},
		"marked file, first":      {"ktp", file("c", "b"), []string{"ktp.a"}, nil},
		"marked file, away":       {"ktp", file("a"), []string{"ktp.b"}, nil},
		"marked file, kept":       {"ktp", file("a", "b"), []string{"ktp.b"}, nil},
		"marked file, two":        {"ktp", file("a", "c", "d"), []string{"ktp.b"}, []string{"ktp answer_locked"}},
		"other file":              {"ktp", file("c", "b"), []string{"ktp.b"}, []string{"ktp answer_locked"}},
		"other file away":         {"ktp", file("b"), []string{"ktp.b"}, []string{"ktp answer_locked"}},
		"order of the others":     {"ktp", file("b", "a"), []string{"ktp.c"}, []string{"ktp answer_locked"}},
		"all files marked":        {"ktp", file("c", "d", "e"), []string{"ktp"}, nil},
		"opens a section":         {"jenis", one("ruko"), []string{"jenis"}, []string{"nib required"}},
		"mark of another's files": {"nama", one("Siti"), []string{"nama.a"}, []string{"nama answer_locked"}},
	} {
		_, err := f.Correct(before, with(before, c.id, c.answer), c.marks)
		if got := faults(err); !slices.Equal(got, c.wrong) {
			t.Errorf("%s: %v, want %v", name, got, c.wrong)
		}
	}
}

func TestACorrectionMayOpenAndCloseQuestions(t *testing.T) {
	t.Parallel()
	f := house(t)
	shop := with(with(good(), "jenis", one("ruko")), "nib", one("1234567890123"))
	kept, err := f.Correct(good(), shop, []string{"jenis"})
	if err != nil || kept["nib"].Text == "" {
		t.Errorf("a question that was not asked before: %v %v", kept, err)
	}
	kept, err = f.Correct(shop, with(shop, "jenis", one("rumah")), []string{"jenis"})
	if err != nil || kept["nib"].Text != "" {
		t.Errorf("a question that is not asked any more: %v %v", kept, err)
	}
	if _, err = f.Correct(shop, with(shop, "nib", one("3210987654321")), []string{"jenis"}); err == nil {
		t.Error("a question that is asked before and after was changed")
	}
}

func TestMarksNameWhatIsThere(t *testing.T) {
	t.Parallel()
	f := house(t)
	for mark, ok := range map[string]bool{"nama": true, "hp": true, "ktp": true, Mark("ktp", "01A"): true, "ktp.b": false, "warna": false, "nib": false, "": false, "nama.x": false} {
		if f.Marked(mark, good()) != ok {
			t.Errorf("%q names something: %v", mark, !ok)
		}
	}
}
