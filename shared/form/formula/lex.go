package formula

import (
	"strings"
	"unicode/utf8"
)

// token is one word of a formula.
type token struct {
	kind kind
	text string // as written; what stands between the quotes of a text
	at   int    // letter where it begins
}

// kind is what a token is. A sign or a word of the language is its own kind.
type kind string

const (
	end      kind = "end"
	amount   kind = "number"
	name     kind = "name"
	column   kind = "column" // a name with a point, inside of a sum
	text     kind = "text"
	nonsense kind = "nonsense"
)

// reserved are the words that no question can be called by in a formula.
var reserved = map[string]kind{"and": "and", "dan": "and", "or": "or", "atau": "or", "not": "not", "bukan": "not"}

// signs are all signs; the long ones first.
var signs = []string{"<=", ">=", "<>", "+", "-", "*", "/", "(", ")", ",", "<", ">", "=", "%"}

// lexer cuts a formula into tokens.
type lexer struct {
	rest string
	at   int
}

func (l *lexer) next() token {
	l.skip(len(l.rest) - len(strings.TrimLeft(l.rest, " \t\n\r")))
	if l.rest == "" {
		return token{kind: end, at: l.at}
	}
	switch c := l.rest[0]; {
	case c >= '0' && c <= '9':
		return l.take(amount, span(l.rest, func(c byte) bool { return c >= '0' && c <= '9' || c == '.' }))
	case letter(c):
		t := l.take(name, span(l.rest, func(c byte) bool { return letter(c) || c >= '0' && c <= '9' || c == '_' || c == '.' }))
		if word, ok := reserved[t.text]; ok {
			t.kind = word
		}
		return t
	case c == '"':
		if close := strings.IndexByte(l.rest[1:], '"'); close >= 0 {
			t := l.take(text, close+2)
			t.text = t.text[1 : close+1]
			return t
		}
	}
	for _, sign := range signs {
		if strings.HasPrefix(l.rest, sign) {
			return l.take(kind(sign), len(sign))
		}
	}
	return l.take(nonsense, 1)
}

func (l *lexer) take(k kind, n int) token {
	t := token{kind: k, text: l.rest[:n], at: l.at}
	l.skip(n)
	return t
}

func (l *lexer) skip(n int) { l.rest, l.at = l.rest[n:], l.at+utf8.RuneCountInString(l.rest[:n]) }

func span(s string, in func(byte) bool) int {
	n := 0
	for n < len(s) && in(s[n]) {
		n++
	}
	return n
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' }
