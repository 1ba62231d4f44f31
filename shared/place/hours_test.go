package place

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"rumah/shared/calendar"
)

var wita = time.FixedZone("WITA", 8*60*60)

// monday is 7 December 2026, midnight.
var monday = time.Date(2026, 12, 7, 0, 0, 0, 0, wita)

func at(days int, hour, minute int) time.Time {
	return monday.AddDate(0, 0, days).Add(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute)
}

func span(day time.Weekday, open, close string) Span {
	o, _ := ParseMinute(open)
	c, _ := ParseMinute(close)
	return Span{Day: day, Open: o, Close: c}
}

func office() Schedule {
	s := Schedule{ID: "office"}
	for day := time.Monday; day <= time.Friday; day++ {
		s.Week = append(s.Week, span(day, "07.30", "11.30"), span(day, "12.30", "15.30"))
	}
	return s
}

func dayAndNight(onDaysOff bool) Schedule {
	s := Schedule{ID: "always", OnHoliday: onDaysOff, OnLeave: onDaysOff}
	for day := time.Sunday; day <= time.Saturday; day++ {
		s.Week = append(s.Week, span(day, "00.00", "24.00"))
	}
	return s
}

func TestAt(t *testing.T) {
	t.Parallel()
	off := calendar.DaysOf([]calendar.DayOff{
		{Date: "2026-12-08", Name: "Holiday", Kind: calendar.Holiday},
		{Date: "2026-12-09", Name: "Leave", Kind: calendar.Leave},
	})
	onLeave := office()
	onLeave.OnLeave = true
	night := Schedule{Week: []Span{span(time.Monday, "22.00", "24.00"), span(time.Tuesday, "00.00", "06.00")}}
	for name, c := range map[string]struct {
		schedule    Schedule
		now         time.Time
		open        bool
		until, next time.Time
		off         string
	}{
		"before opening":                   {office(), at(0, 7, 29), false, time.Time{}, at(0, 7, 30), ""},
		"the opening minute is open":       {office(), at(0, 7, 30), true, at(0, 11, 30), time.Time{}, ""},
		"the last second before noon":      {office(), at(0, 11, 30).Add(-time.Second), true, at(0, 11, 30), time.Time{}, ""},
		"the closing minute is closed":     {office(), at(0, 11, 30), false, time.Time{}, at(0, 12, 30), ""},
		"after hours before days off":      {office(), at(0, 16, 0), false, time.Time{}, at(3, 7, 30), ""},
		"on a holiday":                     {office(), at(1, 9, 0), false, time.Time{}, at(3, 7, 30), "Holiday"},
		"open on leave, not on holidays":   {onLeave, at(1, 9, 0), false, time.Time{}, at(2, 7, 30), "Holiday"},
		"on leave when open on it":         {onLeave, at(2, 9, 0), true, at(2, 11, 30), time.Time{}, ""},
		"weekend":                          {office(), at(5, 9, 0), false, time.Time{}, at(7, 7, 30), ""},
		"across midnight":                  {night, at(7, 23, 0), true, at(8, 6, 0), time.Time{}, ""},
		"midnight stops at a day off":      {night, at(0, 23, 0), true, at(1, 0, 0), time.Time{}, ""},
		"never closes":                     {dayAndNight(true), at(1, 3, 0), true, time.Time{}, time.Time{}, ""},
		"closes for the day off":           {dayAndNight(false), at(0, 3, 0), true, at(1, 0, 0), time.Time{}, ""},
		"opens at midnight after days off": {dayAndNight(false), at(1, 3, 0), false, time.Time{}, at(3, 0, 0), "Holiday"},
		"never opens":                      {Schedule{}, at(0, 9, 0), false, time.Time{}, time.Time{}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := c.schedule.At(c.now, off)
			if got.Open != c.open || !got.Until.Equal(c.until) || !got.Next.Equal(c.next) {
				t.Errorf("got %+v, want open %t until %s next %s", got, c.open, c.until, c.next)
			}
			if name := offName(got.Off); name != c.off {
				t.Errorf("day off %q, want %q", name, c.off)
			}
		})
	}
}

func offName(d *calendar.DayOff) string {
	if d == nil {
		return ""
	}
	return d.Name
}

// drawSchedule makes weeks with none to three spans a day, touching ones too.
func drawSchedule(t *rapid.T) Schedule {
	s := Schedule{OnHoliday: rapid.Bool().Draw(t, "on holiday"), OnLeave: rapid.Bool().Draw(t, "on leave")}
	for day := time.Sunday; day <= time.Saturday; day++ {
		from := Minute(0)
		for range rapid.IntRange(0, 3).Draw(t, "spans") {
			if from >= allDay {
				break
			}
			open := Minute(rapid.OneOf(rapid.Just(int(from)), rapid.IntRange(int(from), int(allDay)-1)).Draw(t, "open"))
			shut := Minute(rapid.OneOf(rapid.Just(int(allDay)), rapid.IntRange(int(open)+1, int(allDay))).Draw(t, "close"))
			s.Week = append(s.Week, Span{Day: day, Open: open, Close: shut})
			from = shut
		}
	}
	return s
}

