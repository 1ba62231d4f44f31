package check

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text reports whether s is text that can be stored and shown anywhere: valid
// UTF-8 without control characters other than line feed and tab. Of carriage
// returns, only those of a line end as browsers send it are taken.
func Text(s string) bool {
	for i, r := range s {
		switch {
		case r == '\n' || r == '\t':
		case r == '\r':
			if !strings.HasPrefix(s[i:], "\r\n") {
				return false
			}
		case r < ' ' || r >= 0x7F && r < 0xA0:
			return false
		case r == utf8.RuneError:
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return false
			}
		}
	}
	return true
}

// Line reports whether s stands on one line, as a name does, and leaves the
// direction of writing to whoever shows it: a mark that turns it round would
// turn round what stands beside it too.
func Line(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' || turns(r) })
}

// turns reports whether r is a mark that begins a line or a direction.
func turns(r rune) bool { return r >= 0x2028 && r <= 0x202E || r >= 0x2066 && r <= 0x2069 }

// Blank reports whether s says nothing that anybody could read: empty, white
// space, or marks that are not drawn.
func Blank(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unseen(r) && !unicode.IsSpace(r) })
}

// Seen is s without the marks that are not drawn, but for those that join
// letters and shape pictures.
func Seen(s string) string {
	return strings.Map(func(r rune) rune {
		if unseen(r) && !joins(r) {
			return -1
		}
		return r
	}, s)
}

func joins(r rune) bool { return r == 0x200C || r == 0x200D || r == 0xFE0E || r == 0xFE0F }

// unseen reports whether nothing is drawn for r. They are few, and the table
// of all that are not letters is large.
func unseen(r rune) bool {
	return r == 0xAD || r == 0x34F || r == 0x61C || r == 0x115F || r == 0x1160 || r >= 0x180B && r <= 0x180F || r >= 0x200B && r <= 0x200F || turns(r) ||
		r >= 0x2060 && r <= 0x206F || r == 0x2800 || r == 0x3164 || r >= 0xFE00 && r <= 0xFE0F || r == 0xFEFF || r == 0xFFA0 || r >= 0xE0000 && r <= 0xE0FFF
}

// Segment reports whether s can stand as one part of an address. "." and ".."
// cannot: everybody between here and there resolves them.
func Segment(s string) bool { return Text(s) && s != "." && s != ".." }

// OneOf reports whether v is one of choices.
func OneOf[T comparable](v T, choices ...T) bool {
	for _, choice := range choices {
		if v == choice {
			return true
		}
	}
	return false
}

// Slug reports whether s is a name fit for links: lower-case ASCII letters
// and digits in words joined by single hyphens.
func Slug(s string) bool {
	last := byte('-')
	for i := range len(s) {
		c := s[i]
		if !isDigit(c) && !isLower(c) && (c != '-' || last == '-') {
			return false
		}
		last = c
	}
	return last != '-'
}

// AreaCode reports whether s has the form of a Kemendagri code of a kecamatan
// (35.15.08) or of a desa or kelurahan (35.15.08.1005). Whether there is such
// an area is a question for the city's data.
func AreaCode(s string) bool {
	if len(s) != len("35.15.08") && len(s) != len("35.15.08.1005") {
		return false
	}
	for i := range len(s) {
		if dot := i == 2 || i == 5 || i == 8; dot != (s[i] == '.') || !dot && !isDigit(s[i]) {
			return false
		}
	}
	return true
}

// Phone reports whether s is an Indonesian phone number as people write it:
// it begins with 0 or +62 and has 9 to 14 digits, with single spaces or
// dashes between them.
func Phone(s string) bool {
	rest, international := strings.CutPrefix(s, "+")
	digits, last := 0, byte('-')
	for i := range len(rest) {
		c := rest[i]
		switch {
		case isDigit(c):
			digits++
		case (c == ' ' || c == '-') && isDigit(last):
		default:
			return false
		}
		last = c
	}
	if !isDigit(last) || digits < 9 || digits > 14 {
		return false
	}
	if international {
		return strings.HasPrefix(rest, "62")
	}
	return rest[0] == '0'
}

// Email reports whether s looks like an address that mail can be sent to:
// something, one @, and a host name with a dot. Only a letter that arrives
// proves more.
func Email(s string) bool {
	local, host, ok := strings.Cut(s, "@")
	if !ok || local == "" || len(local) > 64 || len(s) > 254 || strings.Contains(host, "@") {
		return false
	}
	if strings.HasPrefix(local, ".") || strings.HasSuffix(local, ".") || strings.Contains(local, "..") {
		return false
	}
	for i := range len(local) {
		if c := local[i]; c <= ' ' || c >= 0x7F || strings.IndexByte(`"(),:;<>[\]`, c) >= 0 {
			return false
		}
	}
	return hostName(host)
}

func hostName(s string) bool {
	labels := strings.Split(s, ".")
	for _, label := range labels {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		for i := range len(label) {
			if c := label[i] | 0x20; !isDigit(label[i]) && !isLower(c) && label[i] != '-' {
				return false
			}
		}
	}
	return len(labels) > 1 && len(labels[len(labels)-1]) > 1
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLower(c byte) bool { return c >= 'a' && c <= 'z' }
