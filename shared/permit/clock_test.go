package permit

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"rumah/shared/calendar"
	"rumah/shared/catalogue"
)

func days(n int) catalogue.Promise { return catalogue.Promise{Amount: n, Unit: catalogue.WorkingDays} }

// clock is one that began and stood still, moments in pairs, and maybe still
// does.
func clock(t testing.TB, start string, pauses ...string) Clock {
	c := Clock{Start: at(t, start).UnixMilli()}
	for i, p := range pauses {
		if i%2 == 0 {
			c.Pauses = append(c.Pauses, Pause{From: at(t, p).UnixMilli()})
		} else {
			c.Pauses[len(c.Pauses)-1].To = at(t, p).UnixMilli()
		}
	}
	return c
}

func TestTargets(t *testing.T) {
	t.Parallel()
	now := "2027-01-01 00:00"
	for name, c := range map[string]struct {
		clock   Clock
		hours   Hours
		promise catalogue.Promise
		now     string
		want    string // "" for none
	}{
		// The vectors of the spec, section 6, the whole way.
		"Lebaran":               {clock(t, "2026-03-13 09:00"), office(), days(3), now, "2026-03-25 16:00"},
		"Christmas":             {clock(t, "2026-12-23 09:00"), office(), days(1), now, "2026-12-28 16:00"},
		"sent on a holiday":     {clock(t, "2026-05-14 09:00"), office(), days(1), now, "2026-05-18 16:00"},
		"no joint leave":        {clock(t, "2026-12-23 09:00"), clinic(), days(1), now, "2026-12-24 16:00"},
		"not returned":          {clock(t, "2026-11-02 09:00"), office(), days(5), now, "2026-11-09 16:00"},
		"returned for three":    {clock(t, "2026-11-02 09:00", "2026-11-04 10:00", "2026-11-09 11:00"), office(), days(5), now, "2026-11-12 16:00"},
		"after closing":         {clock(t, "2026-11-25 16:30"), office(), days(1), now, "2026-11-27 14:30"},
		"before opening":        {clock(t, "2026-11-25 05:30"), office(), days(1), now, "2026-11-26 16:00"},
		"the same day":          {clock(t, "2026-11-25 09:00"), office(), days(0), now, "2026-11-25 16:00"},
		"back the same day":     {clock(t, "2026-11-02 09:00", "2026-11-04 10:00", "2026-11-04 11:00"), office(), days(5), now, "2026-11-09 16:00"},
		"back in the evening":   {clock(t, "2026-11-02 09:00", "2026-11-04 10:00", "2026-11-04 20:00"), office(), days(5), now, "2026-11-10 16:00"},
		"returned on the last":  {clock(t, "2026-11-02 09:00", "2026-11-09 10:00", "2026-11-14 10:00"), office(), days(5), now, "2026-11-16 16:00"},
		"returned when late":    {clock(t, "2026-11-02 09:00", "2026-11-12 10:00", "2026-11-16 10:00"), office(), days(5), now, "2026-11-09 16:00"},
		"still returned":        {clock(t, "2026-11-02 09:00", "2026-11-04 10:00"), office(), days(5), "2026-11-09 11:00", "2026-11-12 16:00"},
		"minutes":               {clock(t, "2026-11-25 15:50"), office(), catalogue.Promise{Amount: 30, Unit: catalogue.Minutes}, now, "2026-11-26 07:50"},
		"hours over a pause":    {clock(t, "2026-11-25 09:00", "2026-11-25 10:00", "2026-11-26 10:00"), office(), catalogue.Promise{Amount: 3, Unit: catalogue.Hours}, now, "2026-11-26 12:00"},
		"hours used before it":  {clock(t, "2026-11-25 09:00", "2026-11-25 12:30", "2026-11-26 10:00"), office(), catalogue.Promise{Amount: 3, Unit: catalogue.Hours}, now, "2026-11-25 12:00"},
		"nothing promised":      {clock(t, "2026-11-25 09:00"), office(), catalogue.Promise{Unit: catalogue.Unpromised}, now, ""},
		"not begun":             {Clock{}, office(), days(3), now, ""},
		"an office that is not": {clock(t, "2026-11-25 09:00"), Hours{}, days(3), now, ""},
		"none that has hours":   {clock(t, "2026-11-25 09:00"), Hours{}, catalogue.Promise{Amount: 3, Unit: catalogue.Hours}, now, ""},
	} {
		got, ok := c.clock.Target(c.hours, c.promise, at(t, c.now))
		if c.want == "" {
			if ok {
				t.Errorf("%s: due %v", name, got)
			}
			continue
		}
		if !ok || !got.Equal(at(t, c.want)) {
			t.Errorf("%s: due %v %v, want %s", name, got.In(wib), ok, c.want)
		}
	}
}

