package city

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"
)

// files are the parts of a pack in the order they are read.
var files = []string{
	"sources.csv", "city.csv", "areas.csv", "outlines.csv", "agencies.csv",
	"schedules.csv", "hours.csv", "places.csv", "holidays.csv", "apps.csv", "standards.csv", "services.csv",
	"requirements.csv", "steps.csv", "legal.csv", "synonyms.csv", "clinics.csv",
	"queues.csv", "queue_sessions.csv", "counters.csv",
	"permits.csv", "permit_steps.csv", "permit_sections.csv", "permit_questions.csv", "permit_letters.csv", "permit_words.csv", "accounts.csv", "tests/services.csv",
}

// reader reads the files of a pack and remembers what is wrong with them.
type reader struct {
	fsys     fs.FS
	pack     Pack
	problems Problems
	hash     hash.Hash

	source   map[string]bool
	area     map[string]*Area
	agency   map[string]bool
	schedule map[string]*Schedule
	place    map[string]*Place
	app      map[string]bool
	service  map[string]*draft
	clinic   map[string]bool
	queue    map[string]*lineDraft

	// broken files lack rows, so what is not found in them may well be there.
	broken map[string]bool
}

func newReader(fsys fs.FS) *reader {
	return &reader{
		fsys: fsys, hash: sha256.New(),
		source: map[string]bool{}, area: map[string]*Area{}, agency: map[string]bool{}, schedule: map[string]*Schedule{},
		place: map[string]*Place{}, app: map[string]bool{}, service: map[string]*draft{},
		clinic: map[string]bool{}, queue: map[string]*lineDraft{},
		broken: map[string]bool{},
	}
}

func (r *reader) sum() string { return hex.EncodeToString(r.hash.Sum(nil)) }

func (r *reader) wrong(file string, line int, field, format string, args ...any) {
	r.problems = append(r.problems, Problem{File: file, Line: line, Field: field, What: fmt.Sprintf(format, args...)})
}

// table reads one file that must have exactly these columns, in any order.
func (r *reader) table(file string, columns ...string) []row {
	before := len(r.problems)
	rows := r.readRows(file, columns)
	r.broken[file] = len(r.problems) > before
	return rows
}

func (r *reader) readRows(file string, columns []string) []row {
	data, err := fs.ReadFile(r.fsys, file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.wrong(file, 1, "", "is missing; make it with the columns %s", strings.Join(columns, ","))
		return nil
	case err != nil:
		r.wrong(file, 1, "", "cannot be read: %v", err)
		return nil
	}
	fmt.Fprintf(r.hash, "%s %d\n", file, len(data))
	r.hash.Write(data)
	if !r.readable(file, data) {
		return nil
	}
	return r.rows(file, data, columns)
}

// readable looks for what editors and spreadsheets do to a file unasked.
func (r *reader) readable(file string, data []byte) bool {
	line := func(at int) int { return bytes.Count(data[:at], []byte("\n")) + 1 }
	if bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
		r.wrong(file, 1, "", "begins with a byte order mark; save it as UTF-8 without one")
		return false
	}
	if at := bytes.IndexByte(data, '\r'); at >= 0 {
		r.wrong(file, line(at), "", "has Windows line ends; save it with LF")
		return false
	}
	for at := 0; at < len(data); {
		c, size := utf8.DecodeRune(data[at:])
		if c == utf8.RuneError && size == 1 {
			r.wrong(file, line(at), "", "is not UTF-8; save the file as UTF-8")
			return false
		}
		if c < ' ' && c != '\n' || c == 0x7f {
			r.wrong(file, line(at), "", "has the control character %q; remove it", c)
			return false
		}
		at += size
	}
	return true
}

func (r *reader) rows(file string, data []byte, columns []string) []row {
	c := csv.NewReader(bytes.NewReader(data))
	c.Comment = '#'
	c.FieldsPerRecord = -1
	var head []string
	var rows []row
	for {
		cells, err := c.Read()
		var broken *csv.ParseError
		switch {
		case errors.As(err, &broken):
			r.wrong(file, broken.Line, "", "%v; put texts with commas or quotes in double quotes and double the quotes inside", broken.Err)
			return rows
		case err != nil: // the end
			if head == nil {
				r.wrong(file, 1, "", "is empty; its first row must be %s", strings.Join(columns, ","))
			} else if len(rows) == 0 {
				r.wrong(file, 1, "", "has a header but no rows")
			}
			return rows
		}
		line, _ := c.FieldPos(0)
		if head == nil {
			if head = cells; !r.header(file, line, head, columns) {
				return nil
			}
			continue
		}
		if len(cells) != len(head) {
			r.wrong(file, line, "", "has %d columns, the header has %d", len(cells), len(head))
			continue
		}
		cell := make(map[string]string, len(head))
		for i, name := range head {
			cell[name] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, row{reader: r, file: file, line: line, cell: cell})
	}
}

func (r *reader) header(file string, line int, head, columns []string) bool {
	before := len(r.problems)
	for i, name := range head {
		switch {
		case !slices.Contains(columns, name):
			r.wrong(file, line, name, "is not a column of this file; the columns are %s", strings.Join(columns, ","))
		case slices.Index(head, name) < i:
			r.wrong(file, line, name, "is there twice")
		}
	}
	for _, name := range columns {
		if !slices.Contains(head, name) {
			r.wrong(file, line, name, "this column is missing")
		}
	}
	return len(r.problems) == before
}
