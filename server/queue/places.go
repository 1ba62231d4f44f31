package queue

import (
	"context"
	"fmt"

	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/shared/calendar"
	"rumah/shared/place"
	"rumah/shared/queue"
)

type placeRow struct {
	ID        string
	Name      string
	Address   string
	Lon       float64
	Lat       float64
	Precision place.Precision
	Kind      place.Kind
	Area      string
	District  string
	Queues    int
	Today     int
	Waiting   int
}

// Places implements queue.API.
func (s *Service) Places(ctx context.Context, of queue.PlacesOf) (queue.Places, error) {
	now := s.now()
	kinds := make([]string, len(place.Kinds))
	for i, kind := range place.Kinds {
		kinds[i] = string(kind)
	}
	rows := []placeRow{}
	err := s.db.NewRaw(`
SELECT p.id, p.name, p.address, p.lon, p.lat, p.precision, p.kind,
  CASE WHEN a.kind <> 'district' THEN a.name ELSE '' END AS area, coalesce(d.name, '') AS district,
  count(*) AS queues, count(*) FILTER (WHERE t.days > 0) AS today, coalesce(sum(t.waiting), 0) AS waiting
FROM places p
JOIN queues q ON q.place_id = p.id AND q.active
LEFT JOIN areas a ON a.code = p.area_code
LEFT JOIN areas d ON d.code = p.district_code
LEFT JOIN LATERAL (
  SELECT count(*) AS days, sum((SELECT count(*) FROM tickets k WHERE k.day_id = y.id AND k.stage = 'waiting')) AS waiting
  FROM queue_days y WHERE y.queue_id = q.id AND y.date = ?0 AND y.status IN ('scheduled', 'open', 'paused')
) t ON true
WHERE p.retired_at IS NULL AND (?1 = '' OR p.id = ?1)
GROUP BY p.id, a.kind, a.name, d.name
ORDER BY array_position(?2::text[], p.kind), p.name`,
		calendar.DateOf(now.In(s.loc)), of.Place, pgdialect.Array(kinds)).Scan(ctx, &rows)
	if err != nil {
		return queue.Places{}, fmt.Errorf("list places with queues: %w", err)
	}
	items := make([]queue.PlaceLine, len(rows))
	for i, r := range rows {
		items[i] = queue.PlaceLine{
			Place: queue.PlaceRef{ID: r.ID, Name: r.Name, Address: r.Address, Lon: r.Lon, Lat: r.Lat, Precision: r.Precision},
			Kind:  r.Kind, Area: r.Area, District: r.District, Queues: r.Queues, Today: r.Today, Waiting: r.Waiting,
		}
	}
	return queue.Places{Items: items, Now: now}, nil
}
