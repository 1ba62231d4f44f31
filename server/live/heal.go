package live

import (
	"context"
	"time"
)

// renewEvery is how often a topic without versions is sent anew at most,
// because its source counted something that we may have heard or not.
const renewEvery = 15 * time.Second

// mend heals again and again until the hub closes.
func (h *Hub) mend() {
	turn := time.NewTicker(h.Heal)
	defer turn.Stop()
	for {
		select {
		case <-turn.C:
			h.heal(h.ctx)
		case <-h.ctx.Done():
			return
		}
	}
}

// heal asks sources where the topics are that somebody follows. The bus may
// lose a message, or be down: phones are late then, by seconds, and never
// stand still.
func (h *Hub) heal(ctx context.Context) {
	ctx, stop := context.WithTimeout(ctx, loadPatience)
	defer stop()
	for source, topics := range h.watched() {
		names := make([]string, len(topics))
		for i, t := range topics {
			names[i] = t.name
		}
		versions, err := source.Versions(ctx, names)
		if err != nil {
			h.log.WarnContext(ctx, "versions of live topics are not known", "err", err)
			continue
		}
		for _, t := range topics {
			if version, known := versions[t.name]; known {
				t.compare(version, h.Now())
			}
		}
	}
}

// watched are the topics in use of all sources that have versions.
func (h *Hub) watched() map[Versioned][]*topic {
	h.mu.Lock()
	defer h.mu.Unlock()
	all := map[Versioned][]*topic{}
	for _, t := range h.topics {
		if source, ok := t.source.(Versioned); ok {
			all[source] = append(all[source], t)
		}
	}
	return all
}

// compare catches up when the source is elsewhere. It may be just the moment
// between a commit and its publishing; then there is nothing to catch up.
func (t *topic) compare(version int64, now time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch {
	case !t.loaded:
		return
	case t.plain:
		first := t.renewed.IsZero() // it is not known what was counted when it was read
		if !first && (version == t.number || now.Sub(t.renewed) < renewEvery) {
			return
		}
		t.number, t.renewed = version, now
	case version == t.at.version:
		return
	}
	t.behind = true
	t.ask()
}

// suspect catches up with everything, after the bus was away.
func (h *Hub) suspect() {
	h.mu.Lock()
	var all []*topic
	for _, t := range h.topics {
		all = append(all, t)
	}
	h.mu.Unlock()
	for _, t := range all {
		t.mu.Lock()
		if t.loaded {
			t.behind = true
			t.ask()
		}
		t.mu.Unlock()
	}
}
