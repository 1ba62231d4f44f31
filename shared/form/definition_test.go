package form

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"rumah/shared/words"
)

func TestAGoodDefinition(t *testing.T) {
	t.Parallel()
	if err := Check(schemaOf(t, building)); err != nil {
		t.Error(err)
	}
}

func TestWhatIsWrongWithADefinition(t *testing.T) {
	t.Parallel()
	q := func(edit func(*Question)) func(*Schema) {
		return func(s *Schema) { edit(&s.Sections[1].Questions[0]) } // jenis, a choice
	}
	as := func(k Kind, edit func(*Question)) func(*Schema) {
		return q(func(q *Question) { q.Kind, q.Choices = k, nil; edit(q) })
	}
	when := func(r Rule) func(*Schema) { return func(s *Schema) { s.Sections[1].Questions[1].When = &r } } // lantai, after jenis
	deep := Rule{Ask: "jenis", Op: Answered}
	for range 7 {
		deep = Rule{Not: &Rule{Ask: deep.Ask, Op: deep.Op, Not: deep.Not}}
		if deep.Not.Not != nil {
			deep.Not.Ask, deep.Not.Op = "", ""
		}
	}
	wide := Rule{Any: make([]Rule, 41)}
	for i := range wide.Any {
		wide.Any[i] = Rule{Ask: "jenis", Op: Answered}
	}
	const at, ask = "sections.1.questions.0", "sections.1.questions.1.when"
	for name, c := range map[string]struct {
		edit  func(*Schema)
		wrong []string
	}{
		"nothing":              {func(s *Schema) { s.Sections = nil }, []string{"sections required"}},
		"too many sections":    {func(s *Schema) { s.Sections = make([]Section, 31) }, []string{"sections too_many 30"}},
		"too many questions":   {func(s *Schema) { s.Sections[1].Questions = make([]Question, 201) }, []string{"sections.1.questions too_many 200"}},
		"too large":            {q(func(q *Question) { q.Help.ID = strings.Repeat("a", 300_000) }), []string{"sections form_large 256"}},
		"section without":      {func(s *Schema) { s.Sections[1].Questions = nil; s.Sections[2].When = nil }, []string{"sections.1.questions required"}},
		"section twice":        {func(s *Schema) { s.Sections[3].ID = "pemohon" }, []string{"sections.3.id twice"}},
		"section unnamed":      {func(s *Schema) { s.Sections[3].ID = "Berkas Saya"; s.Sections[3].Title.ID = " " }, []string{"sections.3.id form_id 40", "sections.3.title.id required"}},
		"question twice":       {q(func(q *Question) { q.ID = "nama" }), []string{at + ".id twice", "sections.2.when.any.0.ask form_ask"}},
		"question unnamed":     {func(s *Schema) { s.Sections[3].Questions[0].ID = "9" }, []string{"sections.3.questions.0.id form_id 40"}},
		"unknown kind":         {as("video", func(*Question) {}), []string{at + ".kind form_kind", "sections.2.when.any.0.op form_op"}},
		"no label":             {q(func(q *Question) { q.Label = Text{EN: "Kind"} }), []string{at + ".label.id required"}},
		"help only in English": {q(func(q *Question) { q.Help = Text{EN: "Kind"} }), []string{at + ".help.id required"}},
		"label too long":       {q(func(q *Question) { q.Label.JV = strings.Repeat("a", 201) }), []string{at + ".label.jv too_long 200"}},
		"label not text":       {q(func(q *Question) { q.Label.EN = "a\x00" }), []string{at + ".label.en characters"}},
		"no choices":           {q(func(q *Question) { q.Choices = nil }), []string{at + ".choices too_few 2", "sections.2.when.any.0.to.0 form_choice", "sections.2.when.any.0.to.1 form_choice"}},
		"choice twice":         {q(func(q *Question) { q.Choices = append(q.Choices, q.Choices[0], Option{}) }), []string{at + ".choices.3.id twice", at + ".choices.4.id form_id 40", at + ".choices.4.label.id required"}},
		"too many choices": {q(func(q *Question) {
			for i := range 198 {
				q.Choices = append(q.Choices, Option{"o" + strconv.Itoa(i), Text{ID: "O"}})
			}
		}), []string{at + ".choices too_many 200"}},
		"stray parts":      {q(func(q *Question) { q.Least, q.From, q.Wide, q.Size = 1, "2", true, 5 }), []string{at + ".least form_stray", at + ".from form_stray", at + ".wide form_stray", at + ".size form_stray"}},
		"prefill":          {q(func(q *Question) { q.Prefill = FromNIK }), []string{at + ".prefill form_prefill"}},
		"unknown prefill":  {q(func(q *Question) { q.Prefill = "religion" }), []string{at + ".prefill form_prefill"}},
		"letters":          {func(s *Schema) { s.Sections[0].Questions[0].Least = 90 }, []string{"sections.0.questions.0.least form_range"}},
		"absurd letters":   {func(s *Schema) { s.Sections[0].Questions[0].Most = 1e9 }, []string{"sections.0.questions.0.most too_large 5000"}},
		"fewer than none":  {func(s *Schema) { s.Sections[0].Questions[0].Least, s.Sections[0].Questions[0].Most = -1, -1 }, []string{"sections.0.questions.0.most too_small 1", "sections.0.questions.0.least too_small 0"}},
		"number":           {func(s *Schema) { s.Sections[1].Questions[1].From = "satu" }, []string{"sections.1.questions.1.from number"}},
		"numbers reversed": {func(s *Schema) { s.Sections[1].Questions[1].From = "61" }, []string{"sections.1.questions.1.to form_range"}},
		"half a rupiah":    {func(s *Schema) { s.Sections[1].Questions[3].To = "1000.5" }, []string{"sections.1.questions.3.to number"}},
		"day":              {func(s *Schema) { s.Sections[0].Questions[3].To = "tomorrow" }, []string{"sections.0.questions.3.to form_day"}},
		"days reversed":    {func(s *Schema) { s.Sections[0].Questions[3].From = "today+1d" }, []string{"sections.0.questions.3.to form_range"}},
		"table in table":   {func(s *Schema) { s.Sections[1].Questions[8].Columns[0].Kind = Table }, []string{"sections.1.questions.8.columns.0.kind form_column"}},
		"table without":    {func(s *Schema) { s.Sections[1].Questions[8].Columns = nil }, []string{"sections.1.questions.8.columns too_few 1"}},
		"column parts": {func(s *Schema) {
			c := &s.Sections[1].Questions[8].Columns[1]
			c.ID, c.When, c.Prefill = "nama", &Rule{}, FromName
		}, []string{"sections.1.questions.8.columns.1.id twice", "sections.1.questions.8.columns.1.when form_stray", "sections.1.questions.8.columns.1.prefill form_stray"}},
		"too many columns": {func(s *Schema) { s.Sections[1].Questions[8].Columns = make([]Question, 13) }, []string{"sections.1.questions.8.columns too_many 12"}},
		"rows":             {func(s *Schema) { s.Sections[1].Questions[8].Most = 101 }, []string{"sections.1.questions.8.most too_large 100"}},
		"files": {func(s *Schema) {
			f := &s.Sections[3].Questions[0]
			f.Most, f.Size, f.Accept = 21, 200e6, []string{"text/html", "image/png", "image/png"}
		}, []string{"sections.3.questions.0.most too_large 20", "sections.3.questions.0.accept.0 choice", "sections.3.questions.0.accept.2 choice", "sections.3.questions.0.size file_size 20 MB"}},

		"unknown question": {when(Rule{Ask: "warna", Op: Answered}), []string{ask + ".ask form_ask"}},
		"later question":   {when(Rule{Not: &Rule{Ask: "luas", Op: Answered}}), []string{ask + ".not.ask form_later"}},
		"itself":           {when(Rule{All: []Rule{{Ask: "jenis", Op: Answered}, {Ask: "lantai", Op: Answered}}}), []string{ask + ".all.1.ask form_circle"}},
		"in a circle": {func(s *Schema) {
			s.Sections[1].Questions[1].When = &Rule{Ask: "nib", Op: Answered} // lantai waits for nib,
			s.Sections[2].When = &Rule{Ask: "tinggi", Op: Answered}           // which waits for tinggi, which waits for lantai
		}, []string{ask + ".ask form_circle"}},
		"section by its own": {func(s *Schema) { s.Sections[3].When = &Rule{Ask: "benar", Op: Answered} }, []string{"sections.3.when.ask form_circle"}},
		"nothing in it":      {when(Rule{}), []string{ask + " form_rule"}},
		"two in one":         {when(Rule{Ask: "jenis", Op: Answered, Not: &Rule{Ask: "jenis", Op: Answered}}), []string{ask + " form_rule"}},
		"stray comparison":   {when(Rule{Op: Is, All: []Rule{{Ask: "jenis", Op: Answered}}}), []string{ask + " form_rule"}},
		"too deep":           {when(deep), []string{ask + ".not.not.not.not.not.not form_deep 40"}},
		"too wide":           {when(wide), []string{ask + ".any.39 form_deep 40", ask + ".any.40 form_deep 40"}},
		"no such comparison": {when(Rule{Ask: "jenis", Op: "like", To: []string{"r"}}), []string{ask + ".op form_op"}},
		"size of a choice":   {when(Rule{Ask: "jenis", Op: Over, To: []string{"rumah"}}), []string{ask + ".op form_op"}},
		"name compared":      {when(Rule{Ask: "nama", Op: Is, To: []string{"Siti"}}), []string{ask + ".op form_op"}},
		"compared with none": {when(Rule{Ask: "jenis", Op: Is}), []string{ask + ".to required"}},
		"two at once":        {when(Rule{Ask: "lahir", Op: Under, To: []string{"today", "today-1d"}}), []string{ask + ".to too_many 1"}},
		"answered by":        {when(Rule{Ask: "jenis", Op: Answered, To: []string{"rumah"}}), []string{ask + ".to form_stray"}},
		"no such day":        {when(Rule{Ask: "lahir", Op: Is, To: []string{"today-2w"}}), []string{ask + ".to.0 form_day"}},
	} {
		s := schemaOf(t, building)
		c.edit(s)
		got := faults(Check(s))
		if !slices.Equal(got, c.wrong) {
			t.Errorf("%s: %v, want %v", name, got, c.wrong)
		}
		for _, f := range got {
			if key := strings.Fields(f)[1]; words.Faults[key] == (words.T{}) {
				t.Errorf("%s has no words", key)
			}
		}
	}
}

