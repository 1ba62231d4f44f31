package queue

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"rumah/shared/queue"
)

// stepRow is a ticket as a step of the visit of another, or of itself.
type stepRow struct {
	Of, QueueID, Name, Prefix, Counter string
	Number                             int
	Stage                              queue.Stage
	Lane                               queue.Lane
	Payer                              queue.Payer
	Visits                             bool // it is part of a visit that has begun
	TakenAt                            time.Time
	CalledAt, EndedAt                  bun.NullTime
}

// stepSQL are the tickets of the visits of some tickets. One that is in no
// visit yet, but goes on in another queue afterwards, is a visit of its own.
const stepSQL = `
WITH mine AS (
  SELECT t.id, t.visit_id, t.day_id FROM tickets t WHERE t.id = ANY($1)
), parts AS (
  SELECT m.id AS of, t.id FROM mine m JOIN tickets t ON t.visit_id = m.visit_id
  UNION ALL
  SELECT m.id, m.id FROM mine m JOIN queue_days d ON d.id = m.day_id JOIN queues q ON q.id = d.queue_id
  WHERE m.visit_id IS NULL AND q.next_id IS NOT NULL
)
SELECT p.of, d.queue_id, q.name, coalesce(d.first ->> 'prefix', q.prefix) AS prefix, coalesce(c.name, '') AS counter,
  t.number, t.stage, t.lane, t.payer, t.visit_id IS NOT NULL AS visits, t.taken_at, t.called_at, t.ended_at
FROM parts p
JOIN tickets t ON t.id = p.id
JOIN queue_days d ON d.id = t.day_id
JOIN queues q ON q.id = d.queue_id
LEFT JOIN counters c ON c.id = t.counter_id
ORDER BY p.of, t.taken_at, t.id`

// visits are the visits of which tickets are a part, by ticket: what was,
// what is, and where the way goes on from there.
func (s *Service) visits(ctx context.Context, tickets []string) (map[string][]queue.Step, error) {
	if len(tickets) == 0 {
		return nil, nil
	}
	rows, err := rowsOf[stepRow](ctx, s.db, stepSQL, tickets)
	if err != nil {
		return nil, fmt.Errorf("read visits: %w", err)
	}
	if len(rows) == 0 {
		return nil, nil
	}
	ways, err := s.ways(ctx, rows)
	if err != nil {
		return nil, err
	}
	var ticketSteps [][]stepRow // of one ticket each
	var last []stepRow
	for len(rows) > 0 {
		n := slices.IndexFunc(rows, func(r stepRow) bool { return r.Of != rows[0].Of })
		if n < 0 {
			n = len(rows)
		}
		ticketSteps = append(ticketSteps, rows[:n])
		if end := rows[n-1]; end.between(s.now()) {
			last = append(last, end)
		}
		rows = rows[n:]
	}
	holds, err := s.holds(ctx, last)
	if err != nil {
		return nil, err
	}
	visits := make(map[string][]queue.Step)
	for _, rows := range ticketSteps {
		if steps := visit(rows, ways, holds[rows[0].Of]); len(steps) > 1 {
			visits[rows[0].Of] = steps
		}
	}
	return visits, nil
}

// visit is one way through several queues, and what holds it up.
func visit(rows []stepRow, ways map[string]way, h hold) []queue.Step {
	var steps []queue.Step
	been := make(map[string]bool)
	for _, r := range rows {
		been[r.QueueID] = true
		steps = append(steps, r.step())
	}
	last := rows[len(rows)-1]
	if !last.Stage.Live() && last.Stage != queue.Done && last.Stage != queue.Moved {
		return steps // the way ended there
	}
	for next := ways[last.QueueID].NextID; next != "" && !been[next]; next = ways[next].NextID {
		been[next] = true
		if name := ways[next].Name; name != "" {
			steps = append(steps, queue.Step{Name: name, Status: queue.StepNext, Held: h.why, Reason: h.reason})
			h = hold{} // only the first has something to give
		}
	}
	return steps
}

func (r stepRow) step() queue.Step {
	step := queue.Step{
		Name: r.Name, Status: queue.StepDone, Label: queue.Label(r.Prefix, r.Number), Counter: r.Counter,
		Waited: r.TakenAt.UTC(), Began: r.CalledAt.UTC(), Ended: r.EndedAt.UTC(),
	}
	if r.Stage.Live() {
		step.Status = queue.StepNow
	}
	return step
}

// way is where a queue leads.
type way struct{ ID, Name, NextID string }

// ways are those of the places that tickets are of. A queue that was taken
// away leads on, but is no step any more.
func (s *Service) ways(ctx context.Context, rows []stepRow) (map[string]way, error) {
	queues := make([]string, len(rows))
	for i, r := range rows {
		queues[i] = r.QueueID
	}
	list, err := rowsOf[way](ctx, s.db, `
SELECT q.id, CASE WHEN q.active THEN q.name ELSE '' END AS name, coalesce(q.next_id, '') AS next_id
FROM queues q WHERE q.place_id IN (SELECT place_id FROM queues WHERE id = ANY($1))`, queues)
	if err != nil {
		return nil, fmt.Errorf("read where queues lead: %w", err)
	}
	all := make(map[string]way, len(list))
	for _, w := range list {
		all[w.ID] = w
	}
	return all, nil
}
