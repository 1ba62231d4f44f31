package inboxdesk

import (
	"context"
	"encoding/json"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/inbox"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/words"
)

// Announcement is the screen of one announcement, and of a new one:
// /meja/pengumuman/{id}, /meja/pengumuman/baru.
type Announcement struct {
	goapp.Compo
	view[*announcing]

	sending

	house *house.House
	there bool // the screen is on a phone

	writing  bool // the fields are open
	dirty    bool // and hold something that is not saved
	draft    inbox.Announce
	to       string // whom it is for: all, area or queue
	district string
	villages []ui.Choice // of it
	turn     int         // see ui.Fresh
	lang     words.Lang  // of the preview
	reason   string      // why it is withdrawn

	reach   *inbox.Reach // of the audience that is chosen or stands; nil before
	reached inbox.Audience
	asked   bool // it is being counted
}

// announcing is an announcement with what may be chosen; the zero one for a
// new one.
type announcing struct {
	One       inbox.Announcement
	Agencies  []inbox.Sender
	Districts []ui.Choice
	Days      []inbox.AudienceDay
}

// The audiences.
const (
	toAll   = "semua"
	toArea  = "wilayah"
	toQueue = "antrean"
)

const (
	approveDialog = "setujui"
	pullDialog    = "tarik"
)

// NewAnnouncement returns the screen.
func NewAnnouncement(h *house.House) house.Screen {
	return &Announcement{house: h, lang: words.ID, view: flow.NewPrivate(func(ctx context.Context, at link.At) (*announcing, error) {
		id, _ := at.Match(NewsPattern)
		return announcement(ctx, h, id)
	})}
}

func announcement(ctx context.Context, h *house.House, id string) (*announcing, error) {
	a := new(announcing)
	var err error
	if id != fresh {
		if a.One, err = h.Inbox.Announcement(ctx, inbox.ID{ID: id}); err != nil || a.One.State != inbox.Written {
			return a, err
		}
	}
	// A list of what there is also names for whom the reader may write.
	list, err := h.Inbox.Announcements(ctx, inbox.AnnouncementsOf{State: inbox.Written})
	if err != nil {
		return a, err
	}
	a.Agencies = list.Agencies
	if a.Districts, err = areas(ctx, h, ""); err != nil {
		return a, err
	}
	days, err := h.Inbox.Audiences(ctx)
	a.Days = days.Days
	return a, err
}

// areas are the districts, or the villages of one, to choose from.
func areas(ctx context.Context, h *house.House, district string) ([]ui.Choice, error) {
	m, err := h.Places.Map(ctx, place.MapFilter{District: district})
	choices := make([]ui.Choice, len(m.Areas))
	for i, a := range m.Areas {
		choices[i] = ui.Choice{Value: a.Code, Label: a.Name}
	}
	return choices, err
}

// Plant implements house.Screen.
func (s *Announcement) Plant(at link.At, seed json.RawMessage) {
	s.view.Plant(at, seed)
	s.arrived()
}

// Head implements house.Screen.
func (s *Announcement) Head() house.Head {
	return house.Head{Title: s.title(), NoIndex: true, Now: true}
}

func (s *Announcement) title() string {
	if a, ok := s.view.Value(); ok && a.One.ID != "" {
		return a.One.Title
	}
	if s.id() == fresh {
		return words.NewsNew.In(s.view.At.Lang)
	}
	return words.NewsTitle.In(s.view.At.Lang)
}

func (s *Announcement) id() string {
	id, _ := s.view.At.Match(NewsPattern)
	return id
}

// Titled implements flow.Titled.
func (s *Announcement) Titled(goapp.Context) {
	s.arrived()
	frame.Titled(s.house, s.view.At, s.Head())
}

// OnNav loads what the address names.
func (s *Announcement) OnNav(ctx goapp.Context) {
	s.here, s.there = ctx, true
	if path := link.Parse(ctx.Page().URL()).Path; path != s.view.At.Path {
		s.doing, s.key, s.wrong, s.writing, s.dirty, s.reason = "", "", nil, false, false, ""
		s.reach, s.reached, s.lang = nil, inbox.Audience{}, words.ID
		browser.Guard(false)
	}
	s.view.Enter(ctx, s)
}

// OnDismount lets the page be closed without a question.
func (s *Announcement) OnDismount() { browser.Guard(false) }

// arrived opens the fields of a new announcement, and counts whom it is for.
func (s *Announcement) arrived() {
	a, ok := s.view.Value()
	if !ok {
		return
	}
	if s.id() == fresh && !s.writing {
		s.begin(a)
	}
	if !s.writing && a.One.State == inbox.Written {
		s.count(a.One.Audience)
	}
}

// begin fills the fields with what stands.
func (s *Announcement) begin(a *announcing) {
	s.writing, s.dirty, s.wrong, s.villages, s.district = true, false, nil, nil, ""
	s.draft = inbox.Announce{Agency: a.One.Agency.ID, Words: wordsOf(a.One)}
	if s.draft.Agency == "" && len(a.Agencies) == 1 {
		s.draft.Agency = a.Agencies[0].ID
	}
	switch to := a.One.Audience; {
	case a.One.ID == "":
		s.to = toArea // a word to all should be chosen, not overlooked
	case to.Area != "":
		s.to, s.district = toArea, districtOf(to.Area)
		s.fetchVillages()
	case to.Day != "":
		s.to = toQueue
	default:
		s.to = toAll
	}
	s.turn++
}

// districtOf is the district an area lies in, or is.
func districtOf(area string) string {
	if strings.Count(area, ".") == 3 {
		return area[:strings.LastIndexByte(area, '.')]
	}
	return area
}

func wordsOf(a inbox.Announcement) inbox.Words {
	return inbox.Words{Title: a.Title, Text: a.Text, TitleEN: a.TitleEN, TextEN: a.TextEN, TitleJV: a.TitleJV, TextJV: a.TextJV, Urgent: a.Urgent, Audience: a.Audience}
}

// count asks how many an audience is, once for each that is looked at.
func (s *Announcement) count(of inbox.Audience) {
	if !s.there || s.reach != nil && s.reached == of {
		return
	}
	path := s.view.At.Path
	s.reach, s.reached, s.asked = nil, of, true
	flow.Ask(s.here, func(ctx context.Context) (inbox.Reach, error) { return s.house.Inbox.Reach(ctx, of) }, func(_ goapp.Context, r inbox.Reach, err error) {
		if s.view.At.Path != path || s.reached != of {
			return
		}
		if s.asked = false; err == nil {
			s.reach = &r
		}
	})
}
