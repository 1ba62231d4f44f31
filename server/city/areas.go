package city

import (
	"regexp"
	"slices"
	"strings"
)

// areaCode is a Kemendagri code: a district, or a village in it.
var areaCode = regexp.MustCompile(`^\d\d\.\d\d\.\d\d(\.[12]\d{3})?$`)

var postalCode = regexp.MustCompile(`^\d{5}$`)

func (r *reader) areas() {
	seen := map[string]int{}
	rows := r.table("areas.csv", "code", "name", "kind", "parent", "postal", "old_name", "status", "lon", "lat", "source")
	at := make([]row, 0, len(rows))
	for _, row := range rows {
		row.unique(seen, "code")
		r.pack.Areas = append(r.pack.Areas, row.area())
		at = append(at, row)
	}
	for i := range r.pack.Areas {
		r.area[r.pack.Areas[i].Code] = &r.pack.Areas[i]
	}
	for i, a := range r.pack.Areas {
		at[i].parented(a)
	}
	slices.SortFunc(r.pack.Areas, func(a, b Area) int { return strings.Compare(a.Code, b.Code) })
	for i := range r.pack.Areas {
		r.area[r.pack.Areas[i].Code] = &r.pack.Areas[i]
	}
}

func (r row) area() Area {
	a := Area{
		Code: r.cell["code"], Name: r.text("name"), Kind: r.one("kind", District, Kelurahan, Desa),
		Parent: r.cell["parent"], Postal: r.cell["postal"], OldName: r.cell["old_name"],
		Removed: r.one("status", "current", "removed") == "removed", Sources: r.from(),
	}
	if !areaCode.MatchString(a.Code) {
		r.wrong("code", "%q is not a code such as 35.15.08 or 35.15.08.1005", a.Code)
	}
	if district := len(a.Code) == len("35.15.08"); a.Kind != "" && district != (a.Kind == District) {
		r.wrong("kind", "%q does not fit the code %s: a district has three parts, a village four", a.Kind, a.Code)
	}
	if a.Postal != "" && !postalCode.MatchString(a.Postal) {
		r.wrong("postal", "%q must have five digits, or be empty when not known", a.Postal)
	}
	if !a.Removed {
		a.Lon, a.Lat = r.point()
	} else if r.cell["lon"] != "" || r.cell["lat"] != "" {
		r.wrong("lon", "must be empty: the area is removed")
	}
	return a
}

// parented looks whether a village stands below an existing district.
func (r row) parented(a Area) {
	if a.Kind == District {
		if a.Parent != "" {
			r.wrong("parent", "must be empty for a district")
		}
		return
	}
	parent := r.reader.area[a.Parent]
	switch {
	case parent == nil:
		r.missing("parent", a.Parent, "areas.csv")
	case parent.Kind != District:
		r.wrong("parent", "%q is no district", a.Parent)
	case !strings.HasPrefix(a.Code, a.Parent+"."):
		r.wrong("parent", "%q is not how the code begins", a.Parent)
	}
}

func (r *reader) outlines() {
	seen := map[string]int{}
	rows := r.table("outlines.csv", "code", "path", "source")
	for _, row := range rows {
		row.unique(seen, "code")
		source := row.from()
		area := r.area[row.cell["code"]]
		if area == nil {
			row.missing("code", row.cell["code"], "areas.csv")
			continue
		}
		if area.Removed {
			row.wrong("code", "%q is removed and has no outline", area.Code)
			continue
		}
		outline, err := ParseOutline(row.text("path"))
		if err != nil {
			row.wrong("path", "%v", err)
			continue
		}
		if !outline.Holds(area.Lon, area.Lat) {
			row.wrong("path", "lon, lat of %s in areas.csv lies outside of it", area.Code)
		}
		if b := outline.Bounds(); r.bounded() && !(r.pack.Bounds.Holds(b.West, b.South) && r.pack.Bounds.Holds(b.East, b.North)) {
			row.wrong("path", "reaches outside of the regency (west, south, east, north of city.csv)")
		}
		area.Outline = outline
		if len(source) > 0 {
			area.OutlineSource = source[0]
		}
	}
	if len(rows) == 0 {
		return
	}
	for _, a := range r.pack.Areas {
		if _, ok := seen[a.Code]; !ok && !a.Removed {
			r.wrong("outlines.csv", 1, "code", "%q (%s) is missing; add its outline", a.Code, a.Name)
		}
	}
}
