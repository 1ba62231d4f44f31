package demo

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"rumah/shared/calendar"
	"rumah/shared/queue"
)

// dayRow is a day that was played.
type dayRow struct {
	ID       string        `json:"id"`
	Queue    string        `json:"queue_id"`
	Date     calendar.Date `json:"date"`
	Opens    int           `json:"opens"`
	Closes   int           `json:"closes"`
	OpensAt  time.Time     `json:"opens_at"`
	ClosesAt time.Time     `json:"closes_at"`
	Status   queue.Status  `json:"status"`
	Version  int64         `json:"version"`
	Last     int           `json:"last"`
	Regular  int           `json:"regular_taken"`
	Priority int           `json:"priority_taken"`
	JKN      int           `json:"jkn_taken"`
	Other    int           `json:"other_taken"`
	First    *queue.State  `json:"first"`
	Events   []eventRow    `json:"-"`
}

type eventRow struct {
	Day     string          `json:"day_id"`
	Version int64           `json:"version"`
	At      time.Time       `json:"at"`
	Kind    queue.Kind      `json:"kind"`
	Act     int64           `json:"act"`
	Counter string          `json:"counter"`
	Body    json.RawMessage `json:"body"`
	Was     *queue.Before   `json:"was"`
}

type ticketRow struct {
	ID        string          `json:"id"`
	Day       string          `json:"day_id"`
	Number    int             `json:"number"`
	Lane      queue.Lane      `json:"lane"`
	Stage     queue.Stage     `json:"stage"`
	Present   bool            `json:"present"`
	Counter   string          `json:"counter"`
	Holder    string          `json:"holder"`
	Age       int             `json:"age"`
	Ground    string          `json:"ground"`
	Payer     queue.Payer     `json:"payer"`
	Via       string          `json:"via"`
	Key       string          `json:"request_key"`
	Promised  json.RawMessage `json:"promised"`
	Taken     time.Time       `json:"taken_at"`
	PresentAt *time.Time      `json:"present_at"`
	CalledAt  *time.Time      `json:"called_at"`
	BeganAt   *time.Time      `json:"began_at"`
	EndedAt   *time.Time      `json:"ended_at"`
}

// rows are what was played, for the tables.
type rows struct {
	days    []dayRow
	events  []eventRow
	tickets []*ticketRow
}

func (r *rows) add(days ...*play) {
	for _, p := range days {
		s, d := p.state, p.dayRow
		d.Status, d.Version, d.Last = s.Head.Status, s.Version, s.Last
		d.Regular, d.Priority, d.JKN, d.Other = s.Head.Regular.Taken, s.Head.Priority.Taken, s.Payers[queue.JKN].Taken, s.Payers[queue.Other].Taken
		r.days, r.events = append(r.days, d), append(r.events, d.Events...)
		for _, t := range p.people {
			r.tickets = append(r.tickets, t)
		}
	}
	slices.SortFunc(r.tickets, func(a, b *ticketRow) int { return a.Taken.Compare(b.Taken) })
}

// write writes all days. One that was prepared and not yet used becomes the
// one that was played.
func (r *rows) write(ctx context.Context, tx bun.Tx) error {
	for _, part := range []struct {
		what, query string
		rows        any
	}{
		{"days", `
INSERT INTO queue_days AS d (id, queue_id, date, opens, closes, opens_at, closes_at, status, epoch, version, last, regular_limit, regular_taken,
  priority_limit, priority_taken, jkn_limit, jkn_taken, other_limit, other_taken, first)
SELECT id, queue_id, date, opens, closes, opens_at, closes_at, status, first ->> 'epoch', version, last, -1, regular_taken, -1, priority_taken, -1, jkn_taken, -1, other_taken, first
FROM json_to_recordset(?::json) AS r(id text, queue_id text, date date, opens int, closes int, opens_at timestamptz, closes_at timestamptz, status text,
  version bigint, last int, regular_taken int, priority_taken int, jkn_taken int, other_taken int, first json)
ON CONFLICT (id) DO UPDATE SET status = excluded.status, epoch = excluded.epoch, version = excluded.version, last = excluded.last,
  regular_limit = -1, regular_taken = excluded.regular_taken, priority_limit = -1, priority_taken = excluded.priority_taken, jkn_limit = -1,
  jkn_taken = excluded.jkn_taken, other_limit = -1, other_taken = excluded.other_taken, first = excluded.first`, r.days},
		{"tickets", `
INSERT INTO tickets (id, day_id, number, lane, stage, slot, present, counter_id, holder, age, ground, payer, via, requester, request_key, promised,
  taken_at, present_at, called_at, began_at, ended_at)
SELECT id, day_id, number, lane, stage, 0, present, nullif(counter, ''), holder, age, ground, payer, via, 'demo', request_key, promised,
  taken_at, present_at, called_at, began_at, ended_at
FROM json_to_recordset(?::json) AS r(id text, day_id text, number int, lane text, stage text, present boolean, counter text, holder text, age int,
  ground text, payer text, via text, request_key text, promised json, taken_at timestamptz, present_at timestamptz, called_at timestamptz,
  began_at timestamptz, ended_at timestamptz)`, r.tickets},
		{"events", `
INSERT INTO queue_events (day_id, version, at, kind, act, actor, counter, body, was)
SELECT day_id, version, at, kind, act, '', counter, body, nullif(was::text, 'null')::json
FROM json_to_recordset(?::json) AS r(day_id text, version bigint, at timestamptz, kind text, act bigint, counter text, body json, was json)`, r.events},
	} {
		data, err := json.Marshal(part.rows)
		if err != nil {
			return fmt.Errorf("write demo %s as JSON: %w", part.what, err)
		}
		if string(data) == "null" {
			continue
		}
		if _, err := tx.NewRaw(part.query, string(data)).Exec(ctx); err != nil {
			return fmt.Errorf("load demo %s of queues: %w", part.what, err)
		}
	}
	return nil
}
