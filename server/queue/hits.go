package queue

import (
	"context"
	"fmt"
	"time"

	"rumah/shared/queue"
)

const (
	// hitDays is over how many days promises are looked back at.
	hitDays = 30
	// mostHits is at how many of them, the latest.
	mostHits = 1000
	// hitsFresh is how long a hit-rate stands before it is counted again.
	hitsFresh = 10 * time.Minute
)

// hitRate is how often what was said of the wait held, lately.
func (s *Service) hitRate(ctx context.Context, queueID string) (queue.HitRate, error) {
	return s.memos.hits.get(queueID, s.now(), hitsFresh, func() (queue.HitRate, error) {
		var h queue.HitRate
		err := s.db.NewRaw(`
SELECT count(*) FILTER (WHERE waited BETWEEN p.low50 AND p.high50), count(*) FILTER (WHERE waited BETWEEN p.low90 AND p.high90), count(*)
FROM (
  SELECT t.promised, t.waited
  FROM (SELECT id FROM queue_days WHERE queue_id = ?0 AND date > ?1::date - ?2::int AND date <= ?1::date ORDER BY date DESC) d
  CROSS JOIN LATERAL ( -- day by day, so that the index is used and the latest come first
    SELECT promised, extract(epoch FROM called_at - taken_at) * 1000000000 AS waited
    FROM tickets WHERE day_id = d.id AND called_at IS NOT NULL AND json_typeof(promised) = 'object' LIMIT ?3
  ) t LIMIT ?3
) past, json_to_record(past.promised) AS p(low90 bigint, low50 bigint, high50 bigint, high90 bigint, unknown boolean)
WHERE p.high90 > 0 AND p.unknown IS NOT TRUE`, queueID, string(s.today()), hitDays, mostHits).Scan(ctx, &h.In50, &h.In90, &h.Of)
		if err != nil {
			return h, fmt.Errorf("count kept promises: %w", err)
		}
		return h, nil
	})
}
