package city

import (
	"fmt"
	"strconv"
	"strings"
)

// Outline is the border of an area: rings of points. A ring closes by itself.
type Outline [][]Point

// Point is a place in ten-thousandths of a degree (about 11 m), so that
// neighbours share their points exactly.
type Point struct{ X, Y int } // east, north

// PerDegree is how many units of Point a degree has.
const PerDegree = 10_000

// reach is the largest coordinate there is, in units of Point.
const reach = 180 * PerDegree

// ParseOutline reads rings separated by ";". A ring is its first point "x y"
// and the steps "dx dy" from point to point.
func ParseOutline(s string) (Outline, error) {
	var outline Outline
	for i, part := range strings.Split(s, ";") {
		ring, err := parseRing(strings.Fields(part))
		if err != nil {
			return nil, fmt.Errorf("ring %d: %w", i+1, err)
		}
		outline = append(outline, ring)
	}
	return outline, nil
}

func parseRing(numbers []string) ([]Point, error) {
	if len(numbers)%2 != 0 {
		return nil, fmt.Errorf("has %d numbers; they must come in pairs", len(numbers))
	}
	ring := make([]Point, 0, len(numbers)/2)
	at := Point{}
	for i := 0; i < len(numbers); i += 2 {
		x, err := strconv.Atoi(numbers[i])
		if err != nil {
			return nil, fmt.Errorf("%q is not a whole number", numbers[i])
		}
		y, err := strconv.Atoi(numbers[i+1])
		if err != nil {
			return nil, fmt.Errorf("%q is not a whole number", numbers[i+1])
		}
		at = Point{at.X + x, at.Y + y}
		if at.X < -reach || at.X > reach || at.Y < -reach || at.Y > reach {
			return nil, fmt.Errorf("point %d is not on Earth", i/2+1)
		}
		ring = append(ring, at)
	}
	if len(ring) < 3 {
		return nil, fmt.Errorf("has %d points; a ring needs three", len(ring))
	}
	return ring, nil
}

// Holds reports whether a coordinate in degrees lies inside.
func (o Outline) Holds(lon, lat float64) bool {
	x, y := lon*PerDegree, lat*PerDegree
	inside := false
	for _, ring := range o {
		for i, b := range ring {
			a := ring[(i+len(ring)-1)%len(ring)]
			ax, ay, bx, by := float64(a.X), float64(a.Y), float64(b.X), float64(b.Y)
			if (ay > y) != (by > y) && x < (bx-ax)*(y-ay)/(by-ay)+ax {
				inside = !inside
			}
		}
	}
	return inside
}

// Bounds is the rectangle around it, in degrees.
func (o Outline) Bounds() Bounds {
	first := o[0][0]
	west, south, east, north := first.X, first.Y, first.X, first.Y
	for _, ring := range o {
		for _, p := range ring {
			west, east = min(west, p.X), max(east, p.X)
			south, north = min(south, p.Y), max(north, p.Y)
		}
	}
	return Bounds{
		West: float64(west) / PerDegree, South: float64(south) / PerDegree,
		East: float64(east) / PerDegree, North: float64(north) / PerDegree,
	}
}
