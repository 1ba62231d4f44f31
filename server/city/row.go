package city

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"rumah/shared/calendar"
	"rumah/shared/place"
)

// row is one line of a file. Its methods read a cell as what it must be; a
// wrong cell is noted and read as the zero value.
type row struct {
	*reader
	file string
	line int
	cell map[string]string
}

func (r row) wrong(field, format string, args ...any) {
	r.reader.wrong(r.file, r.line, field, format, args...)
}

// missing notes an id that another file does not have.
func (r row) missing(field, id, file string) {
	if !r.broken[file] {
		r.wrong(field, "%q is not in %s", id, file)
	}
}

// text is a cell that must not be empty.
func (r row) text(field string) string {
	s := r.cell[field]
	if s == "" {
		r.wrong(field, "is empty")
	}
	return s
}

// slugLen is the longest slug, because it becomes a part of addresses.
const slugLen = 60

// slug is a cell of small letters, digits and single hyphens.
func (r row) slug(field string) string {
	s := r.text(field)
	if s != "" && !isSlug(s) {
		r.wrong(field, "%q may have only a-z, 0-9 and single hyphens inside, at most %d", s, slugLen)
	}
	return s
}

func isSlug(s string) bool {
	for _, part := range strings.Split(s, "-") {
		if part == "" || strings.Trim(part, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return false
		}
	}
	return len(s) <= slugLen
}

// unique notes a key that an earlier row of the file has.
func (r row) unique(seen map[string]int, field string) {
	key := r.cell[field]
	if first, ok := seen[key]; ok {
		r.wrong(field, "%q is already on line %d", key, first)
		return
	}
	seen[key] = r.line
}

// free refuses names that mean something else where the key stands in an
// address.
func (r row) free(field string, reserved ...string) {
	if key := r.cell[field]; slices.Contains(reserved, key) {
		r.wrong(field, "%q means something else in addresses; choose another", key)
	}
}

// one is a cell with one of a few values.
func (r row) one(field string, of ...string) string {
	s := r.cell[field]
	if !slices.Contains(of, s) {
		r.wrong(field, "%q must be one of %s", s, strings.Join(of, ", "))
		return ""
	}
	return s
}

// list is a cell of parts separated by ";", each counted once.
func (r row) list(field string) []string {
	list := []string{}
	for _, part := range strings.Split(r.cell[field], ";") {
		if part = strings.TrimSpace(part); part != "" && !slices.Contains(list, part) {
			list = append(list, part)
		}
	}
	return list
}

// count is a cell that holds a whole number, or nothing for none.
func (r row) count(field string) int {
	if r.cell[field] == "" {
		return 0
	}
	n, err := strconv.Atoi(r.cell[field])
	if err != nil || n < 1 {
		r.wrong(field, "%q must be a whole number from 1, or be empty for none", r.cell[field])
		return 0
	}
	return n
}

func (r row) yes(field string) bool { return r.one(field, "yes", "no") == "yes" }

func (r row) date(field string) calendar.Date {
	d := calendar.Date(r.cell[field])
	if !d.Valid() {
		r.wrong(field, "%q is not a day such as 2026-11-23", string(d))
	}
	return d
}

func (r row) minute(field string) place.Minute {
	m, err := place.ParseMinute(r.cell[field])
	if err != nil {
		r.wrong(field, "%v", err)
	}
	return m
}

func (r row) degrees(field string) float64 {
	f, err := strconv.ParseFloat(r.cell[field], 64)
	if err != nil || math.IsNaN(f) || math.Abs(f) > 180 {
		r.wrong(field, "%q is not a number of degrees such as -7.4463", r.cell[field])
		return 0
	}
	return f
}

// point is a coordinate inside the regency.
func (r row) point() (lon, lat float64) {
	before := len(r.problems)
	lon, lat = r.degrees("lon"), r.degrees("lat")
	if r.bounded() && len(r.problems) == before && !r.pack.Bounds.Holds(lon, lat) {
		r.wrong("lon", "%g %g lies outside of the regency (west, south, east, north of city.csv)", lon, lat)
	}
	return lon, lat
}

// bounded reports whether city.csv told the bounds.
func (r *reader) bounded() bool { return r.pack.Bounds != Bounds{} }

// from are the sources of a row, which must exist.
func (r row) from() []string {
	ids := strings.Fields(r.text("source"))
	for _, id := range ids {
		if !r.source[id] {
			r.missing("source", id, "sources.csv")
		}
	}
	return ids
}
