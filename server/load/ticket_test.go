package load

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rumah/server/vault"
	"rumah/shared/calendar"
	"rumah/shared/place"
	"rumah/shared/queue"
)

const (
	rounds = 3
	long   = 5 * time.Second
)

// peer is what a ticket costs without the house: one statement that raises
// the counter of the queue within its quota and writes the ticket.
const peer = `
\set day random(1, %d)
WITH d AS (UPDATE peer_days SET last = last + 1 WHERE id = :day AND last < quota RETURNING last)
INSERT INTO peer_tickets (id, day_id, number, person, taken_at) SELECT gen_random_uuid()::text, :day, last, gen_random_uuid()::text, now() FROM d`

// A queue opens and 64 phones want a number at once.
func BenchmarkOneHotQueue(b *testing.B) { compare(b, 1, 64) }

// A morning at all counters of the regency.
func BenchmarkManyQueues(b *testing.B) { compare(b, 200, 16) }

// compare takes numbers of so many queues from so many clients, over HTTP
// with sessions and JSON, beside pgbench with the same clients.
func compare(b *testing.B, queues, clients int) {
	h := open(b, 60_000)
	days := h.queues(b, queues)
	h.exec(b, `CREATE TABLE peer_days (id integer PRIMARY KEY, last integer NOT NULL DEFAULT 0, quota integer NOT NULL DEFAULT 1000000) WITH (fillfactor = 50)`)
	h.exec(b, `CREATE TABLE peer_tickets (id text PRIMARY KEY, day_id integer NOT NULL REFERENCES peer_days, number integer NOT NULL, person text NOT NULL, taken_at timestamptz NOT NULL, UNIQUE (day_id, number), UNIQUE (day_id, person))`)
	h.exec(b, `INSERT INTO peer_days (id) SELECT generate_series(1, $1::int)`, queues)
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: clients, MaxConnsPerHost: clients}}
	var next atomic.Int64
	var ours, theirs float64
	for b.Loop() {
		ours, theirs = 0, 0
		for range rounds {
			theirs += h.pgbench(b, fmt.Sprintf(peer, queues), clients, long) / rounds
			ours += h.take(b, client, days, clients, &next) / rounds
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(ours, "tickets/s")
	b.ReportMetric(theirs, "pgbench/s")
	b.ReportMetric(ours/theirs, "ratio")
	if given, held := h.text(b, `SELECT count(*)::text FROM tickets WHERE account_id LIKE 'load-%'`), fmt.Sprint(next.Load()); given != held {
		b.Errorf("%s numbers answered, %s written", held, given)
	}
}

// take lets every client take numbers, one after another, each for somebody
// else; it answers numbers per second.
func (h *house) take(b *testing.B, client *http.Client, days []string, clients int, next *atomic.Int64) float64 {
	b.Helper()
	var wg sync.WaitGroup
	begun, first := time.Now(), next.Load()
	for range clients {
		wg.Go(func() {
			for time.Since(begun) < long {
				n := int(next.Add(1) - 1)
				if n >= len(h.sessions) {
					b.Error("too few people")
					return
				}
				if err := h.one(client, days[n%len(days)], h.sessions[n]); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	return float64(next.Load()-first) / time.Since(begun).Seconds()
}

func (h *house) one(client *http.Client, day, session string) error {
	r, err := http.NewRequest(http.MethodPost, h.origin+"/api/queue/days/"+day+"/tickets", strings.NewReader(`{"lane":"regular"}`))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Idempotency-Key", vault.Token())
	r.AddCookie(&http.Cookie{Name: "__Host-sesi", Value: session})
	answer, err := client.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return err
	}
	var view queue.TicketView
	if answer.StatusCode != http.StatusOK || json.Unmarshal(text, &view) != nil || view.Pass.Number == 0 {
		return fmt.Errorf("%d %.200s", answer.StatusCode, text)
	}
	return nil
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
