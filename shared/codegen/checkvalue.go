package main

import (
	"fmt"
	"go/types"
	"sort"
	"strconv"
	"strings"

	"rumah/shared/check"
)

// wrong is a condition under which a field has a fault.
type wrong struct{ when, key, bound string }

// value checks one value; name is the Go expression of its name.
func (c *checker) value(name string, v value, f *field) {
	if v.kind == pointer {
		c.pointer(name, v, f)
		return
	}
	if v.kind == text {
		c.line("f.Text(%s, %s, %s)", name, v.string(), c.textRule(f))
		return
	}
	faults := broken(v, f.rules, f.requires())
	// Not given comes first: nothing else can be said about it.
	sort.SliceStable(faults, func(i, j int) bool { return faults[i].key == "required" && faults[j].key != "required" })
	c.choose(name, faults, c.capture(func() { c.inside(name, v, f) }))
}

// textRule is the rule of a text as an entry of the file's table.
func (c *checker) textRule(f *field) string {
	rule := check.TextRule{Segment: f.in == inPath}
	form := ""
	for _, u := range f.rules {
		switch n, _ := strconv.Atoi(u.arg); u.name {
		case "required":
			rule.Required = true
		case "min":
			rule.Min = n
		case "max":
			rule.Max = n
		case "oneof":
			rule.Choices = strings.Split(u.arg, "|")
		default:
			if form != "" {
				c.err = c.source.errorf(f.pos, "%s: a text has one form, not %s and %s", f.goName, rule.Key, u.name)
			}
			form, rule.Key = u.form, u.key(text)
		}
	}
	entry := literal(rule, form)
	for i, known := range c.texts {
		if known == entry {
			return fmt.Sprintf("&texts[%d]", i)
		}
	}
	c.texts = append(c.texts, entry)
	return fmt.Sprintf("&texts[%d]", len(c.texts)-1)
}

// literal writes a rule in Go.
func literal(r check.TextRule, form string) string {
	var parts []string
	add := func(on bool, format string, args ...any) {
		if on {
			parts = append(parts, fmt.Sprintf(format, args...))
		}
	}
	add(r.Required, "Required: true")
	add(r.Segment, "Segment: true")
	add(r.Choices != nil, "Choices: %#v", r.Choices)
	add(form != "", "Form: check.%s, Key: %q", form, r.Key)
	add(r.Min > 0, "Min: %d", r.Min)
	add(r.Max > 0, "Max: %d", r.Max)
	return "{" + strings.Join(parts, ", ") + "}"
}

// broken are the conditions under which v breaks the rules.
func broken(v value, rules []use, required bool) []wrong {
	var faults []wrong
	for _, u := range rules {
		v.arg = u.arg
		w := wrong{when: u.wrong(v), key: u.key(v.kind)}
		if u.bound {
			w.bound = u.arg
		}
		harmless := u.zero || u.name == "max" && v.kind != number
		if !required && !harmless {
			w.when = v.isGiven() + " && " + w.when
		}
		faults = append(faults, w)
	}
	return faults
}

// choose writes the conditions so that the first that holds is the fault, and
// what is inside is looked at when none does.
func (c *checker) choose(name string, faults []wrong, inside string) {
	switch {
	case len(faults) == 0:
		c.body.WriteString(inside)
		return
	case len(faults) == 1:
		c.line("if %s {\n%s", faults[0].when, faults[0].add(name))
		if inside != "" {
			c.body.WriteString("} else {\n" + inside)
		}
	default:
		c.line("switch {")
		for _, w := range faults {
			c.line("case %s:\n%s", w.when, w.add(name))
		}
		if inside != "" {
			c.body.WriteString("default:\n" + inside)
		}
	}
	c.line("}")
}

func (w wrong) add(name string) string { return fmt.Sprintf("f.Add(%s, %q, %q)", name, w.key, w.bound) }

func (c *checker) pointer(name string, v value, f *field) {
	inner := *f
	inner.rules = nil
	for _, u := range f.rules {
		if u.name != "required" {
			inner.rules = append(inner.rules, u)
		}
	}
	target := value{expr: "*" + v.expr, typ: elem(v.typ), kind: kindOf(elem(v.typ))}
	checks := c.capture(func() {
		switch target.kind {
		case list, dict, pointer:
			c.fail(f, v)
		case part:
			c.nested(name, value{expr: v.expr, typ: v.typ, kind: pointer})
		default:
			c.value(name, target, &inner)
		}
	})
	if f.requires() {
		c.choose(name, []wrong{{v.isZero(), "required", ""}}, checks)
	} else if checks != "" {
		c.line("if %s {\n%s}", v.isGiven(), checks)
	}
}

