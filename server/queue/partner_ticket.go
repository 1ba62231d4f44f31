package queue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// ClinicTake is a number wanted by a partner for somebody.
type ClinicTake struct {
	Day            string
	Requester, Key string // the same key answers the same number
	Person, Name   string
	Payer          queue.Payer
}

// ClinicTicket is a number as a partner knows it.
type ClinicTicket struct {
	ID       string
	Day      string
	Number   int
	Label    string
	Stage    queue.Stage
	Present  bool
	Ahead    int // who are called before; 0 for one that does not wait
	Each     time.Duration
	Called   string    // the number called last; "" before the first
	Expected time.Time // when it is called, as things stand
}

// Take takes a number. Faults are those of queue.API.Take.
func (c Clinics) Take(ctx context.Context, t ClinicTake) (ClinicTicket, error) {
	made, err := c.s.do(ctx, t.Day, wish{
		Command: queue.Command{Action: queue.Take, Lane: queue.Regular, Payer: t.Payer},
		holder:  &holder{requester: t.Requester, key: t.Key, via: "bpjs", person: t.Person, name: t.Name, age: -1, payer: t.Payer},
	})
	if err != nil {
		return ClinicTicket{}, err
	}
	return c.Ticket(ctx, made.ticket)
}

// Cancel gives a number back. Fault: unknown, conflict.
func (c Clinics) Cancel(ctx context.Context, ticket string) error {
	return c.own(ctx, ticket, queue.Cancel)
}

// Arrive says that somebody has come. Fault: unknown, conflict.
func (c Clinics) Arrive(ctx context.Context, ticket string) error {
	return c.own(ctx, ticket, queue.Arrive)
}

type clinicRow struct {
	ID, DayID, Payer, Visit string
	Number                  int
	Stage                   queue.Stage
	Present                 bool
}

func (c Clinics) row(ctx context.Context, ticket string) (clinicRow, error) {
	var t clinicRow
	err := c.s.db.NewRaw(`SELECT id, day_id, payer, number, stage, present, coalesce(visit_id, '') AS visit FROM tickets WHERE id = ?`, ticket).Scan(ctx, &t)
	if errors.Is(err, sql.ErrNoRows) {
		return t, fault.New(fault.Unknown, "unknown")
	}
	if err != nil {
		return t, fmt.Errorf("read a ticket: %w", err)
	}
	return t, nil
}

func (c Clinics) own(ctx context.Context, ticket string, action queue.Action) error {
	t, err := c.row(ctx, ticket)
	if err != nil {
		return err
	}
	_, err = c.s.do(ctx, t.DayID, wish{Command: queue.Command{Action: action, Number: t.Number, Payer: queue.Payer(t.Payer)}})
	return err
}

// Ticket is a number as it stands. Fault: unknown.
func (c Clinics) Ticket(ctx context.Context, ticket string) (ClinicTicket, error) {
	t, err := c.row(ctx, ticket)
	if err != nil {
		return ClinicTicket{}, err
	}
	state, err := c.s.state(ctx, t.DayID)
	if err != nil {
		return ClinicTicket{}, err
	}
	v := ClinicTicket{ID: t.ID, Day: t.DayID, Number: t.Number, Label: state.Label(t.Number), Stage: t.Stage, Present: t.Present}
	if live, ok := state.Ticket(t.Number); ok {
		v.Stage, v.Present = live.Stage, live.Present
	}
	v.Ahead, _ = state.Position(t.Number)
	v.Each = time.Duration(state.Head.Pace.Mean * float64(time.Second))
	if len(state.Calls) > 0 {
		v.Called = state.Label(state.Calls[0].Number)
	}
	v.Expected = clinicExpected(state, v.Ahead, c.s.now())
	return v, nil
}

// clinicExpected is when somebody with so many ahead is called, if at least one
// counter works from the opening on.
func clinicExpected(s *queue.State, ahead int, now time.Time) time.Time {
	opens := time.UnixMilli(s.Head.Opens)
	wait := queue.Estimate(s.Head.Pace, queue.Standing{Ahead: ahead, Counters: max(1, s.Working()), Closed: now.Before(opens), Opens: opens.Sub(now)})
	return now.Add(wait.Mid)
}

