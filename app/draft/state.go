package draft

import (
	"strconv"
	"time"

	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/revision"
	"rumah/shared/words"
)

// StateTag tells how something stands, in a word.
func StateTag(lang words.Lang, state revision.State, retired bool) ui.UI {
	switch {
	case retired:
		return ui.Tag("bad", "keluar", words.StateRetired.In(lang))
	case state == revision.Drafted:
		return ui.Tag("wait", "pena", words.StateDrafted.In(lang))
	case state == revision.Fresh:
		return ui.Tag("info", "pena", words.StateFresh.In(lang))
	}
	return ui.Tag("good", "centang", words.StatePublished.In(lang))
}

// DraftLine says whose draft it is and from when; "" for none.
func DraftLine(lang words.Lang, now time.Time, d *revision.Draft) string {
	switch {
	case d == nil:
		return ""
	case d.Own:
		return words.DraftOwn.In(lang, Ago(lang, now, d.At))
	}
	return words.DraftBy.In(lang, d.Author, Ago(lang, now, d.At))
}

// Ago says how long ago something was, and its day when that is long.
func Ago(lang words.Lang, now, t time.Time) string {
	switch d := now.Sub(t); {
	case d < time.Minute:
		return words.AgoNow.In(lang)
	case d < 2*time.Minute:
		return words.AgoMinute.In(lang)
	case d < time.Hour:
		return words.AgoMinutes.In(lang, strconv.Itoa(int(d/time.Minute)))
	case d < 2*time.Hour:
		return words.AgoHour.In(lang)
	case d < 12*time.Hour:
		return words.AgoHours.In(lang, strconv.Itoa(int(d/time.Hour)))
	}
	return words.DayMonth(lang, calendar.DateOf(t.In(now.Location()))) + " " + words.Clock(t.In(now.Location()))
}

// YesNo is a switch as a text.
func YesNo(lang words.Lang, on bool) string {
	if on {
		return words.YesWord.In(lang)
	}
	return words.NoWord.In(lang)
}
