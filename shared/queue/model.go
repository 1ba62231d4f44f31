package queue

import (
	"time"

	"rumah/shared/calendar"
	"rumah/shared/place"
)

// LinesOf names a place and a day; no date is today, or the next day with a
// queue.
type LinesOf struct {
	Place string        `path:"place" check:"required,slug,max=60"`
	Date  calendar.Date `query:"date"`
}

// Lines are the queues of a place on a day.
type Lines struct {
	Place PlaceRef        `json:"place"`
	Date  calendar.Date   `json:"date"`
	Days  []calendar.Date `json:"days"` // with a queue, from today to the last that can be booked
	Items []Line          `json:"items"`
	Rules []LaneRule      `json:"rules"` // who may use the priority lane here
	Now   time.Time       `json:"now"`
}

// PlaceRef is a place as a ticket names it.
type PlaceRef struct {
	ID        string          `json:"id"`
	Name      string          `json:"name"`
	Address   string          `json:"address"`
	Lon       float64         `json:"lon"`
	Lat       float64         `json:"lat"`
	Precision place.Precision `json:"precision"`
}

// Line is one queue-day in a list.
type Line struct {
	Day     string        `json:"day"`   // id
	Queue   string        `json:"queue"` // id
	Name    string        `json:"name"`  // "Poli Anak"
	Who     string        `json:"who"`   // "dr. Ratna, Sp.A"; "" for none in particular
	Icon    string        `json:"icon"`
	Prefix  string        `json:"prefix"`
	Date    calendar.Date `json:"date"`
	Opens   place.Minute  `json:"opens"`
	Closes  place.Minute  `json:"closes"`
	Status  Status        `json:"status"`
	Reason  string        `json:"reason"`
	Waiting int           `json:"waiting"`
	Calls   []Call        `json:"calls"` // the latest first, with the counter's name
	// Wait is how long a number taken now would wait, by lane; the priority
	// lane is missing where there is none.
	Wait  map[Lane]Range `json:"wait"`
	Left  int            `json:"left"`  // numbers that can still be taken; -1 for no limit
	JKN   int            `json:"jkn"`   // of them for JKN; -1 for no limit
	Other int            `json:"other"` //
	Payer bool           `json:"payer"` // it asks who pays
	Slots []Slot         `json:"slots"` // empty without booked times
	Open  bool           `json:"open"`  // a number can be taken now
	Mine  string         `json:"mine"`  // id of the reader's own live ticket; "" for none
	// Version is that of the day, so that an older line never replaces a
	// newer one.
	Version int64 `json:"v"`
}

// LaneRule says who may use the priority lane, and what they show.
type LaneRule struct {
	Who      string `json:"who"`      // "elderly", "disabled", "pregnant", "infant"
	Evidence string `json:"evidence"` // what the officer asks to see, in the place's words
}

// DayID names a queue-day: DayIDOf its queue, date and opening.
type DayID struct {
	Day string `path:"day" check:"required,slug,max=90"`
}

// DayView is a queue-day as everybody may know it.
type DayView struct {
	Line  Line      `json:"line"`
	Place PlaceRef  `json:"place"`
	State State     `json:"state"`
	Now   time.Time `json:"now"`
}

// NewTicket takes a number.
type NewTicket struct {
	Day    string `path:"day" json:"-" check:"required,slug,max=90"`
	Member string `json:"member" check:"max=60"` // of the family; "" for the reader
	Lane   Lane   `json:"lane" check:"required,oneof=regular|priority"`
	Ground string `json:"ground" check:"oneof=elderly|disabled|pregnant|infant"` // of the priority lane
	Payer  Payer  `json:"payer" check:"oneof=jkn|other"`                         // "" is other
	Slot   int    `json:"slot" check:"min=-1,max=1439"`                          // see Booking; 0 for the first that is free
}

// TicketID names a ticket of the reader.
type TicketID struct {
	ID string `path:"id" check:"required,max=60"`
}

// StepOut lets people go first.
type StepOut struct {
	ID     string `path:"id" json:"-" check:"required,max=60"`
	Places int    `json:"places" check:"required,min=1,max=50"`
}

// Way is how long somebody's way to a place is.
type Way struct {
	ID      string `path:"id" json:"-" check:"required,max=60"`
	Minutes int    `json:"minutes" check:"min=0,max=240"` // 0 for nobody who wants to be told
}

// Rating is how a visit was.
type Rating struct {
	ID    string `path:"id" json:"-" check:"required,max=60"`
	Score int    `json:"score" check:"required,min=1,max=4"` // as PermenPANRB 14/2017 has it: 1 bad, 2 not so good, 3 good, 4 very good
	Text  string `json:"text" check:"max=500"`
}

// RateFor is how long after a visit somebody may say how it was.
const RateFor = 7 * 24 * time.Hour

// CheckIn is how somebody shows that they have arrived: by the code at the
// place, or by where they are.
type CheckIn struct {
	ID   string  `path:"id" json:"-" check:"required,max=60"`
	Code string  `json:"code" check:"max=80"` // of the sign at the place
	Lon  float64 `json:"lon" check:"min=-180,max=180"`
	Lat  float64 `json:"lat" check:"min=-90,max=90"`
	Near float64 `json:"near" check:"min=0,max=100000"` // how exact the position is, in metres
}

