package catalogue

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/catalogue"
	"rumah/shared/link"
	"rumah/shared/words"
)

// App is the screen of an app that an agency already has: /aplikasi/{id}.
// It tells what is behind the door before somebody leaves the house.
type App struct {
	goapp.Compo
	view[catalogue.App]

	house *house.House
}

// AppPattern is its address.
const AppPattern = "/aplikasi/{id}"

// NewApp returns the screen.
func NewApp(h *house.House) house.Screen {
	return &App{house: h, view: flow.NewView(func(ctx context.Context, at link.At) (catalogue.App, error) {
		id, _ := at.Match(AppPattern)
		return h.Catalogue.App(ctx, catalogue.ID{ID: id})
	})}
}

// Head implements house.Screen.
func (s *App) Head() house.Head {
	v, ok := s.view.Value()
	if !ok {
		return house.Head{Title: words.AppsTitle.In(s.view.At.Lang), NoIndex: true}
	}
	return house.Head{Title: v.Name, Description: v.Summary}
}

// Titled implements flow.Titled.
func (s *App) Titled(goapp.Context) { frame.Titled(s.house, s.view.At, s.Head()) }

// OnNav loads the app the address names.
func (s *App) OnNav(ctx goapp.Context) { s.view.Enter(ctx, s) }

// Render implements the screen.
func (s *App) Render() ui.UI {
	at := s.view.At
	bar := frame.Bar{Tab: "/layanan", Back: "/aplikasi", Actions: []ui.UI{frame.SearchAction(at)}}
	v, ok := s.view.Value()
	if !ok {
		if fault := s.view.Fault(); fault != nil {
			return frame.Page(s.house, at, bar, frame.Trouble(at, fault, flow.Retry(&s.view.Loading, s)))
		}
		return frame.Page(s.house, at, bar, ui.SkeletonPage(words.Loading.In(at.Lang)))
	}
	return frame.Page(s.house, at, bar,
		ui.Div("stack stack-2",
			ui.Para("bar small strong brand", ui.IconS("tautan-luar"), ui.Text(words.AppOf.In(at.Lang, v.AgencyName))),
			ui.H1("h-xl", v.Name),
			ui.P("lead soft", v.Summary)),
		s.door(at, v), usedBy(at, v.Services))
}

// door is the way out of the house: where it leads and whose rules hold there.
func (s *App) door(at link.At, v catalogue.App) ui.UI {
	var source ui.UI
	if v.Source.Title != "" {
		source = ui.P("mini soft", words.SourceLine.In(at.Lang, v.Source.Title, day(at.Lang, v.Source.Date)))
	}
	if v.URL == "" {
		return ui.Div("stack stack-2", ui.Banner("warn", "info", "", words.NoAppLink.In(at.Lang, v.Name, v.AgencyName)), source)
	}
	return ui.Div("card stack",
		ui.ButtonLink(v.URL, words.OpenApp.In(at.Lang, v.Name), "tautan-luar", ui.Solid, "btn-full"),
		ui.P("small soft", words.LeavesTo.In(at.Lang, v.Host)), source)
}

func usedBy(at link.At, hits []catalogue.Hit) ui.UI {
	if len(hits) == 0 {
		return ui.Section("dipakai", words.UsedByTitle.In(at.Lang), nil, ui.P("soft", words.UsedByNone.In(at.Lang)))
	}
	return ui.Section("dipakai", words.UsedByTitle.In(at.Lang), nil, Short(at, hits))
}