// Pharmacy takes a number for somebody's medicine: in the pharmacy that
// follows the queue of their ticket, today. Fault: unknown when none does,
// and those of Take.
func (c Clinics) Pharmacy(ctx context.Context, ticket, requester, key string) (ClinicTicket, error) {
	var next struct{ ID, Place, Person, Name, Visit, Payer string }
	err := c.s.db.NewRaw(`
WITH RECURSIVE way AS (
  SELECT q.next_id AS id, 1 AS step FROM tickets t JOIN queue_days d ON d.id = t.day_id JOIN queues q ON q.id = d.queue_id WHERE t.id = ?0
  UNION SELECT q.next_id, w.step + 1 FROM way w JOIN queues q ON q.id = w.id WHERE w.step < 10)
SELECT q.id, q.place_id AS place, coalesce(t.person, '') AS person, t.holder AS name, coalesce(t.visit_id, '') AS visit, t.payer
FROM way w JOIN queues q ON q.id = w.id AND q.stage = 'pharmacy' AND q.active JOIN tickets t ON t.id = ?0 ORDER BY w.step LIMIT 1`, ticket).Scan(ctx, &next)
	if errors.Is(err, sql.ErrNoRows) {
		return ClinicTicket{}, fault.New(fault.Unknown, "unknown")
	}
	if err != nil {
		return ClinicTicket{}, fmt.Errorf("look up a pharmacy: %w", err)
	}
	now := c.s.now()
	today := calendar.DateOf(now.In(c.s.loc))
	if err := c.s.prepare(ctx, next.ID, next.Place, today, today); err != nil {
		return ClinicTicket{}, err
	}
	var day string
	err = c.s.db.NewRaw(`SELECT id FROM queue_days WHERE queue_id = ? AND date = ? AND status NOT IN ('closed', 'cancelled') AND closes_at > ? ORDER BY opens LIMIT 1`, next.ID, today, now).Scan(ctx, &day)
	if errors.Is(err, sql.ErrNoRows) {
		return ClinicTicket{}, fault.New(fault.Unknown, "unknown")
	}
	if err != nil {
		return ClinicTicket{}, fmt.Errorf("look up the day of a pharmacy: %w", err)
	}
	made, err := c.s.do(ctx, day, wish{
		Command: queue.Command{Action: queue.Take, Lane: queue.Regular, Payer: queue.Payer(next.Payer), Present: true},
		holder:  &holder{requester: requester, key: key, via: "bpjs", person: next.Person, name: next.Name, age: -1, payer: queue.Payer(next.Payer), visit: next.Visit},
	})
	if err != nil {
		return ClinicTicket{}, err
	}
	return c.Ticket(ctx, made.ticket)
}

// Standing is how many numbers a day has given, how many of them wait, and
// which one was called last; 0 before the first.
func (c Clinics) Standing(ctx context.Context, day string) (given, left, called int, err error) {
	state, err := c.s.state(ctx, day)
	if err != nil {
		return 0, 0, 0, err
	}
	if len(state.Calls) > 0 {
		called = state.Calls[0].Number
	}
	return state.Last, clinicWaiting(state), called, nil
}

// ClinicStep is one number of somebody's way through a place. Moments that
// have not come are zero.
type ClinicStep struct {
	Of      string // the ticket that was asked about
	ID      string
	Part    queue.VisitStage
	Stage   queue.Stage
	Number  int
	Taken   time.Time
	Present time.Time
	Called  time.Time
	Began   time.Time
	Ended   time.Time
}

// Steps are the ways of tickets, in the order they were taken.
func (c Clinics) Steps(ctx context.Context, tickets []string) ([]ClinicStep, error) {
	var steps []ClinicStep
	if len(tickets) == 0 {
		return steps, nil
	}
	const never = `'0001-01-01T00:00:00Z'::timestamptz`
	err := c.s.db.NewRaw(`
SELECT t.id AS of, o.id, q.stage AS part, o.stage, o.number, o.taken_at AS taken, coalesce(o.present_at, `+never+`) AS present,
  coalesce(o.called_at, `+never+`) AS called, coalesce(o.began_at, `+never+`) AS began, coalesce(o.ended_at, `+never+`) AS ended
FROM tickets t
CROSS JOIN LATERAL (
  SELECT t.id UNION ALL SELECT v.id FROM tickets v WHERE v.visit_id = t.visit_id AND v.id <> t.id) way
JOIN tickets o ON o.id = way.id JOIN queue_days d ON d.id = o.day_id JOIN queues q ON q.id = d.queue_id
WHERE t.id IN (?) ORDER BY t.id, o.taken_at, o.id`, bun.List(tickets)).Scan(ctx, &steps)
	if err != nil {
		return nil, fmt.Errorf("read the ways of tickets: %w", err)
	}
	return steps, nil
}
