// Package form is the questions an office asks before it gives what it gives:
// their definition as data, and the rules about answers. Both sides obey the
// same rules, so the phone says at once what the server would say later.
//
// A Schema is written by an agency and checked when it is saved (Check). A
// Form is a schema being filled in on a day (On); it tells which questions
// are asked (Visible, Steps), what is wrong with the answers (Validate), what
// is missing (Missing), what the profile knows (Prefill), what may be changed
// in a correction (Correct), what it all says (Summary) and costs (Fee).
// Everything takes time in proportion to the schema and the answers.
//
// Source: specs, permits 3; design 5.
package form

import "rumah/shared/words"

// Kind is what a question asks for, and so what its answer looks like.
type Kind string

// The kinds. The answers of Choices, Table and Files have parts of their own;
// all others are one text.
const (
	Line      Kind = "text"      // on one line
	Paragraph Kind = "long"      // several lines
	Number    Kind = "number"    // with at most two decimals: "12.5"
	Money     Kind = "money"     // whole rupiah: "150000"
	Date      Kind = "date"      // "2026-11-23"
	NIK       Kind = "nik"       // 16 digits
	KK        Kind = "kk"        // 16 digits
	Phone     Kind = "phone"     // "+6281234567890"
	Email     Kind = "email"     //
	Choice    Kind = "choice"    // the id of one of the choices
	Choices   Kind = "choices"   // the ids of some of them
	YesNo     Kind = "yesno"     // "yes" or "no"
	Area      Kind = "area"      // code of a desa or kelurahan: "35.15.08.1005"
	Point     Kind = "point"     // on the map, latitude first: "-7.447800,112.718300"
	Table     Kind = "table"     // rows of columns, each a simple question
	Files     Kind = "files"     // pictures and documents
	Statement Kind = "statement" // the label must be agreed to: "yes"
)

// Kinds are all kinds in the order a builder offers them.
var Kinds = []Kind{Line, Paragraph, Number, Money, Date, Choice, Choices, YesNo, NIK, KK, Phone, Email, Area, Point, Table, Files, Statement}

// Limits of a definition.
const (
	MostSections   = 30
	MostQuestions  = 200   // of a form, columns not counted
	MostChoices    = 200   // of a question
	MostColumns    = 12    // of a table
	MostRows       = 100   // of a table
	MostFiles      = 20    // of a question
	MostLetters    = 5000  // of an answer
	MostRules      = 40    // of a condition, all its parts counted
	MostBytes      = 20e6  // of one file
	MostSchema     = 256e3 // bytes of a schema as JSON
	mostName       = 40    // letters of an id
	mostLabel      = 200   //
	mostHelp       = 1000  //
	mostAgreed     = 2000  // letters of a statement
	mostDepth      = 5     // of conditions in conditions
	usualLine      = 200   // letters of an answer when the schema does not say
	usualParagraph = 2000  //
	usualRows      = 20    //
	usualFiles     = 5     //
	usualBytes     = 10e6  //
	mostWhole      = 1e13  // that a number or a sum of money may be
)

// usualFileKinds are taken when the schema does not say: what phones and
// scanners make.
var usualFileKinds = []string{"image/jpeg", "image/png", "image/webp", "application/pdf"}

// Text is words of an office. Indonesian is always there; who reads another
// language gets Indonesian when the office has not written in it.
type Text struct {
	ID string `json:"id"`
	EN string `json:"en,omitempty"`
	JV string `json:"jv,omitempty"`
}

// In is the text in a language.
func (t Text) In(lang words.Lang) string {
	switch {
	case lang == words.EN && t.EN != "":
		return t.EN
	case lang == words.JV && t.JV != "":
		return t.JV
	}
	return t.ID
}

// Schema is a form as data.
type Schema struct {
	Sections []Section `json:"sections"`
}

// Section is one group of questions; a phone shows one at a time.
type Section struct {
	ID        string     `json:"id"`
	Title     Text       `json:"title"`
	Help      Text       `json:"help,omitzero"`
	When      *Rule      `json:"when,omitempty"` // asked only then
	Questions []Question `json:"questions"`
}

// Question is one thing that is asked. Which limits a kind knows:
//
//	text, long      Least and Most letters
//	number, money   From and To: "0.5", "1000000"
//	date            From and To: "2026-01-01", "today", "today-17y", "today+30d", "today-6m"
//	choices         Least and Most of them
//	table           Least and Most rows
//	files           Most files, Size and Accept
//	area            Wide: a kecamatan will do
type Question struct {
	ID       string     `json:"id"` // letters, digits and _; formulas and documents name it
	Kind     Kind       `json:"kind"`
	Label    Text       `json:"label"`
	Help     Text       `json:"help,omitzero"`
	Required bool       `json:"required,omitempty"`
	When     *Rule      `json:"when,omitempty"` // asked only then
	Prefill  Source     `json:"prefill,omitempty"`
	Least    int        `json:"least,omitempty"`
	Most     int        `json:"most,omitempty"` // 0 for the usual
	From     string     `json:"from,omitempty"`
	To       string     `json:"to,omitempty"`
	Wide     bool       `json:"wide,omitempty"`
	Choices  []Option   `json:"choices,omitempty"`
	Columns  []Question `json:"columns,omitempty"` // of a table; without When and Prefill
	Accept   []string   `json:"accept,omitempty"`  // media types; empty for pictures and PDF
	Size     int64      `json:"size,omitempty"`    // most bytes of a file; 0 for the usual
}

// Option is one of the choices.
type Option struct {
	ID    string `json:"id"`
	Label Text   `json:"label"`
}

// Names reports whether s may name a section, a question or a choice: it
// begins with a lower-case letter and goes on with those, digits and _.
func Names(s string) bool {
	if s == "" || len(s) > mostName || s[0] < 'a' || s[0] > 'z' {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' {
			return false
		}
	}
	return true
}
