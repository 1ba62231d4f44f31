package place

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/words"
)

// List is the screen of all service points: /tempat.
type List struct {
	goapp.Compo
	view[place.Page]

	house *house.House
	more  bool // the next page is on its way
	came  bool // the first address is there
}

// NewList returns the screen.
func NewList(h *house.House) house.Screen {
	return &List{house: h, view: flow.NewView(func(ctx context.Context, at link.At) (place.Page, error) {
		return h.Places.List(ctx, filterOf(at))
	})}
}

// pageSize fills a phone's screen a few times.
const pageSize = 30

func filterOf(at link.At) place.Filter {
	return place.Filter{
		Text:     at.Get("q"),
		Kind:     place.Kind(at.Get("jenis")),
		District: at.Get("kec"),
		Open:     at.Get("buka") == "1",
		After:    at.Get("lanjut"),
		Limit:    pageSize,
	}
}

// to is the list under another filter; the place in it starts anew.
func to(at link.At, f place.Filter) string {
	open := ""
	if f.Open {
		open = "1"
	}
	return at.To("/tempat", "q", f.Text, "jenis", string(f.Kind), "kec", f.District, "buka", open)
}

// Head implements house.Screen.
func (s *List) Head() house.Head {
	at := s.view.At
	title := words.PlacesTitle.In(at.Lang)
	f := filterOf(at)
	switch {
	case f.Text != "":
		title = f.Text
	case f.Kind != "" && kinds[f.Kind].icon != "":
		title = KindName(at.Lang, f.Kind)
	}
	return house.Head{Title: title, Description: words.PlacesLead.In(at.Lang, s.house.City.Region), NoIndex: f.Text != "" || f.After != ""}
}

// Titled implements flow.Titled.
func (s *List) Titled(goapp.Context) { frame.Titled(s.house, s.view.At, s.Head()) }

// OnNav loads what the address asks for.
func (s *List) OnNav(ctx goapp.Context) {
	s.more = false // its answer is dropped with the list that asked for it
	s.view.Enter(ctx, s)
	ctx.Defer(func(goapp.Context) { browser.ShowChosen() })
	if s.came { // the field keeps what was typed whatever its attribute says
		ctx.Defer(func(goapp.Context) { browser.Fill("cari", s.view.At.Query.Get("q")) })
	}
	s.came = true
}

// Render implements the screen.
func (s *List) Render() ui.UI {
	at := s.view.At
	f := filterOf(at)
	return frame.Page(s.house, at, frame.Bar{Tab: "/tempat", Actions: []ui.UI{frame.LanguageAction(at)}},
		ui.Div("stack",
			ui.H1("", words.PlacesTitle.In(at.Lang)),
			s.find(at, f),
			s.filters(at, f)),
		s.results(at, f))
}

func (s *List) find(at link.At, f place.Filter) ui.UI {
	open := ""
	if f.Open {
		open = "1"
	}
	empty := f
	empty.Text = ""
	return ui.Find{
		Action: at.To("/tempat"), Name: "q", Value: f.Text,
		Label: words.FindPlace.In(at.Lang), Placeholder: words.FindExample.In(at.Lang),
		Clear: words.Clear.In(at.Lang), ClearHref: to(at, empty),
		Keep:   map[string]string{"jenis": string(f.Kind), "kec": f.District, "buka": open},
		Submit: s.search,
	}.UI()
}

// search goes to the address of what was typed, so that it can be shared and
// gone back to.
func (s *List) search(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	f := filterOf(s.view.At)
	f.Text, f.After = ui.Typed("cari"), ""
	ui.Go(ctx, to(s.view.At, f))
}

func (s *List) filters(at link.At, f place.Filter) ui.UI {
	with := func(change func(*place.Filter)) string {
		g := f
		g.After = ""
		change(&g)
		return to(at, g)
	}
	chips := []ui.UI{
		ui.Chip(with(func(g *place.Filter) { g.Open = !f.Open }), words.OpenNow.In(at.Lang), f.Open),
		ui.Chip(with(func(g *place.Filter) { g.Kind = "" }), words.All.In(at.Lang), f.Kind == ""),
	}
	for _, kind := range place.Kinds {
		chips = append(chips, ui.Chip(with(func(g *place.Filter) { g.Kind = kind }), KindName(at.Lang, kind), f.Kind == kind))
	}
	return ui.Chips(words.FilterPlaces.In(at.Lang), chips...)
}

