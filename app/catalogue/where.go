package catalogue

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	placescreen "rumah/app/place"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/catalogue"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/words"
)

// fewPlaces is how many places a page shows before somebody asks for all.
const fewPlaces = 5

// where is where the service is given: open or closed now, and nearest first
// once the phone has said where it is.
func (s *Detail) where(at link.At, v catalogue.Service) ui.UI {
	places := v.Where
	if len(places) == 0 {
		return noWhere(at.Lang, v)
	}
	if s.here != nil {
		places = nearest(*s.here, places)
	}
	var all ui.UI
	if len(places) > fewPlaces && at.Get("semua") != "1" {
		all = ui.ButtonLink(at.To(at.Path, "semua", "1"), words.AllPlacesOf.In(at.Lang, words.Count(at.Lang, len(places))), "", ui.Line, "btn-full")
		places = places[:fewPlaces]
	}
	off, now := calendar.DaysOf(v.DaysOff), s.house.Clock()
	rows := make([]ui.Row, len(places))
	for i, p := range places {
		rows[i] = placeRow(at, p)
		rows[i].Tag = placescreen.StatusTag(at.Lang, v.Schedules[p.Schedule], off, now)
		if s.here != nil {
			rows[i].Sub = joined(away(at.Lang, *s.here, p), rows[i].Sub)
		}
	}
	return ui.Section("tempat", words.WhereAndWhen.In(at.Lang), nil, s.locating(at.Lang, len(v.Where)), ui.Rows(rows...), all)
}

func noWhere(lang words.Lang, v catalogue.Service) ui.UI {
	return ui.Section("tempat", words.WhereAndWhen.In(lang), nil, ui.P("soft", words.NoWhere.In(lang, v.AgencyName)))
}

func placeRow(at link.At, p place.Place) ui.Row {
	return ui.Row{Href: at.To("/tempat/" + p.ID), Icon: placescreen.KindIcon(p.Kind), Tone: "plain", Title: p.Name, Sub: placescreen.Where(at.Lang, p)}
}

// locating is the button that asks where the phone is, or what came of it.
func (s *Detail) locating(lang words.Lang, places int) ui.UI {
	if places < 2 {
		return nil
	}
	if goapp.IsServer { // only the program can ask; the page keeps its place
		return ui.Div("locate-hold no-print")
	}
	if s.here != nil {
		return ui.With("p", "small soft", ui.Attrs{"role": "status"}, ui.Text(words.SortedNearest.In(lang)))
	}
	var lost ui.UI
	if s.unseen {
		lost = ui.Banner("warn", "pin", "", words.NotLocated.In(lang))
	}
	return ui.Div("stack stack-2 no-print",
		ui.Button{Label: words.SortNearest.In(lang), Icon: "sasaran", Look: ui.Line, Class: "btn-s program-only", Busy: s.looking, Do: s.locate}.UI(), lost)
}

func (s *Detail) locate(ctx goapp.Context, _ goapp.Event) {
	s.looking, s.unseen = true, false
	browser.Locate(func(lat, lon float64, ok bool) {
		ctx.Dispatch(func(goapp.Context) {
			s.looking, s.unseen = false, !ok
			if ok {
				s.here = &point{lat, lon}
			}
		})
	})
}

func joined(parts ...string) string {
	var have []string
	for _, p := range parts {
		if p != "" {
			have = append(have, p)
		}
	}
	return strings.Join(have, " · ")
}
