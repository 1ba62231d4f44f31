package queue

import (
	"time"

	"rumah/shared/calendar"
)

// DeviceKind is what stands at a place.
type DeviceKind string

// The kinds of devices.
const (
	Board DeviceKind = "board"
	Kiosk DeviceKind = "kiosk"
)

// Screen is what a board or kiosk shows. It names nobody.
type Screen struct {
	Kind   DeviceKind `json:"kind"`
	Name   string     `json:"name"` // "Papan lobi"
	Place  PlaceRef   `json:"place"`
	Days   []DayView  `json:"days"` // of its queues today, by name
	Rules  []LaneRule `json:"rules"`
	Arrive string     `json:"arrive"` // the code people check in by; changes every few minutes
	Now    time.Time  `json:"now"`
}

// Printing takes a number at a kiosk.
type Printing struct {
	Secret string `path:"secret" json:"-" check:"required,max=120"`
	Day    string `json:"day" check:"required,slug,max=90"`
	Lane   Lane   `json:"lane" check:"required,oneof=regular|priority"`
	Payer  Payer  `json:"payer" check:"oneof=jkn|other"`
}

// Slip is a number on paper.
type Slip struct {
	Pass  Pass   `json:"pass"`
	Ahead int    `json:"ahead"`
	Wait  Range  `json:"wait"`
	Link  string `json:"link"` // of its QR: the ticket on a phone
}

// Desks are the places and queues somebody serves.
type Desks struct {
	Places []DeskPlace `json:"places"`
	Now    time.Time   `json:"now"`
}

// DeskPlace is a place somebody serves.
type DeskPlace struct {
	Place  PlaceRef   `json:"place"`
	Queues []DeskLine `json:"queues"`
}

// DeskLine is a queue-day of today, or one of yesterday where somebody is
// served past midnight, and its counters.
type DeskLine struct {
	Line     Line      `json:"line"`
	Counters []Counter `json:"counters"`
}

// Desk is a queue-day as its counters see it.
type Desk struct {
	Line   Line       `json:"line"`
	Place  PlaceRef   `json:"place"`
	State  State      `json:"state"`
	People []Visitor  `json:"people"` // by number; those of today that are over too
	Today  Today      `json:"today"`
	Near   []DeskLine `json:"near"` // other queues of the place, to see and to move people to
	Now    time.Time  `json:"now"`
}

// Visitor is who holds a number, as a counter sees them.
type Visitor struct {
	Number int       `json:"n"`
	Name   string    `json:"name"`   // "" when nobody told
	Age    int       `json:"age"`    // years; -1 when unknown
	Ground string    `json:"ground"` // of the priority lane: to be shown
	Payer  Payer     `json:"payer"`
	By     string    `json:"by"` // "phone", "desk", "kiosk", "bpjs", "move"
	Stage  Stage     `json:"stage"`
	Taken  time.Time `json:"taken"`
	Called time.Time `json:"called"`
	Ended  time.Time `json:"ended"`
	Visit  []Step    `json:"visit"`
}

// Today is a queue-day in figures, so far.
type Today struct {
	Served int       `json:"served"`
	Absent int       `json:"absent"`
	Wait   int       `json:"wait"`  // median seconds from taking, or opening, to the call; 0 for none yet
	Visit  int       `json:"visit"` // median seconds at the counter
	Hours  []HourBar `json:"hours"`
}

// HourBar is one hour of a day.
type HourBar struct {
	Hour     int `json:"hour"` // 0 to 23, on the regency's clock
	Served   int `json:"served"`
	Expected int `json:"expected"` // of an hour to come, as on such days before
}

// Act is one thing done at a counter or to the day.
type Act struct {
	Day     string `path:"day" json:"-" check:"required,slug,max=90"`
	Action  Action `json:"action" check:"required,oneof=next|number|recall|begin|finish|skip|absent|return|move|undo|sit|rest|work|leave|open|pause|resume|close|arrive|out|back|cancel"`
	Counter string `json:"counter" check:"max=60"`
	Number  int    `json:"number" check:"min=0,max=9999"`
	Places  int    `json:"places" check:"min=0,max=50"`
	Reason  string `json:"reason" check:"line,max=120"`
	To      string `json:"to" check:"slug,max=90"` // move: the day of another queue
	// Version is the last one the officer has seen; 0 does not say. What
	// would act on something else than they saw is refused (seen_changed).
	Version int64 `json:"v" check:"min=0"`
}

// Issue gives a number to somebody who stands at the desk.
type Issue struct {
	Day    string `path:"day" json:"-" check:"required,slug,max=90"`
	Name   string `json:"name" check:"line,max=80"`
	Lane   Lane   `json:"lane" check:"required,oneof=regular|priority"`
	Ground string `json:"ground" check:"oneof=elderly|disabled|pregnant|infant"`
	Payer  Payer  `json:"payer" check:"oneof=jkn|other"`
	Slot   int    `json:"slot" check:"min=-1,max=1439"` // see Booking; 0 for the first that is free
}

// Acted is what came of it: all that a desk does not know yet, and nothing of
// what it knows.
type Acted struct {
	Version int64     `json:"v"`      // of the day, after it
	Events  []Event   `json:"events"` // what happened; none when it was so already
	People  []Visitor `json:"people"` // whom it touched
	Ahead   int       `json:"ahead"`  // of an issued number: how many are called before it
	Link    string    `json:"link"`   // of an issued number, for its slip
	Undo    int64     `json:"undo"`   // until when it can be undone, ms; 0 when it cannot
	Now     time.Time `json:"now"`
}

// FiguresOf asks for the figures of a queue.
type FiguresOf struct {
	Queue string        `query:"queue" check:"required,slug,max=60"`
	From  calendar.Date `query:"from"` // a week ago
	To    calendar.Date `query:"to"`   // today; at most 92 days after From
}

// Figures are what happened in a queue. Times are seconds.
type Figures struct {
	Queue string        `json:"queue"`
	Name  string        `json:"name"`
	From  calendar.Date `json:"from"`
	To    calendar.Date `json:"to"`
	Days  []DayFigures  `json:"days"`
	Hits  HitRate       `json:"hits"`
	Now   time.Time     `json:"now"`
}

// DayFigures are those of one queue-day.
type DayFigures struct {
	Day       string        `json:"day"`
	Date      calendar.Date `json:"date"`
	Taken     int           `json:"taken"`
	Served    int           `json:"served"`
	Absent    int           `json:"absent"`    // called and never came
	Cancelled int           `json:"cancelled"` // by themselves
	Unserved  int           `json:"unserved"`  // the day ended before their turn
	Rated     int           `json:"rated"`     // said how it was
	Good      int           `json:"good"`      // of them that it was good or very good
	Wait      Spread        `json:"wait"`      // from taking, or opening, to the call
	Visit     Spread        `json:"visit"`     // at the counter
	Hours     []HourFigures `json:"hours"`
}

// Spread is a distribution in three numbers, in seconds.
type Spread struct {
	Median int `json:"median"`
	P90    int `json:"p90"`
	Most   int `json:"most"`
}

// HourFigures are those of one hour, by when numbers were called.
type HourFigures struct {
	Hour   int `json:"hour"`
	Taken  int `json:"taken"`
	Served int `json:"served"`
	Absent int `json:"absent"`
	Wait   int `json:"wait"`  // median seconds
	Visit  int `json:"visit"` // median seconds
}
