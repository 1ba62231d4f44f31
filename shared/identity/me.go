package identity

import (
	"strings"
	"time"

	"rumah/shared/calendar"
	"rumah/shared/fault"
)

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
	Numbers  []ExportedNumber `json:"numbers"`
	Inbox    ExportedInbox    `json:"inbox"`

	Applications []ExportedApplication `json:"applications"`
	Letters      []ExportedLetter      `json:"letters"`
}

// ExportedApplication is something that somebody has applied for.
type ExportedApplication struct {
	ID       string             `json:"id"`
	Service  string             `json:"service"`
	Place    string             `json:"place"`
	Holder   string             `json:"holder"`
	Stage    string             `json:"stage"`
	Begun    time.Time          `json:"begun"`
	Sent     time.Time          `json:"sent"`    // zero before
	Erased   time.Time          `json:"erased"`  // when answers and files were; zero before
	Answers  []ExportedAnswer   `json:"answers"` // in the order of the form
	Happened []ExportedHappened `json:"happened"`
}

// ExportedAnswer is one answer as it was given.
type ExportedAnswer struct {
	Question string     `json:"question"`
	Answer   string     `json:"answer"`
	Rows     [][]string `json:"rows,omitempty"`  // of a table, the titles first
	Files    []string   `json:"files,omitempty"` // names; the files are at the application
}

// ExportedHappened is one thing that happened to an application.
type ExportedHappened struct {
	At     time.Time `json:"at"`
	Action string    `json:"action"`
	Note   string    `json:"note"`
}

// ExportedLetter is a letter or permit that somebody holds.
type ExportedLetter struct {
	Title  string        `json:"title"`
	Number string        `json:"number"`
	Holder string        `json:"holder"`
	Issuer string        `json:"issuer"`
	Date   calendar.Date `json:"date"`
	Until  calendar.Date `json:"until"` // "" without end
	Status string        `json:"status"`
	Reason string        `json:"reason"` // why it was taken back
	Link   string        `json:"link"`
}

// ExportedInbox is what the house told somebody, what they wrote, and how
// they want to be told.
type ExportedInbox struct {
	Messages []ExportedMessage `json:"messages"` // the oldest first
	Replies  []ExportedReply   `json:"replies"`
	Settings ExportedTelling   `json:"settings"`
	Devices  []ExportedDevice  `json:"devices"`
}

// ExportedMessage is a message of an inbox.
type ExportedMessage struct {
	Kind    string    `json:"kind"`
	Subject string    `json:"subject"`
	Body    string    `json:"body"`
	Sent    time.Time `json:"sent"`
	Read    time.Time `json:"read"` // zero before
}

// ExportedReply is what somebody wrote to an agency.
type ExportedReply struct {
	Subject string    `json:"subject"` // of what it answers
	Text    string    `json:"text"`
	At      time.Time `json:"at"`
}

// ExportedTelling is how somebody wants to be told.
type ExportedTelling struct {
	Lang    string   `json:"lang"`
	Muted   []string `json:"muted"`
	Near    int      `json:"near"`
	Quiet   bool     `json:"quiet"`
	From    int      `json:"from"` // minutes after midnight
	To      int      `json:"to"`
	Private bool     `json:"private"`
	Phone   bool     `json:"phone"`
}

// ExportedDevice is a phone or browser that is told.
type ExportedDevice struct {
	Name  string    `json:"name"`
	Added time.Time `json:"added"`
	Seen  time.Time `json:"seen"`
}

// ExportedNumber is a number somebody took in a queue. Whose it was is
// forgotten some weeks after its day.
type ExportedNumber struct {
	Label  string        `json:"label"`
	Queue  string        `json:"queue"`
	Place  string        `json:"place"`
	Date   calendar.Date `json:"date"`
	Holder string        `json:"holder"`
	Lane   string        `json:"lane"`
	Ground string        `json:"ground"`
	Payer  string        `json:"payer"`
	Stage  string        `json:"stage"`
	Taken  time.Time     `json:"taken"`
	Called time.Time     `json:"called"` // zero before
	Ended  time.Time     `json:"ended"`  // zero before
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
