package form

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"rumah/shared/check"
	"rumah/shared/words"
)

// drawn is a schema that is right by the way it is made.
func drawn(t *rapid.T) *Schema {
	s := &Schema{}
	var before []*Question
	n := 0
	for i := range rapid.IntRange(1, 4).Draw(t, "sections") {
		section := Section{ID: "s" + strconv.Itoa(i), Title: Text{ID: "S"}, When: condition(t, before, 2), Questions: make([]Question, rapid.IntRange(1, 5).Draw(t, "questions"))}
		for j := range section.Questions {
			q := asking(t, Kinds, "q"+strconv.Itoa(n))
			q.When = condition(t, before, 2)
			n++
			section.Questions[j] = q
			before = append(before, &section.Questions[j])
		}
		s.Sections = append(s.Sections, section)
	}
	return s
}

func asking(t *rapid.T, kinds []Kind, id string) Question {
	q := Question{ID: id, Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Label: Text{ID: "Q"}, Required: rapid.Bool().Draw(t, "required")}
	switch q.Kind {
	case Choice, Choices:
		q.Choices = []Option{{"a", Text{ID: "A"}}, {"b", Text{ID: "B"}}, {"c", Text{ID: "C"}}}
	case Number:
		q.From = rapid.SampledFrom([]string{"", "0.5", "-10"}).Draw(t, "from")
	case Date:
		q.To = rapid.SampledFrom([]string{"", "today", "today-17y"}).Draw(t, "to")
	case Table:
		q.Columns = []Question{asking(t, []Kind{Line, Number, NIK, Choice}, "c0"), asking(t, []Kind{Line, Money, Date, YesNo}, "c1")}
	case Files:
		q.Most = 3
	}
	return q
}

// condition draws a rule over earlier questions, or none.
func condition(t *rapid.T, before []*Question, depth int) *Rule {
	if len(before) == 0 || rapid.IntRange(0, 2).Draw(t, "condition") == 0 {
		return nil
	}
	r := compared(t, before)
	if depth == 0 {
		return &r
	}
	switch rapid.IntRange(0, 4).Draw(t, "shape") {
	case 0:
		return &Rule{Not: &r}
	case 1:
		if other := condition(t, before, depth-1); other != nil {
			return &Rule{All: []Rule{r, *other}}
		}
	case 2:
		if other := condition(t, before, depth-1); other != nil {
			return &Rule{Any: []Rule{*other, r}}
		}
	}
	return &r
}

func compared(t *rapid.T, before []*Question) Rule {
	q := rapid.SampledFrom(before).Draw(t, "ask")
	switch q.Kind {
	case Choice:
		return Rule{Ask: q.ID, Op: Is, To: []string{"a", "b"}}
	case Choices:
		return Rule{Ask: q.ID, Op: Has, To: []string{"b"}}
	case Number, Money:
		return Rule{Ask: q.ID, Op: rapid.SampledFrom([]Op{Is, Under, AtMost, AtLeast, Over}).Draw(t, "op"), To: []string{"3"}}
	case Date:
		return Rule{Ask: q.ID, Op: Over, To: []string{"today-20y"}}
	case YesNo:
		return Rule{Ask: q.ID, Op: Is, To: []string{Yes}}
	}
	return Rule{Ask: q.ID, Op: Answered}
}

// typed are texts that some kinds take and others do not.
var typed = []string{"", " ", "a", "b", "yes", "no", "3", "1.250,5", "Rp 20.000", "-4", "1968-08-05", "2015-01-01", "3515144508680002", "0812 3456 7890", "a@b.id", "35.15.08.1005", "-7.4,112.7", "dua  kata", "x\x00"}

func answered(t *rapid.T, s *Schema) Answers {
	a := Answers{}
	for _, section := range s.Sections {
		for _, q := range section.Questions {
			if rapid.IntRange(0, 4).Draw(t, "skip") > 0 {
				a[q.ID] = answer(t, &q)
			}
		}
	}
	return a
}

func answer(t *rapid.T, q *Question) Answer {
	word := rapid.SampledFrom(typed)
	switch q.Kind {
	case Choices:
		return Answer{List: rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", "c", "d"}), 0, 3).Draw(t, "list")}
	case Files:
		var files []File
		for _, id := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"f1", "f2", "f3", "f4"}), 0, 3, rapid.ID).Draw(t, "files") {
			files = append(files, File{ID: id, Name: id, Type: "image/png", Size: 9})
		}
		return Answer{Files: files}
	case Table:
		var rows []map[string]string
		for range rapid.IntRange(0, 2).Draw(t, "rows") {
			rows = append(rows, map[string]string{"c0": word.Draw(t, "c0"), "c1": word.Draw(t, "c1")})
		}
		return Answer{Rows: rows}
	case NIK, KK, Phone, Email, Area, Point, Statement: // else a form is hardly ever right
		for _, s := range typed {
			if _, key, _ := traits[q.Kind].read(q, day, s); key == "" && rapid.IntRange(0, 5).Draw(t, "right") > 0 {
				return one(s)
			}
		}
	}
	return one(word.Draw(t, "text"))
}

