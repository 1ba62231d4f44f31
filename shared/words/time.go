package words

import (
	"strconv"
	"time"

	"rumah/shared/calendar"
)

var weekdays = [7]T{
	{"Minggu", "Sunday", "Ngahad"},
	{"Senin", "Monday", "Senen"},
	{"Selasa", "Tuesday", "Slasa"},
	{"Rabu", "Wednesday", "Rebo"},
	{"Kamis", "Thursday", "Kemis"},
	{"Jumat", "Friday", "Jemuwah"},
	{"Sabtu", "Saturday", "Setu"},
}

var months = [12]T{
	{"Januari", "January", "Januari"},
	{"Februari", "February", "Februari"},
	{"Maret", "March", "Maret"},
	{"April", "April", "April"},
	{"Mei", "May", "Mei"},
	{"Juni", "June", "Juni"},
	{"Juli", "July", "Juli"},
	{"Agustus", "August", "Agustus"},
	{"September", "September", "September"},
	{"Oktober", "October", "Oktober"},
	{"November", "November", "November"},
	{"Desember", "December", "Desember"},
}

// Weekday is the name of a day.
func Weekday(lang Lang, d time.Weekday) string { return weekdays[d].In(lang) }

// Day writes a date with its weekday, without the year: "Senin, 23 November".
func Day(lang Lang, d calendar.Date) string {
	t := d.Time(time.UTC)
	return Weekday(lang, t.Weekday()) + ", " + DayMonth(lang, d)
}

// DayMonth writes a date without weekday and year: "23 November".
func DayMonth(lang Lang, d calendar.Date) string {
	t := d.Time(time.UTC)
	return strconv.Itoa(t.Day()) + " " + months[t.Month()-1].In(lang)
}

// FullDay writes a date with its year: "23 November 2026".
func FullDay(lang Lang, d calendar.Date) string {
	return DayMonth(lang, d) + " " + d.Time(time.UTC).Format("2006")
}

// MonthYear writes a month: "November 2026".
func MonthYear(lang Lang, t time.Time) string {
	return months[t.Month()-1].In(lang) + " " + strconv.Itoa(t.Year())
}

// Clock writes a time of day the way it is read here: "09.40".
func Clock(t time.Time) string { return t.Format("15.04") }

// Span writes the time between two times of day: "09.40–09.55".
func Span(from, to time.Time) string {
	if Clock(from) == Clock(to) {
		return Clock(from)
	}
	return Clock(from) + "–" + Clock(to)
}

// Count writes a whole number with the thousands mark of the language: "1.284".
func Count(lang Lang, n int) string {
	if n < 0 {
		return "-" + Count(lang, -n)
	}
	digits := strconv.Itoa(n)
	mark := "."
	if lang == EN {
		mark = ","
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + mark + digits[i:]
	}
	return digits
}
