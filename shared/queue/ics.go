package queue

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Appointment is a visit as calendars know it.
type Appointment struct {
	ID     string    // tells it from all others; the same whenever it is written again
	Made   time.Time // when it was written; a calendar keeps the latest
	Begins time.Time
	Ends   time.Time
	Title  string
	Where  string
	Note   string
	Link   string
	Lon    float64 // of the place; with Lat 0 for unknown
	Lat    float64
	Remind time.Duration // before it begins; 0 reminds nobody
	Over   bool          // it was cancelled
}

const (
	// longestLine is how many bytes a line of a calendar file may have
	// (RFC 5545, 3.1), without its end.
	longestLine = 75
	// shortest is how long an appointment is at least: one that ends when it
	// begins is none.
	shortest = 15 * time.Minute
)

// ICS is the appointment as a calendar file (RFC 5545).
func (a Appointment) ICS() []byte {
	var f calendarFile
	ends := a.Ends
	if least := a.Begins.Add(shortest); ends.Before(least) {
		ends = least
	}
	f.line("BEGIN", "VCALENDAR")
	f.line("VERSION", "2.0")
	f.line("PRODID", "-//Rumah//Antrean//ID")
	f.line("CALSCALE", "GREGORIAN")
	f.line("METHOD", "PUBLISH")
	f.line("BEGIN", "VEVENT")
	f.line("UID", plain(a.ID))
	f.line("DTSTAMP", instant(a.Made))
	f.line("DTSTART", instant(a.Begins))
	f.line("DTEND", instant(ends))
	f.line("SUMMARY", escaped(a.Title))
	f.text("LOCATION", a.Where)
	f.text("DESCRIPTION", a.Note)
	if a.Lon != 0 || a.Lat != 0 {
		f.line("GEO", degrees(a.Lat)+";"+degrees(a.Lon))
	}
	if a.Link != "" {
		f.line("URL", plain(a.Link))
	}
	if a.Over {
		f.line("STATUS", "CANCELLED")
	} else {
		f.line("STATUS", "CONFIRMED")
		f.alarm(a)
	}
	f.line("END", "VEVENT")
	f.line("END", "VCALENDAR")
	return []byte(f.String())
}

type calendarFile struct{ strings.Builder }

func (f *calendarFile) alarm(a Appointment) {
	if a.Remind <= 0 {
		return
	}
	f.line("BEGIN", "VALARM")
	f.line("ACTION", "DISPLAY")
	f.line("DESCRIPTION", escaped(a.Title))
	f.line("TRIGGER", "-PT"+strconv.Itoa(max(1, int(a.Remind.Minutes())))+"M")
	f.line("END", "VALARM")
}

// text writes a property that may be missing.
func (f *calendarFile) text(name, value string) {
	if value != "" {
		f.line(name, escaped(value))
	}
}

// line writes a property, folded where it is too long: a line goes on after
// a space. Letters of several bytes are not torn apart.
func (f *calendarFile) line(name, value string) {
	rest, room := name+":"+value, longestLine
	for len(rest) > room {
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		f.WriteString(rest[:cut] + "\r\n ")
		rest, room = rest[cut:], longestLine-1
	}
	f.WriteString(rest + "\r\n")
}

func instant(t time.Time) string { return t.UTC().Format("20060102T150405Z") }

func degrees(x float64) string { return strconv.FormatFloat(x, 'f', 6, 64) }

var special = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// escaped is a text as a calendar file holds it.
func escaped(s string) string {
	return special.Replace(strings.Map(func(r rune) rune {
		if r == '\n' {
			return r
		}
		return printable(r)
	}, strings.ToValidUTF8(s, "")))
}

// plain is an address or id, which has no escapes: what would end its line
// or control something is left out.
func plain(s string) string { return strings.Map(printable, strings.ToValidUTF8(s, "")) }

func printable(r rune) rune {
	if r < ' ' || r == 0x7f {
		return -1
	}
	return r
}
