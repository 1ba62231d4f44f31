package load

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rumah/shared/calendar"
	"rumah/shared/place"
	"rumah/shared/queue"
)

const (
	rounds = 3
	long   = 5 * time.Second
)

// The peers are what a ticket costs without the house: one statement that
// raises the counter of the queue within its quota and writes the ticket,
// with the same rules: one number once, one person once, one wish once. The
// house writes an event of each too, and a message to its holder: peerLog
// writes the event as well, same all of it, on the same tables.
const (
	peer = `
\set day random(1, %d)
WITH d AS (UPDATE peer_days SET last = last + 1 WHERE id = :day AND last < quota RETURNING last)
INSERT INTO peer_tickets (id, day_id, number, person, wish, taken_at) SELECT gen_random_uuid()::text, :day, last, gen_random_uuid()::text, gen_random_uuid()::text, now() FROM d`
	peerLog = `
\set day random(1, %d)
WITH d AS (UPDATE peer_days SET last = last + 1 WHERE id = :day AND last < quota RETURNING last),
e AS (INSERT INTO peer_events (day_id, version, at, body) SELECT :day, last, now(), json_build_object('v', last, 'k', 'took', 'n', json_build_object('n', last, 'l', 'regular', 's', 'waiting')) FROM d)
INSERT INTO peer_tickets (id, day_id, number, person, wish, taken_at) SELECT gen_random_uuid()::text, :day, last, gen_random_uuid()::text, gen_random_uuid()::text, now() FROM d`
	// same is what the house writes for a number, as one statement on the
	// house's own tables.
	same = `
\set day random(%[1]d, %[2]d)
\set who random(0, %[3]d)
WITH d AS (UPDATE queue_days SET version = version + 1, last = last + 1, regular_taken = regular_taken + 1
  WHERE id = 'load-' || lpad(:day::text, 3, '0') || '%[4]s' RETURNING id, version, last),
e AS (INSERT INTO queue_events (day_id, version, at, kind, act, actor, counter, body) SELECT id, version, now(), 'took', version, 'pgbench', '',
  json_build_object('v', version, 'k', 'took', 'n', json_build_object('n', last, 'l', 'regular', 's', 'waiting')) FROM d),
m AS (INSERT INTO messages (person_id, thread, key, kind, topic, agency_id, version, subject, body, link, urgency, push, firm, again, dies_at, sent_at)
  SELECT 'load-' || lpad(:who::text, 6, '0'), 'ticket:' || gen_random_uuid(), gen_random_uuid()::text, 'queue_taken', 'ticket', '%[5]s', 0,
    'Nomor L001-' || last, 'load-001 di Puskesmas. Kira-kira dipanggil 09.40-09.55. Kami kabari saat giliran dekat.', '/antrean/1', 'calm', false, false, false, now() + interval '1 day', now() FROM d)
INSERT INTO tickets (id, day_id, number, lane, stage, slot, present, person, account_id, holder, ground, payer, via, requester, request_key, promised, taken_at)
SELECT gen_random_uuid()::text, id, last, 'regular', 'waiting', -1, false, gen_random_uuid()::text, 'load-' || lpad(:who::text, 6, '0'), 'Warga', '', 'other', 'phone',
  'pgbench', gen_random_uuid()::text, '{"low50":60,"high50":90,"low90":30,"high90":120}', now() FROM d`
	peerTables = `
CREATE TABLE peer_days (id integer PRIMARY KEY, last integer NOT NULL DEFAULT 0, quota integer NOT NULL DEFAULT 1000000) WITH (fillfactor = 50);
CREATE TABLE peer_tickets (id text PRIMARY KEY, day_id integer NOT NULL REFERENCES peer_days, number integer NOT NULL, person text NOT NULL, wish text NOT NULL UNIQUE,
  taken_at timestamptz NOT NULL, UNIQUE (day_id, number), UNIQUE (day_id, person));
CREATE TABLE peer_events (day_id integer NOT NULL REFERENCES peer_days, version integer NOT NULL, at timestamptz NOT NULL, body json NOT NULL, PRIMARY KEY (day_id, version))`
)

// A queue opens and 64 phones want a number at once.
func BenchmarkOneHotQueue(b *testing.B) { compare(b, 1, 64) }

// A morning at all counters of the regency.
func BenchmarkManyQueues(b *testing.B) { compare(b, 200, 16) }

