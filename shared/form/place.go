package form

import (
	"strconv"
	"strings"

	"rumah/shared/calendar"
	"rumah/shared/check"
)

// villageCode is how long the code of a desa or kelurahan is.
const villageCode = len("35.15.08.1005")

// readArea looks at the form of a code. Whether there is such an area is a
// question for the city's data.
func readArea(q *Question, _ calendar.Date, s string) (kept, key, bound string) {
	if !check.AreaCode(s) || len(s) != villageCode && !q.Wide {
		return "", "areacode", ""
	}
	return s, "", ""
}

// readPoint reads degrees of WGS84, latitude first. Six decimals are a tenth
// of a metre.
func readPoint(_ *Question, _ calendar.Date, s string) (kept, key, bound string) {
	lat, lon, ok := ParsePoint(s)
	if !ok {
		return "", "point", ""
	}
	return strconv.FormatFloat(lat, 'f', 6, 64) + "," + strconv.FormatFloat(lon, 'f', 6, 64), "", ""
}

// ParsePoint is the latitude and longitude of the answer to a Point.
func ParsePoint(s string) (lat, lon float64, ok bool) {
	north, east, _ := strings.Cut(s, ",")
	lat, ok = degrees(north, 90)
	if !ok {
		return 0, 0, false
	}
	lon, ok = degrees(east, 180)
	return lat, lon, ok
}

func degrees(s string, most float64) (float64, bool) {
	if s = strings.TrimSpace(s); len(s) > 24 || strings.Trim(s, "-.0123456789") != "" {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil && v >= -most && v <= most
}
