package permitform

import (
	"slices"

	"rumah/shared/form"
	"rumah/shared/permitform"
)

// spot is a section of a form, or a question of it; question is -1 for the
// section itself.
type spot struct{ section, question int }

// called is what stands at a spot, as its writer calls it.
func (p spot) called(f *form.Schema) string {
	if p.question < 0 {
		return f.Sections[p.section].Title.ID
	}
	return f.Sections[p.section].Questions[p.question].Label.ID
}

// move moves what stands at a spot up (-1) or down (1) and answers where it
// stands then. A question at the end of its section goes into the next one.
func move(f *form.Schema, p spot, by int) (spot, bool) {
	to := p
	if p.question < 0 {
		to.section += by
		if to.section < 0 || to.section >= len(f.Sections) {
			return p, false
		}
		f.Sections = slices.Clone(f.Sections)
		f.Sections[p.section], f.Sections[to.section] = f.Sections[to.section], f.Sections[p.section]
		return to, true
	}
	to.question += by
	if to.question >= 0 && to.question < len(f.Sections[p.section].Questions) {
		list := slices.Clone(f.Sections[p.section].Questions)
		list[p.question], list[to.question] = list[to.question], list[p.question]
		f.Sections[p.section].Questions = list
		return to, true
	}
	if to.section += by; to.section < 0 || to.section >= len(f.Sections) {
		return p, false
	}
	q := take(f, p)
	if to.question = 0; by < 0 {
		to.question = len(f.Sections[to.section].Questions)
	}
	put(f, to, q)
	return to, true
}

// take takes a question out.
func take(f *form.Schema, p spot) form.Question {
	list := &f.Sections[p.section].Questions
	q := (*list)[p.question]
	*list = slices.Delete(slices.Clone(*list), p.question, p.question+1)
	return q
}

// put puts a question in.
func put(f *form.Schema, p spot, q form.Question) {
	list := &f.Sections[p.section].Questions
	*list = slices.Insert(slices.Clone(*list), p.question, q)
}

// gone is what was deleted last: it can come back to where it stood.
type gone struct {
	at       spot
	called   string
	section  form.Section
	question form.Question
}

// remove deletes what stands at a spot.
func remove(f *form.Schema, p spot) gone {
	g := gone{at: p, called: p.called(f)}
	if p.question >= 0 {
		g.question = take(f, p)
		return g
	}
	g.section = f.Sections[p.section]
	f.Sections = slices.Delete(slices.Clone(f.Sections), p.section, p.section+1)
	return g
}

// back puts it where it stood, or as near as there is room. What has its name
// by now keeps it: two of a name are told when the form is saved.
func (g gone) back(f *form.Schema) spot {
	p := g.at
	if p.question < 0 {
		p.section = min(p.section, len(f.Sections))
		f.Sections = slices.Insert(slices.Clone(f.Sections), p.section, g.section)
		return p
	}
	if len(f.Sections) == 0 {
		f.Sections = []form.Section{{ID: form.Fresh("", f.Taken)}}
	}
	p.section = min(p.section, len(f.Sections)-1)
	p.question = min(p.question, len(f.Sections[p.section].Questions))
	put(f, p, g.question)
	return p
}

// double adds a copy of what stands at a spot below it, under names of its
// own.
func double(c *permitform.Content, p spot) spot {
	f := &c.Form
	if p.question < 0 {
		copied := copyOf(f.Sections[p.section])
		copied.ID = form.Fresh(copied.ID, f.Taken)
		for i := range copied.Questions {
			q := &copied.Questions[i]
			old := q.ID
			q.ID = form.Fresh(old, func(name string) bool {
				return name == copied.ID || f.Taken(name) || slices.ContainsFunc(copied.Questions[:i], func(o form.Question) bool { return o.ID == name })
			})
			for j := i + 1; j < len(copied.Questions); j++ { // they asked about their own
				rename(copied.Questions[j].When, old, q.ID)
			}
		}
		p.section++
		f.Sections = slices.Insert(slices.Clone(f.Sections), p.section, copied)
		return p
	}
	copied := copyOf(f.Sections[p.section].Questions[p.question])
	copied.ID = form.Fresh(copied.ID, f.Taken)
	p.question++
	put(f, p, copied)
	return p
}

// rename lets a condition ask about a question under its new name.
func rename(r *form.Rule, old, name string) {
	if r == nil {
		return
	}
	if r.Ask == old {
		r.Ask = name
	}
	rename(r.Not, old, name)
	for i := range r.All {
		rename(&r.All[i], old, name)
	}
	for i := range r.Any {
		rename(&r.Any[i], old, name)
	}
}

// named gives a question another name, and lets all conditions follow.
func named(f *form.Schema, q *form.Question, name string) {
	old := q.ID
	q.ID = name
	for i := range f.Sections {
		rename(f.Sections[i].When, old, name)
		for j := range f.Sections[i].Questions {
			rename(f.Sections[i].Questions[j].When, old, name)
		}
	}
}

// before are the questions that a condition at a spot can ask about.
func before(f *form.Schema, p spot) []*form.Question {
	var list []*form.Question
	for i := range f.Sections[:p.section+1] {
		for j := range f.Sections[i].Questions {
			if i == p.section && (p.question < 0 || j >= p.question) {
				break
			}
			list = append(list, &f.Sections[i].Questions[j])
		}
	}
	return list
}

// follow lets the name of a question follow its words, as long as it is made
// of them and nothing was published under it.
func follow(public, f *form.Schema, q *form.Question, before string) {
	others := func(name string) bool { return name != q.ID && f.Taken(name) }
	if find(public, q.ID) == nil && (q.ID == "" || q.ID == form.Fresh(before, others)) {
		named(f, q, form.Fresh(q.Label.ID, others))
	}
}

// followColumn is follow for a column of a table.
func followColumn(public, f *form.Schema, c *form.Question, before string) {
	table := tableOf(f, c)
	if table == nil {
		return
	}
	has := func(q *form.Question, name string) bool {
		return q != nil && slices.ContainsFunc(q.Columns, func(o form.Question) bool { return o.ID == name })
	}
	others := func(name string) bool { return name != c.ID && has(table, name) }
	if !has(find(public, table.ID), c.ID) && (c.ID == "" || c.ID == form.Fresh(before, others)) {
		c.ID = form.Fresh(c.Label.ID, others)
	}
}

// tableOf is the table that a column belongs to.
func tableOf(f *form.Schema, c *form.Question) *form.Question {
	for i := range f.Sections {
		for j := range f.Sections[i].Questions {
			q := &f.Sections[i].Questions[j]
			for k := range q.Columns {
				if &q.Columns[k] == c {
					return q
				}
			}
		}
	}
	return nil
}

// followOption is follow for one of the choices.
func followOption(public *form.Schema, q *form.Question, o *form.Option, before string) {
	has := func(q *form.Question, name string) bool {
		return q != nil && slices.ContainsFunc(q.Choices, func(o form.Option) bool { return o.ID == name })
	}
	others := func(name string) bool { return name != o.ID && has(q, name) }
	if !has(find(public, q.ID), o.ID) && (o.ID == "" || o.ID == form.Fresh(before, others)) {
		o.ID = form.Fresh(o.Label.ID, others)
	}
}
