package place

import (
	"time"

	"rumah/shared/fault"
	"rumah/shared/revision"
)

// Reserved are names that mean something else in the addresses of places.
var Reserved = []string{"desk", "map", "summary"}

// Content is what an agency writes about one of its places.
type Content struct {
	Name      string   `json:"name" check:"required,line,min=3,max=120"`
	Address   string   `json:"address" check:"line,max=200"`
	Phone     string   `json:"phone" check:"max=20"` // as dialled inside the country; "" for none
	Aliases   []string `json:"aliases" check:"max=20,each.required,each.line,each.max=60"`
	Confirmed bool     `json:"confirmed"`  // the hours are the agency's own word
	OnHoliday bool     `json:"on_holiday"` // open on national holidays as on other days
	OnLeave   bool     `json:"on_leave"`   // open on joint leave as on other days
	Week      []Span   `json:"week" check:"max=21"`
}

// CheckMore looks at the phone number and at the hours: openings of one day
// end after they begin and do not overlap.
func (c *Content) CheckMore() error {
	if c.Phone != "" && !dialled(c.Phone) {
		return fault.Wrong(fault.Field{Name: "phone", Key: "phone"})
	}
	for i, s := range c.Week {
		if s.Day < 0 || s.Day > 6 || s.Open < 0 || s.Close > 24*60 || s.Close <= s.Open {
			return fault.Wrong(fault.Field{Name: "week", Key: "hours"})
		}
		for _, o := range c.Week[:i] {
			if o.Day == s.Day && o.Open < s.Close && s.Open < o.Close {
				return fault.Wrong(fault.Field{Name: "week", Key: "hours"})
			}
		}
	}
	return nil
}

// dialled reports whether s is a number as it is dialled inside the country:
// with its leading 0, or a short code such as 112.
func dialled(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	if s[0] == '0' {
		return len(s) >= 8 && len(s) <= 13
	}
	return len(s) >= 3 && len(s) <= 6
}

// DeskFilter narrows the list of a desk.
type DeskFilter struct {
	Text  string `query:"q" check:"max=80"`
	After string `query:"after" check:"max=200"`
	Limit int    `query:"limit" check:"min=1,max=100"` // 0 means 50
}

// Desk is what an agency admin may edit.
type Desk struct {
	Items []DeskLine `json:"items"`
	Total int        `json:"total"`
	Next  string     `json:"next"`
}

// DeskLine is one place on the desk.
type DeskLine struct {
	ID         string          `json:"id"`
	Name       string          `json:"name"`
	Kind       Kind            `json:"kind"`
	AgencyName string          `json:"agency_name"`
	State      revision.State  `json:"state"`
	Version    int             `json:"version"`
	Draft      *revision.Draft `json:"draft"`
	Notes      int             `json:"notes"` // citizens' notes not settled yet
}

// Edit is everything about one place that its desk needs.
type Edit struct {
	ID         string             `json:"id"`
	Kind       Kind               `json:"kind"`
	AgencyName string             `json:"agency_name"`
	State      revision.State     `json:"state"`
	Public     Content            `json:"public"`
	Drafted    Content            `json:"drafted"` // equals Public when there is no draft
	Draft      *revision.Draft    `json:"draft"`
	History    []revision.Version `json:"history"` // newest first
	Notes      []Note             `json:"notes"`   // not settled yet, oldest first
}

// Note is what a citizen says is wrong about a place.
type Note struct {
	Code  string    `json:"code"`
	About string    `json:"about"` // as in NewCorrection
	Text  string    `json:"text"`
	Phone string    `json:"phone"` // to ask back; "" for none
	At    time.Time `json:"at"`
}

// NoteID names a citizen's note.
type NoteID struct {
	ID   string `path:"id" check:"required,slug,max=60"`
	Code string `path:"code" check:"required,max=20"`
}

// VersionID names a version of a place.
type VersionID struct {
	ID     string `path:"id" check:"required,slug,max=60"`
	Number int    `path:"number" check:"min=1"`
}

// DraftID names a draft as the reader has seen it.
type DraftID struct {
	ID   string `path:"id" check:"required,slug,max=60"`
	Save int    `path:"save" check:"min=1"`
}

// SaveDraft keeps a draft.
type SaveDraft struct {
	ID      string  `path:"id" json:"-" check:"required,slug,max=60"`
	Save    int     `json:"save" check:"min=0"` // of the draft that was read; 0 when there was none
	Note    string  `json:"note" check:"max=200"`
	Content Content `json:"content"`
}
