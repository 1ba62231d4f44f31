package inbox

import (
	"context"
	"fmt"
	"time"

	"rumah/server/jobs"
)

// tending is what is looked after again and again.
type tending struct{}

// Kind implements river.JobArgs.
func (tending) Kind() string { return "inbox_tend" }

// tendEvery is how soon what a dead server left undone is taken up.
const tendEvery = 15 * time.Second

// hire adds the work of this package to the shop.
func (s *Service) hire() {
	jobs.Work(s.Jobs, func(ctx context.Context, job delivering) error { return s.deliver(ctx, job.Delivery) })
	jobs.Work(s.Jobs, func(ctx context.Context, job falling) error { return s.fall(ctx, job.Message) })
	jobs.Work(s.Jobs, func(ctx context.Context, _ tending) error { return s.rescue(ctx) })
	s.Jobs.Every(tendEvery, tending{})
}

// rescue takes up what was being carried when a server died. River would do
// so after an hour; a call to a counter is old news by then. Nothing of this
// takes longer than sendTime.
func (s *Service) rescue(ctx context.Context) error {
	_, err := s.db.Raw().Exec(ctx, `
UPDATE jobs.river_job SET state = 'available', scheduled_at = now()
WHERE state = 'running' AND kind IN ('inbox_push', 'inbox_fallback') AND attempted_at < now() - make_interval(secs => $1)`, (sendTime + 5*time.Second).Seconds())
	if err != nil {
		return fmt.Errorf("take up what was left undone: %w", err)
	}
	return nil
}

// How long what people were told is kept.
const (
	messagesKept   = 2 * 365 * 24 * time.Hour
	deliveriesKept = 90 * 24 * time.Hour
	looksKept      = 30 * 24 * time.Hour
)

// Sweep forgets what is of no use any more.
func (s *Service) Sweep(ctx context.Context) error {
	now := s.now()
	for sql, before := range map[string]time.Time{
		`DELETE FROM messages WHERE sent_at < $1`:   now.Add(-messagesKept),
		`DELETE FROM deliveries WHERE made_at < $1`: now.Add(-deliveriesKept),
		`DELETE FROM looks WHERE at < $1`:           now.Add(-looksKept),
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
