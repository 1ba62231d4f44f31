package live

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"rumah/server/web"
	"rumah/shared/live"
)

// quiet is a log that nobody reads.
var quiet = slog.New(slog.DiscardHandler)

// open starts a hub over a diary behind the edge of the house, and returns
// the address of its sockets.
func open(t *testing.T, d *diary, o Options) (*Hub, string) {
	t.Helper()
	if o.Log == nil {
		o.Log = quiet
	}
	if o.Leave == 0 {
		o.Leave = time.Millisecond
	}
	if o.Heal == 0 {
		o.Heal = time.Hour // tests heal by hand
	}
	h, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	for _, prefix := range []string{"note", "sign", "gone"} {
		h.Register(prefix, d)
	}
	d.hub = h
	server := httptest.NewUnstartedServer(nil)
	server.Config = web.NewServer(web.ServerConfig{Log: quiet, Write: 200 * time.Millisecond, Read: 200 * time.Millisecond,
		Handler: web.Edge(web.EdgeConfig{Log: quiet, Limits: web.Limits{Off: true}}, h)})
	server.Start()
	t.Cleanup(func() {
		_ = h.Close(t.Context())
		server.Close()
	})
	return h, server.URL + live.Path
}

// phone keeps copies of topics by the rules of the contract.
type phone struct {
	t      testing.TB
	conn   *websocket.Conn
	copies map[string]*copied
}

type copied struct {
	tracker live.Tracker
	at      int // the last page it knows
	gaps    int
	wholes  int
	fault   string
}

func dial(t testing.TB, address string) *phone {
	t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), 10*time.Second)
	defer stop()
	conn, _, err := websocket.Dial(ctx, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	conn.SetReadLimit(1 << 20)
	t.Cleanup(func() { _ = conn.CloseNow() })
	return &phone{t, conn, map[string]*copied{}}
}

func (p *phone) say(call live.Call) {
	p.t.Helper()
	text, err := json.Marshal(call)
	if err != nil {
		p.t.Fatal(err)
	}
	if err := p.conn.Write(context.Background(), websocket.MessageText, text); err != nil {
		p.t.Fatal(err)
	}
}

func (p *phone) follow(topic string) *copied {
	p.t.Helper()
	c := p.copies[topic]
	if c == nil {
		c = &copied{}
		p.copies[topic] = c
	}
	version, epoch := c.tracker.Known()
	p.say(live.Call{Do: live.Follow, Topic: topic, Version: version, Epoch: epoch})
	return c
}

// next takes one frame in.
func (p *phone) next() live.Frame {
	p.t.Helper()
	f, err := p.read()
	if err != nil {
		p.t.Fatal(err)
	}
	return f
}

func (p *phone) read() (f live.Frame, err error) {
	ctx, stop := context.WithTimeout(context.Background(), 10*time.Second)
	defer stop()
	_, text, err := p.conn.Read(ctx)
	if err != nil {
		return f, err
	}
	if err := json.Unmarshal(text, &f); err != nil {
		return f, err
	}
	if c := p.copies[f.Topic]; c != nil {
		p.take(c, &f)
	}
	return f, nil
}

func (p *phone) take(c *copied, f *live.Frame) {
	p.t.Helper()
	verdict, skip := c.tracker.Take(f)
	switch verdict {
	case live.Whole:
		c.wholes++
		c.at = number(p.t, f.Snapshot)
	case live.Next:
		for _, e := range f.Events[skip:] {
			n := number(p.t, e)
			if f.Epoch != "" && n != c.at+1 {
				p.t.Fatalf("%s: %d after %d", f.Topic, n, c.at)
			}
			c.at = n
		}
	case live.Gap:
		c.gaps++
		p.follow(f.Topic)
	case live.Failed:
		c.fault = f.Fault.Key
	}
}

// until reads until a copy is at a page.
func (p *phone) until(c *copied, at int) {
	p.t.Helper()
	for c.at != at {
		p.next()
	}
}

// end reads until the socket ends and says why.
func (p *phone) end() live.End {
	p.t.Helper()
	for {
		if _, err := p.read(); err != nil {
			return live.End(websocket.CloseStatus(err))
		}
	}
}

func number(t testing.TB, text json.RawMessage) int {
	t.Helper()
	n, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// alive makes sure that all the server was told before has been done.
func (p *phone) alive() {
	p.t.Helper()
	p.say(live.Call{Do: live.Ping})
	for p.next().Topic != "" {
	}
}
