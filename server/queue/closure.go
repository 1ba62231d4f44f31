package queue

import (
	"context"
	"fmt"

	"rumah/server/api"
	"rumah/server/vault"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// Absent implements queue.API. The leave is written first, so that no day is
// made meanwhile as if there were none; then the days that are there are
// cancelled one after the other, each through its log. What a broken server
// left undone Tend does.
func (s *Service) Absent(ctx context.Context, leave queue.NewLeave) (queue.Setup, error) {
	if err := leave.Check(); err != nil {
		return queue.Setup{}, err
	}
	l, err := s.own(ctx, s.db, leave.ID)
	switch {
	case err != nil:
		return queue.Setup{}, err
	case leave.To < s.today():
		return queue.Setup{}, fault.Wrong(fault.Field{Name: "to", Key: "days_past"})
	}
	for _, other := range l.Leaves {
		if leave.From <= other.To && other.From <= leave.To {
			return queue.Setup{}, fault.Wrong(fault.Field{Name: "from", Key: "leave_twice"})
		}
	}
	_, err = s.db.NewRaw(`
INSERT INTO queue_closures (id, queue_id, from_date, to_date, reason, made_by, made_at) VALUES (?, ?, ?::date, ?::date, ?, nullif(?, ''), ?::timestamptz)`,
		vault.Token(), l.ID, string(leave.From), string(leave.To), leave.Reason, api.Actor(ctx).ID, s.now().UTC()).Exec(ctx)
	if err != nil {
		return queue.Setup{}, fmt.Errorf("close queue %s: %w", l.ID, err)
	}
	return s.followed(ctx, l.ID)
}

// Present implements queue.API.
func (s *Service) Present(ctx context.Context, id queue.LeaveID) (queue.Setup, error) {
	l, err := s.own(ctx, s.db, id.ID)
	if err != nil {
		return queue.Setup{}, err
	}
	done, err := s.db.NewRaw(`UPDATE queue_closures SET ended_at = ?::timestamptz WHERE id = ? AND queue_id = ? AND ended_at IS NULL`, s.now().UTC(), id.Leave, l.ID).Exec(ctx)
	if err != nil {
		return queue.Setup{}, fmt.Errorf("take a leave of queue %s back: %w", l.ID, err)
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return queue.Setup{}, fault.New(fault.Unknown, "unknown")
	}
	return s.followed(ctx, l.ID)
}
