package live

import (
	"bufio"
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/coder/websocket"

	"rumah/shared/live"
)

// What is not of the protocol ends the socket, with a code that tells the
// phone not to come back and do it again.
func TestBadFrames(t *testing.T) {
	t.Parallel()
	d := newDiary()
	_, address := open(t, d, Options{})
	text := func(s string) func(*phone) {
		return func(p *phone) {
			_ = p.conn.Write(context.Background(), websocket.MessageText, []byte(s))
		}
	}
	for name, c := range map[string]struct {
		send func(*phone)
		want live.End
	}{
		"no JSON":      {text("halo"), live.Malformed},
		"another type": {text(`{"do":7}`), live.Malformed},
		"a list":       {text(`[]`), live.Malformed},
		"no verb":      {text(`{}`), live.Malformed},
		"unknown verb": {text(`{"do":"publish","t":"note:1"}`), live.Malformed},
		"too large":    {text(`{"do":"follow","t":"` + strings.Repeat("x", live.MaxCall) + `"}`), 1009},
		"endless":      {text(strings.Repeat(" ", 1<<20)), 1009},
		"binary": {func(p *phone) {
			_ = p.conn.Write(context.Background(), websocket.MessageBinary, []byte(`{"do":"ping"}`))
		}, live.Malformed},
		"many topics":   {func(p *phone) { follows(p, live.MaxTopics+1) }, live.Greedy},
		"many calls":    {func(p *phone) { pings(p, 2*callsPerMinute+1) }, live.Greedy},
		"half a letter": {text("{\"do\":\"\xff\"}"), live.Malformed},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := dial(t, address)
			go c.send(p)
			if end := p.end(); end != c.want || end.Return() != live.Never {
				t.Errorf("ended with %d", end)
			}
		})
	}
}

func follows(p *phone, n int) {
	for i := range n {
		_ = p.conn.Write(context.Background(), websocket.MessageText, fmt.Appendf(nil, `{"do":"follow","t":"note:%d"}`, i))
	}
}

func pings(p *phone, n int) {
	for range n {
		_ = p.conn.Write(context.Background(), websocket.MessageText, []byte(`{"do":"ping"}`))
	}
}

// Frames that are not of RFC 6455 at all.
func TestBrokenFrames(t *testing.T) {
	t.Parallel()
	d := newDiary()
	_, address := open(t, d, Options{})
	for name, frame := range map[string][]byte{
		"not masked":       {0x81, 2, '{', '}'},
		"unknown opcode":   {0x83, 0x80, 0, 0, 0, 0},
		"reserved bits":    {0xf1, 0x80, 0, 0, 0, 0},
		"a ping too large": append([]byte{0x89, 0xfe, 1, 0, 0, 0, 0, 0}, make([]byte, 256)...),
		"a rest first":     {0x80, 0x80, 0, 0, 0, 0},
		"absurd length":    {0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			conn, r := raw(t, address)
			if _, err := conn.Write(frame); err != nil {
				t.Fatal(err)
			}
			header := make([]byte, 2)
			if _, err := io.ReadFull(r, header); err != nil || header[0] != endFrame {
				t.Errorf("% x %v", header, err)
			}
		})
	}
}

// raw is a socket of which only the handshake is done.
func raw(t *testing.T, address string) (net.Conn, *bufio.Reader) {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	conn, err := net.Dial("tcp", u.Host)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	_ = conn.SetDeadline(time.Now().Add(20 * time.Second))
	fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n", u.Path, u.Host)
	r := bufio.NewReader(conn)
	answer, err := http.ReadResponse(r, nil)
	if err != nil || answer.StatusCode != http.StatusSwitchingProtocols {
		t.Fatalf("%v %v", answer, err)
	}
	return conn, r
}

// masked is a text frame of a client, with a mask that changes nothing.
func masked(text string) []byte {
	return append([]byte{textFrame, 0x80 | byte(len(text)), 0, 0, 0, 0}, text...)
}

// A topic that is not there ends nothing: the other topics of the tab go on.
func TestUnknownTopic(t *testing.T) {
	t.Parallel()
	d := newDiary()
	_, address := open(t, d, Options{})
	p := dial(t, address)
	for _, topic := range []string{"gone:1", "nobody:1", "no prefix", "note"} {
		c := p.follow(topic)
		if f := p.next(); topic != "note" && (f.Topic != topic || c.fault != "unknown") {
			t.Errorf("%s: %+v", topic, f)
		}
		p.say(live.Call{Do: live.Leave, Topic: topic})
	}
	for _, topic := range []string{"", strings.Repeat("x", live.MaxTopic+1)} {
		p.say(live.Call{Do: live.Follow, Topic: topic})
		if f := p.next(); f.Fault == nil || f.Fault.Key != "unknown" {
			t.Errorf("%q: %+v", topic, f)
		}
	}
	d.write("note:1", 2)
	p.until(p.follow("note:1"), 2)
}

