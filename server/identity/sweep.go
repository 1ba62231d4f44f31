package identity

import (
	"context"
	"fmt"
	"time"
)

// How long what has ended is kept. A code and a count are of no use once
// their time is over; an invitation may still be asked about.
const (
	countsKept      = 2 * forgiven
	invitationsKept = 90 * 24 * time.Hour
)

// Sweep forgets what has ended, so that nothing grows for ever and nothing
// about people is kept without a use.
func (s *Service) Sweep(ctx context.Context) error {
	now := s.now()
	for _, end := range []struct {
		sql    string
		before time.Time
	}{
		{`DELETE FROM codes WHERE expires_at < ?`, now.Add(-codeTime)},
		{`DELETE FROM challenges WHERE expires_at < ?`, now},
		{`DELETE FROM sessions s USING people p WHERE p.id = s.person_id AND (s.expires_at < ? OR p.closed_at IS NOT NULL)`, now},
		{`DELETE FROM throttles WHERE since < ?0 AND until < ?0`, now.Add(-countsKept)},
		{`DELETE FROM invitations WHERE least(ended_at, expires_at) < ?`, now.Add(-invitationsKept)},
	} {
		if _, err := s.db.NewRaw(end.sql, end.before).Exec(ctx); err != nil {
			return fmt.Errorf("forget what has ended: %w", err)
		}
	}
	return nil
}
