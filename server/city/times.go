package city

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"rumah/shared/calendar"
	"rumah/shared/place"
)

func (r *reader) schedules() {
	seen := map[string]int{}
	for _, row := range r.table("schedules.csv", "id", "confirmed", "on_holiday", "on_leave", "source") {
		row.unique(seen, "id")
		r.pack.Schedules = append(r.pack.Schedules, Schedule{
			Schedule: place.Schedule{
				ID: row.slug("id"), Confirmed: row.yes("confirmed"),
				OnHoliday: row.yes("on_holiday"), OnLeave: row.yes("on_leave"), Week: []place.Span{},
			},
			Sources: row.from(),
		})
	}
	for i := range r.pack.Schedules {
		r.schedule[r.pack.Schedules[i].ID] = &r.pack.Schedules[i]
	}
}

func (r *reader) hours() {
	rows := r.table("hours.csv", "schedule", "days", "open", "close", "source")
	for _, row := range rows {
		row.from()
		schedule := r.schedule[row.cell["schedule"]]
		if schedule == nil {
			row.missing("schedule", row.cell["schedule"], "schedules.csv")
			continue
		}
		before := len(r.problems)
		open, shut := row.minute("open"), row.minute("close")
		days, err := parseDays(row.cell["days"])
		if err != nil {
			row.wrong("days", "%v", err)
		}
		if len(r.problems) == before && shut <= open {
			row.wrong("close", "%s is not after %s; hours past midnight are two rows, one until 24.00 and one from 00.00", shut, open)
		}
		for _, day := range days {
			row.add(schedule, place.Span{Day: day, Open: open, Close: shut})
		}
	}
	for i := range r.pack.Schedules {
		s := &r.pack.Schedules[i]
		slices.SortFunc(s.Week, func(a, b place.Span) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Open, b.Open)) })
		if len(rows) > 0 && len(s.Week) == 0 {
			r.wrong("hours.csv", 1, "schedule", "%q has no hours; add a row for it", s.ID)
		}
	}
}

func (r row) add(s *Schedule, span place.Span) {
	for _, other := range s.Week {
		if other.Day == span.Day && span.Open < other.Close && other.Open < span.Close {
			r.wrong("days", "%s %s-%s overlaps %s-%s of the same schedule", dayNames[span.Day], span.Open, span.Close, other.Open, other.Close)
			return
		}
	}
	s.Week = append(s.Week, span)
}

var dayNames = []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// parseDays reads "mon-thu", "sat" or "mon wed fri". A range may pass the
// end of the week: "sat-mon".
func parseDays(s string) ([]time.Weekday, error) {
	var days []time.Weekday
	for _, part := range strings.Fields(s) {
		first, last, ok := strings.Cut(part, "-")
		if !ok {
			last = first
		}
		from, to := slices.Index(dayNames, first), slices.Index(dayNames, last)
		if from < 0 || to < 0 {
			return nil, fmt.Errorf("%q is not a day or a range of days such as mon-thu; days are %s", part, strings.Join(dayNames, " "))
		}
		for day := from; ; day = (day + 1) % 7 {
			days = append(days, time.Weekday(day))
			if day == to {
				break
			}
		}
	}
	if len(days) == 0 {
		return nil, fmt.Errorf("is empty; write days such as mon-thu")
	}
	return days, nil
}

func (r *reader) holidays() {
	seen := map[string]int{}
	last := calendar.Date("")
	for _, row := range r.table("holidays.csv", "date", "name", "kind", "source") {
		row.unique(seen, "date")
		d := DayOff{Sources: row.from()}
		d.Date, d.Name = row.date("date"), row.text("name")
		d.Kind = calendar.DayKind(row.one("kind", string(calendar.Holiday), string(calendar.Leave)))
		if d.Date < last {
			row.wrong("date", "%s comes after %s; sort the rows by date", d.Date, last)
		}
		last = max(last, d.Date)
		r.pack.DaysOff = append(r.pack.DaysOff, d)
	}
}
