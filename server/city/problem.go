package city

import (
	"fmt"
	"strings"
)

// Problem is one mistake in a pack, told to the person who can mend it.
type Problem struct {
	File  string
	Line  int    // from 1
	Field string // column; "" when it is about the whole line or file
	What  string // what is wrong and what to do
}

// String is the problem as editors understand it: "places.csv:14: schedule: ...".
func (p Problem) String() string {
	if p.Field == "" {
		return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.What)
	}
	return fmt.Sprintf("%s:%d: %s: %s", p.File, p.Line, p.Field, p.What)
}

// Problems is a pack that cannot be used.
type Problems []Problem

// Error lists all problems, one a line.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, problem := range p {
		lines[i] = problem.String()
	}
	return strings.Join(lines, "\n")
}
