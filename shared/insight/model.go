package insight

import (
	"time"

	"rumah/shared/calendar"
	"rumah/shared/catalogue"
)

// Few is how many cases there must be before anything but their number is
// told.
const Few = 5

// Months are how many months are told, the one that goes on among them.
const Months = 12

// ServiceID names a service.
type ServiceID struct {
	Service string `path:"service" check:"required,slug,max=60"`
}

// Figures are what an office did in a time. Those that are nil would tell of
// too few cases, or of a promise that there is not.
type Figures struct {
	Received int  `json:"received"` // sent in that time
	Finished int  `json:"finished"` // issued or refused in that time
	Days     *int `json:"median_days"`
	SlowDays *int `json:"p90_days"` // nine in ten took no longer
	Mins     *int `json:"median_minutes"`
	SlowMins *int `json:"p90_minutes"`
	InTime   *int `json:"in_time"`  // percent of the finished that kept the promise
	Returned *int `json:"returned"` // percent of the finished that were returned to be corrected
}

// Line is a service with its figures of twelve months. Days are working days
// and minutes those in which the office was open, without the time that the
// applicant had it.
type Line struct {
	Service string            `json:"service"`
	Name    string            `json:"name"`
	Agency  string            `json:"agency"` // its name
	Open    bool              `json:"open"`   // it can be applied for
	Promise catalogue.Promise `json:"promise"`
	Figures
}

// Services are all services.
type Services struct {
	Items []Line        `json:"items"` // by name
	From  calendar.Date `json:"from"`
	At    time.Time     `json:"at"`
}

// Month is one month of a service.
type Month struct {
	Month string `json:"month"` // "2026-11"
	Figures
}

// Service is a service month by month, the first first.
type Service struct {
	Line
	Months []Month       `json:"months"`
	From   calendar.Date `json:"from"`
	At     time.Time     `json:"at"`
}

// ByMinutes reports whether a service is counted in minutes rather than days:
// what it promises in minutes or hours.
func ByMinutes(p catalogue.Promise) bool {
	return p.Unit == catalogue.Minutes || p.Unit == catalogue.Hours
}
