package formula

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"rumah/shared/fault"
)

// reklame are answers to the form of a billboard permit.
var reklame = Values{
	Answers: map[string]string{"luas": "12.5", "lama": "6", "jalan": "arteri", "harga": "1500000"},
	Tables: map[string][]map[string]string{"papan": {
		{"lebar": "4", "tinggi": "6", "jenis": "neon"},
		{"lebar": "2.5", "tinggi": "2", "jenis": "kain"},
		{"lebar": "1"}, // its height was left out
	}},
}

var names = Names{
	Numbers: map[string]bool{"luas": true, "lama": true, "harga": true, "tak_diisi": true},
	Choices: map[string]map[string]bool{"jalan": {"arteri": true, "lokal": true}},
	Tables: map[string]Names{"papan": {
		Numbers: map[string]bool{"lebar": true, "tinggi": true},
		Choices: map[string]map[string]bool{"jenis": {"neon": true, "kain": true}},
	}},
}

func TestRupiah(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int64{
		"25000":                           25000,
		"1 + 2 * 3":                       7,
		"(1 + 2) * 3":                     9,
		"10 - 4 - 3":                      3,
		"100 / 10 / 5":                    2,
		"--5":                             5,
		"-2 + 5":                          3,
		"0.5":                             1,
		"0.49":                            0,
		"luas * 1500":                     18750,
		"1.5% * harga":                    22500,
		"0.0025 * 0.5 * 1.2345 * 5000000": 7716, // 7715.625
		"0.1 + 0.2 = 0.3":                 -1,   // not a number: see below
		"max(25000, luas * 1500)":         25000,
		"min(3, 1, 2)":                    1,
		"if(luas > 10, 5, 7)":             5,
		"jika(luas <= 10 atau bukan lama = 6, 5, 7)":             7,
		"if(0.1 + 0.2 = 0.3, 1, 0)":                              1,
		"if(luas <> 12.5, 1, 0)":                                 0,
		"if(luas >= 12.5 and lama < 7, 1, 0)":                    1,
		`if(jalan = "arteri", 100, 50)`:                          100,
		`if(jalan <> "arteri", 100, 50)`:                         50,
		"round(1234.5)":                                          1235,
		"round(12345, 100)":                                      12300,
		"up(12301, 100)":                                         12400,
		"naik(1/3*3)":                                            1,
		"turun(1/3*3)":                                           1,
		"down(12399, 100)":                                       12300,
		"count(papan) * 10":                                      30,
		"sum(papan.lebar)":                                       8, // 7.5
		"sum(papan.lebar * papan.tinggi) * 1000":                 29000,
		`jumlah(if(papan.jenis = "neon", papan.lebar * 100, 0))`: 400,
		"sum(papan.lebar * lama)":                                45,
		"tak_diisi + 1":                                          1,
		"if(luas = 0, 0, 100 / luas)":                            8,
		"if(lama = 0, 1 / 0, 2)":                                 2,
		"1000000000000":                                          1000000000000,
	} {
		f, err := Parse(text)
		if want < 0 {
			if err == nil {
				t.Errorf("%s was read", text)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if err := f.Check(names); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if got, err := f.Rupiah(reklame); err != nil || got != want {
			t.Errorf("%s is %d %v, want %d", text, got, err, want)
		}
	}
}

// faultOf is the key of what is wrong, and the letter.
func faultOf(err error) (key, at string) {
	if err == nil {
		return "", ""
	}
	field, _ := fault.From(err).Field("formula")
	return field.Key, field.Bound
}

func TestFaultsNameTheLetter(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, key, at string }{
		{"", "formula_syntax", "1"},
		{"1 +", "formula_syntax", "4"},
		{"1 2", "formula_syntax", "3"},
		{"(1", "formula_syntax", "3"},
		{"1)", "formula_syntax", "2"},
		{"1 $ 2", "formula_syntax", "3"},
		{"é", "formula_syntax", "1"},
		{`"é" é`, "formula_syntax", "5"},
		{`"never closed`, "formula_syntax", "1"},
		{"Luas", "formula_syntax", "1"},
		{"1.2.3", "formula_number", "1"},
		{"2 * 12345678901234567890", "formula_number", "5"},
		{"luas > 3", "formula_type", "6"},
		{"(luas > 3) + 1", "formula_type", "7"},
		{"if(luas, 1, 2)", "formula_type", "4"},
		{"not 3", "formula_type", "5"},
		{"1 < 2 < 3", "formula_syntax", "7"},
		{`luas < "a"`, "formula_type", "6"},
		{`"a"`, "formula_type", "1"},
		{`1 + "a"`, "formula_type", "5"},
		{"tarif(3)", "formula_function", "1"},
		{"if(1 < 2, 3)", "formula_syntax", "12"},
		{"round(1, 2, 3)", "formula_syntax", "11"},
		{"min()", "formula_syntax", "5"},
		{"papan.lebar", "formula_column", "1"},
		{"sum(papan.lebar + kios.lebar)", "formula_column", "19"},
		{"sum(luas)", "formula_table", "1"},
		{"sum(sum(papan.lebar))", "formula_deep", "5"},
		{"count(papan.lebar)", "formula_table", "7"},
		{"count(3)", "formula_table", "7"},
		{strings.Repeat("(", 60) + "1", "formula_deep", "42"},
		{strings.Repeat("-", 60) + "1", "formula_deep", "42"},
		{"1" + strings.Repeat(" ", MostLetters), "formula_long", "1000"},
		// What only the form can tell.
		{"2 * lebar", "formula_name", "5"},
		{"sum(papan.dalam)", "formula_column", "5"},
		{"sum(kios.luas)", "formula_table", "1"},
		{"count(kios)", "formula_table", "1"},
		{`if(jalan = "tol", 1, 2)`, "formula_choice", "12"},
		{`if(luas = "tol", 1, 2)`, "formula_name", "4"},
		{`sum(if(papan.lebar = "neon", 1, 2))`, "formula_name", "8"},
		// What only the answers can tell.
		{"1 / 0", "formula_zero", "3"},
		{"luas / tak_diisi", "formula_zero", "6"},
		{"1 / (luas - 12.5)", "formula_zero", "3"},
		{"round(1, 0)", "formula_step", "1"},
		{"round(1, -5)", "formula_step", "1"},
		{"3 - 5", "formula_negative", "3"},
		{"1000000000001", "formula_overflow", "1"},
		{"999999999999999999 * 999999999999999999", "formula_overflow", "20"},
		{"if(999999999999999999 * 999999999999999999 > 0, 1, 2)", "formula_overflow", "23"},
		{"up(999999999999999999, 0.000001)", "formula_overflow", "1"},
		{"1 / 0.000000000000000001 / 0.000000000000000001", "formula_overflow", "26"},
	} {
		f, err := Parse(c.text)
		if err == nil {
			err = f.Check(names)
		}
		if err == nil {
			_, err = f.Rupiah(reklame)
		}
		if key, at := faultOf(err); key != c.key || at != c.at {
			t.Errorf("%.60s: %s at %s, want %s at %s", c.text, key, at, c.key, c.at)
		}
	}
}

// written draws a formula that reads, and what it must be worth.
func written(t *rapid.T, depth int) (string, decimal) {
	if depth == 0 || rapid.IntRange(0, 3).Draw(t, "leaf") == 0 {
		if rapid.Bool().Draw(t, "name") {
			d, _ := parse("12.5")
			return "luas", d
		}
		n := rapid.Int64Range(0, 5_000_000).Draw(t, "n")
		s := rapid.SampledFrom([]string{"", ".5", ".025"}).Draw(t, "decimals")
		d, _ := parse(whole10(n) + s)
		return whole10(n) + s, d
	}
	a, x := written(t, depth-1)
	b, y := written(t, depth-1)
	switch rapid.IntRange(0, 5).Draw(t, "op") {
	case 0:
		return "(" + a + " + " + b + ")", x.add(y)
	case 1:
		return "(" + a + " - " + b + ")", x.sub(y)
	case 2:
		return a + "*(" + b + ")", x.mul(y)
	case 3:
		if x.cmp(y) < 0 {
			return "min(" + a + "," + b + ")", x
		}
		return "min(" + a + "," + b + ")", y
	case 4:
		if x.cmp(y) > 0 {
			return "max(" + a + ", " + b + ")", x
		}
		return "max(" + a + ", " + b + ")", y
	}
	if x.cmp(y) < 0 {
		return "if(" + a + " < " + b + ", " + a + ", 0)", x
	}
	return "if(" + a + " < " + b + ", " + a + ", 0)", decimal{}
}

func whole10(n int64) string {
	s := ""
	for {
		s = string(rune('0'+n%10)) + s
		if n /= 10; n == 0 {
			return s
		}
	}
}

func TestWhatIsWrittenIsWhatIsMeant(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text, want := written(t, 3)
		f, err := Parse(text)
		if err != nil {
			if key, _ := faultOf(err); key == "formula_long" {
				return
			}
			t.Fatalf("%s: %v", text, err)
		}
		n, ok := want.round()
		got, err := f.Rupiah(reklame)
		switch key, _ := faultOf(err); {
		case key == "formula_overflow" && (!ok || n > MostRupiah), key == "formula_negative" && n < 0:
		case err != nil || got != n:
			t.Fatalf("%s is %d %v, want %d", text, got, err, n)
		}
	})
}

func FuzzFormula(f *testing.F) {
	for _, s := range []string{
		"max(25000, luas * 1500) + if(jalan = \"arteri\", 50%, 0)", "sum(papan.lebar*papan.tinggi)/count(papan)", "1/0", "((((", "-.5", "not not 1<2", "\"", "jumlah(papan.",
	} {
		f.Add(s, "12.5")
	}
	f.Fuzz(func(t *testing.T, s, answer string) {
		g, err := Parse(s)
		if err != nil {
			key, at := faultOf(err)
			if key == "" || at == "" {
				t.Fatalf("%q: %v names no letter", s, err)
			}
			return
		}
		if g.String() != s || utf8.RuneCountInString(s) > MostLetters {
			t.Fatalf("%q was read as %q", s, g)
		}
		_ = g.Check(names)
		n, err := g.Rupiah(Values{
			Answers: map[string]string{"luas": answer, "jalan": answer},
			Tables:  map[string][]map[string]string{"papan": {{"lebar": answer}, {"tinggi": answer}, nil}},
		})
		if err == nil && (n < 0 || n > MostRupiah) {
			t.Fatalf("%q costs %d", s, n)
		}
	})
}
