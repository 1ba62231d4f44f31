package queue

import (
	"context"

	"rumah/server/api"
	"rumah/shared/queue"
)

const (
	usualFigures = 7  // days when nobody says
	mostFigures  = 92 // days
)

// Figures implements queue.API.
func (s *Service) Figures(ctx context.Context, of queue.FiguresOf) (queue.Figures, error) {
	l, err := s.own(ctx, s.db, of.Queue)
	if err != nil {
		return queue.Figures{}, err
	}
	if of.From, of.To, err = api.Days(of.From, of.To, s.today(), usualFigures, mostFigures); err != nil {
		return queue.Figures{}, err
	}
	f := queue.Figures{Queue: l.ID, Name: l.Content.Name, From: of.From, To: of.To, Now: s.now().UTC()}
	_, offset := s.now().In(s.loc).Zone()
	if f.Days, err = list[queue.DayFigures](ctx, s.db, "figures", figuresSQL, l.ID, string(of.From), string(of.To), offset); err != nil {
		return queue.Figures{}, err
	}
	f.Hits, err = s.hitRate(ctx, l.ID)
	return f, err
}

// figuresSQL answers the days of a queue ?0 from ?1 to ?2, on a clock that is
// ?3 seconds ahead of UTC. Who came before the opening began to wait with it.
const figuresSQL = `
WITH days AS (
  SELECT id, date, opens, opens_at FROM queue_days
  WHERE queue_id = ?0 AND date BETWEEN ?1::date AND ?2::date AND (status IN ('open', 'paused', 'closed') OR last > 0)
), t AS (
  SELECT d.id AS day, d.date, t.stage, t.score,
    extract(hour FROM (t.taken_at + ?3 * interval '1 second') AT TIME ZONE 'UTC')::int AS taken_hour,
    ((t.taken_at + ?3 * interval '1 second') AT TIME ZONE 'UTC')::date = d.date AS taken_then,
    extract(hour FROM (t.called_at + ?3 * interval '1 second') AT TIME ZONE 'UTC')::int AS hour,
    CASE WHEN t.stage IN ('serving', 'done', 'called') THEN greatest(0, extract(epoch FROM t.called_at - greatest(t.taken_at, d.opens_at))) END AS wait,
    CASE WHEN t.stage = 'done' THEN extract(epoch FROM t.ended_at - coalesce(t.began_at, t.called_at)) END AS visit
  FROM days d JOIN tickets t ON t.day_id = d.id
), hours AS (
  SELECT day, hour, sum(taken)::int AS taken, sum(served)::int AS served, sum(absent)::int AS absent,
    coalesce(round(max(wait)), 0)::int AS wait, coalesce(round(max(visit)), 0)::int AS visit
  FROM (
    SELECT day, hour, 0 AS taken, count(*) FILTER (WHERE stage = 'done') AS served, count(*) FILTER (WHERE stage = 'absent') AS absent,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY wait) AS wait, percentile_cont(0.5) WITHIN GROUP (ORDER BY visit) AS visit
    FROM t WHERE hour IS NOT NULL GROUP BY day, hour
    UNION ALL
    SELECT day, taken_hour, count(*), 0, 0, NULL, NULL FROM t WHERE taken_then GROUP BY day, taken_hour
  ) AS h GROUP BY day, hour
), whole AS (
  SELECT day, count(*) AS taken, count(*) FILTER (WHERE stage = 'done') AS served, count(*) FILTER (WHERE stage = 'absent') AS absent,
    count(*) FILTER (WHERE stage = 'cancelled') AS cancelled, count(*) FILTER (WHERE stage = 'unserved') AS unserved,
    count(t.score) AS rated, count(*) FILTER (WHERE score >= 3) AS good,
    percentile_cont(ARRAY[0.5, 0.9, 1]) WITHIN GROUP (ORDER BY wait) AS wait,
    percentile_cont(ARRAY[0.5, 0.9, 1]) WITHIN GROUP (ORDER BY visit) AS visit
  FROM t GROUP BY day
)
SELECT coalesce(json_agg(json_build_object('day', d.id, 'date', d.date, 'taken', coalesce(w.taken, 0), 'served', coalesce(w.served, 0),
  'absent', coalesce(w.absent, 0), 'cancelled', coalesce(w.cancelled, 0), 'unserved', coalesce(w.unserved, 0), 'rated', coalesce(w.rated, 0), 'good', coalesce(w.good, 0),
  'wait', json_build_object('median', coalesce(round(w.wait[1]), 0), 'p90', coalesce(round(w.wait[2]), 0), 'most', coalesce(round(w.wait[3]), 0)),
  'visit', json_build_object('median', coalesce(round(w.visit[1]), 0), 'p90', coalesce(round(w.visit[2]), 0), 'most', coalesce(round(w.visit[3]), 0)),
  'hours', (SELECT coalesce(json_agg(json_build_object('hour', h.hour, 'taken', h.taken, 'served', h.served, 'absent', h.absent,
      'wait', h.wait, 'visit', h.visit) ORDER BY h.hour), '[]') FROM hours h WHERE h.day = d.id)) ORDER BY d.date, d.opens), '[]')::text
FROM days d LEFT JOIN whole w ON w.day = d.id`
