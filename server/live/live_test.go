package live

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"rumah/shared/live"
)

func TestFollow(t *testing.T) {
	t.Parallel()
	d := newDiary()
	_, address := open(t, d, Options{})
	d.write("note:1", 3)
	a, b := dial(t, address), dial(t, address)
	ca, cb := a.follow("note:1"), b.follow("note:1")
	a.until(ca, 3)
	b.until(cb, 3)
	d.tell("note:1", 1)
	d.tell("note:1", 4)
	d.tell("note:2", 1) // nobody asked for it
	a.until(ca, 8)
	b.until(cb, 8)
	if ca.wholes != 1 || cb.wholes != 1 || ca.gaps+cb.gaps > 0 {
		t.Errorf("%+v %+v", ca, cb)
	}
	if d.asked["note:1"] != 1 {
		t.Errorf("two phones read it %d times", d.asked["note:1"])
	}

	a.say(live.Call{Do: live.Leave, Topic: "note:1"})
	a.alive()
	d.tell("note:1", 1)
	b.until(cb, 9)
	a.alive()
	if ca.at != 8 {
		t.Error("a topic that was left still comes")
	}
}

// Whoever was away for a moment gets what happened meanwhile, and not all of
// it again.
func TestKnownPosition(t *testing.T) {
	t.Parallel()
	d := newDiary()
	_, address := open(t, d, Options{})
	d.write("note:1", 3)
	watcher := dial(t, address)
	cw := watcher.follow("note:1")
	watcher.until(cw, 3)

	p := dial(t, address)
	c := &copied{at: 3}
	c.tracker.Take(&live.Frame{Topic: "note:1", Snapshot: []byte("3"), Version: 3, Epoch: "a"})
	p.copies["note:1"] = c
	p.follow("note:1") // knows as much as we do
	if f := p.next(); f.From != 3 || f.Version != 3 || len(f.Events) > 0 || c.gaps > 0 {
		t.Errorf("%+v", f)
	}
	d.tell("note:1", 2)
	p.until(c, 5)
	if c.wholes > 0 || c.gaps > 0 {
		t.Errorf("%+v", c)
	}

	// Further back than the hub remembers.
	late := dial(t, address)
	cl := &copied{at: 1}
	cl.tracker.Take(&live.Frame{Topic: "note:1", Snapshot: []byte("1"), Version: 1, Epoch: "a"})
	late.copies["note:1"] = cl
	late.follow("note:1")
	late.until(cl, 5)

	// In another life of the topic.
	other := dial(t, address)
	co := &copied{at: 9}
	co.tracker.Take(&live.Frame{Topic: "note:1", Snapshot: []byte("9"), Version: 9, Epoch: "z"})
	other.copies["note:1"] = co
	other.follow("note:1")
	other.until(co, 5)
	if co.wholes != 1 {
		t.Errorf("%+v", co)
	}
}

// A thousand events later, and more than the hub remembers, one answer is
// enough.
func TestLatePhone(t *testing.T) {
	t.Parallel()
	d := newDiary()
	_, address := open(t, d, Options{})
	watcher := dial(t, address)
	cw := watcher.follow("note:1")
	watcher.next()
	for range 1000 {
		d.tell("note:1", 1)
	}
	watcher.until(cw, 1000)
	p := dial(t, address)
	c := &copied{at: 0}
	c.tracker.Take(&live.Frame{Topic: "note:1", Snapshot: []byte("0"), Epoch: "a"})
	p.copies["note:1"] = c
	p.follow("note:1")
	if f := p.next(); len(f.Events) != 1000 || c.at != 1000 {
		t.Errorf("%d events, at %d", len(f.Events), c.at)
	}
}

// Between reading all of a topic and hearing of it nothing may be lost, be
// doubled or change places.
func TestJoinsWhileItHappens(t *testing.T) {
	t.Parallel()
	d := newDiary()
	_, address := open(t, d, Options{})
	d.gate = func() { // read, but not yet sent
		d.tell("note:1", 1)
		d.tell("note:1", 2)
	}
	p := dial(t, address)
	c := p.follow("note:1")
	p.until(c, 3)
	if c.gaps > 0 {
		t.Errorf("%+v", c)
	}
}

func TestJoinsUnderLoad(t *testing.T) {
	t.Parallel()
	const pages, phones = 3000, 40
	d := newDiary()
	_, address := open(t, d, Options{})
	var all sync.WaitGroup
	start := make(chan struct{})
	all.Go(func() {
		<-start
		for left := pages; left > 0; {
			n := min(left, 1+rand.IntN(3))
			d.tell("note:1", n)
			left -= n
		}
	})
	for i := range phones {
		p := dial(t, address)
		all.Go(func() {
			if i == phones/2 {
				close(start)
			}
			c := p.follow("note:1")
			for c.at < pages {
				if _, err := p.read(); err != nil {
					t.Error(err)
					return
				}
				if rand.IntN(50) == 0 { // out of coverage, and back with what it knows
					p.say(live.Call{Do: live.Leave, Topic: "note:1"})
					p.follow("note:1")
				}
			}
		})
	}
	all.Wait()
}

// Instances commit in one order and may publish in another.
func TestPublishedOutOfOrder(t *testing.T) {
	t.Parallel()
	d := newDiary()
	h, address := open(t, d, Options{})
	p := dial(t, address)
	c := p.follow("note:1")
	p.next()
	var later []func()
	for range 5 {
		from, to, epoch, events := d.write("note:1", 2)
		later = append(later, func() { h.Publish("note:1", from, to, epoch, events) })
	}
	for i := range later {
		later[len(later)-1-i]()
	}
	p.until(c, 10)
	if c.gaps > 0 || c.wholes != 1 {
		t.Errorf("%+v", c)
	}
}

