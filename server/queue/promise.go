package queue

import (
	"encoding/json"
	"time"

	"rumah/shared/queue"
)

// promiseOf is what is said of the wait of a number that was just taken. Before
// anybody sits at a counter, all of the queue's are expected to.
func promiseOf(s *queue.State, number int, now time.Time) queue.Range {
	ahead, ok := s.Position(number)
	if !ok {
		return queue.Range{Unknown: true}
	}
	at := queue.Standing{Ahead: ahead, Counters: s.Working()}
	if at.Counters == 0 {
		at.Counters = len(s.Counters)
	}
	for _, c := range s.Counters {
		if c.Working() && c.Busy() {
			at.Busy = append(at.Busy, now.Sub(time.UnixMilli(c.Since)))
		}
	}
	if s.Head.Status == queue.Scheduled {
		at.Closed, at.Opens = true, time.UnixMilli(s.Head.Opens).Sub(now)
	}
	return queue.Estimate(s.Head.Pace, at)
}

func rangeText(r queue.Range) string {
	data, err := json.Marshal(r)
	if err != nil {
		panic(err) // of numbers: it never fails
	}
	return string(data)
}
