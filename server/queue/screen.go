package queue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/database"
	"rumah/server/vault"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// screenRow is a board or kiosk with its place.
type screenRow struct {
	ID     string
	Kind   queue.DeviceKind
	Name   string
	Queues []string `bun:",array"` // empty for all of the place
	SeenAt bun.NullTime
	spot
}

// seenEvery is how often it is written down that a screen asked.
const seenEvery = time.Minute

// screenOf is the board or kiosk that a link belongs to. Fault: unknown
// (device_gone).
func (s *Service) screenOf(ctx context.Context, secret string) (screenRow, error) {
	var row screenRow
	if !database.Storable(secret) {
		return row, fault.New(fault.Unknown, "device_gone")
	}
	err := s.db.NewRaw(`
SELECT v.id, v.kind, v.name, v.queues, v.seen_at, `+spotColumns+`
FROM queue_devices v JOIN places p ON p.id = v.place_id
WHERE v.token_hash = ? AND v.revoked_at IS NULL`, vault.Fingerprint(secret)).Scan(ctx, &row)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return row, fault.New(fault.Unknown, "device_gone")
	case err != nil:
		return row, fmt.Errorf("read a screen: %w", err)
	}
	return row, nil
}

// Screen implements queue.API.
func (s *Service) Screen(ctx context.Context, link queue.Secret) (queue.Screen, error) {
	row, err := s.screenOf(ctx, link.Secret)
	if err != nil {
		return queue.Screen{}, err
	}
	now, today := s.now(), s.today()
	if err := s.seen(ctx, row, now); err != nil {
		return queue.Screen{}, err
	}
	if err := s.prepare(ctx, "", row.PlaceID, today, today); err != nil {
		return queue.Screen{}, err
	}
	days, err := s.listDays(ctx, "", `q.place_id = ?1 AND d.date = ?2 AND (?3::text[] = '{}' OR q.id = ANY(?3))`+byName,
		row.PlaceID, string(today), pgdialect.Array(row.Queues))
	if err != nil {
		return queue.Screen{}, err
	}
	screen := queue.Screen{Kind: row.Kind, Name: row.Name, Place: row.ref(), Days: []queue.DayView{}, Arrive: s.arrivalCode(row.PlaceID, now), Now: now}
	for _, d := range days {
		v, err := s.dayView(ctx, d)
		if err != nil {
			return queue.Screen{}, err
		}
		screen.Days = append(screen.Days, v)
	}
	screen.Rules, err = laneRules(days)
	return screen, err
}

// seen keeps when a screen asked last, so that staff see one that fell
// silent.
func (s *Service) seen(ctx context.Context, row screenRow, now time.Time) error {
	if now.Sub(row.SeenAt.Time) < seenEvery {
		return nil
	}
	_, err := s.db.NewRaw(`UPDATE queue_devices SET seen_at = ?0 WHERE id = ?1 AND (seen_at IS NULL OR seen_at < ?0)`, now, row.ID).Exec(ctx)
	if err != nil {
		return fmt.Errorf("keep that a screen asked: %w", err)
	}
	return nil
}
