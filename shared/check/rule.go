package check

import (
	"slices"
	"strconv"
	"unicode/utf8"
)

// TextRule is what a text must be like. Generated code keeps them in tables:
// the same rules written out for every field weighed a tenth of the program
// on the phone. All but Required accept "": empty means not given.
type TextRule struct {
	Required bool
	Segment  bool     // stands in a path
	Choices  []string // one of these; nil for any
	Form     func(string) bool
	Key      string // of the fault when Form says no
	Min, Max int    // letters; 0 for no bound
}

// Text checks one text. The first thing wrong with it is its fault.
func (f *Faults) Text(name, s string, r *TextRule) {
	if key, bound := r.wrong(s); key != "" {
		f.Add(name, key, bound)
	}
}

// Texts checks the items of a list.
func (f *Faults) Texts(list string, texts []string, r *TextRule) {
	for i, s := range texts {
		if key, bound := r.wrong(s); key != "" {
			f.Add(At(list, i), key, bound)
		}
	}
}

func (r *TextRule) wrong(s string) (key, bound string) {
	whole := Text
	if r.Segment {
		whole = Segment
	}
	switch {
	case r.Required && Blank(s):
		return "required", ""
	case !whole(s):
		return "characters", ""
	case s == "":
	case r.Choices != nil && !slices.Contains(r.Choices, s):
		return "choice", ""
	case r.Form != nil && !r.Form(s):
		return r.Key, ""
	case r.Min > 0 && utf8.RuneCountInString(s) < r.Min:
		return "too_short", strconv.Itoa(r.Min)
	case r.Max > 0 && utf8.RuneCountInString(s) > r.Max:
		return "too_long", strconv.Itoa(r.Max)
	}
	return "", ""
}
