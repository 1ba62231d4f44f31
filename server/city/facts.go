package city

import (
	"strconv"
	"strings"

	"rumah/shared/city"
	"rumah/shared/words"
)

func (r *reader) sources() {
	seen := map[string]int{}
	for _, row := range r.table("sources.csv", "id", "title", "licence", "date", "url", "note") {
		row.unique(seen, "id")
		s := Source{
			ID: row.slug("id"), Title: row.text("title"), Licence: row.text("licence"),
			Date: row.date("date"), URL: row.cell["url"], Note: row.cell["note"],
		}
		if s.URL != "" && !isWeb(s.URL) {
			row.wrong("url", "%q must begin with https:// or http://", s.URL)
		}
		r.source[s.ID] = true
		r.pack.Sources = append(r.pack.Sources, s)
	}
}

func isWeb(url string) bool {
	return strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")
}

// keys are the rows city.csv must have.
var keys = []string{
	"id", "app", "short", "region", "region_short", "province", "code", "utc_offset", "zone",
	"emergency", "lang", "website", "west", "south", "east", "north",
}

func (r *reader) info() {
	facts, ok := r.facts()
	if !ok {
		return
	}
	// Each fact is read like a cell whose column is its key.
	fact := func(key string) row {
		at := facts[key]
		at.cell = map[string]string{key: at.cell["value"]}
		return at
	}
	text := func(key string) string { return fact(key).text(key) }
	degrees := func(key string) float64 { return fact(key).degrees(key) }
	before := len(r.problems)
	r.pack.Info = city.Info{
		ID: fact("id").slug("id"), App: text("app"), Short: short(fact("short")),
		Region: text("region"), RegionShort: text("region_short"), Province: text("province"),
		Code: text("code"), Zone: text("zone"), Offset: offset(fact("utc_offset")),
		Emergency: digits(fact("emergency")), Lang: language(fact("lang")), Website: website(fact("website")),
	}
	b := Bounds{West: degrees("west"), South: degrees("south"), East: degrees("east"), North: degrees("north")}
	if len(r.problems) == before && (b.West >= b.East || b.South >= b.North) {
		fact("west").wrong("west", "west must be smaller than east, and south smaller than north")
		return
	}
	r.pack.Bounds = b
}

// facts are the rows of city.csv by key, when all of them are there.
func (r *reader) facts() (map[string]row, bool) {
	before := len(r.problems)
	facts, seen := map[string]row{}, map[string]int{}
	for _, row := range r.table("city.csv", "key", "value", "source") {
		row.unique(seen, "key")
		row.from()
		key := row.one("key", keys...)
		facts[key] = row
	}
	if len(r.problems) > before {
		return nil, false
	}
	for _, key := range keys {
		if _, ok := facts[key]; !ok {
			r.wrong("city.csv", 1, "key", "%q is missing; add a row for it", key)
		}
	}
	return facts, len(r.problems) == before
}

// shortLen is what a phone shows below an icon.
const shortLen = 12

func short(r row) string {
	s := r.text("short")
	if len([]rune(s)) > shortLen {
		r.wrong("short", "%q is longer than the %d letters a phone shows below an icon", s, shortLen)
	}
	return s
}

// offset reads "+07:00" as minutes.
func offset(r row) int {
	s := r.cell["utc_offset"]
	if len(s) == 6 && (s[0] == '+' || s[0] == '-') && s[3] == ':' {
		hours, err1 := strconv.ParseUint(s[1:3], 10, 8)
		minutes, err2 := strconv.ParseUint(s[4:], 10, 8)
		if err1 == nil && err2 == nil && hours <= 14 && minutes < 60 {
			total := int(hours*60 + minutes)
			if s[0] == '-' {
				total = -total
			}
			return total
		}
	}
	r.wrong("utc_offset", "%q is not an offset such as +07:00", s)
	return 0
}

func digits(r row) string {
	s := r.text("emergency")
	if strings.Trim(s, "0123456789") != "" {
		r.wrong("emergency", "%q must be digits only", s)
	}
	return s
}

func language(r row) string {
	s := r.text("lang")
	if _, ok := words.Parse(s); s != "" && !ok {
		r.wrong("lang", "%q is not a language of the app", s)
	}
	return s
}

func website(r row) string {
	s := r.cell["website"]
	if s != "" && !isWeb(s) {
		r.wrong("website", "%q must begin with https:// or http://", s)
	}
	return s
}