// A socket that does not read is ended, costs nobody else anything, and is
// told to come back once it does read.
func TestNeverReads(t *testing.T) {
	t.Parallel()
	d := newDiary()
	h, address := open(t, d, Options{})
	lazy, answers := raw(t, address)
	if _, err := lazy.Write(masked(`{"do":"follow","t":"note:1"}`)); err != nil {
		t.Fatal(err)
	}
	p := dial(t, address)
	c := p.follow("note:1")
	p.next()
	for !anyEnded(h) {
		d.tell("note:1", 500)
		p.until(c, len(d.pages["note:1"]))
	}
	p.alive()
	if end := ended(t, answers); end != live.Slow {
		t.Errorf("ended with %d", end)
	}
	_ = lazy.Close()
	p.alive()
}

func anyEnded(h *Hub) bool {
	for i := range beats {
		for _, k := range h.round(i) {
			k.wire.mu.Lock()
			ended := k.wire.ended
			k.wire.mu.Unlock()
			if ended {
				return true
			}
		}
	}
	return false
}

func TestSlowSocketIsTold(t *testing.T) {
	t.Parallel()
	ours, theirs := net.Pipe() // without a descriptor, and without a buffer
	w := newWire(ours, nil, time.Now)
	big := pack(make([]byte, 1000))
	for range behindPackets + 10 {
		w.send(big)
	}
	r := bufio.NewReader(theirs)
	for n := 0; ; n++ {
		header, err := r.Peek(4)
		if err != nil {
			t.Fatal(err)
		}
		if header[0] == endFrame {
			if end := live.End(header[2])<<8 | live.End(header[3]); end != live.Slow || end.Return() != live.Now || n > 3 {
				t.Errorf("ended with %d after %d frames", end, n)
			}
			return
		}
		if _, err := r.Discard(len(big)); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOrigin(t *testing.T) {
	t.Parallel()
	base, err := url.Parse("https://layanan.example.go.id")
	if err != nil {
		t.Fatal(err)
	}
	d := newDiary()
	_, fixed := open(t, d, Options{Base: base})
	_, any := open(t, d, Options{})
	own := strings.TrimSuffix(any, live.Path)
	for _, c := range []struct {
		address, origin string
		ok              bool
	}{
		{fixed, "https://layanan.example.go.id", true}, {fixed, "", true}, {any, own, true},
		{fixed, "http://layanan.example.go.id", false}, {fixed, "https://jahat.example", false},
		{fixed, "https://layanan.example.go.id.jahat.example", false}, {fixed, own, false},
		{any, "http://jahat.example", false}, {any, "null", false},
	} {
		header := http.Header{}
		if c.origin != "" {
			header.Set("Origin", c.origin)
		}
		conn, answer, err := websocket.Dial(t.Context(), c.address, &websocket.DialOptions{HTTPHeader: header})
		if (err == nil) != c.ok || !c.ok && (answer == nil || answer.StatusCode != http.StatusForbidden) {
			t.Errorf("%s at %s: %v", c.origin, c.address, err)
		}
		if conn != nil {
			_ = conn.CloseNow()
		}
	}
}

// Others of the address are let in again when somebody has left.
func TestCrowded(t *testing.T) {
	t.Parallel()
	d := newDiary()
	h, address := open(t, d, Options{PerIP: 2, IP: func(context.Context) netip.Addr { return netip.MustParseAddr("192.0.2.7") }})
	a := dial(t, address)
	a.alive()
	b := dial(t, address)
	b.alive()
	if end := dial(t, address).end(); end != live.Crowded || end.Return() != live.Later {
		t.Errorf("ended with %d", end)
	}
	_ = a.conn.Close(websocket.StatusNormalClosure, "")
	for {
		p := dial(t, address)
		p.say(live.Call{Do: live.Ping})
		if _, err := p.read(); err == nil {
			break
		}
	}
	b.alive()
	if n := h.Sockets(); n > 2 {
		t.Errorf("%d sockets", n)
	}
}

// Plain requests to the socket's address are answered as such.
func TestNoUpgrade(t *testing.T) {
	t.Parallel()
	d := newDiary()
	h, address := open(t, d, Options{Most: 1})
	answer, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusUpgradeRequired {
		t.Error(answer.Status)
	}
	dial(t, address).alive()
	if answer, err = http.Get(address); err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusServiceUnavailable || h.Sockets() != 1 {
		t.Error(answer.Status)
	}
}

// A socket outlives the patience of the server with requests, follows
// nothing only for a while, and answers or ends.
func TestLife(t *testing.T) {
	t.Parallel()
	d := newDiary()
	var clock atomic.Int64
	start := time.Now()
	now := func() time.Time { return start.Add(time.Duration(clock.Load())) }
	h, address := open(t, d, Options{Now: now, Life: 3 * time.Hour})
	all := func() {
		for i := range beats {
			h.look(i)
		}
	}
	busy, silent := dial(t, address), dial(t, address)
	c := busy.follow("note:1")
	busy.next()
	silent.alive()
	for began := time.Now(); time.Since(began) < 400*time.Millisecond; { // twice what a request may take
		d.tell("note:1", 1)
		busy.until(c, len(d.pages["note:1"]))
	}
	idle, answers := raw(t, address)
	for range 2 { // it is there, and wants nothing
		clock.Add(int64(idleTime/2 - time.Second))
		busy.alive()
		pinged(t, idle, answers)
	}
	all()
	if end := silent.end(); end != live.Idle && end != -1 {
		t.Errorf("silent ended with %d", end)
	}
	clock.Add(int64(2 * time.Second))
	busy.alive()
	all()
	if end := ended(t, answers); end != live.Idle {
		t.Errorf("idle ended with %d", end)
	}
	clock.Add(int64(3 * time.Hour))
	busy.alive() // it was heard a moment ago, so it is not silence that ends it
	all()
	if end := busy.end(); end != live.Old {
		t.Errorf("old ended with %d", end)
	}
	h.forget()
	h.mu.Lock()
	topics := len(h.topics)
	h.mu.Unlock()
	if topics > 1 {
		t.Errorf("%d topics are remembered", topics)
	}
}

// pinged is heard by the server, without having asked for anything.
func pinged(t *testing.T, conn net.Conn, answers *bufio.Reader) {
	t.Helper()
	if _, err := conn.Write([]byte{pingFrame, 0x80, 0, 0, 0, 0}); err != nil {
		t.Fatal(err)
	}
	var frame [2]byte
	if _, err := io.ReadFull(answers, frame[:]); err != nil || frame != [2]byte{0x8a, 0} {
		t.Fatalf("% x %v", frame, err)
	}
}

// ended reads frames until the one that says why the socket ends.
func ended(t *testing.T, answers *bufio.Reader) live.End {
	t.Helper()
	for {
		kind, body := frame(t, answers)
		if kind == endFrame {
			return live.End(binary.BigEndian.Uint16(body))
		}
	}
}

func frame(t *testing.T, answers *bufio.Reader) (kind byte, body []byte) {
	t.Helper()
	read := func(n uint64) []byte {
		b := make([]byte, n)
		if _, err := io.ReadFull(answers, b); err != nil {
			t.Fatal(err)
		}
		return b
	}
	header := read(2)
	length := uint64(header[1])
	switch length {
	case 126:
		length = uint64(binary.BigEndian.Uint16(read(2)))
	case 127:
		length = binary.BigEndian.Uint64(read(8))
	}
	return header[0], read(length)
}

// Whatever a phone says, the hub neither breaks nor forgets its limits.
func FuzzCall(f *testing.F) {
	for _, seed := range []string{`{"do":"follow","t":"note:1"}`, `{"do":"follow","t":"note:1","v":-1,"e":"a"}`, `{"do":"leave","t":"note:1"}`, `{"do":"ping"}`,
		`{"do":"follow","t":"note:1","v":9223372036854775807,"e":"a"}`, `{"do":"follow","t":"sign:\u0000"}`, `{}`} {
		f.Add([]byte(seed))
	}
	d := newDiary()
	d.write("note:1", 3)
	h, err := New(Options{Log: quiet, Heal: time.Hour, Leave: time.Millisecond})
	if err != nil {
		f.Fatal(err)
	}
	for _, prefix := range []string{"note", "sign"} {
		h.Register(prefix, d)
	}
	f.Cleanup(func() { _ = h.Close(context.Background()) })
	f.Fuzz(func(t *testing.T, text []byte) {
		ours, theirs := net.Pipe()
		defer theirs.Close()
		go func() { _, _ = io.Copy(io.Discard, theirs) }()
		k := &socket{hub: h, wire: newWire(ours, nil, time.Now), shard: h.shards[0]}
		var call live.Call
		if json.Unmarshal(text, &call) != nil {
			return
		}
		for range 2 {
			k.do(call)
		}
		if len(k.follows) > 1 {
			t.Errorf("follows %d topics after %q", len(k.follows), text)
		}
		k.leave(call.Topic)
		if len(k.follows) > 0 {
			t.Errorf("still follows after %q", text)
		}
		_ = ours.Close()
	})
}
