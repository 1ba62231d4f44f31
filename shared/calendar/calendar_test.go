package calendar

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestDateIsOnTheClockOfItsTime(t *testing.T) {
	t.Parallel()
	wib := time.FixedZone("WIB", 7*60*60)
	evening := time.Date(2026, 12, 31, 18, 0, 0, 0, time.UTC)
	if d := DateOf(evening); d != "2026-12-31" {
		t.Errorf("in UTC %s", d)
	}
	if d := DateOf(evening.In(wib)); d != "2027-01-01" {
		t.Errorf("in WIB %s", d)
	}
}

func TestDateValid(t *testing.T) {
	t.Parallel()
	for date, want := range map[Date]bool{"2028-02-29": true, "2026-02-29": false, "2026-2-1": false, "": false, "besok": false} {
		if date.Valid() != want || date.Time(time.UTC).IsZero() == want {
			t.Errorf("%q: valid %t, time %s", date, date.Valid(), date.Time(time.UTC))
		}
	}
}

func TestAddGoesThereAndBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		date := DateOf(time.Date(2026, 1, rapid.IntRange(1, 1500).Draw(t, "day"), 0, 0, 0, 0, time.UTC))
		n := rapid.IntRange(0, 400).Draw(t, "days")
		if back := date.Add(n).Add(-n); back != date || n > 0 && date.Add(n) <= date {
			t.Fatalf("%s + %d = %s, back %s", date, n, date.Add(n), back)
		}
	})
}

func TestDaysOf(t *testing.T) {
	t.Parallel()
	days := DaysOf([]DayOff{{Date: "2026-12-25", Name: "Natal", Kind: Holiday}, {Date: "2026-12-24", Name: "Cuti", Kind: Leave}})
	if len(days) != 2 || days["2026-12-25"].Name != "Natal" || days["2026-12-24"].Kind != Leave {
		t.Errorf("%v", days)
	}
}
