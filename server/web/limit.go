package web

import (
	"encoding/binary"
	"net/http"
	"net/netip"
	"sync"
	"time"
)

// Budget is what one address may do: Burst requests at once, and PerSecond
// once that is used up.
type Budget struct {
	PerSecond float64
	Burst     int
}

// Limits are the budgets of one client address (of IPv6: one /64, which is
// what a household or a phone is given).
//
// Mobile operators here put thousands of phones behind one IPv4 address, so
// these stop a machine, not a person; limits per person belong to the
// operation. Reckoned for 500 phones behind one address that open the app in
// the same minute, when a queue opens:
//
//   - Pages 300/s, burst 3000: a first visit is about 20 files and pages, a
//     later one 3. A quarter of them new gives 3,600 in the minute, 60/s.
//   - Reads 100/s, burst 1000: about 5 operations a phone, 42/s.
//   - Writes 20/s, burst 600: every one of them takes a ticket in the very
//     same second, and some tap twice.
//
// A budget that is zero is replaced by these.
type Limits struct {
	Pages  Budget // everything outside /api/ that only reads
	Reads  Budget // GET and HEAD under /api/
	Writes Budget // every other method, forms of pages included
	// Addresses bounds the memory: this many are remembered at once, 100,000
	// when 0 (about 7 MB when full). Beyond it the ones longest unseen are
	// forgotten, which forgives them.
	Addresses int
	// Off lets everything pass, for measuring.
	Off bool
}

// The budgets in the order of limiter.paces.
const (
	pagesBudget = iota
	readsBudget
	writesBudget
	budgets
)

var budgetNames = [budgets]string{"pages", "reads", "writes"}

func budgetOf(r *http.Request) int {
	switch {
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		return writesBudget
	case ofAPI(r):
		return readsBudget
	}
	return pagesBudget
}

// limiter is a token bucket per address and budget, kept as the one moment at
// which the bucket will be full again. Eight bytes instead of the eighty of
// a rate.Limiter, and no pointers: a hundred thousand of them stay cheap for
// the collector too.
//
// An address moves from old to young when it is seen. The generations turn
// when every bucket of the old one must be full again, when forgetting it
// changes nothing, or earlier when the young one has no room.
type limiter struct {
	off   bool
	now   func() time.Time
	start time.Time
	paces [budgets]pace
	every time.Duration // the longest time a bucket takes to fill
	room  int           // of one generation

	mu         sync.Mutex
	young, old map[uint64]buckets
	turned     time.Duration
}

// buckets hold, per budget, when it is full again, as time since start.
type buckets [budgets]time.Duration

type pace struct{ one, full time.Duration } // time to refill one token, and all

func newLimiter(l Limits, now func() time.Time) *limiter {
	set := func(b Budget, perSecond float64, burst int) pace {
		if b.PerSecond <= 0 || b.Burst <= 0 {
			b = Budget{perSecond, burst}
		}
		one := max(time.Duration(float64(time.Second)/b.PerSecond), 1)
		return pace{one: one, full: one * time.Duration(b.Burst)}
	}
	if l.Addresses <= 0 {
		l.Addresses = 100_000
	}
	m := &limiter{
		off: l.Off, now: now, start: now(), room: max(l.Addresses/2, 1),
		paces: [budgets]pace{set(l.Pages, 300, 3000), set(l.Reads, 100, 1000), set(l.Writes, 20, 600)},
		young: map[uint64]buckets{},
	}
	for _, p := range m.paces {
		m.every = max(m.every, p.full)
	}
	return m
}

// take uses one token of the address. It returns 0, or how long to wait for
// one.
func (m *limiter) take(client netip.Addr, kind int) time.Duration {
	if m.off {
		return 0
	}
	p, key := m.paces[kind], keyOf(client)
	m.mu.Lock()
	defer m.mu.Unlock()
	now := m.now().Sub(m.start)
	m.turn(now)
	b, ok := m.young[key]
	if !ok {
		b = m.old[key]
	}
	full := max(b[kind], now)
	if wait := full + p.one - now - p.full; wait > 0 {
		return wait
	}
	b[kind] = full + p.one
	m.young[key] = b
	return 0
}

// turn starts a new generation when it is time.
func (m *limiter) turn(now time.Duration) {
	if now-m.turned < m.every && len(m.young) < m.room {
		return
	}
	m.old, m.young, m.turned = m.young, make(map[uint64]buckets, len(m.young)), now
}

// keyOf is the network an address is counted under: itself, or the /64 of
// IPv6. The numbers of IPv4 are a part of ::/32 nobody has.
func keyOf(a netip.Addr) uint64 {
	switch {
	case a.Is4():
		four := a.As4()
		return uint64(binary.BigEndian.Uint32(four[:]))
	case a.Is6():
		sixteen := a.As16()
		return binary.BigEndian.Uint64(sixteen[:8])
	}
	return 0
}
