package queue

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rumah/shared/fault"
)

// cutting ends all connections to the database again and again until it is
// stopped; stop tells how many.
func (e *engine) cutting(every time.Duration) (stop func() int) {
	enough := make(chan struct{})
	var killer sync.WaitGroup
	killed := 0
	killer.Go(func() {
		for {
			select {
			case <-enough:
				return
			case <-time.After(every):
				var n int
				if e.db.Raw().QueryRow(context.Background(), `SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`).Scan(&n) == nil {
					killed += n
				}
			}
		}
	})
	return func() int {
		close(enough)
		killer.Wait()
		e.db.Raw().Reset() // what was cut last
		return killed
	}
}

// An answer that is lost on its way does not make a second number: the log
// tells the server, and the key tells the next one.
func TestLostAnswer(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	day := e.day("anak", 0, nil)
	s := e.service(nil)
	e.must(s, day, e.take("a"))
	stop := e.cutting(15 * time.Millisecond)
	var wg sync.WaitGroup
	var broken atomic.Int64
	for g := range 8 {
		wg.Go(func() {
			for i := range 40 {
				w := e.take(fmt.Sprint("p", g, "-", i))
				for {
					if _, err := s.do(context.Background(), day, w); err == nil {
						break
					} else if fault.From(err).Code != fault.Broken {
						t.Errorf("%v", err)
						break
					}
					broken.Add(1)
				}
			}
		})
	}
	wg.Wait()
	killed := stop()
	if state := sound(t, e.db, day); state.Last != 321 {
		t.Errorf("%d numbers for 321 wishes", state.Last)
	}
	if killed == 0 {
		t.Error("no connection was cut")
	}
	t.Logf("%d connections were cut, %d tries were answered as broken", killed, broken.Load())
}
