package identity

import (
	"time"

	"rumah/shared/access"
)

// Token is what an invitation's link carries.
type Token struct {
	Token string `json:"token" check:"required,max=100"`
}

// Invited is what a link invites to.
type Invited struct {
	Email  string      `json:"email"`
	Name   string      `json:"name"`
	Grants []GrantLine `json:"grants"`
	Secret string      `json:"secret"` // for the authenticator app, in groups of four
	Link   string      `json:"link"`   // otpauth:, opens the app on a phone
	QR     string      `json:"qr"`     // Link as a code: SVG path of 1×1 modules
	QRSize int         `json:"qr_size"`
}

// ShortestPassword is what a password of staff must have at least.
const ShortestPassword = 12

// Accept takes an invitation.
type Accept struct {
	Token    string `json:"token" check:"required,max=100"`
	Password string `json:"password" check:"required,min=12,max=200"`
	Code     string `json:"code" check:"required,max=12"` // of the authenticator app
}

// StaffFilter narrows the list.
type StaffFilter struct {
	Text  string `query:"q" check:"max=80"`
	After string `query:"after" check:"max=200"`
}

// Staff is who works where.
type Staff struct {
	Items       []StaffLine    `json:"items"`
	Next        string         `json:"next"`
	Invitations []Invitation   `json:"invitations"`
	Roles       []access.Role  `json:"roles"`    // the reader may give
	Agencies    []AgencyChoice `json:"agencies"` // the reader may give them for
	Now         time.Time      `json:"now"`
}

// AgencyChoice is an agency with its service points.
type AgencyChoice struct {
	ID     string        `json:"id"`
	Name   string        `json:"name"`
	Places []PlaceChoice `json:"places"`
}

// PlaceChoice is a service point.
type PlaceChoice struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// StaffLine is one member of staff.
type StaffLine struct {
	ID     string      `json:"id"`
	Name   string      `json:"name"`
	Email  string      `json:"email"`
	Self   bool        `json:"self"`
	Grants []GrantLine `json:"grants"` // those the reader may see
	Seen   time.Time   `json:"seen"`   // zero when never
}

// GrantLine is one role as it is read.
type GrantLine struct {
	ID         string      `json:"id"`
	Role       access.Role `json:"role"`
	Agency     string      `json:"agency"`
	AgencyName string      `json:"agency_name"` // "" for the whole regency
	Place      string      `json:"place"`
	PlaceName  string      `json:"place_name"`
}

// Invite invites somebody to a role.
type Invite struct {
	Name   string      `json:"name" check:"required,line,min=2,max=80"`
	Email  string      `json:"email" check:"required,email,max=254"`
	Role   access.Role `json:"role" check:"required,oneof=counter|verifier|signer|agency|command|regency|auditor"`
	Agency string      `json:"agency" check:"slug,max=60"` // "" for the whole regency
	Place  string      `json:"place" check:"slug,max=60"`  // "" for all places of the agency
}

// Invitation is an invitation that is open.
type Invitation struct {
	ID      string      `json:"id"`
	Name    string      `json:"name"`
	Email   string      `json:"email"`
	Grants  []GrantLine `json:"grants"`
	Expires time.Time   `json:"expires"`
	Link    string      `json:"link"` // told once, to who made it: to hand over when mail does not arrive
}

// NewGrant gives a role.
type NewGrant struct {
	ID     string      `path:"id" json:"-" check:"required,max=60"`
	Role   access.Role `json:"role" check:"required,oneof=counter|verifier|signer|agency|command|regency|auditor"`
	Agency string      `json:"agency" check:"slug,max=60"`
	Place  string      `json:"place" check:"slug,max=60"`
}

// GrantID names a role that somebody holds.
type GrantID struct {
	ID    string `path:"id" check:"required,max=60"`
	Grant string `path:"grant" check:"required,max=60"`
}
