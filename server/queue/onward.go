package queue

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"rumah/shared/fault"
	"rumah/shared/queue"
)

// house is who takes numbers for people who go from queue to queue.
const house = "house"

// moveKey and onwardKey name the number that a ticket went on with, when it
// was moved and when it ended, so that it gets one however often that is
// tried. A visit that was finished again, after an undo, goes on again.
func moveKey(ticket string, at time.Time) string { return endedKey("move:", ticket, at) }

func onwardKey(ticket string, ended time.Time) string { return endedKey("next:", ticket, ended) }

func endedKey(how, ticket string, ended time.Time) string {
	return how + ticket + ":" + strconv.FormatInt(ended.UnixMilli(), 10)
}

// endedSQL is the end of a ticket o as endedKey writes it.
const endedSQL = `':' || (extract(epoch FROM o.ended_at) * 1000)::bigint`

// traveller is a ticket on its way to another queue.
type traveller struct {
	id    string
	from  string // queue
	lane  queue.Lane
	ended *time.Time
	holder
}

// travellers are the tickets o of days d for which the rest of a statement
// holds.
func (s *Service) travellers(ctx context.Context, rest string, args ...any) ([]traveller, error) {
	rows, err := s.db.Raw().Query(ctx, `
SELECT o.id, d.queue_id, o.lane, o.ended_at, (d.first ->> 'prefix'), o.number,
  coalesce(o.person, ''), coalesce(o.account_id, ''), coalesce(o.member_id, ''), o.holder, coalesce(o.age, -1), o.ground, o.payer, coalesce(o.visit_id, '')
FROM tickets o JOIN queue_days d ON d.id = o.day_id `+rest, args...)
	if err != nil {
		return nil, fmt.Errorf("find who goes on: %w", err)
	}
	defer rows.Close()
	var list []traveller
	for rows.Next() {
		t := traveller{holder: holder{via: "move", requester: house}}
		h := &t.holder
		var prefix string
		var number int
		if err := rows.Scan(&t.id, &t.from, &t.lane, &t.ended, &prefix, &number, &h.person, &h.account, &h.member, &h.name, &h.age, &h.ground, &h.payer, &h.visit); err != nil {
			return nil, fmt.Errorf("find who goes on: %w", err)
		}
		h.from = queue.Label(prefix, number)
		list = append(list, t)
	}
	return list, rows.Err()
}

// arrival is the wish for the number of a traveller, who stands in the house
// already: of their lane while there is room in it.
func (s *Service) arrival(ctx context.Context, day string, t traveller) (wish, error) {
	state, err := s.state(ctx, day)
	if err != nil {
		return wish{}, err
	}
	return wish{Command: arriving(state, t.lane, t.holder.payer), holder: &t.holder}, nil
}

func arriving(state *queue.State, lane queue.Lane, payer queue.Payer) queue.Command {
	if state.Head.Priority.Left() == 0 {
		lane = queue.Regular
	}
	return queue.Command{Action: queue.Take, Lane: lane, Payer: payer, Present: true, Inside: true}
}

// onward lets those who were finished go on where their queue sends people.
// It is no reason to refuse the officer: who gets no number now gets one from
// the sweep, as soon as there is room.
func (s *Service) onward(ctx context.Context, day string, got done) {
	var finished []int
	for _, e := range got.events {
		if e.Kind == queue.Finished {
			finished = append(finished, e.Ticket.Number)
		}
	}
	if len(finished) == 0 {
		return
	}
	ctx = context.WithoutCancel(ctx)
	list, err := s.travellers(ctx, `WHERE o.day_id = $1 AND o.number = ANY ($2) AND o.stage = 'done' ORDER BY o.number`, day, finished)
	if err == nil {
		err = s.goOn(ctx, list)
	}
	if err != nil {
		s.Log.WarnContext(ctx, "visits not continued", "day", day, "err", err)
	}
}

// goOn gives people the numbers they go on with, in turn. What a queue
// refuses is no error.
func (s *Service) goOn(ctx context.Context, list []traveller) error {
	ways, err := s.following(ctx, columnOf(list, func(t traveller) string { return t.from })) // of some, if not of all
	for _, t := range list {
		way, follows := ways[t.from]
		if !follows {
			continue
		}
		failed := fault.From(s.goOnOne(ctx, t, way.Day))
		if failed == nil && way.Day == "" {
			failed = fault.New(fault.Conflict, "queue_closed")
		}
		switch {
		case failed == nil:
		case failed.Code != fault.Conflict:
			err = errors.Join(err, fmt.Errorf("continue the visit of ticket %s: %w", t.id, failed))
		case failed.Key != "ticket_twice": // they have one there already
			err = errors.Join(err, s.strand(ctx, t, way.Queue))
		}
	}
	return err
}

// goOnOne is one more stage of a visit. The first ticket gives it its name,
// also where it cannot go on yet: so the sweep knows that it shall.
func (s *Service) goOnOne(ctx context.Context, t traveller, to string) error {
	if t.visit == "" {
		t.visit = t.id
		_, err := s.db.Raw().Exec(ctx, `
WITH v AS (
  INSERT INTO visits (id, place_id, date, begun_at) SELECT $1, q.place_id, d.date, t.taken_at
  FROM tickets t JOIN queue_days d ON d.id = t.day_id JOIN queues q ON q.id = d.queue_id WHERE t.id = $1
  ON CONFLICT DO NOTHING)
UPDATE tickets SET visit_id = $1 WHERE id = $1 AND visit_id IS NULL`, t.id)
		if err != nil {
			return fmt.Errorf("begin a visit: %w", err)
		}
	}
	if to == "" {
		return nil
	}
	t.holder.visit, t.holder.key = t.visit, onwardKey(t.id, *t.ended)
	take, err := s.arrival(ctx, to, t)
	if err == nil {
		take.since = t.ended.UnixMilli()
		_, err = s.do(ctx, to, take)
	}
	return err
}
