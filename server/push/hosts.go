package push

import (
	"sync"
	"time"
)

// hosts know which push services hang. Few messages at a time are handed to
// one that does, so that those for others do not wait behind them.
type hosts struct {
	mu   sync.Mutex
	hung map[string]*hung // by host
}

type hung struct {
	busy  int
	until time.Time
}

const (
	// hungFor is how long a service is held for one that hangs after it did;
	// an answer ends it.
	hungFor = time.Minute
	// hungMost is how many messages it is handed at once.
	hungMost = 4
	// hungWait is when somebody who found it busy comes again.
	hungWait = 10 * time.Second
	// mostHung bounds what is remembered: browsers name any service they like.
	mostHung = 1000
)

// enter asks for a place at a service. Whoever got one tells how it went.
func (h *hosts) enter(host string, now time.Time) (leave func(hangs bool, now time.Time), ok bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	held := h.hung[host]
	if held != nil && now.Before(held.until) && held.busy >= hungMost {
		return nil, false
	}
	if held != nil {
		held.busy++
	}
	return func(hangs bool, now time.Time) { h.leave(host, held, hangs, now) }, true
}

func (h *hosts) leave(host string, held *hung, hangs bool, now time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if held != nil {
		held.busy--
	}
	if !hangs {
		delete(h.hung, host)
		return
	}
	if h.hung == nil || len(h.hung) >= mostHung {
		h.hung = map[string]*hung{}
	}
	if h.hung[host] == nil {
		h.hung[host] = &hung{}
	}
	h.hung[host].until = now.Add(hungFor)
}
