package permit

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"rumah/shared/permit"
)

// decided are the stages in which the office has done its part.
var decided = []permit.Stage{permit.PickUp, permit.Issued, permit.Collected, permit.Refused, permit.Revoked, permit.Replaced}

// measure writes what an application took, once the office is done with it:
// what public figures are made of. It belongs into the transaction that
// writes the decision.
func (s *Service) measure(ctx context.Context, tx bun.IDB, d *dossier) error {
	h := d.state.Head
	if !slices.Contains(decided, h.Stage) {
		return nil
	}
	ended := time.UnixMilli(h.Since)
	var days, minutes, inTime any
	if h.Clock.Start != 0 && h.Clock.End != 0 {
		ended = time.UnixMilli(h.Clock.End)
		days, minutes = h.Clock.Days(d.rules.Hours, ended), int(h.Clock.Used(d.rules.Hours, ended)/time.Minute)
		if due, ok := h.Clock.Target(d.rules.Hours, d.definition.Promise, ended); ok {
			inTime = !ended.After(due)
		}
	}
	_, err := tx.NewRaw(`UPDATE applications SET ended_at = ?::timestamptz, took_days = ?::int, took_minutes = ?::int, in_time = ?::boolean, returned = ? WHERE id = ? AND ended_at IS NULL`,
		ended.UTC(), days, minutes, inTime, h.Rounds > 0, d.ID).Exec(ctx)
	if err != nil {
		return fmt.Errorf("write what an application took: %w", err)
	}
	return nil
}

// measureRest measures what was decided by a house that did not measure yet.
func (s *Service) measureRest(ctx context.Context) error {
	var ids []string
	err := s.db.NewRaw(`
SELECT id FROM applications WHERE ended_at IS NULL AND stage IN ('pickup', 'issued', 'collected', 'refused', 'revoked', 'replaced') ORDER BY id LIMIT ?`, mostTended).Scan(ctx, &ids)
	if err != nil {
		return fmt.Errorf("find what was not measured: %w", err)
	}
	var failed []error
	for _, id := range ids {
		d, err := s.read(ctx, nil, `a.id = ?1`, id)
		if err == nil {
			err = s.measure(ctx, s.db, d)
		}
		failed = append(failed, err)
	}
	return errors.Join(failed...)
}
