package queue

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
)

// takes lets clients take numbers, b.N in all, of days in turn.
func takes(b *testing.B, clients, days int) {
	e := newEngine(b)
	s := e.service(nil)
	list := make([]string, days)
	for i := range list {
		id := fmt.Sprintf("q%d", i)
		e.queue(id, "rs")
		e.exec(`UPDATE queues SET active = false`) // prefixes are unique among those that are
		list[i] = e.day(id, 0, nil)
	}
	var next atomic.Int64
	var wg sync.WaitGroup
	b.ResetTimer()
	for range clients {
		wg.Go(func() {
			for {
				n := int(next.Add(1))
				if n > b.N {
					return
				}
				if _, err := s.do(context.Background(), list[n%days], e.take(fmt.Sprint("p", n))); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	b.StopTimer()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "tickets/s")
	sound(b, e.db, list[0])
}

func BenchmarkTakeOneHotDay(b *testing.B) { takes(b, 64, 1) }

func BenchmarkTakeOf200Days(b *testing.B) { takes(b, 16, 200) }
