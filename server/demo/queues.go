package demo

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/city"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/place"
	"rumah/shared/queue"
)

// queuesMark is the setting that names the queues of the demo, each with its
// save: one that somebody has set up since is theirs.
const queuesMark = "demo queues"

const (
	mostService = 3     // polis of the hospital
	mostOffice  = 2     // queues of the place where somebody serves
	weeksBack   = 3 * 7 // days of history
	around      = 100 * time.Minute
)

// Queues gives a house for trying out some queues with a past and a day that
// is under way, whatever the hour: they are open day and night. Once there,
// the past is left alone; a new day gets its people at the next start.
func Queues(ctx context.Context, db bun.IDB, pack *city.Pack, now time.Time, loc *time.Location) error {
	return db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		if _, err := tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock(hashtextextended('load demo queues', 0))`); err != nil {
			return fmt.Errorf("wait for other servers that load the demo: %w", err)
		}
		lines := chosen(pack)
		begun, err := begin(ctx, tx, lines)
		if err != nil {
			return err
		}
		wanted, err := quiet(ctx, tx, calendar.DateOf(now.In(loc)))
		if err != nil {
			return err
		}
		var all rows
		for _, l := range lines {
			if !begun && !slices.Contains(wanted, l.ID) {
				continue
			}
			past := newTown(l, loc)
			if begun {
				all.add(past.history(now)...)
			}
			if slices.Contains(wanted, l.ID) {
				all.add(past.living(now))
			}
		}
		return all.write(ctx, tx)
	})
}

// line is a queue of the demo.
type line struct {
	city.Queue
	who string // made up
}

// doctors are made up, and say so.
var doctors = []string{"dr. Ratna Contoh", "dr. Bagas Contoh", "dr. Intan Contoh", "dr. Wahyu Contoh"}

// chosen are the way through the first hospital, and what the counter staff
// of the pack serves.
func chosen(pack *city.Pack) []line {
	var list []line
	hospital := ""
	for _, p := range pack.Places {
		if hospital == "" && p.Kind == place.Hospital && slices.ContainsFunc(pack.Queues, func(q city.Queue) bool { return q.Place == p.ID }) {
			hospital = p.ID
		}
	}
	services, offices := 0, map[string]int{}
	for _, q := range pack.Queues {
		switch {
		case q.Place == hospital && q.Content.Stage == queue.Service && services < mostService:
			list = append(list, line{q, doctors[services%len(doctors)]})
			services++
		case q.Place == hospital && q.Content.Stage != queue.Service:
			list = append(list, line{q, ""})
		case q.Place != hospital && offices[q.Place] < mostOffice && serves(pack, q.Place):
			list = append(list, line{q, ""})
			offices[q.Place]++
		}
	}
	return list
}

func serves(pack *city.Pack, placeID string) bool {
	return slices.ContainsFunc(pack.Accounts, func(a city.Account) bool { return a.Role == access.Counter && a.Place == placeID })
}

// begin opens the queues day and night, the first time.
func begin(ctx context.Context, tx bun.Tx, lines []line) (bool, error) {
	type opening struct {
		ID  string `json:"id"`
		Who string `json:"who"`
	}
	openings := make([]opening, len(lines))
	for i, l := range lines {
		openings[i] = opening{l.ID, l.who}
	}
	data, err := json.Marshal(openings)
	if err != nil {
		return false, fmt.Errorf("write demo queues as JSON: %w", err)
	}
	var begun int
	err = tx.NewRaw(`
WITH fresh AS (
  INSERT INTO settings (key, value)
  SELECT ?0, json_object_agg(q.id, q.save)::text::jsonb FROM queues q JOIN json_to_recordset(?1::json) AS r(id text) ON r.id = q.id WHERE NOT q.edited HAVING count(*) > 0
  ON CONFLICT DO NOTHING RETURNING value
), opened AS (
  UPDATE queues q SET who = r.who, edited = true FROM json_to_recordset(?1::json) AS r(id text, who text), fresh
  WHERE q.id = r.id AND jsonb_exists(fresh.value, q.id) RETURNING q.id
), shut AS (
  DELETE FROM queue_sessions WHERE queue_id IN (SELECT id FROM opened) AND opens <> 0
), week AS (
  INSERT INTO queue_sessions (queue_id, day, opens, closes, regular, priority, jkn, other)
  SELECT id, d, 0, 1440, -1, -1, -1, -1 FROM opened, generate_series(0, 6) AS d
  ON CONFLICT (queue_id, day, opens) DO UPDATE SET closes = 1440
)
SELECT count(*) FROM opened`, queuesMark, string(data)).Scan(ctx, &begun)
	if err != nil {
		return false, fmt.Errorf("open demo queues: %w", err)
	}
	return begun > 0, nil
}

// quiet are the queues of the demo in which nothing has happened on a day.
func quiet(ctx context.Context, tx bun.Tx, date calendar.Date) ([]string, error) {
	var ids []string
	err := tx.NewRaw(`
SELECT q.id FROM settings s JOIN queues q ON s.value ->> q.id = q.save::text
WHERE s.key = ? AND q.active AND NOT EXISTS (SELECT FROM queue_days d WHERE d.queue_id = q.id AND d.date = ?::date AND (d.version > 0 OR d.opens > 0))
  AND NOT EXISTS (SELECT FROM tickets t WHERE t.counter_id IN (SELECT id FROM counters c WHERE c.queue_id = q.id) AND t.stage IN ('called', 'serving'))`,
		queuesMark, string(date)).Scan(ctx, &ids)
	if err != nil {
		return nil, fmt.Errorf("look for quiet demo queues: %w", err)
	}
	return ids, nil
}

// counters are the ids of the counters of a line.
func (l line) counters() []string {
	ids := make([]string, len(l.Content.Counters))
	for i, c := range l.Content.Counters {
		ids[i] = c.ID
	}
	return ids
}
