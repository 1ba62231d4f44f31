package answer

import (
	"maps"
	"slices"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/ui"
	"rumah/shared/form"
	"rumah/shared/words"
)

// table is a question with lines of columns. One line is there from the
// start: an empty one is left out when it is sent.
func (s *Sheet) table(q *form.Question) ui.UI {
	id := q.ID
	rows := s.lines(id)
	lines := make([]ui.UI, len(rows))
	for i := range rows {
		cells := make([]ui.UI, len(q.Columns))
		for j := range q.Columns {
			cells[j] = s.cell(q, i, &q.Columns[j])
		}
		lines[i] = ui.Div("card stack stack-4", cells...)
	}
	add := words.ApplyAddLine.In(s.Lang)
	if len(rows) >= q.Rows() {
		add = ""
	}
	label := q.Label.In(s.Lang)
	if o := s.optional(q); o != "" {
		label += " " + o
	}
	name := func(t words.T) func(int) string {
		return func(i int) string { return t.In(s.Lang, words.ApplyLine.In(s.Lang, strconv.Itoa(i+1))) }
	}
	return ui.Repeat{
		Name: FieldID(id), Title: label, Hint: q.Help.In(s.Lang), Error: s.wrong(id), Turn: s.turns[id], Add: add, Lines: lines,
		Up: name(words.ItemUp), Down: name(words.ItemDown), Remove: name(words.ItemRemove),
		DoAdd: s.rework(id, func(rows []map[string]string) ([]map[string]string, int) {
			return append(rows, map[string]string{}), len(rows)
		}),
		DoUp:   func(i int) goapp.EventHandler { return s.rework(id, swap(i, i-1)) },
		DoDown: func(i int) goapp.EventHandler { return s.rework(id, swap(i, i+1)) },
		DoRemove: func(i int) goapp.EventHandler {
			return s.rework(id, func(rows []map[string]string) ([]map[string]string, int) {
				if i < len(rows) {
					rows = slices.Delete(rows, i, i+1)
				}
				return rows, max(0, i-1)
			})
		},
	}.UI()
}

// lines are the lines of a table as they are shown.
func (s *Sheet) lines(id string) []map[string]string {
	if rows := s.answers[id].Rows; len(rows) > 0 {
		return rows
	}
	return []map[string]string{{}}
}

func swap(i, j int) func([]map[string]string) ([]map[string]string, int) {
	return func(rows []map[string]string) ([]map[string]string, int) {
		if i < len(rows) && j >= 0 && j < len(rows) {
			rows[i], rows[j] = rows[j], rows[i]
		}
		return rows, j
	}
}

// rework changes which lines there are; focus goes to the one that edit
// names. The fields are made anew, for a browser keeps what was typed.
func (s *Sheet) rework(id string, edit func([]map[string]string) ([]map[string]string, int)) goapp.EventHandler {
	return func(ctx goapp.Context, _ goapp.Event) {
		rows, at := edit(slices.Clone(s.lines(id)))
		s.turns[id]++
		s.Set(ctx, id, form.Answer{Rows: rows})
		if q := s.form.Question(id); q != nil && len(q.Columns) > 0 {
			first := FieldID(cellAt(id, at, q.Columns[0].ID))
			ctx.Defer(func(goapp.Context) { browser.Focus(first) })
		}
	}
}

// cell is one column of a line.
func (s *Sheet) cell(q *form.Question, row int, c *form.Question) ui.UI {
	id, column, at := q.ID, c.ID, cellAt(q.ID, row, c.ID)
	f := s.field(c, at, s.lines(id)[row][column])
	f.Hint = c.Help.In(s.Lang)
	switch c.Kind {
	case form.Choice, form.YesNo:
		f.Choices = append([]ui.Choice{{Label: words.ChooseOne.In(s.Lang)}}, s.options(c)...)
	case form.Area:
		return s.areaFields(c, at, f, func(ctx goapp.Context, code string) { s.fill(ctx, id, row, column, code) })
	}
	f.Change = func(ctx goapp.Context, _ goapp.Event) { s.fill(ctx, id, row, column, ui.Value(ctx)) }
	return f.UI()
}

// fill writes one cell.
func (s *Sheet) fill(ctx goapp.Context, id string, row int, column, text string) {
	rows := slices.Clone(s.lines(id))
	if row >= len(rows) {
		return
	}
	rows[row] = maps.Clone(rows[row])
	rows[row][column] = text
	s.Set(ctx, id, form.Answer{Rows: rows})
}
