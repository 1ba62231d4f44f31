package queue

import (
	"strconv"
	"strings"
	"time"

	"rumah/app/flow"
	"rumah/app/ui"
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

// usualLabel is how many signs a number has that is written at full size:
// "A-041".
const usualLabel = 5

// labelLong is a class that makes room for numbers with more signs; "" for
// those that need none.
func labelLong(label string) string {
	if len(label) <= usualLabel {
		return ""
	}
	return " label-" + strconv.Itoa(min(len(label), usualLabel+3))
}

// labelFigure is a number with a narrow dash.
func labelFigure(label string) []ui.UI {
	prefix, number, ok := strings.Cut(label, "-")
	if !ok {
		return []ui.UI{ui.Text(label)}
	}
	return []ui.UI{ui.Text(prefix), ui.Label("dash", "-"), ui.Text(number)}
}
