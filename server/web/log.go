package web

import (
	"context"
	"log/slog"
	"math"
	"net/http"
	"strings"
	"time"
)

// account counts and logs a request that is over. whole is false when the
// answer was cut off.
func (e *edge) account(a *answer, r *http.Request, v *visit, start time.Time, whole bool) {
	took := e.Now().Sub(start)
	route := e.routeOf(r, v)
	e.Metrics.observe(route, r.Method, a.status, took, whole)
	level := slog.LevelInfo
	switch {
	case v.quiet:
		level = slog.LevelDebug
	case a.status >= 500:
		level = slog.LevelError
	}
	if !e.Log.Enabled(r.Context(), level) {
		return
	}
	attrs := [...]slog.Attr{
		slog.String("method", methodLabel(r.Method)),
		slog.String("route", route),
		slog.Int("status", a.status),
		slog.Int64("bytes", a.sent),
		slog.Float64("ms", math.Round(float64(took)/float64(time.Microsecond))/1000),
		slog.String("ip", truncated(v.ip)),
		slog.String("agent", agentFamily(r.UserAgent())),
		slog.Bool("cut", true),
	}
	n := len(attrs)
	if whole {
		n--
	}
	e.Log.LogAttrs(r.Context(), level, "request", attrs[:n]...)
}

// routeOf is the pattern that answered: what a handler said with SetRoute,
// or what the mux matched, without the method, which is told apart anyway.
func (e *edge) routeOf(r *http.Request, v *visit) string {
	if v.route == "" {
		v.route = r.Pattern
		if _, path, ok := strings.Cut(r.Pattern, " "); ok {
			v.route = path
		}
	}
	return e.Metrics.bounded(v.route)
}

// Traced adds the request id, as "id", to every record that is logged within
// a request.
func Traced(h slog.Handler) slog.Handler {
	if t, ok := h.(traced); ok {
		return t
	}
	return traced{h}
}

type traced struct{ slog.Handler }

func (t traced) Handle(ctx context.Context, record slog.Record) error {
	if id := RequestID(ctx); id != "" {
		record = record.Clone()
		record.AddAttrs(slog.String("id", id))
	}
	return t.Handler.Handle(ctx, record)
}

func (t traced) WithAttrs(attrs []slog.Attr) slog.Handler { return traced{t.Handler.WithAttrs(attrs)} }

func (t traced) WithGroup(name string) slog.Handler { return traced{t.Handler.WithGroup(name)} }