// inside checks what a value holds.
func (c *checker) inside(name string, v value, f *field) {
	item := &field{goName: f.goName, rules: f.each, pos: f.pos}
	switch v.kind {
	case part:
		c.nested(name, v)
	case list:
		each := value{expr: v.expr + "[i]", typ: elem(v.typ), kind: kindOf(elem(v.typ))}
		if types.TypeString(each.typ, nil) == "string" {
			c.line("f.Texts(%s, %s, %s)", name, v.expr, c.textRule(item))
			return
		}
		c.loop("for i := range "+v.expr, c.capture(func() { c.value("check.At("+name+", i)", each, item) }))
	case dict:
		c.entries(name, v, item)
	case other, upload, uploads:
		c.fail(f, v)
	}
}

func (c *checker) fail(f *field, v value) {
	c.err = c.source.errorf(f.pos, "%s: a value of type %s cannot be checked", f.goName, v.typ)
}

func (c *checker) loop(head, inside string) {
	if inside != "" {
		c.line("%s {\n%s}", head, inside)
	}
}

// entries checks a map in the order of its keys, so that the same input
// always has the same faults.
func (c *checker) entries(name string, v value, item *field) {
	key := value{expr: "k", typ: v.typ.Underlying().(*types.Map).Key(), kind: kindOf(v.typ.Underlying().(*types.Map).Key())}
	if key.kind != text {
		c.fail(item, v)
		return
	}
	each := value{expr: "v", typ: elem(v.typ), kind: kindOf(elem(v.typ))}
	inside := c.capture(func() { c.value("check.Join("+name+", "+key.string()+")", each, item) })
	if inside != "" {
		inside = fmt.Sprintf("v := %s[k]\n%s", v.expr, inside)
	}
	c.loop("for _, k := range slices.Sorted(maps.Keys("+v.expr+"))", c.capture(func() {
		c.choose(name, []wrong{{"!check.Text(" + key.string() + ")", "characters", ""}}, inside)
	}))
}

// nested checks a struct inside of another, or behind a pointer.
func (c *checker) nested(name string, v value) {
	t, address := v.typ, "&"+v.expr
	if v.kind == pointer {
		t, address = elem(v.typ), v.expr
	}
	named := namedStruct(t)
	switch {
	case named == nil:
		at, err := strconv.Unquote(name)
		if err != nil { // the item of a list has no constant name
			c.err = fmt.Errorf("%s: give the struct in %s a name", c.domain.name, v.expr)
			return
		}
		c.fields(v.expr, at+".", t.Underlying().(*types.Struct))
	case c.foreign[named] != "":
		c.line("f.Merge(%s, %s(%s))", name, c.foreign[named], address)
	default:
		c.line("f.Merge(%s, %s.Check())", name, v.expr)
	}
}

// files checks uploads: their names, sizes and kinds.
func (c *checker) files(name string, v value, f *field) {
	faults := broken(v, f.rules, f.requires())
	if v.kind == upload {
		c.choose(name, append(faults, f.file.wrong(v)...), "")
		return
	}
	each := value{expr: v.expr + "[i]", kind: upload}
	c.choose(name, faults, c.capture(func() {
		c.loop("for i := range "+v.expr, c.capture(func() { c.choose("check.At("+name+", i)", f.file.wrong(each), "") }))
	}))
}

// wrong are the conditions under which a file is not taken.
func (r fileRule) wrong(v value) []wrong {
	kinds := make([]string, len(r.kinds))
	for i, kind := range r.kinds {
		kinds[i] = strconv.Quote(kind)
	}
	return []wrong{
		{"!check.Text(" + v.expr + ".Name)", "characters", ""},
		{fmt.Sprintf("len(%s.Data) > %d", v.expr, r.max), "file_size", r.bound},
		{fmt.Sprintf("%s && !check.IsKind(%s.Data, %s)", v.isGiven(), v.expr, strings.Join(kinds, ", ")), "file_type", r.named()},
	}
}
