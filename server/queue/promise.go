package queue

import (
	"encoding/json"
	"time"

	"rumah/shared/queue"
)

// promiseOf is what is said of the wait of a number that was just taken.
func promiseOf(s *queue.State, number int, now time.Time) queue.Promise {
	stand, ok := s.StandingOf(number, now)
	if !ok {
		return queue.Promise{Range: queue.Range{Unknown: true}}
	}
	return queue.NewForecast(now, s.Head.Pace, stand).Promise()
}

func promiseText(r queue.Promise) string {
	data, err := json.Marshal(r)
	if err != nil {
		panic(err) // of numbers: it never fails
	}
	return string(data)
}
