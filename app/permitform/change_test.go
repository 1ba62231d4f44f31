package permitform

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rumah/app/browser"
	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/permitform"
	"rumah/shared/words"
)

func line(id string) form.Question {
	return form.Question{ID: id, Kind: form.Line, Label: form.Text{ID: id}, Required: true}
}

// sample is a form of two sections, whose second asks about the first.
func sample() permitform.Content {
	asked := line("usaha")
	asked.When = &form.Rule{All: []form.Rule{{Ask: "nama", Op: form.Answered}, {Not: &form.Rule{Ask: "jenis", Op: form.Is, To: []string{"a"}}}}}
	pick := form.Question{ID: "jenis", Kind: form.Choice, Label: form.Text{ID: "Jenis"}, Choices: []form.Option{{ID: "a", Label: form.Text{ID: "A"}}, {ID: "b", Label: form.Text{ID: "B"}}}}
	rooms := form.Question{ID: "ruang", Kind: form.Table, Label: form.Text{ID: "Ruang"}, Columns: []form.Question{{ID: "luas", Kind: form.Number, Label: form.Text{ID: "Luas"}}}}
	return permitform.Content{
		Form: form.Schema{Sections: []form.Section{
			{ID: "satu", Title: form.Text{ID: "Satu"}, Questions: []form.Question{line("nama"), pick}},
			{ID: "dua", Title: form.Text{ID: "Dua"}, When: &form.Rule{Any: []form.Rule{{Ask: "jenis", Op: form.Is, To: []string{"b"}}, {Ask: "nama", Op: form.Answered}}}, Questions: []form.Question{asked, rooms}},
		}},
		Definition: permit.Definition{Promise: catalogue.Promise{Amount: 3, Unit: catalogue.WorkingDays}, Steps: []permit.Step{
			{ID: "berkas", Stage: permit.Documents, Roles: []access.Role{access.Verifier}}, {ID: "tanda", Stage: permit.Signature, Roles: []access.Role{access.Signer}},
		}},
	}
}

func order2(f *form.Schema) string {
	var ids []string
	for _, s := range f.Sections {
		ids = append(ids, s.ID+":")
		for _, q := range s.Questions {
			ids = append(ids, q.ID)
		}
	}
	return strings.Join(ids, " ")
}

func TestMoving(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		p    spot
		by   int
		to   spot
		ok   bool
		want string
	}{
		{spot{0, 0}, 1, spot{0, 1}, true, "satu: jenis nama dua: usaha ruang"},
		{spot{0, 1}, 1, spot{1, 0}, true, "satu: nama dua: jenis usaha ruang"},
		{spot{1, 0}, -1, spot{0, 2}, true, "satu: nama jenis usaha dua: ruang"},
		{spot{0, 0}, -1, spot{0, 0}, false, "satu: nama jenis dua: usaha ruang"},
		{spot{1, 1}, 1, spot{1, 1}, false, "satu: nama jenis dua: usaha ruang"},
		{spot{0, -1}, 1, spot{1, -1}, true, "dua: usaha ruang satu: nama jenis"},
		{spot{1, -1}, 1, spot{1, -1}, false, "satu: nama jenis dua: usaha ruang"},
	} {
		content := sample()
		to, ok := move(&content.Form, c.p, c.by)
		if got := order2(&content.Form); to != c.to || ok != c.ok || got != c.want {
			t.Errorf("%v by %d: %v %v %q, want %v %q", c.p, c.by, to, ok, got, c.to, c.want)
		}
	}
}

// A copy has names of its own, asks about its own, and a form that was sound
// stays so.
func TestDoubling(t *testing.T) {
	t.Parallel()
	c := sample()
	if err := c.Check(); err != nil {
		t.Fatal(err)
	}
	if p := double(&c, spot{0, 1}); p != (spot{0, 2}) || c.Form.Sections[0].Questions[2].ID != "jenis_2" {
		t.Errorf("%v %s", p, order2(&c.Form))
	}
	c.Form.Sections[1].Questions[1].When = &form.Rule{Ask: "usaha", Op: form.Answered}
	if p := double(&c, spot{1, -1}); p != (spot{2, -1}) || order2(&c.Form) != "satu: nama jenis jenis_2 dua: usaha ruang dua_2: usaha_2 ruang_2" {
		t.Errorf("%v %s", p, order2(&c.Form))
	}
	if asks := c.Form.Sections[2].Questions[1].When.Ask; asks != "usaha_2" {
		t.Errorf("the copy asks about %s", asks)
	}
	if err := c.Check(); err != nil {
		t.Error(err)
	}
	c.Form.Sections[2].Questions[1].Columns[0].Label.ID = "Lain"
	if c.Form.Sections[1].Questions[1].Columns[0].Label.ID != "Luas" {
		t.Error("a copy shares something")
	}
}

