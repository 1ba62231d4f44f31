package queue

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/database"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/place"
	"rumah/shared/queue"
)

// passRow is a ticket with its day.
type passRow struct {
	ID, Day, Queue, Name, Who, Prefix string
	Number, Slot, Share, SlotFor      int
	Holder, Member, Ground            string
	Counter, Reason                   string
	Lane                              queue.Lane
	Payer                             queue.Payer
	Stage                             queue.Stage
	Present                           bool
	Date                              calendar.Date
	Opens, Closes                     place.Minute
	OpensAt, ClosesAt, TakenAt        time.Time
	CalledAt, EndedAt                 bun.NullTime
	Promised                          string // JSON
	Way, Score                        int
	Note                              string
	spot
}

// passSQL selects tickets. The reason of a cancelled day is that of the last
// thing that happened to it as a whole.
const passSQL = `
SELECT t.id, t.day_id AS day, d.queue_id AS queue, q.name, q.who, coalesce(d.first ->> 'prefix', q.prefix) AS prefix, t.number, t.slot, t.share, q.slot_for,
  t.holder, coalesce(t.member_id, '') AS member, t.ground, coalesce(c.name, '') AS counter, t.lane, t.payer, t.stage, t.present, d.date::text AS date, d.opens, d.closes,
  d.opens_at, d.closes_at, t.taken_at, t.called_at, t.ended_at, t.promised::text AS promised, coalesce(t.way, 0) AS way, coalesce(t.score, 0) AS score, t.score_text AS note, ` + spotColumns + `,
  CASE WHEN d.status = 'cancelled' THEN coalesce((SELECT e.body -> 'h' ->> 'reason' FROM queue_events e
    WHERE e.day_id = d.id AND e.kind = 'head' ORDER BY e.version DESC LIMIT 1), d.first -> 'head' ->> 'reason', '') ELSE '' END AS reason
FROM tickets t
JOIN queue_days d ON d.id = t.day_id
JOIN queues q ON q.id = d.queue_id
JOIN places p ON p.id = q.place_id
LEFT JOIN counters c ON c.id = t.counter_id
WHERE `

// passes are the tickets for which the rest of a statement holds.
func (s *Service) passes(ctx context.Context, rest string, args ...any) ([]passRow, error) {
	rows, err := rowsOf[passRow](ctx, s.db, passSQL+rest, args...)
	if err != nil {
		return nil, fmt.Errorf("list tickets: %w", err)
	}
	return rows, nil
}

// ofAccount is a ticket of an account. Fault: unknown, also for somebody
// else's.
func (s *Service) ofAccount(ctx context.Context, account, id string) (passRow, error) {
	if account == "" || !database.Storable(id) {
		return passRow{}, fault.New(fault.Unknown, "unknown")
	}
	return only(s.passes(ctx, `t.id = $1 AND t.account_id = $2`, id, account))
}

func only(rows []passRow, err error) (passRow, error) {
	if err == nil && len(rows) == 0 {
		err = fault.New(fault.Unknown, "unknown")
	}
	if err != nil {
		return passRow{}, err
	}
	return rows[0], nil
}

// promise is what was said of the wait when a number was taken. One that
// cannot be read said nothing.
func (r passRow) promise() queue.Range {
	var p queue.Range
	if json.Unmarshal([]byte(r.Promised), &p) != nil || p == (queue.Range{}) {
		return queue.Range{Unknown: true}
	}
	return p
}

// pass is a ticket as its holder sees it.
func (s *Service) pass(r passRow) queue.Pass {
	return queue.Pass{
		ID: r.ID, Day: r.Day, Queue: r.Queue, Name: r.Name, Who: r.Who, Place: r.ref(), Number: r.Number, Label: queue.Label(r.Prefix, r.Number),
		Holder: r.Holder, Member: r.Member, Lane: r.Lane, Ground: r.Ground, Payer: r.Payer, Slot: r.Slot, Stage: r.Stage, Present: r.Present, Counter: r.Counter,
		Date: r.Date, Opens: r.Opens, Closes: r.Closes, Taken: r.TakenAt.UTC(), Called: r.CalledAt.UTC(), Ended: r.EndedAt.UTC(),
		Reason: r.Reason, Share: s.shareSecret(r.ID, r.Share), Promised: r.promise(), Way: r.Way, Score: r.Score, Note: r.Note,
	}
}
