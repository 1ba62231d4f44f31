package queue

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// mine says of a place p that the reader looks after it; it needs ?1 and ?2
// of scope.
const mine = `(?1 OR p.agency_id IN (SELECT agencies_below(?2::text[])))`

// scope is for which agencies the reader sets queues up.
func scope(ctx context.Context) []any {
	in := api.ScopeOf(ctx, access.Agency)
	return []any{in.All, pgdialect.Array(in.Over)}
}

// list reads a JSON array that a statement answers.
func list[T any](ctx context.Context, db bun.IDB, what, query string, args ...any) ([]T, error) {
	var text string
	items := []T{}
	err := db.NewRaw(query, args...).Scan(ctx, &text)
	if err == nil {
		err = json.Unmarshal([]byte(text), &items)
	}
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", what, err)
	}
	return items, nil
}

// Setups implements queue.API.
func (s *Service) Setups(ctx context.Context, of queue.SetupsOf) (queue.Setups, error) {
	var all queue.Setups
	var err error
	if all.Items, err = s.lines(ctx, of.Place, ""); err != nil {
		return all, err
	}
	all.Places, err = s.placesOf(ctx)
	return all, err
}

// lines are the queues the reader looks after: of one place, or of all for
// "", without one of them.
func (s *Service) lines(ctx context.Context, placeID, without string) ([]queue.SetupLine, error) {
	if !database.Storable(placeID) {
		return []queue.SetupLine{}, nil
	}
	return list[queue.SetupLine](ctx, s.db, "queues", `
SELECT coalesce(json_agg(json_build_object('id', q.id, 'name', q.name, 'who', q.who, 'prefix', q.prefix, 'place_id', p.id, 'place_name', p.name,
    'active', q.active, 'waiting', (SELECT count(*) FROM queue_days d JOIN tickets t ON t.day_id = d.id
      WHERE d.queue_id = q.id AND d.date = ?0::date AND t.stage IN ('waiting', 'away')))
  ORDER BY p.name COLLATE "C", p.id, NOT q.active, q.prefix, q.id), '[]')::text
FROM queues q JOIN places p ON p.id = q.place_id
WHERE `+mine+` AND (?3 = '' OR p.id = ?3) AND q.id <> ?4`, append(append([]any{string(s.today())}, scope(ctx)...), placeID, without)...)
}

// placesOf are the places the reader looks after.
func (s *Service) placesOf(ctx context.Context) ([]queue.PlaceRef, error) {
	return list[queue.PlaceRef](ctx, s.db, "places", `
SELECT coalesce(json_agg(`+placeJSON+` ORDER BY p.name COLLATE "C", p.id), '[]')::text
FROM places p WHERE p.retired_at IS NULL AND `+mine, append([]any{nil}, scope(ctx)...)...)
}

// Setup implements queue.API.
func (s *Service) Setup(ctx context.Context, id queue.QueueID) (queue.Setup, error) {
	l, err := s.own(ctx, s.db, id.ID)
	if err != nil {
		return queue.Setup{}, err
	}
	nexts, err := s.lines(ctx, l.Place.ID, l.ID)
	return queue.Setup{ID: l.ID, Place: l.Place, Content: l.Content, Save: l.Save, Leaves: l.Leaves, Nexts: nexts, Now: s.now().UTC()}, err
}

// own is a queue the reader looks after. Those of others are unknown.
func (s *Service) own(ctx context.Context, db bun.IDB, id string) (*layout, error) {
	if !database.Storable(id) {
		return nil, fault.New(fault.Unknown, "unknown")
	}
	found, err := s.layouts(ctx, db, mine+` AND q.id = ?3`, append(scope(ctx), id)...)
	switch {
	case err != nil:
		return nil, err
	case len(found) == 0:
		return nil, fault.New(fault.Unknown, "unknown")
	}
	return &found[0], nil
}
