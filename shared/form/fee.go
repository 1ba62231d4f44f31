package form

import (
	"rumah/shared/check"
	"rumah/shared/form/formula"
)

// Names are the questions that a fee formula may speak of, for its Check.
func (s *Schema) Names() formula.Names {
	var all []Question
	for _, section := range s.Sections {
		all = append(all, section.Questions...)
	}
	names := countable(all)
	names.Tables = map[string]formula.Names{}
	for _, q := range all {
		if q.Kind == Table {
			names.Tables[q.ID] = countable(q.Columns)
		}
	}
	return names
}

func countable(questions []Question) formula.Names {
	names := formula.Names{Numbers: map[string]bool{}, Choices: map[string]map[string]bool{}}
	for _, q := range questions {
		switch {
		case traits[q.Kind].counted:
			names.Numbers[q.ID] = true
		case q.Kind == Choice:
			names.Choices[q.ID] = map[string]bool{}
			for _, o := range q.Choices {
				names.Choices[q.ID][o.ID] = true
			}
		case q.Kind == YesNo:
			names.Choices[q.ID] = map[string]bool{Yes: true, No: true}
		}
	}
	return names
}

// Fee is what the answers cost by a formula, in whole rupiah. Answers that
// are missing or wrong count as 0: ask Validate first when the sum is final.
func (f *Form) Fee(fee *formula.Formula, a Answers) (int64, error) {
	values := formula.Values{Answers: map[string]string{}, Tables: map[string][]map[string]string{}}
	for id, answer := range f.fill(a, new(check.Faults), nil) {
		values.Answers[id] = answer.Text
		values.Tables[id] = answer.Rows
	}
	return fee.Rupiah(values)
}
