package web

import (
	"context"
	"math/rand/v2"
	"net/http"
	"net/netip"
)

// visit is what the edge knows about one request. There is one per request
// and one context value, so that asking costs next to nothing.
type visit struct {
	id      string
	ip      netip.Addr // the client's, as far as somebody we trust vouches for it
	vouched bool       // the peer is a trusted proxy
	claimed bool       // the peer is not, yet forwards for somebody
	route   string     // overrides the pattern of the mux
	quiet   bool       // not worth a line at info level
}

type visitKey struct{}

func visitOf(ctx context.Context) *visit {
	v, _ := ctx.Value(visitKey{}).(*visit)
	return v
}

// RequestID is the id of the request, "K7F3-Q2XM": short enough to be read
// out on the phone, long enough to find one request of a day in the log. It
// is "" outside of a request.
func RequestID(ctx context.Context) string {
	if v := visitOf(ctx); v != nil {
		return v.id
	}
	return ""
}

// ClientIP is the address of the client. Behind a proxy that is not trusted
// it is the proxy's; it is the zero Addr when the connection has none, as on
// a unix socket.
func ClientIP(ctx context.Context) netip.Addr {
	if v := visitOf(ctx); v != nil {
		return v.ip
	}
	return netip.Addr{}
}

// SetRoute names the route of a request that no mux pattern names, such as
// "/tempat/{id}" behind the handler of all pages. It stands in the access log
// and in metrics, so it must be a pattern, never an address with ids.
func SetRoute(ctx context.Context, pattern string) {
	if v := visitOf(ctx); v != nil {
		v.route = pattern
	}
}

// receive finds out who asks.
func (e *edge) receive(r *http.Request) *visit {
	peer := peerOf(r.RemoteAddr)
	v := &visit{ip: peer, vouched: within(peer, e.TrustedProxies)}
	forwarded := r.Header["X-Forwarded-For"]
	switch {
	case v.vouched:
		v.ip = clientOf(peer, forwarded, e.TrustedProxies)
		if id := r.Header.Get("X-Request-Id"); wellFormed(id) {
			v.id = id
		}
	case len(forwarded) > 0 || r.Header.Get("Forwarded") != "" || r.Header.Get("X-Real-Ip") != "":
		v.claimed = true
		e.warned.proxy(e.Log, peer)
	}
	if v.id == "" {
		v.id = newID(rand.Uint64()) // a name, not a secret
	}
	return v
}

// letters are Crockford's base32: no I, L, O and U, which are taken for
// digits or for each other.
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

const idLength = 9 // eight letters and the hyphen

// newID writes the low 40 bits of n.
func newID(n uint64) string {
	var id [idLength]byte
	for i := range id {
		if i == 4 {
			id[i] = '-'
			continue
		}
		id[i] = letters[n&31]
		n >>= 5
	}
	return string(id[:])
}

func wellFormed(id string) bool {
	if len(id) != idLength || id[4] != '-' {
		return false
	}
	for i := range id {
		if i != 4 && !isLetter(id[i]) {
			return false
		}
	}
	return true
}

func isLetter(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' && c != 'I' && c != 'L' && c != 'O' && c != 'U'
}
