package identity

import "strings"

// Phone is a phone number in the form E.164: "+6281234567890".
type Phone string

// ParsePhone reads a number of this country the way people write it: with
// 08, 62, +62, 0062, +6208 or a bare 8 in front, and any blanks, dots, dashes
// and brackets between. A number that a spreadsheet has ruined ("8,12E+10")
// is no number.
func ParsePhone(s string) (Phone, bool) {
	s = strings.TrimSpace(plain(s))
	plus := strings.HasPrefix(s, "+")
	d, ok := digits(strings.TrimPrefix(s, "+"))
	if !ok {
		return "", false
	}
	switch {
	case plus && strings.HasPrefix(d, "62"):
		d = d[2:]
	case plus:
		return "", false
	case strings.HasPrefix(d, "0062"):
		d = d[4:]
	case strings.HasPrefix(d, "0"):
	case strings.HasPrefix(d, "62") && len(d) >= 10:
		d = d[2:]
	case strings.HasPrefix(d, "8") && len(d) >= 9 && len(d) <= 12:
	default:
		return "", false
	}
	d = strings.TrimPrefix(d, "0") // also the wrong 0 of +6208...
	if len(d) < 7 || len(d) > 12 || d[0] == '0' {
		return "", false
	}
	return Phone("+62" + d), true
}

// Mobile reports whether the number can receive messages.
func (p Phone) Mobile() bool {
	rest, ok := strings.CutPrefix(string(p), "+628")
	return ok && len(rest) >= 8 && len(rest) <= 11 && rest[0] != '0'
}

// Local is the number as dialled inside the country.
func (p Phone) Local() string { return "0" + strings.TrimPrefix(string(p), "+62") }

// Masked is enough of the number to know it again: "0812-••••-7890".
func (p Phone) Masked() string {
	local := p.Local()
	if len(local) < 9 {
		return "••••"
	}
	return local[:4] + "-••••-" + local[len(local)-4:]
}

// plain turns digits of other scripts and full-width letters, as some
// keyboards send them, into ASCII.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0xFF10 && r <= 0xFF19: // full width
			return r - 0xFF10 + '0'
		case r == 0xFF0B:
			return '+'
		case r >= '٠' && r <= '٩': // Arabic
			return r - '٠' + '0'
		case r >= '۰' && r <= '۹': // Persian
			return r - '۰' + '0'
		case r == '\u00a0', r == '\u200b', r == '\u202a', r == '\u202c', r == '\ufeff':
			return ' ' // what copying from a chat brings along
		}
		return r
	}, s)
}

// digits drops what people put between digits; ok is false when anything
// else stands there.
func digits(s string) (string, bool) {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case strings.ContainsRune(" .-()/\t\r\n–", r):
		default:
			return "", false
		}
	}
	return b.String(), b.Len() > 0
}

// Digits is s without what people put between digits; "" when anything else
// stands there.
func Digits(s string) string {
	d, _ := digits(plain(s))
	return d
}
