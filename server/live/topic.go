package live

import (
	"encoding/json"
	"slices"
	"sync"
	"time"

	"rumah/shared/fault"
	"rumah/shared/live"
)

const (
	// keptEntries and keptBytes are what a topic remembers, so that whoever
	// was away for a moment needs no database.
	keptEntries = 256
	keptBytes   = 128 << 10
	// reorder is how long a frame may be overtaken by the one after it, as
	// happens between instances, before the source is asked.
	reorder = 50 * time.Millisecond
)

// position is where a topic is. In a topic without versions, which has no
// epoch either, frames are counted as this hub saw them.
type position struct {
	version int64
	epoch   string
}

// entry is a frame that was published: it leads from one version to another.
type entry struct {
	from, to int64
	epoch    string
	events   []json.RawMessage
	packet   packet
	asked    bool // the source did not know it
}

// waiter is who wants a topic that is not at hand: a socket, or a poll.
type waiter struct {
	socket *socket
	known  position
	answer chan *fault.Fault // of a poll
	tries  int
}

// topic is what somebody follows, or did a moment ago. Below mu all belongs
// to mu, which is never held while a source is asked.
type topic struct {
	hub    *Hub
	name   string
	source Source // nil when no domain has such topics
	held   int    // of the hub's lock: how many follow it
	used   int64  // of the hub's lock: when somebody last did, in seconds

	mu      sync.Mutex
	loaded  bool // at is known
	plain   bool // without versions
	at      position
	all     packet // all of it, as of allAt
	allBody json.RawMessage
	allAt   int64
	kept    []entry // what led to at, without a gap
	bytes   int     // of kept
	early   []entry // what cannot be put in order yet
	grace   bool    // it is being waited for what is missing
	waiting []waiter
	behind  bool      // the source knows more
	again   bool      // at is not to be trusted: all of it is sent anew
	busy    bool      // a goroutine asks the source
	number  int64     // of a topic without versions, what its source counted last
	renewed time.Time // and when it was sent anew
}

// follow gives a socket what is missing between what it knows and now, and
// everything from now on.
func (t *topic) follow(k *socket, known position) {
	t.mu.Lock()
	defer t.mu.Unlock()
	w := waiter{socket: k, known: known}
	if t.serve(w) {
		return
	}
	t.waiting = append(t.waiting, w)
	t.ask()
}

// serve answers from memory when it can.
func (t *topic) serve(w waiter) bool {
	if !t.loaded {
		return false
	}
	if w.socket == nil {
		w.answer <- nil
		return true
	}
	if packets, ok := t.since(w.known); ok {
		t.admit(w.socket, packets)
		return true
	}
	if from, ok := t.after(t.allAt); ok && t.all != nil {
		t.admit(w.socket, append([]packet{t.all}, packets(t.kept[from:])...))
		return true
	}
	return false
}

// since is what led from a known position here.
func (t *topic) since(known position) ([]packet, bool) {
	if t.plain || known.epoch == "" || known.epoch != t.at.epoch {
		return nil, false
	}
	from, ok := t.after(known.version)
	switch {
	case !ok:
		return nil, false
	case from == len(t.kept):
		p, err := packFrame(&live.Frame{Topic: t.name, From: known.version, Version: known.version, Epoch: known.epoch})
		return []packet{p}, err == nil
	}
	return packets(t.kept[from:]), true
}

// after finds the first kept entry that follows a version. A version beyond
// ours was read from the source just now, and what leads there will be heard.
func (t *topic) after(version int64) (int, bool) {
	if version >= t.at.version {
		return len(t.kept), true
	}
	i := slices.IndexFunc(t.kept, func(e entry) bool { return e.from == version })
	return i, i >= 0
}

// admit makes a socket a member between two frames.
func (t *topic) admit(k *socket, first []packet) {
	k.shard.put(job{do: join, topic: t, socket: k, packets: first})
}

// spread gives packets to all members.
func (t *topic) spread(packets ...packet) {
	for _, s := range t.hub.shards {
		s.put(job{do: deliver, topic: t, packets: packets})
	}
}

// publish takes what was published here or elsewhere, in any order.
func (t *topic) publish(e entry) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.take(e)
}

func (t *topic) take(e entry) {
	switch {
	case t.loaded && t.plain:
		e.from, e.to = t.at.version, t.at.version+1
		t.advance(e)
	case t.loaded && e.epoch != t.at.epoch:
		t.behind = true
		t.ask()
	case t.loaded && e.to <= t.at.version: // known
	case t.loaded && e.from == t.at.version:
		t.advance(e)
		t.chain()
	default:
		t.hold(e)
	}
}

// hold keeps an entry until what comes before it is there.
func (t *topic) hold(e entry) {
	if len(t.early) >= keptEntries {
		t.early, t.behind = nil, true
	}
	t.early = append(t.early, e)
	if t.loaded && !t.grace {
		t.grace = true
		time.AfterFunc(reorder, t.missing)
	}
}

// missing asks the source when what was overtaken did not come.
func (t *topic) missing() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.grace = false
	if t.chain(); len(t.early) > 0 {
		t.behind = true
		t.ask()
	}
}

// chain takes what was early and is next now.
func (t *topic) chain() {
	for more := true; more && len(t.early) > 0; {
		more = false
		rest := t.early[:0]
		for _, e := range t.early {
			switch {
			case e.epoch == t.at.epoch && e.to <= t.at.version:
			case e.epoch == t.at.epoch && e.from == t.at.version:
				t.advance(e)
				more = true
			default:
				rest = append(rest, e)
			}
		}
		clear(t.early[len(rest):])
		t.early = rest
	}
}

// advance is the one place where a topic moves on.
func (t *topic) advance(e entry) {
	t.at.version = e.to
	t.kept = append(t.kept, e)
	t.bytes += len(e.packet)
	drop := 0
	for len(t.kept)-drop > keptEntries || t.bytes > keptBytes {
		t.bytes -= len(t.kept[drop].packet)
		drop++
	}
	t.kept = slices.Delete(t.kept, 0, drop)
	t.spread(e.packet)
}

func packets(entries []entry) []packet {
	all := make([]packet, len(entries))
	for i := range entries {
		all[i] = entries[i].packet
	}
	return all
}
