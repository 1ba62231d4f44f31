package api

import (
	"strconv"

	"rumah/shared/calendar"
	"rumah/shared/fault"
)

// Days are those somebody asks figures of, from and to: usual days up to
// today when they say nothing. Fault: invalid for days that are none, come in
// the wrong order, or are more than most.
func Days(from, to, today calendar.Date, usual, most int) (calendar.Date, calendar.Date, error) {
	if to == "" {
		to = today
	}
	if from == "" && to.Valid() {
		from = to.Add(1 - usual)
	}
	switch {
	case !from.Valid():
		return "", "", fault.Wrong(fault.Field{Name: "from", Key: "date"})
	case !to.Valid():
		return "", "", fault.Wrong(fault.Field{Name: "to", Key: "date"})
	case to < from:
		return "", "", fault.Wrong(fault.Field{Name: "to", Key: "days_order"})
	case to > from.Add(most-1):
		return "", "", fault.Wrong(fault.Field{Name: "from", Key: "days_many", Bound: strconv.Itoa(most)})
	}
	return from, to, nil
}
