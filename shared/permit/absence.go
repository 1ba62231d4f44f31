package permit

import "rumah/shared/calendar"

// MostAway is how many days ahead somebody may say to be away.
const MostAway = 180

// Absence is whether somebody is away.
type Absence struct {
	Until    calendar.Date `json:"until"`    // the last day; "" for who is here
	Deputy   Named         `json:"deputy"`   // who stands in
	Stays    []Line        `json:"stays"`    // what the deputy could not be given
	For      []Candidate   `json:"for"`      // for whom the reader stands in
	Deputies []Candidate   `json:"deputies"` // who could stand in for the reader
}

// Leave is an absence.
type Leave struct {
	Until  calendar.Date `json:"until" check:"required"`
	Deputy string        `json:"deputy" check:"required,max=60"`
}
