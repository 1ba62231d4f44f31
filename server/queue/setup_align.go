package queue

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/place"
	"rumah/shared/queue"
)

// slot names a day of a queue.
type slot struct {
	ID      string
	QueueID string
	Date    calendar.Date
	Opens   place.Minute
}

// align brings a day to what its queue is set up for, by the same log as
// everything else: cancelled in a leave or on a day off, reopened after it,
// with the settings, counters and pace of now. It may be repeated at any
// time, by several servers, and stops changing anything once it has held; so
// whatever broke half-way is made whole by the next.
//
// A day whose opening was taken out of the week is cancelled while nobody
// has a number, and else stays as it is: the numbers are kept.
func (s *Service) align(ctx context.Context, l *layout, off calendar.Days, day slot) error {
	state, err := s.state(ctx, day.ID)
	if err != nil || state.Head.Status == queue.Closed {
		return err
	}
	w, planned := l.session(day.Date, day.Opens)
	leave, dayOff := l.leave(day.Date), l.off(day.Date, off)
	stopped, scheduled := state.Head.Status == queue.Stopped, state.Head.Status == queue.Scheduled
	switch {
	case leave != nil && !stopped:
		return s.strike(ctx, leave, day)
	case dayOff != nil && scheduled:
		return s.carry(ctx, day.ID, queue.Command{Action: queue.Stop, Reason: dayOff.Name})
	case !planned && scheduled && state.Last == 0:
		return s.carry(ctx, day.ID, queue.Command{Action: queue.Stop})
	case leave != nil, dayOff != nil && stopped, !planned:
		return nil
	case stopped:
		if s.now().UnixMilli() >= state.Head.Closes {
			return nil
		}
		if err := s.carry(ctx, day.ID, queue.Command{Action: queue.Reopen}); err != nil {
			return err
		}
	}
	if err := s.settle(ctx, l, w, day, state); err != nil {
		return err
	}
	return s.equip(ctx, l, day.ID, state)
}

// carry brings a command of the house into a day. Somebody who was faster is no
// fault: the next look finds what is left to do.
func (s *Service) carry(ctx context.Context, day string, c queue.Command) error {
	_, err := s.do(ctx, day, wish{Command: c})
	if fault.Is(err, fault.Conflict) {
		return nil
	}
	return err
}

// strike cancels a day in a leave and counts the numbers it took.
func (s *Service) strike(ctx context.Context, leave *queue.Closure, day slot) error {
	struck, err := s.do(ctx, day.ID, wish{Command: queue.Command{Action: queue.Stop, Reason: leave.Reason}})
	if err != nil {
		if fault.Is(err, fault.Conflict) {
			return nil
		}
		return err
	}
	n := 0
	for _, e := range struck.events {
		if e.Kind == queue.LeftOver && e.Ticket.Stage == queue.Cancelled {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	if _, err := s.db.NewRaw(`UPDATE queue_closures SET struck = struck + ? WHERE id = ?`, n, leave.ID).Exec(ctx); err != nil {
		return fmt.Errorf("count the numbers of a leave: %w", err)
	}
	return nil
}

// settle brings settings and pace into a day.
func (s *Service) settle(ctx context.Context, l *layout, w queue.Session, day slot, state *queue.State) error {
	working := []string{}
	for _, c := range state.Counters {
		if c.Working() {
			working = append(working, c.ID)
		}
	}
	pace, err := s.paceAt(ctx, l.ID, working)
	if err != nil {
		return err
	}
	head, now, payers := l.head(day.Date, w, s.loc), state.Head, l.payers(w)
	head.Status, head.Reason, head.Pace = now.Status, now.Reason, now.Pace
	head.Regular, head.Priority = kept(now.Regular, head.Regular), kept(now.Priority, head.Priority)
	for payer := range payers {
		payers[payer] = kept(state.Payers[payer], payers[payer])
	}
	if moved(now.Pace, pace) {
		head.Pace = pace
	} else if head == now && (state.Payers == nil || maps.Equal(payers, state.Payers)) {
		return nil
	}
	if err := s.carry(ctx, day.ID, queue.Command{Action: queue.Change, Head: &head, Payers: payers}); err != nil {
		return err
	}
	if head.Closes == now.Closes {
		return nil
	}
	_, err = s.db.NewRaw(`UPDATE queue_days SET closes = ?, closes_at = to_timestamp(?::float8 / 1000) WHERE id = ?`, int(w.Closes), head.Closes, day.ID).Exec(ctx)
	if err != nil {
		return fmt.Errorf("move the end of a day: %w", err)
	}
	return nil
}

// kept is a quota as Change makes it: what is taken stays, and the limit does
// not fall below it.
func kept(now, want queue.Pool) queue.Pool {
	if want.Limit >= 0 {
		want.Limit = max(want.Limit, now.Taken)
	}
	want.Taken = now.Taken
	return want
}

// equip brings counters into a day. One that left the queue while somebody
// sits there goes when they have left.
func (s *Service) equip(ctx context.Context, l *layout, day string, state *queue.State) error {
	for _, c := range l.Content.Counters {
		if there, ok := state.Counter(c.ID); ok && there.Name == c.Name {
			continue
		}
		if err := s.carry(ctx, day, queue.Command{Action: queue.Equip, Counter: c.ID, Name: c.Name}); err != nil {
			return err
		}
	}
	for _, there := range state.Counters {
		if slices.ContainsFunc(l.Content.Counters, func(c queue.CounterOf) bool { return c.ID == there.ID }) || there.Seated {
			continue
		}
		if err := s.carry(ctx, day, queue.Command{Action: queue.Equip, Counter: there.ID}); err != nil {
			return err
		}
	}
	return nil
}

// alignAll brings the days of a queue that are not over in line with it.
func (s *Service) alignAll(ctx context.Context, queueID string) error {
	var days []slot
	err := s.db.NewRaw(`
SELECT id, queue_id, date::text, opens FROM queue_days
WHERE queue_id = ? AND date >= ?::date AND status <> 'closed' ORDER BY id`, queueID, string(s.today())).Scan(ctx, &days)
	if err != nil {
		return fmt.Errorf("list the days of queue %s: %w", queueID, err)
	}
	return s.alignEach(ctx, days)
}

// alignEach aligns some days, in order of their queues.
func (s *Service) alignEach(ctx context.Context, days []slot) error {
	if len(days) == 0 {
		return nil
	}
	from, to := days[0].Date, days[0].Date
	for _, d := range days {
		from, to = min(from, d.Date), max(to, d.Date)
	}
	off, err := s.daysOff(ctx, from, to)
	if err != nil {
		return err
	}
	layouts := map[string]*layout{}
	for _, d := range days {
		if layouts[d.QueueID] == nil {
			found, err := s.layouts(ctx, s.db, `q.id = ?1`, d.QueueID)
			if err != nil || len(found) == 0 {
				return err
			}
			layouts[d.QueueID] = &found[0]
		}
		if err := s.align(ctx, layouts[d.QueueID], off, d); err != nil {
			return fmt.Errorf("bring day %s in line: %w", d.ID, err)
		}
	}
	return nil
}

// repace tells the phones of a day how fast it goes now, when that has
// moved. Tend does it every minute; who serves may call it after a finish.
func (s *Service) repace(ctx context.Context, day string) error {
	var days []slot
	if err := s.db.NewRaw(`SELECT id, queue_id, date::text, opens FROM queue_days WHERE id = ?`, day).Scan(ctx, &days); err != nil {
		return fmt.Errorf("read day %s: %w", day, err)
	}
	return s.alignEach(ctx, days)
}
