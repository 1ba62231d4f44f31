package inbox

import (
	"slices"
	"strings"
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
		if own := slices.Contains([]Kind{SignedIn, DataOpened, Trial, DeskDue, DeskLoad, DeskDeputy}, k); own && n != 0 || !own && n != 1 {
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
		{Text{"", "{nomor} {loket}"}, "jv.subject", "required"}, {Text{"{Nomor} {nomor}", "{loket}"}, "jv.subject", "braces"}, {Text{"{nomor}", "{loket} {"}, "jv.body", "braces"}, {Text{"{{nomor}}", "{loket}"}, "jv.subject", "braces"},
		{Text{"{nomor}", "{loket} } ke ruang"}, "jv.body", "braces"}, {Text{"{nomor}", "{loket} {}"}, "jv.body", "variable_unknown"},
		{Text{"\u200b \ufeff", "{nomor} {loket}"}, "jv.subject", "required"}, {Text{"{nomor} \u202elaos", "{loket}"}, "jv.subject", "unseen"},
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

// What is said shows all it has: no letters of no width, none that turn the
// direction of writing, and not these alone.
func TestWhatIsSaidIsSeen(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Sugeng énjang, 10.00 → 12.00 ✓": "", "Ada 👍": "", "مرحبا بكم": "", "Baik\nTerima kasih": "",
		"\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b": "required", "\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164": "required", "          ": "required",
		"Bayar di \u202eteklo": "unseen", "Bayar di lo\u200bket": "unseen", "\ufeffBayar di loket": "unseen", "Bayar \u2066di loket\u2069": "unseen",
	} {
		long := text + strings.Repeat(text, 10/(1+len([]rune(text))))
		for what, err := range map[string]error{
			"reply":    (&NewReply{ID: "1", Text: text}).Check(),
			"answer":   (&Answer{ID: "1", Text: text}).Check(),
			"announce": (&Announce{Agency: "dinas", Words: Words{Title: "Air bersih", Text: long}}).Check(),
			"revise":   (&Revise{ID: "1", Save: 1, Words: Words{Title: "Air bersih", Text: long}}).Check(),
		} {
			got := ""
			if f := fault.From(err); f != nil {
				got = f.Fields[0].Name + " " + f.Fields[0].Key
			}
			if want != "" && got != "text "+want || want == "" && got != "" {
				t.Errorf("%s %q: %q, want %q", what, text, got, want)
			}
		}
	}
	if f := fault.From((&Words{Title: "Air bersih", Text: "Datang pukul 15.00", TitleJV: "\u200b"}).Check()); f == nil || f.Fields[0].Name != "title_jv" {
		t.Error(f)
	}
}

func FuzzFill(f *testing.F) {
	f.Add("Nomor {nomor} {untuk}", "A", "")
	f.Fuzz(func(t *testing.T, text, a, b string) {
		Fill(text, map[string]string{"nomor": a, "untuk": b})
	})
}
