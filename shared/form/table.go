package form

import (
	"maps"
	"slices"
	"strconv"

	"rumah/shared/check"
)

// Rows is the greatest number of lines of a table.
func (q *Question) Rows() int {
	if q.Most > 0 {
		return min(q.Most, MostRows)
	}
	return usualRows
}

// rows keeps the rows in which something was answered. What is wrong stands
// under question, row and column: "bangunan.2.luas".
func (f *Form) rows(q *Question, list []map[string]string, faults *check.Faults) []map[string]string {
	if most := q.Rows(); len(list) > most {
		faults.Add(q.ID, "too_many", strconv.Itoa(most))
		return nil
	}
	var kept []map[string]string
	for i, row := range list {
		at := check.At(q.ID, i)
		q.known(at, row, faults)
		if !written(row) {
			continue
		}
		cells := make(map[string]string, len(row))
		for j := range q.Columns {
			c := &q.Columns[j]
			if s := f.text(c, check.Join(at, c.ID), row[c.ID], faults); s != "" {
				cells[c.ID] = s
			}
		}
		if len(cells) > 0 {
			kept = append(kept, cells)
		}
	}
	return counted(q, kept, 0, faults)
}

// written reports whether anything stands in a row.
func written(row map[string]string) bool {
	for _, s := range row {
		if !check.Blank(s) {
			return true
		}
	}
	return false
}

// known refuses cells of columns that the table has not.
func (q *Question) known(at string, row map[string]string, faults *check.Faults) {
	found := 0
	for i := range q.Columns {
		if _, ok := row[q.Columns[i].ID]; ok {
			found++
		}
	}
	if found >= len(row) {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(row)) {
		if !slices.ContainsFunc(q.Columns, func(c Question) bool { return c.ID == name }) {
			faults.Add(nameOr(at, name), "unknown_field", "")
		}
	}
}

// nameOr is where a field that should not be there stands. A name that could
// be none is not repeated: it may be as long as the sender likes.
func nameOr(at, name string) string {
	if !Names(name) {
		return at
	}
	return check.Join(at, name)
}