func TestANewHolidayMovesTheTarget(t *testing.T) {
	t.Parallel()
	c, h := clock(t, "2026-11-02 09:00"), office()
	h.Off["2026-11-05"] = calendar.DayOff{Date: "2026-11-05", Kind: calendar.Holiday}
	if got, _ := c.Target(h, days(5), at(t, "2026-11-03 09:00")); !got.Equal(at(t, "2026-11-10 16:00")) {
		t.Errorf("due %v", got)
	}
}

func TestHowMuchIsUsed(t *testing.T) {
	t.Parallel()
	h, hour := office(), catalogue.Promise{Amount: 10, Unit: catalogue.Hours}
	c := clock(t, "2026-11-25 09:00", "2026-11-25 12:00", "2026-11-26 10:00")
	for now, want := range map[string]float64{
		"2026-11-25 09:00": 0, "2026-11-25 10:00": 0.1, "2026-11-25 12:00": 0.3, "2026-11-26 09:00": 0.3, "2026-11-26 12:00": 0.5, "2026-11-26 16:00": 0.9, "2026-11-27 08:30": 1, "2026-11-27 09:30": 1.1,
	} {
		if got := c.Share(h, hour, at(t, now)); got != want {
			t.Errorf("at %s %v is used, want %v", now, got, want)
		}
	}
	for percent, want := range map[int]string{50: "2026-11-26 12:00", 80: "2026-11-26 15:00", 100: "2026-11-27 08:30"} {
		if got, ok := c.Reaches(h, hour, percent, at(t, "2026-11-26 11:00")); !ok || !got.Equal(at(t, want)) {
			t.Errorf("%d %% at %v, want %s", percent, got, want)
		}
	}
	still := clock(t, "2026-11-25 09:00", "2026-11-25 12:00")
	if got, ok := still.Reaches(h, hour, 50, at(t, "2026-11-26 11:00")); ok {
		t.Errorf("a clock that stands reaches it %v", got)
	}
	if used := still.Used(h, at(t, "2026-11-30 11:00")); used != 3*time.Hour {
		t.Errorf("%s is used", used)
	}
	ended := c
	ended.End = at(t, "2026-11-26 12:00").UnixMilli()
	if got := ended.Share(h, hour, at(t, "2026-12-24 12:00")); got != 0.5 {
		t.Errorf("%v was used in the end", got)
	}
	if n := ended.Days(h, at(t, "2026-12-24 12:00")); n != 0 {
		t.Errorf("%d working days in the end", n)
	}
	if n := clock(t, "2026-11-02 09:00", "2026-11-04 10:00", "2026-11-09 11:00").Days(h, at(t, "2026-11-12 12:00")); n != 5 {
		t.Errorf("%d working days", n)
	}
}

// clocks that began in 2026, some with pauses.
func anyClock(t *rapid.T, start time.Time) Clock {
	c := Clock{Start: start.UnixMilli()}
	at := start
	for range rapid.IntRange(0, 3).Draw(t, "pauses") {
		from := at.Add(time.Duration(rapid.IntRange(1, 20_000).Draw(t, "minutes")) * time.Minute)
		at = from.Add(time.Duration(rapid.IntRange(1, 20_000).Draw(t, "paused")) * time.Minute)
		c.Pauses = append(c.Pauses, Pause{From: from.UnixMilli(), To: at.UnixMilli()})
	}
	return c
}

func anyTime(t *rapid.T, name string) time.Time {
	return time.Date(2026, 1, 1, 0, 0, 0, 0, wib).Add(time.Duration(rapid.IntRange(0, 500_000).Draw(t, name)) * time.Minute)
}

func anyPromise(t *rapid.T) catalogue.Promise {
	return catalogue.Promise{Amount: rapid.IntRange(0, 30).Draw(t, "amount"), Unit: rapid.SampledFrom([]catalogue.Unit{catalogue.WorkingDays, catalogue.Hours, catalogue.Minutes}).Draw(t, "unit")}
}

func anyHours(t *rapid.T) Hours {
	h := office()
	h.Schedule.OnLeave, h.Schedule.OnHoliday = rapid.Bool().Draw(t, "leave"), rapid.Bool().Draw(t, "holiday")
	return h
}

