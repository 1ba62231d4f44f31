package queue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/shared/queue"
)

// wentOn is the number that a ticket went on with; nil for none.
func (s *Service) wentOn(ctx context.Context, row passRow) (*queue.Onward, error) {
	if row.Stage != queue.Moved && row.Stage != queue.Done {
		return nil, nil
	}
	var next struct {
		ID, Name, Prefix string
		Number, Share    int
	}
	err := s.db.NewRaw(`
SELECT t.id, q.name, coalesce(d.first ->> 'prefix', q.prefix) AS prefix, t.number, t.share
FROM tickets t JOIN queue_days d ON d.id = t.day_id JOIN queues q ON q.id = d.queue_id
WHERE t.requester = ? AND t.request_key = ANY(?) ORDER BY t.taken_at DESC LIMIT 1`,
		house, pgdialect.Array([]string{moveKey(row.ID, row.EndedAt.Time), onwardKey(row.ID, row.EndedAt.Time)})).Scan(ctx, &next)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("find what ticket %s went on with: %w", row.ID, err)
	}
	return &queue.Onward{ID: next.ID, Name: next.Name, Label: queue.Label(next.Prefix, next.Number), Share: s.shareSecret(next.ID, next.Share)}, nil
}

// instead is the next day of a queue on which a number can be had, for a
// ticket that the house itself did not serve; nil for one that needs none,
// and when there is no such day.
func (s *Service) instead(ctx context.Context, row passRow) (*queue.Line, error) {
	if row.Stage != queue.Unserved && (row.Stage != queue.Cancelled || row.Reason == "") {
		return nil, nil
	}
	today := s.today()
	if err := s.prepare(ctx, row.Queue, "", today, today.Add(farthest)); err != nil {
		return nil, err
	}
	days, err := s.listDays(ctx, "", `d.queue_id = ?1 AND d.date >= ?2::date AND d.opens_at > ?3 AND q.active ORDER BY d.opens_at`, row.Queue, string(today), row.OpensAt)
	if err != nil {
		return nil, err
	}
	for _, day := range days {
		state, err := s.state(ctx, day.ID)
		if err != nil {
			return nil, err
		}
		if line := s.line(day, state); line.Open {
			return &line, nil
		}
	}
	return nil, nil
}