func TestEveryKindIsKnown(t *testing.T) {
	t.Parallel()
	for _, k := range Kinds {
		_, text := traits[k]
		if list := k == Choices || k == Table || k == Files; text == list {
			t.Errorf("%s is one text and a list, or neither", k)
		}
	}
	for _, s := range Sources {
		if !slices.ContainsFunc(Kinds, s.fits) {
			t.Errorf("%s stands in no kind", s)
		}
	}
	for name, ok := range map[string]bool{"a": true, "luas_2": true, "": false, "2a": false, "_a": false, "A": false, "a-b": false, strings.Repeat("a", 41): false} {
		if Names(name) != ok {
			t.Errorf("%q names something: %v", name, !ok)
		}
	}
}

func TestDaysOfADefinition(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"2026-01-31": "2026-01-31", "today": "2026-11-23", "today-17y": "2009-11-23", "today+30d": "2026-12-23", "today-6m": "2026-05-23",
		"": "", "today-": "", "today-d": "", "today17y": "", "today-17": "", "today--7y": "", "today-+7y": "", "today+99999y": "", "today+9999y": "", "1890-01-01": "", "2026-13-01": "",
	} {
		got, ok := parseDay(text, day)
		if string(got) != want && ok || ok != (want != "") {
			t.Errorf("%q is %q %v, want %q", text, got, ok, want)
		}
	}
}
