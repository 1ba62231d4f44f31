package queue

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"rumah/server/api"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// Rate implements queue.API.
func (s *Service) Rate(ctx context.Context, in queue.Rating) (queue.TicketView, error) {
	account, now := api.Actor(ctx).ID, s.now()
	var over, late bool
	err := s.db.Raw().QueryRow(ctx, `
WITH t AS (SELECT id, stage = 'done' AS over, coalesce(ended_at < $4, false) AS late FROM tickets WHERE id = $1 AND account_id = $2),
rated AS (UPDATE tickets u SET score = $5, score_text = $6, scored_at = $3 FROM t WHERE u.id = t.id AND t.over AND NOT t.late)
SELECT over, late FROM t`, in.ID, account, now, now.Add(-queue.RateFor), in.Score, in.Text).Scan(&over, &late)
	switch {
	case errors.Is(err, pgx.ErrNoRows):
		return queue.TicketView{}, fault.New(fault.Unknown, "unknown")
	case err != nil:
		return queue.TicketView{}, fmt.Errorf("rate a visit: %w", err)
	case !over:
		return queue.TicketView{}, fault.New(fault.Conflict, "rate_early")
	case late:
		return queue.TicketView{}, fault.New(fault.Conflict, "rate_late")
	}
	return s.view(ctx, account, in.ID)
}
