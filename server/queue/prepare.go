package queue

import (
	"context"

	"rumah/shared/calendar"
	"rumah/shared/queue"
)

// prepare makes the days of a queue, or of all queues of a place, that do
// not exist yet, from a date to another.
func (s *Service) prepare(ctx context.Context, queueID, placeID string, from, to calendar.Date) error {
	return nil
}

// pace is how fast a queue goes now, from its own past.
func (s *Service) pace(ctx context.Context, queueID string) (queue.Pace, error) {
	return queue.Sensible(300), nil
}
