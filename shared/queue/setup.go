package queue

import (
	"fmt"
	"time"

	"rumah/shared/calendar"
	"rumah/shared/place"
)

// clock is a minute of the day as ids carry it: "0800".
func clock(m place.Minute) string { return fmt.Sprintf("%02d%02d", int(m)/60, int(m)%60) }

// QueueID names a queue.
type QueueID struct {
	ID string `path:"id" check:"required,slug,max=60"`
}

// SetupsOf narrows the queues of the reader's agencies.
type SetupsOf struct {
	Place string `query:"place" check:"slug,max=60"`
}

// Setups are queues, by place.
type Setups struct {
	Items  []SetupLine `json:"items"`
	Places []PlaceRef  `json:"places"` // where the reader may add queues
}

// SetupLine is a queue in a list.
type SetupLine struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Who       string `json:"who"`
	Prefix    string `json:"prefix"`
	PlaceID   string `json:"place_id"`
	PlaceName string `json:"place_name"`
	Active    bool   `json:"active"`
	Waiting   int    `json:"waiting"` // today
}

// Content is how a queue works.
type Content struct {
	Name     string      `json:"name" check:"required,line,min=2,max=60"` // "Poli Anak"
	Who      string      `json:"who" check:"line,max=80"`
	Icon     string      `json:"icon" check:"line,max=30"`
	Prefix   string      `json:"prefix" check:"required,line,min=1,max=3"` // capital letters
	Active   bool        `json:"active"`
	Stage    VisitStage  `json:"stage" check:"required,oneof=single|admission|service|pharmacy"`
	Next     string      `json:"next" check:"slug,max=60"` // the queue a finished number goes on to
	Poli     string      `json:"poli" check:"line,max=10"` // BPJS code of the poli
	Doctor   int         `json:"doctor" check:"min=0"`     // BPJS code of the doctor
	Share    int         `json:"share" check:"required,min=1,max=10"`
	CheckIn  bool        `json:"checkin"`                      // only who has checked in is called
	Days     int         `json:"days" check:"min=0,max=30"`    // ahead that can be booked; 0 is only today
	Before   int         `json:"before" check:"min=0,max=720"` // minutes before opening that today's numbers begin
	SlotFor  int         `json:"slot_for" check:"min=0,max=240"`
	SlotOf   int         `json:"slot_of" check:"min=0,max=500"`
	Payers   bool        `json:"payers"`                                  // it counts JKN and others apart
	Usual    int         `json:"usual" check:"required,min=15,max=14400"` // seconds at the counter, before there is experience
	Week     []Session   `json:"week" check:"max=40"`
	Rules    []LaneRule  `json:"rules" check:"max=8"`
	Counters []CounterOf `json:"counters" check:"required,max=40"`
}

// VisitStage is what a queue is in a visit.
type VisitStage string

// The stages of a visit.
const (
	Single    VisitStage = "single" // a visit of its own
	Admission VisitStage = "admission"
	Service   VisitStage = "service"
	Pharmacy  VisitStage = "pharmacy"
)

// Session is one opening of the week with its quotas; -1 is no limit, and
// no places in the priority lane mean that there is none.
type Session struct {
	Day      time.Weekday `json:"day" check:"min=0,max=6"`
	Opens    place.Minute `json:"opens" check:"min=0,max=1439"`
	Closes   place.Minute `json:"closes" check:"min=1,max=1440"`
	Regular  int          `json:"regular" check:"min=-1,max=5000"`
	Priority int          `json:"priority" check:"min=-1,max=5000"`
	JKN      int          `json:"jkn" check:"min=-1,max=5000"`
	Other    int          `json:"other" check:"min=-1,max=5000"`
}

// CounterOf is a counter of a queue. An empty ID is a new one.
type CounterOf struct {
	ID   string `json:"id" check:"max=60"`
	Name string `json:"name" check:"required,line,min=1,max=40"`
}

// Setup is a queue as its agency sees it.
type Setup struct {
	ID      string      `json:"id"`
	Place   PlaceRef    `json:"place"`
	Content Content     `json:"content"`
	Save    int64       `json:"save"` // to be sent with the next change
	Leaves  []Closure   `json:"leaves"`
	Nexts   []SetupLine `json:"nexts"` // other queues of the place
	Now     time.Time   `json:"now"`
}

// NewQueue adds a queue.
type NewQueue struct {
	Place   string  `json:"place" check:"required,slug,max=60"`
	Content Content `json:"content"`
}

// Configure changes a queue.
type Configure struct {
	ID      string  `path:"id" json:"-" check:"required,slug,max=60"`
	Save    int64   `json:"save"`
	Content Content `json:"content"`
}

// Closure is days on which a queue does not open.
type Closure struct {
	ID     string        `json:"id"`
	From   calendar.Date `json:"from"`
	To     calendar.Date `json:"to"`
	Reason string        `json:"reason"` // everybody reads it
	Struck int           `json:"struck"` // numbers that were cancelled by it
}

// NewLeave closes a queue for some days.
type NewLeave struct {
	ID     string        `path:"id" json:"-" check:"required,slug,max=60"`
	From   calendar.Date `json:"from" check:"required"`
	To     calendar.Date `json:"to" check:"required"`
	Reason string        `json:"reason" check:"required,line,min=3,max=120"`
}

// LeaveID names a leave of a queue.
type LeaveID struct {
	ID    string `path:"id" check:"required,slug,max=60"`
	Leave string `path:"leave" check:"required,max=60"`
}

// DevicesOf narrows the devices.
type DevicesOf struct {
	Place string `query:"place" check:"slug,max=60"`
}

// Devices are boards and kiosks.
type Devices struct {
	Items  []Device    `json:"items"`
	Places []PlaceRef  `json:"places"` // where the reader may add some
	Queues []SetupLine `json:"queues"` // that they may show
	Now    time.Time   `json:"now"`
}

// Device is a board or kiosk.
type Device struct {
	ID        string     `json:"id"`
	Kind      DeviceKind `json:"kind"`
	Name      string     `json:"name"`
	PlaceID   string     `json:"place_id"`
	PlaceName string     `json:"place_name"`
	Queues    []string   `json:"queues"` // ids; empty shows all of the place
	Made      time.Time  `json:"made"`
	By        string     `json:"by"`
	Seen      time.Time  `json:"seen"` // zero when it never asked
}

// NewDevice makes the link of a board or kiosk.
type NewDevice struct {
	Kind   DeviceKind `json:"kind" check:"required,oneof=board|kiosk"`
	Name   string     `json:"name" check:"required,line,min=2,max=60"`
	Place  string     `json:"place" check:"required,slug,max=60"`
	Queues []string   `json:"queues" check:"max=40,each.slug"`
}

// Installed is a new device with its link.
type Installed struct {
	Device Device `json:"device"`
	Link   string `json:"link"` // whole, to be opened on the device
}

// DeviceID names a device.
type DeviceID struct {
	ID string `path:"id" check:"required,max=60"`
}
