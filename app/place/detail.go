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
	"rumah/shared/queue"
	"rumah/shared/words"
)

// Detail is the screen of one place: /tempat/{id}.
type Detail struct {
	goapp.Compo
	view[whole]

	house *house.House
	note  flow.Form[place.NewCorrection, place.Correction]
	// writing keeps the note open once somebody has begun it: the fold must
	// not close under their fingers.
	writing bool
}

// whole is a place and, when it has queues, who waits in them.
type whole struct {
	place.Detail
	Queue *queue.PlaceLine `json:"queue,omitempty"`
}

// DetailPattern is its address.
const DetailPattern = "/tempat/{id}"

// NewDetail returns the screen.
func NewDetail(h *house.House) house.Screen {
	return &Detail{house: h, view: flow.NewView(func(ctx context.Context, at link.At) (whole, error) {
		id, _ := at.Match(DetailPattern)
		d, err := h.Places.Get(ctx, place.ID{ID: id})
		if err != nil {
			return whole{}, err
		}
		f := whole{Detail: d}
		// The place is worth showing though nobody can say who waits there.
		if queues, err := h.Queue.Places(ctx, queue.PlacesOf{Place: id}); err == nil && len(queues.Items) == 1 {
			f.Queue = &queues.Items[0]
		}
		return f, nil
	})}
}

// Head implements house.Screen.
func (s *Detail) Head() house.Head {
	d, ok := s.view.Value()
	if !ok {
		return house.Head{Title: words.PlacesTitle.In(s.view.At.Lang), NoIndex: true}
	}
	return house.Head{Title: d.Place.Name, Description: d.Place.Name + ", " + Where(s.view.At.Lang, d.Place) + ". " + d.Place.Address}
}

// Titled implements flow.Titled.
func (s *Detail) Titled(goapp.Context) { frame.Titled(s.house, s.view.At, s.Head()) }

// OnNav loads the place the address names. Another place means another note.
func (s *Detail) OnNav(ctx goapp.Context) {
	before := s.view.At.Path
	s.view.Enter(ctx, s)
	if s.view.At.Path != before {
		s.note, s.writing = flow.Form[place.NewCorrection, place.Correction]{}, false
	}
}

// Render implements the screen.
func (s *Detail) Render() ui.UI {
	at := s.view.At
	bar := frame.Bar{Tab: "/tempat", Back: "/tempat", Actions: []ui.UI{frame.SearchAction(at), s.share(at)}}
	d, ok := s.view.Value()
	if !ok {
		if fault := s.view.Fault(); fault != nil {
			return frame.Page(s.house, at, bar, frame.Trouble(at, fault, flow.Retry(&s.view.Loading, s)))
		}
		return frame.Page(s.house, at, bar, ui.SkeletonPage(words.Loading.In(at.Lang)))
	}
	return frame.Page(s.house, at, bar,
		s.title(at, d.Detail),
		s.take(at, d.Queue),
		flow.Age(at.Lang, s.view.Fault(), d.Now.In(s.house.City.Location())),
		ui.Div("split",
			ui.Div("stack stack-6", s.hours(at, d.Detail), s.facts(at, d.Detail)),
			ui.Div("stack stack-6", s.around(at, d.Detail), s.nearby(at, d.Detail))),
		s.correction(at, d.Detail))
}

// take leads to the queues of the place.
func (s *Detail) take(at link.At, q *queue.PlaceLine) ui.UI {
	if q == nil {
		return nil
	}
	return ui.Rows(ui.Row{Href: at.To("/antrean/di/" + q.Place.ID), Icon: "tiket", Title: words.QueueHome.In(at.Lang), Sub: Waits(at.Lang, *q, s.house.Clock())})
}

func (s *Detail) title(at link.At, d place.Detail) ui.UI {
	p := d.Place
	var call ui.UI
	if p.Phone != "" {
		call = ui.ButtonLink("tel:"+p.Phone, words.Call.In(at.Lang), "telepon", ui.Solid, "")
	}
	return ui.Div("stack",
		ui.Div("stack stack-2",
			ui.Para("bar small strong brand", ui.IconS(KindIcon(p.Kind)), ui.Text(KindName(at.Lang, p.Kind))),
			ui.H1("h-xl", p.Name),
			ui.P("soft", Where(at.Lang, p)),
			ui.Para("bar wrap", StatusTag(at.Lang, d.Schedule, calendar.DaysOf(d.DaysOff), s.house.Clock()))),
		ui.Div("bar wrap grow-btns", call, s.directions(at, p)))
}

