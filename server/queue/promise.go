package queue

import (
	"encoding/json"
	"time"

	"rumah/shared/queue"
)

// promiseOf is what is said of the wait to somebody who has so many people
// before them.
func promiseOf(s *queue.State, ahead int, now time.Time) queue.Promise {
	return queue.NewForecast(now, s.Head.Pace, s.Standing(ahead, now)).Promise()
}

func promiseText(r queue.Promise) string {
	data, err := json.Marshal(r)
	if err != nil {
		panic(err) // of numbers: it never fails
	}
	return string(data)
}
