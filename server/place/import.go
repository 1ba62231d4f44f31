package place

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/uptrace/bun"

	"rumah/server/city"
)

// importVersion is part of the recorded hash: raise it when the same pack
// must be loaded anew because what is made of it has changed.
const importVersion = "2"

// Import makes the tables equal to the pack, all at once or not at all; what
// an agency has written about its places in the house wins over the pack. A
// pack that is already there is left alone. Servers that start together take
// turns, and the second finds nothing to do.
func Import(ctx context.Context, db bun.IDB, pack *city.Pack) error {
	hash := pack.Hash + "." + importVersion
	return db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		var loaded bool
		if _, err := tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock(hashtextextended('load city pack', 0))`); err != nil {
			return fmt.Errorf("wait for other servers that load the city pack: %w", err)
		}
		if err := tx.NewRaw(`SELECT EXISTS (SELECT FROM city_pack WHERE hash = ?)`, hash).Scan(ctx, &loaded); err != nil || loaded {
			return err
		}
		rows, err := rowsOf(pack)
		if err != nil {
			return err
		}
		for i, t := range tables {
			if err := t.load(ctx, tx, rows[i]); err != nil {
				return fmt.Errorf("load %s of city pack %s: %w", t.name, pack.Info.ID, err)
			}
		}
		for i := len(tables) - 1; i >= 0; i-- {
			if err := tables[i].leave(ctx, tx, rows[i]); err != nil {
				return fmt.Errorf("remove old %s of city pack %s: %w", tables[i].name, pack.Info.ID, err)
			}
		}
		return record(ctx, tx, pack, hash)
	})
}

func record(ctx context.Context, tx bun.Tx, pack *city.Pack, hash string) error {
	p := planeOf(pack.Bounds)
	_, err := tx.NewRaw(`
INSERT INTO city_pack (id, hash, lon0, lat0, scale_x, scale_y) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (one) DO UPDATE SET id = excluded.id, hash = excluded.hash, lon0 = excluded.lon0, lat0 = excluded.lat0,
  scale_x = excluded.scale_x, scale_y = excluded.scale_y, loaded_at = now()`,
		pack.Info.ID, hash, p.Lon0, p.Lat0, p.ScaleX, p.ScaleY).Exec(ctx)
	if err != nil {
		return fmt.Errorf("record city pack %s: %w", pack.Info.ID, err)
	}
	return nil
}

// table is one table that is loaded from a pack.
type table struct {
	name    string
	key     string   // columns of the primary key
	columns []string // name and type
	// held says when a row that left the pack must stay because something
	// outside of the pack refers to it. A table that begins to refer to one
	// of these adds itself here; until it does, its foreign key says so.
	held    string
	retires bool // a held row is marked as retired
	// written are the columns that stay as they are, and keep a row from
	// leaving, once it was written in the house.
	written []string
}

// tables stand in the order in which they refer to one another.
var tables = []table{
	{
		name: "sources", key: "id",
		columns: []string{"id text", "title text", "licence text", "date date", "url text", "note text"},
		held: `EXISTS (SELECT FROM areas WHERE t.id IN (source_id, outline_source_id)) OR EXISTS (SELECT FROM agencies WHERE source_id = t.id)
			OR EXISTS (SELECT FROM schedules WHERE source_id = t.id) OR EXISTS (SELECT FROM places WHERE source_id = t.id)
			OR EXISTS (SELECT FROM services WHERE source_id = t.id) OR EXISTS (SELECT FROM apps WHERE source_id = t.id)`,
	}, {
		name: "areas", key: "code",
		columns: []string{
			"code text", "name text", "kind text", "parent text", "postal text", "old_name text", "removed boolean",
			"lon float8", "lat float8", "outline text", "x int", "y int", "x0 int", "y0 int", "x1 int", "y1 int",
			"outline_source_id text", "source_id text",
		},
		held: `EXISTS (SELECT FROM places WHERE t.code IN (area_code, district_code)) OR EXISTS (SELECT FROM areas a
			WHERE t.code IN (a.code, a.parent) AND (EXISTS (SELECT FROM people WHERE area_code = a.code) OR EXISTS (SELECT FROM places WHERE area_code = a.code)))`,
		retires: true,
	}, {
		name: "agencies", key: "id",
		columns: []string{"id text", "code text", "short text", "name text", "kind text", "parent_id text", "source_id text"},
		held: `EXISTS (SELECT FROM agencies_below(ARRAY[t.id]) AS a(id) WHERE EXISTS (SELECT FROM places WHERE agency_id = a.id)
			OR EXISTS (SELECT FROM services WHERE agency_id = a.id) OR EXISTS (SELECT FROM apps WHERE agency_id = a.id)
			OR EXISTS (SELECT FROM grants WHERE agency_id = a.id) OR EXISTS (SELECT FROM invitations WHERE agency_id = a.id)
			OR EXISTS (SELECT FROM openings WHERE agency_id = a.id))`, retires: true,
	}, {
		name: "schedules", key: "id",
		columns: []string{"id text", "confirmed boolean", "on_holiday boolean", "on_leave boolean", "source_id text"},
		held:    `EXISTS (SELECT FROM places WHERE schedule_id = t.id)`,
	}, {
		name: "spans", key: "schedule_id, day, open",
		columns: []string{"schedule_id text", "day smallint", "open smallint", "close smallint"},
		held:    `starts_with(schedule_id, '` + ownSchedule + `')`,
	}, {
		name: "places", key: "id",
		columns: []string{
			"id text", "name text", "kind text", "agency_id text", "address text", "area_code text", "district_code text", "phone text",
			"lon float8", "lat float8", "precision text", "schedule_id text", "aliases text", "around text", "source_id text",
		},
		held: `own OR EXISTS (SELECT FROM corrections WHERE place_id = t.id) OR EXISTS (SELECT FROM grants WHERE place_id = t.id)
			OR EXISTS (SELECT FROM invitations WHERE place_id = t.id) OR EXISTS (SELECT FROM queues WHERE place_id = t.id)
			OR EXISTS (SELECT FROM queue_devices WHERE place_id = t.id) OR EXISTS (SELECT FROM visits WHERE place_id = t.id) OR EXISTS (SELECT FROM applications WHERE place_id = t.id)
			OR EXISTS (SELECT FROM drafts WHERE subject_kind = 'place' AND subject_id = t.id AND content IS NOT NULL)`, retires: true,
		written: []string{"name", "address", "phone", "aliases", "schedule_id"},
	}, {
		name: "days_off", key: "date",
		columns: []string{"date date", "name text", "kind text", "source_id text"},
		held:    `false`,
	},
}

// load adds what is new and changes what is different.
func (t table) load(ctx context.Context, tx bun.Tx, rows json.RawMessage) error {
	names := make([]string, len(t.columns))
	changes := make([]string, len(t.columns))
	for i, column := range t.columns {
		names[i], _, _ = strings.Cut(column, " ")
		changes[i] = names[i] + " = excluded." + names[i]
		if slices.Contains(t.written, names[i]) {
			changes[i] = names[i] + " = CASE WHEN t.own THEN t." + names[i] + " ELSE excluded." + names[i] + " END"
		}
	}
	if t.retires {
		changes = append(changes, "retired_at = NULL")
	}
	list := strings.Join(names, ", ")
	_, err := tx.NewRaw(`INSERT INTO `+t.name+` AS t (`+list+`) SELECT `+list+` FROM `+t.recordset()+`
ON CONFLICT (`+t.key+`) DO UPDATE SET `+strings.Join(changes, ", "), string(rows)).Exec(ctx)
	return err
}

// leave deletes what left the pack; what is held it marks as retired.
func (t table) leave(ctx context.Context, tx bun.Tx, rows json.RawMessage) error {
	left := `(` + t.key + `) NOT IN (SELECT ` + t.key + ` FROM ` + t.recordset() + `)`
	if _, err := tx.NewRaw(`DELETE FROM `+t.name+` t WHERE `+left+` AND NOT (`+t.held+`)`, string(rows)).Exec(ctx); err != nil || !t.retires {
		return err
	}
	if len(t.written) > 0 {
		left += ` AND NOT own`
	}
	_, err := tx.NewRaw(`UPDATE `+t.name+` t SET retired_at = now() WHERE retired_at IS NULL AND `+left, string(rows)).Exec(ctx)
	return err
}

func (t table) recordset() string {
	return `json_to_recordset(?::json) AS r(` + strings.Join(t.columns, ", ") + `)`
}
