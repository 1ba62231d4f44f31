package inbox

import (
	"slices"
	"testing"

	"rumah/shared/fault"
	"rumah/shared/words"
)

// Every kind but the house's own is in the story, once.
func TestStoryHasEveryKind(t *testing.T) {
	t.Parallel()
	for _, k := range Kinds() {
		n := 0
		for _, in := range Story {
			if in == k {
				n++
			}
		}
		if own := slices.Contains([]Kind{SignedIn, DataOpened, Trial}, k); own && n != 0 || !own && n != 1 {
			t.Errorf("%s is %d times in the story", k, n)
		}
	}
}

// A wording names what there is, and what people must know.
func TestWordingFor(t *testing.T) {
	t.Parallel()
	good := Text{"{nomor}, ke {loket}", "Giliran {untuk}."}
	for _, c := range []struct {
		text       Text
		field, key string
	}{
		{good, "", ""}, {Text{}, "", ""},
		{Text{"{nomor}, ke {loket}", "{sisa}"}, "jv.body", "variable_unknown"}, {Text{"{nomor}", "Giliran."}, "jv.body", "variable_missing"},
		{Text{"", "{nomor} {loket}"}, "jv.subject", "required"}, {Text{"{Nomor} {nomor}", "{loket} {"}, "", ""},
	} {
		w := Wording{ID: good, JV: c.text}
		f := fault.From(w.For(TicketCalled))
		switch {
		case c.key == "" && f != nil, c.key != "" && f == nil:
			t.Errorf("%+v: %v", c.text, f)
		case f != nil && (f.Fields[0].Name != c.field || f.Fields[0].Key != c.key):
			t.Errorf("%+v: %+v", c.text, f.Fields)
		}
	}
	if err := new(Wording).For("tidak-ada"); !fault.Is(err, fault.Unknown) {
		t.Error(err)
	}
}

// A variable without a value goes with its blank, and a value is never read
// for variables.
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
