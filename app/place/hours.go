package place

import (
	"strconv"
	"strings"
	"time"

	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/words"
)

// daysAhead is how far a page warns of days off.
const daysAhead = 21

func (s *Detail) hours(at link.At, d place.Detail) ui.UI {
	now := s.house.Clock()
	lines := []ui.UI{}
	for _, day := range d.Schedule.Days() {
		lines = append(lines, hoursLine(at.Lang, day, day.Day == now.Weekday()))
	}
	var unsure ui.UI
	if !d.Schedule.Confirmed {
		text := words.HoursUnconfirmed
		if d.Place.Phone == "" {
			text = words.HoursNoPhone
		}
		unsure = ui.P("small soft", text.In(at.Lang))
	}
	return ui.Section("jam", words.Hours.In(at.Lang), nil,
		ui.Div("card stack", ui.List("hours", lines...), unsure, s.offAhead(at, d, now)))
}

func hoursLine(lang words.Lang, day place.DayHours, today bool) ui.UI {
	name := words.Weekday(lang, day.Day)
	class := "hours-day"
	var mark ui.UI
	if today {
		class += " hours-today"
		mark = ui.Label("mini", " "+words.Today.In(lang))
	}
	return ui.Span(class, ui.Span("", ui.Text(name), mark), ui.Label("num", spans(lang, day)))
}

func spans(lang words.Lang, day place.DayHours) string {
	if len(day.Spans) == 0 {
		return words.ClosedDay.In(lang)
	}
	parts := make([]string, len(day.Spans))
	for i, span := range day.Spans {
		if span.Open == 0 && span.Close == 24*60 {
			return words.AllDay.In(lang)
		}
		parts[i] = span.Open.String() + "–" + span.Close.String()
	}
	return strings.Join(parts, ", ")
}

// offAhead names the days off of the next weeks and whether this place
// closes on them.
func (s *Detail) offAhead(at link.At, d place.Detail, now time.Time) ui.UI {
	today := calendar.DateOf(now)
	lines := []ui.UI{}
	for _, off := range d.DaysOff {
		if off.Date < today || off.Date > today.Add(daysAhead) {
			continue
		}
		what := words.ClosedDay.In(at.Lang)
		if off.Kind == calendar.Holiday && d.Schedule.OnHoliday || off.Kind == calendar.Leave && d.Schedule.OnLeave {
			what = words.StaysOpen.In(at.Lang)
		}
		lines = append(lines, ui.Span("hours-day", ui.Span("", ui.Text(words.Day(at.Lang, off.Date)), ui.Label("row-sub", off.Name)), ui.Text(what)))
	}
	if len(lines) == 0 {
		return nil
	}
	return ui.Div("stack stack-2 hours-off", ui.H3("", words.OffAhead.In(at.Lang)), ui.List("hours", lines...))
}

func degrees(v float64) string { return strconv.FormatFloat(v, 'f', 6, 64) }

// spell writes a phone number in groups that can be read out.
func spell(phone string) string {
	if len(phone) < 7 || strings.ContainsAny(phone, " -") {
		return phone
	}
	cut := 4
	if strings.HasPrefix(phone, "031") {
		cut = 3
	}
	out := phone[:cut]
	for rest := phone[cut:]; rest != ""; {
		n := min(4, len(rest))
		out, rest = out+" "+rest[:n], rest[n:]
	}
	return out
}
