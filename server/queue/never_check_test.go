package queue

import (
	"context"

	"rumah/server/database"
)

// check looks for what must never be.
func (c *crash) check() {
	db, err := database.Open(context.Background(), c.cluster.URL(""))
	if err != nil {
		c.t.Fatal(err)
	}
	defer db.Close()
	c.db = db
	for what, sql := range map[string]string{
		"numbers twice":         `SELECT count(*) FROM (SELECT FROM tickets GROUP BY day_id, number HAVING count(*) > 1) x`,
		"wishes twice":          `SELECT count(*) FROM (SELECT FROM tickets GROUP BY requester, request_key HAVING count(*) > 1) x`,
		"days above quota":      `SELECT count(*) FROM queue_days d WHERE id LIKE 'never-%' AND (SELECT count(*) FROM tickets t WHERE t.day_id = d.id AND t.stage <> 'cancelled') > d.regular_limit`,
		"people twice":          `SELECT count(*) FROM (SELECT FROM tickets WHERE stage IN ('waiting', 'away', 'called', 'serving', 'skipped') AND person IS NOT NULL GROUP BY day_id, person HAVING count(*) > 1) x`,
		"counters with two":     `SELECT count(*) FROM (SELECT FROM tickets WHERE stage IN ('called', 'serving') GROUP BY counter_id HAVING count(*) > 1) x`,
		"numbers of nobody":     `SELECT count(*) FROM queue_events e WHERE kind = 'took' AND day_id LIKE 'never-%' AND NOT EXISTS (SELECT FROM tickets t WHERE t.day_id = e.day_id AND t.number = (e.body->'n'->>'n')::int)`,
		"numbers without event": `SELECT count(*) FROM tickets t WHERE day_id LIKE 'never-%' AND NOT EXISTS (SELECT FROM queue_events e WHERE e.day_id = t.day_id AND e.kind = 'took' AND (e.body->'n'->>'n')::int = t.number)`,
		"people between queues": `SELECT count(*) FROM tickets WHERE stage = 'moved' AND day_id LIKE 'never-%' AND id NOT IN (SELECT split_part(request_key, ':', 2) FROM tickets WHERE requester = 'house')`,
		"people in two queues":  `SELECT count(*) FROM tickets n JOIN tickets o ON o.id = split_part(n.request_key, ':', 2) WHERE n.requester = 'house' AND n.request_key LIKE 'move:%' AND n.ended_at IS NULL AND o.stage <> 'moved' AND o.day_id LIKE 'never-%'`,
		"calls of the called":   `SELECT count(*) FROM (SELECT (body->'n'->>'n')::int AS n, day_id, kind, lead(kind) OVER (PARTITION BY day_id, body->'n'->>'n' ORDER BY version) AS after FROM queue_events WHERE day_id LIKE 'never-%' AND body->'n' IS NOT NULL) x WHERE kind IN ('called', 'recalled', 'began') AND after = 'called'`,
	} {
		var n int
		if c.scan(&n, sql); n > 0 {
			c.t.Errorf("%s: %d", what, n)
		}
	}
	total, log := 0, 0
	for _, day := range c.days {
		state := sound(c.t, db, day)
		if state.Version < c.seen[day] {
			c.t.Errorf("%s is at %d, and somebody saw %d", day, state.Version, c.seen[day])
		}
		total, log = total+state.Last, log+int(state.Version)
	}
	rows := make(map[string]taken)
	stages := make(map[string]string)
	list, err := db.Raw().Query(context.Background(), `SELECT id, day_id, number, stage FROM tickets WHERE day_id LIKE 'never-%'`)
	if err != nil {
		c.t.Fatal(err)
	}
	defer list.Close()
	for list.Next() {
		var id, stage string
		var row taken
		if err := list.Scan(&id, &row.day, &row.number, &stage); err != nil {
			c.t.Fatal(err)
		}
		rows[id], stages[id] = row, stage
	}
	for id, told := range c.got {
		if rows[id] != told {
			c.t.Errorf("a phone was told %v, the table has %v", told, rows[id])
		}
	}
	for _, id := range c.gone {
		if stages[id] != "cancelled" {
			c.t.Errorf("ticket %s was given back and is %s", id, stages[id])
		}
	}
	c.t.Logf("%d operations, %d numbers, %d of them seen by phones, %d events, %d kills", crashOps, total, len(c.got), log, crashes)
}
