package queue

import (
	"encoding/json"
	"time"

	"rumah/shared/queue"
)

// promiseOf is what is said of the wait of a number to somebody who has so
// many people before them.
func promiseOf(s *queue.State, number, ahead int, now time.Time) queue.Promise {
	stand := s.Standing(ahead, now)
	if s.Head.SlotFor > 0 {
		stand, _ = s.StandingOf(number, now)
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
