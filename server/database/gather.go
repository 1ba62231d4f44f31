package database

import (
	"context"
	"sync"
	"time"
)

// Gather answers many who ask at the same moment with one question to the
// database. Who asks alone is answered at once; who asks while others are
// being answered waits for the next question.
type Gather[K, V any] struct {
	// Ask answers all keys, in their order.
	Ask func(ctx context.Context, keys []K) ([]V, error)

	mu      sync.Mutex
	waiting []*asking[K, V]
	asked   int // questions under way
}

type asking[K, V any] struct {
	key  K
	done chan struct{}
	v    V
	err  error
}

const (
	gatherMost = 128 // keys of one question
	gatherSide = 2   // questions side by side
	gatherTime = 15 * time.Second
)

// Get is the answer to one key. A question serves many, so it does not end
// when one of them goes.
func (g *Gather[K, V]) Get(ctx context.Context, key K) (V, error) {
	a := &asking[K, V]{key: key, done: make(chan struct{})}
	g.mu.Lock()
	g.waiting = append(g.waiting, a)
	if g.asked < gatherSide {
		g.asked++
		go g.work()
	}
	g.mu.Unlock()
	select {
	case <-a.done:
		return a.v, a.err
	case <-ctx.Done():
		var nothing V
		return nothing, ctx.Err()
	}
}

func (g *Gather[K, V]) work() {
	for {
		g.mu.Lock()
		n := min(gatherMost, len(g.waiting))
		batch := g.waiting[:n:n]
		g.waiting = g.waiting[n:]
		if n == 0 {
			g.asked--
		}
		g.mu.Unlock()
		if n == 0 {
			return
		}
		g.answer(batch)
	}
}

func (g *Gather[K, V]) answer(batch []*asking[K, V]) {
	ctx, stop := context.WithTimeout(context.Background(), gatherTime)
	defer stop()
	keys := make([]K, len(batch))
	for i, a := range batch {
		keys[i] = a.key
	}
	values, err := g.Ask(ctx, keys)
	for i, a := range batch {
		if a.err = err; err == nil {
			a.v = values[i]
		}
		close(a.done)
	}
}
