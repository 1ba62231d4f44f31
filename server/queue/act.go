package queue

import (
	"context"
	"time"

	"rumah/server/api"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// desk is a queue-day as somebody at its counters reaches it.
type desk struct {
	offer offer
	place string
	who   string // serves there, as everybody may know
	leads bool   // people go on from there
}

// deskOf is a day of a queue that the reader serves: at its place, or at all
// places of its agency. Whoever looks after an agency does not for that call
// people. Fault: unknown.
func (s *Service) deskOf(ctx context.Context, day string) (desk, error) {
	all, agencies, places := reach(api.Actor(ctx))
	var d desk
	var rules string
	err := s.db.Raw().QueryRow(ctx, `
SELECT `+offerSQL+`, l.id, q.who, q.next_id IS NOT NULL
FROM queue_days d JOIN queues q ON q.id = d.queue_id JOIN places l ON l.id = q.place_id
WHERE d.id = $1 AND ($2 OR l.id = ANY ($3) OR l.agency_id IN (SELECT agencies_below($4)))`, day, all, places, agencies).
		Scan(append(d.offer.into(&rules), &d.place, &d.who, &d.leads)...)
	if err != nil {
		return d, missing(err, "find the desk of a queue-day")
	}
	return d, d.offer.read(rules)
}

// reach is where somebody serves at counters.
func reach(a access.Actor) (all bool, agencies, places []string) {
	agencies, places = []string{}, []string{}
	for _, g := range a.Grants {
		switch {
		case g.Role != access.Counter || !a.Staff:
		case g.Place != "":
			places = append(places, g.Place)
		case g.Agency != "":
			agencies = append(agencies, g.Agency)
		default:
			all = true
		}
	}
	return all, agencies, places
}

// Act implements queue.API.
func (s *Service) Act(ctx context.Context, in queue.Act) (queue.Acted, error) {
	got, err := s.act(ctx, in)
	if err != nil {
		return queue.Acted{}, err
	}
	return s.acted(ctx, in.Day, in.Counter, got)
}

func (s *Service) act(ctx context.Context, in queue.Act) (done, error) {
	d, err := s.deskOf(ctx, in.Day)
	if err != nil {
		return done{}, err
	}
	a := api.Actor(ctx)
	w := wish{actor: a.ID, seen: in.Version, Command: queue.Command{
		Action: in.Action, Counter: in.Counter, Number: in.Number, Places: in.Places, Reason: in.Reason,
	}}
	switch in.Action {
	case queue.Sit:
		if w.Who = d.who; w.Who == "" {
			w.Who = a.Name
		}
	case queue.Rest, queue.Pause:
		if in.Reason == "" {
			return done{}, fault.Wrong(fault.Field{Name: "reason", Key: "required"})
		}
	case queue.Undo:
		if in.Counter == "" {
			return done{}, fault.Wrong(fault.Field{Name: "counter", Key: "required"})
		}
		return s.undo(ctx, in.Day, w)
	case queue.Move:
		return s.move(ctx, in, d)
	}
	got, err := s.do(ctx, in.Day, w)
	if err == nil && d.leads {
		s.onward(ctx, in.Day, got)
	}
	return got, err
}

// touched are the numbers that something was done to.
func touched(got done) []int {
	numbers := []int{}
	for _, e := range got.events {
		if e.Ticket != nil {
			numbers = append(numbers, e.Ticket.Number)
		}
	}
	if len(numbers) == 0 && got.ticket != "" {
		numbers = append(numbers, got.number)
	}
	return numbers
}

// undoable is until when a counter can undo what it did, ms; 0 for what
// cannot be undone.
func undoable(got done, counter string, now time.Time) int64 {
	if counter == "" || len(got.events) == 0 {
		return 0
	}
	last := got.events[len(got.events)-1]
	until := time.UnixMilli(last.At).Add(queue.UndoFor)
	if last.Was == nil || last.Kind == queue.Undone || !now.Before(until) {
		return 0
	}
	return until.UnixMilli()
}
