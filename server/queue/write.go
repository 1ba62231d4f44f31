package queue

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"rumah/server/inbox"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// batch is what was decided together.
type batch struct {
	ledger   *ledger
	wishes   []*asked
	answers  []outcome
	events   []logged
	changed  []*record
	told     []inbox.Record // messages to the holders of numbers
	from, to int64          // versions
	state    *queue.State
}

var (
	// errBehind: another instance was faster, so all is decided again.
	errBehind = errors.New("the queue-day has moved on")
	// errAgain is errBehind, with the news already read.
	errAgain = errors.New("the queue-day has moved on and was read")
	// errApart: the wishes cannot be written together, only one by one.
	errApart = errors.New("a number goes from one counter to another")
)

func (b *batch) bodies() []json.RawMessage {
	bodies := make([]json.RawMessage, len(b.events))
	for i, e := range b.events {
		bodies[i] = e.body
	}
	return bodies
}

// write writes batches of different days in one statement and answers what
// became of each: nil, or errBehind when the day is at another version than
// the one it was decided on. After an error nothing is written, or nobody
// knows.
func write(ctx context.Context, db queryer, batches ...*batch) (map[*batch]error, error) {
	sql, args := statement(batches)
	var there []string
	if err := db.QueryRow(ctx, sql, args...).Scan(&there); err != nil {
		return nil, fmt.Errorf("write queue-days: %w", err)
	}
	results := make(map[*batch]error, len(batches))
	for _, b := range batches {
		if !slices.Contains(there, b.ledger.day) {
			results[b] = errBehind
		}
	}
	return results, nil
}

// apart reports whether a number leaves one counter for another in the batch:
// the index that keeps two numbers from one counter allows no such moment.
func (b *batch) apart() bool {
	return slices.ContainsFunc(b.changed, func(r *record) bool {
		at := r.at()
		return r.holder == nil && r.counter != "" && at != "" && at != r.counter
	})
}

// write writes one batch, or answers errBehind and writes nothing.
func (b *batch) write(ctx context.Context, db queryer) error {
	results, err := write(ctx, db, b)
	return b.settled(errors.Join(err, results[b]))
}

// settled notes that the rows are as decided, when they were written.
func (b *batch) settled(err error) error {
	if err == nil {
		b.ledger.settled(b.changed)
	}
	return err
}

// write is the same for a batch beside those of other days that are ready at
// this moment: with hundreds of queues open, a statement for one number costs
// more than the number.
func (s *Service) write(ctx context.Context, b *batch) error {
	result, _, err := s.scribe.Get(ctx, b)
	return b.settled(errors.Join(err, result))
}

// writeTogether writes what waits. What the database refuses as a whole is
// written one by one, so that only the guilty day hears of it.
func (s *Service) writeTogether(ctx context.Context, batches []*batch) (map[*batch]error, error) {
	// In one order, so that two instances do not wait for each other.
	slices.SortFunc(batches, func(a, b *batch) int { return strings.Compare(a.ledger.day, b.ledger.day) })
	results, err := write(ctx, s.db.Raw(), batches...)
	var refused *pgconn.PgError
	if err == nil || lost(err) || !errors.As(err, &refused) || len(batches) == 1 {
		return results, err
	}
	results = make(map[*batch]error, len(batches))
	for _, b := range batches {
		alone, err := write(ctx, s.db.Raw(), b)
		results[b] = errors.Join(err, alone[b])
	}
	return results, nil
}

// written reports whether the batch is in the log, after its connection was
// lost. The id of a ticket is nobody else's; without one, two instances that
// did the same thing in the same millisecond did the same.
func (b *batch) written(ctx context.Context, db queryer) (there bool, err error) {
	if len(b.events) == 0 {
		return false, nil
	}
	ticket := ""
	for _, r := range b.changed {
		if r.holder != nil {
			ticket = r.id
		}
	}
	last := b.events[len(b.events)-1]
	err = db.QueryRow(ctx, `
SELECT EXISTS (SELECT FROM queue_events WHERE day_id = $1 AND version = $2 AND body::text = $3 AND actor = $4)
  AND ($5 = '' OR EXISTS (SELECT FROM tickets WHERE id = $5))`, b.ledger.day, last.Version, string(last.body), last.actor, ticket).Scan(&there)
	if err != nil {
		return false, fmt.Errorf("look whether a queue-day was written: %w", err)
	}
	return there, nil
}

// lost reports whether a connection broke or was cut, so that nobody knows
// whether its last statement was carried out. It may be tried again all the
// same: it is for one version of the day, and a version is written once.
func lost(err error) bool {
	var refused *pgconn.PgError
	var told *fault.Fault
	switch {
	case err == nil, errors.Is(err, errBehind), errors.Is(err, errAgain), errors.Is(err, errApart), errors.As(err, &told):
		return false
	case errors.As(err, &refused):
		return strings.HasPrefix(refused.Code, "57P") || strings.HasPrefix(refused.Code, "08")
	}
	return true
}

// refusal is the fault behind a constraint that was violated; nil when it was
// something else.
func refusal(err error) error {
	var pg *pgconn.PgError
	if !errors.As(err, &pg) || pg.ConstraintName == "" {
		return nil
	}
	switch pg.ConstraintName {
	case "ticket_twice", "ticket_counter":
		return fault.Wrap(err, fault.Conflict, pg.ConstraintName)
	case "ticket_once":
		return fault.Wrap(err, fault.Conflict, "key_reused")
	case "quota_regular", "quota_priority":
		return fault.Wrap(err, fault.Conflict, "quota_full")
	case "quota_jkn", "quota_other":
		return fault.Wrap(err, fault.Conflict, pg.ConstraintName)
	case "tickets_member_id_fkey":
		return fault.Wrong(fault.Field{Name: "member", Key: "choice"})
	}
	return fault.Wrap(err, fault.Broken, "broken")
}
