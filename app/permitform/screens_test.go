package permitform

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
	"golang.org/x/net/html"

	"rumah/app/draft"
	"rumah/app/house"
	"rumah/shared/catalogue"
	"rumah/shared/city"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/link"
	"rumah/shared/permit"
	"rumah/shared/permitform"
	"rumah/shared/revision"
	"rumah/shared/words"
)

var now = time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC)

// planted is the editor with a content.
func planted(t *testing.T, l words.Lang, c permitform.Content, edit func(*permitform.Edit)) *Editor {
	t.Helper()
	e := permitform.Edit{Service: "sktm", Name: "SKTM", Agency: "Desa", State: revision.Drafted, Public: sample(), Drafted: c, Draft: &revision.Draft{Save: 1, Author: "Rina", At: now},
		History: []revision.Version{{Number: 1, PublishedAt: now}}, Promise: c.Definition.Promise, Agencies: []permit.Named{{ID: "dinas", Name: "Dinas"}}}
	edit(&e)
	seed, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	s := NewEditor(&house.House{City: city.Info{Zone: "WIB", Offset: 420}, Now: func() time.Time { return now }}).(*Editor)
	s.Plant(link.Parse(&url.URL{Path: link.Prefix(l) + "/meja/formulir/sktm"}), seed)
	return s
}

// states looks at the editor in each state that it can be looked at in.
func states(s *Editor, do func(name string)) {
	for _, pane := range []string{draft.Write, draft.Preview, draft.Changes, draft.History} {
		s.edit.Pane, s.open, s.part, s.langs = pane, "", asking, false
		do(pane)
	}
	s.edit.Pane, s.langs = draft.Write, true
	for _, part := range []string{going, terms, letter} {
		s.part = part
		do(part)
	}
	s.part = asking
	for i := range s.form().Sections {
		for j := -1; j < len(s.form().Sections[i].Questions); j++ {
			s.open = spot{i, j}.path()
			do(s.open)
		}
	}
}

// full asks a question of every kind, each with a condition.
func full(text string) permitform.Content {
	said := form.Text{ID: text, EN: text, JV: text}
	c := sample()
	section := form.Section{ID: "semua", Title: said, Help: said, When: &form.Rule{All: []form.Rule{{Any: []form.Rule{{Ask: "nama", Op: form.Answered}, {Ask: text, Op: form.Is, To: []string{text}}}}, {Not: &form.Rule{Ask: "jenis", Op: form.Is, To: []string{"a"}}}}}}
	for _, k := range form.Kinds {
		q := completed(form.Question{ID: "q_" + string(k), Kind: k, Label: said, Help: said, When: &form.Rule{Not: &form.Rule{Ask: "nama", Op: form.Answered}}})
		for i := range q.Choices {
			q.Choices[i] = form.Option{ID: []string{"x", "y"}[i], Label: said}
		}
		for i := range q.Columns {
			q.Columns[i].Label = said
			q.Columns[i].ID = "kolom"
		}
		section.Questions = append(section.Questions, q)
	}
	for i, k := range form.Kinds { // conditions on the answers of all kinds
		asked := form.Question{ID: "tanya_" + string(k), Kind: form.Line, Label: said, When: &form.Rule{Ask: "q_" + string(k), Op: k.Ops()[0], To: []string{text}}}
		if i%2 == 0 {
			asked.When.To = nil
		}
		section.Questions = append(section.Questions, asked)
	}
	c.Form.Sections = append(c.Form.Sections, section)
	c.Definition.Steps[0].Name, c.Definition.Steps[0].Agency, c.Definition.Steps[0].Promise = said, text, &catalogue.Promise{Amount: 2, Unit: catalogue.Hours}
	c.Definition.Appeal, c.Definition.Fee = said, permit.Fee{Kind: catalogue.Levy, Formula: "ruang.luas " + text}
	c.Definition.Apart = []permit.Pair{{One: text, Other: "tanda"}}
	c.Definition.Product = permit.Product{Class: text, Title: text, Signer: text, Days: 3, Body: []string{text, "{isian}", "Bahwa {nama} dan {nomor}"}}
	return c
}

// Whatever an agency writes, the desk shows it as text: the same elements,
// each id once, each field with a label.
func TestTheDeskInEveryState(t *testing.T) {
	t.Parallel()
	for _, l := range words.Langs {
		shapes := map[string][]string{}
		for _, text := range []string{"Kata", `"><script>alert(1)</script><i a='`} {
			s := planted(t, l, full(text), func(e *permitform.Edit) {
				e.Name, e.Agency, e.Closed, e.Running = text, text, true, 2
				e.Lacks = []permitform.Lack{{Place: permit.Named{ID: "a", Name: text}, Step: "berkas", Key: "permit_nobody"}, {Place: permit.Named{ID: "b", Name: text}, Step: "tanda", Key: "permit_few"}}
			})
			s.gone = &gone{at: spot{0, 0}, called: text}
			states(s, func(name string) {
				shape, faults := shapeOf(t, goapp.HTMLString(s))
				for _, f := range faults {
					t.Errorf("%s %s: %s", l, name, f)
				}
				if before, there := shapes[name]; there && !slices.Equal(before, shape) {
					t.Errorf("%s %s: other elements with hostile words", l, name)
				}
				shapes[name] = shape
			})
		}
	}
}

