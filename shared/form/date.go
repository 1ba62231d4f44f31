package form

import (
	"strconv"
	"strings"
	"time"

	"rumah/shared/calendar"
	"rumah/shared/words"
)

// earliest is before anybody alive was born.
const earliest calendar.Date = "1900-01-01"

// parseDay reads a day of a definition: "2026-01-01", or one counted from the
// day a form is filled in: "today", "today-17y", "today+30d", "today-6m".
func parseDay(s string, day calendar.Date) (calendar.Date, bool) {
	rest, relative := strings.CutPrefix(s, "today")
	switch {
	case !relative:
		d := calendar.Date(s)
		return d, d.Valid() && d >= earliest
	case rest == "":
		return day, day.Valid()
	case len(rest) < 3 || len(rest) > 6 || !day.Valid():
		return "", false
	}
	n, err := strconv.Atoi(rest[1 : len(rest)-1])
	if err != nil || n < 0 || rest[1] < '0' || rest[1] > '9' || rest[0] != '-' && rest[0] != '+' {
		return "", false
	}
	if rest[0] == '-' {
		n = -n
	}
	t := day.Time(time.UTC)
	switch rest[len(rest)-1] {
	case 'd':
		t = t.AddDate(0, 0, n)
	case 'm':
		t = t.AddDate(0, n, 0)
	case 'y':
		t = t.AddDate(n, 0, 0)
	default:
		return "", false
	}
	if t.Year() < 1 || t.Year() > 9999 {
		return "", false
	}
	return calendar.DateOf(t), true
}

func readDate(q *Question, day calendar.Date, s string) (kept, key, bound string) {
	d := calendar.Date(s)
	if !d.Valid() || d < earliest {
		return "", "date", ""
	}
	if from, ok := parseDay(q.From, day); ok && d < from {
		return "", "date_early", string(from)
	}
	if to, ok := parseDay(q.To, day); ok && d > to {
		return "", "date_late", string(to)
	}
	return s, "", ""
}

func showDate(_ *Question, s string, lang words.Lang) string {
	if d := calendar.Date(s); d.Valid() {
		return words.FullDay(lang, d)
	}
	return s
}

// aDay stands for the day of filling in while a definition is looked at.
const aDay calendar.Date = "2026-06-15"

func limitDates(d *definition, at string, q *Question) {
	from, fromOK := parseDay(q.From, aDay)
	to, toOK := parseDay(q.To, aDay)
	d.bound(at+".from", q.From, fromOK, "form_day")
	d.bound(at+".to", q.To, toOK, "form_day")
	if fromOK && toOK && from > to {
		d.Add(at+".to", "form_range", "")
	}
}
