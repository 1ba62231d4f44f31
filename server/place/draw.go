package place

import (
	"math"
	"strconv"
	"strings"

	"rumah/server/city"
	"rumah/shared/place"
)

// plane is the way from degrees to map units. Over one regency a flat
// projection is off by less than a line's width.
type plane struct {
	Lon0, Lat0 float64
	ScaleX     float64 `bun:"scale_x"`
	ScaleY     float64 `bun:"scale_y"`
}

// perDegree is how many map units of 10 m a degree of latitude has.
const perDegree = 11_119.5

// planeOf lays the origin on the north-west corner of the regency.
func planeOf(b city.Bounds) plane {
	middle := (b.South + b.North) / 2 * math.Pi / 180
	return plane{Lon0: b.West, Lat0: b.North, ScaleX: perDegree * math.Cos(middle), ScaleY: perDegree}
}

// at is a coordinate in map units.
func (p plane) at(lon, lat float64) (x, y int) {
	return int(math.Round((lon - p.Lon0) * p.ScaleX)), int(math.Round((p.Lat0 - lat) * p.ScaleY))
}

// box is a rectangle in map units.
type box struct{ X0, Y0, X1, Y1 int }

func (b box) join(c box) box {
	return box{min(b.X0, c.X0), min(b.Y0, c.Y0), max(b.X1, c.X1), max(b.Y1, c.Y1)}
}

// frame shows the box with a little air around it.
func (b box) frame(p plane) place.Frame {
	air := max(b.X1-b.X0, b.Y1-b.Y0) / 40
	return place.Frame{
		X: b.X0 - air, Y: b.Y0 - air, W: b.X1 - b.X0 + 2*air, H: b.Y1 - b.Y0 + 2*air,
		Lon0: p.Lon0, Lat0: p.Lat0, ScaleX: p.ScaleX, ScaleY: p.ScaleY,
	}
}

// draw is an outline as an SVG path and the rectangle around it. Every point
// is rounded for itself, so borders that were shared still are.
func (p plane) draw(o city.Outline) (path string, around box) {
	var b strings.Builder
	for i, ring := range o {
		px, py := 0, 0
		for j, point := range ring {
			x, y := p.at(float64(point.X)/city.PerDegree, float64(point.Y)/city.PerDegree)
			switch {
			case j == 0:
				b.WriteString("M")
				pair(&b, x, y, true)
				b.WriteString("l")
			case x != px || y != py:
				pair(&b, x-px, y-py, strings.HasSuffix(b.String(), "l"))
			}
			px, py = x, y
			here := box{x, y, x, y}
			if i == 0 && j == 0 {
				around = here
			}
			around = around.join(here)
		}
		b.WriteString("z")
	}
	return b.String(), around
}

// pair writes two numbers as short as SVG lets it: a minus needs no blank before it.
func pair(b *strings.Builder, x, y int, first bool) {
	if !first && x >= 0 {
		b.WriteByte(' ')
	}
	b.WriteString(strconv.Itoa(x))
	if y >= 0 {
		b.WriteByte(' ')
	}
	b.WriteString(strconv.Itoa(y))
}
