package permit

import (
	"context"
	"errors"
	"fmt"
	"time"

	"rumah/shared/fault"
	"rumah/shared/permit"
)

// mostTended bounds how much is tended at once.
const mostTended = 500

// Tend ends what waited too long for its applicant. Those that somebody
// moves at the same moment are theirs.
func (s *Service) Tend(ctx context.Context) error {
	var ids []string
	err := s.db.NewRaw(`SELECT id FROM applications WHERE until_at <= ?::timestamptz ORDER BY until_at, id LIMIT ?`, s.now().UTC(), mostTended).Scan(ctx, &ids)
	if err != nil {
		return fmt.Errorf("find what waited too long: %w", err)
	}
	var failed []error
	for _, id := range ids {
		if err := s.end(ctx, id); err != nil && !fault.Is(err, fault.Conflict) {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

func (s *Service) end(ctx context.Context, id string) error {
	d, err := s.read(ctx, nil, `a.id = ?1`, id)
	if err != nil {
		return err
	}
	action := permit.Expire
	if d.state.Head.Stage == permit.Payment {
		action = permit.Lapse
	}
	events, err := d.state.Do(d.rules, permit.Command{Action: action, House: true}, s.now())
	if err != nil {
		return err
	}
	return s.write(ctx, d, events, nil)
}

// draftsKept is how long what was begun and not sent is kept after it was
// last touched.
const draftsKept = 90 * 24 * time.Hour

// Sweep forgets drafts that nobody came back to, and those of accounts that
// were closed.
func (s *Service) Sweep(ctx context.Context) error {
	if _, err := s.db.NewRaw(`
DELETE FROM applications a WHERE version = 0
  AND (saved_at < ?::timestamptz OR EXISTS (SELECT FROM people p WHERE p.id = a.person_id AND p.closed_at IS NOT NULL))`, s.now().Add(-draftsKept).UTC()).Exec(ctx); err != nil {
		return fmt.Errorf("forget old drafts: %w", err)
	}
	return s.Tend(ctx)
}

// Forget ends what somebody began whose account was closed. What was sent is
// a record of the office.
func (s *Service) Forget(ctx context.Context, person string) error {
	if _, err := s.db.NewRaw(`DELETE FROM applications WHERE person_id = ? AND version = 0`, person).Exec(ctx); err != nil {
		return fmt.Errorf("forget the drafts of a closed account: %w", err)
	}
	return nil
}
