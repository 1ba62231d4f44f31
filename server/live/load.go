package live

import (
	"context"
	"encoding/json"
	"time"

	"rumah/shared/fault"
	"rumah/shared/live"
)

const (
	// loads is how many questions sources are asked at a time.
	loads = 16
	// loadPatience bounds one question.
	loadPatience = 10 * time.Second
	// tries is how often all of a topic is loaded for one who waits, should
	// it move on faster than it can be loaded.
	tries = 3
)

// ask has a goroutine ask the source for what is missing; of t.mu.
func (t *topic) ask() {
	if !t.busy {
		t.busy = true
		go t.answerAll()
	}
}

// answerAll works until nobody waits and nothing is missing. There is one per
// topic at a time, however many wait: they all get one answer.
func (t *topic) answerAll() {
	for {
		t.mu.Lock()
		catch := t.loaded && t.behind && !t.plain && !t.again
		renew := t.loaded && (t.again || t.behind && t.plain)
		at := t.at
		if !catch && !renew {
			t.waiting = t.serveAll(t.waiting)
			if len(t.waiting) == 0 {
				t.busy = false
				t.mu.Unlock()
				return
			}
		}
		t.behind, t.again = false, false
		t.mu.Unlock()
		t.hub.slots <- struct{}{}
		if catch {
			t.catchUp(at)
		} else if !t.late(renew) {
			t.load(renew)
		}
		<-t.hub.slots
	}
}

// serveAll keeps those that memory cannot serve.
func (t *topic) serveAll(waiting []waiter) []waiter {
	var rest []waiter
	for _, w := range waiting {
		if !t.serve(w) {
			rest = append(rest, w)
		}
	}
	return rest
}

// catchUp asks for what was missed and gives it to all members. What cannot
// be caught up is sent whole.
func (t *topic) catchUp(at position) {
	ctx, stop := context.WithTimeout(t.hub.ctx, loadPatience)
	defer stop()
	events, to, ok, err := t.source.Since(ctx, t.name, at.version, at.epoch)
	t.mu.Lock()
	defer t.mu.Unlock()
	switch {
	case err != nil:
		t.hub.log.WarnContext(ctx, "a live topic was not caught up", "topic", t.name, "err", err)
		t.early = nil // the next look at versions asks again
	case !ok:
		t.again = true
	case to > at.version:
		frame := &live.Frame{Topic: t.name, From: at.version, Version: to, Epoch: at.epoch, Events: events}
		p, err := packFrame(frame)
		if err != nil {
			t.again = true
			return
		}
		t.take(entry{from: at.version, to: to, epoch: at.epoch, events: events, packet: p})
		fallthrough
	default:
		t.chain()
		t.doubt()
	}
}

// doubt keeps of what is early only what came while the source was asked: it
// gets one more wait, since the source knows all that was heard before.
func (t *topic) doubt() {
	early := t.early
	t.early = nil
	for _, e := range early {
		if !e.asked && e.epoch == t.at.epoch {
			e.asked = true
			t.hold(e)
		}
	}
}

// late serves those who know a position that memory does not reach back to.
// It reports whether there were any.
func (t *topic) late(renew bool) bool {
	t.mu.Lock()
	if renew || !t.loaded || t.plain {
		t.mu.Unlock()
		return false
	}
	var known position
	for _, w := range t.waiting {
		if w.known.epoch == t.at.epoch && w.tries == 0 {
			known = w.known
		}
	}
	t.mu.Unlock()
	if known.epoch == "" {
		return false
	}
	ctx, stop := context.WithTimeout(t.hub.ctx, loadPatience)
	defer stop()
	events, to, ok, err := t.source.Since(ctx, t.name, known.version, known.epoch)
	var first packet
	if err == nil && ok {
		first, err = packFrame(&live.Frame{Topic: t.name, From: known.version, Version: to, Epoch: known.epoch, Events: events})
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	from, reaches := t.after(to)
	var rest []waiter
	for _, w := range t.waiting {
		switch {
		case w.known != known:
			rest = append(rest, w)
		case err == nil && ok && reaches && known.epoch == t.at.epoch:
			t.admit(w.socket, append([]packet{first}, packets(t.kept[from:])...))
		default:
			w.known = position{} // gets all of it
			rest = append(rest, w)
		}
	}
	t.waiting = rest
	return true
}

// load asks for all of a topic. renew gives it to all members too.
func (t *topic) load(renew bool) {
	ctx, stop := context.WithTimeout(t.hub.ctx, loadPatience)
	defer stop()
	t.mu.Lock()
	before := t.at.version // what comes while it is read may be in it or not
	t.mu.Unlock()
	body, version, epoch, err := t.snapshot(ctx)
	var p packet
	if err == nil {
		p, err = packFrame(&live.Frame{Topic: t.name, Snapshot: body, Version: version, Epoch: epoch})
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if err != nil {
		t.refuse(ctx, err)
		return
	}
	if t.plain = epoch == ""; t.plain {
		version = before
	}
	t.settle(position{version, epoch}, body, p, renew)
	t.giveUp()
}

func (t *topic) snapshot(ctx context.Context) (json.RawMessage, int64, string, error) {
	if t.source == nil {
		return nil, 0, "", fault.New(fault.Unknown, "unknown")
	}
	return t.source.Snapshot(ctx, t.name)
}

// settle takes over a snapshot.
func (t *topic) settle(at position, body json.RawMessage, p packet, renew bool) {
	first := !t.loaded
	if !first && at.epoch == t.at.epoch && at.version < t.at.version && !t.plain && renew {
		return // it was overtaken, so nobody needs it
	}
	t.all, t.allBody, t.allAt = p, body, at.version
	t.loaded = true
	switch {
	case first, at.epoch != t.at.epoch, renew && !t.plain:
		t.at, t.kept, t.bytes = at, nil, 0
		if !first {
			t.spread(p)
		}
	case renew:
		// What came while it was read may not be in it.
		from, ok := t.after(t.allAt)
		if !ok {
			t.again = true
			return
		}
		t.spread(append([]packet{p}, packets(t.kept[from:])...)...)
	}
	early := t.early
	t.early = nil
	for _, e := range early {
		if e.epoch == t.at.epoch || t.plain {
			t.take(e)
		}
	}
}

// refuse tells those who wait that they will not be served.
func (t *topic) refuse(ctx context.Context, err error) {
	f := fault.From(err)
	if f.Code == fault.Broken {
		t.hub.log.WarnContext(ctx, "a live topic was not loaded", "topic", t.name, "err", err)
		f = fault.New(fault.Broken, "broken")
	}
	t.answer(t.waiting, f)
	t.waiting = nil
	if !t.loaded {
		t.early = nil
	}
}

// giveUp refuses those for whom a topic moved on too fast too often.
func (t *topic) giveUp() {
	waiting := t.serveAll(t.waiting)
	t.waiting = nil
	for _, w := range waiting {
		if w.tries++; w.tries < tries {
			t.waiting = append(t.waiting, w)
			continue
		}
		t.answer([]waiter{w}, fault.New(fault.Busy, "busy"))
	}
}

func (t *topic) answer(waiting []waiter, f *fault.Fault) {
	if len(waiting) == 0 {
		return
	}
	p := packFault(t.name, f)
	for _, w := range waiting {
		if w.socket == nil {
			w.answer <- f
		} else {
			w.socket.wire.send(p)
		}
	}
}
