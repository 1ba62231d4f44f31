package queue

import (
	"context"
	"fmt"
)

// Tend looks after the days that are there; a house calls it every minute.
// It tells the phones of open days how fast they go, and brings in line what
// is not as its queue is set up: days about to open, all that are cancelled
// or not against their queue's week, leaves and days off, and quotas that are
// not those of the week. Servers that share a database may do it at the same
// time.
func (s *Service) Tend(ctx context.Context) error {
	var days []slot
	now := s.now().UTC()
	err := s.db.NewRaw(`
WITH d AS (
  SELECT d.*, w.queue_id IS NOT NULL AS planned, o.date IS NOT NULL AS off,
    EXISTS (SELECT FROM queue_closures l WHERE l.queue_id = d.queue_id AND l.ended_at IS NULL AND d.date BETWEEN l.from_date AND l.to_date) AS leave,
    coalesce(w.closes <> d.closes OR (w.regular, w.priority) IS DISTINCT FROM (d.regular_limit, d.priority_limit)
      AND (w.regular < 0 OR w.regular >= d.regular_taken) AND (w.priority < 0 OR w.priority >= d.priority_taken), false) AS changed
  FROM queue_days d JOIN queues q ON q.id = d.queue_id JOIN places p ON p.id = q.place_id JOIN schedules h ON h.id = p.schedule_id
  LEFT JOIN queue_sessions w ON w.queue_id = d.queue_id AND w.day = extract(dow FROM d.date) AND w.opens = d.opens AND q.active
  LEFT JOIN days_off o ON o.date = d.date AND NOT (o.kind = 'holiday' AND h.on_holiday OR o.kind = 'leave' AND h.on_leave)
  WHERE d.date >= ?0::date AND d.closes_at > ?1::timestamptz AND d.status <> 'closed'
)
SELECT id, queue_id, date::text, opens FROM d
WHERE status IN ('open', 'paused')
  OR status = 'scheduled' AND opens_at < ?1::timestamptz + interval '3 hours'
  OR status = 'scheduled' AND (leave OR off OR changed OR NOT planned AND last = 0)
  OR status = 'cancelled' AND planned AND NOT leave AND NOT off
ORDER BY queue_id, id`, string(s.today()), now).Scan(ctx, &days)
	if err != nil {
		return fmt.Errorf("look which days need tending: %w", err)
	}
	return s.alignEach(ctx, days)
}
