package flow

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http/httptest"
	"runtime"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	server "rumah/server/live"
	"rumah/shared/fault"
	"rumah/shared/live"
)

// counter is a domain with one topic, "count:1", that counts.
type counter struct {
	mu  sync.Mutex
	n   int64
	hub *server.Hub
}

func (c *counter) Snapshot(_ context.Context, topic string) (json.RawMessage, int64, string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if topic != "count:1" {
		return nil, 0, "", fault.New(fault.Unknown, "unknown")
	}
	return json.RawMessage(strconv.FormatInt(c.n, 10)), c.n, "e", nil
}

func (c *counter) Since(_ context.Context, _ string, version int64, epoch string) (events []json.RawMessage, to int64, ok bool, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for n := version + 1; n <= c.n; n++ {
		events = append(events, json.RawMessage(strconv.FormatInt(n, 10)))
	}
	return events, c.n, epoch == "e", nil
}

func (c *counter) count() {
	c.mu.Lock()
	c.n++
	n := c.n
	c.mu.Unlock()
	c.hub.Publish("count:1", n-1, n, "e", []json.RawMessage{json.RawMessage(strconv.FormatInt(n, 10))})
}

// network is what lies between a line and the hub.
type network struct {
	address string
	mu      sync.Mutex
	blocked bool
	dials   int
	cut     []func(code int) // ends each socket, with what the phone is told
}

type dialled struct{ conn chan *websocket.Conn }

func (d dialled) Send(text string) {
	conn := <-d.conn
	d.conn <- conn
	_ = conn.Write(context.Background(), websocket.MessageText, []byte(text))
}

func (d dialled) Close() {
	go func() {
		conn := <-d.conn
		d.conn <- conn
		_ = conn.CloseNow()
	}()
}

func (n *network) dial(on browser.SocketEvents) wire {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.dials++
	d := dialled{make(chan *websocket.Conn, 1)}
	if n.blocked {
		go on.Ended(1006)
		return d
	}
	var once sync.Once
	end := func(code int) { once.Do(func() { on.Ended(code) }) }
	n.cut = append(n.cut, end)
	go func() {
		conn, _, err := websocket.Dial(context.Background(), n.address, nil)
		if err != nil {
			end(1006)
			return
		}
		d.conn <- conn
		on.Opened()
		for {
			_, text, err := conn.Read(context.Background())
			if err != nil {
				end(int(websocket.CloseStatus(err)))
				return
			}
			on.Said(string(text))
		}
	}()
	return d
}

// end ends the newest socket.
func (n *network) end(code int, block bool) {
	n.mu.Lock()
	n.blocked = block
	cut := n.cut[len(n.cut)-1]
	n.mu.Unlock()
	cut(code)
}

// screen shows a counter.
type screen struct {
	at     int
	wholes int
	wrong  bool // it cannot keep its copy
	links  []Link
	shown  chan struct{}
	mu     sync.Mutex
}

func (s *screen) Snapshot(_ goapp.Context, all json.RawMessage) error {
	s.wholes++
	return json.Unmarshal(all, &s.at)
}

func (s *screen) Events(_ goapp.Context, events []json.RawMessage) error {
	for _, e := range events {
		n, err := strconv.Atoi(string(e))
		if err != nil || n != s.at+1 || s.wrong {
			s.wrong = false
			return errors.New("not the next one")
		}
		s.at = n
	}
	return nil
}

func (s *screen) Linked(_ goapp.Context, link Link) { s.links = append(s.links, link) }

func (s *screen) link() Link {
	if len(s.links) == 0 {
		return Link{}
	}
	return s.links[len(s.links)-1]
}

// until waits for what a screen shows to be so.
func (s *screen) until(t *testing.T, what string, yes func() bool) {
	t.Helper()
	patience := time.After(10 * time.Second)
	for {
		s.mu.Lock()
		ok := yes()
		s.mu.Unlock()
		if ok {
			return
		}
		select {
		case <-s.shown:
		case <-patience:
			t.Fatalf("%s: at %d, %+v", what, s.at, s.link())
		}
	}
}

func (s *screen) shows(t *testing.T, at int, state LinkState) {
	t.Helper()
	s.until(t, "shows "+strconv.Itoa(at), func() bool { return s.at == at && s.link().State == state })
}

// follow is Follow for a screen that go-app did not mount.
func follow(l *line, topic string) (*screen, func()) {
	s := &screen{shown: make(chan struct{}, 1)}
	f := &follower{topic: topic, sink: s, dispatch: func(do func(goapp.Context)) {
		s.mu.Lock()
		do(goapp.Context{})
		s.mu.Unlock()
		select {
		case s.shown <- struct{}{}:
		default:
		}
	}}
	l.post(func() { l.add(f) })
	return s, func() { l.post(func() { l.remove(f) }) }
}

