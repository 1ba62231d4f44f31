package web

import (
	"context"
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"rumah/shared/fault"
)

// EdgeConfig is what the edge of the house needs to know. The zero value is
// a development server on its own port: no proxy, no TLS, any host.
type EdgeConfig struct {
	// Production turns on what only makes sense behind TLS and one name:
	// HSTS, upgrade-insecure-requests and the check of the Host header.
	Production bool
	// BaseURL is the public address ("https://host"); nil in development.
	BaseURL *url.URL
	// TrustedProxies are the networks whose X-Forwarded-For,
	// X-Forwarded-Proto and X-Request-Id are believed. Empty believes nobody.
	TrustedProxies []netip.Prefix
	// RedirectHTTPS leads readers to BaseURL when a trusted proxy says that
	// they came over plain http.
	RedirectHTTPS bool
	// Log gets the access log and the panics; slog.Default() when nil.
	Log *slog.Logger
	// Metrics counts requests and serves /metrics; a fresh one when nil.
	Metrics *Metrics
	// Health serves /healthz and /readyz; one without a check when nil.
	Health *Health
	// Limits are the budgets of one address; see Limits for the defaults.
	Limits Limits
	// MaxURL is the longest request target in bytes; 4096 when 0.
	MaxURL int
	// MaxBody is the largest body in bytes outside /api/, whose operations
	// have limits of their own; 64 KiB when 0.
	MaxBody int64
	// ErrorPage shows a fault as a page of the house. Without it, when it
	// panics, and for Busy (whose whole point is to cost nothing) readers
	// get a bare page. It need not care for the status: the edge sets it.
	ErrorPage func(http.ResponseWriter, *http.Request, *fault.Fault)
	// Now is the clock; time.Now when nil.
	Now func() time.Time
}

const (
	defaultMaxURL  = 4 << 10
	defaultMaxBody = 64 << 10
)

type edge struct {
	EdgeConfig
	next    http.Handler
	origins *http.CrossOriginProtection
	headers headers
	limiter *limiter
	checks  []func(*answer, *http.Request) *refusal
	warned  onceWarning
}

// Edge stands between the network and the handlers of the house.
//
// A request passes these in this order, and the order is the point:
//
//  1. visit: who asks (client address, request id). First, because
//     everything after it names them.
//  2. answer: records status and bytes, packs the body. Outside of the rest,
//     so that refusals and panics are counted, logged and packed like pages.
//  3. account: metrics and the access log, also of what broke.
//  4. headers: set before anybody can answer, so no answer lacks them.
//  5. recover: inside the answer, whose held-back bytes it can still take
//     back, and outside of all code that may panic.
//  6. /healthz, /readyz, /metrics: before every check, because balancers ask
//     by address, without our name, without TLS and very often.
//  7. rate limit: the cheapest refusal, before any that costs more.
//  8. method, target length, host, https, cross-origin, body: what the
//     request itself says, cheapest first.
//  9. the handlers of the house.
func Edge(cfg EdgeConfig, next http.Handler) http.Handler {
	if cfg.Log == nil {
		cfg.Log = slog.Default()
	}
	cfg.Log = slog.New(Traced(cfg.Log.Handler()))
	if cfg.Metrics == nil {
		cfg.Metrics = NewMetrics(MetricsConfig{})
	}
	if cfg.Health == nil {
		cfg.Health = NewHealth(func(context.Context) error { return nil })
	}
	if cfg.MaxURL == 0 {
		cfg.MaxURL = defaultMaxURL
	}
	if cfg.MaxBody == 0 {
		cfg.MaxBody = defaultMaxBody
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	e := &edge{EdgeConfig: cfg, next: next, headers: newHeaders(cfg), origins: ownOrigin(cfg.BaseURL)}
	e.limiter = newLimiter(cfg.Limits, cfg.Now)
	e.checks = []func(*answer, *http.Request) *refusal{
		e.checkRate, checkMethod, e.checkTarget, e.checkHost, e.checkHTTPS, e.checkOrigin, e.checkBody,
	}
	return e
}

// ServeHTTP is steps 1 to 4.
func (e *edge) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	start := e.Now()
	v := e.receive(r)
	r = r.WithContext(context.WithValue(r.Context(), visitKey{}, v))
	a := newAnswer(w, r)
	e.headers.set(a.Header(), r.Host, v.id)
	whole := false
	e.Metrics.inFlight.Inc()
	defer func() { e.account(a, r, v, start, whole) }()
	e.guarded(a, r, v)
	a.close()
	whole = true
}

// guarded is step 5.
func (e *edge) guarded(a *answer, r *http.Request, v *visit) {
	defer func() {
		if cause := recover(); cause != nil {
			e.broke(a, r, v, cause)
		}
	}()
	e.admit(a, r, v)
}

// admit is steps 6 to 9.
func (e *edge) admit(a *answer, r *http.Request, v *visit) {
	if e.operational(a, r, v) {
		return
	}
	for _, check := range e.checks {
		if no := check(a, r); no != nil {
			v.route = "edge"
			e.refuse(a, r, no)
			return
		}
	}
	e.next.ServeHTTP(a, r)
}

// operational answers what operators and balancers ask.
func (e *edge) operational(a *answer, r *http.Request, v *visit) bool {
	switch r.URL.Path {
	case "/healthz", "/readyz", "/metrics":
	default:
		return false
	}
	v.route, v.quiet = r.URL.Path, true
	a.Header().Set("Cache-Control", "no-store")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		a.Header().Set("Allow", "GET, HEAD")
		a.WriteHeader(http.StatusMethodNotAllowed)
		return true
	}
	switch r.URL.Path {
	case "/healthz":
		e.Health.live(a)
	case "/readyz":
		e.Health.answer(a, r, e.Log)
	default:
		e.Metrics.answer(a, r, v)
	}
	return true
}

// ofAPI reports whether the reader is a program that wants JSON.
func ofAPI(r *http.Request) bool {
	return strings.HasPrefix(r.URL.Path, "/api/") || r.URL.Path == "/api"
}
