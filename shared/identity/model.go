// Package identity is who somebody is: how a citizen or a member of staff
// comes in, the family they act for, and the rules of NIK, KK, BPJS card and
// phone number.
package identity

import (
	"strings"
	"time"

	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/fault"
)

// Level is how well the house knows a citizen.
type Level string

// The levels of a signed-in citizen.
const (
	ByPhone Level = "phone" // holds the phone
	ByNIK   Level = "nik"   // an officer has seen the KTP
)

// Viewer is who looks at a page, as far as the frame needs to know. The zero
// Viewer is a guest.
type Viewer struct {
	ID     string         `json:"id,omitempty"`
	Name   string         `json:"name,omitempty"` // "" until they told it
	Staff  bool           `json:"staff,omitempty"`
	Grants []access.Grant `json:"grants,omitempty"`
}

// May reports whether the viewer may call operations for role. It decides
// what is shown; the server decides what is done.
func (v Viewer) May(role access.Role) bool {
	return access.Actor{ID: v.ID, Staff: v.Staff, Grants: v.Grants}.May(role)
}

// AskCode asks for a one-time code.
type AskCode struct {
	Phone string `json:"phone" check:"required,max=40"`
	Lang  string `json:"lang" check:"oneof=id|en|jv"` // of the message; "" is id
}

// CheckMore wants a phone that can receive messages.
func (a *AskCode) CheckMore() error {
	if p, ok := ParsePhone(a.Phone); a.Phone != "" && (!ok || !p.Mobile()) {
		return fault.Wrong(fault.Field{Name: "phone", Key: "mobile"})
	}
	return nil
}

// CodeSent says that a code is on its way.
type CodeSent struct {
	ID    string `json:"id"`    // to enter it
	Phone string `json:"phone"` // as dialled, masked: "0812-••••-6789"
	Again int    `json:"again"` // seconds until another may be asked for
	Valid int    `json:"valid"` // seconds until it expires
	Hint  string `json:"hint"`  // the code itself in a house for trying out; else ""
}

// EnterCode answers with the code.
type EnterCode struct {
	ID   string `path:"id" json:"-" check:"required,max=60"`
	Code string `json:"code" check:"required,max=12"`
}

// CheckMore wants six digits; blanks between them are forgiven.
func (e *EnterCode) CheckMore() error {
	if e.Code != "" && len(Digits(e.Code)) != CodeLength {
		return fault.Wrong(fault.Field{Name: "code", Key: "code"})
	}
	return nil
}

// CodeLength is how many digits a one-time code has, of the phone and of an
// authenticator app.
const CodeLength = 6

// Entered says who is signed in now. The session itself is a cookie.
type Entered struct {
	Viewer Viewer `json:"viewer"`
	New    bool   `json:"new"` // the account has no name yet
}

// Challenge is what a browser asks its authenticator.
type Challenge struct {
	ID      string `json:"id"`
	Options string `json:"options"` // JSON as the WebAuthn API of browsers takes it
}

// PasskeyAnswer is what the authenticator said.
type PasskeyAnswer struct {
	ID       string `json:"id" check:"required,max=60"`
	Response string `json:"response" check:"required,max=20000"` // JSON of the PublicKeyCredential
	Name     string `json:"name" check:"line,max=60"`            // of the device, when one is added
}

// EnterPassword is how staff comes in without a passkey.
type EnterPassword struct {
	Email    string `json:"email" check:"required,email,max=254"`
	Password string `json:"password" check:"required,max=200"`
	Code     string `json:"code" check:"required,max=12"` // of the authenticator app
}

// Me is what the house knows of the reader.
type Me struct {
	ID       string      `json:"id"`
	Name     string      `json:"name"`
	Staff    bool        `json:"staff"`
	Email    string      `json:"email"` // of staff
	Phone    string      `json:"phone"` // masked
	Level    Level       `json:"level"`
	Since    time.Time   `json:"since"`
	Profile  Profile     `json:"profile"`
	Family   []Member    `json:"family"`
	Passkeys []Passkey   `json:"passkeys"`
	Grants   []GrantLine `json:"grants"`
	Now      time.Time   `json:"now"`
}

// Profile is a citizen's own data. Identifiers are masked: "3515••••••••0001".
type Profile struct {
	Born     calendar.Date `json:"born"`
	NIK      string        `json:"nik"`
	KK       string        `json:"kk"`
	BPJS     string        `json:"bpjs"`
	Area     string        `json:"area"`      // code of the desa or kelurahan
	AreaName string        `json:"area_name"` // "Celep, Kec. Candi"
	Address  string        `json:"address"`
}

// SaveProfile changes what is given; nil leaves it, "" forgets it.
type SaveProfile struct {
	Name    *string        `json:"name" check:"line,min=2,max=80"`
	Born    *calendar.Date `json:"born"`
	NIK     *string        `json:"nik" check:"max=40"`
	KK      *string        `json:"kk" check:"max=40"`
	BPJS    *string        `json:"bpjs" check:"max=40"`
	Area    *string        `json:"area" check:"areacode"`
	Address *string        `json:"address" check:"line,max=200"`
}

// CheckMore looks at the form of the identifiers.
func (p *SaveProfile) CheckMore() error {
	return named(p.Name, numbers(p.NIK, p.KK, p.BPJS, p.Born))
}

