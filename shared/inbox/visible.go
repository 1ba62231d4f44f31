package inbox

import (
	"strings"
	"unicode"

	"rumah/shared/fault"
)

// unseen are letters that show nothing and change how the others read: those
// of no width, and those that turn the direction of writing; not those that join
// the parts of a picture letter. With them a text
// can say on a phone what its second reader did not see at the desk.
var unseen = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x200B, Hi: 0x200B, Stride: 1}, {Lo: 0x200E, Hi: 0x200F, Stride: 1}, {Lo: 0x202A, Hi: 0x202E, Stride: 1}, {Lo: 0x2066, Hi: 0x2069, Stride: 1}, {Lo: 0xFEFF, Hi: 0xFEFF, Stride: 1}}}

// visible reports whether a text shows anything.
func visible(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		switch r {
		case '\u115F', '\u1160', '\u2800', '\u3164', '\uFFA0': // letters by name, blank on a screen
			return false
		}
		return unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S)
	})
}

// hidden is what is wrong with a text that may not show all it has; an empty
// one is right.
func hidden(field, text string) []fault.Field {
	switch {
	case text == "":
		return nil
	case !visible(text):
		return []fault.Field{{Name: field, Key: "required"}}
	case strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unseen, r) }):
		return []fault.Field{{Name: field, Key: "unseen"}}
	}
	return nil
}

// CheckMore wants words that show all they have.
func (w *Words) CheckMore() error {
	var wrong []fault.Field
	for _, of := range []struct{ name, text string }{{"title", w.Title}, {"text", w.Text}, {"title_en", w.TitleEN}, {"text_en", w.TextEN}, {"title_jv", w.TitleJV}, {"text_jv", w.TextJV}} {
		wrong = append(wrong, hidden(of.name, of.text)...)
	}
	return fault.Wrong(wrong...)
}

// CheckMore wants words that show all they have.
func (r *NewReply) CheckMore() error { return fault.Wrong(hidden("text", r.Text)...) }

// CheckMore wants words that show all they have.
func (a *Answer) CheckMore() error { return fault.Wrong(hidden("text", a.Text)...) }
