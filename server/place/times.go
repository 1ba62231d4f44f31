package place

import (
	"slices"
	"time"

	"rumah/shared/calendar"
	"rumah/shared/place"
)

// The days off that travel with an answer, counted from today. The phone
// tells open from closed with them, also when it is offline for a while.
const (
	daysBack  = 1
	daysAhead = 60
)

// times is what is needed to tell open from closed at one moment.
type times struct {
	Schedules map[string]place.Schedule
	DaysOff   []calendar.DayOff
	now       time.Time // on the regency's clock
}

// open are the schedules that are open now.
func (t times) open() []string {
	off := calendar.DaysOf(t.DaysOff)
	return t.where(func(s place.Schedule) bool { return s.At(t.now, off).Open })
}

// always are the schedules that never close.
func (t times) always() []string { return t.where(place.Schedule.Always) }

func (t times) where(holds func(place.Schedule) bool) []string {
	ids := []string{}
	for id, s := range t.Schedules {
		if holds(s) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// of are the schedules the places need.
func (t times) of(items []place.Place) map[string]place.Schedule {
	used := map[string]place.Schedule{}
	for _, p := range items {
		used[p.Schedule] = t.Schedules[p.Schedule]
	}
	return used
}
