package queue

import (
	"testing"
	"time"

	"rumah/shared/queue"
)

// A line is made for each queue of a place whenever somebody looks.
func BenchmarkLine(b *testing.B) {
	s := New(nil, func() time.Time { return sceneEight }, sceneZone, Options{})
	state := &queue.State{Head: queue.Head{Status: queue.Open, Share: 2, Priority: queue.Pool{Limit: 50}, Pace: queue.Sensible(300)}, Counters: []queue.Counter{{ID: "c", Name: "Ruang 1", Seated: true}}}
	for n := 1; n <= 200; n++ {
		lane := queue.Regular
		if n%5 == 0 {
			lane = queue.Priority
		}
		state.Tickets = append(state.Tickets, queue.Ticket{Number: n, Lane: lane, Stage: queue.Waiting, Rank: int64(n) << 20})
	}
	state.Last, state.Count = 200, map[queue.Stage]int{queue.Waiting: 200}
	for b.Loop() {
		s.line(lineRow{Active: true, ClosesAt: sceneEight}, state)
	}
}
