package formula

import "strings"

// functions are the functions under all their names.
var functions = map[string]kind{
	"if": "if", "jika": "if", "min": "min", "max": "max",
	"round": "round", "bulat": "round", "up": "up", "naik": "up", "down": "down", "turun": "down",
	"count": "count", "banyak": "count", "sum": "sum", "jumlah": "sum",
}

// call reads the arguments of a function whose bracket is open.
func (p *parser) call(t token) *node {
	n := &node{op: functions[t.text], at: t.at}
	switch n.op {
	case "":
		return p.fail("formula_function", t.at)
	case "count":
		n.name = p.tableName()
	case "sum":
		p.total(n)
	case "if":
		n.args = p.arguments(3, 3)
		if p.err == nil {
			p.truth(n.args[0])
			p.number(n.args[1])
			p.number(n.args[2])
		}
	default:
		least, most := 1, 20
		if n.op == "round" || n.op == "up" || n.op == "down" {
			most = 2
		}
		n.args = p.arguments(least, most)
		for _, a := range n.args {
			p.number(a)
		}
	}
	p.expect(")")
	return n
}

func (p *parser) arguments(least, most int) []*node {
	list := []*node{p.either()}
	for {
		t, ok := p.accept(",")
		if !ok {
			break
		}
		if len(list) == most {
			p.fail("formula_syntax", t.at)
			return list
		}
		list = append(list, p.either())
	}
	if len(list) < least {
		p.fail("formula_syntax", p.now.at)
	}
	return list
}

// tableName reads the argument of count.
func (p *parser) tableName() string {
	at := p.now.at
	t, ok := p.accept(name)
	if !ok || strings.Contains(t.text, ".") {
		p.fail("formula_table", at)
	}
	return t.text
}

// total reads what is summed. Its columns say of which table.
func (p *parser) total(n *node) {
	if p.inSum {
		p.fail("formula_deep", n.at)
		return
	}
	p.inSum, p.table = true, ""
	n.args = []*node{p.number(p.either())}
	n.name, p.inSum = p.table, false
	if n.name == "" {
		p.fail("formula_table", n.at)
	}
}
