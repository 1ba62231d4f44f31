package identity

import (
	"strconv"
	"strings"
	"time"

	"rumah/shared/calendar"
	"rumah/shared/fault"
)

// The numbers are text, never numbers: a NIK does not fit into the integers
// of JavaScript, and a BPJS card begins with zeros.
const (
	nikLength  = 16
	bpjsLength = 13
)

// NIK is a national identity number of 16 digits: six of the place where it
// was first issued, six of the day of birth (a woman's day is 40 more), four
// of a serial. It has no check digit, so a NIK that is well formed proves
// nothing.
type NIK string

// ParseNIK reads a NIK the way people write it. The key says what is wrong:
// nik_digits, nik_length or nik_date; "" for nothing.
func ParseNIK(s string) (n NIK, key string) {
	d, ok := digits(plain(s))
	switch {
	case !ok:
		return "", "nik_digits"
	case len(d) != nikLength || strings.Count(d, d[:1]) == nikLength:
		return "", "nik_length"
	case !NIK(d).dated():
		return "", "nik_date"
	}
	return NIK(d), ""
}

func (n NIK) part(from, to int) int {
	v, _ := strconv.Atoi(string(n[from:to])) // digits only
	return v
}

// Female reports what the day of birth says.
func (n NIK) Female() bool { return n.part(6, 8) > 40 }

func (n NIK) day() int {
	day := n.part(6, 8)
	if day > 40 {
		return day - 40
	}
	return day
}

// dated reports whether the day of birth exists in either century.
func (n NIK) dated() bool {
	return n.on(1900+n.part(10, 12)).Valid() || n.on(2000+n.part(10, 12)).Valid()
}

func (n NIK) on(year int) calendar.Date {
	return calendar.Date(strconv.Itoa(year) + "-" + string(n[8:10]) + "-" + two(n.day()))
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// Born is the day of birth it says, in the later century unless that is in
// the future or no such day.
func (n NIK) Born(now time.Time) calendar.Date {
	if d := n.on(2000 + n.part(10, 12)); d.Valid() && d <= calendar.DateOf(now) {
		return d
	}
	return n.on(1900 + n.part(10, 12))
}

// Masked is enough of it to know it again.
func (n NIK) Masked() string { return Mask(string(n)) }

// provinces that have issued NIKs.
const provinces = " 11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96 "

// Warnings are what looks odd about a NIK next to a day of birth ("" when
// that is not known). Real cards with such oddities exist, so none of them is
// a fault: regions split, and birth dates were corrected without a new NIK.
func (n NIK) Warnings(born calendar.Date) []string {
	var odd []string
	regency, district := n.part(2, 4), n.part(4, 6)
	if !strings.Contains(provinces, " "+string(n[:2])+" ") || regency == 0 || district == 0 {
		odd = append(odd, "nik_region")
	}
	if n[12:] == "0000" {
		odd = append(odd, "nik_serial")
	}
	if born.Valid() && born[2:4]+born[5:7]+born[8:10] != calendar.Date(string(n[10:12])+string(n[8:10])+two(n.day())) {
		odd = append(odd, "nik_born")
	}
	return odd
}

// ParseKK reads the number of a family card: 16 digits, six of the place and
// six of the day it was recorded. The key is kk or "".
func ParseKK(s string) (kk, key string) {
	d, ok := digits(plain(s))
	if !ok || len(d) != nikLength || strings.Count(d, d[:1]) == nikLength {
		return "", "kk"
	}
	return d, ""
}

// ParseBPJS reads the number of a JKN card: 13 digits, zeros in front
// included. The key is bpjs or "".
func ParseBPJS(s string) (card, key string) {
	d, ok := digits(plain(s))
	if !ok || len(d) != bpjsLength || strings.Count(d, d[:1]) == bpjsLength {
		return "", "bpjs"
	}
	return d, ""
}

// Mask hides the middle of a number: "3515••••••••0001". A short one is
// hidden whole.
func Mask(s string) string {
	if s == "" {
		return ""
	}
	if len(s) < 12 {
		return strings.Repeat("•", len(s))
	}
	return s[:4] + strings.Repeat("•", len(s)-8) + s[len(s)-4:]
}

// numbers checks the identifiers of one person, each nil when not given.
func numbers(nik, kk, bpjs *string, born *calendar.Date) error {
	var wrong []fault.Field
	add := func(name, key string) {
		if key != "" {
			wrong = append(wrong, fault.Field{Name: name, Key: key})
		}
	}
	if nik != nil && *nik != "" {
		_, key := ParseNIK(*nik)
		add("nik", key)
	}
	if kk != nil && *kk != "" {
		_, key := ParseKK(*kk)
		add("kk", key)
	}
	if bpjs != nil && *bpjs != "" {
		_, key := ParseBPJS(*bpjs)
		add("bpjs", key)
	}
	if born != nil && *born != "" && (!born.Valid() || *born < "1900-01-01") {
		add("born", "date")
	}
	return fault.Wrong(wrong...)
}