// Whatever is deleted, moved and brought back: nothing else is lost.
func TestDeletedThingsComeBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		c := sample()
		some := func() spot {
			i := rapid.IntRange(0, len(c.Form.Sections)-1).Draw(t, "section")
			return spot{i, rapid.IntRange(-1, len(c.Form.Sections[i].Questions)-1).Draw(t, "question")}
		}
		p := some()
		before, all := order2(&c.Form), names(&c.Form)
		g := remove(&c.Form, p)
		if back := copyOf(c); rapid.Bool().Draw(t, "at once") {
			if at := g.back(&back.Form); at != p || order2(&back.Form) != before {
				t.Fatalf("%v came back to %v: %s, was %s", p, at, order2(&back.Form), before)
			}
		}
		for range rapid.IntRange(0, 4).Draw(t, "moves") {
			if len(c.Form.Sections) > 0 {
				move(&c.Form, some(), rapid.SampledFrom([]int{-1, 1}).Draw(t, "by"))
			}
		}
		g.back(&c.Form)
		if got := names(&c.Form); !slices.Equal(got, all) {
			t.Fatalf("%v, were %v", got, all)
		}
	})
}

func names(f *form.Schema) []string {
	list := strings.Fields(order2(f))
	slices.Sort(list)
	return list
}

func TestNamesFollowTheirWords(t *testing.T) {
	t.Parallel()
	c := sample()
	q := form.Question{ID: form.Fresh("", c.Form.Taken), Kind: form.Line}
	put(&c.Form, spot{0, 0}, q)
	one := &c.Form.Sections[0].Questions[0]
	for before, now := range map[string]string{"": "Nama"} {
		one.Label.ID = now
		follow(&form.Schema{}, &c.Form, one, before)
	}
	if one.ID != "nama_2" {
		t.Errorf("called %q", one.ID)
	}
	one.Label.ID = "Nama toko"
	follow(&form.Schema{}, &c.Form, one, "Nama")
	if one.ID != "nama_toko" {
		t.Errorf("called %q", one.ID)
	}
	named(&c.Form, one, "toko") // by hand: it stays
	one.Label.ID = "Nama warung"
	follow(&form.Schema{}, &c.Form, one, "Nama toko")
	if one.ID != "toko" {
		t.Errorf("called %q", one.ID)
	}
	// What was published keeps its name, and conditions follow a new one.
	published := sample()
	pick := &c.Form.Sections[0].Questions[2]
	pick.Label.ID = "Bentuk"
	follow(&published.Form, &c.Form, pick, "Jenis")
	if pick.ID != "jenis" {
		t.Errorf("called %q", pick.ID)
	}
	follow(&form.Schema{}, &c.Form, pick, "Jenis")
	if pick.ID != "bentuk" || c.Form.Sections[1].When.Any[0].Ask != "bentuk" || c.Form.Sections[1].Questions[0].When.All[1].Not.Ask != "bentuk" {
		t.Errorf("called %q, and conditions ask %+v", pick.ID, c.Form.Sections[1].When)
	}
	column := &c.Form.Sections[1].Questions[1].Columns[0]
	column.Label.ID = "Lebar"
	if followColumn(&published.Form, &c.Form, column, "Luas"); column.ID != "luas" {
		t.Errorf("a published column is called %q", column.ID)
	}
	if followColumn(&form.Schema{}, &c.Form, column, "Luas"); column.ID != "lebar" {
		t.Errorf("a column is called %q", column.ID)
	}
	option := &form.Option{Label: form.Text{ID: "A"}}
	if followOption(&published.Form, pick, option, ""); option.ID != "a_2" {
		t.Errorf("a choice is called %q", option.ID)
	}
}

// A condition that is taken apart and put together again says the same.
func TestConditionsGoApartAndTogether(t *testing.T) {
	t.Parallel()
	ask := form.Rule{Ask: "jenis", Op: form.Is, To: []string{"a", "b"}}
	for name, r := range map[string]*form.Rule{
		"none": nil, "one": &ask, "not": {Not: &ask}, "all": {All: []form.Rule{ask, {Not: &ask}}}, "any": {Any: []form.Rule{ask, {All: []form.Rule{ask, ask}}}}, "any of one": {Any: []form.Rule{ask}},
	} {
		if got := groupOf(r, "x").rule(); !reflect.DeepEqual(got, r) {
			t.Errorf("%s became %+v", name, got)
		}
	}
	g := groupOf(&form.Rule{All: []form.Rule{ask, ask}}, "form.sections.0.when")
	if !slices.Equal(g.paths, []string{"form.sections.0.when.all.0", "form.sections.0.when.all.1"}) {
		t.Errorf("paths %v", g.paths)
	}
	if g.mode = always; g.rule() != nil {
		t.Error("always is a condition")
	}
	c := sample()
	got := ruleText(words.ID, &c.Form, c.Form.Sections[1].Questions[0].When)
	if got != "nama sudah diisi dan tidak (Jenis adalah A)" {
		t.Errorf("%q", got)
	}
	if got := ruleText(words.EN, &c.Form, &form.Rule{Any: []form.Rule{{Ask: "jenis", Op: form.Is, To: []string{"a", "b"}}, {All: []form.Rule{{Ask: "nama", Op: form.Answered}, {Ask: "x", Op: form.Over, To: []string{"2"}}}}}}); got != "Jenis is A or B or (nama was answered and x more than 2)" {
		t.Errorf("%q", got)
	}
}