func TestWhatIsKeptIsKeptAgain(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := drawn(t)
		if err := Check(s); err != nil {
			t.Fatalf("the schema is wrong: %v", err)
		}
		f, a := On(s, day), answered(t, s)
		before := maps.Clone(a)
		kept, err := f.Validate(a)
		if !reflect.DeepEqual(before, a) {
			t.Fatal("answers were changed in place")
		}
		again, errAgain := f.Validate(kept)
		if !reflect.DeepEqual(kept, again) || err == nil && errAgain != nil {
			t.Fatalf("kept %v (%v), then %v (%v)", kept, err, again, errAgain)
		}
		visible := f.Visible(a)
		if !maps.Equal(visible, f.Visible(kept)) {
			t.Fatalf("asked %v, of what is kept %v", visible, f.Visible(kept))
		}
		for id := range kept {
			if !visible[id] {
				t.Fatalf("%s is kept and not asked", id)
			}
		}
		if missing := f.Missing(a); err == nil && missing != nil {
			t.Fatalf("nothing is wrong and %v is missing", missing)
		}
		asked := 0
		for _, step := range f.Steps(a) {
			asked += len(step.Questions)
		}
		if rows := f.Summary(a, words.ID); len(rows) != asked || asked != len(visible) {
			t.Fatalf("%d are asked, %d stand in steps, %d in the summary", len(visible), asked, len(rows))
		}
	})
}

func TestCorrectionsChangeOnlyWhatWasMarked(t *testing.T) {
	t.Parallel()
	accepted := 0
	rapid.Check(t, func(t *rapid.T) {
		s := drawn(t)
		f := On(s, day)
		before, err := f.Validate(answered(t, s))
		if err != nil {
			before = f.fill(before, new(check.Faults), nil)
		}
		after := maps.Clone(before)
		var marks []string
		for id, q := range f.questions {
			if rapid.IntRange(0, 3).Draw(t, "mark "+id) == 0 {
				marks = append(marks, id)
			} else if q.Kind == Files && len(before[id].Files) > 0 && rapid.Bool().Draw(t, "file "+id) {
				marks = append(marks, Mark(id, before[id].Files[0].ID))
			}
			if rapid.IntRange(0, 2).Draw(t, "change "+id) == 0 {
				after[id] = answer(t, q)
			}
		}
		kept, err := f.Correct(before, after, marks)
		if err != nil {
			return
		}
		accepted++
		asked, still := f.Visible(before), f.Visible(kept)
		for _, id := range Diff(before, kept) {
			switch {
			case slices.Contains(marks, id), asked[id] && !still[id], !asked[id] && still[id]:
			case f.questions[id].Kind == Files:
				for i, file := range before[id].Files {
					if i > 0 && !slices.Contains(kept[id].Files, file) {
						t.Fatalf("%v became %v with marks %v", before[id], kept[id], marks)
					}
				}
			default:
				t.Fatalf("%s became %v, was %v, with marks %v", id, kept[id], before[id], marks)
			}
		}
	})
	if accepted == 0 {
		t.Error("no correction was accepted, so nothing was looked at")
	}
}

func FuzzForm(f *testing.F) {
	good, err := json.Marshal(good())
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(building), good)
	f.Add([]byte(`{"sections":[{"questions":[{"id":"a","when":{"ask":"b","op":"is","to":["1"]}},{"id":"b","when":{"ask":"a"}},{"id":"a"}]}]}`), []byte(`{"a":{"text":"1"},"b":{"rows":[{}]}}`))
	f.Add([]byte(`{"sections":[{"id":"x","when":{"not":{"not":{"any":[{}]}}},"questions":[{"id":"t","kind":"table","most":-5,"columns":[{"id":"t","kind":"table"},{"kind":"choices"}]}]}]}`), []byte(`{"t":{"rows":[{"t":"1","":"2"},null]}}`))
	f.Add([]byte(`{"sections":[{"questions":[{"id":"d","kind":"date","from":"today+99999y","to":"today-0d"},{"id":"n","kind":"number","from":"-.,","to":"1.1.1"}]}]}`), []byte(`{"d":{"text":"0000-00-00"},"n":{"text":"-,1"}}`))
	f.Fuzz(func(t *testing.T, schema, answers []byte) {
		var s Schema
		var a Answers
		if json.Unmarshal(schema, &s) != nil || json.Unmarshal(answers, &a) != nil {
			return
		}
		right := Check(&s)
		g := On(&s, day)
		kept, _ := g.Validate(a)
		if again, _ := g.Validate(kept); !reflect.DeepEqual(kept, again) {
			t.Fatalf("kept %v, then %v", kept, again)
		}
		visible := g.Visible(a)
		for _, r := range g.Summary(a, words.JV) {
			_ = r.Masked()
			if !visible[r.ID] {
				t.Fatalf("%s stands in the summary and is not asked", r.ID)
			}
		}
		g.Prefill(a, Profile{FromName: "x", FromNIK: string(answers)})
		if c, err := g.Correct(kept, a, []string{"a", "t.x"}); err == nil && c == nil {
			t.Fatal("a correction that is nothing")
		}
		_ = s.Names()
		if right != nil {
			return
		}
		for _, id := range g.Missing(nil) {
			if g.Question(id) == nil {
				t.Fatalf("%s is missing and no question", id)
			}
		}
	})
}