// NearEnough is how far from a place somebody has arrived, in metres.
const NearEnough = 300

// TicketsOf asks for the numbers of the reader.
type TicketsOf struct {
	After string `query:"after" check:"max=200"` // cursor of the past ones
}

// Tickets are the numbers of the reader.
type Tickets struct {
	Live []TicketView `json:"live"` // the next first
	Past []Pass       `json:"past"` // the latest first
	Next string       `json:"next"`
	Now  time.Time    `json:"now"`
}

// Pass is a number in somebody's hand.
type Pass struct {
	ID      string        `json:"id"` // "" by a secret link
	Day     string        `json:"day"`
	Queue   string        `json:"queue"`
	Name    string        `json:"name"` // of the queue
	Who     string        `json:"who"`
	Place   PlaceRef      `json:"place"`
	Number  int           `json:"number"`
	Label   string        `json:"label"`
	Holder  string        `json:"holder"` // name; "" by a secret link
	Member  string        `json:"member"` // of the family; "" for the reader and by a secret link
	Lane    Lane          `json:"lane"`
	Ground  string        `json:"ground"`
	Payer   Payer         `json:"payer"`
	Slot    int           `json:"slot"` // see Booked; 0 for none
	Stage   Stage         `json:"stage"`
	Present bool          `json:"present"`
	Counter string        `json:"counter"` // name of the one that called it last
	Date    calendar.Date `json:"date"`
	Opens   place.Minute  `json:"opens"`
	Closes  place.Minute  `json:"closes"`
	Taken   time.Time     `json:"taken"`
	Called  time.Time     `json:"called"` // zero before
	Ended   time.Time     `json:"ended"`  // zero before
	Reason  string        `json:"reason"` // of a cancelled day
	// Share is the secret part of the link anybody may follow the ticket by.
	Share string `json:"share"`
	// Promised is what was said of the wait when it was taken.
	Promised Range  `json:"promised"`
	Way      int    `json:"way"`   // minutes, as its holder told; 0 when they did not
	Score    int    `json:"score"` // how its holder found the visit; 0 before they said
	Note     string `json:"note"`  // what they said with it
}

// Taken is a number that was just taken. All else is for its own screen: when
// a queue opens, hundreds are told their numbers in the same second.
type Taken struct {
	ID      string    `json:"id"`
	Day     string    `json:"day"`
	Number  int       `json:"number"`
	Label   string    `json:"label"`
	Version int64     `json:"version"` // at which its day has it
	Now     time.Time `json:"now"`
}

// TicketView is a number with all that its screen shows.
type TicketView struct {
	Pass Pass `json:"pass"`
	// State is that of its day; empty for a day that is over. In the answer to
	// something the reader did it only names the day, of which they know more,
	// and Events are what happened to it.
	State  State   `json:"state"`
	Events []Event `json:"events,omitempty"`
	Visit  []Step  `json:"visit"` // of which it is a part, in order; empty for a single queue
	Hits   HitRate `json:"hits"`  // how often such promises were kept, lately
	// Onward is the number that this one went on with: elsewhere, or in the
	// next queue of the visit. Nil for none.
	Onward *Onward `json:"onward,omitempty"`
	// Instead is where a number can be had for one whose day was cancelled
	// or closed too early. Nil for none, and for nowhere.
	Instead *Line     `json:"instead,omitempty"`
	Now     time.Time `json:"now"`
}

// Onward is the number that another went on with.
type Onward struct {
	ID    string `json:"id"` // "" by a secret link
	Name  string `json:"name"`
	Label string `json:"label"`
	Share string `json:"share"` // secret part of its link
}

// StepStatus is where a step of a visit is.
type StepStatus string

// The statuses of steps.
const (
	StepDone StepStatus = "done"
	StepNow  StepStatus = "now"
	StepNext StepStatus = "next"
)

// Held is why somebody who goes on has no number for the next stage.
type Held string

// The reasons. Once there is room the number comes by itself, for some hours.
const (
	HeldSoon   Held = "soon" // it is being given
	HeldFull   Held = "full"
	HeldClosed Held = "closed" // over, or not open today
)

// Step is one stage of a visit: admission, poli, pharmacy.
type Step struct {
	Name    string     `json:"name"`
	Status  StepStatus `json:"status"`
	Label   string     `json:"label"` // number; "" before there is one
	Counter string     `json:"counter"`
	Waited  time.Time  `json:"waited"` // when waiting began; zero before
	Began   time.Time  `json:"began"`  // when it was called
	Ended   time.Time  `json:"ended"`
	Held    Held       `json:"held,omitempty"`   // of the one that is next
	Reason  string     `json:"reason,omitempty"` // why it does not open today, as its office wrote it
}

// Secret is the secret part of a link.
type Secret struct {
	Secret string `path:"secret" check:"required,max=120"`
}

// DayIDOf is the id of a queue-day.
func DayIDOf(queue string, date calendar.Date, opens place.Minute) string {
	d := string(date)
	return queue + "-" + d[:4] + d[5:7] + d[8:] + "-" + clock(opens)
}
