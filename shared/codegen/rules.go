package main

import (
	"sort"
	"strconv"
	"strings"

	"rumah/shared/codegen/openapi"
)

// rule is what one word in a check tag means. All rules but required accept
// the zero value: empty means not given.
type rule struct {
	on     []kind
	arg    func(k kind, arg string) error // nil for a rule without an argument
	wrong  func(v value) string           // Go expression that is true when v breaks the rule
	key    func(k kind) string            // of the fault
	bound  bool                           // the argument is the bound of the fault
	zero   bool                           // wrong is never true of the zero value, so it needs no guard
	form   string                         // function of package check that knows the form of a text
	schema func(s *openapi.Schema, k kind, arg string)
}

// rules are all rules. A new format is one line here and one function in
// package check.
var rules = map[string]rule{
	"required": {on: []kind{text, number, truth, moment, binary, list, dict, pointer, upload, uploads},
		wrong: value.isEmpty, key: always("required"), zero: true, schema: notBlank},
	"min": {on: measured, arg: isBound, wrong: func(v value) string { return v.measure() + " < " + v.arg },
		key: either("too_small", "too_short"), bound: true, schema: lowest},
	"max": {on: measured, arg: isBound, wrong: func(v value) string { return v.measure() + " > " + v.arg },
		key: either("too_large", "too_long"), bound: true, schema: highest},
	"oneof": {on: []kind{text, number}, arg: isList, wrong: value.isNoneOf, key: always("choice"), schema: choices},

	"line":     form("characters", "Line", `^[^\n\r\t]*$`),
	"slug":     form("slug", "Slug", `^[a-z0-9]+(-[a-z0-9]+)*$`),
	"areacode": form("areacode", "AreaCode", `^[0-9]{2}\.[0-9]{2}\.[0-9]{2}(\.[0-9]{4})?$`),
	"phone":    form("phone", "Phone", `^(0|\+62)[ -]?[0-9]([ -]?[0-9]){5,13}$`),
	"email":    form("email", "Email", `^[^@\s]+@[^@\s]+\.[^@\s]+$`),
}

var measured = []kind{text, number, binary, list, dict, uploads}

// form is a rule about the form of a text: the function of package check
// that decides, and the pattern that tells others about it.
func form(key, function, pattern string) rule {
	return rule{
		on:     []kind{text},
		form:   function,
		key:    always(key),
		schema: func(s *openapi.Schema, _ kind, _ string) { s.Pattern = pattern },
	}
}

// use is one rule as a field uses it.
type use struct {
	rule
	name, arg string
}

// readRules reads a check tag. "each.max=40" is max for every item.
func (s *source) readRules(f *field, tag string) error {
	for _, word := range strings.Split(tag, ",") {
		if word == "" {
			continue
		}
		k, into := f.kind, &f.rules
		if k == pointer && word != "required" {
			k = kindOf(elem(f.typ))
		}
		if inner, ok := strings.CutPrefix(word, "each."); ok && (k == list || k == dict) {
			word, into, k = inner, &f.each, kindOf(elem(f.typ))
		}
		name, arg, hasArg := strings.Cut(word, "=")
		r, ok := rules[name]
		switch {
		case !ok:
			return s.errorf(f.pos, "%s: unknown rule %q; the rules are %v", f.goName, word, ruleNames())
		case !has(r.on, k):
			return s.errorf(f.pos, "%s: the rule %s does not fit %s", f.goName, name, f.typ)
		case hasArg != (r.arg != nil):
			return s.errorf(f.pos, "%s: the rule %s has an argument too many or too few", f.goName, name)
		case hasArg && r.arg(k, arg) != nil:
			return s.errorf(f.pos, "%s: %s=%s: %w", f.goName, name, arg, r.arg(k, arg))
		}
		*into = append(*into, use{r, name, arg})
	}
	if f.in == inPath && f.kind == text && !f.requires() {
		f.rules = append([]use{{rules["required"], "required", ""}}, f.rules...)
	}
	return nil
}

// requires reports whether the field must be given.
func (f *field) requires() bool {
	for _, u := range f.rules {
		if u.name == "required" {
			return true
		}
	}
	return false
}

func ruleNames() []string {
	var names []string
	for name := range rules {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func has(kinds []kind, k kind) bool {
	for _, other := range kinds {
		if other == k {
			return true
		}
	}
	return false
}

func always(key string) func(kind) string { return func(kind) string { return key } }

func either(ofNumbers, ofLengths string) func(kind) string {
	return func(k kind) string {
		if k == number {
			return ofNumbers
		}
		return ofLengths
	}
}

func isBound(k kind, arg string) error {
	if k == number {
		_, err := strconv.ParseFloat(arg, 64)
		return err
	}
	_, err := strconv.ParseUint(arg, 10, 31)
	return err
}

func isList(k kind, arg string) error {
	for _, choice := range strings.Split(arg, "|") {
		if _, err := strconv.ParseFloat(choice, 64); k == number && err != nil {
			return err
		}
	}
	return nil
}

func notBlank(s *openapi.Schema, k kind, _ string) {
	switch {
	case k == text && s.MinLength == nil, (k == list || k == uploads) && s.MinItems == nil, k == dict && s.MinProperties == nil:
		lowest(s, k, "1")
	case k == truth:
		s.Enum = []any{true}
	}
}

func lowest(s *openapi.Schema, k kind, arg string) {
	setBound(k, arg, &s.Minimum, &s.MinLength, &s.MinItems, &s.MinProperties)
}

func highest(s *openapi.Schema, k kind, arg string) {
	setBound(k, arg, &s.Maximum, &s.MaxLength, &s.MaxItems, &s.MaxProperties)
}

// setBound sets the one bound that fits the kind; isBound has seen that arg
// is a number. The length of binary is not that of its base64, so it has none.
func setBound(k kind, arg string, size **float64, length, items, members **int) {
	n, _ := strconv.ParseFloat(arg, 64)
	count := int(n)
	switch k {
	case number:
		*size = &n
	case text:
		*length = &count
	case list, uploads:
		*items = &count
	case dict:
		*members = &count
	}
}

func choices(s *openapi.Schema, k kind, arg string) {
	for _, choice := range strings.Split(arg, "|") {
		if n, err := strconv.ParseFloat(choice, 64); k == number && err == nil {
			s.Enum = append(s.Enum, n)
		} else {
			s.Enum = append(s.Enum, choice)
		}
	}
}
