package queue

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"rumah/server/api"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// house is who takes numbers for people who go from queue to queue.
const house = "house"

// moveKey and onwardKey name the number that a ticket goes on with, so that
// it gets one however often it is tried. A visit that was finished again,
// after an undo, goes on again.
func moveKey(ticket string) string { return "move:" + ticket }

func onwardKey(ticket string, ended time.Time) string {
	return "next:" + ticket + ":" + strconv.FormatInt(ended.UnixMilli(), 10)
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

// arrive gives a traveller a number where they go: of their lane, where there
// is one.
func (s *Service) arrive(ctx context.Context, day string, t traveller) (done, error) {
	state, err := s.state(ctx, day)
	if err != nil {
		return done{}, err
	}
	lane := t.lane
	if lane == queue.Priority && state.Head.Priority.Limit == 0 {
		lane = queue.Regular
	}
	return s.do(ctx, day, wish{Command: queue.Command{Action: queue.Take, Lane: lane, Present: true}, holder: &t.holder})
}

// move sends a number on to another queue of the place and day: it takes one there,
// then ends here. When it cannot end here, the one there is given back.
func (s *Service) move(ctx context.Context, in queue.Act, from desk) (done, error) {
	to, err := s.deskOf(ctx, in.To)
	if fault.Is(err, fault.Unknown) || err == nil && (to.place != from.place || to.offer.date != from.offer.date || in.To == in.Day) {
		err = fault.Wrong(fault.Field{Name: "to", Key: "choice"})
	}
	if err != nil {
		return done{}, err
	}
	state, err := s.state(ctx, in.Day)
	if err != nil {
		return done{}, err
	}
	if _, live := state.Ticket(in.Number); !live {
		return done{}, fault.New(fault.Conflict, "ticket_over")
	}
	list, err := s.travellers(ctx, in.Day, []int{in.Number})
	if err == nil && len(list) == 0 {
		err = fault.New(fault.Unknown, "unknown")
	}
	if err != nil {
		return done{}, err
	}
	ctx = context.WithoutCancel(ctx) // both halves, or none
	there, err := s.arriveMoved(ctx, in.To, list[0])
	if err != nil {
		return done{}, err
	}
	got, err := s.do(ctx, in.Day, wish{actor: api.Actor(ctx).ID, Command: queue.Command{Action: queue.Move, Number: in.Number, Counter: in.Counter}})
	if err != nil && fault.From(err).Code != fault.Broken { // else the sweep finds out
		s.giveBack(ctx, in.To, there.number, there.ticket)
	}
	return got, err
}

// arriveMoved takes the number a ticket moves to. One that was given back
// when an earlier try failed does not count.
func (s *Service) arriveMoved(ctx context.Context, day string, t traveller) (done, error) {
	t.holder.key = moveKey(t.id)
	got, err := s.arrive(ctx, day, t)
	if err != nil {
		return done{}, err
	}
	if got.live {
		return got, nil
	}
	s.giveBack(ctx, day, got.number, got.ticket)
	return s.arrive(ctx, day, t)
}

// giveBack ends a number that nobody shall have, and frees its key.
func (s *Service) giveBack(ctx context.Context, day string, number int, ticket string) {
	_, err := s.do(ctx, day, wish{Command: queue.Command{Action: queue.Cancel, Number: number}})
	if err != nil && fault.From(err).Code != fault.Conflict {
		s.Log.WarnContext(ctx, "number not given back", "day", day, "number", number, "err", err)
		return
	}
	if err := s.rename(ctx, day, ticket); err != nil {
		s.Log.WarnContext(ctx, "key not freed", "ticket", ticket, "err", err)
	}
}

// rename frees the key of a ticket. What is known of the day is read anew.
func (s *Service) rename(ctx context.Context, day, ticket string) error {
	l := s.runner(day)
	if err := l.hold(ctx); err != nil {
		return err
	}
	defer l.release()
	l.ledger = nil
	_, err := s.db.Raw().Exec(ctx, `UPDATE tickets SET request_key = request_key || ':' || id WHERE id = $1 AND strpos(request_key, id) = 0`, ticket)
	return err
}

// onward lets those who were finished go on where their queue sends people,
// and calls those back whose end was undone. It is no reason to refuse the
// officer: what fails is tried again by the sweep.
func (s *Service) onward(ctx context.Context, day string, got done) {
	var finished, undone []int
	for _, e := range got.events {
		switch {
		case e.Kind == queue.Finished:
			finished = append(finished, e.Ticket.Number)
		case e.Kind == queue.Undone && e.From == queue.Done:
			undone = append(undone, e.Ticket.Number)
		}
	}
	ctx = context.WithoutCancel(ctx)
	if len(finished) > 0 {
		s.goOn(ctx, day, finished)
	}
	if len(undone) > 0 {
		s.callBack(ctx, day, undone)
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
	_, err := s.arrive(ctx, t.to, t)
	return err
}

// callBack ends the numbers that people went on with whose end was undone.
func (s *Service) callBack(ctx context.Context, day string, numbers []int) {
	rows, err := s.db.Raw().Query(ctx, `
SELECT n.day_id, n.number FROM tickets t JOIN tickets n ON n.visit_id = t.visit_id AND n.requester = $3 AND split_part(n.request_key, ':', 2) = t.id
WHERE t.day_id = $1 AND t.number = ANY ($2) AND n.request_key LIKE 'next:%' AND n.stage IN ('waiting', 'away', 'skipped')`, day, numbers, house)
	if err == nil {
		defer rows.Close()
	}
	type next struct {
		day    string
		number int
	}
	var list []next
	for err == nil && rows.Next() {
		var n next
		if err = rows.Scan(&n.day, &n.number); err == nil {
			list = append(list, n)
		}
	}
	for _, n := range list {
		if err == nil {
			_, err = s.do(ctx, n.day, wish{Command: queue.Command{Action: queue.Cancel, Number: n.number}})
		}
	}
	if err != nil {
		s.Log.WarnContext(ctx, "visit not called back", "day", day, "err", err)
	}
}
