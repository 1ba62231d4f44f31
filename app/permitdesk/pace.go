package permitdesk

import (
	"strconv"
	"time"

	"rumah/shared/calendar"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// clock is the time at which a list is looked at.
type clock struct {
	now time.Time
	loc *time.Location
}

// now is the server's time when it answered, on the regency's clock.
func (s *Desk) now(answered time.Time) clock {
	return clock{answered, s.house.City.Location()}
}

// pace is how an application stands to its promise.
type pace struct {
	part  float64 // of the promised time that is used; -1 when nothing runs
	bar   string  // tone of its line
	class string  // of the words beside it
	tag   string  // tone of a tag
}

// The paces, from calm to broken.
var (
	calm  = pace{bar: "b1", class: "soft"}
	half  = pace{bar: "b1", class: "strong", tag: "info"}
	hot   = pace{bar: "b4", class: "strong warn", tag: "wait"}
	late  = pace{bar: "b3", class: "strong bad", tag: "bad"}
	still = pace{part: -1, class: "soft"}
)

// pace is how a line stands. Between the moments that the server worked out
// on the office's hours it is drawn as a straight line.
func (c clock) pace(line permit.Line) pace {
	switch {
	case line.Due.IsZero():
		return still
	case !c.now.Before(line.Due):
		return late.at(1)
	case line.Half.IsZero() || line.Hot.IsZero():
		return calm.at(c.between(line.Sent, line.Due))
	case !c.now.Before(line.Hot):
		return hot.at(.8 + .2*c.between(line.Hot, line.Due))
	case !c.now.Before(line.Half):
		return half.at(.5 + .3*c.between(line.Half, line.Hot))
	}
	return calm.at(.5 * c.between(line.Sent, line.Half))
}

func (p pace) at(part float64) pace {
	p.part = part
	return p
}

// between is how far now is between two moments, from 0 to 1.
func (c clock) between(from, to time.Time) float64 {
	if !from.Before(to) {
		return 1
	}
	return min(max(float64(c.now.Sub(from))/float64(to.Sub(from)), 0), 1)
}

// when is by when a line is due, as a list says it.
func (c clock) when(l words.Lang, line permit.Line) string {
	switch {
	case line.Stage.Final():
		return words.DayMonth(l, c.day(line.Since))
	case line.Due.IsZero() && line.Stage.Waiting():
		return words.CaseWaits.In(l)
	case line.Due.IsZero():
		return c.age(l, line.Sent)
	}
	days := c.days(c.day(c.now), c.day(line.Due))
	late := c.now.Sub(line.Due)
	switch {
	case late >= 0 && days < 0:
		return words.CaseLateDays.In(l, words.Count(l, -days))
	case late >= time.Hour:
		return words.CaseLateHours.In(l, strconv.Itoa(int(late/time.Hour)))
	case late >= 0:
		return words.CaseLateToday.In(l)
	case days == 0:
		return words.CaseDueToday.In(l, words.Clock(line.Due.In(c.loc)))
	case days == 1:
		return words.CaseDueTomorrow.In(l)
	}
	return words.CaseDueDays.In(l, words.Count(l, days))
}

// age is how long ago an application came that is not promised by a day.
func (c clock) age(l words.Lang, sent time.Time) string {
	if days := c.days(c.day(sent), c.day(c.now)); days > 0 {
		return words.CaseAge.In(l, words.Count(l, days))
	}
	return words.CaseToday.In(l)
}

func (c clock) day(t time.Time) calendar.Date { return calendar.DateOf(t.In(c.loc)) }

// days are how many days lie from one to another.
func (c clock) days(from, to calendar.Date) int {
	return int(to.Time(time.UTC).Sub(from.Time(time.UTC)) / (24 * time.Hour))
}

// moment is when something was: day, month and time.
func (c clock) moment(l words.Lang, t time.Time) string {
	at := t.In(c.loc)
	return words.DayMonth(l, calendar.DateOf(at)) + ", " + words.Clock(at)
}
