// Package home is the first screen: what can I do here, and what is going on.
package home

import (
	"context"
	"slices"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	cataloguescreen "rumah/app/catalogue"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	permitscreen "rumah/app/permit"
	placescreen "rumah/app/place"
	queuescreen "rumah/app/queue"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/catalogue"
	"rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// Home is the screen at /.
type Home struct {
	goapp.Compo
	view[Front]

	house   *house.House
	numbers queuescreen.Numbers
	lead    permitscreen.Lead
	bare    bool // the reader's own data are known to lack a NIK
}

// Front is what home shows: the catalogue at a glance and what is open.
type Front struct {
	Catalogue catalogue.Overview `json:"catalogue"`
	Places    place.Summary      `json:"places"`
	Queues    []queue.PlaceLine  `json:"queues"` // where most wait
	Doors     []queuescreen.Door `json:"doors"`  // all places with queues
}

// mostQueues is of how many places with queues home tells who waits there.
const mostQueues = 2

// New returns the screen.
func New(h *house.House) house.Screen {
	return &Home{house: h, view: flow.NewView(func(ctx context.Context, _ link.At) (Front, error) {
		overview, err := h.Catalogue.Topics(ctx)
		if err != nil {
			return Front{}, err
		}
		summary, err := h.Places.Summary(ctx)
		if err != nil {
			return Front{}, err
		}
		queues, err := h.Queue.Places(ctx, queue.PlacesOf{})
		return Front{Catalogue: overview, Places: summary, Queues: queuescreen.Busiest(queues.Items)[:min(len(queues.Items), mostQueues)], Doors: queuescreen.Doors(queues.Items)}, err
	})}
}

// Head implements house.Screen.
func (s *Home) Head() house.Head {
	lang := s.view.At.Lang
	return house.Head{Title: s.house.City.App, Description: words.HomeTitle.In(lang, s.house.City.RegionShort) + ". " + words.HomeLead.In(lang)}
}

// Titled implements flow.Titled.
func (s *Home) Titled(goapp.Context) { frame.Titled(s.house, s.view.At, s.Head()) }

// OnNav loads the figures of this moment, and asks what is missing of the
// reader: no page carries that.
func (s *Home) OnNav(ctx goapp.Context) {
	s.view.Enter(ctx, s)
	s.numbers.Ask(ctx, s.house)
	s.lead.Ask(ctx, s.house)
	if v := s.house.Viewer; v.ID == "" || v.Staff {
		return
	}
	flow.Ask(ctx, s.house.Identity.Me, func(_ goapp.Context, me identity.Me, err error) {
		s.bare = err == nil && me.Profile.NIK == ""
	})
}

// OnMount hears what becomes of the reader's messages.
func (s *Home) OnMount(ctx goapp.Context) {
	frame.OnNews(ctx, func(goapp.Context, frame.News) {}) // it is drawn anew
}

// OnDismount ends following the reader's number.
func (s *Home) OnDismount() { s.numbers.Stop() }

// Render implements the screen.
func (s *Home) Render() ui.UI {
	at := s.view.At
	now := s.house.Clock()
	return frame.Page(s.house, at, frame.Bar{Tab: "/", Wide: true, Actions: []ui.UI{frame.LanguageAction(at)}},
		ui.Div("home-top",
			ui.Div("stack stack-4",
				ui.Div("stack stack-1",
					ui.H1("h-xl", s.greeting(at.Lang, now)),
					ui.P("soft", words.HomeLead.In(at.Lang))),
				ui.Find{Action: at.To("/cari"), Name: "q", Label: words.FindAnything.In(at.Lang),
					Placeholder: words.FindAnythingFor.In(at.Lang), Submit: s.search}.UI()),
			s.today(at, now)),
		s.queues(at),
		s.waiting(at),
		s.services(at),
		s.invite(at),
		s.ways(at),
		s.always(at),
		s.apps(at),
		&frame.Install{Lang: at.Lang}) // last: it comes late and must move nothing
}

// greeting is what somebody hears at the door, by name once it is known.
func (s *Home) greeting(lang words.Lang, now time.Time) string {
	if name := s.house.Viewer.Name; name != "" {
		return greeting(lang, now) + ", " + name
	}
	return greeting(lang, now)
}

func greeting(lang words.Lang, now time.Time) string {
	switch h := now.Hour(); {
	case h < 4 || h >= 18:
		return words.Evening.In(lang)
	case h < 11:
		return words.Morning.In(lang)
	case h < 15:
		return words.Noon.In(lang)
	}
	return words.Afternoon.In(lang)
}

// waiting is one line about somebody who is in: what waits for them, else the
// way to what is theirs. It has one shape, so that nothing moves once it is
// known which of the two.
func (s *Home) waiting(at link.At) ui.UI {
	row := ui.Row{Href: at.To("/akun"), Icon: "akun", Title: words.YoursTitle.In(at.Lang), Sub: words.YoursText.In(at.Lang)}
	if lead, ok := s.lead.Row(at, s.house.Clock()); ok && s.numbers.Card(at) != nil { // else it stands above
		return ui.Rows(lead)
	}
	switch v := s.house.Viewer; {
	case v.ID == "":
		return nil
	case frame.Unread() > 0:
		row = ui.Row{Href: at.To("/kotak"), Icon: "lonceng", Title: unread(at.Lang, frame.Unread()), Sub: words.InboxHomeText.In(at.Lang)}
	case v.Staff:
		row = ui.Row{Href: at.To("/meja"), Icon: "kantor", Title: words.YoursDesk.In(at.Lang), Sub: words.YoursDeskText.In(at.Lang)}
	case s.bare:
		row = ui.Row{Href: at.To("/akun/data-diri"), Icon: "ktp", Tone: "warn", Title: words.YoursFill.In(at.Lang), Sub: words.YoursFillText.In(at.Lang)}
	}
	return ui.Rows(row)
}

func unread(lang words.Lang, n int) string {
	if n == 1 {
		return words.InboxHomeOne.In(lang)
	}
	return words.InboxHome.In(lang, words.Count(lang, n))
}

// invite tells guests what signing in is good for, after what needs none.
func (s *Home) invite(at link.At) ui.UI {
	if s.house.Viewer.ID != "" {
		return nil
	}
	return ui.Rows(ui.Row{Href: at.To("/masuk"), Icon: "akun", Title: words.YoursGuest.In(at.Lang), Sub: words.YoursGuestText.In(at.Lang)})
}

func (s *Home) search(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	ui.Go(ctx, s.view.At.To("/cari", "q", ui.Typed("cari")))
}

// queues are the way to a number: every place is one touch away, the line
// there the second, and taking it the third. Who has taken one before finds
// that place in the first row; how many rows there are does not change.
func (s *Home) queues(at link.At) ui.UI {
	front, ok := s.view.Value()
	if !ok || len(front.Doors) == 0 || s.house.Viewer.Staff {
		return nil
	}
	now := s.house.Clock()
	rows := make([]ui.Row, 0, mostQueues+1)
	id, name := s.numbers.Place()
	if id != "" && !slices.ContainsFunc(front.Queues, func(p queue.PlaceLine) bool { return p.Place.ID == id }) {
		rows = append(rows, ui.Row{Href: at.To("/antrean/di/" + id), Icon: "tiket", Title: name, Sub: words.QueueLast.In(at.Lang)})
	}
	for _, p := range front.Queues {
		about := ""
		if p.Place.ID == id {
			about = words.QueueLast.In(at.Lang)
		}
		rows = append(rows, queuescreen.PlaceRow(at, p, about, now))
	}
	return ui.Section("antrean", words.QueueHome.In(at.Lang), ui.Link(at.To("/antrean"), "", ui.Text(words.QueueNoneAll.In(at.Lang))),
		ui.Rows(rows[:min(len(rows), mostQueues)]...), queuescreen.DoorRows(at, front.Doors, s.numbers.Likely()))
}

// today is the live thing: the reader's own number, else their application,
// else how much of the house is open at this moment.
func (s *Home) today(at link.At, now time.Time) ui.UI {
	if card := s.numbers.Card(at); card != nil {
		return card
	}
	if card := s.lead.Card(at, now); card != nil {
		return card
	}
	front, ok := s.view.Value()
	summary := front.Places
	open := 0
	for _, k := range summary.Kinds {
		open += k.Open
	}
	day := calendar.DateOf(now)
	say, action := openSentence(at.Lang, open), words.OpenSee
	if !ok {
		say = words.Hours.In(at.Lang)
	}
	if ok && open <= len(summary.Always) {
		action = words.OpenSome
	}
	return ui.LinkWith(at.To("/tempat", "buka", "1"), "ticket deep today", nil,
		ui.Motif("m-ticket"),
		ui.Span("bar between", ui.Live(words.Clock(now)+" "+s.house.City.Zone), ui.Label("mini soft", words.Day(at.Lang, day))),
		ui.Span("today-say", ui.B(say)),
		ui.Span("bar between wrap", ui.Label("small soft", dayNote(at.Lang, day, summary.DaysOff)),
			ui.Span("bar small strong", ui.Text(action.In(at.Lang)), ui.IconS("kanan"))))
}

func openSentence(lang words.Lang, open int) string {
	switch open {
	case 0:
		return words.OpenNone.In(lang)
	case 1:
		return words.OpenCountOne.In(lang)
	}
	return words.OpenCount.In(lang, words.Count(lang, open))
}

// noteAhead is how far home looks for the next day off.
const noteAhead = 45

func dayNote(lang words.Lang, today calendar.Date, daysOff []calendar.DayOff) string {
	for _, d := range daysOff {
		if d.Date == today {
			return d.Name
		}
	}
	for _, d := range daysOff {
		if d.Date > today && d.Date <= today.Add(noteAhead) {
			return words.NextDayOff.In(lang, words.DayMonth(lang, d.Date), d.Name)
		}
	}
	switch today.Time(time.UTC).Weekday() {
	case time.Saturday, time.Sunday:
		return words.Weekend.In(lang)
	}
	return words.WorkingDay.In(lang)
}

// services are what most people come for, then everything by topic.
func (s *Home) services(at link.At) ui.UI {
	front, ok := s.view.Value()
	if !ok {
		if s.view.Fault() != nil {
			return frame.TroublePart(at, s.view.Fault(), flow.Retry(&s.view.Loading, s))
		}
		return ui.SkeletonRows(words.Loading.In(at.Lang), 6)
	}
	o := front.Catalogue
	var popular, topics ui.UI
	if len(o.Popular) > 0 {
		all := ui.Link(at.To("/layanan"), "", ui.Text(words.AllServicesOf.In(at.Lang, words.Count(at.Lang, o.Services))))
		popular = ui.Section("sering", words.OftenSought.In(at.Lang), all, ui.Div("two-rows", cataloguescreen.Short(at, o.Popular)))
	}
	if len(o.Topics) > 0 {
		topics = ui.Section("keperluan", words.FindByNeed.In(at.Lang), nil, cataloguescreen.Topics(at, words.FindByNeed.In(at.Lang), o.Topics))
	}
	return ui.Div("stack stack-6", popular, topics)
}

// ways lead to the places themselves, and to help in danger.
func (s *Home) ways(at link.At) ui.UI {
	front, ok := s.view.Value()
	total := 0
	for _, k := range front.Places.Kinds {
		total += k.Total
	}
	inside := ""
	if ok {
		inside = words.PlacesInside.In(at.Lang, words.Count(at.Lang, total))
	}
	label := words.FindByKind.In(at.Lang)
	return ui.Section("ke-mana", label, nil, ui.Rooms(label,
		ui.Room{Href: at.To("/tempat"), Icon: "gedung", Label: words.PlacesTitle.In(at.Lang), Sub: inside},
		ui.Room{Href: at.To("/peta"), Icon: "peta", Label: words.OnTheMap.In(at.Lang), Sub: words.OpenMap.In(at.Lang)},
		ui.Room{Href: at.To("/aplikasi"), Icon: "tautan-luar", Label: words.AppsTitle.In(at.Lang), Sub: words.AppsElsewhere.In(at.Lang)},
		ui.Room{Href: "tel:" + s.house.City.Emergency, Icon: "telepon", Label: words.Emergency.In(at.Lang, s.house.City.Emergency), Urgent: true}))
}

func (s *Home) always(at link.At) ui.UI {
	front, ok := s.view.Value()
	if !ok || len(front.Places.Always) == 0 {
		return nil
	}
	rows := make([]ui.Row, len(front.Places.Always))
	for i, p := range front.Places.Always {
		rows[i] = ui.Row{Href: at.To("/tempat/" + p.ID), Icon: "ambulans", Tone: "bad", Title: p.Name, Sub: placescreen.Where(at.Lang, p)}
	}
	return ui.Section("siang-malam", words.OpenUrgent.In(at.Lang), nil, ui.Rows(rows...))
}

// apps are what the agencies already have; each has a page that tells where
// it leads before somebody leaves.
func (s *Home) apps(at link.At) ui.UI {
	front, ok := s.view.Value()
	if !ok || len(front.Catalogue.Apps) == 0 {
		return nil
	}
	title := words.OtherAppsHere.In(at.Lang, s.house.City.RegionShort)
	chips := make([]ui.UI, 0, len(front.Catalogue.Apps))
	for _, app := range front.Catalogue.Apps {
		chips = append(chips, ui.Chip(at.To("/aplikasi/"+app.ID), app.Name, false))
	}
	return ui.Section("aplikasi", title, ui.Link(at.To("/aplikasi"), "", ui.Text(words.AllApps.In(at.Lang))), ui.Chips(title, chips...))
}
