package place

import (
	"time"

	"rumah/shared/calendar"
)

// Summary is the regency at a glance, for home.
type Summary struct {
	Kinds   []KindCount       `json:"kinds"`    // in the order of Kinds, those that have places
	Always  []Place           `json:"always"`   // open day and night on every day
	DaysOff []calendar.DayOff `json:"days_off"` // from yesterday to 60 days ahead
	Now     time.Time         `json:"now"`
}

// KindCount counts the places of a kind.
type KindCount struct {
	Kind  Kind `json:"kind"`
	Total int  `json:"total"`
	Open  int  `json:"open"` // at this moment
}
