package web

import (
	"net/http"
	"net/url"
	"strings"
)

// permissions are what the pages may ask a phone for: camera, place and
// microphone. Of the rest, those are switched off that Chromium knows and
// would otherwise allow us; passkeys, wake lock, sharing and full screen stay
// at their default, which is our own origin.
const permissions = "camera=(self), geolocation=(self), microphone=(self), " +
	"accelerometer=(), autoplay=(), bluetooth=(), display-capture=(), encrypted-media=(), " +
	"gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), midi=(), " +
	"payment=(), picture-in-picture=(), serial=(), usb=(), xr-spatial-tracking=()"

// policyBefore and policyAfter stand around the sockets of the own origin:
// older browsers do not count wss: as 'self'.
const (
	policyBefore = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
		"img-src 'self' data: blob:; font-src 'self'; connect-src 'self'"
	policyAfter = "; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

// headers are the security headers of every answer.
type headers struct {
	policy  string // whole, when the own address is known
	tls     bool   // production
	byAsked bool   // the own address is the one that was asked
}

func newHeaders(cfg EdgeConfig) headers {
	h := headers{tls: cfg.Production, byAsked: cfg.BaseURL == nil}
	if cfg.BaseURL != nil {
		h.policy = policyBefore + " " + socketOf(cfg.BaseURL) + policyAfter
	}
	if cfg.Production {
		h.policy += "; upgrade-insecure-requests"
	}
	return h
}

func socketOf(base *url.URL) string {
	if base.Scheme == "https" {
		return "wss://" + base.Host
	}
	return "ws://" + base.Host
}

func (h headers) set(to http.Header, host, id string) {
	policy := h.policy
	if h.byAsked {
		policy = policyFor(host) + policy
	}
	to.Set("Content-Security-Policy", policy)
	to.Set("X-Content-Type-Options", "nosniff")
	to.Set("Referrer-Policy", "strict-origin-when-cross-origin")
	to.Set("Permissions-Policy", permissions)
	to.Set("Cross-Origin-Opener-Policy", "same-origin")
	to.Set("Cross-Origin-Resource-Policy", "same-origin")
	if h.tls {
		to.Set("Strict-Transport-Security", "max-age=31536000")
	}
	to.Set("X-Request-Id", id)
}

// policyFor is the policy of a server that does not know its own name. The
// host comes from the request, and net/http lets one with a semicolon
// through, which would begin a directive of the sender's own.
func policyFor(host string) string {
	if !plainHost(host) {
		return policyBefore + policyAfter
	}
	return policyBefore + " ws://" + host + " wss://" + host + policyAfter
}

func plainHost(host string) bool {
	const rest = ".-:[]_"
	for i := range len(host) {
		c := host[i]
		if (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') && strings.IndexByte(rest, c) < 0 {
			return false
		}
	}
	return host != ""
}
