package queue

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"rumah/server/api"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// move sends a number on to another queue of the place and day: it takes one
// there and ends here, both or neither.
func (s *Service) move(ctx context.Context, in queue.Act, from desk) (done, error) {
	to, err := s.deskOf(ctx, in.To)
	if fault.Is(err, fault.Unknown) || err == nil && (to.place != from.place || to.offer.date != from.offer.date || in.To == in.Day) {
		err = fault.Wrong(fault.Field{Name: "to", Key: "choice"})
	}
	if err != nil {
		return done{}, err
	}
	list, err := s.travellers(ctx, `WHERE o.day_id = $1 AND o.number = $2`, in.Day, in.Number)
	if err == nil && (len(list) == 0 || list[0].ended != nil) {
		err = fault.New(fault.Conflict, "ticket_over")
	}
	if err != nil {
		return done{}, err
	}
	take, err := s.arrival(ctx, in.To, list[0])
	if err != nil {
		return done{}, err
	}
	there := half{in.To, func(at time.Time) wish {
		take.holder.key = moveKey(list[0].id, at)
		return take
	}}
	_, got, err := s.both(ctx, there, half{in.Day, func(time.Time) wish {
		return wish{actor: api.Actor(ctx).ID, Command: queue.Command{Action: queue.Move, Number: in.Number, Counter: in.Counter}}
	}})
	return got, err
}

// undo takes back what a counter did last. Who was sent to another queue by
// it comes back, and the number they went on with is given back: both or
// neither, and not once it was called there.
func (s *Service) undo(ctx context.Context, day string, w wish) (done, error) {
	to, number, err := s.sent(ctx, day, &w)
	switch {
	case err != nil:
		return done{}, err
	case to == "":
		return s.do(ctx, day, w)
	}
	got, _, err := s.both(ctx, half{day, func(time.Time) wish { return w }}, half{to, func(time.Time) wish {
		return wish{actor: w.actor, Command: queue.Command{Action: queue.Retract, Number: number}}
	}})
	return got, err
}

// sent is the number that somebody went on with because of what a counter did
// last, and did not give back; none of "". It says in the wish what that was,
// so that nothing else is taken back. Fault: conflict (undo_nothing).
func (s *Service) sent(ctx context.Context, day string, w *wish) (to string, number int, err error) {
	err = s.db.Raw().QueryRow(ctx, `
WITH last AS (SELECT act FROM queue_events WHERE day_id = $1 AND counter = $2 AND kind <> 'seat' ORDER BY version DESC LIMIT 1)
SELECT last.act, coalesce(n.day_id, ''), coalesce(n.number, 0)
FROM last LEFT JOIN LATERAL (
  SELECT n.day_id, n.number FROM (
    SELECT o.id, o.ended_at, (extract(epoch FROM e.at) * 1000)::bigint AS at FROM queue_events e JOIN tickets o ON o.day_id = e.day_id AND o.number = (e.body -> 'n' ->> 'n')::int
    WHERE e.day_id = $1 AND e.version >= last.act AND e.act = last.act AND e.kind IN ('finished', 'moved') LIMIT 1) o
  JOIN tickets n ON n.requester = $3 AND n.request_key IN ('move:' || o.id || ':' || o.at, 'next:' || o.id || `+endedSQL+`)
  WHERE n.stage <> 'cancelled' LIMIT 1) n ON true`, day, w.Counter, house).Scan(&w.act, &to, &number)
	if errors.Is(err, pgx.ErrNoRows) {
		return "", 0, fault.New(fault.Conflict, "undo_nothing")
	}
	if err != nil {
		return "", 0, fmt.Errorf("find whom a counter sent on: %w", err)
	}
	return to, number, nil
}