func (s *List) results(at link.At, f place.Filter) ui.UI {
	page, ok := s.view.Value()
	if !ok {
		if fault := s.view.Fault(); fault != nil {
			return frame.TroublePart(at, fault, s.retry())
		}
		return ui.SkeletonRows(words.Loading.In(at.Lang), 6)
	}
	if len(page.Items) == 0 {
		return none(at, f)
	}
	off := calendar.DaysOf(page.DaysOff)
	now := s.house.Clock()
	rows := make([]ui.Row, len(page.Items))
	for i, p := range page.Items {
		rows[i] = row(at, p, page.Schedules, off, now)
	}
	return ui.Div(busy("stack results", s.view.Busy()),
		ui.Div("bar between wrap",
			ui.With("p", "small soft", ui.Attrs{"role": "status"}, ui.Text(summary(at, f, page))),
			ui.Link(at.To(mapPath(f.District)), "small strong tap", ui.Text(words.OpenMapOf.In(at.Lang)))),
		flow.Age(at.Lang, s.view.Fault(), page.Now.In(s.house.City.Location())),
		ui.Rows(rows...),
		s.next(at, f, page))
}

func mapPath(district string) string {
	if district == "" {
		return "/peta"
	}
	return "/peta/" + district
}

func summary(at link.At, f place.Filter, page place.Page) string {
	text := found(at.Lang, page.Total)
	if f.Text != "" {
		text = words.FoundFor.In(at.Lang, text, f.Text)
	}
	if f.District != "" && len(page.Items) > 0 {
		text += " " + words.FoundIn.In(at.Lang, page.Items[0].DistrictName)
	}
	return text
}

func none(at link.At, f place.Filter) ui.UI {
	title, text := words.NoPlaces, words.NoPlacesText
	if f.Open {
		title, text = words.NoneOpen, words.NoneOpenText
		f.Open = false
	} else {
		f = place.Filter{}
	}
	return ui.Empty("ketemu-nihil", title.In(at.Lang), text.In(at.Lang),
		ui.ButtonLink(to(at, f), words.SeeAllPlaces.In(at.Lang), "", ui.Line, ""))
}

// next shows more below what is there; without our program it is a link to
// the page after.
func (s *List) next(at link.At, f place.Filter, page place.Page) ui.UI {
	if page.Next == "" {
		return nil
	}
	label := words.MorePlaces.In(at.Lang)
	if !goapp.IsClient {
		open := ""
		if f.Open {
			open = "1"
		}
		return ui.ButtonLink(at.To("/tempat", "q", f.Text, "jenis", string(f.Kind), "kec", f.District, "buka", open, "lanjut", page.Next),
			label, "", ui.Line, "btn-full")
	}
	return ui.Button{Label: label, Look: ui.Line, Class: "btn-full", Busy: s.more, Do: s.extend}.UI()
}

func (s *List) extend(ctx goapp.Context, _ goapp.Event) {
	page, _ := s.view.Value()
	asked := s.view.At.String()
	f := filterOf(s.view.At)
	f.After = page.Next
	s.more = true
	flow.Ask(ctx, func(ctx context.Context) (place.Page, error) { return s.house.Places.List(ctx, f) },
		func(ctx goapp.Context, rest place.Page, err error) {
			if s.view.At.String() != asked {
				return // another list by now
			}
			s.more = false
			if err != nil {
				frame.Toast(ctx, flow.Sentence(s.view.At.Lang, err))
				return
			}
			s.view.Change(func(have *place.Page) {
				have.Items = append(have.Items[:len(have.Items):len(have.Items)], rest.Items...)
				have.Next = rest.Next
			})
		})
}

func (s *List) retry() ui.UI { return flow.Retry(&s.view.Loading, s) }

func busy(class string, on bool) string {
	if on {
		return class + " is-busy"
	}
	return class
}
