// Package home is the first screen: what can I do here, and what is going on.
package home

import (
	"context"
	"encoding/json"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	placescreen "rumah/app/place"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/words"
)

// Home is the screen at /.
type Home struct {
	goapp.Compo

	house *house.House
	view  flow.View[place.Summary]
}

// New returns the screen.
func New(h *house.House) house.Screen {
	return &Home{house: h, view: flow.NewView(func(ctx context.Context, _ link.At) (place.Summary, error) {
		return h.Places.Summary(ctx)
	})}
}

// Visit implements house.Screen.
func (s *Home) Visit(ctx context.Context, at link.At) error { return s.view.Visit(ctx, at) }

// Seed implements house.Screen.
func (s *Home) Seed() (json.RawMessage, error) { return s.view.Seed() }

// Plant implements house.Screen.
func (s *Home) Plant(at link.At, seed json.RawMessage) { s.view.Plant(at, seed) }

// Head implements house.Screen.
func (s *Home) Head() house.Head {
	lang := s.view.At.Lang
	return house.Head{Title: s.house.City.App, Description: words.HomeTitle.In(lang, s.house.City.RegionShort) + ". " + words.HomeLead.In(lang)}
}

// Titled implements flow.Titled.
func (s *Home) Titled(goapp.Context) { frame.Titled(s.house, s.view.At, s.Head()) }

// OnNav loads the figures of this moment.
func (s *Home) OnNav(ctx goapp.Context) { s.view.Enter(ctx, s) }

// Render implements the screen.
func (s *Home) Render() ui.UI {
	at := s.view.At
	now := s.house.Clock()
	return frame.Page(s.house, at, frame.Bar{Tab: "/", Wide: true, Actions: []ui.UI{frame.LanguageAction(at)}},
		ui.Div("home-top",
			ui.Div("stack stack-1",
				ui.H1("h-xl", greeting(at.Lang, now)),
				ui.P("soft", words.HomeTitle.In(at.Lang, s.house.City.RegionShort)+". "+words.HomeLead.In(at.Lang))),
			s.today(at, now)),
		ui.Find{Action: at.To("/tempat"), Name: "q", Label: words.FindPlace.In(at.Lang),
			Placeholder: words.FindExample.In(at.Lang), Submit: s.search}.UI(),
		s.rooms(at),
		s.always(at),
		&frame.Install{Lang: at.Lang}) // last: it comes late and must move nothing
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

func (s *Home) search(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	ui.Go(ctx, s.view.At.To("/tempat", "q", ui.Typed("cari")))
}

// today is the live thing: how much of the house is open at this moment.
func (s *Home) today(at link.At, now time.Time) ui.UI {
	summary, ok := s.view.Value()
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

func (s *Home) rooms(at link.At) ui.UI {
	summary, ok := s.view.Value()
	if !ok {
		if s.view.Fault() != nil {
			return frame.TroublePart(at, s.view.Fault(), flow.Retry(&s.view, s))
		}
		return ui.SkeletonRows(words.Loading.In(at.Lang), 3)
	}
	rooms := make([]ui.Room, 0, len(summary.Kinds)+2)
	for _, k := range summary.Kinds {
		rooms = append(rooms, ui.Room{
			Href: at.To("/tempat", "jenis", string(k.Kind)), Icon: placescreen.KindIcon(k.Kind),
			Label: placescreen.KindName(at.Lang, k.Kind), Sub: words.PlacesInside.In(at.Lang, words.Count(at.Lang, k.Total)),
		})
	}
	rooms = append(rooms,
		ui.Room{Href: at.To("/peta"), Icon: "peta", Label: words.OnTheMap.In(at.Lang), Sub: words.OpenMap.In(at.Lang)},
		ui.Room{Href: "tel:" + s.house.City.Emergency, Icon: "telepon", Label: words.Emergency.In(at.Lang, s.house.City.Emergency), Urgent: true})
	return ui.Section("ke-mana", words.FindByKind.In(at.Lang), nil, ui.Rooms(words.FindByKind.In(at.Lang), rooms...))
}

func (s *Home) always(at link.At) ui.UI {
	summary, ok := s.view.Value()
	if !ok || len(summary.Always) == 0 {
		return nil
	}
	rows := make([]ui.Row, len(summary.Always))
	for i, p := range summary.Always {
		rows[i] = ui.Row{Href: at.To("/tempat/" + p.ID), Icon: "ambulans", Tone: "bad", Title: p.Name, Sub: placescreen.Where(at.Lang, p)}
	}
	return ui.Section("siang-malam", words.OpenUrgent.In(at.Lang), nil, ui.Rows(rows...))
}
