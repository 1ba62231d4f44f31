package catalogue

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"rumah/shared/place"
	"rumah/shared/words"
)

// point is where somebody stands, in degrees. It never leaves the phone.
type point struct{ lat, lon float64 }

// metres is how far a place is; ok is false when nobody knows where it is.
func (p point) metres(to place.Place) (m float64, ok bool) {
	if to.Precision == place.Nowhere {
		return math.Inf(1), false
	}
	const degree = 111_195 // metres of a degree along a meridian
	x := (to.Lon - p.lon) * math.Cos((to.Lat+p.lat)/2*math.Pi/180)
	return degree * math.Hypot(x, to.Lat-p.lat), true
}

// nearest returns the places by distance; those nobody can place come last.
func nearest(from point, places []place.Place) []place.Place {
	sorted := slices.Clone(places)
	slices.SortStableFunc(sorted, func(a, b place.Place) int {
		da, _ := from.metres(a)
		db, _ := from.metres(b)
		switch {
		case da < db:
			return -1
		case da > db:
			return 1
		}
		return 0
	})
	return sorted
}

// away says how far a place is, no finer than its pin is exact.
func away(lang words.Lang, from point, to place.Place) string {
	m, ok := from.metres(to)
	if !ok {
		return ""
	}
	text := words.AwayMetres.In(lang, strconv.Itoa(max(int(m/50+.5), 1)*50))
	if m >= 1000 {
		km := strconv.FormatFloat(m/1000, 'f', 1, 64)
		if lang != words.EN {
			km = strings.Replace(km, ".", ",", 1)
		}
		text = words.AwayKm.In(lang, km)
	}
	if to.Precision != place.Exact {
		return words.AwayAbout.In(lang, text)
	}
	return text
}
