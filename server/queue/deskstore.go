package queue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/shared/queue"
)

// guest is who holds a number.
type guest struct {
	ID                  string
	Number, Age, Share  int
	Holder, Ground, Via string
	Payer               queue.Payer
	Stage               queue.Stage
	TakenAt             time.Time
	CalledAt, EndedAt   bun.NullTime
}

// onPaper reports whether the number was given at the place, to somebody who
// has it on a slip. Who took it in the app shares it themselves.
func (g guest) onPaper() bool { return g.Via == "desk" || g.Via == "kiosk" || g.Via == "move" }

// guests are those of a day, by number; with numbers only those.
func (s *Service) guests(ctx context.Context, day string, numbers []int) ([]guest, error) {
	var list []guest
	if numbers == nil {
		numbers = []int{}
	}
	err := s.db.NewRaw(`
SELECT id, number, coalesce(age, -1) AS age, share, holder, ground, via, payer, stage, taken_at, called_at, ended_at
FROM tickets WHERE day_id = ?0 AND (?1::int[] = '{}' OR number = ANY(?1::int[])) ORDER BY number`, day, pgdialect.Array(numbers)).Scan(ctx, &list)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("list who holds numbers of %s: %w", day, err)
	}
	return list, nil
}

// deskPlaces are the places with queues where the maker of a request serves.
func (s *Service) deskPlaces(ctx context.Context) ([]string, error) {
	var ids []string
	err := s.db.NewRaw(`SELECT p.id FROM places p WHERE ? AND EXISTS (SELECT FROM queues q WHERE q.place_id = p.id AND q.active)`,
		servedBy(ctx).within()).Scan(ctx, &ids)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("list the places somebody serves: %w", err)
	}
	return ids, nil
}

// undoUntil is until when the last thing that somebody did to numbers of a
// day can be undone, ms; 0 when it cannot.
func (s *Service) undoUntil(ctx context.Context, day, actor string) (int64, error) {
	if actor == "" {
		return 0, nil
	}
	var last struct {
		At       time.Time
		Undoable bool
	}
	err := s.db.NewRaw(`
SELECT at, was IS NOT NULL AND counter <> '' AND kind <> 'undone' AS undoable
FROM queue_events WHERE day_id = ? AND actor = ? ORDER BY version DESC LIMIT 1`, day, actor).Scan(ctx, &last)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return 0, nil
	case err != nil:
		return 0, fmt.Errorf("read what was done last: %w", err)
	case !last.Undoable:
		return 0, nil
	}
	return undoable(last.At, s.now()), nil
}
