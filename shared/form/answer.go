package form

import (
	"maps"
	"slices"
)

// Answers are what somebody answered, by the id of the question. Validate
// turns what was typed into the one way of writing that is kept.
type Answers map[string]Answer

// Answer is the answer to one question. Which part it uses, its kind says.
type Answer struct {
	Text  string              `json:"text,omitempty"`
	List  []string            `json:"list,omitempty"`  // Choices
	Rows  []map[string]string `json:"rows,omitempty"`  // Table: answers by column
	Files []File              `json:"files,omitempty"` // Files
}

// File is a file that was sent before. What it claims of itself the server
// has looked at when it came.
type File struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Type string `json:"type"` // media type
	Size int64  `json:"size"` // bytes

	// Letter is the id of the document of the house that it is; "" for a file
	// of somebody's own.
	Letter string `json:"letter,omitempty"`
}

// Blank reports whether nothing was answered.
func (a Answer) Blank() bool {
	return a.Text == "" && len(a.List) == 0 && len(a.Rows) == 0 && len(a.Files) == 0
}

// Equal reports whether two answers say the same.
func (a Answer) Equal(b Answer) bool {
	return a.Text == b.Text && slices.Equal(a.List, b.List) && slices.Equal(a.Files, b.Files) && slices.EqualFunc(a.Rows, b.Rows, maps.Equal)
}

// Diff are the questions whose answers differ, by id.
func Diff(a, b Answers) []string {
	var changed []string
	for id, answer := range a {
		if !answer.Equal(b[id]) {
			changed = append(changed, id)
		}
	}
	for id, answer := range b {
		if _, both := a[id]; !both && !answer.Blank() {
			changed = append(changed, id)
		}
	}
	slices.Sort(changed)
	return changed
}
