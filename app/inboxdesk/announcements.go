package inboxdesk

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/draft"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/inbox"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Announcements is the screen of what an agency says to many:
// /meja/pengumuman.
type Announcements struct {
	goapp.Compo
	view[inbox.Announcements]

	house *house.House
	more  bool
}

// The addresses of announcements.
const (
	NewsPath    = "/meja/pengumuman"
	NewsPattern = NewsPath + "/{id}"

	fresh       = "baru" // in place of an id, for one that is being begun
	NewNewsPath = NewsPath + "/" + fresh
)

// NewAnnouncements returns the screen.
func NewAnnouncements(h *house.House) house.Screen {
	return &Announcements{house: h, view: flow.NewPrivate(func(ctx context.Context, at link.At) (inbox.Announcements, error) {
		return h.Inbox.Announcements(ctx, inbox.AnnouncementsOf{State: newsStates[at.Get("lihat")]})
	})}
}

// newsStates are the filters as the address has them.
var newsStates = map[string]inbox.AnnouncementState{"menunggu": inbox.Written, "terkirim": inbox.Sent, "ditarik": inbox.Withdrawn}

// Head implements house.Screen.
func (s *Announcements) Head() house.Head {
	return house.Head{Title: words.NewsTitle.In(s.view.At.Lang), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (s *Announcements) Titled(goapp.Context) { frame.Titled(s.house, s.view.At, s.Head()) }

// OnNav loads the list.
func (s *Announcements) OnNav(ctx goapp.Context) {
	s.more = false
	s.view.Enter(ctx, s)
}

// Render implements the screen.
func (s *Announcements) Render() ui.UI {
	at, l := s.view.At, s.view.At.Lang
	list, ok := s.view.Value()
	var body, add ui.UI
	if !ok {
		body = waits(at, &s.view.Loading, s, ui.SkeletonRows(words.Loading.In(l), 4))
	} else {
		body = s.list(at, list)
		if len(list.Agencies) > 0 {
			add = ui.ButtonLink(at.To(NewNewsPath), words.NewsNew.In(l), "tambah", ui.Line, "btn-s")
		}
	}
	chip := func(show string, name words.T) ui.UI {
		return ui.Chip(at.To(NewsPath, "lihat", show), name.In(l), at.Get("lihat") == show)
	}
	return draft.Desk(s.house, at, NewsPath, "/meja", words.NewsTitle.In(l), words.NewsAbout.In(l), ui.Div("bar between wrap",
		ui.Chips(words.NewsFilter.In(l), chip("", words.TalksAll), chip("menunggu", words.NewsWritten), chip("terkirim", words.NewsSent), chip("ditarik", words.NewsWithdrawn)), add), body)
}

func (s *Announcements) list(at link.At, list inbox.Announcements) ui.UI {
	l := at.Lang
	if len(list.Items) == 0 {
		return ui.Empty("kosong", words.NewsNone.In(l), words.NewsNoneY.In(l), nil)
	}
	rows := make([]ui.Row, len(list.Items))
	for i, a := range list.Items {
		rows[i] = s.row(at, a, len(list.Agencies) > 1)
	}
	var more ui.UI
	if list.Next != "" {
		more = ui.Button{Label: words.ShowMore.In(l), Look: ui.Line, Class: "btn-full", Busy: s.more, Do: s.extend}.UI()
	}
	return ui.Div("stack stack-4", flow.Age(l, s.view.Fault(), s.house.Clock()), ui.Rows(rows...), more)
}

// row is one announcement; where all are of one agency its name says nothing.
func (s *Announcements) row(at link.At, a inbox.Announcement, named bool) ui.Row {
	l := at.Lang
	tags := []ui.UI{newsTag(l, a)}
	if a.Urgent {
		tags = append(tags, ui.Tag("bad", "awas", words.NewsUrgent.In(l)))
	}
	sub := audienceName(s.house, l, a) + " · " + words.NewsBy.In(l, a.Author, seen(s.house, l, a.WrittenAt))
	if a.State == inbox.Sent {
		sub = audienceName(s.house, l, a) + " · " + words.NewsReadOf.In(l, words.Count(l, a.Read), words.Count(l, a.People))
	}
	if named {
		sub = a.Agency.Name + " · " + sub
	}
	return ui.Row{Href: at.To(NewsPath + "/" + a.ID), Icon: inbox.Rules[inbox.Announced].Icon, Tone: "plain", Title: a.Title, Sub: sub, Tag: ui.Span("bar wrap", tags...)}
}

// newsTag says where an announcement is; what waits for the reader is yellow.
func newsTag(l words.Lang, a inbox.Announcement) ui.UI {
	switch {
	case a.State == inbox.Sent:
		return ui.Tag("good", "centang", words.NewsSent.In(l))
	case a.State == inbox.Withdrawn:
		return ui.Tag("", "tutup", words.NewsWithdrawn.In(l))
	case a.Own:
		return ui.Tag("wait", "jam", words.NewsWritten.In(l))
	}
	return ui.Tag("turn", "pena", words.NewsYourMove.In(l))
}

// audienceName is for whom an announcement is.
func audienceName(h *house.House, l words.Lang, a inbox.Announcement) string {
	if a.Name == "" {
		return words.NewsToAll.In(l, h.City.RegionShort)
	}
	return a.Name
}

func (s *Announcements) extend(ctx goapp.Context, _ goapp.Event) {
	list, _ := s.view.Value()
	of := inbox.AnnouncementsOf{State: newsStates[s.view.At.Get("lihat")], After: list.Next}
	extend(ctx, &s.view, &s.more, func(ctx context.Context) (inbox.Announcements, error) { return s.house.Inbox.Announcements(ctx, of) }, func(have *inbox.Announcements, rest inbox.Announcements) {
		have.Items, have.Next = append(have.Items[:len(have.Items):len(have.Items)], rest.Items...), rest.Next
	})
}
