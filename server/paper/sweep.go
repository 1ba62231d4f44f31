package paper

import (
	"context"
	"fmt"
	"time"
)

const (
	// waits is how long a file stays that no answers name: somebody who was
	// interrupted goes on the next day.
	waits = 3 * 24 * time.Hour
	// settles is how long after its row the bytes of a file go: a piece that
	// was being written then is there by now.
	settles = 10 * time.Minute
	// mostSwept bounds what is swept at once.
	mostSwept = 500
)

// Sweep forgets files that no application needs, and deletes the bytes of
// those whose row is gone.
func (s *Service) Sweep(ctx context.Context) error {
	if _, err := s.db.NewRaw(`DELETE FROM files WHERE sent_at IS NULL AND NOT saved AND touched_at < ?`, s.now().Add(-waits).UTC()).Exec(ctx); err != nil {
		return fmt.Errorf("forget files that nobody needs: %w", err)
	}
	var whole []string
	if err := s.db.NewRaw(`SELECT id FROM files WHERE finished_at < ? AND pieces <> '{}' ORDER BY finished_at, id LIMIT ?`, s.now().Add(-settles).UTC(), mostSwept).Scan(ctx, &whole); err != nil {
		return fmt.Errorf("find pieces that nobody needs: %w", err)
	}
	for _, id := range whole {
		if err := s.dropPieces(ctx, id); err != nil {
			return err
		}
	}
	return s.sweepGone(ctx)
}

// sweepGone deletes the bytes of files whose row is gone.
func (s *Service) sweepGone(ctx context.Context) error {
	var ids []string
	if err := s.db.NewRaw(`SELECT id FROM files_gone WHERE at < ? ORDER BY at, id LIMIT ?`, s.now().Add(-settles).UTC(), mostSwept).Scan(ctx, &ids); err != nil {
		return fmt.Errorf("find bytes that nobody needs: %w", err)
	}
	for _, id := range ids {
		if err := s.remove(ctx, id, true); err != nil {
			return err
		}
		if _, err := s.db.NewRaw(`DELETE FROM files_gone WHERE id = ?`, id).Exec(ctx); err != nil {
			return fmt.Errorf("note that bytes are gone: %w", err)
		}
	}
	return nil
}