// compare takes numbers of so many queues from so many clients, over HTTP
// with sessions and JSON, beside pgbench with the same clients.
func compare(b *testing.B, queues, clients int) {
	h := open(b, 300_000)
	each := mostOfDay
	if queues > 1 {
		each = 1
	}
	days := h.queues(b, max(queues, len(h.sessions)/mostOfDay+1)+queues)
	h.exec(b, peerTables)
	ours, theirs := days[:len(days)-queues], len(days)-queues // the last are for pgbench
	own := fmt.Sprintf(same, theirs, len(days)-1, len(h.sessions)-1, strings.TrimPrefix(days[0], "load-000"), h.text(b, `SELECT p.agency_id FROM queues q JOIN places p ON p.id = q.place_id WHERE q.id = 'load-000'`))
	h.exec(b, `INSERT INTO peer_days (id) SELECT generate_series(1, $1::int)`, queues)
	var next atomic.Int64
	var rate, bare, full, whole float64
	for b.Loop() {
		h.take(b, ours, each, clients, &next) // all days are open, and all statements planned
		rate, bare, full, whole = 0, 0, 0, 0
		for range rounds {
			t := h.pgbench(b, fmt.Sprintf(peer, queues), clients, long)
			l := h.pgbench(b, fmt.Sprintf(peerLog, queues), clients, long)
			w := h.pgbench(b, own, clients, long)
			o := h.take(b, ours, each, clients, &next)
			b.Logf("%.0f tickets/s, pgbench %.0f (%.2f), with events %.0f (%.2f), the same statement %.0f (%.2f)", o, t, o/t, l, o/l, w, o/w)
			rate, bare, full, whole = rate+o/rounds, bare+t/rounds, full+l/rounds, whole+w/rounds
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(rate, "tickets/s")
	b.ReportMetric(bare, "pgbench/s")
	b.ReportMetric(rate/bare, "ratio")
	b.ReportMetric(full, "pgbench-with-events/s")
	b.ReportMetric(rate/full, "ratio-with-events")
	b.ReportMetric(whole, "pgbench-same/s")
	b.ReportMetric(rate/whole, "ratio-same")
	h.written(b)
}

// mostOfDay is how many numbers are taken of a hot queue before the next one
// opens: a day has 9,999.
const mostOfDay = 9_000

// take lets every client take numbers, one after another, each for somebody
// else, so many of a day before they go on to the next; it answers numbers
// per second.
func (h *house) take(b *testing.B, days []string, each, clients int, next *atomic.Int64) float64 {
	b.Helper()
	var wg sync.WaitGroup
	begun, first := time.Now(), next.Load()
	for range clients {
		wg.Go(func() {
			p, err := h.phone()
			if err != nil {
				b.Error(err)
				return
			}
			defer p.conn.Close()
			for time.Since(begun) < long {
				n := int(next.Add(1) - 1)
				if n >= len(h.sessions) {
					b.Error("too few people")
					return
				}
				t, err := p.take(days[n/each%len(days)], h.sessions[n])
				if err != nil {
					b.Error(err)
					return
				}
				p.got = append(p.got, t)
			}
			h.mu.Lock()
			defer h.mu.Unlock()
			h.got = append(h.got, p.got...)
		})
	}
	wg.Wait()
	return float64(next.Load()-first) / time.Since(begun).Seconds()
}

// written checks that every number that was answered is in the database, as
// it was answered, and no other.
func (h *house) written(b *testing.B) {
	b.Helper()
	rows, err := h.db.Query(context.Background(), `SELECT id, day_id, number FROM tickets WHERE account_id LIKE 'load-%' AND requester <> 'pgbench'`)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	held := make(map[string]queue.Taken)
	for rows.Next() {
		var t queue.Taken
		if err := rows.Scan(&t.ID, &t.Day, &t.Number); err != nil {
			b.Fatal(err)
		}
		held[t.ID] = t
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
	for _, t := range h.got {
		if row := held[t.ID]; row.Day != t.Day || row.Number != t.Number {
			b.Fatalf("a phone was told %d of %s, the table has %d of %s", t.Number, t.Day, row.Number, row.Day)
		}
	}
	if len(held) != len(h.got) {
		b.Errorf("%d numbers answered, %d written", len(h.got), len(held))
	}
}

// queues adds queues with a day that is open now, and answers the days.
func (h *house) queues(b *testing.B, n int) []string {
	b.Helper()
	at := h.text(b, `SELECT id FROM places WHERE retired_at IS NULL ORDER BY id LIMIT 1`)
	now := time.Now().UTC()
	date := calendar.DateOf(now.In(time.FixedZone("", 7*3600)))
	days := make([]string, n)
	for i := range days {
		id := fmt.Sprintf("load-%03d", i)
		days[i] = queue.DayIDOf(id, date, place.Minute(0))
		prefix := fmt.Sprintf("L%03d", i)
		h.exec(b, `INSERT INTO queues (id, place_id, name, who, icon, prefix, active, stage, poli, doctor, share, check_in, days, before, slot_for, slot_of, payers, usual, rules)
			VALUES ($1, $2, $1, '', 'loket', $3, true, 'single', '', 0, 3, false, 0, 720, 0, 0, false, 300, '[]')`, id, at, prefix)
		h.exec(b, `INSERT INTO queue_sessions (queue_id, day, opens, closes, regular, priority, jkn, other) SELECT $1, d, 0, 1440, -1, -1, -1, -1 FROM generate_series(0, 6) d`, id)
		h.exec(b, `INSERT INTO counters (id, queue_id, name) VALUES ($1, $1, 'Loket 1')`, id)
		first, err := json.Marshal(queue.State{
			Day: days[i], Prefix: prefix, Epoch: "load",
			Head: queue.Head{
				Status: queue.Open, Opens: now.Add(-time.Hour).UnixMilli(), Closes: now.Add(time.Hour).UnixMilli(), Share: 3,
				Regular: queue.Pool{Limit: -1}, Priority: queue.Pool{Limit: -1}, Pace: queue.Sensible(300),
			},
			Counters: []queue.Counter{{ID: id, Name: "Loket 1"}},
		})
		if err != nil {
			b.Fatal(err)
		}
		h.exec(b, `INSERT INTO queue_days (id, queue_id, date, opens, closes, opens_at, closes_at, status, epoch, regular_limit, priority_limit, jkn_limit, other_limit, first)
			VALUES ($1, $2, $3, 0, 1440, $4, $5, 'open', 'load', -1, -1, -1, -1, $6)`, days[i], id, string(date), now.Add(-time.Hour), now.Add(time.Hour), string(first))
	}
	return days
}
