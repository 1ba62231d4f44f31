package queue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"rumah/shared/queue"
)

const (
	// weeksBack is how many past weeks tell what to expect of a day.
	weeksBack = 8
	// expectedFresh is how long an expectation stands; it changes with days.
	expectedFresh = time.Hour
)

// soFar is a queue-day in figures, from those who hold its numbers.
func (s *Service) soFar(ctx context.Context, row lineRow, guests []guest) (queue.Today, error) {
	t := queue.Today{Hours: []queue.HourBar{}}
	var waits, visits []time.Duration
	served := make(map[int]int)
	for _, g := range guests {
		if !g.CalledAt.IsZero() {
			waits = append(waits, max(0, g.CalledAt.Sub(later(g.TakenAt, row.OpensAt))))
		}
		switch g.Stage {
		case queue.Done:
			t.Served++
			served[g.CalledAt.In(s.loc).Hour()]++
			visits = append(visits, max(0, g.EndedAt.Sub(g.CalledAt.Time)))
		case queue.Absent:
			t.Absent++
		}
	}
	t.Wait, t.Visit = median(waits), median(visits)
	expected, err := s.expected(ctx, row)
	if err != nil {
		return t, err
	}
	first, last := int(row.Opens)/60, (int(row.Closes)-1)/60
	for hour := range served {
		first, last = min(first, hour), max(last, hour)
	}
	for hour := first; hour <= last; hour++ {
		bar := queue.HourBar{Hour: hour, Served: served[hour]}
		if s.ahead(row, hour) {
			bar.Expected = expected[hour]
		}
		t.Hours = append(t.Hours, bar)
	}
	return t, nil
}

// ahead reports whether an hour of a day is not over.
func (s *Service) ahead(row lineRow, hour int) bool {
	begins := row.OpensAt.Add(time.Duration(hour*60-int(row.Opens)) * time.Minute)
	return s.now().Before(begins.Add(time.Hour))
}

// expected is how many are usually served in each hour of such a day: the
// average of the same weekday in the weeks before.
func (s *Service) expected(ctx context.Context, row lineRow) (map[int]int, error) {
	return s.memos.expected.get(row.ID, s.now(), expectedFresh, func() (map[int]int, error) {
		var hours []struct {
			Hour    int
			Average float64
		}
		err := s.db.NewRaw(`
WITH past AS (
  SELECT id, opens, opens_at FROM queue_days
  WHERE queue_id = ?0 AND opens = ?1 AND status <> 'cancelled' AND last > 0
    AND date IN (SELECT ?2::date - 7 * week FROM generate_series(1, ?3::int) week)
)
SELECT floor((p.opens * 60 + extract(epoch FROM t.called_at - p.opens_at)) / 3600)::int AS hour,
  count(*)::float8 / (SELECT count(*) FROM past) AS average
FROM past p JOIN tickets t ON t.day_id = p.id AND t.stage = 'done' AND t.called_at IS NOT NULL
GROUP BY 1`, row.QueueID, int(row.Opens), string(row.Date), weeksBack).Scan(ctx, &hours)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return nil, fmt.Errorf("read what to expect of %s: %w", row.ID, err)
		}
		all := make(map[int]int)
		for _, h := range hours {
			all[h.Hour] = int(math.Round(h.Average))
		}
		return all, nil
	})
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// median is in whole seconds; 0 of none.
func median(list []time.Duration) int {
	if len(list) == 0 {
		return 0
	}
	slices.Sort(list)
	middle := (list[(len(list)-1)/2] + list[len(list)/2]) / 2
	return int(middle.Round(time.Second) / time.Second)
}