func house(t *testing.T) (*counter, *network, *line) {
	t.Helper()
	c := &counter{}
	hub, err := server.New(server.Options{Log: slog.New(slog.DiscardHandler), Leave: time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	hub.Register("count", c)
	c.hub = hub
	web := httptest.NewServer(hub)
	n := &network{address: web.URL}
	l := newLine(hub, n.dial)
	l.pace = pace{first: time.Millisecond, most: 20 * time.Millisecond, open: 5 * time.Second, answer: 5 * time.Second,
		silence: time.Minute, poll: 10 * time.Millisecond, linger: time.Millisecond}
	go l.run()
	t.Cleanup(func() {
		l.post(func() { l.topics = nil; l.drop() })
		_ = hub.Close(context.Background())
		web.Close()
	})
	return c, n, l
}

func TestScreensShareOneSocket(t *testing.T) {
	t.Parallel()
	c, n, l := house(t)
	c.count()
	a, leave := follow(l, "count:1")
	a.shows(t, 1, Live)
	b, _ := follow(l, "count:1")
	b.shows(t, 1, Live)
	c.count()
	a.shows(t, 2, Live)
	b.shows(t, 2, Live)
	leave()
	c.count()
	b.shows(t, 3, Live)
	if n.dials != 1 || a.at != 2 {
		t.Errorf("%d sockets, the one who left shows %d", n.dials, a.at)
	}
	none, _ := follow(l, "count:2")
	none.until(t, "refused", func() bool { return none.link().State == Refused && none.link().Fault.Key == "unknown" })
}

// A socket that nobody needs goes, and comes back when somebody does.
func TestSocketRests(t *testing.T) {
	t.Parallel()
	c, n, l := house(t)
	a, leave := follow(l, "count:1")
	a.shows(t, 0, Live)
	leave()
	for c.hub.Sockets() > 0 {
		runtime.Gosched()
	}
	b, _ := follow(l, "count:1")
	b.shows(t, 0, Live)
	if n.dials != 2 {
		t.Errorf("%d sockets", n.dials)
	}
}

// What happened while there was no socket arrives when there is one again,
// as events.
func TestComesBack(t *testing.T) {
	t.Parallel()
	c, n, l := house(t)
	s, _ := follow(l, "count:1")
	s.shows(t, 0, Live)
	for i, code := range []live.End{1006, live.Slow, live.Old, live.Leaving, live.Idle} {
		n.end(int(code), false)
		c.count()
		s.shows(t, i+1, Live)
	}
	if s.wholes != 1 || n.dials != 6 {
		t.Errorf("%d times all of it, %d sockets", s.wholes, n.dials)
	}
	for _, link := range s.links {
		if link.State == Connecting && link.Of.IsZero() != (link == s.links[0]) {
			t.Errorf("%+v", link)
		}
	}
}

// Where sockets are blocked the screen still moves, and says how.
func TestPollsWhereBlocked(t *testing.T) {
	t.Parallel()
	c, n, l := house(t)
	s, _ := follow(l, "count:1")
	s.shows(t, 0, Live)
	n.end(1006, true)
	for i := range 3 {
		c.count()
		s.shows(t, i+1, Polling)
	}
	late, _ := follow(l, "count:1")
	late.shows(t, 3, Polling)
	n.mu.Lock()
	n.blocked = false
	n.mu.Unlock()
	s.shows(t, 3, Live)
	late.shows(t, 3, Live)
	c.count()
	late.shows(t, 4, Live)
}

// A server that wants this program never to come back is asked no more for a
// socket; one that is crowded is asked later.
func TestSentAway(t *testing.T) {
	t.Parallel()
	c, n, l := house(t)
	s, _ := follow(l, "count:1")
	s.shows(t, 0, Live)
	n.end(int(live.Crowded), false)
	c.count()
	s.shows(t, 1, Live)
	n.end(int(live.Malformed), false)
	dials := n.dials
	for i := range 5 {
		c.count()
		s.shows(t, 2+i, Polling)
	}
	if n.dials != dials {
		t.Errorf("%d sockets", n.dials)
	}
}

// A screen that cannot keep its copy gets all of it again.
func TestDistrust(t *testing.T) {
	t.Parallel()
	c, _, l := house(t)
	s, _ := follow(l, "count:1")
	s.shows(t, 0, Live)
	s.mu.Lock()
	s.wrong = true
	s.mu.Unlock()
	c.count()
	s.shows(t, 1, Live)
	if s.wholes != 2 {
		t.Errorf("%d times all of it", s.wholes)
	}
}

// A server that is silent is asked whether it is there, and left when it
// does not say so.
func TestSilence(t *testing.T) {
	t.Parallel()
	_, n, l := house(t)
	l.post(func() { l.pace.silence = time.Millisecond })
	s, _ := follow(l, "count:1")
	s.shows(t, 0, Live)
	heard := make(chan time.Time, 1)
	l.post(func() { heard <- l.heard })
	first := <-heard
	for { // pings are answered
		l.post(func() { heard <- l.heard })
		if now := <-heard; now.After(first) {
			break
		}
	}
	n.mu.Lock()
	dials := n.dials
	n.mu.Unlock()
	if dials != 1 {
		t.Errorf("%d sockets", dials)
	}
	l.post(func() { // no answer can be in time
		l.pace.answer = 0
		l.ping()
	})
	for dials == 1 {
		l.post(func() { heard <- l.heard })
		<-heard
		n.mu.Lock()
		dials = n.dials
		n.mu.Unlock()
	}
}
