package inbox

import (
	"slices"
	"testing"

	"rumah/shared/fault"
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
	for _, c := range [][2]string{{"{a} {b} c", "x c"}, {"{a}", "x"}, {"{b}", ""}, {"{c}!", "{a}!"}, {"{", "{"}, {"a  b", "a b"}} {
		if got := Fill(c[0], map[string]string{"a": "x", "c": "{a}"}); got != c[1] {
			t.Errorf("%q: %q", c[0], got)
		}
	}
}
