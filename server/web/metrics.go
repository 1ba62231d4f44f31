package web

import (
	"crypto/sha256"
	"crypto/subtle"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// MetricsConfig says what is measured beside requests, and who may read it.
type MetricsConfig struct {
	Version string          // of the server, for the build info
	Pool    func() PoolStat // the state of the database pool; nil for none
	// Token, when set, is the one way in: "Authorization: Bearer <token>".
	// Without it only loopback and Networks may read. Behind a proxy on the
	// same machine that forwards no address, set a token.
	Token    string
	Networks []netip.Prefix
}

// Metrics are the numbers of one process, in a registry of their own.
type Metrics struct {
	// Registry takes the collectors of other parts of the house.
	Registry *prometheus.Registry

	token    [sha256.Size]byte
	hasToken bool
	networks []netip.Prefix
	page     http.Handler

	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	limited  *prometheus.CounterVec
	inFlight prometheus.Gauge
	panics   prometheus.Counter

	mu     sync.RWMutex
	routes map[string]bool
}

// maxRoutes bounds the series: a handler that names routes by their ids would
// otherwise fill the memory.
const maxRoutes = 400

// NewMetrics returns the metrics of a process.
func NewMetrics(cfg MetricsConfig) *Metrics {
	m := &Metrics{
		Registry: prometheus.NewRegistry(), networks: cfg.Networks, routes: map[string]bool{},
		hasToken: cfg.Token != "", token: sha256.Sum256([]byte(cfg.Token)),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "http_requests_total",
			Help: "Requests that are over, by the class of their status; cut are those without a whole answer."}, []string{"route", "method", "class"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "http_request_duration_seconds",
			Help:    "Time from the header of a request to the end of its answer.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10}}, []string{"route", "method"}),
		limited: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "http_limited_total",
			Help: "Requests refused because an address used up its budget."}, []string{"budget"}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{Name: "http_requests_in_flight", Help: "Requests being answered."}),
		panics:   prometheus.NewCounter(prometheus.CounterOpts{Name: "http_panics_total", Help: "Handlers that panicked."}),
	}
	build := prometheus.NewGauge(prometheus.GaugeOpts{Name: "server_build_info", Help: "Always 1; the version is the label.",
		ConstLabels: prometheus.Labels{"version": cfg.Version}})
	build.Set(1)
	m.Registry.MustRegister(m.requests, m.seconds, m.limited, m.inFlight, m.panics, build,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}), collectors.NewBuildInfoCollector())
	for _, budget := range budgetNames {
		m.limited.WithLabelValues(budget) // so that a rate is 0 and not unknown
	}
	if cfg.Pool != nil {
		m.Registry.MustRegister(poolCollector{cfg.Pool})
	}
	// Packing is the edge's business, and it leaves text as it is.
	m.page = promhttp.HandlerFor(m.Registry, promhttp.HandlerOpts{DisableCompression: true})
	return m
}

func (m *Metrics) observe(route, method string, status int, took time.Duration, whole bool) {
	m.inFlight.Dec()
	class := "cut"
	if whole {
		class = strconv.Itoa(status/100) + "xx"
	}
	method = methodLabel(method)
	m.requests.WithLabelValues(route, method, class).Inc()
	m.seconds.WithLabelValues(route, method).Observe(took.Seconds())
}

// bounded is the route as a label: one of the first maxRoutes, or "other".
func (m *Metrics) bounded(route string) string {
	if route == "" {
		return "unmatched"
	}
	m.mu.RLock()
	known, full := m.routes[route], len(m.routes) >= maxRoutes
	m.mu.RUnlock()
	if known {
		return route
	}
	if full {
		return "other"
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.routes[route] = true
	return route
}

// methodLabel keeps invented methods out of labels and logs.
func methodLabel(method string) string {
	switch method {
	case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS":
		return method
	}
	return "other"
}

func (m *Metrics) answer(w http.ResponseWriter, r *http.Request, v *visit) {
	switch {
	case m.may(r, v):
		m.page.ServeHTTP(w, r)
	case m.hasToken:
		w.Header().Set("WWW-Authenticate", `Bearer realm="metrics"`)
		say(w, http.StatusUnauthorized, "token needed")
	default:
		say(w, http.StatusForbidden, "not from here")
	}
}

// may compares digests, whose length and time tell nothing about the token.
// An address counts only when nobody else stands behind it: a proxy on this
// machine that we were not told of would make the whole world loopback.
func (m *Metrics) may(r *http.Request, v *visit) bool {
	if m.hasToken {
		scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
		given := sha256.Sum256([]byte(strings.TrimSpace(token)))
		return strings.EqualFold(scheme, "bearer") && subtle.ConstantTimeCompare(given[:], m.token[:]) == 1
	}
	return !v.claimed && (v.ip.IsLoopback() || within(v.ip, m.networks))
}
