package form

import (
	"strconv"
	"strings"

	"rumah/shared/calendar"
	"rumah/shared/words"
)

// cents is a number in hundredths. Two decimals are enough for square metres
// and hectares, and with no more of them "1.250" can only be a thousand two
// hundred and fifty.
type cents int64

// parseNumber reads a number the way people type it: "1.250", "1.250,5",
// "1,250.5", "12,5" and "12.5". A mark before one or two last digits is the
// decimal mark, one before three is of thousands.
func parseNumber(s string) (n cents, ok bool) {
	s, negative := strings.CutPrefix(s, "-")
	whole, decimals := s, ""
	mark := strings.LastIndexAny(s, ".,")
	if after := len(s) - mark - 1; mark >= 0 && (after == 1 || after == 2) {
		whole, decimals = s[:mark], s[mark+1:]
		if strings.IndexByte(whole, s[mark]) >= 0 {
			return 0, false
		}
	}
	digits, ok := grouped(whole)
	if !ok || len(digits) > 13 {
		return 0, false
	}
	v, err := strconv.ParseUint(digits+(decimals + "00")[:2], 10, 63)
	if err != nil || v > mostWhole*100 {
		return 0, false
	}
	if n = cents(v); negative {
		n = -n
	}
	return n, true
}

// grouped drops the marks between groups of three digits; ok is false when
// they stand anywhere else, or are of two kinds.
func grouped(s string) (digits string, ok bool) {
	mark := strings.IndexAny(s, ".,")
	if mark < 0 {
		return s, s != ""
	}
	groups := strings.Split(s, s[mark:mark+1])
	for i, g := range groups {
		if i > 0 && len(g) != 3 || len(g) == 0 || len(g) > 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// String is the number as it is kept: "12.5".
func (n cents) String() string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	s := sign + strconv.FormatInt(int64(n/100), 10)
	if rest := int64(n % 100); rest > 0 {
		s += strings.TrimRight("."+strconv.Itoa(int(100 + rest))[1:], "0")
	}
	return s
}

func readNumber(q *Question, _ calendar.Date, s string) (kept, key, bound string) {
	n, ok := parseNumber(strings.ReplaceAll(s, " ", ""))
	if !ok {
		return "", "number", ""
	}
	return between(q, n)
}

// readMoney reads whole rupiah, with or without "Rp" in front.
func readMoney(q *Question, _ calendar.Date, s string) (kept, key, bound string) {
	s = strings.ReplaceAll(s, " ", "")
	if len(s) > 2 && strings.EqualFold(s[:2], "rp") {
		s = strings.TrimPrefix(s[2:], ".")
	}
	n, ok := parseNumber(s)
	if !ok || n%100 != 0 || n < 0 {
		return "", "money", ""
	}
	return between(q, n)
}

func between(q *Question, n cents) (kept, key, bound string) {
	if from, ok := parseNumber(q.From); ok && n < from {
		return "", "too_small", showCents(from, words.ID)
	}
	if to, ok := parseNumber(q.To); ok && n > to {
		return "", "too_large", showCents(to, words.ID)
	}
	return n.String(), "", ""
}

func showNumber(_ *Question, s string, lang words.Lang) string {
	n, ok := parseNumber(s)
	if !ok {
		return s
	}
	return showCents(n, lang)
}

func showMoney(q *Question, s string, lang words.Lang) string { return "Rp" + showNumber(q, s, lang) }

// showCents writes a number with the marks of a language: "1.250,5".
func showCents(n cents, lang words.Lang) string {
	whole, decimals, _ := strings.Cut(n.String(), ".")
	v, _ := strconv.Atoi(strings.TrimPrefix(whole, "-"))
	s := words.Count(lang, v)
	if n < 0 {
		s = "-" + s
	}
	switch {
	case decimals == "":
		return s
	case lang == words.EN:
		return s + "." + decimals
	}
	return s + "," + decimals
}

// limitNumbers looks at the smallest and the largest number.
func limitNumbers(d *definition, at string, q *Question) {
	from, fromOK := parseNumber(q.From)
	to, toOK := parseNumber(q.To)
	d.bound(at+".from", q.From, fromOK && (q.Kind != Money || from >= 0 && from%100 == 0), "number")
	d.bound(at+".to", q.To, toOK && (q.Kind != Money || to >= 0 && to%100 == 0), "number")
	if fromOK && toOK && from > to {
		d.Add(at+".to", "form_range", "")
	}
}
