package queue

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"rumah/shared/fault"
	"rumah/shared/queue"
)

// replayed is a day as its log tells it.
func (s *Service) replayed(ctx context.Context, day string) (*queue.State, error) {
	var first, events string
	err := s.db.NewRaw(`
SELECT d.first::text, (SELECT coalesce(json_agg(e.body ORDER BY e.version), '[]')::text FROM queue_events e WHERE e.day_id = d.id)
FROM queue_days d WHERE d.id = ?`, day).Scan(ctx, &first, &events)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fault.New(fault.Unknown, "unknown")
	}
	state, log := new(queue.State), []queue.Event{}
	if err == nil {
		err = errors.Join(json.Unmarshal([]byte(first), state), json.Unmarshal([]byte(events), &log))
	}
	if err != nil {
		return nil, fmt.Errorf("replay %s: %w", day, err)
	}
	for _, e := range log {
		if !state.Apply(e) {
			return nil, fmt.Errorf("replay %s: event %d does not follow %d", day, e.Version, state.Version)
		}
	}
	return state, nil
}
