package queue

import (
	"context"
	"fmt"
	"time"

	"rumah/shared/calendar"
	"rumah/shared/place"
	"rumah/shared/queue"
)

// ClinicVisitor is somebody with a number for a poli that did not come
// through a partner: from the app, a counter or a kiosk.
type ClinicVisitor struct {
	Ticket, Day   string
	Number        int
	Prefix        string
	Person        string
	Poli, Name    string
	Doctor        int
	Who           string
	Date          calendar.Date
	Opens, Closes place.Minute
	OpensAt       time.Time
	TakenAt       time.Time
}

// Label is the number as it is written.
func (v ClinicVisitor) Label() string { return queue.Label(v.Prefix, v.Number) }

// Visitors are those of a place who pay for themselves, from a day on, and
// are known by who they are.
func (c Clinics) Visitors(ctx context.Context, at string, from calendar.Date) ([]ClinicVisitor, error) {
	var list []ClinicVisitor
	err := c.s.db.NewRaw(`
SELECT t.id AS ticket, d.id AS day, t.number, q.prefix, t.person, q.poli, q.name, q.doctor, q.who, d.date::text AS date, d.opens, d.closes, d.opens_at, t.taken_at
FROM queues q JOIN queue_days d ON d.queue_id = q.id JOIN tickets t ON t.day_id = d.id
WHERE q.place_id = ? AND q.poli <> '' AND q.doctor <> 0 AND d.date >= ? AND t.via <> 'bpjs' AND t.payer = 'other' AND t.person IS NOT NULL
  AND t.stage IN ('waiting', 'away', 'called', 'serving', 'skipped')
ORDER BY t.taken_at, t.id`, at, from).Scan(ctx, &list)
	if err != nil {
		return nil, fmt.Errorf("read visitors: %w", err)
	}
	return list, nil
}
