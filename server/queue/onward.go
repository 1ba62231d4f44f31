package queue

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// house is who takes numbers for people who go from queue to queue.
const house = "house"

// moveKey and onwardKey name the number that a ticket went on with when it
// ended, so that it gets one however often that is tried. A visit that was
// finished again, after an undo, goes on again.
func moveKey(ticket string, ended time.Time) string { return endedKey("move:", ticket, ended) }

func onwardKey(ticket string, ended time.Time) string { return endedKey("next:", ticket, ended) }

func endedKey(how, ticket string, ended time.Time) string {
	return how + ticket + ":" + strconv.FormatInt(ended.UnixMilli(), 10)
}

// traveller is a ticket on its way to another queue.
type traveller struct {
	id    string
	lane  queue.Lane
	ended *time.Time
	to    string // queue-day; "" when there is none
	next  string // queue
	date  calendar.Date
	holder
}

// travellers are tickets of a day with where their queue sends people: the
// session of today that is not over.
func (s *Service) travellers(ctx context.Context, day string, numbers []int) ([]traveller, error) {
	rows, err := s.db.Raw().Query(ctx, `
SELECT t.id, t.lane, t.ended_at, coalesce(q.next_id, ''), d.date::text,
  coalesce((SELECT n.id FROM queue_days n WHERE n.queue_id = q.next_id AND n.date = d.date AND n.status NOT IN ('closed', 'cancelled') AND n.closes_at > $3 ORDER BY n.opens_at LIMIT 1), ''),
  coalesce(t.person, ''), coalesce(t.account_id, ''), coalesce(t.member_id, ''), t.holder, coalesce(t.age, -1), t.ground, t.payer, coalesce(t.visit_id, '')
FROM tickets t JOIN queue_days d ON d.id = t.day_id JOIN queues q ON q.id = d.queue_id
WHERE t.day_id = $1 AND t.number = ANY ($2)
ORDER BY t.number`, day, numbers, s.now())
	if err != nil {
		return nil, fmt.Errorf("find who goes on: %w", err)
	}
	defer rows.Close()
	var list []traveller
	for rows.Next() {
		t := traveller{holder: holder{via: "move", requester: house}}
		h := &t.holder
		if err := rows.Scan(&t.id, &t.lane, &t.ended, &t.next, &t.date, &t.to, &h.person, &h.account, &h.member, &h.name, &h.age, &h.ground, &h.payer, &h.visit); err != nil {
			return nil, fmt.Errorf("find who goes on: %w", err)
		}
		list = append(list, t)
	}
	return list, rows.Err()
}

// arrival is the wish for the number of a traveller: of their lane, where
// there is one.
func (s *Service) arrival(ctx context.Context, day string, t traveller) (wish, error) {
	state, err := s.state(ctx, day)
	if err != nil {
		return wish{}, err
	}
	lane := t.lane
	if lane == queue.Priority && state.Head.Priority.Left() == 0 {
		lane = queue.Regular
	}
	return wish{Command: queue.Command{Action: queue.Take, Lane: lane, Present: true}, holder: &t.holder}, nil
}

// onward lets those who were finished go on where their queue sends people.
// It is no reason to refuse the officer: what fails is tried again by the
// sweep.
func (s *Service) onward(ctx context.Context, day string, got done) {
	var finished []int
	for _, e := range got.events {
		if e.Kind == queue.Finished {
			finished = append(finished, e.Ticket.Number)
		}
	}
	if len(finished) > 0 {
		s.goOn(context.WithoutCancel(ctx), day, finished)
	}
}

func (s *Service) goOn(ctx context.Context, day string, numbers []int) {
	list, err := s.ready(ctx, day, numbers)
	if err != nil {
		s.Log.WarnContext(ctx, "visits not continued", "day", day, "err", err)
	}
	for _, t := range list {
		if t.ended == nil || t.to == "" {
			continue // nothing follows, or it is closed today
		}
		if err := s.goOnOne(ctx, t); err != nil && fault.From(err).Code == fault.Broken {
			s.Log.WarnContext(ctx, "visit not continued", "ticket", t.id, "err", err)
		}
	}
}

// ready are travellers, with the day they go to made when there is none.
func (s *Service) ready(ctx context.Context, day string, numbers []int) ([]traveller, error) {
	list, err := s.travellers(ctx, day, numbers)
	if err != nil || len(list) == 0 || list[0].next == "" || list[0].to != "" {
		return list, err
	}
	if err := s.prepare(ctx, list[0].next, "", list[0].date, list[0].date); err != nil {
		return nil, err
	}
	return s.travellers(ctx, day, numbers)
}

// goOnOne is one more stage of a visit. The first ticket gives it its name.
func (s *Service) goOnOne(ctx context.Context, t traveller) error {
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
	t.holder.visit, t.holder.key = t.visit, onwardKey(t.id, *t.ended)
	take, err := s.arrival(ctx, t.to, t)
	if err == nil {
		_, err = s.do(ctx, t.to, take)
	}
	return err
}
