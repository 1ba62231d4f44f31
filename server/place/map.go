package place

import (
	"context"

	"rumah/server/database"
	"rumah/shared/fault"
	"rumah/shared/place"
)

// Map implements place.API.
func (s *Service) Map(ctx context.Context, filter place.MapFilter) (place.Map, error) {
	if !database.Storable(filter.District) {
		return place.Map{}, fault.New(fault.Unknown, "unknown")
	}
	rows, err := s.areas(ctx, filter.District)
	if err != nil {
		return place.Map{}, err
	}
	m := place.Map{Areas: make([]place.Area, len(rows)), District: filter.District}
	if len(rows) == 0 {
		if filter.District != "" {
			return place.Map{}, fault.New(fault.Unknown, "unknown")
		}
		return m, nil
	}
	around := rows[0].box
	for i, r := range rows {
		m.Areas[i] = r.Area
		around = around.join(r.box)
	}
	m.Frame = around.frame(rows[0].plane)
	m.Credit = rows[0].Credit
	return m, nil
}

// Get implements place.API.
func (s *Service) Get(ctx context.Context, id place.ID) (place.Detail, error) {
	if !database.Storable(id.ID) {
		return place.Detail{}, fault.New(fault.Unknown, "unknown")
	}
	row, err := s.one(ctx, id.ID)
	if err != nil {
		return place.Detail{}, err
	}
	times, err := s.times(ctx)
	if err != nil {
		return place.Detail{}, err
	}
	nearby, err := s.nearby(ctx, row.Place)
	if err != nil {
		return place.Detail{}, err
	}
	d := place.Detail{
		Place: row.Place, Schedule: times.Schedules[row.Schedule], DaysOff: times.DaysOff,
		Nearby: nearby, Source: row.Source, Now: times.now,
	}
	if row.Outline.Area.Code != "" {
		d.Outline, d.Frame = row.Outline.Area, row.Outline.box.frame(row.plane)
	}
	return d, nil
}
