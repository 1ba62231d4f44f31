package place

import (
	"fmt"
	"time"

	"rumah/shared/calendar"
)

// Status says whether a service point is open, and when that changes.
type Status struct {
	Open  bool
	Until time.Time        // closing time; zero when closed, or when it does not close within two weeks
	Next  time.Time        // next opening; zero when open, or when it does not open within two weeks
	Off   *calendar.DayOff // the day off that closes it today, if one does
}

// ahead is how far At looks for the next change: to the end of the day so
// many days from now. Longer than the longest run of days off.
const ahead = 14

// allDay is the end of a day in minutes.
const allDay Minute = 24 * 60

// At is the status at t, on the clock t carries. A place is open at the
// minute it opens and closed at the minute it closes.
func (s Schedule) At(t time.Time, off calendar.Days) Status {
	status := Status{Off: s.closedBy(calendar.DateOf(t), off)}
	until, open := s.until(t, off)
	if open {
		status.Open, status.Until = true, until
		return status
	}
	for day := 0; day <= ahead; day++ {
		for _, span := range s.on(midnight(t, day), off) {
			if opens := clock(midnight(t, day), span.Open); opens.After(t) {
				status.Next = opens
				return status
			}
		}
	}
	return status
}

// until is when the opening that covers t ends. Spans that touch, over
// midnight too, are one opening; one longer than the look ahead has no end.
func (s Schedule) until(t time.Time, off calendar.Days) (end time.Time, open bool) {
	end = t
	for day := 0; day <= ahead; day++ {
		date := midnight(t, day)
		for _, span := range s.on(date, off) {
			opens, closes := clock(date, span.Open), clock(date, span.Close)
			if !opens.After(end) && closes.After(end) {
				end, open = closes, true
			}
		}
		if !end.Equal(midnight(t, day+1)) {
			return end, open
		}
	}
	return time.Time{}, true
}

// Openings are the spans of a day, in order; none on a day off that closes
// the place.
func (s Schedule) Openings(date calendar.Date, off calendar.Days) []Span {
	return s.on(date.Time(time.UTC), off)
}

// on are the spans of a day, in order; none on a day off that closes the place.
func (s Schedule) on(date time.Time, off calendar.Days) []Span {
	if s.closedBy(calendar.DateOf(date), off) != nil {
		return nil
	}
	var spans []Span
	for _, span := range s.Week {
		if span.Day == date.Weekday() {
			spans = append(spans, span)
		}
	}
	return spans
}

func (s Schedule) closedBy(date calendar.Date, off calendar.Days) *calendar.DayOff {
	day, ok := off[date]
	if !ok || day.Kind == calendar.Holiday && s.OnHoliday || day.Kind == calendar.Leave && s.OnLeave {
		return nil
	}
	return &day
}

func midnight(t time.Time, days int) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day()+days, 0, 0, 0, 0, t.Location())
}

func clock(midnight time.Time, m Minute) time.Time {
	return midnight.Add(time.Duration(m) * time.Minute)
}

// DayHours are the openings of one day of the week.
type DayHours struct {
	Day   time.Weekday
	Spans []Span
}

// Days is the week for display, Monday first.
func (s Schedule) Days() []DayHours {
	week := make([]DayHours, 7)
	for i := range week {
		week[i].Day = time.Weekday((i + 1) % 7)
		for _, span := range s.Week {
			if span.Day == week[i].Day {
				week[i].Spans = append(week[i].Spans, span)
			}
		}
	}
	return week
}

// Always reports whether the place never closes: day and night, on days off too.
func (s Schedule) Always() bool {
	if !s.OnHoliday || !s.OnLeave {
		return false
	}
	for _, day := range s.Days() {
		end := Minute(0)
		for _, span := range day.Spans {
			if span.Open <= end {
				end = max(end, span.Close)
			}
		}
		if end < allDay {
			return false
		}
	}
	return true
}

// String writes a time of day as it is read here: "07.30".
func (m Minute) String() string { return fmt.Sprintf("%02d.%02d", int(m)/60, int(m)%60) }

// ParseMinute reads what String writes, "24.00" for the end of the day.
func ParseMinute(s string) (Minute, error) {
	if len(s) == 5 && s[2] == '.' && digits(s[:2]) && digits(s[3:]) {
		hour, minute := int(s[0]-'0')*10+int(s[1]-'0'), int(s[3]-'0')*10+int(s[4]-'0')
		if m := Minute(hour*60 + minute); minute < 60 && m <= allDay {
			return m, nil
		}
	}
	return 0, fmt.Errorf("%q is not a time of day such as 07.30", s)
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
