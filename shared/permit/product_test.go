package permit

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/words"
)

func TestALetterIsLookedAt(t *testing.T) {
	t.Parallel()
	schema := &form.Schema{Sections: []form.Section{{ID: "a", Questions: []form.Question{{ID: "nama", Kind: form.Line}, {ID: "ktp", Kind: form.Files}, {ID: "anak", Kind: form.Table}}}}}
	for want, edit := range map[string]func(*Product){
		"":                                     func(*Product) {},
		"product.class product_class":          func(p *Product) { p.Class = "470/1" },
		"product.days too_small":               func(p *Product) { p.Days = -1 },
		"product.days too_large":               func(p *Product) { p.Days = 40_000 },
		"product.title characters":             func(p *Product) { p.Title = "a\nb" },
		"product.body too_many":                func(p *Product) { p.Body = make([]string, 31) },
		"product.body.0 required":              func(p *Product) { p.Body = []string{" "} },
		"product.body.0 product_blank":         func(p *Product) { p.Body = []string{"Nama {alamat}"} },
		"product.body.0 product_blank, a file": func(p *Product) { p.Body = []string{"{ktp}"} },
		"product.body.1 product_blank, table":  func(p *Product) { p.Body = []string{"{nama}", "{anak}"} },
		"product.body.0 product_blank, within": func(p *Product) { p.Body = []string{"Jadi {isian}."} },
		"product.body.0 product_brace":         func(p *Product) { p.Body = []string{"{nama"} },
		"product.body.0 product_brace, alone":  func(p *Product) { p.Body = []string{"nama}"} },
		"product.body.0 product_brace, twice":  func(p *Product) { p.Body = []string{"{{nama}}"} },
	} {
		d := letter()
		d.Product = Product{Class: "470.1", Title: "Surat", Signer: "Lurah", Days: 90, Body: []string{"Bahwa {nama} dari {instansi}", "{isian}"}}
		edit(&d.Product)
		err := d.Check(schema)
		want, _, _ = strings.Cut(want, ",")
		got := ""
		if f := fault.From(err); f != nil {
			got = f.Fields[0].Name + " " + f.Fields[0].Key
			if words.Faults[f.Fields[0].Key] == (words.T{}) {
				t.Errorf("%s has no words", f.Fields[0].Key)
			}
		}
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestBlanksAreFilled(t *testing.T) {
	t.Parallel()
	value := func(name string) string { return map[string]string{"nama": "Siti {x}", "umur": "7"}[name] }
	for text, want := range map[string]string{"": "", "Bahwa {nama}, {umur} tahun": "Bahwa Siti {x}, 7 tahun", "{alamat}": "-", "a } b { c": "a } b { c"} {
		if got := Fill(text, value); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("ab{}"))).Draw(t, "text")
		if names, ok := blanks(text); ok && strings.Count(text, "{") != len(names) {
			t.Fatalf("%q has %q", text, names)
		}
		Fill(text, value)
	})
}
