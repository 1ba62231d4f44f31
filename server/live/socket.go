package live

import (
	"context"
	"encoding/json"
	"net/netip"
	"slices"
	"sync/atomic"
	"time"

	"github.com/coder/websocket"

	"rumah/shared/fault"
	"rumah/shared/live"
)

// callsPerMinute is far above what walking through the app needs.
const callsPerMinute = 300

// socket is one tab of one phone.
type socket struct {
	hub    *Hub
	wire   *wire
	conn   *websocket.Conn
	ip     netip.Addr
	until  int64        // when it is old, in seconds
	busy   atomic.Int64 // when it last asked for something, in seconds
	topics atomic.Int32 // how many it follows
	shard  *shard

	round, at int // of the hub's lock: where it stands in its rounds

	member []membership // of the shard's goroutine
	left   bool         // likewise

	follows []*topic // of the goroutine that reads
	minute  int64
	calls   int
}

// read does what the phone asks for until the socket ends.
func (k *socket) read() {
	defer k.gone()
	for {
		kind, text, err := k.conn.Read(context.Background())
		if err != nil {
			// When it was no frame of RFC 6455, the library has mostly said
			// so; then nothing follows that.
			k.end(live.Malformed)
			return
		}
		var call live.Call
		if kind != websocket.MessageText || json.Unmarshal(text, &call) != nil {
			k.end(live.Malformed)
			return
		}
		if end := k.do(call); end != 0 {
			k.end(end)
			return
		}
	}
}

// end says why, and waits for the other side to have read it: a connection
// closed at once may take its last words with it.
func (k *socket) end(why live.End) {
	k.wire.finish(packEnd(why))
	k.await()
}

// await reads to the end, within the patience that finish has set.
func (k *socket) await() {
	var rest [256]byte
	for {
		if _, err := k.wire.Conn.Read(rest[:]); err != nil {
			return
		}
	}
}

// do is one call; it returns why the socket must end, or 0.
func (k *socket) do(call live.Call) live.End {
	now := k.hub.Now().Unix()
	k.busy.Store(now)
	if minute := now / 60; minute != k.minute {
		k.minute, k.calls = minute, 0
	}
	if k.calls++; k.calls > callsPerMinute {
		return live.Greedy
	}
	switch call.Do {
	case live.Follow:
		return k.follow(call)
	case live.Leave:
		k.leave(call.Topic)
	case live.Ping:
		k.wire.send(pong)
	default:
		return live.Malformed
	}
	return 0
}

func (k *socket) follow(call live.Call) live.End {
	if call.Topic == "" || len(call.Topic) > live.MaxTopic {
		k.wire.send(packFault("", fault.New(fault.Unknown, "unknown")))
		return 0
	}
	i := slices.IndexFunc(k.follows, func(t *topic) bool { return t.name == call.Topic })
	if i < 0 {
		if len(k.follows) == live.MaxTopics {
			return live.Greedy
		}
		i = len(k.follows)
		k.follows = append(k.follows, k.hub.hold(call.Topic))
		k.topics.Store(int32(len(k.follows)))
	}
	k.follows[i].follow(k, position{call.Version, call.Epoch})
	return 0
}

func (k *socket) leave(name string) {
	for i, t := range k.follows {
		if t.name == name {
			t.lose(k)
			k.hub.release(t)
			k.follows = slices.Delete(k.follows, i, i+1)
			k.topics.Store(int32(len(k.follows)))
			return
		}
	}
}

// gone is the end of a socket, whoever wished it.
func (k *socket) gone() {
	_ = k.conn.CloseNow()
	_ = k.wire.Conn.Close()
	for _, t := range k.follows {
		t.drop(k)
		k.hub.release(t)
	}
	k.shard.put(job{do: gone, socket: k})
	k.hub.exit(k)
}

// lose ends a membership, also one that is still being waited for.
func (t *topic) lose(k *socket) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.unwait(k)
	k.shard.put(job{do: leave, topic: t, socket: k})
}

func (t *topic) drop(k *socket) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.unwait(k)
}

func (t *topic) unwait(k *socket) {
	t.waiting = slices.DeleteFunc(t.waiting, func(w waiter) bool { return w.socket == k })
}

// until is when a socket is old; they differ, so that those of one minute do
// not all come back in one minute.
func until(now time.Time, life time.Duration, spread float64) int64 {
	return now.Add(life - time.Duration(spread*float64(life)/4)).Unix()
}
