package web

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
)

// answer is the response of one request on its way out. It records what was
// sent and packs what is worth it: for that it holds the beginning of a body
// back, and as long as it does, the answer can still be discarded.
type answer struct {
	http.ResponseWriter        // the wire
	coding              coding // what the client likes best
	match               string // If-None-Match as it came
	head                bool
	status              int    // 0 until the handler said
	fixed               int    // when set, the status whatever the handler says
	sent                int64  // bytes of the body on the wire
	begun               bool   // the header is on the wire
	hold                []byte // the beginning of the body
	packer              packer // nil when the body goes out as it is
	mute                bool   // of HEAD: the rest of the body is for nobody
	hijacked            bool
}

// packFrom is the smallest body worth packing, in bytes: below it fits one
// packet with its header either way.
const packFrom = 1 << 10

// newAnswer prepares the answer of r. Entity tags are weakened when a body is
// packed, so the mark is taken off those that come back: handlers compare
// the tags they gave out, in If-Match too, where a weak one never matches.
func newAnswer(w http.ResponseWriter, r *http.Request) *answer {
	a := &answer{ResponseWriter: w, head: r.Method == http.MethodHead, coding: negotiate(strings.Join(r.Header["Accept-Encoding"], ","))}
	a.match = strings.Join(r.Header["If-None-Match"], ", ")
	for _, name := range []string{"If-None-Match", "If-Match"} {
		if sent := r.Header[name]; len(sent) > 0 {
			r.Header[name] = []string{strings.ReplaceAll(strings.Join(sent, ", "), `W/"`, `"`)}
		}
	}
	return a
}

// WriteHeader takes the status. It is held back while the body may be packed.
func (a *answer) WriteHeader(status int) {
	if status < 200 && status != http.StatusSwitchingProtocols {
		a.ResponseWriter.WriteHeader(status) // a hint; the answer follows
		return
	}
	if a.status != 0 {
		return
	}
	if a.fixed != 0 {
		status = a.fixed
	}
	a.status = status
	h := a.Header()
	switch _, typed := h["Content-Type"]; {
	case status == http.StatusNotModified:
		a.unmodified()
		a.begin()
	case !hasBody(status), typed && !packable(h, status):
		a.begin()
	}
}

// Write holds the body back until it is known whether to pack it.
func (a *answer) Write(p []byte) (int, error) {
	if a.status == 0 {
		a.WriteHeader(http.StatusOK)
	}
	if !a.begun {
		if len(a.hold)+len(p) < packFrom {
			a.hold = append(a.hold, p...)
			return len(p), nil
		}
		if err := a.settle(p, true); err != nil {
			return 0, err
		}
	}
	switch {
	case a.mute:
		return len(p), nil
	case a.packer != nil:
		return a.packer.Write(p)
	}
	return wire{a}.Write(p)
}

// settle decides how the body goes out, sends the header and what was held.
// next is what follows it, worth says whether it is large enough.
func (a *answer) settle(next []byte, worth bool) error {
	h, held := a.Header(), a.hold
	a.hold = nil
	if _, typed := h["Content-Type"]; !typed && len(held)+len(next) > 0 {
		h.Set("Content-Type", http.DetectContentType(append(held, next[:min(len(next), 512)]...)))
	}
	if packable(h, a.status) {
		vary(h)
		if worth && a.coding != asIs && !short(h) {
			a.pack(h)
		}
	}
	a.begin()
	switch {
	case len(held) == 0 || a.mute:
		return nil
	case a.packer != nil:
		_, err := a.packer.Write(held)
		return err
	}
	_, err := wire{a}.Write(held)
	return err
}

func (a *answer) pack(h http.Header) {
	h.Set("Content-Encoding", a.coding.String())
	h.Del("Content-Length")
	h.Del("Accept-Ranges")
	if tag := h.Get("ETag"); tag != "" && !strings.HasPrefix(tag, "W/") {
		h.Set("ETag", "W/"+tag)
	}
	if a.head {
		a.mute = true
		return
	}
	a.packer = takePacker(a.coding, wire{a})
}

// unmodified gives a 304 the tag the reader has, and the Vary its 200 had.
func (a *answer) unmodified() {
	h := a.Header()
	vary(h)
	if tag := h.Get("ETag"); tag != "" && strings.Contains(a.match, "W/"+tag) {
		h.Set("ETag", "W/"+tag)
	}
}

func (a *answer) begin() {
	a.begun = true
	a.ResponseWriter.WriteHeader(a.status)
}

// close sends what is left. It is not called when a handler aborted: the
// body must not look whole then.
func (a *answer) close() {
	if a.hijacked {
		return
	}
	if a.status == 0 {
		a.WriteHeader(http.StatusOK)
	}
	if !a.begun {
		_ = a.settle(nil, a.head && a.Header().Get("Content-Length") != "") // the reader may be gone
	}
	if a.packer != nil {
		_ = a.packer.Close()
		givePacker(a.coding, a.packer)
		a.packer = nil
	}
}

// discard takes back everything but reports false when it is too late.
func (a *answer) discard() bool {
	if a.begun || a.hijacked {
		return false
	}
	clear(a.Header())
	a.forget()
	return true
}

// forget takes back the body and the status, and keeps the headers.
func (a *answer) forget() { a.status, a.hold = 0, nil }

// FlushError sends what there is, for answers that grow while they are read.
func (a *answer) FlushError() error {
	if a.status == 0 {
		a.WriteHeader(http.StatusOK)
	}
	if !a.begun {
		if err := a.settle(nil, true); err != nil {
			return err
		}
	}
	if a.packer != nil {
		if err := a.packer.Flush(); err != nil {
			return fmt.Errorf("pack: %w", err)
		}
	}
	return http.NewResponseController(a.ResponseWriter).Flush()
}

// Flush is FlushError for handlers that look for an http.Flusher.
func (a *answer) Flush() { _ = a.FlushError() }

// Hijack hands the connection over, to a socket.
func (a *answer) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, rw, err := http.NewResponseController(a.ResponseWriter).Hijack()
	if err == nil {
		a.hijacked, a.status = true, http.StatusSwitchingProtocols
	}
	return conn, rw, err
}

// Unwrap lets http.ResponseController reach the deadlines of the connection.
func (a *answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }

// wire counts what leaves.
type wire struct{ *answer }

func (w wire) Write(p []byte) (int, error) {
	n, err := w.ResponseWriter.Write(p)
	if !w.head { // net/http drops it
		w.sent += int64(n)
	}
	return n, err
}

func hasBody(status int) bool {
	return status >= 200 && status != http.StatusNoContent && status != http.StatusNotModified
}

// short reports whether the handler said that the body is too small.
func short(h http.Header) bool {
	n, err := strconv.Atoi(h.Get("Content-Length"))
	return err == nil && n < packFrom
}
