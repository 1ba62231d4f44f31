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
	// hitsFresh is how long a hit-rate stands before it is counted again.
	hitsFresh = 10 * time.Minute
)

// hitRate is how often what was said of the wait held, lately.
func (s *Service) hitRate(ctx context.Context, queueID string) (queue.HitRate, error) {
	return s.memos.hits.get(queueID, s.now(), hitsFresh, func() (queue.HitRate, error) {
		var h queue.HitRate
		err := s.db.NewRaw(`
SELECT count(*) FILTER (WHERE waited BETWEEN (promised ->> 'low50')::bigint AND (promised ->> 'high50')::bigint),
  count(*) FILTER (WHERE waited BETWEEN (promised ->> 'low90')::bigint AND (promised ->> 'high90')::bigint), count(*)
FROM (
  SELECT t.promised, extract(epoch FROM t.called_at - t.taken_at) * 1000000000 AS waited
  FROM queue_days d JOIN tickets t ON t.day_id = d.id
  WHERE d.queue_id = ?0 AND d.date > ?1::date - ?2::int AND d.date <= ?1::date AND t.called_at IS NOT NULL
    AND json_typeof(t.promised) = 'object' AND coalesce(t.promised ->> 'unknown', '') <> 'true' AND coalesce((t.promised ->> 'high90')::bigint, 0) > 0
) past`, queueID, string(s.today()), hitDays).Scan(ctx, &h.In50, &h.In90, &h.Of)
		if err != nil {
			return h, fmt.Errorf("count kept promises: %w", err)
		}
		return h, nil
	})
}
