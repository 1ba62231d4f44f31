package queue

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

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
	from, to int64 // versions
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

// The writing is one statement, and so one transaction and one trip. It
// writes nothing when the day is at another version than the one decided on.
// Numbers leave their counters before others come to them, so that the index
// that keeps two from one counter holds at every moment.
//
// Each connection plans a statement once. Postgres does not know how many rows
// arrays have, and would rather read all tickets than look up ten of them; of
// a list with such a limit it takes one for likely, and looks it up.
const (
	writeDay = `
WITH d AS (
  UPDATE queue_days SET version = $4, status = $5, last = $6, opens_at = $7, closes_at = $8,
    regular_limit = $9, regular_taken = $10, priority_limit = $11, priority_taken = $12,
    jkn_limit = $13, jkn_taken = $14, other_limit = $15, other_taken = $16
  WHERE id = $1 AND epoch = $2 AND version = $3
  RETURNING id
), e AS (
  INSERT INTO queue_events (day_id, version, at, kind, act, actor, counter, body, was)
  SELECT d.id, x.version, x.at, x.kind, x.act, x.actor, x.counter, x.body::json, nullif(x.was, '')::json
  FROM d, unnest($17::bigint[], $18::timestamptz[], $19::text[], $20::bigint[], $21::text[], $22::text[], $23::text[], $24::text[])
    AS x(version, at, kind, act, actor, counter, body, was)
)`
	writeNew = `, new AS (
  INSERT INTO tickets (day_id, id, number, lane, stage, slot, present, counter_id, person, account_id, member_id, holder, age, ground, payer, via,
    requester, request_key, visit_id, promised, taken_at, present_at, called_at, began_at, ended_at)
  SELECT d.id, x.id, x.number, x.lane, x.stage, x.slot, x.present, nullif(x.counter, ''), nullif(x.person, ''), nullif(x.account, ''), nullif(x.member, ''),
    x.holder, nullif(x.age, -1), x.ground, x.payer, x.via, x.requester, x.key, nullif(x.visit, ''), x.promised::json, x.taken, x.present_at, x.called_at, x.began_at, x.ended_at
  FROM d, unnest($25::text[], $26::int[], $27::text[], $28::text[], $29::smallint[], $30::boolean[], $31::text[], $32::text[], $33::text[], $34::text[], $35::text[],
    $36::smallint[], $37::text[], $38::text[], $39::text[], $40::text[], $41::text[], $42::text[], $43::text[],
    $44::timestamptz[], $45::timestamptz[], $46::timestamptz[], $47::timestamptz[], $48::timestamptz[])
    AS x(id, number, lane, stage, slot, present, counter, person, account, member, holder, age, ground, payer, via, requester, key, visit, promised,
      taken, present_at, called_at, began_at, ended_at)`
	writeOld = `, old AS (
  SELECT d.id AS day, x.* FROM d, unnest($49::int[], $50::text[], $51::boolean[], $52::text[], $53::timestamptz[], $54::timestamptz[], $55::timestamptz[], $56::timestamptz[])
    AS x(number, stage, present, counter, present_at, called_at, began_at, ended_at) LIMIT cardinality($49)
), gone AS (
  UPDATE tickets t SET stage = x.stage, present = x.present, counter_id = nullif(x.counter, ''),
    present_at = x.present_at, called_at = x.called_at, began_at = x.began_at, ended_at = x.ended_at
  FROM old x WHERE t.day_id = x.day AND t.number = x.number AND x.stage NOT IN ('called', 'serving')
  RETURNING 1
), came AS (
  UPDATE tickets t SET stage = x.stage, present = x.present, counter_id = nullif(x.counter, ''),
    present_at = x.present_at, called_at = x.called_at, began_at = x.began_at, ended_at = x.ended_at
  FROM old x WHERE t.day_id = x.day AND t.number = x.number AND x.stage IN ('called', 'serving') AND (SELECT count(*) FROM gone) >= 0
  RETURNING 1
)`
	writeEnd = ` SELECT count(*) FROM d`
	afterOld = ` WHERE (SELECT count(*) FROM came) >= 0`
	takesSQL = writeDay + writeNew + ")" + writeEnd
	everySQL = writeDay + writeOld + writeNew + afterOld + ")" + writeEnd
)

// actsSQL is everySQL where no number is given, as at counters.
var actsSQL = strings.NewReplacer("$49", "$25", "$50", "$26", "$51", "$27", "$52", "$28", "$53", "$29", "$54", "$30", "$55", "$31", "$56", "$32").
	Replace(writeDay+writeOld) + writeEnd

// takeSQL is takesSQL for one number, the usual case where there are many
// queues: Postgres is spared taking thirty arrays apart.
var takeSQL = strings.NewReplacer("unnest(", "(SELECT ", "[]", "").Replace(takesSQL)

