package live

import (
	"bytes"
	"net"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"rumah/shared/live"
)

const (
	// behindBytes and behindPackets are how far a socket may fall behind
	// beyond what the kernel holds for it.
	behindBytes   = 256 << 10
	behindPackets = 256
	// kernelBytes is what the kernel holds for it; left alone that grows to
	// megabytes for whoever does not read.
	kernelBytes = 64 << 10
	// writePatience is how long the other side may take nothing at all.
	writePatience = 15 * time.Second
	// endPatience is how long it may take to say goodbye.
	endPatience = 5 * time.Second
)

// wire is the connection below a socket. Frames from all sides meet here, so
// here they are kept whole and in order.
type wire struct {
	net.Conn
	raw   syscall.RawConn // nil for a connection without a descriptor
	now   func() time.Time
	early []byte // came with the handshake
	heard atomic.Int64

	mu      sync.Mutex
	rest    []packet // what the kernel has not taken
	size    int      // bytes in rest and on their way
	writing bool     // a goroutine writes rest
	ended   bool     // a frame that ends it was sent; nothing may follow
}

func newWire(conn net.Conn, early []byte, now func() time.Time) *wire {
	w := &wire{Conn: conn, early: early, now: now}
	if c, ok := conn.(syscall.Conn); ok {
		w.raw, _ = c.SyscallConn() // without one, a goroutine writes
	}
	if c, ok := conn.(*net.TCPConn); ok {
		_ = c.SetWriteBuffer(kernelBytes) // a connection that is gone shows in reading
	}
	w.heard.Store(now().Unix())
	return w
}

// Read notes that the other side is there.
func (w *wire) Read(p []byte) (int, error) {
	if len(w.early) > 0 {
		n := copy(p, w.early)
		w.early = w.early[n:]
		return n, nil
	}
	n, err := w.Conn.Read(p)
	if n > 0 {
		w.heard.Store(w.now().Unix())
	}
	return n, err
}

// Write takes the control frames that reading makes necessary. Each comes in
// one piece, since the buffer before it is larger.
func (w *wire) Write(p []byte) (int, error) {
	if len(p) > 0 && p[0] == endFrame {
		w.finish(bytes.Clone(p))
	} else {
		w.send(bytes.Clone(p))
	}
	return len(p), nil
}

// send hands packets to the kernel and never waits. A socket that falls too
// far behind is ended.
func (w *wire) send(packets ...packet) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, p := range packets {
		if w.ended {
			return
		}
		w.put(p)
	}
}

func (w *wire) put(p packet) {
	if !w.writing {
		n, err := attempt(w.raw, p)
		if err != nil {
			w.ended = true
			_ = w.Conn.Close()
			return
		}
		if p = p[n:]; len(p) == 0 {
			return
		}
	}
	if w.size+len(p) > behindBytes || len(w.rest) >= behindPackets {
		w.end(packEnd(live.Slow))
		return
	}
	w.queue(p)
}

func (w *wire) queue(p packet) {
	w.rest = append(w.rest, p)
	w.size += len(p)
	if !w.writing {
		w.writing = true
		go w.flush()
	}
}

// finish sends a frame that ends the socket, and nothing after it.
func (w *wire) finish(end packet) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.ended {
		w.end(end)
	}
}

// end waits a little for the other side to say goodbye; the goroutine that
// reads closes the connection then. What waits to be written is dropped, but
// for the first, which may be the rest of a frame that has begun.
func (w *wire) end(p packet) {
	w.ended = true
	_ = w.Conn.SetReadDeadline(time.Now().Add(endPatience))
	if w.writing {
		w.rest, w.size = append(w.rest[:min(1, len(w.rest))], p), w.size+len(p)
		return
	}
	if n, err := attempt(w.raw, p); err == nil && n < len(p) {
		w.queue(p[n:])
	}
}

// flush writes until nothing is left, then ends itself.
func (w *wire) flush() {
	for {
		w.mu.Lock()
		batch := w.rest
		w.rest, w.size = nil, size(batch)
		if len(batch) == 0 {
			w.writing = false
			_ = w.Conn.SetWriteDeadline(time.Time{})
			w.mu.Unlock()
			return
		}
		w.mu.Unlock()
		for _, p := range batch {
			_ = w.Conn.SetWriteDeadline(time.Now().Add(writePatience))
			if _, err := w.Conn.Write(p); err != nil {
				w.lost()
				return
			}
		}
	}
}

func (w *wire) lost() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.ended, w.rest = true, nil
	_ = w.Conn.Close()
}

func size(packets []packet) int {
	n := 0
	for _, p := range packets {
		n += len(p)
	}
	return n
}
