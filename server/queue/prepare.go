package queue

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/database"
	"rumah/shared/calendar"
	"rumah/shared/queue"
)

// prepared remembers which days are there, so that a look at a place costs
// nothing but its first a minute.
type prepared struct {
	mu    sync.Mutex
	until map[string]time.Time // by queue or place, and date
}

// rest is how long prepared days are trusted to be all there.
const rest = time.Minute

// stands reports whether all dates were prepared a moment ago.
func (p *prepared) stands(of string, from, to calendar.Date, now time.Time) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	for d := from; d <= to; d = d.Add(1) {
		if !now.Before(p.until[of+" "+string(d)]) {
			return false
		}
	}
	return true
}

func (p *prepared) note(of string, from, to calendar.Date, now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for key, until := range p.until {
		if !now.Before(until) {
			delete(p.until, key)
		}
	}
	if p.until == nil {
		p.until = map[string]time.Time{}
	}
	for d := from; d <= to; d = d.Add(1) {
		p.until[of+" "+string(d)] = now.Add(rest)
	}
}

// forget is for somebody who changed a queue.
func (p *prepared) forget() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.until = nil
}

// prepare makes the days of a queue, or of all queues of a place, that do
// not exist yet, from a date to another. Only today and the days that can be
// booked are made, whatever is asked. On days off there is none; a day in a
// leave is made cancelled, with its reason, so that people read why.
func (s *Service) prepare(ctx context.Context, queueID, placeID string, from, to calendar.Date) error {
	const mostAhead = 30 // of Content.Days
	today := s.today()
	from, to = max(from, today), min(to, today.Add(mostAhead))
	if !database.Storable(queueID, placeID) {
		return nil
	}
	of, now := "queue "+queueID, s.now()
	if queueID == "" {
		of = "place " + placeID
	}
	if from > to || s.prepared.stands(of, from, to, now) {
		return nil
	}
	layouts, err := s.layouts(ctx, s.db, `q.active AND p.retired_at IS NULL AND CASE WHEN ?1 <> '' THEN q.id = ?1 ELSE q.place_id = ?2 END`, queueID, placeID)
	if err != nil || len(layouts) == 0 { // of what somebody made up nothing is remembered
		return err
	}
	rows, err := s.lacking(ctx, layouts, from, to)
	if err != nil {
		return err
	}
	if len(rows) > 0 {
		if err := s.insert(ctx, rows); err != nil {
			return err
		}
	}
	s.prepared.note(of, from, to, now)
	return nil
}

// dayRow is a day to be written.
type dayRow struct {
	ID       string        `json:"id"`
	Queue    string        `json:"queue_id"`
	Date     calendar.Date `json:"date"`
	Opens    int           `json:"opens"`
	Closes   int           `json:"closes"`
	OpensAt  time.Time     `json:"opens_at"`
	ClosesAt time.Time     `json:"closes_at"`
	Status   queue.Status  `json:"status"`
	Epoch    string        `json:"epoch"`
	Regular  int           `json:"regular_limit"`
	Priority int           `json:"priority_limit"`
	JKN      int           `json:"jkn_limit"`
	Other    int           `json:"other_limit"`
	First    *queue.State  `json:"first"`
}

// lacking are the days of queues that should be there and are not.
func (s *Service) lacking(ctx context.Context, layouts []layout, from, to calendar.Date) ([]dayRow, error) {
	off, err := s.daysOff(ctx, from, to)
	if err != nil {
		return nil, err
	}
	there, err := s.there(ctx, layouts, from, to)
	if err != nil {
		return nil, err
	}
	rows, today := []dayRow{}, s.today()
	for i := range layouts {
		l := &layouts[i]
		for date := from; date <= min(to, today.Add(l.Content.Days)); date = date.Add(1) {
			if l.off(date, off) != nil {
				continue
			}
			for _, w := range l.Content.Week {
				if w.Day != date.Time(time.UTC).Weekday() || there[queue.DayIDOf(l.ID, date, w.Opens)] {
					continue
				}
				pace, err := s.pace(ctx, l.ID)
				if err != nil {
					return nil, err
				}
				rows = append(rows, s.row(l, date, w, pace))
			}
		}
	}
	return rows, nil
}

// there are the ids of the days that exist.
func (s *Service) there(ctx context.Context, layouts []layout, from, to calendar.Date) (map[string]bool, error) {
	of := make([]string, len(layouts))
	for i, l := range layouts {
		of[i] = l.ID
	}
	var ids []string
	err := s.db.NewRaw(`SELECT id FROM queue_days WHERE queue_id = ANY(?::text[]) AND date BETWEEN ?::date AND ?::date`,
		pgdialect.Array(of), string(from), string(to)).Scan(ctx, &ids)
	if err != nil {
		return nil, fmt.Errorf("look which days are there: %w", err)
	}
	there := make(map[string]bool, len(ids))
	for _, id := range ids {
		there[id] = true
	}
	return there, nil
}

// row is a day before anything has happened in it.
func (s *Service) row(l *layout, date calendar.Date, w queue.Session, pace queue.Pace) dayRow {
	first := &queue.State{
		Day: queue.DayIDOf(l.ID, date, w.Opens), First: int(w.Opens), Prefix: l.Content.Prefix, Epoch: rand.Text()[:12],
		Head: l.head(date, w, s.loc), Tickets: []queue.Ticket{}, Counters: []queue.Counter{}, Calls: []queue.Call{}, Count: map[queue.Stage]int{},
	}
	first.Head.Pace = pace
	if leave := l.leave(date); leave != nil {
		first.Head.Status, first.Head.Reason = queue.Stopped, leave.Reason
	}
	for _, c := range l.Content.Counters {
		first.Counters = append(first.Counters, queue.Counter{ID: c.ID, Name: c.Name})
	}
	payers := l.payers(w)
	return dayRow{
		ID: first.Day, Queue: l.ID, Date: date, Opens: int(w.Opens), Closes: int(w.Closes),
		OpensAt: time.UnixMilli(first.Head.Opens).UTC(), ClosesAt: time.UnixMilli(first.Head.Closes).UTC(),
		Status: first.Head.Status, Epoch: first.Epoch, Regular: w.Regular, Priority: w.Priority,
		JKN: payers[queue.JKN].Limit, Other: payers[queue.Other].Limit, First: first,
	}
}

// insert writes days. Where another server was faster, its day is the day.
func (s *Service) insert(ctx context.Context, rows []dayRow) error {
	data, err := json.Marshal(rows)
	if err != nil {
		return fmt.Errorf("write days as JSON: %w", err)
	}
	_, err = s.db.NewRaw(`
INSERT INTO queue_days (id, queue_id, date, opens, closes, opens_at, closes_at, status, epoch, regular_limit, priority_limit, jkn_limit, other_limit, first)
SELECT id, queue_id, date, opens, closes, opens_at, closes_at, status, epoch, regular_limit, priority_limit, jkn_limit, other_limit, first
FROM json_to_recordset(?::json) AS r(id text, queue_id text, date date, opens int, closes int, opens_at timestamptz, closes_at timestamptz,
  status text, epoch text, regular_limit int, priority_limit int, jkn_limit int, other_limit int, first json)
ORDER BY id
ON CONFLICT DO NOTHING`, string(data)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("prepare days: %w", err)
	}
	return nil
}
