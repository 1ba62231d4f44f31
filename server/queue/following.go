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

// following is where a queue sends people: to the next that was not taken
// away, and there to the session of today that is not over. One that still
// serves people past its hours is not.
type following struct {
	Of, Queue string
	Day       string // one that is over when there is no other; "" for none today
}

// following are where queues send people now, by queue; beside an error those
// that could be found out.
func (s *Service) following(ctx context.Context, queues []string) (map[string]following, error) {
	ways, err := s.follows(ctx, queues)
	made := false
	for _, f := range ways {
		if f.Day == "" {
			made, err = true, errors.Join(err, s.prepare(ctx, f.Queue, "", s.today(), s.today()))
		}
	}
	if !made {
		return ways, err
	}
	ways, failed := s.follows(ctx, queues)
	return ways, errors.Join(err, failed)
}

func (s *Service) follows(ctx context.Context, queues []string) (map[string]following, error) {
	ways := make(map[string]following)
	rows, err := s.db.Raw().Query(ctx, `
WITH RECURSIVE way AS (
  SELECT id AS of, next_id AS id, 1 AS step FROM queues WHERE id = ANY ($1)
  UNION SELECT w.of, q.next_id, w.step + 1 FROM way w JOIN queues q ON q.id = w.id WHERE NOT q.active AND w.step < 10)
SELECT w.of, q.id, coalesce((SELECT d.id FROM queue_days d WHERE d.queue_id = q.id AND d.date = $2
  ORDER BY (d.status IN ('open', 'paused') OR d.status = 'scheduled' AND d.closes_at > $3) DESC, d.opens_at LIMIT 1), '')
FROM way w JOIN queues q ON q.id = w.id AND q.active`, queues, string(s.today()), s.now())
	if err != nil {
		return nil, fmt.Errorf("find where queues lead: %w", err)
	}
	list, err := pgx.CollectRows(rows, pgx.RowToStructByPos[following])
	if err != nil {
		return nil, fmt.Errorf("find where queues lead: %w", err)
	}
	for _, f := range list {
		ways[f.Of] = f
	}
	return ways, nil
}

// between reports whether somebody is at the counter of a step, or just was
// and goes on.
func (r stepRow) between(now time.Time) bool {
	goesOn := beginning
	if r.Visits {
		goesOn = resumable
	}
	return r.Stage.AtCounter() || r.Stage == queue.Done && now.Sub(r.EndedAt.Time) < goesOn
}

// hold is why somebody has no number where they go on to.
type hold struct {
	why    queue.Held
	reason string
}

// holds are why people at the last steps of their visits have no numbers for
// the next, by ticket. It is told while they are still at the counter, so
// that the officer can say it to them.
func (s *Service) holds(ctx context.Context, last []stepRow) (map[string]hold, error) {
	found := make(map[string]hold)
	if len(last) == 0 {
		return found, nil
	}
	ways, err := s.following(ctx, columnOf(last, func(r stepRow) string { return r.QueueID }))
	if err != nil {
		return nil, err
	}
	var tickets, days []string
	for _, r := range last {
		f, follows := ways[r.QueueID]
		if !follows {
			continue
		}
		h, err := s.hold(ctx, f.Day, r)
		if err != nil {
			return nil, err
		}
		if h.why != "" {
			found[r.Of] = h
			tickets, days = append(tickets, r.Of), append(days, f.Day)
		}
	}
	return found, s.served(ctx, tickets, days, found)
}

// hold is why the queue-day after a step gives no number.
func (s *Service) hold(ctx context.Context, day string, r stepRow) (hold, error) {
	if day == "" {
		return hold{why: queue.HeldClosed}, nil
	}
	state, err := s.state(ctx, day)
	if err != nil {
		return hold{}, err
	}
	_, err = state.Clone().Do(arriving(state, r.Lane, r.Payer), s.now())
	switch {
	case state.Head.Status == queue.Stopped:
		return hold{queue.HeldClosed, state.Head.Reason}, nil
	case state.Head.Status.Over(), fault.Is(err, fault.Conflict) && fault.From(err).Key == "queue_over":
		return hold{why: queue.HeldClosed}, nil
	case fault.Is(err, fault.Conflict):
		return hold{why: queue.HeldFull}, nil
	case r.Stage == queue.Done:
		return hold{why: queue.HeldSoon}, nil
	}
	return hold{}, nil
}

// served leaves out whoever has a number there already that is not of this
// visit, because they took it themselves.
func (s *Service) served(ctx context.Context, tickets, days []string, found map[string]hold) error {
	if len(tickets) == 0 {
		return nil
	}
	rows, err := s.db.Raw().Query(ctx, `
SELECT o.id FROM unnest($1::text[], $2::text[]) k(ticket, day) JOIN tickets o ON o.id = k.ticket
JOIN tickets n ON n.day_id = k.day AND n.person = o.person AND n.stage <> 'cancelled' AND (n.ended_at IS NULL OR n.ended_at > o.ended_at)`, tickets, days)
	if err != nil {
		return fmt.Errorf("look who has a number already: %w", err)
	}
	list, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return fmt.Errorf("look who has a number already: %w", err)
	}
	for _, ticket := range list {
		delete(found, ticket)
	}
	return nil
}
