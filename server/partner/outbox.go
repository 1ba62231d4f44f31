package partner

import (
	"context"
	"fmt"
	"time"

	"github.com/riverqueue/river"
	"github.com/uptrace/bun"

	"rumah/server/jobs"
	"rumah/shared/partner"
	shared "rumah/shared/queue"
)

// The house looks over its open bookings again and again, and writes down
// what BPJS is to be told of them. It looks at what is, not at what happens:
// so nothing is lost when a server dies between a call and its letter.
const (
	lookEvery = 10 * time.Second
	// settle is how long something may still be undone.
	settle = shared.UndoFor + 2*time.Second
	chunk  = 500 // bookings
	// keptOpen is how long after its day a booking may still be told of.
	keptOpen = 1 // days
)

// look goes over the open bookings.
type look struct{}

func (look) Kind() string                 { return "bpjs_look" }
func (look) InsertOpts() river.InsertOpts { return jobs.Alone() }

// send tells BPJS what waits of one booking, in order.
type send struct {
	Booking string `json:"booking"`
}

func (send) Kind() string                 { return "bpjs_send" }
func (send) InsertOpts() river.InsertOpts { return jobs.Alone() }

// hire adds the work of this package to the shop.
func (s *Service) hire() {
	jobs.Work(s.Jobs, func(ctx context.Context, _ look) error { return s.Look(ctx) })
	jobs.Work(s.Jobs, func(ctx context.Context, job send) error { return s.send(ctx, job.Booking) })
	s.Jobs.Every(lookEvery, look{})
}

// Look writes down what BPJS is to be told and is not written yet, and sends
// out what is due.
func (s *Service) Look(ctx context.Context) error {
	if err := s.visitors(ctx); err != nil {
		return err
	}
	after := ""
	for {
		var open []booking
		err := s.db.NewRaw(bookingSQL+`b.open AND b.status IN ('live', 'cancelled') AND b.id > ? ORDER BY b.id LIMIT ?`, after, chunk).Scan(ctx, &open)
		if err != nil {
			return fmt.Errorf("read open bookings: %w", err)
		}
		if len(open) == 0 {
			break
		}
		if err := s.lookOver(ctx, open); err != nil {
			return err
		}
		after = open[len(open)-1].ID
	}
	if err := s.shut(ctx); err != nil {
		return err
	}
	return s.give(ctx)
}

// lookOver writes down what is to be told of some bookings.
func (s *Service) lookOver(ctx context.Context, open []booking) error {
	tickets, ids := make([]string, 0, 2*len(open)), make([]string, 0, len(open))
	for _, b := range open {
		ids = append(ids, b.ID)
		tickets = append(tickets, b.TicketID)
		if b.PharmacyID != "" {
			tickets = append(tickets, b.PharmacyID)
		}
	}
	steps, err := s.Lines.Steps(ctx, tickets)
	if err != nil {
		return err
	}
	told, err := s.told(ctx, s.db, ids)
	if err != nil {
		return err
	}
	for _, b := range open {
		own := steps[:0:0]
		for _, step := range steps {
			if step.Of == b.TicketID || b.PharmacyID != "" && step.ID == b.PharmacyID {
				own = append(own, step)
			}
			if step.ID == b.TicketID && !step.Present.IsZero() && b.CheckedAt.IsZero() { // at the counter, or by an officer
				if err := s.came(ctx, b, step.Present); err != nil {
					return err
				}
			}
			if step.ID == b.TicketID && step.Stage.Live() && b.Status == statusCancelled { // we died in between
				if err := s.giveBack(ctx, b.TicketID); err != nil {
					return err
				}
			}
		}
		if list := marks(b, own, told[b.ID], s.now().Add(-settle)); len(list) > 0 {
			if err := s.write(ctx, b, list); err != nil {
				return err
			}
		}
	}
	return nil
}

// told are the letters that were written, by booking.
func (s *Service) told(ctx context.Context, db bun.IDB, bookings []string) (map[string][]mark, error) {
	var rows []struct {
		BookingID string
		mark
	}
	if err := db.NewRaw(`SELECT booking_id, kind, task, at FROM bpjs_outbox WHERE booking_id IN (?) ORDER BY id`, bun.List(bookings)).Scan(ctx, &rows); err != nil {
		return nil, fmt.Errorf("read what was told: %w", err)
	}
	told := make(map[string][]mark)
	for _, r := range rows {
		told[r.BookingID] = append(told[r.BookingID], r.mark)
	}
	return told, nil
}

