package inbox

import (
	"testing"

	"rumah/shared/words"
)

func TestFill(t *testing.T) {
	t.Parallel()
	values := map[string]string{"nomor": "A-041", "untuk": "", "isi": "{nomor}"}
	for text, want := range map[string]string{
		"Nomor {nomor} {untuk}":            "Nomor A-041",
		"{tempat} {untuk}. Mohon bersiap.": ". Mohon bersiap.",
		"di RSUD {untuk}. Mohon":           "di RSUD. Mohon",
		"di RSUD {untuk}, {nomor}":         "di RSUD, A-041",
		"{isi}":                            "{nomor}", // what is filled in names nothing
		"{Nomor} {no mor} {":               "{Nomor} {no mor} {",
		"a {} b":                           "a b",
	} {
		if got := Fill(text, values); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// The house's own words exist for every kind, name only what there is, and
// all that must be told.
func TestHouseWords(t *testing.T) {
	t.Parallel()
	for kind := range Rules {
		told, known := words.Told[string(kind)]
		w := Wording{ID: Text{told.Subject.ID, told.Body.ID}, EN: Text{told.Subject.EN, told.Body.EN}, JV: Text{told.Subject.JV, told.Body.JV}}
		if err := w.For(kind); !known || err != nil || w.Check() != nil {
			t.Errorf("%s: %v %v", kind, err, w.Check())
		}
	}
	if len(words.Told) != len(Rules) {
		t.Errorf("%d kinds have words, %d rules", len(words.Told), len(Rules))
	}
}

func FuzzFill(f *testing.F) {
	f.Add("Nomor {nomor} {untuk}", "A", "")
	f.Fuzz(func(t *testing.T, text, a, b string) {
		Fill(text, map[string]string{"nomor": a, "untuk": b})
	})
}
