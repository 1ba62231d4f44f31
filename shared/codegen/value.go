package main

import (
	"fmt"
	"go/types"
	"strconv"
	"strings"
)

// value is a Go expression with its type, as rules see it.
type value struct {
	expr string
	typ  types.Type
	kind kind
	arg  string // of the rule that looks at it
}

// elem is what a pointer, a list or a map holds.
func elem(t types.Type) types.Type {
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		return u.Elem()
	case *types.Slice:
		return u.Elem()
	case *types.Map:
		return u.Elem()
	}
	return t
}

// as is the expression as the basic type, converted only where it must be.
func (v value) as(basic string) string {
	if types.TypeString(v.typ, nil) == basic {
		return v.expr
	}
	return basic + "(" + v.expr + ")"
}

func (v value) string() string { return v.as("string") }

// measure is what min and max compare.
func (v value) measure() string {
	switch v.kind {
	case text:
		return "utf8.RuneCountInString(" + v.string() + ")"
	case number:
		return v.expr
	}
	return "len(" + v.expr + ")"
}

// isEmpty is true of what counts as not given at all.
func (v value) isEmpty() string {
	if v.kind == text {
		return "check.Blank(" + v.string() + ")"
	}
	return v.isZero()
}

func (v value) isZero() string {
	switch v.kind {
	case text:
		return v.expr + ` == ""`
	case number:
		return v.expr + " == 0"
	case truth:
		return "!" + v.expr
	case moment:
		return strings.TrimPrefix(v.expr, "*") + ".IsZero()"
	case pointer:
		return v.expr + " == nil"
	case upload:
		return "len(" + v.expr + ".Data) == 0"
	}
	return "len(" + v.expr + ") == 0"
}

// isGiven is the opposite of isZero.
func (v value) isGiven() string {
	zero := v.isZero()
	if rest, ok := strings.CutPrefix(zero, "!"); ok {
		return rest
	}
	if strings.Contains(zero, " == ") {
		return strings.Replace(zero, " == ", " != ", 1)
	}
	return "!" + zero
}

func (v value) isNoneOf() string {
	var list []string
	for _, choice := range strings.Split(v.arg, "|") {
		if v.kind == text {
			choice = strconv.Quote(choice)
		}
		list = append(list, choice)
	}
	return fmt.Sprintf("!check.OneOf(%s, %s)", v.expr, strings.Join(list, ", "))
}

// written is the expression as text in an address.
func (v value) written() (string, bool) {
	switch v.kind {
	case text:
		return v.string(), true
	case truth:
		return "strconv.FormatBool(" + v.as("bool") + ")", true
	case moment:
		return v.expr + ".Format(time.RFC3339Nano)", true
	case number:
		return v.digits(), true
	}
	return "", false
}

func (v value) digits() string {
	basic := v.typ.Underlying().(*types.Basic)
	switch info := basic.Info(); {
	case basic.Kind() == types.Float32:
		return "strconv.FormatFloat(float64(" + v.expr + "), 'g', -1, 32)"
	case info&types.IsFloat != 0:
		return "strconv.FormatFloat(" + v.as("float64") + ", 'g', -1, 64)"
	case info&types.IsUnsigned != 0:
		return "strconv.FormatUint(" + v.as("uint64") + ", 10)"
	case basic.Kind() == types.Int:
		return "strconv.Itoa(" + v.as("int") + ")"
	}
	return "strconv.FormatInt(" + v.as("int64") + ", 10)"
}
