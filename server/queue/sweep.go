package queue

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"rumah/shared/fault"
	"rumah/shared/queue"
)

// Sweep closes the days whose date is over, goes on with what was
// interrupted, and forgets whose numbers they were. Servers that share a
// database may do it at the same time.
func (s *Service) Sweep(ctx context.Context) error {
	s.tidy()
	return errors.Join(s.expire(ctx, lookBack), s.Resume(ctx), s.forgetPeople(ctx))
}

// expire ends days of before today that nobody closed: who was skipped is
// absent, and who still waits was not served.
func (s *Service) expire(ctx context.Context, back int) error {
	var days []string
	err := s.db.Raw().QueryRow(ctx, `
SELECT coalesce(array_agg(id), '{}') FROM (
  SELECT id FROM queue_days WHERE date < $1::date AND date >= $2::date AND status NOT IN ('closed', 'cancelled') ORDER BY date LIMIT 5000) d`,
		string(s.today()), string(s.today().Add(-back))).Scan(&days)
	if err != nil {
		return fmt.Errorf("find forgotten queue-days: %w", err)
	}
	for _, day := range days {
		_, failed := s.do(ctx, day, wish{Command: queue.Command{Action: queue.Expire}})
		if failed != nil && !fault.Is(failed, fault.Conflict) { // another server was faster
			err = errors.Join(err, fmt.Errorf("close queue-day %s: %w", day, failed))
		}
	}
	return err
}

// halfway is how long something in two steps may take before it counts as
// interrupted.
const halfway = time.Minute

// A visit that has begun goes on by itself as long after the end of a stage as
// people wait in a hospital for a place to become free. Who was finished while
// nothing followed, or a server died, is only looked for a while.
const (
	resumable = 4 * time.Hour
	beginning = time.Hour
)

// Resume ends the days of yesterday, and goes on with what was interrupted
// between two queues, because its server was killed for example; at the start
// and every minute.
func (s *Service) Resume(ctx context.Context) error {
	return errors.Join(s.expire(ctx, 1), s.takeBack(ctx), s.resumeVisits(ctx))
}

// takeBack ends the numbers of people who are still, or again, where they
// came from: an undo overtook the number, or a server was killed that wrote
// the two one after the other. Who was called with it keeps it.
func (s *Service) takeBack(ctx context.Context) error {
	rows, err := s.db.Raw().Query(ctx, `
SELECT n.day_id, n.number
FROM queue_days d JOIN tickets n ON n.day_id = d.id AND n.via = 'move' AND n.requester = $2 AND n.stage IN ('waiting', 'away')
JOIN tickets o ON o.id = split_part(n.request_key, ':', 2)
WHERE d.date >= $1::date AND n.taken_at < $3 AND (o.ended_at IS NULL
  OR o.stage = 'done' AND n.request_key LIKE 'next:%' AND n.request_key <> 'next:' || o.id || `+endedSQL+`)`, string(s.today()), house, s.now().Add(-halfway))
	if err != nil {
		return fmt.Errorf("find numbers of people who are elsewhere: %w", err)
	}
	type number struct {
		day string
		n   int
	}
	list, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (n number, err error) {
		err = row.Scan(&n.day, &n.n)
		return n, err
	})
	if err != nil {
		return fmt.Errorf("find numbers of people who are elsewhere: %w", err)
	}
	for _, n := range list {
		_, failed := s.do(ctx, n.day, wish{Command: queue.Command{Action: queue.Retract, Number: n.n}})
		if failed != nil && !fault.Is(failed, fault.Conflict) {
			err = errors.Join(err, fmt.Errorf("take number %d of %s back: %w", n.n, n.day, failed))
		}
	}
	return err
}

// resumeVisits lets those go on who were finished a while ago and did not:
// who was first is first where there was no room.
func (s *Service) resumeVisits(ctx context.Context) error {
	list, err := s.travellers(ctx, `JOIN queues q ON q.id = d.queue_id AND q.next_id IS NOT NULL
WHERE d.date >= $1::date AND o.stage = 'done' AND o.ended_at > $2 AND o.ended_at < $3 AND (o.visit_id IS NOT NULL OR o.ended_at > $4)
  AND NOT EXISTS (SELECT FROM tickets n WHERE n.requester = $5 AND n.request_key = 'next:' || o.id || `+endedSQL+`)
ORDER BY o.ended_at, o.id`, string(s.today().Add(-1)), s.now().Add(-resumable), s.now().Add(-queue.UndoFor), s.now().Add(-beginning), house)
	if err != nil {
		return err
	}
	return s.goOn(ctx, list)
}