func drawDaysOff(t *rapid.T) calendar.Days {
	days := calendar.Days{}
	for _, n := range rapid.SliceOfNDistinct(rapid.IntRange(-1, 20), 0, 12, rapid.ID).Draw(t, "days off") {
		date := calendar.DateOf(monday.AddDate(0, 0, n))
		days[date] = calendar.DayOff{Date: date, Kind: rapid.SampledFrom([]calendar.DayKind{calendar.Holiday, calendar.Leave}).Draw(t, "kind")}
	}
	return days
}

// covered is the rule said as plainly as possible: some span holds the minute
// and no day off takes it away.
func covered(s Schedule, off calendar.Days, t time.Time) bool {
	if d, ok := off[calendar.DateOf(t)]; ok {
		if d.Kind == calendar.Holiday && !s.OnHoliday || d.Kind == calendar.Leave && !s.OnLeave {
			return false
		}
	}
	minute := Minute(t.Hour()*60 + t.Minute())
	for _, span := range s.Week {
		if span.Day == t.Weekday() && span.Open <= minute && minute < span.Close {
			return true
		}
	}
	return false
}

// change is the first minute after t, within reach of At, at which the place
// is open (or closed); the zero time when there is none.
func change(s Schedule, off calendar.Days, t time.Time, open bool) time.Time {
	end := midnight(t, ahead+1)
	for m := t.Truncate(time.Minute).Add(time.Minute); m.Before(end); m = m.Add(time.Minute) {
		if covered(s, off, m) == open {
			return m
		}
	}
	return time.Time{}
}

func TestAtAgreesWithEveryMinute(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s, off := drawSchedule(t), drawDaysOff(t)
		now := monday.Add(time.Duration(rapid.IntRange(0, 3*24*60*60-1).Draw(t, "second")) * time.Second)
		got := s.At(now, off)
		if open := covered(s, off, now); got.Open != open {
			t.Fatalf("open %t at %s, spans say %t", got.Open, now, open)
		}
		if got.Open {
			want := change(s, off, now, false)
			if end := midnight(now, ahead+1); want.IsZero() && got.Until.Equal(end) {
				t.Fatalf("until %s is beyond reach and must be zero", got.Until)
			}
			if !got.Until.Equal(want) || !got.Next.IsZero() {
				t.Fatalf("until %s next %s, every minute says until %s", got.Until, got.Next, want)
			}
			return
		}
		if want := change(s, off, now, true); !got.Next.Equal(want) || !got.Until.IsZero() {
			t.Fatalf("next %s until %s, every minute says next %s", got.Next, got.Until, want)
		}
	})
}

func TestAlways(t *testing.T) {
	t.Parallel()
	halves := dayAndNight(true)
	halves.Week[0].Close = 12 * 60
	if halves.Always() {
		t.Error("closed on Sunday afternoon counts as always open")
	}
	halves.Week = append([]Span{halves.Week[0], span(time.Sunday, "12.00", "24.00")}, halves.Week[1:]...)
	if !halves.Always() || !dayAndNight(true).Always() {
		t.Error("open without end does not count as always open")
	}
	if dayAndNight(false).Always() || office().Always() || (Schedule{OnHoliday: true, OnLeave: true}).Always() {
		t.Error("a place that closes counts as always open")
	}
}

func TestDaysBeginOnMonday(t *testing.T) {
	t.Parallel()
	week := office().Days()
	if len(week) != 7 || week[0].Day != time.Monday || week[6].Day != time.Sunday {
		t.Fatalf("week %v", week)
	}
	if len(week[0].Spans) != 2 || len(week[6].Spans) != 0 || week[0].Spans[0].Close.String() != "11.30" {
		t.Errorf("spans %v", week)
	}
}

func TestMinuteIsReadAsWritten(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := Minute(rapid.IntRange(0, int(allDay)).Draw(t, "minute"))
		if back, err := ParseMinute(m.String()); err != nil || back != m {
			t.Fatalf("%d is written %q and read %d, %v", m, m, back, err)
		}
	})
	for _, wrong := range []string{"", "7.30", "07:30", "07.60", "24.01", "99.99", "07.3x", "-1.00", "07.300"} {
		if m, err := ParseMinute(wrong); err == nil {
			t.Errorf("%q is read as %s", wrong, m)
		}
	}
}

func TestOpeningsOfADay(t *testing.T) {
	t.Parallel()
	office := Schedule{OnLeave: true, Week: []Span{{time.Monday, 450, 720}, {time.Monday, 780, 960}, {time.Tuesday, 450, 960}}}
	off := calendar.Days{"2026-11-24": {Kind: calendar.Closure}, "2026-11-30": {Kind: calendar.Leave}}
	for date, want := range map[calendar.Date]int{"2026-11-23": 2, "2026-11-24": 0, "2026-11-25": 0, "2026-11-30": 2, "2026-12-01": 1} {
		if got := office.Openings(date, off); len(got) != want {
			t.Errorf("%s has %v, want %d", date, got, want)
		}
	}
}
