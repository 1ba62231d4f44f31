package formula

// Rupiah is the result in whole rupiah, half a rupiah rounded up. Its faults
// name the letter: formula_zero for a division by zero, formula_overflow for
// more than any fee can be, formula_step for a step that is not above zero,
// formula_negative for a result below zero.
func (f *Formula) Rupiah(v Values) (int64, error) {
	e := evaluation{values: v}
	d := e.number(f.root)
	if e.err != nil {
		return 0, e.err
	}
	n, ok := d.round()
	switch {
	case !ok || n > MostRupiah:
		return 0, wrong("formula_overflow", f.root.at)
	case n < 0:
		return 0, wrong("formula_negative", f.root.at)
	}
	return n, nil
}

// evaluation works out one formula once. After the first fault it goes on
// with zeros.
type evaluation struct {
	values Values
	row    map[string]string // inside of a sum
	err    error
}

func (e *evaluation) fail(key string, n *node) decimal {
	if e.err == nil {
		e.err = wrong(key, n.at)
	}
	return decimal{}
}

// answer is what was answered to a question, or in a column of the row.
func (e *evaluation) answer(n *node) string {
	if n.op == column {
		return e.row[n.name]
	}
	return e.values.Answers[n.name]
}

func (e *evaluation) number(n *node) decimal {
	if e.err != nil {
		return decimal{}
	}
	var d decimal
	switch n.op {
	case amount:
		return n.value
	case name, column:
		d, _ = parse(e.answer(n))
		return d
	case "+", "-", "*", "/":
		d = e.arithmetic(n)
	case "if":
		if e.truth(n.args[0]) {
			return e.number(n.args[1])
		}
		return e.number(n.args[2])
	case "min", "max":
		d = e.number(n.args[0])
		for _, a := range n.args[1:] {
			if other := e.number(a); (other.cmp(d) < 0) == (n.op == "min") {
				d = other
			}
		}
	case "round", "up", "down":
		d = e.stepped(n)
	case "count":
		return whole(int64(len(e.values.Tables[n.name])))
	case "sum":
		for _, e.row = range e.values.Tables[n.name] {
			d = d.add(e.number(n.args[0]))
		}
		e.row = nil
	}
	if d.huge() {
		return e.fail("formula_overflow", n)
	}
	return d
}

func (e *evaluation) arithmetic(n *node) decimal {
	a, b := e.number(n.args[0]), e.number(n.args[1])
	switch {
	case n.op == "+":
		return a.add(b)
	case n.op == "-":
		return a.sub(b)
	case n.op == "*":
		return a.mul(b)
	case e.err == nil && b.c == 0:
		return e.fail("formula_zero", n)
	case e.err != nil:
		return decimal{}
	}
	return a.quo(b)
}

// stepped brings a number to a whole multiple of a step.
func (e *evaluation) stepped(n *node) decimal {
	d, step := e.number(n.args[0]), whole(1)
	if len(n.args) == 2 {
		step = e.number(n.args[1])
	}
	if e.err != nil {
		return decimal{}
	}
	if step.c <= 0 {
		return e.fail("formula_step", n)
	}
	steps, ok := int64(0), false
	switch d = d.quo(step); n.op {
	case "round":
		steps, ok = d.round()
	case "down":
		steps, ok = d.down()
	case "up":
		steps, ok = d.neg().down()
		steps = -steps
	}
	if !ok {
		return e.fail("formula_overflow", n)
	}
	return fit(steps < 0, 0, size(steps), 0).mul(step)
}

func (e *evaluation) truth(n *node) bool {
	if e.err != nil {
		return false
	}
	switch n.op {
	case "and":
		return e.truth(n.args[0]) && e.truth(n.args[1])
	case "or":
		return e.truth(n.args[0]) || e.truth(n.args[1])
	case "not":
		return !e.truth(n.args[0])
	}
	if n.args[1].op == text {
		return (e.answer(n.args[0]) == n.args[1].name) == (n.op == "=")
	}
	order := e.number(n.args[0]).cmp(e.number(n.args[1]))
	switch n.op {
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	case ">=":
		return order >= 0
	case "<>":
		return order != 0
	}
	return order == 0
}
