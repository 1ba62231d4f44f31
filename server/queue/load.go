package queue

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"rumah/server/database"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// logged is an event with what the log keeps beside it.
type logged struct {
	queue.Event
	day            string
	act            int64 // version of the first event of the same command
	actor, counter string
	body           []byte // as phones are sent it
}

// loadSQL reads a day, or what happened since a version, in one look.
const loadSQL = `
WITH d AS (SELECT *, epoch = $2 AND version >= $3 AS same FROM queue_days WHERE id = $1)
SELECT epoch, version, jkn_limit, jkn_taken, other_limit, other_taken,
  CASE WHEN same THEN NULL ELSE first::text END,
  CASE WHEN same AND version = $3 THEN NULL ELSE (
    SELECT json_agg(json_build_object('act', e.act, 'counter', e.counter, 'body', e.body, 'was', e.was) ORDER BY e.version)
    FROM queue_events e WHERE e.day_id = d.id AND e.version > CASE WHEN same THEN $3 ELSE coalesce((first->>'v')::bigint, 0) END)::text END,
  CASE WHEN same AND version = $3 THEN NULL ELSE (
    SELECT json_agg(json_build_object('id', t.id, 'number', t.number, 'payer', t.payer, 'person', t.person, 'requester', t.requester, 'key', t.request_key,
      'account', t.account_id, 'whom', CASE WHEN t.member_id IS NULL THEN '' ELSE t.holder END) ORDER BY t.number)
    FROM tickets t WHERE t.day_id = d.id AND t.number > CASE WHEN same THEN $4 ELSE 0 END)::text END
FROM d`

type eventRow struct {
	Act     int64         `json:"act"`
	Counter string        `json:"counter"`
	Body    queue.Event   `json:"body"`
	Was     *queue.Before `json:"was"`
}

type ticketRow struct {
	ID        string      `json:"id"`
	Number    int         `json:"number"`
	Payer     queue.Payer `json:"payer"`
	Person    string      `json:"person"`
	Requester string      `json:"requester"`
	Key       string      `json:"key"`
	Account   string      `json:"account"`
	Whom      string      `json:"whom"`
}

// rowsOf are the rows of a statement that is asked often: unlike those of Bun
// it is planned once for each connection.
func rowsOf[R any](ctx context.Context, db *database.DB, sql string, args ...any) ([]R, error) {
	rows, err := db.Raw().Query(ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowToStructByName[R])
}

// queryer is a pool or a transaction.
type queryer interface {
	QueryRow(ctx context.Context, sql string, args ...any) pgx.Row
}

// refresh brings the ledger up to the database. Fault: unknown.
func (l *runner) refresh(ctx context.Context, db queryer) error {
	began := time.Now()
	before := l.ledger
	if before == nil {
		before = newLedger(l.day, &queue.State{Version: -1})
	}
	epoch, version := before.state.Epoch, before.state.Version
	var first, events, tickets *string
	var jkn, other queue.Pool
	row := struct {
		epoch   string
		version int64
	}{}
	err := db.QueryRow(ctx, loadSQL, l.day, epoch, version, before.state.Last).
		Scan(&row.epoch, &row.version, &jkn.Limit, &jkn.Taken, &other.Limit, &other.Taken, &first, &events, &tickets)
	if errors.Is(err, pgx.ErrNoRows) {
		l.ledger = nil
		return fault.New(fault.Unknown, "unknown")
	}
	if err != nil {
		l.ledger = nil
		return fmt.Errorf("read queue-day %s: %w", l.day, err)
	}
	next := before
	if first != nil {
		state := &queue.State{}
		if err := json.Unmarshal([]byte(*first), state); err != nil {
			return fmt.Errorf("read the beginning of queue-day %s: %w", l.day, err)
		}
		state.Day, state.Epoch = l.day, row.epoch
		if state.Count == nil {
			state.Count = make(map[queue.Stage]int)
		}
		next = newLedger(l.day, state)
	}
	l.ledger = nil // until it is whole
	if first != nil || row.version != version {
		if err := next.catchUp(events, tickets); err != nil {
			return fmt.Errorf("read the log of queue-day %s: %w", l.day, err)
		}
		if next.state.Version != row.version {
			return fmt.Errorf("the log of queue-day %s ends at %d, its row says %d", l.day, next.state.Version, row.version)
		}
		next.state.Payers = map[queue.Payer]queue.Pool{queue.JKN: jkn, queue.Other: other}
	}
	l.ledger = next
	snap := &snapshot{version: row.version, checked: began}
	if known := l.snap.Load(); first == nil && row.version == version && known != nil && known.version == version {
		snap.state = known.state
	}
	l.snap.Store(snap)
	return nil
}

// catchUp follows the log. Its tickets come first: the events name numbers.
func (l *ledger) catchUp(events, tickets *string) error {
	var rows []ticketRow
	if tickets != nil {
		if err := json.Unmarshal([]byte(*tickets), &rows); err != nil {
			return err
		}
	}
	for _, t := range rows {
		l.keep(t.Number, &record{id: t.ID, payer: t.Payer, person: t.Person, requester: t.Requester, key: t.Key, account: t.Account, whom: t.Whom, nearest: -1})
	}
	var log []eventRow
	if events != nil {
		if err := json.Unmarshal([]byte(*events), &log); err != nil {
			return err
		}
	}
	for _, e := range log {
		e.Body.Was = e.Was
		if !l.state.Apply(e.Body) {
			return fmt.Errorf("after event %d comes %d", l.state.Version, e.Body.Version)
		}
		l.note(logged{Event: e.Body, act: e.Act, counter: e.Counter})
	}
	l.settled(l.changed)
	l.changed, l.told = nil, l.state.Head.Status
	return nil
}

// settled says that rows are as their records.
func (l *ledger) settled(records []*record) {
	for _, r := range records {
		r.changed, r.holder, r.counter = false, nil, r.at()
	}
}
