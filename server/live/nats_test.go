package live

import (
	"testing"
	"time"

	"github.com/nats-io/nats.go"
)

func openNATS(t *testing.T, o NATSOptions) *NATS {
	t.Helper()
	o.Log = quiet
	n, err := OpenNATS(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(n.Close)
	return n
}

// What happens on one instance is seen on the other, once.
func TestTwoInstances(t *testing.T) {
	t.Parallel()
	inside := openNATS(t, NATSOptions{Listen: "127.0.0.1:0", Token: "rahasia"})
	outside := openNATS(t, NATSOptions{URL: inside.URL(), Token: "rahasia"})
	d := newDiary()
	one, a := open(t, d, Options{Bus: inside})
	two, b := open(t, d, Options{Bus: outside})
	if err := outside.Flush(); err != nil { // it hears from now on
		t.Fatal(err)
	}
	pa, pb := dial(t, a), dial(t, b)
	ca, cb := pa.follow("note:1"), pb.follow("note:1")
	pa.next()
	pb.next()
	for i := range 200 {
		d.publish("note:1", []*Hub{one, two}[i%2], 1)
	}
	pa.until(ca, 200)
	pb.until(cb, 200)
	if ca.gaps+cb.gaps > 0 || ca.wholes != 1 || cb.wholes != 1 {
		t.Errorf("%+v %+v", ca, cb)
	}
	sa, sb := pa.follow("sign:1"), pb.follow("sign:1")
	pa.next()
	pb.next()
	d.publish("sign:1", one, 1)
	pa.until(sa, 1)
	pb.until(sb, 1)
}

// A hub does not hear itself.
func TestOwnWordsAreNotDoubled(t *testing.T) {
	t.Parallel()
	bus := openNATS(t, NATSOptions{})
	d := newDiary()
	_, address := open(t, d, Options{Bus: bus})
	p := dial(t, address)
	c := p.follow("sign:1")
	p.next()
	d.tell("sign:1", 1)
	p.until(c, 1)
	if err := bus.Flush(); err != nil {
		t.Fatal(err)
	}
	d.tell("sign:1", 1)
	if f := p.next(); c.at != 2 {
		t.Errorf("%+v", f)
	}
}

// Without NATS each instance works for itself, and finds out from the
// database what happened on the others.
func TestNATSDown(t *testing.T) {
	t.Parallel()
	inside := openNATS(t, NATSOptions{Listen: "127.0.0.1:0", Token: "rahasia"})
	outside := openNATS(t, NATSOptions{URL: inside.URL(), Token: "rahasia"})
	d := newDiary()
	one, a := open(t, d, Options{Bus: inside})
	two, b := open(t, d, Options{Bus: outside})
	pa, pb := dial(t, a), dial(t, b)
	ca, cb := pa.follow("note:1"), pb.follow("note:1")
	pa.next()
	pb.next()
	inside.Close()
	d.publish("note:1", one, 2)
	pa.until(ca, 2)
	two.heal(t.Context())
	pb.until(cb, 2)
	d.publish("note:1", two, 1)
	pb.until(cb, 3)
	one.heal(t.Context())
	pa.until(ca, 3)
}

// The hub looks by itself, without being asked.
func TestHealsByItself(t *testing.T) {
	t.Parallel()
	d := newDiary()
	_, address := open(t, d, Options{Heal: 5 * time.Millisecond})
	p := dial(t, address)
	c := p.follow("note:1")
	p.next()
	d.write("note:1", 3)
	p.until(c, 3)
}

// After the bus was away, everything is looked at at once.
func TestSuspect(t *testing.T) {
	t.Parallel()
	d := newDiary()
	h, address := open(t, d, Options{})
	p := dial(t, address)
	c, s := p.follow("note:1"), p.follow("sign:1")
	p.until(c, 0)
	for s.wholes == 0 {
		p.next()
	}
	d.write("note:1", 3)
	d.write("sign:1", 2)
	h.suspect()
	p.until(c, 3)
	p.until(s, 2)
}

// A NATS that cannot be reached does not keep the house from opening.
func TestNATSNotThere(t *testing.T) {
	t.Parallel()
	bus := openNATS(t, NATSOptions{URL: "nats://127.0.0.1:1"})
	d := newDiary()
	_, address := open(t, d, Options{Bus: bus})
	p := dial(t, address)
	c := p.follow("note:1")
	p.next()
	d.tell("note:1", 1)
	p.until(c, 1)
	for _, bad := range []NATSOptions{{Listen: "nowhere", Token: "rahasia"}, {Listen: "127.0.0.1:0"}, {Listen: "127.0.0.1:x", Token: "rahasia"}} {
		if _, err := OpenNATS(bad); err == nil {
			t.Errorf("%+v was opened", bad)
		}
	}
}

// Whoever cannot show the token hears nothing and tells phones nothing.
func TestStrangerOnTheBus(t *testing.T) {
	t.Parallel()
	inside := openNATS(t, NATSOptions{Listen: "127.0.0.1:0", Token: "rahasia"})
	if conn, err := nats.Connect(inside.URL(), nats.Token("tebakan")); err == nil {
		conn.Close()
		t.Error("a stranger was let in")
	}
}