// Relation is what a member of the family is to the account's owner.
type Relation string

// The relations.
const (
	Child  Relation = "child"
	Parent Relation = "parent"
	Spouse Relation = "spouse"
	Other  Relation = "other" // somebody looked after
)

// Member is somebody the account's owner acts for.
type Member struct {
	ID       string        `json:"id"`
	Name     string        `json:"name"`
	Relation Relation      `json:"relation"`
	Born     calendar.Date `json:"born"`
	NIK      string        `json:"nik"` // masked; "" when there is none yet
	BPJS     string        `json:"bpjs"`
}

// MostMembers bounds a family.
const MostMembers = 20

// NewMember adds somebody.
type NewMember struct {
	Name     string        `json:"name" check:"required,line,min=2,max=80"`
	Relation Relation      `json:"relation" check:"required,oneof=child|parent|spouse|other"`
	Born     calendar.Date `json:"born" check:"required"`
	NIK      string        `json:"nik" check:"max=40"` // "" for a newborn without one
	BPJS     string        `json:"bpjs" check:"max=40"`
}

// CheckMore looks at the form of the identifiers.
func (m *NewMember) CheckMore() error { return numbers(&m.NIK, nil, &m.BPJS, &m.Born) }

// SaveMember changes what is given; nil leaves it, "" forgets it.
type SaveMember struct {
	ID       string         `path:"id" json:"-" check:"required,max=60"`
	Name     *string        `json:"name" check:"line,min=2,max=80"`
	Relation *Relation      `json:"relation" check:"oneof=child|parent|spouse|other"`
	Born     *calendar.Date `json:"born"`
	NIK      *string        `json:"nik" check:"max=40"`
	BPJS     *string        `json:"bpjs" check:"max=40"`
}

// CheckMore looks at the form of the identifiers.
func (m *SaveMember) CheckMore() error {
	return named(m.Name, numbers(m.NIK, nil, m.BPJS, m.Born))
}

// named refuses to take a name away; other is what else is wrong.
func named(name *string, other error) error {
	if name != nil && strings.TrimSpace(*name) == "" {
		return fault.Wrong(fault.Field{Name: "name", Key: "required"})
	}
	return other
}

// Saved is what is known now, and what looks odd about it.
type Saved struct {
	Me       Me        `json:"me"`
	Warnings []Warning `json:"warnings"`
}

// Warning is something that may be right and usually is not. Its key is one
// of words.Faults.
type Warning struct {
	Field string `json:"field"`
	Key   string `json:"key"`
}

// ID names something of the reader's.
type ID struct {
	ID string `path:"id" check:"required,max=100"`
}

// Passkey is a way in that cannot be read out or phished.
type Passkey struct {
	ID      string    `json:"id"`
	Name    string    `json:"name"`
	AddedAt time.Time `json:"added_at"`
	UsedAt  time.Time `json:"used_at"` // zero when never
}

// Sessions are the devices on which somebody is signed in.
type Sessions struct {
	Items []Session `json:"items"` // this one first, then the last seen
	Now   time.Time `json:"now"`
}

// Session is one device.
type Session struct {
	ID     string    `json:"id"`
	Device string    `json:"device"` // "Chrome, Android"
	Method string    `json:"method"` // code, passkey or password
	Here   bool      `json:"here"`
	Begun  time.Time `json:"begun"`
	Seen   time.Time `json:"seen"`
}

// OpenedPage pages through openings.
type OpenedPage struct {
	After string `query:"after" check:"max=200"`
}

// Openings are who opened somebody's data.
type Openings struct {
	Items []Opening `json:"items"`
	Next  string    `json:"next"`
	Now   time.Time `json:"now"`
}

// Opening is one look at somebody's identifiers or documents.
type Opening struct {
	At      time.Time `json:"at"`
	Who     string    `json:"who"`     // name of the officer
	Agency  string    `json:"agency"`  // name
	What    string    `json:"what"`    // identifiers, document
	Whom    string    `json:"whom"`    // the member of the family; "" for the owner
	Purpose string    `json:"purpose"` // in the officer's words
}

// Export is everything about a citizen, to take along.
type Export struct {
	Made     time.Time        `json:"made"`
	Account  ExportedAccount  `json:"account"`
	Family   []ExportedPerson `json:"family"`
	Sessions []Session        `json:"sessions"`
	Passkeys []Passkey        `json:"passkeys"`
	Opened   []Opening        `json:"opened"`
}

// ExportedAccount is a citizen with whole identifiers.
type ExportedAccount struct {
	ExportedPerson
	Phone   string    `json:"phone"`
	Level   Level     `json:"level"`
	Since   time.Time `json:"since"`
	Area    string    `json:"area"`
	Address string    `json:"address"`
}

// ExportedPerson is one person with whole identifiers.
type ExportedPerson struct {
	Name     string        `json:"name"`
	Relation Relation      `json:"relation,omitempty"`
	Born     calendar.Date `json:"born"`
	NIK      string        `json:"nik"`
	KK       string        `json:"kk,omitempty"`
	BPJS     string        `json:"bpjs"`
}

// Close deletes an account; Sure guards against a slip.
type Close struct {
	Sure bool `json:"sure" check:"required"`
}

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