// directions opens the phone's own map app; only for a point known exactly,
// because a route to the middle of a village leads people astray.
func (s *Detail) directions(at link.At, p place.Place) ui.UI {
	if p.Precision != place.Exact {
		return nil
	}
	look := ui.Line
	if p.Phone == "" {
		look = ui.Solid
	}
	point := degrees(p.Lat) + "," + degrees(p.Lon)
	return ui.ButtonLink("geo:"+point+"?q="+point, words.Directions.In(at.Lang), "rute", look, "")
}

func (s *Detail) share(at link.At) ui.UI {
	if goapp.IsServer {
		return ui.Div("icon-btn")
	}
	return ui.IconButton("bagikan", words.Share.In(at.Lang), nil, func(ctx goapp.Context, _ goapp.Event) {
		browser.Share(s.Head().Title, browser.Origin()+at.String(), func(copied bool) {
			if copied {
				frame.Toast(ctx, words.LinkCopied.In(at.Lang))
			}
		})
	})
}

func (s *Detail) facts(at link.At, d place.Detail) ui.UI {
	p := d.Place
	var phone ui.UI
	if p.Phone != "" {
		phone = ui.Link("tel:"+p.Phone, "num", ui.Text(spell(p.Phone)))
	}
	address := ui.Text(p.Address)
	if p.Address == "" {
		address = ui.Label("soft", words.NoAddress.In(at.Lang))
	}
	source := ui.UI(nil)
	if d.Source.Title != "" {
		source = ui.P("mini soft", words.SourceLine.In(at.Lang, d.Source.Title, words.FullDay(at.Lang, d.Source.Date)))
	}
	return ui.Section("alamat", words.Address.In(at.Lang), nil,
		ui.Div("card", ui.Facts(
			[2]ui.UI{ui.Text(words.Address.In(at.Lang)), address},
			[2]ui.UI{ui.Text(words.Phone.In(at.Lang)), phone},
			[2]ui.UI{ui.Text(words.RunBy.In(at.Lang)), ui.Text(p.AgencyName)},
		)), source)
}

func (s *Detail) around(at link.At, d place.Detail) ui.UI {
	p := d.Place
	if p.Precision == place.Nowhere || d.Outline.Outline == "" {
		return nil
	}
	x, y := d.Frame.Point(p.Lon, p.Lat)
	label := words.MapAround.In(at.Lang, p.DistrictName)
	var about ui.UI
	switch p.Precision {
	case place.InVillage:
		about = ui.P("card-note small soft", words.PinVillage.In(at.Lang, p.AreaName))
	case place.InDistrict:
		about = ui.P("card-note small soft", words.PinDistrict.In(at.Lang, p.DistrictName))
	}
	return ui.QuietSection("letak", label, ui.LinkWith(at.To("/peta/"+p.DistrictCode), "card card-flush map-card", ui.Attrs{"aria-label": label},
		ui.Map{
			Label: label, X: d.Frame.X, Y: d.Frame.Y, W: d.Frame.W, H: d.Frame.H, Small: true,
			Areas: []ui.MapArea{{Path: d.Outline.Outline, Name: d.Outline.Name, Tone: 1, Quiet: true}},
			Pins:  []ui.Pin{{X: x, Y: y, Name: p.Name, Approximate: p.Precision != place.Exact, Main: true}},
		}.UI(), about))
}

func (s *Detail) nearby(at link.At, d place.Detail) ui.UI {
	if len(d.Nearby) == 0 {
		return nil
	}
	rows := make([]ui.Row, len(d.Nearby))
	for i, p := range d.Nearby {
		rows[i] = ui.Row{Href: at.To("/tempat/" + p.ID), Icon: KindIcon(p.Kind), Tone: "plain", Title: p.Name, Sub: Where(at.Lang, p)}
	}
	return ui.Section("dekat", words.NearbyTitle.In(at.Lang), nil, ui.Rows(rows...))
}