// shapeOf are the elements of a page, and what is wrong with them.
func shapeOf(t *testing.T, page string) (shape, faults []string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	ids, labelled := map[string]int{}, map[string]bool{}
	var fields []*html.Node
	var walk func(n *html.Node, within string)
	walk = func(n *html.Node, within string) {
		if n.Type == html.ElementNode {
			shape = append(shape, n.Data)
			for _, a := range n.Attr {
				switch {
				case a.Key == "id":
					ids[a.Val]++
				case a.Key == "for":
					labelled[a.Val] = true
				case a.Key == "aria-label" && a.Val == "":
					faults = append(faults, n.Data+" is called nothing")
				}
			}
			if (n.Data == "input" || n.Data == "select" || n.Data == "textarea") && within != "label" {
				fields = append(fields, n)
			}
			if n.Data == "label" {
				within = "label"
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, within)
		}
	}
	walk(root, "")
	for id, n := range ids {
		if n > 1 {
			faults = append(faults, "the id "+id+" is there twice")
		}
	}
	for _, f := range fields {
		named := false
		for _, a := range f.Attr {
			named = named || a.Key == "aria-label" || a.Key == "id" && labelled[a.Val]
		}
		if !named {
			faults = append(faults, f.Data+" has no label")
		}
	}
	return shape, faults
}

// What is wrong is shown where it stands, and its fields are opened.
func TestWhatIsWrongIsOpened(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		spoil      func(*permitform.Content)
		part, open string
	}{
		"a question": {func(c *permitform.Content) { c.Form.Sections[1].Questions[0].Label = form.Text{} }, asking, "form.sections.1.questions.0"},
		"a section":  {func(c *permitform.Content) { c.Form.Sections[1].Title = form.Text{} }, asking, "form.sections.1"},
		"a stage":    {func(c *permitform.Content) { c.Definition.Steps[1].Roles = nil }, going, ""},
		"a pair":     {func(c *permitform.Content) { c.Definition.Apart = []permit.Pair{{One: "x", Other: "tanda"}} }, going, ""},
		"the letter": {func(c *permitform.Content) { c.Definition.Product.Body = []string{"{hantu}"} }, letter, ""},
		"the fee":    {func(c *permitform.Content) { c.Definition.Fee.Kind = catalogue.Levy }, terms, ""},
	} {
		content := sample()
		c.spoil(&content)
		s := planted(t, words.ID, content, func(*permitform.Edit) {})
		if err := s.check(&s.edit.Content); err == nil || s.part != c.part || s.open != c.open {
			t.Errorf("%s: part %s, open %q, %v", name, s.part, s.open, err)
		}
	}
	content := sample()
	content.Form.Sections[1].Questions[0].When = &form.Rule{Ask: "ruang", Op: form.Is}
	s := planted(t, words.ID, content, func(*permitform.Edit) {})
	s.edit.Blame(s.check(&s.edit.Content))
	page := goapp.HTMLString(s)
	for _, text := range []string{words.FixMarked.ID, words.FormWrong.ID, words.Fault(words.ID, "form_later", "")} {
		if !strings.Contains(page, text) {
			t.Errorf("does not say %q", text)
		}
	}
}

// The calculator says what a formula gives, or what is wrong with it.
func TestTryingAFormula(t *testing.T) {
	t.Parallel()
	c := sample()
	c.Definition.Fee = permit.Fee{Kind: catalogue.Levy, Formula: `sum(ruang.luas) * if(jenis = "a", 1000, 2000)`}
	s := planted(t, words.ID, c, func(*permitform.Edit) {})
	s.part = terms
	s.opened(words.ID, &s.edit.Content)
	s.sheet.Put(s.sheet.Form(), form.Answers{"jenis": {Text: "a"}, "nama": {Text: "Siti"}, "ruang": {Rows: []map[string]string{{"luas": "12"}, {"luas": "8"}}}, "usaha": {Text: "Warung"}})
	page := goapp.HTMLString(s)
	if !strings.Contains(page, "Rp20.000") || strings.Contains(page, `id="t-usaha"`) || !strings.Contains(page, `id="t-jenis"`) {
		t.Error("the calculator asks for something else, or says another sum")
	}
	for formula, key := range map[string]string{"sum(ruang.luas) *": "formula_syntax", "umur * 2": "formula_name", "1 / sum(ruang.luas)": ""} {
		s.edit.Content.Definition.Fee.Formula = formula
		got := s.result(words.ID, formula)
		if key != "" && !strings.Contains(got, strings.Split(words.Faults[key].ID, "{0}")[0]) {
			t.Errorf("%q: %q", formula, got)
		}
	}
	s.sheet.Put(s.sheet.Form(), nil)
	if got := s.result(words.ID, "1 / sum(ruang.luas)"); strings.Contains(got, "Rp") {
		t.Errorf("divided by nothing: %q", got)
	}
}

// Trying the answers tells what is missing as the server would.
func TestTryingTheForm(t *testing.T) {
	t.Parallel()
	s := planted(t, words.ID, sample(), func(*permitform.Edit) {})
	s.opened(words.ID, &s.edit.Content)
	s.try(goapp.Context{}, goapp.Event{})
	if s.tried != words.FillMissing.In(words.ID, "1") || len(s.sheet.Complaints()) != 1 {
		t.Errorf("%q %v", s.tried, s.sheet.Complaints())
	}
	s.sheet.Put(s.sheet.Form(), form.Answers{"nama": {Text: "Siti"}, "usaha": {Text: "Warung"}})
	s.try(goapp.Context{}, goapp.Event{})
	if s.tried != words.FormTryGood.ID {
		t.Errorf("%q %v", s.tried, s.sheet.Complaints())
	}
	if f := fault.From(s.edit.Content.Check()); f != nil {
		t.Error(f)
	}
}
