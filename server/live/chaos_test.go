package live

import (
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"

	"rumah/shared/live"
)

// unreliable is a bus that loses, doubles and swaps what it carries.
type unreliable struct {
	mu    sync.Mutex
	hear  []func([]byte)
	after []byte // overtaken by what comes next
}

func (u *unreliable) Hear(do func([]byte), _ func()) (func(), error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.hear = append(u.hear, do)
	return func() {}, nil
}

func (u *unreliable) Say(message []byte) error {
	u.mu.Lock()
	defer u.mu.Unlock()
	say := [][]byte{message}
	switch rand.IntN(8) {
	case 0:
		say = nil
	case 1:
		say = append(say, message)
	case 2:
		if u.after == nil {
			u.after, say = message, nil
		}
	}
	if len(say) > 0 && u.after != nil {
		say, u.after = append(say, u.after), nil
	}
	for _, m := range say {
		for _, do := range u.hear {
			do(m)
		}
	}
	return nil
}

// Whatever the bus does, and whenever a topic begins again, all phones of all
// instances end at the truth; and no phone ever sees events in another order,
// or one of them twice.
func TestChaos(t *testing.T) {
	t.Parallel()
	const phones, writes = 12, 400
	d, bus := newDiary(), &unreliable{}
	var hubs []*Hub
	var addresses []string
	for range 3 {
		h, address := open(t, d, Options{Bus: bus})
		hubs, addresses = append(hubs, h), append(addresses, address)
	}
	var writing, reading sync.WaitGroup
	for i := range 3 {
		writing.Go(func() {
			for n := range writes {
				d.publish("note:1", hubs[i], 1+rand.IntN(3))
				if n%20 == 0 {
					hubs[rand.IntN(3)].heal(t.Context())
				}
				if i == 0 && n == writes/2 {
					d.burn("note:1", "b", 7)
				}
			}
		})
	}
	var last atomic.Int64
	for i := range phones {
		p := dial(t, addresses[i%3])
		reading.Go(func() {
			c := p.follow("note:1")
			for {
				if _, err := p.read(); err != nil {
					t.Errorf("%v at %d of %d", err, c.at, last.Load())
					return
				}
				if _, epoch := c.tracker.Known(); epoch == "b" && int64(c.at) == last.Load() {
					return
				}
				if rand.IntN(60) == 0 {
					p.say(live.Call{Do: live.Leave, Topic: "note:1"})
					p.follow("note:1")
				}
			}
		})
	}
	writing.Wait()
	from, to, epoch, events := d.write("note:1", 1)
	last.Store(to)
	hubs[0].Publish("note:1", from, to, epoch, events)
	done := make(chan struct{})
	go func() {
		reading.Wait()
		close(done)
	}()
	for {
		for _, h := range hubs {
			h.heal(t.Context())
		}
		select {
		case <-done:
			return
		default:
		}
	}
}
