package city

import (
	"slices"

	"rumah/shared/form"
)

// speech are the texts of forms and ways in other languages, by what they say
// in Indonesian: what several services ask alike is translated once.
type speech struct {
	rows map[string]row
	used map[string]bool
	list []row
}

func (r *reader) permitWords() *speech {
	s := &speech{rows: map[string]row{}, used: map[string]bool{}}
	seen := map[string]int{}
	for _, at := range r.table("permit_words.csv", "id", "en", "jv") {
		at.text("id")
		at.unique(seen, "id")
		if _, there := s.rows[at.cell["id"]]; !there {
			s.rows[at.cell["id"]] = at
			s.list = append(s.list, at)
		}
	}
	return s
}

// translate says everything of a permit in the other languages too.
func (s *speech) translate(p *Permit) {
	for _, t := range texts(p) {
		if at, ok := s.rows[t.ID]; ok {
			t.EN, t.JV = at.cell["en"], at.cell["jv"]
			s.used[t.ID] = true
		}
	}
}

// spoken are the files whose texts are translated.
var spoken = []string{"permits.csv", "permit_steps.csv", "permit_sections.csv", "permit_questions.csv"}

// unused notes translations of what nobody says: the Indonesian was changed,
// and the other languages would be lost unnoticed. Where anything else is
// wrong it may be the reason.
func (s *speech) unused() {
	for _, at := range s.list {
		if slices.ContainsFunc(at.problems, func(p Problem) bool { return slices.Contains(spoken, p.File) }) {
			return
		}
		if id := at.cell["id"]; id != "" && !s.used[id] {
			at.wrong("id", "%q is said by no service; it must be written as there", id)
		}
	}
}

// texts are all texts of a permit.
func texts(p *Permit) []*form.Text {
	list := []*form.Text{&p.Definition.Appeal}
	for i := range p.Definition.Steps {
		list = append(list, &p.Definition.Steps[i].Name)
	}
	for i := range p.Form.Sections {
		section := &p.Form.Sections[i]
		list = append(list, &section.Title, &section.Help)
		for j := range section.Questions {
			list = ask(list, &section.Questions[j])
		}
	}
	return list
}

// ask adds the texts of a question and its columns.
func ask(list []*form.Text, q *form.Question) []*form.Text {
	list = append(list, &q.Label, &q.Help)
	for i := range q.Choices {
		list = append(list, &q.Choices[i].Label)
	}
	for i := range q.Columns {
		list = ask(list, &q.Columns[i])
	}
	return list
}
