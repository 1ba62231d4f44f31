package formula

import (
	"strings"
	"unicode/utf8"
)

// node is one operation and what it works on.
type node struct {
	op    kind // a sign, a word, a function, or amount, name, column, text
	at    int
	truth bool    // it is true or false, not a number
	value decimal // amount
	name  string  // of a question, a column, a table; what a text says
	args  []*node
}

// Parse reads a formula. Its fault names the letter at which it stops making
// sense: formula_syntax, formula_number, formula_type, formula_function,
// formula_deep.
func Parse(s string) (*Formula, error) {
	if utf8.RuneCountInString(s) > MostLetters {
		return nil, wrong("formula_long", MostLetters-1)
	}
	p := &parser{lexer: lexer{rest: s}}
	p.advance()
	root := p.either()
	if p.now.kind != end {
		p.fail("formula_syntax", p.now.at)
	}
	p.number(root)
	if p.err != nil {
		return nil, p.err
	}
	return &Formula{text: s, root: root}, nil
}

// parser reads by recursive descent. After the first fault it goes on with
// nodes that mean nothing, so that nothing has to ask.
type parser struct {
	lexer
	now   token
	depth int
	inSum bool
	table string // of the sum being read, once a column has named it
	err   error
}

func (p *parser) fail(key string, at int) *node {
	if p.err == nil {
		p.err = wrong(key, at)
		p.rest, p.now = "", token{kind: end, at: at}
	}
	return &node{op: amount, at: at}
}

func (p *parser) advance() { p.now = p.next() }

// accept moves on when the next token is one of these.
func (p *parser) accept(kinds ...kind) (token, bool) {
	for _, k := range kinds {
		if p.now.kind == k {
			t := p.now
			p.advance()
			return t, true
		}
	}
	return token{}, false
}

func (p *parser) expect(k kind) {
	if _, ok := p.accept(k); !ok {
		p.fail("formula_syntax", p.now.at)
	}
}

func (p *parser) number(n *node) *node {
	if n.truth || n.op == text {
		p.fail("formula_type", n.at)
	}
	return n
}

func (p *parser) truth(n *node) *node {
	if !n.truth {
		p.fail("formula_type", n.at)
	}
	return n
}

func (p *parser) either() *node {
	left := p.both()
	for {
		t, ok := p.accept("or")
		if !ok {
			return left
		}
		left = &node{op: t.kind, at: t.at, truth: true, args: []*node{p.truth(left), p.truth(p.both())}}
	}
}

func (p *parser) both() *node {
	left := p.denied()
	for {
		t, ok := p.accept("and")
		if !ok {
			return left
		}
		left = &node{op: t.kind, at: t.at, truth: true, args: []*node{p.truth(left), p.truth(p.denied())}}
	}
}

// deeper counts how deep a formula goes; done takes it back.
func (p *parser) deeper() (done func()) {
	if p.depth++; p.depth > mostDepth {
		p.fail("formula_deep", p.now.at)
	}
	return func() { p.depth-- }
}

func (p *parser) denied() *node {
	t, ok := p.accept("not")
	if !ok {
		return p.compared()
	}
	defer p.deeper()()
	return &node{op: t.kind, at: t.at, truth: true, args: []*node{p.truth(p.denied())}}
}

func (p *parser) compared() *node {
	left := p.summed()
	t, ok := p.accept("<=", ">=", "<>", "<", ">", "=")
	if !ok {
		return left
	}
	right := p.summed()
	n := &node{op: t.kind, at: t.at, truth: true, args: []*node{left, right}}
	if right.op == text {
		if left.op != name && left.op != column || t.kind != "=" && t.kind != "<>" {
			p.fail("formula_type", t.at)
		}
		return n
	}
	p.number(left)
	p.number(right)
	return n
}

func (p *parser) summed() *node {
	left := p.multiplied()
	for {
		t, ok := p.accept("+", "-")
		if !ok {
			return left
		}
		left = &node{op: t.kind, at: t.at, args: []*node{p.number(left), p.number(p.multiplied())}}
	}
}

func (p *parser) multiplied() *node {
	left := p.signed()
	for {
		t, ok := p.accept("*", "/")
		if !ok {
			return left
		}
		left = &node{op: t.kind, at: t.at, args: []*node{p.number(left), p.number(p.signed())}}
	}
}

func (p *parser) signed() *node {
	t, ok := p.accept("-")
	if !ok {
		return p.atom()
	}
	defer p.deeper()()
	return &node{op: "-", at: t.at, args: []*node{{op: amount, at: t.at}, p.number(p.signed())}}
}

var percent = decimal{c: 1, e: -2}

func (p *parser) atom() *node {
	t := p.now
	switch t.kind {
	case amount:
		p.advance()
		value, ok := parse(t.text)
		if !ok {
			return p.fail("formula_number", t.at)
		}
		if _, ok := p.accept("%"); ok {
			value = value.mul(percent)
		}
		return &node{op: amount, at: t.at, value: value}
	case text:
		p.advance()
		return &node{op: text, at: t.at, name: t.text}
	case name:
		p.advance()
		if _, call := p.accept("("); call {
			defer p.deeper()()
			return p.call(t)
		}
		return p.asked(t)
	case "(":
		p.advance()
		defer p.deeper()()
		inner := p.either()
		p.expect(")")
		return inner
	}
	return p.fail("formula_syntax", t.at)
}

// asked is the name of a question, or of a column inside of a sum.
func (p *parser) asked(t token) *node {
	table, of, dotted := strings.Cut(t.text, ".")
	switch {
	case !dotted:
		return &node{op: name, at: t.at, name: t.text}
	case !p.inSum || p.table != "" && p.table != table || strings.Contains(of, "."):
		return p.fail("formula_column", t.at)
	}
	p.table = table
	return &node{op: column, at: t.at, name: of}
}