// What is never published arrives all the same: when the next thing is, or
// when the hub looks.
func TestLostIsHealed(t *testing.T) {
	t.Parallel()
	d := newDiary()
	h, address := open(t, d, Options{})
	p := dial(t, address)
	c := p.follow("note:1")
	p.next()
	d.write("note:1", 1)
	d.tell("note:1", 1)
	p.until(c, 2)
	d.write("note:1", 1)
	h.heal(t.Context())
	p.until(c, 3)
	if c.wholes != 1 {
		t.Errorf("%+v", c)
	}
	d.reach = 2
	d.write("note:1", 10) // too much to catch up
	h.heal(t.Context())
	p.until(c, 13)
	if c.wholes != 2 {
		t.Errorf("%+v", c)
	}
}

// A restored backup is another life of the topic: all get all of it anew.
func TestNewEpoch(t *testing.T) {
	t.Parallel()
	d := newDiary()
	_, address := open(t, d, Options{})
	d.write("note:1", 5)
	p := dial(t, address)
	c := p.follow("note:1")
	p.until(c, 5)
	d.burn("note:1", "b", 2)
	d.tell("note:1", 1)
	p.until(c, 3)
	d.tell("note:1", 1)
	p.until(c, 4)
}

// A topic without versions: each event is complete in itself.
func TestWithoutVersions(t *testing.T) {
	t.Parallel()
	d := newDiary()
	now := time.Now()
	h, address := open(t, d, Options{Now: func() time.Time { return now }})
	d.gate = func() { d.tell("sign:1", 1) }
	p := dial(t, address)
	c := p.follow("sign:1")
	p.until(c, 1)
	d.tell("sign:1", 1)
	p.until(c, 2)
	late := dial(t, address)
	cl := late.follow("sign:1")
	late.until(cl, 2)
	h.heal(t.Context()) // now it knows what the source counts
	d.write("sign:1", 1)
	now = now.Add(time.Minute)
	h.heal(t.Context())
	p.until(c, 3)
	late.until(cl, 3)
}

// A database that is away for a moment is told to those who ask, and to
// nobody who follows already.
func TestBrokenSource(t *testing.T) {
	t.Parallel()
	d := newDiary()
	h, address := open(t, d, Options{})
	d.write("note:1", 1)
	p := dial(t, address)
	c := p.follow("note:1")
	p.until(c, 1)
	d.mu.Lock()
	d.broken = true
	d.mu.Unlock()
	c2 := p.follow("note:2")
	p.next()
	if c2.fault != "broken" {
		t.Errorf("%+v", c2)
	}
	d.mu.Lock()
	d.broken = false
	d.mu.Unlock()
	d.write("note:2", 4)
	p.follow("note:2")
	p.until(c2, 4)
	d.write("note:1", 1)
	h.heal(t.Context())
	p.until(c, 2)
}

// Where sockets are blocked, asking again and again gives the same.
func TestPoll(t *testing.T) {
	t.Parallel()
	d := newDiary()
	h, _ := open(t, d, Options{})
	ctx := t.Context()
	var tracker live.Tracker
	at := 0
	ask := func(topic string) live.Frame {
		version, epoch := tracker.Known()
		f, err := h.Follow(ctx, live.Since{Topic: topic, Version: version, Epoch: epoch})
		if err != nil {
			t.Fatal(err)
		}
		switch verdict, skip := tracker.Take(&f); verdict {
		case live.Whole:
			at = number(t, f.Snapshot)
		case live.Next:
			for _, e := range f.Events[skip:] {
				at = number(t, e)
			}
		default:
			t.Fatalf("%v for %+v", verdict, f)
		}
		return f
	}
	d.write("note:1", 3)
	ask("note:1")
	for i := range 20 {
		d.tell("note:1", 1+i*30)
		if ask("note:1"); at != len(d.pages["note:1"]) {
			t.Fatalf("at %d of %d", at, len(d.pages["note:1"]))
		}
		ask("note:1") // nothing new
	}
	tracker.Lose()
	d.write("sign:1", 2)
	ask("sign:1")
	d.tell("sign:1", 1)
	if ask("sign:1"); at != 3 {
		t.Errorf("at %d", at)
	}
	if _, err := h.Follow(ctx, live.Since{Topic: "gone:1"}); err == nil {
		t.Error("a topic that is not there was followed")
	}
	if _, err := h.Follow(ctx, live.Since{Topic: "nobody:1"}); err == nil {
		t.Error("a topic of no domain was followed")
	}
}

// When the hub closes, all are told to come back, and nobody is let in.
func TestClose(t *testing.T) {
	t.Parallel()
	d := newDiary()
	h, address := open(t, d, Options{})
	var phones []*phone
	for i := range 60 {
		p := dial(t, address)
		p.follow(fmt.Sprintf("note:%d", i%3))
		p.next()
		phones = append(phones, p)
	}
	closed := make(chan error, 1)
	go func() { closed <- h.Close(context.Background()) }()
	for _, p := range phones {
		if end := p.end(); end != live.Leaving || end.Return() != live.Now {
			t.Errorf("ended with %d", end)
		}
	}
	if err := <-closed; err != nil {
		t.Error(err)
	}
	if h.Close(context.Background()) == nil {
		t.Error("closed twice")
	}
}
