package place

import (
	"encoding/json"
	"fmt"
	"strings"

	"rumah/server/city"
)

type row map[string]any

// rowsOf are the rows of all tables, in the order of tables.
func rowsOf(pack *city.Pack) ([]json.RawMessage, error) {
	lists := [][]row{sourceRows(pack), areaRows(pack), agencyRows(pack), scheduleRows(pack), spanRows(pack), placeRows(pack), dayRows(pack)}
	out := make([]json.RawMessage, len(lists))
	for i, list := range lists {
		data, err := json.Marshal(list)
		if err != nil {
			return nil, fmt.Errorf("write %s as JSON: %w", tables[i].name, err)
		}
		out[i] = data
	}
	return out, nil
}

func sourceRows(pack *city.Pack) []row {
	rows := []row{}
	for _, s := range pack.Sources {
		rows = append(rows, row{"id": s.ID, "title": s.Title, "licence": s.Licence, "date": s.Date, "url": s.URL, "note": s.Note})
	}
	return rows
}

func areaRows(pack *city.Pack) []row {
	plane := planeOf(pack.Bounds)
	rows := []row{}
	for _, a := range pack.Areas {
		r := row{
			"code": a.Code, "name": a.Name, "kind": a.Kind, "parent": orNull(a.Parent), "postal": a.Postal, "old_name": a.OldName,
			"removed": a.Removed, "lon": a.Lon, "lat": a.Lat, "outline_source_id": orNull(a.OutlineSource), "source_id": a.Sources[0],
			"outline": "", "x": 0, "y": 0, "x0": 0, "y0": 0, "x1": 0, "y1": 0,
		}
		if !a.Removed {
			path, around := plane.draw(a.Outline)
			r["outline"], r["x0"], r["y0"], r["x1"], r["y1"] = path, around.X0, around.Y0, around.X1, around.Y1
			r["x"], r["y"] = plane.at(a.Lon, a.Lat)
		}
		rows = append(rows, r)
	}
	return rows
}

func agencyRows(pack *city.Pack) []row {
	rows := []row{}
	for _, a := range pack.Agencies {
		rows = append(rows, row{
			"id": a.ID, "code": a.Code, "short": a.Short, "name": a.Name, "kind": a.Kind,
			"parent_id": orNull(a.Parent), "source_id": a.Sources[0],
		})
	}
	return rows
}

func scheduleRows(pack *city.Pack) []row {
	rows := []row{}
	for _, s := range pack.Schedules {
		rows = append(rows, row{
			"id": s.ID, "confirmed": s.Confirmed, "on_holiday": s.OnHoliday, "on_leave": s.OnLeave, "source_id": s.Sources[0],
		})
	}
	return rows
}

func spanRows(pack *city.Pack) []row {
	rows := []row{}
	for _, s := range pack.Schedules {
		for _, span := range s.Week {
			rows = append(rows, row{"schedule_id": s.ID, "day": span.Day, "open": span.Open, "close": span.Close})
		}
	}
	return rows
}

func placeRows(pack *city.Pack) []row {
	areas, agencies := map[string]city.Area{}, map[string]city.Agency{}
	for _, a := range pack.Areas {
		areas[a.Code] = a
	}
	for _, a := range pack.Agencies {
		agencies[a.ID] = a
	}
	rows := []row{}
	for _, p := range pack.Places {
		area := areas[p.Area]
		district := area
		if area.Parent != "" {
			district = areas[area.Parent]
		}
		agency := agencies[p.Agency]
		above := agencies[agency.Parent]
		around := []string{
			agency.Name, agency.Short, above.Name, above.Short, area.Name, area.OldName, area.Postal, district.Name, pack.Info.RegionShort,
		}
		rows = append(rows, row{
			"id": p.ID, "name": p.Name, "kind": p.Kind, "agency_id": p.Agency, "address": p.Address,
			"area_code": orNull(p.Area), "district_code": orNull(district.Code), "phone": p.Phone, "lon": p.Lon, "lat": p.Lat,
			"precision": p.Precision, "schedule_id": p.Schedule, "aliases": strings.Join(p.Aliases, "; "),
			"around": strings.Join(strings.Fields(strings.Join(around, " ")), " "), "source_id": p.Sources[0],
		})
	}
	return rows
}

func dayRows(pack *city.Pack) []row {
	rows := []row{}
	for _, d := range pack.DaysOff {
		rows = append(rows, row{"date": d.Date, "name": d.Name, "kind": d.Kind, "source_id": d.Sources[0]})
	}
	return rows
}

// orNull is nil for a reference to nothing.
func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}
