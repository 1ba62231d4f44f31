package form

import (
	"slices"
	"strconv"

	"rumah/shared/check"
)

// rule looks at a condition.
func (d *definition) rule(at string, r *Rule) {
	parts := MostRules
	d.part(at, r, 0, &parts)
}

// part looks at one rule; left is how many more a condition may have.
func (d *definition) part(at string, r *Rule, depth int, left *int) {
	if *left--; *left < 0 || depth > mostDepth {
		d.Add(at, "form_deep", strconv.Itoa(MostRules))
		return
	}
	if !r.one() {
		d.Add(at, "form_rule", "")
		return
	}
	for i := range r.All {
		d.part(check.At(at+".all", i), &r.All[i], depth+1, left)
	}
	for i := range r.Any {
		d.part(check.At(at+".any", i), &r.Any[i], depth+1, left)
	}
	if r.Not != nil {
		d.part(at+".not", r.Not, depth+1, left)
	}
	if r.Ask != "" {
		d.comparison(at, r)
	}
}

// one reports whether a rule is exactly one of the four things it can be.
func (r *Rule) one() bool {
	n := 0
	for _, there := range []bool{len(r.All) > 0, len(r.Any) > 0, r.Not != nil, r.Ask != ""} {
		if there {
			n++
		}
	}
	return n == 1 && (r.Ask != "" || r.Op == "" && len(r.To) == 0)
}

func (d *definition) comparison(at string, r *Rule) {
	q := d.before[r.Ask]
	switch {
	case q == nil && d.all[r.Ask] == nil:
		d.Add(at+".ask", "form_ask", "")
	case q == nil && d.circles[r.Ask]:
		d.Add(at+".ask", "form_circle", "")
	case q == nil:
		d.Add(at+".ask", "form_later", "")
	case !slices.Contains(Ops, r.Op) || !r.Op.fits(q.Kind):
		d.Add(at+".op", "form_op", "")
	case r.Op == Answered && len(r.To) > 0:
		d.Add(at+".to", "form_stray", "")
	case r.Op != Answered:
		d.values(at+".to", r, q)
	}
}

// fits reports whether answers of a kind can be compared so.
func (o Op) fits(k Kind) bool {
	switch o {
	case Answered:
		return true
	case Is:
		return k == Choice || k == YesNo || k == Statement || k == Area || traits[k].ordered
	case Has:
		return k == Choices
	}
	return traits[k].ordered
}

// values looks at what an answer is compared with.
func (d *definition) values(at string, r *Rule, q *Question) {
	most := MostChoices
	if r.Op != Is && r.Op != Has {
		most = 1
	}
	switch {
	case len(r.To) == 0:
		d.Add(at, "required", "")
	case len(r.To) > most:
		d.Add(at, "too_many", strconv.Itoa(most))
	}
	for i, to := range r.To {
		if key := q.comparable(to); key != "" {
			d.Add(check.At(at, i), key, "")
		}
	}
}

// comparable says what is wrong with a value that answers are compared with.
func (q *Question) comparable(to string) (key string) {
	ok := true
	switch q.Kind {
	case Choice, Choices:
		_, ok = q.option(to)
		key = "form_choice"
	case Number, Money:
		_, ok = parseNumber(to)
		key = "number"
	case Date:
		_, ok = parseDay(to, aDay)
		key = "form_day"
	default:
		_, key, _ = traits[q.Kind].read(q, aDay, to)
		ok = key == ""
	}
	if ok {
		return ""
	}
	return key
}

// circles are the questions that, by way of conditions, wait for themselves.
func circles(s *Schema) map[string]bool {
	needs := map[string][]string{}
	for i := range s.Sections {
		for j := range s.Sections[i].Questions {
			q := &s.Sections[i].Questions[j]
			budget := 2 * MostRules
			needs[q.ID] = q.When.asks(s.Sections[i].When.asks(needs[q.ID], 0, &budget), 0, &budget)
		}
	}
	// What needs nothing, and then what only needs that, is no circle; nor is
	// what nothing needs. What stays waits for itself, or stands between two
	// that do.
	left := map[string]bool{}
	for id := range tangled(tangled(needs)) {
		left[id] = true
	}
	return left
}

// tangled takes away what needs nothing, and what only needs what was taken
// away, and so on. It answers what is left the other way round: who is needed
// by whom.
func tangled(needs map[string][]string) map[string][]string {
	users, open := map[string][]string{}, map[string]int{}
	for id, list := range needs {
		for _, need := range list {
			if _, exists := needs[need]; exists {
				users[need] = append(users[need], id)
				open[id]++
			}
		}
	}
	var free []string
	for id := range needs {
		if open[id] == 0 {
			free = append(free, id)
		}
	}
	for ; len(free) > 0; free = free[1:] {
		for _, user := range users[free[0]] {
			if open[user]--; open[user] == 0 {
				free = append(free, user)
			}
		}
	}
	left := map[string][]string{}
	for id, n := range open {
		if n > 0 {
			left[id] = slices.DeleteFunc(users[id], func(user string) bool { return open[user] == 0 })
		}
	}
	return left
}

// asks adds the questions that a rule names.
func (r *Rule) asks(list []string, depth int, budget *int) []string {
	if *budget--; r == nil || depth > mostDepth || *budget < 0 {
		return list
	}
	for i := range r.All {
		list = r.All[i].asks(list, depth+1, budget)
	}
	for i := range r.Any {
		list = r.Any[i].asks(list, depth+1, budget)
	}
	list = r.Not.asks(list, depth+1, budget)
	if r.Ask != "" {
		list = append(list, r.Ask)
	}
	return list
}
