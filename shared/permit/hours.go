package permit

import (
	"time"

	"rumah/shared/calendar"
	"rumah/shared/place"
)

// Hours are when an office works, and so how its promises are counted.
type Hours struct {
	Schedule place.Schedule // its openings, and whether it works on holidays and joint leave
	Off      calendar.Days  // holidays, joint leave, and closures of this office
	Short    []Short        // weeks with other openings
	Zone     *time.Location // the regency's clock; nil for UTC
}

// Short are days on which an office has other openings than usual, as in the
// month of fasting. They count as whole working days; only promises in hours
// and minutes feel them (specs, permits 5).
type Short struct {
	From, To calendar.Date
	Week     []place.Span
}

// furthest is how many days ahead anything is looked for: longer than any
// promise, and the end of looking for one who never works.
const furthest = 1500

// working are the usual openings of a day; none on a day that does not count.
func (h Hours) working(d calendar.Date) []place.Span { return h.Schedule.Openings(d, h.Off) }

// open are the openings as they really are on a day.
func (h Hours) open(d calendar.Date) []place.Span {
	usual := h.working(d)
	if len(usual) == 0 {
		return nil
	}
	for _, s := range h.Short {
		if s.From <= d && d <= s.To {
			short := h.Schedule
			short.Week = s.Week
			return short.Openings(d, h.Off)
		}
	}
	return usual
}

func (h Hours) zone() *time.Location {
	if h.Zone == nil {
		return time.UTC
	}
	return h.Zone
}

// at is a time of day of the regency.
func (h Hours) at(d calendar.Date, m place.Minute) time.Time {
	return d.Time(h.zone()).Add(time.Duration(m) * time.Minute)
}

// closing is when a working day usually ends.
func (h Hours) closing(d calendar.Date) time.Time {
	spans := h.working(d)
	if len(spans) == 0 {
		return d.Time(h.zone())
	}
	last := spans[0].Close
	for _, s := range spans {
		last = max(last, s.Close)
	}
	return h.at(d, last)
}

// dayOf is the day that something counts for: after the office has closed,
// the day after. What comes on a day off counts for that day, as the test
// vectors of the spec have it; so a Friday evening is like the Saturday, and
// nobody who comes later is promised anything earlier.
func (h Hours) dayOf(t time.Time) calendar.Date {
	d := calendar.DateOf(t.In(h.zone()))
	if len(h.working(d)) > 0 && !t.Before(h.closing(d)) {
		return d.Add(1)
	}
	return d
}

// WorkingDay is the n-th working day after d, which is day 0. With n = 0 it
// is d itself, or the first working day after a day off. ok is false for an
// office that does not work in the next four years.
func (h Hours) WorkingDay(d calendar.Date, n int) (day calendar.Date, ok bool) {
	if n > 0 {
		d = d.Add(1)
	}
	for range furthest {
		if len(h.working(d)) > 0 {
			if n--; n <= 0 {
				return d, true
			}
		}
		d = d.Add(1)
	}
	return "", false
}

// days are how many working days lie after a, up to and with b.
func (h Hours) days(a, b calendar.Date) int {
	n := 0
	for range furthest {
		if a >= b {
			break
		}
		if a = a.Add(1); len(h.working(a)) > 0 {
			n++
		}
	}
	return n
}

// Deadline is when somebody has had n working days since a moment to do what
// is asked of them: the end of the last of these days, midnight, because
// citizens answer in the evening.
func (h Hours) Deadline(from time.Time, n int) (time.Time, bool) {
	day, ok := h.WorkingDay(h.dayOf(from), n)
	if !ok {
		return time.Time{}, false
	}
	return day.Add(1).Time(h.zone()), true
}

// spans calls each for what is open between two moments, in order, until it
// answers false.
func (h Hours) spans(from, to time.Time, each func(opens, closes time.Time) bool) {
	d := calendar.DateOf(from.In(h.zone()))
	for range furthest {
		if !d.Time(h.zone()).Before(to) {
			return
		}
		for _, s := range h.open(d) {
			opens, closes := later(h.at(d, s.Open), from), earlier(h.at(d, s.Close), to)
			if opens.Before(closes) && !each(opens, closes) {
				return
			}
		}
		d = d.Add(1)
	}
}

// Work is how long the office is open between two moments.
func (h Hours) Work(from, to time.Time) time.Duration {
	var sum time.Duration
	h.spans(from, to, func(opens, closes time.Time) bool {
		sum += closes.Sub(opens)
		return true
	})
	return sum
}

// After is when the office will have been open for so long since a moment;
// ok is false when that is never, or years away.
func (h Hours) After(from time.Time, work time.Duration) (t time.Time, ok bool) {
	if work <= 0 {
		return from, true
	}
	h.spans(from, from.AddDate(0, 0, furthest), func(opens, closes time.Time) bool {
		if open := closes.Sub(opens); open < work {
			work -= open
			return true
		}
		t, ok = opens.Add(work), true
		return false
	})
	return t, ok
}

// Announced reports whether the holidays of a year are known. They are
// announced in the autumn before, so a date beyond is a guess and must be
// shown as one.
func (h Hours) Announced(year int) bool {
	for _, d := range h.Off {
		if d.Kind == calendar.Holiday && d.Date.Time(time.UTC).Year() == year {
			return true
		}
	}
	return false
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
