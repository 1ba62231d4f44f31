package live

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"
	"sync"

	"rumah/shared/fault"
)

// diary is a domain with topics of its own: what was written is there for
// good, whether it is published or not. "note:" topics have versions,
// "sign:" topics have none, "gone:" topics do not exist.
type diary struct {
	mu     sync.Mutex
	hub    *Hub
	epoch  string
	pages  map[string][]int
	asked  map[string]int // how often all of a topic was read
	reach  int            // how far back Since goes; 0 for all the way
	broken bool
	gate   func() // called while all of a topic is read, after reading
}

func newDiary() *diary {
	return &diary{epoch: "a", pages: map[string][]int{}, asked: map[string]int{}}
}

// write adds to a topic and returns what to publish.
func (d *diary) write(topic string, n int) (from, to int64, epoch string, events []json.RawMessage) {
	d.mu.Lock()
	defer d.mu.Unlock()
	from = int64(len(d.pages[topic]))
	for range n {
		d.pages[topic] = append(d.pages[topic], len(d.pages[topic])+1)
	}
	to = int64(len(d.pages[topic]))
	return from, to, d.epoch, d.events(topic, from)
}

// tell writes and publishes.
func (d *diary) tell(topic string, n int) { d.publish(topic, d.hub, n) }

func (d *diary) publish(topic string, hub *Hub, n int) {
	from, to, epoch, events := d.write(topic, n)
	if strings.HasPrefix(topic, "sign:") {
		hub.Publish(topic, 0, 0, "", events[len(events)-1:])
		return
	}
	hub.Publish(topic, from, to, epoch, events)
}

func (d *diary) events(topic string, from int64) []json.RawMessage {
	var events []json.RawMessage
	for _, n := range d.pages[topic][from:] {
		events = append(events, json.RawMessage(strconv.Itoa(n)))
	}
	return events
}

func (d *diary) Snapshot(_ context.Context, topic string) (json.RawMessage, int64, string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.asked[topic]++
	if strings.HasPrefix(topic, "gone:") {
		return nil, 0, "", fault.New(fault.Unknown, "unknown")
	}
	if d.broken {
		return nil, 0, "", context.DeadlineExceeded
	}
	body, version, epoch := json.RawMessage(strconv.Itoa(len(d.pages[topic]))), int64(len(d.pages[topic])), d.epoch
	if d.gate != nil {
		gate := d.gate
		d.gate = nil
		d.mu.Unlock()
		gate()
		d.mu.Lock()
	}
	if strings.HasPrefix(topic, "sign:") {
		return body, 0, "", nil
	}
	return body, version, epoch, nil
}

func (d *diary) Since(_ context.Context, topic string, version int64, epoch string) ([]json.RawMessage, int64, bool, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	now := int64(len(d.pages[topic]))
	if d.broken {
		return nil, 0, false, context.DeadlineExceeded
	}
	if epoch != d.epoch || version > now || d.reach > 0 && now-version > int64(d.reach) {
		return nil, 0, false, nil
	}
	return d.events(topic, version), now, true, nil
}

func (d *diary) Versions(_ context.Context, topics []string) (map[string]int64, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	all := map[string]int64{}
	for _, t := range topics {
		all[t] = int64(len(d.pages[t]))
	}
	return all, nil
}

// burn begins a topic again, as a restored backup does.
func (d *diary) burn(topic, epoch string, pages int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.epoch, d.pages[topic] = epoch, nil
	for i := range pages {
		d.pages[topic] = append(d.pages[topic], i+1)
	}
}
