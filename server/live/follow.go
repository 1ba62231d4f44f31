package live

import (
	"context"
	"encoding/json"

	"rumah/shared/fault"
	"rumah/shared/live"
)

// Follow implements live.API for phones without a socket. What sockets made
// the hub know is answered from memory.
func (h *Hub) Follow(ctx context.Context, since live.Since) (live.Frame, error) {
	t := h.hold(since.Topic)
	defer h.release(t)
	if err := t.ready(ctx); err != nil {
		return live.Frame{}, err
	}
	if f, ok := t.frame(position{since.Version, since.Epoch}); ok {
		return f, nil
	}
	return t.fresh(ctx, since)
}

// ready waits until a topic is loaded.
func (t *topic) ready(ctx context.Context) error {
	w := waiter{answer: make(chan *fault.Fault, 1)}
	t.mu.Lock()
	if !t.serve(w) {
		t.waiting = append(t.waiting, w)
		t.ask()
	}
	t.mu.Unlock()
	select {
	case f := <-w.answer:
		if f != nil {
			return f
		}
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// frame answers from memory.
func (t *topic) frame(known position) (live.Frame, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if from, ok := t.after(known.version); ok && !t.plain && known.epoch == t.at.epoch && known.version <= t.at.version {
		f := live.Frame{Topic: t.name, From: known.version, Version: t.at.version, Epoch: t.at.epoch}
		for _, e := range t.kept[from:] {
			f.Events = append(f.Events, e.events...)
		}
		return f, true
	}
	if from, ok := t.after(t.allAt); ok && from == len(t.kept) {
		f := live.Frame{Topic: t.name, Snapshot: t.allBody, Epoch: t.at.epoch}
		if !t.plain {
			f.Version = t.allAt
		}
		return f, true
	}
	return live.Frame{}, false
}

// fresh asks the source for one phone.
func (t *topic) fresh(ctx context.Context, since live.Since) (live.Frame, error) {
	select {
	case t.hub.slots <- struct{}{}:
		defer func() { <-t.hub.slots }()
	case <-ctx.Done():
		return live.Frame{}, ctx.Err()
	}
	if since.Epoch != "" {
		events, to, ok, err := t.source.Since(ctx, t.name, since.Version, since.Epoch)
		if err != nil {
			return live.Frame{}, err
		}
		if ok {
			return live.Frame{Topic: t.name, From: since.Version, Version: to, Epoch: since.Epoch, Events: events}, nil
		}
	}
	var f live.Frame
	var body json.RawMessage
	var err error
	f.Topic = t.name
	body, f.Version, f.Epoch, err = t.snapshot(ctx)
	f.Snapshot = body
	return f, err
}
