// Package together joins look-ups that are made at the same moment into one
// question to the database. Nothing is kept: whoever asks gets an answer that
// was read after they asked.
package together

import (
	"context"
	"sync"
	"time"
)

// Limits of one question, and of how many are on their way at once. The next
// one begins while another is on its way only when many wait: a question for
// ten costs little more than one for one.
const (
	mostKeys  = 256
	mostAsked = 2
	many      = 32
	patience  = 10 * time.Second
)

// Look answers single keys by asking for many.
type Look[K comparable, V any] struct {
	ask  func(context.Context, []K) (map[K]V, error)
	wait time.Duration

	mu      sync.Mutex
	waiting []*call[K, V]
	asked   int // questions on their way
}

type call[K comparable, V any] struct {
	key   K
	value V
	found bool
	err   error
	done  chan struct{}
}

// New returns a Look over ask, which answers what it finds of the keys.
func New[K comparable, V any](ask func(context.Context, []K) (map[K]V, error)) *Look[K, V] {
	return &Look[K, V]{ask: ask}
}

// Gather has each question wait a while for more keys; for what nobody waits
// for.
func (l *Look[K, V]) Gather(wait time.Duration) *Look[K, V] {
	l.wait = wait
	return l
}

// Get answers the value of a key; found is false when there is none. Whoever
// gives up waiting costs the others nothing.
func (l *Look[K, V]) Get(ctx context.Context, key K) (value V, found bool, err error) {
	c := &call[K, V]{key: key, done: make(chan struct{})}
	l.mu.Lock()
	l.waiting = append(l.waiting, c)
	begin := l.asked == 0 || l.asked < mostAsked && len(l.waiting) >= many
	if begin {
		l.asked++
	}
	l.mu.Unlock()
	if begin {
		go l.work(context.WithoutCancel(ctx))
	}
	select {
	case <-c.done:
		return c.value, c.found, c.err
	case <-ctx.Done():
		return value, false, ctx.Err()
	}
}

// work asks until nobody waits.
func (l *Look[K, V]) work(ctx context.Context) {
	for calls := l.next(); len(calls) > 0; calls = l.next() {
		l.answer(ctx, calls)
	}
}

// next takes those who wait; without any the work is over.
func (l *Look[K, V]) next() []*call[K, V] {
	if l.wait > 0 {
		<-time.After(l.wait)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	n := min(len(l.waiting), mostKeys)
	calls := l.waiting[:n:n]
	l.waiting = l.waiting[n:]
	if n == 0 {
		l.asked--
		l.waiting = nil
	}
	return calls
}

func (l *Look[K, V]) answer(ctx context.Context, calls []*call[K, V]) {
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	keys := make([]K, 0, len(calls))
	seen := make(map[K]bool, len(calls))
	for _, c := range calls {
		if !seen[c.key] {
			seen[c.key], keys = true, append(keys, c.key)
		}
	}
	values, err := l.ask(ctx, keys)
	for _, c := range calls {
		c.value, c.found = values[c.key]
		c.err = err
		close(c.done)
	}
}
