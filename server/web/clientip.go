package web

import (
	"log/slog"
	"net/netip"
	"strings"
	"sync"
)

// peerOf is the address at the other end of the connection, the zero Addr
// when it has none.
func peerOf(remote string) netip.Addr {
	at, err := netip.ParseAddrPort(remote)
	if err != nil {
		return netip.Addr{}
	}
	return plain(at.Addr())
}

// plain takes off what makes one address look like two.
func plain(a netip.Addr) netip.Addr { return a.Unmap().WithZone("") }

func within(a netip.Addr, networks []netip.Prefix) bool {
	for _, n := range networks {
		if n.Contains(a) {
			return true
		}
	}
	return false
}

// clientOf reads X-Forwarded-For from the right, the end our own proxies
// write, and stops at the first address that is none of them: whatever
// stands left of it was sent by the client and may be forged. An entry that
// is no address ends the walk at the last hop that is vouched for.
func clientOf(peer netip.Addr, forwarded []string, trusted []netip.Prefix) netip.Addr {
	if !within(peer, trusted) {
		return peer
	}
	client := peer
	for i := len(forwarded) - 1; i >= 0; i-- {
		rest := forwarded[i]
		for more := true; more; {
			var entry string
			if comma := strings.LastIndexByte(rest, ','); comma >= 0 {
				rest, entry = rest[:comma], rest[comma+1:]
			} else {
				entry, more = rest, false
			}
			hop, ok := parseHop(entry)
			if !ok {
				return client
			}
			client = hop
			if !within(hop, trusted) {
				return client
			}
		}
	}
	return client
}

// parseHop reads "192.0.2.1", "192.0.2.1:443", "2001:db8::1" and
// "[2001:db8::1]:443": proxies write all four.
func parseHop(entry string) (netip.Addr, bool) {
	entry = strings.TrimSpace(entry)
	if addr, err := netip.ParseAddr(entry); err == nil {
		return plain(addr), true
	}
	if at, err := netip.ParseAddrPort(entry); err == nil {
		return plain(at.Addr()), true
	}
	if inner, ok := strings.CutPrefix(entry, "["); ok {
		if inner, ok = strings.CutSuffix(inner, "]"); ok {
			addr, err := netip.ParseAddr(inner)
			return plain(addr), err == nil
		}
	}
	return netip.Addr{}, false
}

// truncated is the network of a client, enough to see where trouble comes
// from without keeping who it was: /24, or /48 of IPv6.
func truncated(a netip.Addr) string {
	bits := 24
	if a.Is6() {
		bits = 48
	}
	p, err := a.Prefix(bits)
	if err != nil || !p.IsValid() {
		return "-"
	}
	return p.String()
}

// onceWarning tells the operator, once, of a proxy that the configuration
// does not name: behind it all clients would share one budget.
type onceWarning struct{ once sync.Once }

func (w *onceWarning) proxy(log *slog.Logger, peer netip.Addr) {
	if !peer.IsLoopback() && !peer.IsPrivate() {
		return // a stranger on the internet may send the header at will
	}
	w.once.Do(func() {
		log.Warn("a proxy that is not trusted forwards requests; all its clients share one rate limit",
			"peer", peer.String())
	})
}
