package queue

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"rumah/server/api"
	"rumah/server/inbox"
	"rumah/shared/fault"
	contract "rumah/shared/inbox"
	"rumah/shared/queue"
)

// Way implements queue.API.
func (s *Service) Way(ctx context.Context, in queue.Way) error {
	var minutes *int
	if in.Minutes > 0 {
		minutes = &in.Minutes
	}
	done, err := s.db.Raw().Exec(ctx, `UPDATE tickets SET way = $3 WHERE id = $1 AND account_id = $2`, in.ID, api.Actor(ctx).ID, minutes)
	if err != nil {
		return fmt.Errorf("note a way: %w", err)
	}
	if done.RowsAffected() == 0 {
		return fault.New(fault.Unknown, "unknown")
	}
	return nil
}

// walker is somebody who wants to be told when to leave.
type walker struct {
	Day, ID       string
	Number, Way   int
	Account, Whom string
}

// Depart tells people that it is time to leave; a house calls it every
// minute. Everybody is told once for a number.
func (s *Service) Depart(ctx context.Context) error {
	if s.Inbox == nil {
		return nil
	}
	rows, err := s.db.Raw().Query(ctx, `
SELECT t.day_id, t.id, t.number, t.way, t.account_id, CASE WHEN t.member_id IS NULL THEN '' ELSE t.holder END
FROM queue_days d JOIN tickets t ON t.day_id = d.id AND t.way IS NOT NULL AND t.stage IN ('waiting', 'away') AND NOT t.present AND t.account_id IS NOT NULL
WHERE d.date = $1::date AND d.status IN ('scheduled', 'open')
  AND NOT EXISTS (SELECT FROM messages m WHERE m.person_id = t.account_id AND m.key = $2 || t.id)
ORDER BY t.day_id, t.number`, string(s.today()), leaveKey)
	if err != nil {
		return fmt.Errorf("find who is to leave: %w", err)
	}
	list, err := pgx.CollectRows(rows, pgx.RowToStructByPos[walker])
	if err != nil {
		return fmt.Errorf("find who is to leave: %w", err)
	}
	var failed error
	for _, w := range list {
		failed = errors.Join(failed, s.depart(ctx, w))
	}
	return failed
}

const leaveKey = string(contract.TicketLeave) + ":"

// depart tells one of them when the time has come.
func (s *Service) depart(ctx context.Context, w walker) error {
	state, err := s.state(ctx, w.Day)
	if err != nil {
		return err
	}
	now := s.now()
	ticket, waits := state.Ticket(w.Number)
	stand, stands := state.StandingOf(w.Number, now)
	if !waits || !stands {
		return nil
	}
	when := state.When(stand, now)
	if when.Wait.Unknown || when.LeaveAt(time.Duration(w.Way)*time.Minute).After(now) {
		return nil
	}
	a, err := s.about(ctx, w.Day)
	if err != nil {
		return err
	}
	note := s.note(a, state, tale{
		record: &record{id: w.ID, account: w.Account, whom: w.Whom, now: ticket}, kind: contract.TicketLeave, key: leaveKey + w.ID, at: now.UTC(), when: when,
	})
	return s.post(ctx, note)
}

// post tells somebody something that is no part of a line's log.
func (s *Service) post(ctx context.Context, note inbox.Note) error {
	told, err := s.Inbox.Post(ctx, s.db, note)
	if err == nil {
		s.Inbox.Told(told)
	}
	return err
}
