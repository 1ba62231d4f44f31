package queue

import (
	"sync"
	"time"

	"rumah/shared/queue"
)

// memos are what the views remember between requests.
type memos struct {
	hits     memo[queue.HitRate]
	expected memo[map[int]int]
	places   memo[bool]
	about    memo[about]
	told     heralds
}

// memo holds answers that may be some minutes old.
type memo[T any] struct {
	mu  sync.Mutex
	all map[string]memoized[T]
}

type memoized[T any] struct {
	value T
	until time.Time
}

// mostMemos bounds the memory: there are fewer queues than this.
const mostMemos = 4096

// get is the answer for a key, asked for when there is none that is fresh.
func (k *memo[T]) get(key string, now time.Time, fresh time.Duration, ask func() (T, error)) (T, error) {
	k.mu.Lock()
	known, ok := k.all[key]
	k.mu.Unlock()
	if ok && now.Before(known.until) {
		return known.value, nil
	}
	value, err := ask()
	if err != nil {
		return value, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.all == nil || len(k.all) >= mostMemos {
		k.all = make(map[string]memoized[T])
	}
	k.all[key] = memoized[T]{value, now.Add(fresh)}
	return value, nil
}
