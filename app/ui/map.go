package ui

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Map is a drawn map: outlines to choose from, and pins. Coordinates are map
// units; Label says in a sentence what it shows.
type Map struct {
	Label      string
	X, Y, W, H int
	Areas      []MapArea
	Pins       []Pin
	Small      bool // a strip inside a page
	Fine       bool // many names in little room
}

// MapArea is one outline. Href leads on; "" for a backdrop.
type MapArea struct {
	Path, Name, Href string
	X, Y             int // where the name stands
	Tone             int // 0 to 3, how much is inside
	Quiet            bool
}

// Pin marks a place. An approximate one is drawn hollow.
type Pin struct {
	X, Y        int
	Name, Href  string
	Icon        string
	Approximate bool
	Main        bool
}

// across is the width every map is drawn in, so that names and pins have one
// size on the screen whatever the map shows.
const across = 1000

// UI draws the map.
func (m Map) UI() UI {
	class, scale := "map", across/float64(max(m.W, 1))
	if m.Small {
		class += " map-small"
	}
	if m.Fine {
		class += " map-fine"
	}
	var outlines, over []UI
	for _, a := range m.Areas {
		outline := drawing("path", "area area-"+strconv.Itoa(a.Tone), Attrs{"d": a.Path})
		outlines = append(outlines, m.link(a.Href, a.Name, outline))
		if !a.Quiet {
			x, y := m.at(a.X, a.Y, scale)
			over = append(over, drawing("text", "area-name", Attrs{"x": x, "y": y, "aria-hidden": "true"}, Text(a.Name)))
		}
	}
	for _, p := range m.Pins {
		over = append(over, m.link(p.Href, p.Name, m.pin(p, scale)))
	}
	attrs := Attrs{
		"viewBox":    "0 0 " + itoa(across) + " " + itoa(int(float64(m.H)*scale)),
		"role":       "group",
		"aria-label": m.Label,
	}
	if m.Small {
		attrs["role"] = "img"
	}
	move := "scale(" + strconv.FormatFloat(scale, 'f', 5, 64) + ") translate(" + itoa(-m.X) + " " + itoa(-m.Y) + ")"
	return drawing("svg", class, attrs, append([]UI{drawing("g", "", Attrs{"transform": move}, outlines...)}, over...)...)
}

// at is a point of the map as it is drawn.
func (m Map) at(x, y int, scale float64) (string, string) {
	return fixed1(float64(x-m.X) * scale), fixed1(float64(y-m.Y) * scale)
}

func (m Map) link(href, name string, what UI) UI {
	if href == "" || !Safe(href) {
		return what
	}
	e := goapp.Elem("a").XMLNS(svgNS).Attr("href", attr(href)).Attr("aria-label", attr(name)).
		On("click", func(ctx goapp.Context, e goapp.Event) {
			e.PreventDefault()
			ctx.Navigate(href)
		}, goapp.EventScope(href))
	return e.Body(what)
}

// pin is a house that points at its place.
func (m Map) pin(p Pin, scale float64) UI {
	class := "pin"
	if p.Approximate {
		class += " pin-about"
	}
	if p.Main {
		class += " pin-main"
	}
	x, y := m.at(p.X, p.Y, scale)
	return drawing("g", "", Attrs{"transform": "translate(" + x + " " + y + ")"},
		drawing("path", class, Attrs{"d": "M0 0-14-14v-17L0-43l14 12v17z"}))
}
