package form

import (
	"slices"
	"strconv"
)

// Sources are what of a profile can stand in an answer of this kind.
func (k Kind) Sources() []Source { return traits[k].sources }

// Ops are how conditions can compare the answer to a question of this kind.
func (k Kind) Ops() []Op {
	var fit []Op
	for _, o := range Ops {
		if o.fits(k) {
			fit = append(fit, o)
		}
	}
	return fit
}

// Column reports whether a question of this kind can be a column of a table.
func (k Kind) Column() bool {
	trait, simple := traits[k]
	return simple && !trait.whole
}

// Ranged reports whether a question of this kind has a smallest and a largest
// answer, From and To.
func (k Kind) Ranged() bool { return traits[k].ordered }

// As is the question asked as another kind: what that kind has no use for is
// left out. What is asked for stays, and so does its name.
func (q Question) As(k Kind) Question {
	letters := func(k Kind) bool { return k == Line || k == Paragraph }
	if q.Kind != k {
		q.From, q.To, q.Wide, q.Accept, q.Size = "", "", false, nil, 0
		if !letters(q.Kind) || !letters(k) {
			q.Least, q.Most = 0, 0
		}
	}
	if k != Choice && k != Choices {
		q.Choices = nil
	}
	if k != Table {
		q.Columns = nil
	}
	if q.Prefill != "" && !q.Prefill.fits(k) {
		q.Prefill = ""
	}
	if q.Kind = k; letters(k) && q.Least > mostLetters(&q) {
		q.Least = 0
	}
	return q
}

// Fresh is a name for a question, a section or a choice that nothing bears
// yet, made of what it is called: "Nama usaha" becomes "nama_usaha".
func Fresh(called string, taken func(string) bool) string {
	var b []byte
	for _, r := range called {
		switch {
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
			fallthrough
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9' && len(b) > 0:
			b = append(b, byte(r))
		case len(b) > 0 && b[len(b)-1] != '_':
			b = append(b, '_')
		}
	}
	name := string(b[:min(len(b), mostName-4)])
	for len(name) > 0 && name[len(name)-1] == '_' {
		name = name[:len(name)-1]
	}
	if name == "" {
		name = "isian"
	}
	if !taken(name) {
		return name
	}
	for n := 2; ; n++ {
		if numbered := name + "_" + strconv.Itoa(n); !taken(numbered) {
			return numbered
		}
	}
}

// Taken reports whether something of the schema bears a name: a section or a
// question.
func (s *Schema) Taken(name string) bool {
	return slices.ContainsFunc(s.Sections, func(section Section) bool {
		return section.ID == name || slices.ContainsFunc(section.Questions, func(q Question) bool { return q.ID == name })
	})
}
