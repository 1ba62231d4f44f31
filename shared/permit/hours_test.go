package permit

import (
	"testing"
	"time"

	"rumah/shared/calendar"
	"rumah/shared/place"
)

var wib = time.FixedZone("WIB", 7*3600)

// skb2026 are the days off of 2026 (SKB 3 Menteri 1497/2025; specs, permits 5).
func skb2026() calendar.Days {
	days := calendar.Days{}
	for kind, dates := range map[calendar.DayKind][]calendar.Date{
		calendar.Holiday: {"2026-01-01", "2026-01-16", "2026-02-17", "2026-03-19", "2026-03-21", "2026-03-22", "2026-04-03", "2026-04-05", "2026-05-01",
			"2026-05-14", "2026-05-27", "2026-05-31", "2026-06-01", "2026-06-16", "2026-08-17", "2026-08-25", "2026-12-25"},
		calendar.Leave: {"2026-02-16", "2026-03-18", "2026-03-20", "2026-03-23", "2026-03-24", "2026-05-15", "2026-05-28", "2026-12-24"},
	} {
		for _, d := range dates {
			days[d] = calendar.DayOff{Date: d, Kind: kind}
		}
	}
	return days
}

// week is Monday to Friday, 07.30 to 16.00, on Friday to 14.30.
func week() (spans []place.Span) {
	for day := time.Monday; day <= time.Friday; day++ {
		closes := place.Minute(16 * 60)
		if day == time.Friday {
			closes = 14*60 + 30
		}
		spans = append(spans, place.Span{Day: day, Open: 7*60 + 30, Close: closes})
	}
	return spans
}

func office() Hours { return Hours{Schedule: place.Schedule{Week: week()}, Off: skb2026(), Zone: wib} }

// clinic does not follow joint leave.
func clinic() Hours {
	h := office()
	h.Schedule.OnLeave = true
	return h
}

func at(t fataler, s string) time.Time {
	t.Helper()
	moment, err := time.ParseInLocation("2006-01-02 15:04", s, wib)
	if err != nil {
		t.Fatal(err)
	}
	return moment
}

// The vectors of the spec, section 6.
func TestWorkingDaysOfTheSpec(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		hours Hours
		start calendar.Date
		days  int
		want  calendar.Date
	}{
		{office(), "2026-03-13", 3, "2026-03-25"},
		{office(), "2026-12-23", 1, "2026-12-28"},
		{office(), "2026-05-14", 1, "2026-05-18"},
		{clinic(), "2026-12-23", 1, "2026-12-24"},
		{office(), "2026-11-23", 0, "2026-11-23"},
		{office(), "2026-11-21", 0, "2026-11-23"}, // a Saturday
	} {
		if got, ok := c.hours.WorkingDay(c.start, c.days); !ok || got != c.want {
			t.Errorf("%s + %d is %s %v, want %s", c.start, c.days, got, ok, c.want)
		}
	}
}

func TestTheDaySomethingCountsFor(t *testing.T) {
	t.Parallel()
	for moment, want := range map[string]calendar.Date{
		"2026-11-25 06:00": "2026-11-25", // before opening
		"2026-11-25 15:59": "2026-11-25",
		"2026-11-25 16:00": "2026-11-26", // closed
		"2026-11-25 23:59": "2026-11-26",
		"2026-11-27 14:30": "2026-11-28", // a Friday: like the Saturday after it
		"2026-11-28 23:00": "2026-11-28", // a Saturday is a day 0 as good as any
		"2026-05-14 17:00": "2026-05-14", // a holiday
	} {
		if got := office().dayOf(at(t, moment)); got != want {
			t.Errorf("%s counts for %s, want %s", moment, got, want)
		}
	}
	if got := office().dayOf(time.Date(2026, 11, 24, 20, 0, 0, 0, time.UTC)); got != "2026-11-25" {
		t.Errorf("20.00 in Greenwich counts for %s", got)
	}
}

func TestTimeOfDay(t *testing.T) {
	t.Parallel()
	h := office()
	h.Short = []Short{{From: "2026-02-18", To: "2026-03-17", Week: []place.Span{{Day: time.Wednesday, Open: 480, Close: 900}}}}
	h.Off["2026-11-30"] = calendar.DayOff{Date: "2026-11-30", Kind: calendar.Closure}
	for _, c := range []struct {
		from string
		work time.Duration
		want string
	}{
		{"2026-11-25 09:00", 30 * time.Minute, "2026-11-25 09:30"},
		{"2026-11-25 15:50", 30 * time.Minute, "2026-11-26 07:50"},
		{"2026-11-25 03:00", time.Hour, "2026-11-25 08:30"},
		{"2026-11-27 14:00", time.Hour, "2026-12-01 08:00"}, // over a weekend and a closed Monday
		{"2026-11-25 09:00", 0, "2026-11-25 09:00"},
		{"2026-02-25 08:00", 7 * time.Hour, "2026-02-25 15:00"},
		{"2026-02-25 08:00", 8 * time.Hour, "2026-03-04 09:00"}, // in the month of fasting only Wednesdays are open
	} {
		got, ok := h.After(at(t, c.from), c.work)
		if !ok || !got.Equal(at(t, c.want)) {
			t.Errorf("%s of work after %s is %v %v, want %s", c.work, c.from, got, ok, c.want)
		}
		if done := h.Work(at(t, c.from), got); done != c.work {
			t.Errorf("between %s and %v are %s, want %s", c.from, got, done, c.work)
		}
	}
	if due, ok := h.Deadline(at(t, "2026-11-25 09:00"), 2); !ok || !due.Equal(at(t, "2026-11-28 00:00")) {
		t.Errorf("two working days end %v", due)
	}
}

func TestAnOfficeThatNeverWorks(t *testing.T) {
	t.Parallel()
	never := Hours{}
	if d, ok := never.WorkingDay("2026-11-25", 1); ok {
		t.Errorf("it works on %s", d)
	}
	if at, ok := never.After(time.Unix(0, 0), time.Hour); ok {
		t.Errorf("it has worked an hour at %v", at)
	}
	if due, ok := never.Deadline(time.Unix(0, 0), 1); ok {
		t.Errorf("something is due %v", due)
	}
}

func TestHolidaysOfTheNextYearAreNotGuessed(t *testing.T) {
	t.Parallel()
	if h := office(); !h.Announced(2026) || h.Announced(2027) {
		t.Error("2026 was announced, 2027 was not")
	}
}

// fataler is a test or a property.
type fataler interface {
	Helper()
	Fatal(args ...any)
}
