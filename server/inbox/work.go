package inbox

import (
	"context"
	"fmt"
	"time"

	"rumah/server/jobs"
)

// hire adds the work of this package to the shop.
func (s *Service) hire() {
	jobs.Work(s.Jobs, func(ctx context.Context, job delivering) error { return s.deliver(ctx, job.Delivery) })
	jobs.Work(s.Jobs, func(ctx context.Context, job falling) error { return s.fall(ctx, job.Message) })
}

// How long what people were told is kept.
const (
	messagesKept   = 2 * 365 * 24 * time.Hour
	deliveriesKept = 90 * 24 * time.Hour
	looksKept      = 30 * 24 * time.Hour
	// failingKept is how long a device is tried that is never reached.
	failingKept = 60 * 24 * time.Hour
)

// Sweep forgets what is of no use any more.
func (s *Service) Sweep(ctx context.Context) error {
	now := s.now()
	for sql, before := range map[string]time.Time{
		`DELETE FROM messages WHERE sent_at < $1`:        now.Add(-messagesKept),
		`DELETE FROM deliveries WHERE made_at < $1`:      now.Add(-deliveriesKept),
		`DELETE FROM looks WHERE at < $1`:                now.Add(-looksKept),
		`DELETE FROM push_devices WHERE failing_at < $1`: now.Add(-failingKept),
	} {
		if _, err := s.db.Raw().Exec(ctx, sql, before); err != nil {
			return fmt.Errorf("forget old messages: %w", err)
		}
	}
	return nil
}

// Forget empties the inbox of somebody whose account was closed.
func (s *Service) Forget(ctx context.Context, person string) error {
	_, err := s.db.Raw().Exec(ctx, `
WITH m AS (DELETE FROM messages WHERE person_id = $1), d AS (DELETE FROM push_devices WHERE person_id = $1),
t AS (DELETE FROM talks WHERE person_id = $1), l AS (DELETE FROM looks WHERE person_id = $1)
DELETE FROM inbox_settings WHERE person_id = $1`, person)
	if err != nil {
		return fmt.Errorf("empty an inbox: %w", err)
	}
	return nil
}
