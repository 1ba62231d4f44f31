package permit

import (
	"time"

	"rumah/shared/catalogue"
)

// Clock is when the office had an application in its hands. It holds only
// what happened, in milliseconds since 1970; when something is due is worked
// out from it each time, so that a day that becomes a holiday moves all open
// targets by itself.
type Clock struct {
	Start  int64   `json:"start,omitempty"` // 0 while it has not begun
	Pauses []Pause `json:"pauses,omitempty"`
	End    int64   `json:"end,omitempty"` // 0 while it goes
}

// Pause is a time in which somebody else had to act.
type Pause struct {
	From int64 `json:"from"`
	To   int64 `json:"to,omitempty"` // 0 while it lasts
}

// Running reports whether time goes by for the office.
func (c Clock) Running() bool { return c.Start != 0 && c.End == 0 && !c.paused() }

func (c Clock) paused() bool {
	n := len(c.Pauses)
	return n > 0 && c.Pauses[n-1].To == 0
}

// after is the clock once a transition has come over it. Pauses are copied:
// the clock before belongs to an event.
func (c Clock) after(t Transition, now int64) Clock {
	if t.Begins && c.Start == 0 {
		c.Start = now
	}
	if c.Start == 0 || c.End != 0 {
		return c
	}
	last := len(c.Pauses) - 1
	switch {
	case t.Clock == Hold && !c.paused():
		c.Pauses = append(c.Pauses[:last+1:last+1], Pause{From: now})
	case (t.Clock == Run || t.Clock == Stop) && c.paused():
		c.Pauses = append(c.Pauses[:last:last], Pause{From: c.Pauses[last].From, To: now})
	}
	if t.Clock == Stop {
		c.End = now
	}
	return c
}

// stretch is a time in which the clock went.
type stretch struct{ from, to time.Time }

// stretches are when the clock went, and will go if nothing more happens. A
// pause that lasts is taken to end now. The last stretch has no end.
func (c Clock) stretches(now time.Time) []stretch {
	var all []stretch
	from := time.UnixMilli(c.Start)
	for _, p := range c.Pauses {
		all = append(all, stretch{from, time.UnixMilli(p.From)})
		if from = time.UnixMilli(p.To); p.To == 0 {
			from = later(now, time.UnixMilli(p.From))
		}
	}
	return append(all, stretch{from: from})
}

// Target is when the promise is due at the latest; ok is false when nothing
// was promised, or the clock has not begun. A promise in working days is due
// when the office closes.
func (c Clock) Target(h Hours, p catalogue.Promise, now time.Time) (t time.Time, ok bool) {
	if c.Start == 0 {
		return t, false
	}
	switch p.Unit {
	case catalogue.WorkingDays:
		return c.dueDay(h, p.Amount, now)
	case catalogue.Hours:
		return c.dueWork(h, time.Duration(p.Amount)*time.Hour, now)
	case catalogue.Minutes:
		return c.dueWork(h, time.Duration(p.Amount)*time.Minute, now)
	}
	return t, false
}

// dueDay counts working days. The day a pause begins was the office's, the
// day it ends was not: that is day 0 again.
func (c Clock) dueDay(h Hours, days int, now time.Time) (time.Time, bool) {
	for _, s := range c.stretches(now) {
		from := h.dayOf(s.from)
		day, ok := h.WorkingDay(from, days)
		if !ok {
			return time.Time{}, false
		}
		if due := h.closing(day); s.to.IsZero() || !due.After(s.to) {
			return due, true
		}
		days = max(0, days-h.days(from, h.dayOf(s.to)))
	}
	return time.Time{}, false
}

// dueWork counts the time the office is open.
func (c Clock) dueWork(h Hours, work time.Duration, now time.Time) (time.Time, bool) {
	for _, s := range c.stretches(now) {
		if s.to.IsZero() {
			return h.After(s.from, work)
		}
		done := h.Work(s.from, s.to)
		if done >= work {
			return h.After(s.from, work)
		}
		work -= done
	}
	return time.Time{}, false
}

// Used is how long the office was open while the clock went, up to now.
func (c Clock) Used(h Hours, now time.Time) time.Duration {
	if c.Start == 0 {
		return 0
	}
	if c.End != 0 {
		now = earlier(now, time.UnixMilli(c.End))
	}
	return c.used(h, now, now)
}

func (c Clock) used(h Hours, until, now time.Time) (sum time.Duration) {
	for _, s := range c.stretches(now) {
		to := until
		if !s.to.IsZero() {
			to = earlier(s.to, until)
		}
		sum += h.Work(s.from, to)
	}
	return sum
}

// Days are the working days the office has had it, up to now or the end. They
// are what medians of real durations are made of: time that others had is not
// in them.
func (c Clock) Days(h Hours, now time.Time) int {
	if c.Start == 0 {
		return 0
	}
	if c.End != 0 {
		now = earlier(now, time.UnixMilli(c.End))
	}
	n := 0
	for _, s := range c.stretches(now) {
		to := now
		if !s.to.IsZero() {
			to = earlier(s.to, now)
		}
		n += h.days(h.dayOf(s.from), h.dayOf(to))
	}
	return n
}

// Share is how much of the promised time is used: 0 at the beginning, 1 when
// it is due, more when it is late. Without a promise it is 0.
func (c Clock) Share(h Hours, p catalogue.Promise, now time.Time) float64 {
	if c.paused() { // nothing goes by, neither for the office nor for its target
		now = earlier(now, time.UnixMilli(c.Pauses[len(c.Pauses)-1].From))
	}
	due, ok := c.Target(h, p, now)
	if !ok {
		return 0
	}
	if all := c.used(h, due, now); all > 0 {
		return float64(c.Used(h, now)) / float64(all)
	}
	return 1
}

// Escalations are the shares at which somebody must be told (specs, permits
// 3), in percent.
var Escalations = []int{50, 80, 100}

// Reaches is when so many percent of the promised time will be used if the
// clock goes on; ok is false when nothing was promised or the clock stands.
func (c Clock) Reaches(h Hours, p catalogue.Promise, percent int, now time.Time) (time.Time, bool) {
	due, ok := c.Target(h, p, now)
	if !ok || !c.Running() {
		return time.Time{}, false
	}
	all := c.used(h, due, now)
	return c.dueWork(h, all/100*time.Duration(percent), now)
}
