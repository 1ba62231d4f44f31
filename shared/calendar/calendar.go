// Package calendar knows days: holidays, joint leave and the clock of the
// regency. It holds no data; a city pack brings the dates.
package calendar

import "time"

// Date is a day of the regency, "2026-11-23". Strings of this form sort by time.
type Date string

// DateOf is the day of t on the clock t carries.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// Time is midnight at the beginning of the day, in loc; the zero time when
// the date is malformed.
func (d Date) Time(loc *time.Location) time.Time {
	t, err := time.ParseInLocation(time.DateOnly, string(d), loc)
	if err != nil {
		return time.Time{}
	}
	return t
}

// Valid reports whether d is a real day.
func (d Date) Valid() bool {
	_, err := time.Parse(time.DateOnly, string(d))
	return err == nil
}

// Add returns the day n days later.
func (d Date) Add(n int) Date { return DateOf(d.Time(time.UTC).AddDate(0, 0, n)) }

// DayKind tells the kinds of days off apart: joint leave binds civil
// servants, so a puskesmas may be open on it and a district office is not.
type DayKind string

// The kinds of days off.
const (
	Holiday DayKind = "holiday" // libur nasional
	Leave   DayKind = "leave"   // cuti bersama
	Closure DayKind = "closure" // one office, or all of them, for a reason of their own: a flood, a local feast
)

// DayOff is a day on which offices are usually closed.
type DayOff struct {
	Date Date    `json:"date"`
	Name string  `json:"name"`
	Kind DayKind `json:"kind"`
}

// Days are days off by date.
type Days map[Date]DayOff

// DaysOf indexes days off by date.
func DaysOf(list []DayOff) Days {
	days := make(Days, len(list))
	for _, d := range list {
		days[d.Date] = d
	}
	return days
}
