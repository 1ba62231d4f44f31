package form

import (
	"slices"

	"rumah/shared/calendar"
)

// Op is how a condition compares.
type Op string

// The comparisons. A question that was not asked or not answered fulfils
// none of them; Not turns that round.
const (
	Is       Op = "is"       // the answer is one of To
	Has      Op = "has"      // one of To is among the choices
	Under    Op = "under"    // number, money, date: before To
	AtMost   Op = "most"     //
	AtLeast  Op = "least"    //
	Over     Op = "over"     //
	Answered Op = "answered" // whatever the answer is
)

// Ops are all comparisons.
var Ops = []Op{Is, Has, Under, AtMost, AtLeast, Over, Answered}

// Rule is the condition under which a question or a section is asked. It is
// one of four things: all of some rules, any of them, not a rule, or a
// comparison with the answer to an earlier question.
type Rule struct {
	All []Rule   `json:"all,omitempty"`
	Any []Rule   `json:"any,omitempty"`
	Not *Rule    `json:"not,omitempty"`
	Ask string   `json:"ask,omitempty"` // id of the question
	Op  Op       `json:"op,omitempty"`
	To  []string `json:"to,omitempty"` // days may be "today-60d"
}

// holds reports whether a rule is fulfilled by what was answered so far. A
// question that comes later is not among it, so no rule can go in circles.
func (f *Form) holds(r *Rule, kept Answers) bool {
	switch {
	case r == nil:
		return true
	case r.Ask != "":
		return f.compare(r, kept)
	case r.Not != nil:
		return !f.holds(r.Not, kept)
	case len(r.Any) > 0:
		return slices.ContainsFunc(r.Any, func(r Rule) bool { return f.holds(&r, kept) })
	}
	return !slices.ContainsFunc(r.All, func(r Rule) bool { return !f.holds(&r, kept) })
}

func (f *Form) compare(r *Rule, kept Answers) bool {
	q, answer := f.questions[r.Ask], kept[r.Ask]
	if q == nil || answer.Blank() {
		return false
	}
	switch r.Op {
	case Answered:
		return true
	case Is:
		return slices.ContainsFunc(r.To, func(to string) bool { return order(q, f.day, answer.Text, to) == 0 })
	case Has:
		return slices.ContainsFunc(r.To, func(to string) bool { return slices.Contains(answer.List, to) })
	}
	if len(r.To) == 0 || !traits[q.Kind].ordered {
		return false
	}
	switch o := order(q, f.day, answer.Text, r.To[0]); r.Op {
	case Under:
		return o == -1
	case AtMost:
		return o == -1 || o == 0
	case AtLeast:
		return o == 1 || o == 0
	case Over:
		return o == 1
	}
	return false
}

// incomparable is the order of what has none.
const incomparable = 2

// order is -1, 0 or 1 as an answer is less than, the same as or more than
// what a rule names.
func order(q *Question, day calendar.Date, answer, to string) int {
	switch q.Kind {
	case Number, Money:
		a, okA := parseNumber(answer)
		b, okB := parseNumber(to)
		if !okA || !okB {
			return incomparable
		}
		return sign(a < b, a > b)
	case Date:
		d, ok := parseDay(to, day)
		if !ok {
			return incomparable
		}
		return sign(answer < string(d), answer > string(d))
	}
	if answer != to {
		return incomparable
	}
	return 0
}

func sign(less, more bool) int {
	switch {
	case less:
		return -1
	case more:
		return 1
	}
	return 0
}
