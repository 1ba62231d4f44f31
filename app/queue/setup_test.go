package queue

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"rumah/shared/place"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// The example below the rule is what the counters really do.
func TestShareExample(t *testing.T) {
	t.Parallel()
	for share, want := range map[int][]int{1: {7, 8, 9, 1, 2, 3, 4, 5, 6}, 2: {1, 7, 2, 8, 3, 9, 4, 5, 6}, 3: {1, 2, 7, 3, 4, 8, 5, 6, 9}} {
		var got []int
		for _, o := range shareOrder("A", share) {
			got = append(got, o.Number)
		}
		if !slices.Equal(got, want) {
			t.Errorf("1 of %d: %v, want %v", share, got, want)
		}
	}
	if shareSay(words.ID, 1) == shareSay(words.ID, 3) {
		t.Error("two rules are said alike")
	}
}

func TestWeekOfAQueue(t *testing.T) {
	t.Parallel()
	week := withSession(nil, time.Monday)
	week = withSession(week, time.Monday)
	if a, b := week[0], week[1]; a.Opens != 420 || b.Opens < a.Closes || b.Closes <= b.Opens {
		t.Errorf("the second session overlaps: %+v", week)
	}
	for range 9 { // late into the night they still are within the day
		week = withSession(week, time.Sunday)
	}
	for _, s := range week {
		if s.Opens >= s.Closes || s.Closes > 24*60 || s.Check() != nil {
			t.Errorf("no session: %+v", s)
		}
	}
	week = append(week, queue.Session{Day: time.Friday, Opens: 1, Closes: 2})
	all := likeMonday(week)
	for day, want := range map[time.Weekday]int{time.Monday: 2, time.Tuesday: 2, time.Friday: 2, time.Saturday: 0, time.Sunday: 9} {
		if got := len(sessionsOf(all, day)); got != want {
			t.Errorf("%s has %d sessions, want %d", day, got, want)
		}
	}
	if all[0].Day != time.Monday || all[len(all)-1].Day != time.Sunday {
		t.Error("the week does not begin on Monday")
	}
}

func TestFieldsOfASetup(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{"": -1, "0": 0, "40": 40, "-3": -1, "x": -1, " 7 ": 7} {
		if got := quotaOf(text); got != want {
			t.Errorf("quota %q: %d", text, got)
		}
	}
	for text, want := range map[string]int{"7": 420, "1.5": 90, "1,5": 90, "": 0, "-1": 0, "x": 0} {
		if got := setupSeconds(text); got != want {
			t.Errorf("minutes %q: %d", text, got)
		}
	}
	for m, want := range map[place.Minute]string{420: "07:00", 1440: "00:00", -1: ""} {
		if got := timeValue(m); got != want {
			t.Errorf("%d: %q", m, got)
		}
	}
	for text, want := range map[string]place.Minute{"07:30": 450, "24:00": -1, "": -1, "7:3": 423, "08:15:00": 495} {
		if got := timeMinutes(text); got != want {
			t.Errorf("%q: %d", text, got)
		}
	}
	for want, c := range map[string]queue.Closure{"26–28 November": {From: "2026-11-26", To: "2026-11-28"}, "10 Desember": {From: "2026-12-10", To: "2026-12-10"},
		"30 November–2 Desember": {From: "2026-11-30", To: "2026-12-02"}, "": {}} {
		if got := daysText(words.ID, c); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// What a colleague changed is named by its part, and writing into a copy
// leaves what the server said alone.
func TestSetupChanges(t *testing.T) {
	t.Parallel()
	a := queue.Content{Name: "Poli", Counters: []queue.CounterOf{{ID: "1", Name: "Ruang 1"}}, Share: 3}
	b := setupClone(a)
	if len(setupChanged(words.ID, &a, &b)) != 0 {
		t.Error("a copy differs")
	}
	b.Counters[0].Name, b.Share = "Ruang 2", 2
	if got := fmt.Sprint(setupChanged(words.ID, &a, &b)); got != "[Loket dan ruang Jalur prioritas]" || a.Counters[0].Name != "Ruang 1" {
		t.Errorf("changed: %s; the other is %v", got, a.Counters)
	}
}

func TestFiguresAddUp(t *testing.T) {
	t.Parallel()
	days := []queue.DayFigures{
		{Taken: 12, Served: 10, Absent: 1, Wait: queue.Spread{Median: 600}, Visit: queue.Spread{Median: 300}, Hours: []queue.HourFigures{{Hour: 8, Served: 6, Wait: 300}, {Hour: 9, Served: 4, Wait: 900}}},
		{Taken: 32, Served: 30, Absent: 1, Wait: queue.Spread{Median: 1000}, Visit: queue.Spread{Median: 100}, Hours: []queue.HourFigures{{Hour: 8, Served: 2, Wait: 1100}, {Hour: 30, Served: 1}}},
	}
	if f := figuresTotal(days); f.taken != 44 || f.served != 40 || f.absent != 2 || f.wait != 900 || f.visit != 150 {
		t.Errorf("in all %+v", f)
	}
	hours := figuresHours(days)
	if len(hours) != 2 || hours[0].hour != 8 || hours[0].wait != 500 || hours[0].perDay() != 40 || hours[1].perDay() != 40 {
		t.Errorf("hours %+v", hours)
	}
	if hitSay(words.ID, queue.HitRate{}) != words.FiguresHitsNone.ID || percent(1, 3) != 33 || percent(1, 0) != 0 {
		t.Error("shares are wrong")
	}
	for s, want := range map[int]string{0: "0", 20: "<1", 40: "1", 90: "2"} {
		if got := wholeMinutes(s); got != want {
			t.Errorf("%d seconds: %q", s, got)
		}
	}
}
