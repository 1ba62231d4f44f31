package identity

import (
	"time"

	"rumah/shared/calendar"
)

// FindPerson finds a citizen who stands at the desk.
type FindPerson struct {
	Number string `json:"number" check:"required,max=40"` // phone number or NIK
}

// PersonCard is a citizen as a desk sees them.
type PersonCard struct {
	ID      string  `json:"id"`
	Name    string  `json:"name"`
	Phone   string  `json:"phone"` // masked
	Level   Level   `json:"level"`
	Profile Profile `json:"profile"` // masked
}

// OpenPerson opens a citizen's identifiers.
type OpenPerson struct {
	ID      string `path:"id" json:"-" check:"required,max=60"`
	Purpose string `json:"purpose" check:"required,line,min=5,max=200"` // the citizen reads it
}

// PersonOpen is a citizen with whole identifiers.
type PersonOpen struct {
	Card PersonCard    `json:"card"`
	Born calendar.Date `json:"born"`
	NIK  string        `json:"nik"`
	KK   string        `json:"kk"`
	// Warnings are what does not fit together, to look at twice.
	Warnings []Warning `json:"warnings"`
}

// AuditFilter narrows the log.
type AuditFilter struct {
	Text  string `query:"q" check:"max=80"` // name, operation or target
	Alarm bool   `query:"alarm"`            // only what looks wrong
	After string `query:"after" check:"max=200"`
}

// Audit is a page of what staff did.
type Audit struct {
	Items []AuditLine `json:"items"`
	Next  string      `json:"next"`
	Now   time.Time   `json:"now"`
}

// AuditLine is one thing staff did or tried.
type AuditLine struct {
	ID        int64     `json:"id"`
	At        time.Time `json:"at"`
	Who       string    `json:"who"`
	Operation string    `json:"operation"` // "catalogue.Publish"
	Target    string    `json:"target"`    // path of the call
	Outcome   string    `json:"outcome"`   // HTTP status, or "" when it never ended
	Alarm     string    `json:"alarm"`     // key of words.Faults; "" for none
}
