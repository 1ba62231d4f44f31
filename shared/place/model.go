// Package place is the regency's agencies and their service points: where
// they are, when they are open, and the pure rules about that.
package place

import (
	"time"

	"rumah/shared/calendar"
)

// Kind groups service points the way a citizen looks for them.
type Kind string

// The kinds, in the order they are offered.
const (
	Hospital Kind = "hospital" // RSUD
	Clinic   Kind = "clinic"   // puskesmas
	Agency   Kind = "agency"   // dinas, badan, sekretariat
	District Kind = "district" // kantor kecamatan
	Village  Kind = "village"  // kantor kelurahan or desa
	Utility  Kind = "utility"  // BUMD
)

// Kinds are all kinds in the order they are offered.
var Kinds = []Kind{Hospital, Clinic, Agency, District, Village, Utility}

// Precision says how well a coordinate is known, so that no pin claims more
// than its source does.
type Precision string

// The precisions.
const (
	Exact      Precision = "exact"    // the building, within about 100 m
	InVillage  Precision = "village"  // the middle of the desa
	InDistrict Precision = "district" // the middle of the kecamatan
	Nowhere    Precision = "none"     // no coordinate known
)

// Place is one service point.
type Place struct {
	ID           string    `json:"id"`            // slug, part of links: "rsud-notopuro"
	Name         string    `json:"name"`          // "RSUD R.T. Notopuro"
	Kind         Kind      `json:"kind"`          //
	AgencyID     string    `json:"agency_id"`     //
	AgencyName   string    `json:"agency_name"`   // "Dinas Kesehatan"
	Address      string    `json:"address"`       // street; "" when no source gives one
	AreaCode     string    `json:"area_code"`     // the desa, or the kecamatan when only that is known
	AreaName     string    `json:"area_name"`     // "Celep"; "" when only the kecamatan is known
	DistrictCode string    `json:"district_code"` //
	DistrictName string    `json:"district_name"` // "Candi"
	Phone        string    `json:"phone"`         // as dialled, digits with a leading 0 or short code; "" for none
	Lon          float64   `json:"lon"`           // WGS84 degrees; 0 when Precision is Nowhere
	Lat          float64   `json:"lat"`           //
	Precision    Precision `json:"precision"`     //
	Schedule     string    `json:"schedule"`      // key of Page.Schedules
}

// Schedule is when a service point is open.
type Schedule struct {
	ID        string `json:"id"`
	Confirmed bool   `json:"confirmed"`  // false: the usual hours of such an office, not yet confirmed by it
	OnHoliday bool   `json:"on_holiday"` // open on national holidays as on other days
	OnLeave   bool   `json:"on_leave"`   // open on joint leave as on other days
	Week      []Span `json:"week"`       // sorted by day, then opening
}

// Span is one opening of the week.
type Span struct {
	Day   time.Weekday `json:"day"`   // 0 is Sunday
	Open  Minute       `json:"open"`  // minutes after midnight
	Close Minute       `json:"close"` // minutes after midnight, 1440 for the end of the day
}

// Minute is a time of day in minutes after midnight on the regency's clock.
type Minute int

// Area is a kecamatan or a desa/kelurahan with its outline for the map.
type Area struct {
	Code    string `json:"code"` // Kemendagri: 35.15.08 or 35.15.08.1005
	Name    string `json:"name"`
	Kind    string `json:"kind"`    // "district", "kelurahan", "desa"
	Outline string `json:"outline"` // SVG path in map units, see Map
	X       int    `json:"x"`       // where to write the name, in map units
	Y       int    `json:"y"`
	Places  int    `json:"places"` // service points inside
}

// Filter narrows the list.
type Filter struct {
	Text     string `query:"q" check:"max=80"` // name, agency, village; typing errors are forgiven
	Kind     Kind   `query:"kind" check:"oneof=hospital|clinic|agency|district|village|utility"`
	Agency   string `query:"agency" check:"slug,max=60"`
	District string `query:"district" check:"areacode"`   // Kemendagri code of a kecamatan
	Open     bool   `query:"open"`                        // only those open at this moment
	After    string `query:"after" check:"max=200"`       // cursor: Page.Next of the page before
	Limit    int    `query:"limit" check:"min=1,max=100"` // 0 means 50
}

// Page is one page of the list with what is needed to tell open from closed.
type Page struct {
	Items     []Place             `json:"items"`
	Total     int                 `json:"total"` // of all pages
	Next      string              `json:"next"`  // cursor; "" on the last page
	Schedules map[string]Schedule `json:"schedules"`
	DaysOff   []calendar.DayOff   `json:"days_off"` // from yesterday to 60 days ahead
	Now       time.Time           `json:"now"`      // the server's clock when it answered
}

// ID names one service point.
type ID struct {
	ID string `path:"id" check:"required,slug,max=60"`
}

// Detail is one service point with its neighbours.
type Detail struct {
	Place    Place             `json:"place"`
	Schedule Schedule          `json:"schedule"`
	DaysOff  []calendar.DayOff `json:"days_off"`
	Outline  Area              `json:"outline"` // the kecamatan around it
	Frame    Frame             `json:"frame"`   // that shows all of Outline
	Nearby   []Place           `json:"nearby"`  // the nearest of the same kind, nearest first
	Source   Source            `json:"source"`
	Now      time.Time         `json:"now"`
}

// Source says where a fact comes from, shown below it.
type Source struct {
	Title string        `json:"title"`
	Date  calendar.Date `json:"date"`
}

// MapFilter chooses what the map shows: the whole regency, or one kecamatan
// with its villages.
type MapFilter struct {
	District string `query:"district" check:"areacode"`
}

// Map is the regency, or one kecamatan, as outlines. Map units are a local
// plane: X grows east, Y grows south, one unit is about 10 m.
type Map struct {
	Frame    Frame  `json:"frame"` // what to show
	Areas    []Area `json:"areas"` // to draw and choose from
	Credit   Source `json:"credit"`
	District string `json:"district"` // "" for the regency
}

// Frame is a rectangle in map units and the way from degrees to units:
// x = (lon-Lon0)*ScaleX, y = (Lat0-lat)*ScaleY.
type Frame struct {
	X      int     `json:"x"`
	Y      int     `json:"y"`
	W      int     `json:"w"`
	H      int     `json:"h"`
	Lon0   float64 `json:"lon0"`
	Lat0   float64 `json:"lat0"`
	ScaleX float64 `json:"scale_x"`
	ScaleY float64 `json:"scale_y"`
}

// Point is the map position of a coordinate.
func (f Frame) Point(lon, lat float64) (x, y int) {
	return int((lon - f.Lon0) * f.ScaleX), int((f.Lat0 - lat) * f.ScaleY)
}

// NewCorrection is what a citizen sends when a fact about a place is wrong.
type NewCorrection struct {
	ID    string `path:"id" json:"-" check:"required,slug,max=60"`
	About string `json:"about" check:"required,oneof=hours|address|phone|closed|other"`
	Text  string `json:"text" check:"required,min=10,max=500"`
	Phone string `json:"phone" check:"phone"` // optional, to ask back
}

// Correction is the receipt.
type Correction struct {
	Code string    `json:"code"` // to read out: "K-7F3Q"
	At   time.Time `json:"at"`
}
