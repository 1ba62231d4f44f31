package inbox

import (
	"time"

	"rumah/shared/fault"
)

// Audience is whom an announcement reaches.
type Audience struct {
	Area string `json:"area" check:"areacode"` // kecamatan or desa people said they live in; "" for the whole regency
	Day  string `json:"day" check:"max=90"`    // or those who wait in a queue today
}

// Reach is how many an audience is.
type Reach struct {
	People  int       `json:"people"`
	Devices int       `json:"devices"` // of them that can be pushed to
	Muted   int       `json:"muted"`   // of these devices, whose people hear only of what is urgent
	Name    string    `json:"name"`    // of the audience: "Porong"; "" for the regency
	Now     time.Time `json:"now"`
}

// Audiences are queues to choose from.
type Audiences struct {
	Days []AudienceDay `json:"days"` // by place and name
	Now  time.Time     `json:"now"`
}

// AudienceDay is a queue of today in which people wait.
type AudienceDay struct {
	ID      string `json:"id"`
	Agency  string `json:"agency"` // whose it is
	Name    string `json:"name"`   // "Poli Anak, RSUD"
	Opens   int    `json:"opens"`  // minutes after midnight
	Waiting int    `json:"waiting"`
}

// AnnouncementState is where an announcement is.
type AnnouncementState string

// The states.
const (
	Written   AnnouncementState = "written"   // waits for somebody else
	Sent      AnnouncementState = "sent"      //
	Withdrawn AnnouncementState = "withdrawn" //
)

// AnnouncementsOf narrows a list of announcements.
type AnnouncementsOf struct {
	State AnnouncementState `query:"state" check:"oneof=written|sent|withdrawn"`
	After string            `query:"after" check:"max=200"`
}

// Announcements are what agencies said to many, the latest first.
type Announcements struct {
	Items    []Announcement `json:"items"`
	Next     string         `json:"next"`
	Agencies []Sender       `json:"agencies"` // for which the reader may write
	Now      time.Time      `json:"now"`
}

// Sender is an agency to choose.
type Sender struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Announcement is something an agency says to many.
type Announcement struct {
	ID        string            `json:"id"`
	Agency    Sender            `json:"agency"`
	State     AnnouncementState `json:"state"`
	Save      int               `json:"save"` // grows with each change
	Title     string            `json:"title"`
	Text      string            `json:"text"`
	TitleEN   string            `json:"title_en"` // "" falls back to Indonesian
	TextEN    string            `json:"text_en"`
	TitleJV   string            `json:"title_jv"`
	TextJV    string            `json:"text_jv"`
	Urgent    bool              `json:"urgent"`
	Audience  Audience          `json:"audience"`
	Name      string            `json:"name"` // of the audience
	Author    string            `json:"author"`
	Own       bool              `json:"own"` // the reader wrote it last, so somebody else must approve
	WrittenAt time.Time         `json:"written_at"`
	Approver  string            `json:"approver"`
	SentAt    time.Time         `json:"sent_at"` // zero before
	People    int               `json:"people"`  // it was sent to
	Read      int               `json:"read"`    // of them, so far
	Reason    string            `json:"reason"`  // why it was withdrawn
}

// Words are what an announcement says.
type Words struct {
	Title   string `json:"title" check:"required,line,min=5,max=80"`
	Text    string `json:"text" check:"required,min=10,max=600"`
	TitleEN string `json:"title_en" check:"line,max=80"`
	TextEN  string `json:"text_en" check:"max=600"`
	TitleJV string `json:"title_jv" check:"line,max=80"`
	TextJV  string `json:"text_jv" check:"max=600"`
	// Urgent rings in quiet hours and on muted phones: a flood, not a fair.
	Urgent   bool     `json:"urgent"`
	Audience Audience `json:"audience"`
}

// Announce begins an announcement.
type Announce struct {
	Agency string `json:"agency" check:"required,slug,max=60"`
	Words
}

// Revise changes one.
type Revise struct {
	ID   string `path:"id" json:"-" check:"required,max=60"`
	Save int    `json:"save" check:"min=1"`
	Words
}

// Decision is about an announcement as the reader has seen it.
type Decision struct {
	ID     string `path:"id" json:"-" check:"required,max=60"`
	Save   int    `json:"save" check:"min=1"`
	Reason string `json:"reason" check:"line,max=200"`
}

// CheckMore wants one audience, not two.
func (a *Audience) CheckMore() error {
	if a.Area != "" && a.Day != "" {
		return fault.Wrong(fault.Field{Name: "area", Key: "choice"})
	}
	return nil
}
