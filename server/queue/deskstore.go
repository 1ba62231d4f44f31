package queue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"rumah/shared/queue"
)

// guest is who holds a number.
type guest struct {
	ID                  string
	Visits              bool // it is part of a visit, or people go on from its queue
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
	which, args := `t.day_id = $1`, []any{day}
	if len(numbers) > 0 {
		which, args = which+` AND t.number = ANY($2)`, append(args, numbers)
	}
	list, err := rowsOf[guest](ctx, s.db, `
SELECT t.id, t.visit_id IS NOT NULL OR q.next_id IS NOT NULL AS visits, t.number, coalesce(t.age, -1) AS age, t.share, t.holder, t.ground, t.via, t.payer,
  t.stage, t.taken_at, t.called_at, t.ended_at
FROM tickets t JOIN queue_days d ON d.id = t.day_id JOIN queues q ON q.id = d.queue_id WHERE `+which+` ORDER BY t.number`, args...)
	if err != nil {
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
