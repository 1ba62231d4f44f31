package live

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/netip"
	"strings"

	"github.com/coder/websocket"

	"rumah/shared/live"
)

// ServeHTTP opens a socket and returns: the goroutine of the request, its
// stack and its buffers go, and a small one takes over.
func (h *Hub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	if !h.ours(r) {
		refuse(w, http.StatusForbidden, `{"code":"denied","key":"cross_origin"}`)
		return
	}
	if h.full() {
		w.Header().Set("Retry-After", "10")
		refuse(w, http.StatusServiceUnavailable, `{"code":"busy","key":"busy"}`)
		return
	}
	over := &handover{ResponseWriter: w, hub: h}
	conn, err := websocket.Accept(over, r, &websocket.AcceptOptions{InsecureSkipVerify: true}) // h.ours is stricter
	if err != nil {
		h.log.DebugContext(r.Context(), "no socket", "err", err)
		return
	}
	conn.SetReadLimit(live.MaxCall)
	now := h.Now()
	k := &socket{hub: h, wire: over.wire, conn: conn, ip: h.network(r), until: until(now, h.Life, rand.Float64())}
	k.busy.Store(now.Unix())
	if !h.enter(k) {
		k.wire.finish(packEnd(live.Crowded))
		go func() {
			k.await()
			_ = conn.CloseNow()
			_ = k.wire.Conn.Close()
		}()
		return
	}
	go k.read()
}

// ours reports whether a page of our own asks. Programs send no origin; they
// have no cookies of somebody else's either.
func (h *Hub) ours(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	switch {
	case origin == "":
		return true
	case h.Base != nil:
		return strings.EqualFold(origin, h.Base.Scheme+"://"+h.Base.Host)
	}
	_, host, ok := strings.Cut(origin, "://")
	return ok && strings.EqualFold(host, r.Host)
}

func (h *Hub) full() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.closing || h.sockets >= h.Most
}

// network is what counts as one address: of IPv6 what one household is given.
func (h *Hub) network(r *http.Request) netip.Addr {
	if h.IP == nil {
		return netip.Addr{}
	}
	ip := h.IP(r.Context())
	if ip.Is6() && !ip.Is4In6() {
		if p, err := ip.Prefix(64); err == nil {
			return p.Addr()
		}
	}
	return ip
}

func refuse(w http.ResponseWriter, status int, body string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, body)
}

const (
	// readBuffer holds a call with its header; a longer one is read twice.
	readBuffer = 256
	// writeBuffer holds any control frame; nothing else is written through it.
	writeBuffer = 160
)

// handover puts our wire and small buffers between a connection and the
// library: with its own, a socket at rest would hold 8 KB for nothing.
type handover struct {
	http.ResponseWriter
	hub  *Hub
	wire *wire
}

// Hijack implements http.Hijacker.
func (o *handover) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, rw, err := http.NewResponseController(o.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, fmt.Errorf("take over the connection: %w", err)
	}
	early, err := rw.Reader.Peek(rw.Reader.Buffered())
	if err != nil {
		return nil, nil, fmt.Errorf("read what came with the handshake: %w", err)
	}
	o.wire = newWire(conn, bytes.Clone(early), o.hub.Now)
	return o.wire, bufio.NewReadWriter(bufio.NewReaderSize(o.wire, readBuffer), bufio.NewWriterSize(o.wire, writeBuffer)), nil
}
