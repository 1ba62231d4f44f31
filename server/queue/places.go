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
	Now       int
	Opens     place.Minute
	Waiting   int
}

// Places implements queue.API. Days are made when somebody looks at a place;
// one that nobody has looked at yet is open today when that is planned.
func (s *Service) Places(ctx context.Context, of queue.PlacesOf) (queue.Places, error) {
	now := s.now()
	local := now.In(s.loc)
	kinds := make([]string, len(place.Kinds))
	for i, kind := range place.Kinds {
		kinds[i] = string(kind)
	}
	rows := []placeRow{}
	err := s.db.NewRaw(`
SELECT p.id, p.name, p.address, p.lon, p.lat, p.precision, p.kind,
  CASE WHEN a.kind <> 'district' THEN a.name ELSE '' END AS area, coalesce(d.name, '') AS district,
  count(*) AS queues, count(*) FILTER (WHERE t.days > 0 OR n.opens IS NOT NULL) AS today, count(*) FILTER (WHERE t.running > 0) AS now,
  coalesce(min(least(t.opens, n.opens)) FILTER (WHERE least(t.opens, n.opens) > ?3), 0) AS opens, coalesce(sum(t.waiting), 0) AS waiting
FROM places p
JOIN queues q ON q.place_id = p.id AND q.active
LEFT JOIN areas a ON a.code = p.area_code
LEFT JOIN areas d ON d.code = p.district_code
LEFT JOIN LATERAL (
  SELECT count(*) AS made, count(*) FILTER (WHERE y.status IN ('scheduled', 'open', 'paused')) AS days,
    count(*) FILTER (WHERE y.status IN ('open', 'paused')) AS running, min(y.opens) FILTER (WHERE y.status = 'scheduled') AS opens,
    sum((SELECT count(*) FROM tickets k WHERE k.day_id = y.id AND k.stage = 'waiting')) FILTER (WHERE y.status IN ('scheduled', 'open', 'paused')) AS waiting
  FROM queue_days y WHERE y.queue_id = q.id AND y.date = ?0
) t ON true
LEFT JOIN LATERAL (
  SELECT min(w.opens) AS opens FROM queue_sessions w JOIN schedules h ON h.id = p.schedule_id
  WHERE t.made = 0 AND w.queue_id = q.id AND w.day = extract(dow FROM ?0::date) AND w.closes > ?3
    AND NOT EXISTS (SELECT FROM days_off o WHERE o.date = ?0 AND NOT (o.kind = 'holiday' AND h.on_holiday OR o.kind = 'leave' AND h.on_leave))
    AND NOT EXISTS (SELECT FROM queue_closures l WHERE l.queue_id = q.id AND l.ended_at IS NULL AND ?0::date BETWEEN l.from_date AND l.to_date)
) n ON true
WHERE p.retired_at IS NULL AND (?1 = '' OR p.id = ?1)
GROUP BY p.id, a.kind, a.name, d.name
ORDER BY array_position(?2::text[], p.kind), p.name`,
		calendar.DateOf(local), of.Place, pgdialect.Array(kinds), local.Hour()*60+local.Minute()).Scan(ctx, &rows)
	if err != nil {
		return queue.Places{}, fmt.Errorf("list places with queues: %w", err)
	}
	items := make([]queue.PlaceLine, len(rows))
	for i, r := range rows {
		items[i] = queue.PlaceLine{
			Place: queue.PlaceRef{ID: r.ID, Name: r.Name, Address: r.Address, Lon: r.Lon, Lat: r.Lat, Precision: r.Precision},
			Kind:  r.Kind, Area: r.Area, District: r.District, Queues: r.Queues, Today: r.Today, Now: r.Now, Opens: r.Opens, Waiting: r.Waiting,
		}
	}
	return queue.Places{Items: items, Now: now}, nil
}
