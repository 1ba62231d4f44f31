package database

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
)

func TestGatherAsksOnceForMany(t *testing.T) {
	t.Parallel()
	var questions, asked atomic.Int64
	open := make(chan struct{})
	g := Gather[int, int]{Ask: func(_ context.Context, keys []int) ([]int, error) {
		questions.Add(1)
		asked.Add(int64(len(keys)))
		<-open // until all have come
		squares := make([]int, len(keys))
		for i, k := range keys {
			squares[i] = k * k
			if k < 0 {
				return nil, errors.New("no such number")
			}
		}
		return squares, nil
	}}
	var wg sync.WaitGroup
	for n := range 100 {
		wg.Go(func() {
			if got, err := g.Get(context.Background(), n); err != nil || got != n*n {
				t.Errorf("%d: %d %v", n, got, err)
			}
		})
	}
	// The first of them are under way, alone or a few together; all others wait.
	for asked.Load()+int64(g.left()) < 100 {
		runtime.Gosched()
	}
	close(open)
	wg.Wait()
	if q := questions.Load(); q > gatherSide+1 {
		t.Errorf("%d questions for 100 at once", q)
	}
	if _, err := g.Get(context.Background(), -1); err == nil {
		t.Error("what failed was answered")
	}
	gone, stop := context.WithCancel(context.Background())
	stop()
	if _, err := g.Get(gone, 2); err != nil && !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// left is how many wait for a question.
func (g *Gather[K, V]) left() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return len(g.waiting)
}
