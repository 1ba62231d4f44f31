package partner

import (
	"context"
	"fmt"

	"rumah/server/api"
	"rumah/shared/fault"
	"rumah/shared/partner"
)

// page is how many letters one page has.
const page = 50

// letterCursor is where a page ended: the dead letters come first.
type letterCursor struct {
	Waits int   `json:"w"` // 0 for a dead one
	ID    int64 `json:"i"`
}

// Outbox implements partner.API.
func (s *Service) Outbox(ctx context.Context, of partner.OutboxOf) (partner.Outbox, error) {
	var after letterCursor
	if of.After != "" {
		if err := api.ReadCursor(of.After, &after); err != nil {
			return partner.Outbox{}, err
		}
	}
	if _, err := s.connection(ctx, s.db, of.Place); err != nil {
		return partner.Outbox{}, err
	}
	box := partner.Outbox{Items: []partner.Letter{}, Now: s.now()}
	err := s.db.NewRaw(`
SELECT o.id, b.code AS booking, b.label, o.kind, o.task, o.status, o.at, o.next_at AS next, o.tries, o.error
FROM bpjs_outbox o JOIN bpjs_bookings b ON b.id = o.booking_id
WHERE o.place_id = ?0 AND o.status IN ('dead', 'waiting') AND ((o.status = 'waiting')::int, o.id) > (?1, ?2)
ORDER BY (o.status = 'waiting')::int, o.id LIMIT ?3`, of.Place, after.Waits, after.ID, page+1).Scan(ctx, &box.Items)
	if err != nil {
		return box, fmt.Errorf("read the outbox: %w", err)
	}
	if len(box.Items) > page {
		box.Items = box.Items[:page]
		last := box.Items[page-1]
		box.Next = api.Cursor(letterCursor{one(last.Status == partner.Waiting), last.ID})
	}
	return box, nil
}

// Settle implements partner.API.
func (s *Service) Settle(ctx context.Context, in partner.Settle) (partner.Outbox, error) {
	if _, err := s.connection(ctx, s.db, in.Place); err != nil {
		return partner.Outbox{}, err
	}
	change := `status = 'waiting', tries = 0, refusals = 0, next_at = ?2`
	if in.Action == "dismiss" {
		change = `status = 'dismissed', ended_at = ?2, ended_by = nullif(?3, '')`
	}
	done, err := s.db.NewRaw(`UPDATE bpjs_outbox SET `+change+` WHERE id = ?0 AND place_id = ?1 AND status IN ('dead', 'waiting')`,
		in.Letter, in.Place, s.now(), api.Actor(ctx).ID).Exec(ctx)
	if err != nil {
		return partner.Outbox{}, fmt.Errorf("settle a letter: %w", err)
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return partner.Outbox{}, fault.New(fault.Conflict, "conflict")
	}
	if err := s.give(ctx); err != nil {
		return partner.Outbox{}, err
	}
	return s.Outbox(ctx, partner.OutboxOf{Place: in.Place})
}