func TestLaterIsNeverPromisedEarlier(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		h, p, a := anyHours(t), anyPromise(t), anyTime(t, "a")
		b := a.Add(time.Duration(rapid.IntRange(0, 10_000).Draw(t, "later")) * time.Minute)
		first, ok1 := (Clock{Start: a.UnixMilli()}).Target(h, p, a)
		second, ok2 := (Clock{Start: b.UnixMilli()}).Target(h, p, b)
		if !ok1 || !ok2 || second.Before(first) {
			t.Fatalf("sent %v: due %v; sent %v: due %v", a, first, b, second)
		}
		p.Amount++
		if longer, _ := (Clock{Start: a.UnixMilli()}).Target(h, p, a); longer.Before(first) {
			t.Fatalf("one more is due %v, before %v", longer, first)
		}
	})
}

func TestAPauseMovesTheTargetByItself(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		h, p, start := anyHours(t), anyPromise(t), anyTime(t, "start")
		plain := Clock{Start: start.UnixMilli()}
		due, _ := plain.Target(h, p, start)
		from := start.Add(time.Duration(rapid.IntRange(0, 10_000).Draw(t, "minutes")) * time.Minute)
		to := from.Add(time.Duration(rapid.IntRange(0, 20_000).Draw(t, "paused")) * time.Minute)
		paused := Clock{Start: plain.Start, Pauses: []Pause{{From: from.UnixMilli(), To: to.UnixMilli()}}}
		got, _ := paused.Target(h, p, to)
		switch {
		case !due.After(from): // it was due before
			if !got.Equal(due) {
				t.Fatalf("due %v, then %v", due, got)
			}
		case p.Unit != catalogue.WorkingDays:
			want, _ := h.After(due, h.Work(from, to))
			if h.Work(due, got) != h.Work(from, to) || got.Before(due) || h.Work(got, want) != 0 {
				t.Fatalf("due %v, paused for %s of work, due %v, want %v", due, h.Work(from, to), got, want)
			}
		default:
			began := h.dayOf(from)
			if zero, _ := h.WorkingDay(h.dayOf(start), 0); p.Amount == 0 && zero > began { // sent on a day off and promised for the same day: that is the next working day, paused before it or not
				began = zero
			}
			moved, lost := h.days(h.dayOf(due.Add(-time.Minute)), h.dayOf(got.Add(-time.Minute))), h.days(began, h.dayOf(to))
			if moved != lost && !(moved == lost+1 && len(h.working(h.dayOf(to))) == 0) { // who comes back on a day off, on the last day
				t.Fatalf("due %v, paused for %d working days, due %v: moved by %d", due, lost, got, moved)
			}
		}
	})
}

func TestTheShareOnlyGrows(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		h, p, start := anyHours(t), anyPromise(t), anyTime(t, "start")
		p.Amount++
		c := anyClock(t, start)
		if rapid.Bool().Draw(t, "still paused") && len(c.Pauses) > 0 {
			c.Pauses[len(c.Pauses)-1].To = 0
		}
		last, now := 0.0, start
		if n := len(c.Pauses); n > 0 {
			now = time.UnixMilli(c.Pauses[n-1].From)
		}
		for range 12 {
			now = now.Add(time.Duration(rapid.IntRange(0, 3000).Draw(t, "minutes")) * time.Minute)
			share := c.Share(h, p, now)
			if share < last || share < 0 || c.Used(h, now) < 0 {
				t.Fatalf("%v was used, then %v", last, share)
			}
			due, ok := c.Target(h, p, now)
			if !ok || share >= 1 && h.Work(now, due) > 0 || share < 1 && !now.Before(due) {
				t.Fatalf("%v is used at %v and it is due %v", share, now, due)
			}
			last = share
		}
	})
}

func TestReachesIsWhenTheShareIsThat(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		h, p, start := anyHours(t), anyPromise(t), anyTime(t, "start")
		p.Amount++
		c := anyClock(t, start)
		now := anyTime(t, "now")
		for _, percent := range Escalations {
			when, ok := c.Reaches(h, p, percent, now)
			if !ok {
				t.Fatalf("%d %% is never reached", percent)
			}
			if share := c.Share(h, p, when.Add(time.Minute)); share < float64(percent)/100-0.0001 {
				t.Fatalf("a minute after %v %v is used, not %d %%", when, share, percent)
			}
		}
	})
}