// write writes the batch, or answers errBehind and writes nothing.
func (b *batch) write(ctx context.Context, db queryer) error {
	var fresh, old []*record
	for _, r := range b.changed {
		if r.holder != nil {
			fresh = append(fresh, r)
			continue
		}
		if at := r.at(); r.counter != "" && at != "" && at != r.counter {
			return errApart
		}
		old = append(old, r)
	}
	sql, args := takesSQL, append(eventArgs(b.events), freshArgs(fresh)...)
	switch {
	case len(old) > 0 && len(fresh) > 0:
		sql, args = everySQL, append(args, oldArgs(old)...)
	case len(old) > 0:
		sql, args = actsSQL, append(eventArgs(b.events), oldArgs(old)...)
	case len(b.events) == 1 && len(fresh) == 1:
		sql = takeSQL
		for i, list := range args {
			args[i] = reflect.ValueOf(list).Index(0).Interface()
		}
	}
	var written int
	if err := db.QueryRow(ctx, sql, append(b.dayArgs(), args...)...).Scan(&written); err != nil {
		return fmt.Errorf("write a queue-day: %w", err)
	}
	if written == 0 {
		return errBehind
	}
	b.ledger.settled(b.changed)
	return nil
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

func (b *batch) dayArgs() []any {
	s := b.state
	h, jkn, other := s.Head, s.Payers[queue.JKN], s.Payers[queue.Other]
	return []any{b.ledger.day, s.Epoch, b.from, b.to, string(h.Status), s.Last, time.UnixMilli(h.Opens), time.UnixMilli(h.Closes),
		h.Regular.Limit, h.Regular.Taken, h.Priority.Limit, h.Priority.Taken, jkn.Limit, jkn.Taken, other.Limit, other.Taken}
}

// columnOf is one array of a statement: a value of each row.
func columnOf[R, V any](rows []R, value func(R) V) []V {
	list := make([]V, len(rows))
	for i, r := range rows {
		list[i] = value(r)
	}
	return list
}

func eventArgs(events []logged) []any {
	return []any{
		columnOf(events, func(e logged) int64 { return e.Version }),
		columnOf(events, func(e logged) time.Time { return time.UnixMilli(e.At) }),
		columnOf(events, func(e logged) string { return string(e.Kind) }),
		columnOf(events, func(e logged) int64 { return e.act }),
		columnOf(events, func(e logged) string { return e.actor }),
		columnOf(events, func(e logged) string { return e.counter }),
		columnOf(events, func(e logged) string { return string(e.body) }),
		columnOf(events, func(e logged) string { return beforeText(e.Was) }),
	}
}

// beforeText is what was before, as JSON; "" for nothing.
func beforeText(v *queue.Before) string {
	if v == nil {
		return ""
	}
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // of numbers and strings: it never fails
	}
	return string(data)
}

func freshArgs(rows []*record) []any {
	return []any{
		columnOf(rows, func(r *record) string { return r.id }),
		columnOf(rows, func(r *record) int { return r.now.Number }),
		columnOf(rows, func(r *record) string { return string(r.now.Lane) }),
		columnOf(rows, func(r *record) string { return string(r.now.Stage) }),
		columnOf(rows, func(r *record) int16 { return int16(r.now.Slot) }),
		columnOf(rows, func(r *record) bool { return r.now.Present }),
		columnOf(rows, func(r *record) string { return r.now.Counter }),
		columnOf(rows, func(r *record) string { return r.person }),
		columnOf(rows, func(r *record) string { return r.holder.account }),
		columnOf(rows, func(r *record) string { return r.holder.member }),
		columnOf(rows, func(r *record) string { return r.holder.name }),
		columnOf(rows, func(r *record) int16 { return int16(r.holder.age) }),
		columnOf(rows, func(r *record) string { return r.holder.ground }),
		columnOf(rows, func(r *record) string { return string(r.payer) }),
		columnOf(rows, func(r *record) string { return r.holder.via }),
		columnOf(rows, func(r *record) string { return r.requester }),
		columnOf(rows, func(r *record) string { return r.key }),
		columnOf(rows, func(r *record) string { return r.holder.visit }),
		columnOf(rows, func(r *record) string { return promiseText(r.promised) }),
		columnOf(rows, func(r *record) time.Time { return time.UnixMilli(r.now.Taken) }),
		columnOf(rows, func(r *record) *time.Time { return instant(r.times.present) }),
		columnOf(rows, func(r *record) *time.Time { return instant(r.times.called) }),
		columnOf(rows, func(r *record) *time.Time { return instant(r.times.began) }),
		columnOf(rows, func(r *record) *time.Time { return instant(r.times.ended) }),
	}
}

func oldArgs(rows []*record) []any {
	return []any{
		columnOf(rows, func(r *record) int { return r.now.Number }),
		columnOf(rows, func(r *record) string { return string(r.now.Stage) }),
		columnOf(rows, func(r *record) bool { return r.now.Present }),
		columnOf(rows, func(r *record) string { return r.now.Counter }),
		columnOf(rows, func(r *record) *time.Time { return instant(r.times.present) }),
		columnOf(rows, func(r *record) *time.Time { return instant(r.times.called) }),
		columnOf(rows, func(r *record) *time.Time { return instant(r.times.began) }),
		columnOf(rows, func(r *record) *time.Time { return instant(r.times.ended) }),
	}
}

// instant is a time of a row; null for one that has not come.
func instant(ms int64) *time.Time {
	if ms == 0 {
		return nil
	}
	t := time.UnixMilli(ms)
	return &t
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
