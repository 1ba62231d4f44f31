package form

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"rumah/shared/calendar"
	"rumah/shared/check"
	"rumah/shared/identity"
	"rumah/shared/words"
)

// readLine keeps a text on one line, with single blanks between its words.
func readLine(q *Question, _ calendar.Date, s string) (kept, key, bound string) {
	return letters(q, strings.Join(strings.Fields(s), " "))
}

// readParagraph keeps the lines of a text, ended the same way wherever they
// were written.
func readParagraph(q *Question, _ calendar.Date, s string) (kept, key, bound string) {
	return letters(q, strings.ReplaceAll(s, "\r\n", "\n"))
}

// letters counts the letters of a text.
func letters(q *Question, s string) (kept, key, bound string) {
	switch n, most := utf8.RuneCountInString(s), mostLetters(q); {
	case n < q.Least:
		return "", "too_short", strconv.Itoa(q.Least)
	case n > most:
		return "", "too_long", strconv.Itoa(most)
	}
	return s, "", ""
}

func mostLetters(q *Question) int {
	switch {
	case q.Most > 0:
		return min(q.Most, MostLetters)
	case q.Kind == Paragraph:
		return usualParagraph
	}
	return usualLine
}

func limitLetters(d *definition, at string, q *Question) {
	d.amounts(at, q, 1, MostLetters, mostLetters(q))
}

func readNIK(_ *Question, _ calendar.Date, s string) (kept, key, bound string) {
	n, key := identity.ParseNIK(s)
	return string(n), key, ""
}

func readKK(_ *Question, _ calendar.Date, s string) (kept, key, bound string) {
	kept, key = identity.ParseKK(s)
	return kept, key, ""
}

func readPhone(_ *Question, _ calendar.Date, s string) (kept, key, bound string) {
	p, ok := identity.ParsePhone(s)
	if !ok {
		return "", "phone", ""
	}
	return string(p), "", ""
}

func showPhone(_ *Question, s string, _ words.Lang) string { return identity.Phone(s).Local() }

func readEmail(_ *Question, _ calendar.Date, s string) (kept, key, bound string) {
	if !check.Email(s) {
		return "", "email", ""
	}
	return s, "", ""
}
