package city

import (
	"regexp"

	"rumah/shared/place"
)

var agencyKinds = []string{"secretariat", "inspectorate", "department", "board", "hospital", "district", "village", "utility"}

func (r *reader) agencies() {
	seen := map[string]int{}
	rows := r.table("agencies.csv", "id", "code", "short", "name", "kind", "parent", "source")
	for _, row := range rows {
		row.unique(seen, "id")
		a := Agency{
			ID: row.slug("id"), Code: row.cell["code"], Short: row.text("short"), Name: row.text("name"),
			Kind: row.one("kind", agencyKinds...), Parent: row.cell["parent"], Sources: row.from(),
		}
		r.agency[a.ID] = true
		r.pack.Agencies = append(r.pack.Agencies, a)
	}
	for _, row := range rows {
		switch parent := row.cell["parent"]; {
		case parent == "":
		case parent == row.cell["id"]:
			row.wrong("parent", "an agency cannot be above itself")
		case !r.agency[parent]:
			row.missing("parent", parent, "agencies.csv")
		}
	}
}

// phone is a number as it is dialled inside the country.
var phone = regexp.MustCompile(`^(0\d{7,12}|[1-9]\d{2,5})$`)

func (r *reader) places() {
	seen := map[string]int{}
	for _, row := range r.table("places.csv", "id", "name", "kind", "agency", "address", "area", "phone",
		"lon", "lat", "precision", "schedule", "aliases", "source") {
		row.unique(seen, "id")
		row.free("id", place.Reserved...)
		r.pack.Places = append(r.pack.Places, row.place())
	}
	for i := range r.pack.Places {
		r.place[r.pack.Places[i].ID] = &r.pack.Places[i]
	}
}

func (r row) place() Place {
	p := Place{
		ID: r.slug("id"), Name: r.text("name"), Kind: place.Kind(r.one("kind", names(place.Kinds)...)),
		Agency: r.ofAgency(), Address: r.cell["address"], Area: r.cell["area"], Phone: r.cell["phone"],
		Schedule: r.cell["schedule"], Aliases: r.list("aliases"), Sources: r.from(),
	}
	if r.schedule[p.Schedule] == nil {
		r.missing("schedule", p.Schedule, "schedules.csv")
	}
	if p.Phone != "" && !phone.MatchString(p.Phone) {
		r.wrong("phone", "%q must be digits as dialled here, such as 0318961649 or 112", p.Phone)
	}
	p.Precision = place.Precision(r.one("precision", names([]place.Precision{place.Exact, place.InVillage, place.InDistrict, place.Nowhere})...))
	p.Lon, p.Lat = r.where(p)
	return p
}

// where is the point of a place as far as its precision says it is known.
func (r row) where(p Place) (lon, lat float64) {
	area := r.reader.area[p.Area]
	if p.Area != "" && (area == nil || area.Removed) {
		r.wrong("area", "%q is not a current area of areas.csv", p.Area)
		return 0, 0
	}
	if p.Precision == place.Exact {
		return r.point()
	}
	if r.cell["lon"] != "" || r.cell["lat"] != "" {
		r.wrong("lon", "must be empty unless precision is exact")
		return 0, 0
	}
	switch {
	case p.Precision == place.InVillage && (area == nil || area.Kind == District):
		r.wrong("area", "%q must be a village for precision village", p.Area)
	case p.Precision == place.InDistrict && (area == nil || area.Kind != District):
		r.wrong("area", "%q must be a district for precision district", p.Area)
	case p.Precision == place.InVillage || p.Precision == place.InDistrict:
		return area.Lon, area.Lat
	}
	return 0, 0
}

func names[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}
