package city

import (
	"strings"

	"rumah/shared/words"
)

// synonyms are how people say what the catalogue calls otherwise. One saying
// may mean several things, each on a line of its own.
func (r *reader) synonyms() {
	type pair struct{ said, means string }
	seen := map[pair]int{}
	ignored := map[string]int{}
	for _, row := range r.table("synonyms.csv", "said", "means", "lang") {
		s := Synonym{Said: row.saying("said"), Means: row.cell["means"], Lang: row.one("lang", names(words.Langs)...)}
		if s.Means != "" {
			row.saying("means")
		}
		if s.Said != "" && s.Said == s.Means {
			row.wrong("means", "%q means itself; leave the row out", s.Said)
		}
		if first, ok := seen[pair{s.Said, s.Means}]; ok {
			row.wrong("said", "%q with this meaning is already on line %d", s.Said, first)
			continue
		}
		seen[pair{s.Said, s.Means}] = row.line
		if s.Means == "" {
			ignored[s.Said] = row.line
		}
		r.pack.Synonyms = append(r.pack.Synonyms, s)
	}
	for key, line := range seen {
		if empty, ok := ignored[key.said]; ok && key.means != "" {
			r.wrong("synonyms.csv", line, "means", "%q says nothing on line %d and something here", key.said, empty)
		}
	}
}

// saying is a cell as a search compares it: small letters and digits, words
// separated by one blank.
func (r row) saying(field string) string {
	s := r.text(field)
	if strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789 ") != "" || strings.Contains(s, "  ") {
		r.wrong(field, "%q may have only a-z and 0-9, with one blank between words", s)
	}
	return s
}

// searches reads what the search of this pack is tested with: a query as
// people type it and the service it must find.
func (r *reader) searches() {
	seen := map[string]int{}
	for _, row := range r.table("tests/services.csv", "query", "service") {
		row.unique(seen, "query")
		row.text("query")
		row.belonging()
	}
}
