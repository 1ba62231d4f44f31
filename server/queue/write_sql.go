package queue

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"time"

	"rumah/server/inbox"
	"rumah/shared/queue"
)

// The writing is one statement, and so one transaction and one trip. It
// leaves out each day that is at another version than the one decided on.
// Numbers leave their counters before others come to them, so that the index
// that keeps two from one counter holds at every moment.
//
// Each connection plans a statement once. Postgres does not know how many rows
// arrays have, and would rather read all tickets than look up ten of them; of
// a list with such a limit it takes one for likely, and looks it up.
const (
	writeDays = `
WITH d AS (
  UPDATE queue_days q SET version = x.version, status = x.status, last = x.last, opens_at = x.opens_at, closes_at = x.closes_at,
    regular_limit = x.rl, regular_taken = x.rt, priority_limit = x.pl, priority_taken = x.pt, jkn_limit = x.jl, jkn_taken = x.jt, other_limit = x.ol, other_taken = x.ot
  FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::int[], $7::timestamptz[], $8::timestamptz[],
    $9::int[], $10::int[], $11::int[], $12::int[], $13::int[], $14::int[], $15::int[], $16::int[])
    AS x(id, epoch, was, version, status, last, opens_at, closes_at, rl, rt, pl, pt, jl, jt, ol, ot)
  WHERE q.id = x.id AND q.epoch = x.epoch AND q.version = x.was
  RETURNING q.id
), e AS (
  INSERT INTO queue_events (day_id, version, at, kind, act, actor, counter, body, was)
  SELECT d.id, x.version, x.at, x.kind, x.act, x.actor, x.counter, x.body::json, nullif(x.was, '')::json
  FROM unnest($17::text[], $18::bigint[], $19::timestamptz[], $20::text[], $21::bigint[], $22::text[], $23::text[], $24::text[], $25::text[])
    AS x(day, version, at, kind, act, actor, counter, body, was) JOIN d ON d.id = x.day
)`
	writeNew = `, new AS (
  INSERT INTO tickets (day_id, id, number, lane, stage, slot, present, counter_id, person, account_id, member_id, holder, age, ground, payer, via,
    requester, request_key, visit_id, promised, taken_at, present_at, called_at, began_at, ended_at)
  SELECT d.id, x.id, x.number, x.lane, x.stage, x.slot, x.present, nullif(x.counter, ''), nullif(x.person, ''), nullif(x.account, ''), nullif(x.member, ''),
    x.holder, nullif(x.age, -1), x.ground, x.payer, x.via, x.requester, x.key, nullif(x.visit, ''), x.promised::json, x.taken, x.present_at, x.called_at, x.began_at, x.ended_at
  FROM unnest($26::text[], $27::text[], $28::int[], $29::text[], $30::text[], $31::smallint[], $32::boolean[], $33::text[], $34::text[], $35::text[], $36::text[],
    $37::text[], $38::smallint[], $39::text[], $40::text[], $41::text[], $42::text[], $43::text[], $44::text[], $45::text[],
    $46::timestamptz[], $47::timestamptz[], $48::timestamptz[], $49::timestamptz[], $50::timestamptz[])
    AS x(day, id, number, lane, stage, slot, present, counter, person, account, member, holder, age, ground, payer, via, requester, key, visit, promised,
      taken, present_at, called_at, began_at, ended_at) JOIN d ON d.id = x.day`
	writeOld = `, old AS (
  SELECT x.* FROM unnest($52::text[], $53::int[], $54::text[], $55::boolean[], $56::text[], $57::timestamptz[], $58::timestamptz[], $59::timestamptz[], $60::timestamptz[])
    AS x(day, number, stage, present, counter, present_at, called_at, began_at, ended_at) JOIN d ON d.id = x.day LIMIT cardinality($52)
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
	writeTold = `), told AS (
  INSERT INTO ` + inbox.Into + `
  SELECT x.person, ` + inbox.Values + `
  FROM jsonb_to_recordset($51::jsonb) x(` + inbox.Fields + `) JOIN d ON d.id = x.day LEFT JOIN inbox_settings s ON s.person_id = x.person
  WHERE x.ahead IS NULL OR x.ahead <= coalesce(s.near, 3)` + inbox.Once + `
)`
	writeEnd = ` SELECT array_agg(id) FROM d`
	afterOld = ` WHERE (SELECT count(*) FROM came) >= 0`
	takesSQL = writeDays + writeNew + writeTold + writeEnd
	everySQL = writeDays + writeOld + writeNew + afterOld + writeTold + writeEnd
)

// actsSQL is everySQL where no number is given, as at counters.
var actsSQL = strings.NewReplacer("$51", "$26", "$52", "$27", "$53", "$28", "$54", "$29", "$55", "$30", "$56", "$31", "$57", "$32", "$58", "$33", "$59", "$34", "$60", "$35").
	Replace(writeDays + writeOld + strings.TrimPrefix(writeTold, ")") + writeEnd)

// takeSQL is takesSQL for one number of one day: Postgres is spared taking
// fifty arrays apart.
var takeSQL = strings.NewReplacer("unnest(", "(SELECT ", "[]", "").Replace(takesSQL)

// statement is what writes batches.
func statement(batches []*batch) (sql string, args []any) {
	var events []logged
	var fresh, old []*record
	for _, b := range batches {
		events = append(events, b.events...)
		for _, r := range b.changed {
			if r.holder != nil {
				fresh = append(fresh, r)
			} else {
				old = append(old, r)
			}
		}
	}
	args = append(dayArgs(batches), eventArgs(events)...)
	told := []any{toldArg(batches)}
	switch {
	case len(fresh) == 0:
		return actsSQL, slices.Concat(args, told, oldArgs(old))
	case len(old) > 0:
		return everySQL, slices.Concat(args, freshArgs(fresh), told, oldArgs(old))
	case len(batches) == 1 && len(events) == 1 && len(fresh) == 1:
		args = append(args, freshArgs(fresh)...)
		for i, list := range args {
			args[i] = reflect.ValueOf(list).Index(0).Interface()
		}
		return takeSQL, append(args, told...)
	}
	return takesSQL, slices.Concat(args, freshArgs(fresh), told)
}

// toldArg are the messages of batches, as JSON.
func toldArg(batches []*batch) string {
	var told []inbox.Record
	for _, b := range batches {
		told = append(told, b.told...)
	}
	if len(told) == 0 {
		return "[]"
	}
	data, err := json.Marshal(told)
	if err != nil {
		panic(err) // of numbers and strings: it never fails
	}
	return string(data)
}

func dayArgs(batches []*batch) []any {
	head := func(pick func(queue.Head) int) []int {
		return columnOf(batches, func(b *batch) int { return pick(b.state.Head) })
	}
	paid := func(by queue.Payer, pick func(queue.Pool) int) []int {
		return columnOf(batches, func(b *batch) int { return pick(b.state.Payers[by]) })
	}
	limit, gone := func(p queue.Pool) int { return p.Limit }, func(p queue.Pool) int { return p.Taken }
	return []any{
		columnOf(batches, func(b *batch) string { return b.ledger.day }),
		columnOf(batches, func(b *batch) string { return b.state.Epoch }),
		columnOf(batches, func(b *batch) int64 { return b.from }),
		columnOf(batches, func(b *batch) int64 { return b.to }),
		columnOf(batches, func(b *batch) string { return string(b.state.Head.Status) }),
		columnOf(batches, func(b *batch) int { return b.state.Last }),
		columnOf(batches, func(b *batch) time.Time { return time.UnixMilli(b.state.Head.Opens) }),
		columnOf(batches, func(b *batch) time.Time { return time.UnixMilli(b.state.Head.Closes) }),
		head(func(h queue.Head) int { return h.Regular.Limit }), head(func(h queue.Head) int { return h.Regular.Taken }),
		head(func(h queue.Head) int { return h.Priority.Limit }), head(func(h queue.Head) int { return h.Priority.Taken }),
		paid(queue.JKN, limit), paid(queue.JKN, gone), paid(queue.Other, limit), paid(queue.Other, gone),
	}
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
		columnOf(events, func(e logged) string { return e.day }),
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
		columnOf(rows, func(r *record) string { return r.day }),
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
		columnOf(rows, func(r *record) string { return r.day }),
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
