package form

import (
	"maps"
	"slices"
	"strings"

	"rumah/shared/check"
	"rumah/shared/identity"
	"rumah/shared/words"
)

// Row is one answer as people read it: on the page before sending, at the
// desk, in the document.
type Row struct {
	Section string // title, on the first row of a section
	ID      string // of the question
	Kind    Kind
	Label   string
	Value   string     // lines; "" for nothing answered, for a table and for files
	Columns []string   // labels, of a table
	Cells   [][]string // rows of a table
	Files   []File
	Secret  bool   // Value is to be masked where the whole is not needed
	Secrets []bool // the same of the columns
}

// Masked is the row with the middle of what is secret hidden.
func (r Row) Masked() Row {
	if r.Secret {
		r.Value = identity.Mask(r.Value)
	}
	cells := make([][]string, len(r.Cells))
	for i, line := range r.Cells {
		cells[i] = slices.Clone(line)
		for j := range line {
			if r.Secrets[j] {
				cells[i][j] = identity.Mask(line[j])
			}
		}
	}
	r.Cells = cells
	return r
}

// Summary is what was answered, in the order of the form. Questions that are
// not asked are not in it. Areas stand with their codes: their names are the
// city's.
func (f *Form) Summary(a Answers, lang words.Lang) []Row {
	var rows []Row
	var last *Section
	f.fill(a, new(check.Faults), func(s *Section, q *Question, kept Answer) {
		row := Row{ID: q.ID, Kind: q.Kind, Label: q.Label.In(lang), Files: kept.Files, Secret: traits[q.Kind].secret}
		if s != last {
			row.Section, last = s.Title.In(lang), s
		}
		row.Value = q.show(kept.Text, lang)
		if q.Kind == Choices {
			row.Value = q.listed(kept.List, lang)
		}
		if q.Kind == Table {
			q.table(&row, kept.Rows, lang)
		}
		rows = append(rows, row)
	})
	return rows
}

// show is one text as people read it.
func (q *Question) show(s string, lang words.Lang) string {
	if show := traits[q.Kind].show; show != nil && s != "" {
		return show(q, s, lang)
	}
	return s
}

// listed are the labels of choices, one on a line.
func (q *Question) listed(ids []string, lang words.Lang) string {
	labels := make([]string, len(ids))
	for i, id := range ids {
		labels[i] = showChoice(q, id, lang)
	}
	return strings.Join(labels, "\n")
}

func (q *Question) table(row *Row, lines []map[string]string, lang words.Lang) {
	for i := range q.Columns {
		row.Columns = append(row.Columns, q.Columns[i].Label.In(lang))
		row.Secrets = append(row.Secrets, traits[q.Columns[i].Kind].secret)
	}
	for _, line := range lines {
		cells := make([]string, len(q.Columns))
		for i := range q.Columns {
			cells[i] = q.Columns[i].show(line[q.Columns[i].ID], lang)
		}
		row.Cells = append(row.Cells, cells)
	}
}

// Kept is the form for answers that were accepted before: what they say is
// shown as it stands, also where it is masked.
func (f *Form) Kept() *Form {
	kept := *f
	kept.kept = true
	return &kept
}

// Masked are answers with the middle of what is secret hidden, for whoever
// reads what somebody else answered.
func (f *Form) Masked(a Answers) Answers {
	masked := make(Answers, len(a))
	for id, answer := range a {
		q := f.questions[id]
		if q == nil {
			continue // nobody knows what it is
		}
		if traits[q.Kind].secret {
			answer.Text = identity.Mask(answer.Text)
		}
		rows := answer.Rows
		answer.Rows = nil
		for _, row := range rows {
			hidden := maps.Clone(row)
			for _, c := range q.Columns {
				if s := row[c.ID]; s != "" && traits[c.Kind].secret {
					hidden[c.ID] = identity.Mask(s)
				}
			}
			answer.Rows = append(answer.Rows, hidden)
		}
		masked[id] = answer
	}
	return masked
}
