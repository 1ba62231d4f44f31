package queue

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"sync"
	"time"

	"rumah/shared/queue"
)

// learning keeps what the queues have shown of their speed. Each server learns
// it anew from the tickets of the last weeks when it is first asked, and then
// follows what is finished.
type learning struct {
	mu   sync.Mutex
	lore map[string]*lore // by queue
}

// lore is what is known of one queue.
type lore struct {
	mu sync.Mutex
	known
}

// known is lore while it is held.
type known struct {
	learner *queue.Learner
	usual   int             // what the learner was begun with
	until   time.Time       // what ended up to here is learned
	opened  map[string]bool // days whose first call is learned
}

const (
	learnBack  = 8 * 7 * 24 * time.Hour // how far back a queue learns from
	learnEvery = 30 * time.Second       // how old what is known may be
	// learnLag is left alone: what ended just now may be written by another
	// server whose transaction is not yet over.
	learnLag = 3 * time.Second
	// mostLate is when a day did not begin late, but was a day without people
	// or one that was opened for something else.
	mostLate = 4 * time.Hour
)

func (l *learning) of(queueID string) *lore {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.lore == nil {
		l.lore = map[string]*lore{}
	}
	if l.lore[queueID] == nil {
		l.lore[queueID] = &lore{}
	}
	return l.lore[queueID]
}

// pace is how fast a queue goes now, from its own past.
func (s *Service) pace(ctx context.Context, queueID string) (queue.Pace, error) {
	return s.paceAt(ctx, queueID, nil)
}

// paceAt is the pace with some counters working; none says all alike.
func (s *Service) paceAt(ctx context.Context, queueID string, counters []string) (p queue.Pace, err error) {
	err = s.learned(ctx, queueID, func(l *queue.Learner) { p = l.Pace(s.now().In(s.loc), counters) })
	return p, err
}

// learned shows what is known of a queue, up to date.
func (s *Service) learned(ctx context.Context, queueID string, show func(*queue.Learner)) error {
	know := s.learning.of(queueID)
	know.mu.Lock()
	defer know.mu.Unlock()
	now := s.now()
	if know.learner == nil || now.Sub(know.until) >= learnEvery {
		if err := s.follow(ctx, queueID, know, now.Add(-learnLag)); err != nil {
			return err
		}
	}
	show(know.learner)
	return nil
}

// follow learns what ended until a moment. When the agency has said anew how
// long people usually take, all is learned anew.
func (s *Service) follow(ctx context.Context, queueID string, know *lore, until time.Time) error {
	var usual int
	if err := s.db.NewRaw(`SELECT coalesce((SELECT usual FROM queues WHERE id = ?), 300)`, queueID).Scan(ctx, &usual); err != nil {
		return fmt.Errorf("read how long a queue usually takes: %w", err)
	}
	if know.learner == nil || know.usual != usual {
		know.known = known{learner: queue.NewLearner(float64(usual)), usual: usual, until: until.Add(-learnBack), opened: map[string]bool{}}
	}
	ended, err := s.ended(ctx, queueID, know.until, until)
	if err != nil {
		return err
	}
	for _, e := range ended {
		know.take(e, s.loc)
	}
	know.until = until
	return nil
}

// ended is a ticket that is over, as the learner sees it.
type ended struct {
	DayID    string
	Stage    queue.Stage
	Counter  string
	TakenAt  time.Time
	OpensAt  time.Time
	CalledAt *time.Time
	EndedAt  time.Time
	Promised string
	Strayed  bool // stepped out or was put back: its wait is not the line's
}

// ended are the tickets of a queue that ended after a moment, up to another,
// in order. Numbers that a leave cancelled say nothing of its speed.
func (s *Service) ended(ctx context.Context, queueID string, after, until time.Time) ([]ended, error) {
	var list []ended
	err := s.db.NewRaw(`
WITH days AS (
  SELECT id, opens_at FROM queue_days WHERE queue_id = ?0 AND date >= (?1::timestamptz - interval '2 days')::date AND status <> 'cancelled'
), strayed AS (
  SELECT DISTINCT day_id, (body -> 'n' ->> 'n')::int AS number FROM queue_events
  WHERE day_id IN (SELECT id FROM days) AND kind IN ('out', 'put_back', 'skipped')
)
SELECT t.day_id, t.stage, coalesce(t.counter_id, '') AS counter, t.taken_at, d.opens_at, t.called_at, t.ended_at, t.promised::text AS promised,
  o.number IS NOT NULL AS strayed
FROM days d JOIN tickets t ON t.day_id = d.id LEFT JOIN strayed o ON o.day_id = t.day_id AND o.number = t.number
WHERE t.ended_at > ?1 AND t.ended_at <= ?2 AND t.stage IN ('done', 'absent', 'cancelled')
ORDER BY t.ended_at, t.id`, queueID, after.UTC(), until.UTC()).Scan(ctx, &list)
	if err != nil {
		return nil, fmt.Errorf("read what a queue has served: %w", err)
	}
	return list, nil
}

// take learns from one ticket. Whoever came before the opening began to wait
// with it.
func (k *known) take(e ended, loc *time.Location) {
	since := e.TakenAt
	if e.OpensAt.After(since) {
		since = e.OpensAt
	}
	if e.Stage == queue.Cancelled {
		if waited := e.EndedAt.Sub(since); waited > 0 {
			k.learner.GaveUp(e.EndedAt.In(loc), waited)
		}
		return
	}
	if e.CalledAt == nil {
		return
	}
	called := e.CalledAt.In(loc)
	if !k.opened[e.DayID] {
		k.opened[e.DayID] = true
		if late := called.Sub(e.OpensAt); late < mostLate {
			k.learner.Opened(called, late)
		}
	}
	if e.Stage == queue.Absent {
		k.learner.Missed(called)
		return
	}
	k.learner.Came(called, called.Sub(since))
	k.learner.Served(e.EndedAt.In(loc), e.Counter, e.EndedAt.Sub(called))
	if f, ok := forecast(e); ok && !e.Strayed {
		k.learner.Resolved(f, called.Sub(f.At))
	}
}

// forecast is what somebody was promised; ok is false when it was not kept
// what it was made of.
func forecast(e ended) (f queue.Forecast, ok bool) {
	var p queue.Promise
	if json.Unmarshal([]byte(e.Promised), &p) != nil || p.Mean == 0 || p.Unknown {
		return f, false
	}
	return p.Forecast(), true
}

// moved reports whether a pace is another than phones were told, by so much
// that anybody would see it in a wait.
func moved(told, now queue.Pace) bool {
	for i := range told.Levels {
		if math.Abs(told.Levels[i]-now.Levels[i]) > 0.15 {
			return true
		}
	}
	for i := range told.Fit {
		if math.Abs(told.Fit[i]-now.Fit[i]) > 0.05 {
			return true
		}
	}
	far := func(a, b, share float64) bool { return math.Abs(a-b) > share*max(a, b) }
	return far(told.Mean, now.Mean, 0.04) || far(told.CV, now.CV, 0.15) || far(told.Doubt, now.Doubt, 0.15) ||
		math.Abs(told.Absent-now.Absent) > 0.03 || math.Abs(told.Leave-now.Leave) > max(told.Leave, now.Leave)/4 ||
		math.Abs(told.Late-now.Late) > 120
}
