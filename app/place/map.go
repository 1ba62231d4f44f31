package place

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/words"
)

// Map is the screen of the map: /peta, and /peta/{district} for one kecamatan.
type Map struct {
	goapp.Compo
	view[mapData]

	house *house.House
}

// mapData is the drawing and the places on it.
type mapData struct {
	Map  place.Map  `json:"map"`
	Page place.Page `json:"page"`
}

// MapPattern is the address of one kecamatan.
const MapPattern = "/peta/{district}"

// mapPins is the most places a kecamatan shows at once; it is also the most
// the contract gives in one page.
const mapPins = 100

// NewMap returns the screen.
func NewMap(h *house.House) house.Screen {
	return &Map{house: h, view: flow.NewView(func(ctx context.Context, at link.At) (mapData, error) {
		district, _ := at.Match(MapPattern)
		drawing, err := h.Places.Map(ctx, place.MapFilter{District: district})
		if err != nil {
			return mapData{}, err
		}
		filter := place.Filter{District: district, Limit: mapPins}
		if district == "" {
			filter = place.Filter{Kind: place.Hospital, Limit: mapPins}
		}
		page, err := h.Places.List(ctx, filter)
		return mapData{Map: drawing, Page: page}, err
	})}
}

// Head implements house.Screen.
func (s *Map) Head() house.Head {
	return house.Head{Title: s.title(), Description: words.MapLead.In(s.view.At.Lang)}
}

func (s *Map) title() string {
	lang := s.view.At.Lang
	if d, ok := s.view.Value(); ok && d.Map.District != "" && len(d.Page.Items) > 0 {
		return words.MapOf.In(lang, words.DistrictOf.In(lang, d.Page.Items[0].DistrictName))
	}
	return words.MapTitle.In(lang)
}

// Titled implements flow.Titled.
func (s *Map) Titled(goapp.Context) { frame.Titled(s.house, s.view.At, s.Head()) }

// OnNav loads what the address asks for.
func (s *Map) OnNav(ctx goapp.Context) { s.view.Enter(ctx, s) }

// Render implements the screen.
func (s *Map) Render() ui.UI {
	at := s.view.At
	bar := frame.Bar{Tab: "/peta", Wide: true, Actions: []ui.UI{frame.SearchAction(at), frame.LanguageAction(at)}}
	if at.Path != "/peta" {
		bar.Back = "/peta"
	}
	d, ok := s.view.Value()
	if !ok {
		if fault := s.view.Fault(); fault != nil {
			return frame.Page(s.house, at, bar, frame.Trouble(at, fault, flow.Retry(&s.view.Loading, s)))
		}
		return frame.Page(s.house, at, bar, ui.H1("", s.title()), ui.Div("skel skel-map"), ui.SkeletonRows(words.Loading.In(at.Lang), 4))
	}
	lead := words.MapLead
	if d.Map.District != "" {
		return s.page(at, bar, d, nil, s.placesIn(at, d))
	}
	return s.page(at, bar, d, ui.P("soft", lead.In(at.Lang)), s.districts(at, d))
}

func (s *Map) page(at link.At, bar frame.Bar, d mapData, lead, list ui.UI) ui.UI {
	return frame.Page(s.house, at, bar,
		ui.Div("stack stack-2", ui.H1("", s.title()), lead),
		flow.Age(at.Lang, s.view.Fault(), d.Page.Now.In(s.house.City.Location())),
		ui.Div("map-split", ui.Div("map-hold", s.drawing(at, d),
			ui.P("mini soft", words.MapCredit.In(at.Lang, d.Map.Credit.Title))), list))
}

func (s *Map) drawing(at link.At, d mapData) ui.UI {
	f := d.Map.Frame
	m := ui.Map{Label: s.title(), X: f.X, Y: f.Y, W: f.W, H: f.H, Fine: d.Map.District != ""}
	for _, a := range d.Map.Areas {
		area := ui.MapArea{Path: a.Outline, Name: a.Name, X: a.X, Y: a.Y, Tone: tone(a.Places, d.Map.District != "")}
		if d.Map.District == "" {
			area.Href = at.To("/peta/" + a.Code)
		}
		m.Areas = append(m.Areas, area)
	}
	for _, p := range d.Page.Items {
		if p.Precision == place.Nowhere {
			continue
		}
		x, y := f.Point(p.Lon, p.Lat)
		m.Pins = append(m.Pins, ui.Pin{X: x, Y: y, Name: p.Name, Href: at.To("/tempat/" + p.ID), Approximate: p.Precision != place.Exact})
	}
	return ui.Div("card card-flush", m.UI())
}

// tone is how full an area is, in steps a person can tell apart.
func tone(places int, village bool) int {
	steps := [3]int{1, 4, 8}
	if village {
		steps = [3]int{1, 2, 4}
	}
	t := 0
	for _, s := range steps {
		if places >= s {
			t++
		}
	}
	return t
}

func (s *Map) districts(at link.At, d mapData) ui.UI {
	rows := make([]ui.Row, len(d.Map.Areas))
	for i, a := range d.Map.Areas {
		rows[i] = ui.Row{Href: at.To("/peta/" + a.Code), Icon: "pin", Tone: "plain", Title: a.Name, Sub: found(at.Lang, a.Places)}
	}
	return ui.Section("kecamatan", words.Districts.In(at.Lang), nil, ui.Rows(rows...))
}

func (s *Map) placesIn(at link.At, d mapData) ui.UI {
	off := calendar.DaysOf(d.Page.DaysOff)
	now := s.house.Clock()
	rows := make([]ui.Row, len(d.Page.Items))
	for i, p := range d.Page.Items {
		rows[i] = row(at, p, d.Page.Schedules, off, now)
	}
	if len(rows) == 0 {
		return ui.Empty("kosong", words.NoPlaces.In(at.Lang), words.NoPlacesText.In(at.Lang), nil)
	}
	return ui.Section("tempat", found(at.Lang, d.Page.Total), ui.Link(at.To("/peta"), "", ui.Text(words.WholeRegency.In(at.Lang))), ui.Rows(rows...))
}
