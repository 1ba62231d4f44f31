package queue

import (
	"time"

	"rumah/app/flow"
	"rumah/shared/calendar"
	"rumah/shared/words"
)

// view is embedded under a name of this package; see flow.View.
type view[T any] = flow.View[T]

// pulse is how often a screen looks at the clock: an estimate and the age of
// what is shown move on though nothing is heard.
const pulse = 20 * time.Second

// dayWords is a date as people say it from today.
func dayWords(lang words.Lang, d, today calendar.Date) string {
	switch d {
	case today:
		return words.TakeToday.In(lang)
	case today.Add(1):
		return words.TakeTomorrow.In(lang)
	}
	return words.Day(lang, d)
}
