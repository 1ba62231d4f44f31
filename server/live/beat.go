package live

import (
	"slices"
	"time"

	"rumah/shared/live"
)

const (
	// beats is in how many rounds all sockets are looked after, one a second.
	beats = int(live.Beat / time.Second)
	// idleTime is how long a socket may follow nothing.
	idleTime = 2 * time.Minute
	// linger is how long a topic is remembered that nobody follows.
	linger = 30 * time.Second
)

// watch looks after sockets and topics until the hub closes. It stands for
// the timers that each of them would need.
func (h *Hub) watch() {
	second := time.NewTicker(time.Second)
	defer second.Stop()
	for n := 0; ; n++ {
		select {
		case <-second.C:
			h.look(n % beats)
			h.forget()
		case <-h.ctx.Done():
			return
		}
	}
}

// round is a copy of the sockets of one round.
func (h *Hub) round(i int) []*socket {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.rounds[i])
}

// look pings the sockets of a round and ends those that are silent, idle or
// old.
func (h *Hub) look(i int) {
	now := h.Now().Unix()
	for _, k := range h.round(i) {
		heard := k.wire.heard.Load()
		switch {
		case now-heard >= int64(live.Silence/time.Second):
			// Nobody reads there: whatever waits to be written is in vain.
			k.wire.finish(packEnd(live.Idle))
			_ = k.wire.Conn.Close()
		case now-k.busy.Load() >= int64(idleTime/time.Second) && k.topics.Load() == 0:
			k.wire.finish(packEnd(live.Idle))
		case now >= k.until:
			k.wire.finish(packEnd(live.Old))
		default:
			k.wire.send(beat)
		}
	}
}

// forget drops topics that nobody follows any more.
func (h *Hub) forget() {
	h.mu.Lock()
	defer h.mu.Unlock()
	now := h.Now().Unix()
	for name, t := range h.topics {
		if t.held == 0 && now-t.used >= int64(linger/time.Second) {
			delete(h.topics, name)
		}
	}
}

// enter adds a socket, or says why there is no room.
func (h *Hub) enter(k *socket) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closing || h.sockets >= h.Most {
		return false
	}
	if k.ip.IsValid() {
		if h.perIP[k.ip] >= h.PerIP {
			return false
		}
		h.perIP[k.ip]++
	}
	h.sockets++
	k.round, k.at = h.next, len(h.rounds[h.next])
	h.rounds[k.round] = append(h.rounds[k.round], k)
	k.shard = h.shards[h.sockets%len(h.shards)]
	h.next = (h.next + 1) % beats
	return true
}

// exit is the counterpart of enter.
func (h *Hub) exit(k *socket) {
	h.mu.Lock()
	defer h.mu.Unlock()
	round := h.rounds[k.round]
	last := round[len(round)-1]
	round[k.at], round[len(round)-1], last.at = last, nil, k.at
	h.rounds[k.round] = round[:len(round)-1]
	h.sockets--
	if k.ip.IsValid() {
		if h.perIP[k.ip]--; h.perIP[k.ip] == 0 {
			delete(h.perIP, k.ip)
		}
	}
}
