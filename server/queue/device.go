package queue

import (
	"context"
	"fmt"
	"slices"

	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/vault"
	"rumah/shared/check"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// paths are where the links of devices lead.
var paths = map[queue.DeviceKind]string{queue.Board: "/papan/", queue.Kiosk: "/kios/"}

// deviceSQL is a device v at a place p.
const deviceSQL = `json_build_object('id', v.id, 'kind', v.kind, 'name', v.name, 'place_id', p.id, 'place_name', p.name, 'queues', v.queues,
  'made', v.made_at, 'by', coalesce((SELECT name FROM people WHERE id = v.made_by), ''), 'seen', v.seen_at)`

// Devices implements queue.API.
func (s *Service) Devices(ctx context.Context, of queue.DevicesOf) (queue.Devices, error) {
	all := queue.Devices{Now: s.now().UTC()}
	var err error
	if !database.Storable(of.Place) {
		of.Place = "-"
	}
	all.Items, err = list[queue.Device](ctx, s.db, "devices", `
SELECT coalesce(json_agg(`+deviceSQL+` ORDER BY p.name COLLATE "C", p.id, v.made_at, v.id), '[]')::text
FROM queue_devices v JOIN places p ON p.id = v.place_id
WHERE v.revoked_at IS NULL AND `+mine+` AND (?0 = '' OR p.id = ?0)`, append([]any{of.Place}, scope(ctx)...)...)
	if err != nil {
		return all, err
	}
	if all.Places, err = s.placesOf(ctx); err != nil {
		return all, err
	}
	all.Queues, err = s.lines(ctx, of.Place, "")
	all.Queues = slices.DeleteFunc(all.Queues, func(q queue.SetupLine) bool { return !q.Active })
	return all, err
}

// Install implements queue.API. The link is told this once: kept is only what
// it is known again by.
func (s *Service) Install(ctx context.Context, device queue.NewDevice) (queue.Installed, error) {
	if err := device.Check(); err != nil {
		return queue.Installed{}, err
	}
	places, err := s.placesOf(ctx)
	if err != nil {
		return queue.Installed{}, err
	}
	at := slices.IndexFunc(places, func(p queue.PlaceRef) bool { return p.ID == device.Place })
	if at < 0 {
		return queue.Installed{}, fault.New(fault.Unknown, "unknown")
	}
	lines, err := s.lines(ctx, device.Place, "")
	if err != nil {
		return queue.Installed{}, err
	}
	var f check.Faults
	for i, id := range device.Queues {
		if !slices.ContainsFunc(lines, func(l queue.SetupLine) bool { return l.ID == id }) {
			f.Add(check.At("queues", i), "choice", "")
		}
	}
	if err := f.Err(); err != nil {
		return queue.Installed{}, err
	}
	if device.Queues == nil {
		device.Queues = []string{}
	}
	actor, token := api.Actor(ctx), vault.Token()
	made := queue.Device{
		ID: vault.Token(), Kind: device.Kind, Name: device.Name, PlaceID: device.Place, PlaceName: places[at].Name, Queues: device.Queues,
		Made: s.now().UTC(), By: actor.Name,
	}
	_, err = s.db.NewRaw(`
INSERT INTO queue_devices (id, kind, name, place_id, queues, token_hash, made_by, made_at)
VALUES (?, ?, ?, ?, ?::text[], ?, nullif(?, ''), ?::timestamptz)`,
		made.ID, made.Kind, made.Name, made.PlaceID, pgdialect.Array(made.Queues), vault.Fingerprint(token), actor.ID, made.Made).Exec(ctx)
	if err != nil {
		return queue.Installed{}, fmt.Errorf("install a device: %w", err)
	}
	return queue.Installed{Device: made, Link: s.Origin + paths[made.Kind] + token}, nil
}

// Revoke implements queue.API.
func (s *Service) Revoke(ctx context.Context, id queue.DeviceID) (queue.Devices, error) {
	if !database.Storable(id.ID) {
		return queue.Devices{}, fault.New(fault.Unknown, "unknown")
	}
	done, err := s.db.NewRaw(`
UPDATE queue_devices v SET revoked_at = ?0::timestamptz FROM places p
WHERE p.id = v.place_id AND `+mine+` AND v.id = ?3 AND v.revoked_at IS NULL`, append(append([]any{s.now().UTC()}, scope(ctx)...), id.ID)...).Exec(ctx)
	if err != nil {
		return queue.Devices{}, fmt.Errorf("revoke device %s: %w", id.ID, err)
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return queue.Devices{}, fault.New(fault.Unknown, "unknown")
	}
	return s.Devices(ctx, queue.DevicesOf{})
}
