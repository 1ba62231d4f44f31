// Package partner is the contract of the connections to houses outside: the
// health insurance that books at hospitals and is told how visits go.
package partner

import (
	"time"
)

// PlaceID names a place.
type PlaceID struct {
	Place string `path:"place" check:"required,slug,max=60"`
}

// Hospitals are connections in a list.
type Hospitals struct {
	Items []HospitalLine `json:"items"`
}

// HospitalLine is a place with its connection in short.
type HospitalLine struct {
	Place   string    `json:"place"` // id
	Name    string    `json:"name"`
	In      bool      `json:"in"`      // they may call us
	Out     bool      `json:"out"`     // we call them
	Waiting int       `json:"waiting"` // letters
	Dead    int       `json:"dead"`    // letters that need somebody
	Contact time.Time `json:"contact"` // when either last heard the other; zero for never
}

// Hospital is the connection of a place.
type Hospital struct {
	Place      string    `json:"place"` // id
	Name       string    `json:"name"`
	Address    string    `json:"address"`  // what BPJS is told to call, whole
	Username   string    `json:"username"` // "" while nobody may call
	BaseURL    string    `json:"base_url"` // whom we call; "" for nobody
	ConsID     string    `json:"cons_id"`
	Secret     bool      `json:"secret"`     // one is kept
	UserKey    bool      `json:"user_key"`   // one is kept
	Registers  bool      `json:"registers"`  // new patients may be told to us
	Days       int       `json:"days"`       // ahead that can be booked
	Save       int64     `json:"save"`       // to be sent with the next change
	Dead       int       `json:"dead"`       // letters that need somebody
	Bookings   int       `json:"bookings"`   // of today and later
	Patients   int       `json:"patients"`   // whom the hospital is known to know
	Operations int       `json:"operations"` // planned, of today and later
	Contact    time.Time `json:"contact"`    // when either last heard the other; zero for never
}

// Configure sets a connection up.
type Configure struct {
	Place     string `path:"place" json:"-" check:"required,slug,max=60"`
	Save      int64  `json:"save"`
	BaseURL   string `json:"base_url" check:"line,max=200"`
	ConsID    string `json:"cons_id" check:"line,max=40"`
	Secret    string `json:"secret" check:"line,max=200"`   // "" keeps the one there is
	UserKey   string `json:"user_key" check:"line,max=200"` // likewise
	Registers bool   `json:"registers"`
	Days      int    `json:"days" check:"min=0,max=90"`
}

// Admit lets somebody call us.
type Admit struct {
	Place    string `path:"place" json:"-" check:"required,slug,max=60"`
	Username string `json:"username" check:"required,line,min=3,max=60"`
}

// Admitted is a new password, told once.
type Admitted struct {
	Hospital Hospital `json:"hospital"`
	Password string   `json:"password"`
}

// Probed is what came of a try to call BPJS.
type Probed struct {
	Fine  bool   `json:"fine"`
	Said  string `json:"said"`  // what they said, or why they were not reached
	Polis int    `json:"polis"` // they know of this hospital
}

// OutboxOf asks for the letters of a hospital.
type OutboxOf struct {
	Place string `path:"place" check:"required,slug,max=60"`
	After string `query:"after" check:"max=200"`
}

// Kind is what a letter tells.
type Kind string

// The kinds of letters.
const (
	Added    Kind = "add"
	Task     Kind = "task"
	Canceled Kind = "cancel"
	Pharmacy Kind = "pharmacy"
)

// LetterStatus is where a letter is.
type LetterStatus string

// The statuses of letters that are shown.
const (
	Waiting LetterStatus = "waiting"
	Dead    LetterStatus = "dead"
)

// Outbox is what could not be told yet.
type Outbox struct {
	Items []Letter  `json:"items"`
	Next  string    `json:"next"`
	Now   time.Time `json:"now"`
}

// Letter is one thing BPJS is to be told.
type Letter struct {
	ID      int64        `json:"id"`
	Booking string       `json:"booking"` // kodebooking
	Label   string       `json:"label"`   // number
	Kind    Kind         `json:"kind"`
	Task    int          `json:"task"` // 1 to 7 and 99; 0 for what is no task
	Status  LetterStatus `json:"status"`
	At      time.Time    `json:"at"`   // when it happened
	Next    time.Time    `json:"next"` // try
	Tries   int          `json:"tries"`
	Error   string       `json:"error"` // what they said, in their words
}

// Settle ends the wait of a letter.
type Settle struct {
	Place  string `path:"place" json:"-" check:"required,slug,max=60"`
	Letter int64  `path:"letter" json:"-" check:"required,min=1"`
	Action string `json:"action" check:"required,oneof=retry|dismiss"`
}

// MostLines is how many lines one paste may have.
const MostLines = 1000

// Paste is a table as it comes out of a hospital's own program: a line for
// each row, its parts divided by commas, semicolons or tabs.
type Paste struct {
	Place string `path:"place" json:"-" check:"required,slug,max=60"`
	Text  string `json:"text" check:"required,max=60000"`
}

// Pasted is what came of a paste.
type Pasted struct {
	Lines    int      `json:"lines"`
	Hospital Hospital `json:"hospital"`
}
