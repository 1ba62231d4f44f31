package live

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"log/slog"
	"net/netip"
	"net/url"
	"runtime"
	"strings"
	"sync"
	"time"

	"rumah/shared/live"
)

// Hearing is a Source that keeps copies, and wants to hear when another
// instance made them old.
type Hearing interface {
	Heard(topic string, version int64)
}

// Options are what a hub can be told. The zero value serves one instance on
// any address.
type Options struct {
	// Base is the public address, whose pages may open sockets; nil takes
	// those of the host a request names.
	Base *url.URL
	// IP is the address a request comes from, so that one address cannot take
	// all sockets; nil counts nobody.
	IP func(context.Context) netip.Addr
	// PerIP is how many sockets one address may have; 2,000 when 0, because
	// whole mobile networks share one.
	PerIP int
	// Most is how many sockets there may be; 50,000 when 0.
	Most int
	// Life is how long a socket lives at most, more or less; 2 h when 0.
	Life time.Duration
	// Heal is how often sources are asked for what was missed; 3 s when 0.
	Heal time.Duration
	// Leave is how long sockets are spread over when the hub closes; 4 s when 0.
	Leave time.Duration
	// Bus joins the hubs of all instances; nil for one instance.
	Bus Bus
	Log *slog.Logger
	Now func() time.Time
}

// Hub is all sockets of one instance and what they follow.
type Hub struct {
	Options
	log     *slog.Logger
	id      string // tells our own words on the bus from those of others
	sources map[string]Source
	shards  []*shard
	slots   chan struct{}
	ctx     context.Context
	stop    context.CancelFunc
	unhear  func()
	running sync.WaitGroup

	mu      sync.Mutex
	topics  map[string]*topic
	rounds  [beats][]*socket // each is looked after once in a round
	sockets int
	perIP   map[netip.Addr]int
	next    int // the round the next socket goes to
	closing bool
}

// New starts a hub, which must be closed.
func New(o Options) (*Hub, error) {
	o.PerIP, o.Most = cmp.Or(o.PerIP, 2000), cmp.Or(o.Most, 50_000)
	o.Life, o.Heal, o.Leave = cmp.Or(o.Life, 2*time.Hour), cmp.Or(o.Heal, 3*time.Second), cmp.Or(o.Leave, 4*time.Second)
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	h := &Hub{
		Options: o, log: o.Log, id: rand.Text(), sources: map[string]Source{}, slots: make(chan struct{}, loads),
		topics: map[string]*topic{}, perIP: map[netip.Addr]int{},
	}
	h.ctx, h.stop = context.WithCancel(context.Background())
	if o.Bus != nil {
		unhear, err := o.Bus.Hear(h.hear, h.suspect)
		if err != nil {
			return nil, err
		}
		h.unhear = unhear
	}
	for range runtime.GOMAXPROCS(0) {
		s := newShard()
		h.shards = append(h.shards, s)
		h.running.Go(s.run)
	}
	h.running.Go(h.watch)
	h.running.Go(h.mend)
	return h, nil
}

// Register says whose the topics with a prefix are: "day" has "day:0198c7".
// It comes before the first socket.
func (h *Hub) Register(prefix string, s Source) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.sources[prefix] = s
}

// Publish tells all who follow a topic what has happened to it, here and on
// other instances. It is called after the commit, and does not wait for
// anybody. A topic without versions has no epoch.
func (h *Hub) Publish(topic string, from, to int64, epoch string, events []json.RawMessage) {
	bus := h.Bus
	if lonely, ok := bus.(Lonely); ok && lonely.Alone() {
		bus = nil
	}
	if bus == nil && !h.held(topic) {
		return
	}
	frame := &live.Frame{Topic: topic, From: from, Version: to, Epoch: epoch, Events: events}
	body, err := json.Marshal(frame)
	if err != nil {
		h.log.Error("what happened cannot be published", "topic", topic, "err", err)
		return
	}
	h.take(frame, pack(body))
	if bus == nil {
		return
	}
	if err := bus.Say(append([]byte(h.id), body...)); err != nil {
		h.log.Debug("the bus did not take a frame; others will find out by themselves", "topic", topic, "err", err)
	}
}

// held reports whether anybody here follows a topic, or did a moment ago.
func (h *Hub) held(topic string) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.topics[topic] != nil
}

// hear takes what other instances published.
func (h *Hub) hear(message []byte) {
	if len(message) < len(h.id) || string(message[:len(h.id)]) == h.id {
		return
	}
	body := message[len(h.id):]
	var frame live.Frame
	if err := json.Unmarshal(body, &frame); err != nil {
		h.log.Warn("the bus carries what is no frame", "err", err)
		return
	}
	prefix, _, _ := strings.Cut(frame.Topic, ":")
	if source, ok := h.sources[prefix].(Hearing); ok {
		source.Heard(frame.Topic, frame.Version)
	}
	h.take(&frame, pack(body))
}

func (h *Hub) take(f *live.Frame, p packet) {
	h.mu.Lock()
	t := h.topics[f.Topic]
	h.mu.Unlock()
	if t != nil {
		t.publish(entry{from: f.From, to: f.Version, epoch: f.Epoch, events: f.Events, packet: p})
	}
}

// hold finds a topic and keeps it until release.
func (h *Hub) hold(name string) *topic {
	h.mu.Lock()
	defer h.mu.Unlock()
	t := h.topics[name]
	if t == nil {
		prefix, _, _ := strings.Cut(name, ":")
		t = &topic{hub: h, name: name, source: h.sources[prefix]}
		h.topics[name] = t
	}
	t.held++
	return t
}

// release lets go of a topic; it lingers for those who come next.
func (h *Hub) release(t *topic) {
	h.mu.Lock()
	defer h.mu.Unlock()
	t.held--
	t.used = h.Now().Unix()
}

// Sockets is how many there are.
func (h *Hub) Sockets() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.sockets
}

// Close lets nobody in any more and tells all sockets to come back, to
// another instance or to the next one, spread over Options.Leave. When ctx
// ends, those that are left are told at once.
func (h *Hub) Close(ctx context.Context) error {
	h.mu.Lock()
	again := h.closing
	h.closing = true
	h.mu.Unlock()
	if again {
		return errors.New("the hub is closed")
	}
	h.dismiss(ctx)
	if h.unhear != nil {
		h.unhear()
	}
	h.stop()
	for _, s := range h.shards {
		s.stop()
	}
	h.running.Wait()
	return nil
}

// dismiss ends the rounds of sockets one after the other.
func (h *Hub) dismiss(ctx context.Context) {
	pause := time.NewTicker(max(h.Leave/time.Duration(beats), 1))
	defer pause.Stop()
	end := packEnd(live.Leaving)
	for i := range h.rounds {
		round := h.round(i)
		for _, k := range round {
			k.wire.finish(end)
		}
		if len(round) == 0 {
			continue
		}
		select {
		case <-pause.C:
		case <-ctx.Done():
		}
	}
}