// Whatever differs between two versions is shown: no part of a form or a way
// is left out of its text.
func TestEveryDifferenceIsShown(t *testing.T) {
	t.Parallel()
	said := func(c *permitform.Content) string {
		var b strings.Builder
		for _, p := range parts {
			b.WriteString(p.Text(words.ID, c) + "\x00")
		}
		return b.String()
	}
	c := sample()
	q := &c.Form.Sections[0].Questions[0]
	for i := range reflect.TypeFor[form.Question]().NumField() {
		changed(t, said, &c, reflect.ValueOf(q).Elem().Field(i), reflect.TypeFor[form.Question]().Field(i).Name)
	}
	for i := range reflect.TypeFor[form.Section]().NumField() {
		changed(t, said, &c, reflect.ValueOf(&c.Form.Sections[0]).Elem().Field(i), "section "+reflect.TypeFor[form.Section]().Field(i).Name)
	}
	for i := range reflect.TypeFor[permit.Step]().NumField() {
		changed(t, said, &c, reflect.ValueOf(&c.Definition.Steps[0]).Elem().Field(i), "step "+reflect.TypeFor[permit.Step]().Field(i).Name)
	}
	for i := range reflect.TypeFor[permit.Product]().NumField() {
		changed(t, said, &c, reflect.ValueOf(&c.Definition.Product).Elem().Field(i), "product "+reflect.TypeFor[permit.Product]().Field(i).Name)
	}
	for i := range reflect.TypeFor[permit.Definition]().NumField() {
		changed(t, said, &c, reflect.ValueOf(&c.Definition).Elem().Field(i), "definition "+reflect.TypeFor[permit.Definition]().Field(i).Name)
	}
}

// changed gives a field another value and back, and looks whether that shows.
func changed(t *testing.T, said func(*permitform.Content) string, c *permitform.Content, field reflect.Value, name string) {
	t.Helper()
	old, before := reflect.ValueOf(field.Interface()), said(c)
	other := reflect.New(field.Type())
	example := map[string]string{
		"string": `"email"`, "int": `7`, "int64": `7000000`, "bool": `true`, "form.Text": `{"id":"Lain","en":"Other"}`, "*form.Rule": `{"ask":"jenis","op":"is","to":["b"]}`,
		"[]form.Option": `[{"id":"z","label":{"id":"Z"}}]`, "[]form.Question": `[{"id":"z","kind":"text","label":{"id":"Z"}}]`, "[]string": `["x"]`, "[]access.Role": `["counter"]`,
		"*catalogue.Promise": `{"amount":9,"unit":"hours"}`, "[]permit.Step": `[]`, "catalogue.Promise": `{"amount":9,"unit":"hours"}`, "permit.Fee": `{"kind":"levy","formula":"1"}`, "[]permit.Pair": `[{"one":"a","other":"b"}]`, "permit.Product": `{"class":"470"}`,
		"form.Kind": `"email"`, "form.Source": `"email"`, "permit.Stage": `"technical"`,
	}[field.Type().String()]
	if example == "" {
		t.Errorf("%s: nothing is known of %s", name, field.Type())
		return
	}
	if field.Kind() == reflect.Bool && field.Bool() {
		example = `false`
	}
	if err := json.Unmarshal([]byte(example), other.Interface()); err != nil {
		t.Fatal(err)
	}
	field.Set(other.Elem())
	if said(c) == before {
		t.Errorf("%s changes and nobody sees it", name)
	}
	field.Set(old)
}

func TestKeysThatMove(t *testing.T) {
	t.Parallel()
	for k, want := range map[browser.Key]int{{Name: "ArrowUp", Chord: true}: -1, {Name: "ArrowDown", Chord: true}: 1, {Name: "ArrowUp"}: 0, {Name: "ArrowUp", Chord: true, Dialog: true}: 0, {Name: "k", Chord: true}: 0} {
		if got := wish(k); got != want {
			t.Errorf("%+v: %d, want %d", k, got, want)
		}
	}
}

func TestWhatAFormulaSpeaksOf(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{"luas * 2": true, "sum(luas.x)": true, "2*luas": true, "luas2": false, "kaluas": false, "luas_tanah + luas": true, "": false} {
		if mentions(text, "luas") != want {
			t.Errorf("%q speaks of it: %v", text, !want)
		}
	}
}
