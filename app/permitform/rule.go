package permitform

import (
	"encoding/json"
	"slices"
	"strings"

	"rumah/shared/check"
	"rumah/shared/form"
	"rumah/shared/words"
)

// copyOf is a copy that shares nothing.
func copyOf[T any](v T) T {
	var copied T
	if data, err := json.Marshal(v); err == nil {
		_ = json.Unmarshal(data, &copied) // our own words, read back
	}
	return copied
}

// The ways in which conditions go together.
const (
	always = "always"
	all    = "all"
	anyOf  = "any"
)

// group is a condition as it is written: some of them, and whether all or any
// must hold.
type group struct {
	mode  string
	items []form.Rule
	paths []string // of the items, as faults call them
}

// groupOf takes a condition apart; at is its path.
func groupOf(r *form.Rule, at string) group {
	switch {
	case r == nil:
		return group{mode: always}
	case len(r.Any) > 0:
		return group{anyOf, r.Any, numbered(at+".any", len(r.Any))}
	case len(r.All) > 0:
		return group{all, r.All, numbered(at+".all", len(r.All))}
	}
	return group{all, []form.Rule{*r}, []string{at}}
}

func numbered(at string, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = check.At(at, i)
	}
	return list
}

// rule puts it together again. One condition alone needs no group.
func (g group) rule() *form.Rule {
	items := slices.Clone(g.items)
	switch {
	case g.mode == always || len(items) == 0:
		return nil
	case len(items) == 1 && g.mode == all:
		return &items[0]
	case g.mode == anyOf:
		return &form.Rule{Any: items}
	}
	return &form.Rule{All: items}
}

// inner is a condition without its "not".
func inner(r form.Rule) (form.Rule, bool) {
	if r.Not != nil {
		return *r.Not, true
	}
	return r, false
}

// turned is a condition, or its opposite.
func turned(r form.Rule, not bool) form.Rule {
	if not {
		return form.Rule{Not: &r}
	}
	return r
}

// grouped reports whether a condition is made of others.
func grouped(r form.Rule) bool { return len(r.All) > 0 || len(r.Any) > 0 || r.Not != nil }

// ruleText is a condition in words: "jenis reklame adalah Papan".
func ruleText(l words.Lang, f *form.Schema, r *form.Rule) string {
	switch {
	case r == nil:
		return ""
	case r.Not != nil:
		return words.FormRuleNot.In(l, ruleText(l, f, r.Not))
	case len(r.Any) > 0:
		return joined(words.FormRuleOr, l, f, r.Any)
	case len(r.All) > 0:
		return joined(words.FormRuleAnd, l, f, r.All)
	}
	asked, to := r.Ask, slices.Clone(r.To)
	if q := find(f, r.Ask); q != nil {
		asked = q.Label.In(l)
		for i := range to {
			to[i] = valueText(l, q, to[i])
		}
	}
	text := asked + " " + words.FormOps[string(r.Op)].In(l)
	for i, value := range to {
		if i > 0 {
			value = words.FormRuleOr.In(l, "", value)
		}
		text += " " + strings.TrimSpace(value)
	}
	return text
}

func joined(with words.T, l words.Lang, f *form.Schema, rules []form.Rule) string {
	text := ""
	for i := range rules {
		part := ruleText(l, f, &rules[i])
		if grouped(rules[i]) && rules[i].Not == nil {
			part = "(" + part + ")"
		}
		if text == "" {
			text = part
			continue
		}
		text = with.In(l, text, part)
	}
	return text
}

// valueText is what an answer is compared with, as people read it.
func valueText(l words.Lang, q *form.Question, value string) string {
	switch q.Kind {
	case form.YesNo, form.Statement:
		if value == form.Yes {
			return words.YesWord.In(l)
		}
		return words.NoWord.In(l)
	}
	for _, o := range q.Choices {
		if o.ID == value {
			return o.Label.In(l)
		}
	}
	return value
}

// find is a question of a form by its name.
func find(f *form.Schema, id string) *form.Question {
	for i := range f.Sections {
		for j := range f.Sections[i].Questions {
			if q := &f.Sections[i].Questions[j]; q.ID == id {
				return q
			}
		}
	}
	return nil
}