// write puts letters into the outbox, none for a hospital that calls nobody,
// and ends the booking when they say so.
func (s *Service) write(ctx context.Context, b booking, list []mark) error {
	for _, m := range list {
		if !b.Tells && m.Task != taskNever && m.Kind != partner.Canceled {
			continue
		}
		_, err := s.db.NewRaw(`
INSERT INTO bpjs_outbox (booking_id, place_id, kind, task, at, next_at, made_at)
SELECT ?0, place_id, ?2, ?3, ?4, ?5, ?5 FROM bpjs_hospitals WHERE place_id = ?1 AND base_url <> ''
ON CONFLICT ON CONSTRAINT outbox_once DO NOTHING`, b.ID, b.PlaceID, m.Kind, m.Task, m.At, s.now()).Exec(ctx)
		if err != nil {
			return fmt.Errorf("write what BPJS is to be told: %w", err)
		}
		status := ""
		switch {
		case m.Task == taskNever:
			status = statusAbsent
		case m.Kind == partner.Canceled:
			status = statusCancelled
		default:
			continue
		}
		_, err = s.db.NewRaw(`
UPDATE bpjs_bookings SET status = ?1, cancelled_by = CASE WHEN ?1 = 'cancelled' AND cancelled_by = '' THEN 'house' ELSE cancelled_by END,
  cancelled_at = CASE WHEN ?1 = 'cancelled' THEN coalesce(cancelled_at, ?2) END, open = ?3 WHERE id = ?0`, b.ID, status, m.At, b.Tells).Exec(ctx)
		if err != nil {
			return fmt.Errorf("end a booking: %w", err)
		}
	}
	return nil
}

// shut closes the bookings of which nothing is to be told any more, and
// forgets those that never got a number.
func (s *Service) shut(ctx context.Context) error {
	for _, sql := range []string{
		`UPDATE bpjs_bookings SET open = false WHERE open AND (date < ?0::date
  OR status = 'cancelled' AND cancelled_at < ?1
  OR EXISTS (SELECT FROM bpjs_outbox o WHERE o.booking_id = bpjs_bookings.id AND o.task IN (7, 99)))`,
		`DELETE FROM bpjs_bookings WHERE status = 'taking' AND date < ?0::date`,
	} {
		if _, err := s.db.NewRaw(sql, s.today().Add(-keptOpen), s.now().Add(-time.Hour)).Exec(ctx); err != nil {
			return fmt.Errorf("close bookings: %w", err)
		}
	}
	return nil
}

// kept is how long a booking is remembered after its day, for questions about
// what BPJS was told.
const kept = 180 // days

// Sweep forgets bookings that nobody asks about any more, with their letters.
func (s *Service) Sweep(ctx context.Context) error {
	_, err := s.db.NewRaw(`
WITH old AS (SELECT id FROM bpjs_bookings WHERE date < ?0 ORDER BY date LIMIT 5000),
letters AS (DELETE FROM bpjs_outbox WHERE booking_id IN (SELECT id FROM old))
DELETE FROM bpjs_bookings WHERE id IN (SELECT id FROM old)`, s.today().Add(-kept)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("sweep bookings: %w", err)
	}
	return nil
}

// give asks for the work of sending what is due. A dead letter holds back
// those behind it.
func (s *Service) give(ctx context.Context) error {
	if s.Jobs == nil {
		return nil
	}
	return s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		var due []string
		err := tx.NewRaw(`
SELECT booking_id FROM (
  SELECT DISTINCT ON (booking_id) booking_id, status, next_at FROM bpjs_outbox WHERE status IN ('waiting', 'dead') ORDER BY booking_id, id) head
WHERE status = 'waiting' AND next_at <= ? LIMIT 5000`, s.now()).Scan(ctx, &due)
		if err != nil {
			return fmt.Errorf("read what is due: %w", err)
		}
		work := make([]river.JobArgs, len(due))
		for i, id := range due {
			work[i] = send{id}
		}
		return s.Jobs.Give(ctx, tx, work...)
	})
}
