// Package words is everything a user reads, in every language of the house.
// A sentence is a variable of type T, so a missing key does not compile and a
// missing language fails a test.
package words

import "strings"

// Lang is a language of the house as it stands in addresses: /en/tempat.
type Lang string

// The languages. Indonesian comes first and has no prefix in addresses.
const (
	ID Lang = "id"
	EN Lang = "en"
	JV Lang = "jv"
)

// Langs are all languages in the order the switch offers them.
var Langs = []Lang{ID, JV, EN}

// Parse returns the language for an address prefix; ok is false for
// anything that is none.
func Parse(s string) (lang Lang, ok bool) {
	switch Lang(s) {
	case ID, EN, JV:
		return Lang(s), true
	}
	return ID, false
}

// Name is the language's name in itself.
func (l Lang) Name() string {
	switch l {
	case EN:
		return "English"
	case JV:
		return "Jawa"
	}
	return "Indonesia"
}

// T is one sentence in all languages. {0}, {1} stand for what is filled in.
type T struct{ ID, EN, JV string }

// In returns the sentence in a language with its gaps filled.
func (t T) In(lang Lang, fill ...string) string {
	s := t.ID
	switch lang {
	case EN:
		s = t.EN
	case JV:
		s = t.JV
	}
	for i, f := range fill {
		s = strings.ReplaceAll(s, "{"+string(rune('0'+i))+"}", f)
	}
	return s
}
