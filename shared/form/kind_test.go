package form

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Whatever a question was, asked as another kind it has no parts left that
// this kind does not know, and keeps those it does.
func TestAsAnotherKind(t *testing.T) {
	t.Parallel()
	var all []Question
	for _, s := range schemaOf(t, building).Sections {
		all = append(all, s.Questions...)
	}
	rapid.Check(t, func(t *rapid.T) {
		q := rapid.SampledFrom(all).Draw(t, "question")
		q.When, q.Required = nil, rapid.Bool().Draw(t, "required")
		for range rapid.IntRange(1, 4).Draw(t, "times") {
			before := q
			q = q.As(rapid.SampledFrom(Kinds).Draw(t, "kind"))
			if q.ID != before.ID || q.Label != before.Label || q.Required != before.Required {
				t.Fatalf("%+v became %+v", before, q)
			}
			if before.Kind == q.Kind && (q.From != before.From || q.Most != before.Most || len(q.Columns) != len(before.Columns)) {
				t.Fatalf("%+v lost something of its own: %+v", before, q)
			}
			for _, f := range faults(Check(&Schema{Sections: []Section{{ID: "s", Title: Text{ID: "S"}, Questions: []Question{q}}}})) {
				if !strings.HasSuffix(f, "choices too_few 2") && !strings.HasSuffix(f, "columns too_few 1") { // these it must be given
					t.Fatalf("%+v: %s", q, f)
				}
			}
		}
	})
}

func TestFreshNames(t *testing.T) {
	t.Parallel()
	taken := []string{"nama", "nama_2"}
	for called, want := range map[string]string{
		"Nama": "nama_3", "Nama usaha (toko)": "nama_usaha_toko", "": "isian", "§ 2": "isian", "2 orang": "orang", "__x__": "x", strings.Repeat("a", 60): strings.Repeat("a", 36),
	} {
		got := Fresh(called, func(s string) bool { return slices.Contains(taken, s) })
		if got != want || !Names(got) {
			t.Errorf("%q is called %q, want %q", called, got, want)
		}
	}
	s := schemaOf(t, building)
	for name, want := range map[string]bool{"pemohon": true, "nik": true, "penghuni": false, "": false} {
		if s.Taken(name) != want {
			t.Errorf("%q is taken: %v", name, !want)
		}
	}
}

func FuzzFresh(f *testing.F) {
	f.Add("Nama usaha")
	f.Add("\xff__9")
	f.Fuzz(func(t *testing.T, called string) {
		if got := Fresh(called, func(s string) bool { return len(s) < 4 }); !Names(got) {
			t.Errorf("%q is called %q", called, got)
		}
	})
}

func TestWhatKindsAllow(t *testing.T) {
	t.Parallel()
	for _, k := range Kinds {
		for _, o := range k.Ops() {
			if !o.fits(k) {
				t.Errorf("%s of %s", o, k)
			}
		}
		if !slices.Contains(k.Ops(), Answered) {
			t.Errorf("nobody can ask whether %s was answered", k)
		}
		if k.Column() && (k == Table || k == Files || k == Statement || k == Choices) {
			t.Errorf("%s is a column", k)
		}
	}
	if !Date.Ranged() || Line.Ranged() || len(NIK.Sources()) != 1 || len(Files.Sources()) != 0 {
		t.Error("kinds allow something else")
	}
}
