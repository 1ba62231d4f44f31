package web

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"testing"
)

func TestAccessLog(t *testing.T) {
	t.Parallel()
	var log book
	inner := log.logger()
	mux := smallHouse().(*http.ServeMux)
	mux.HandleFunc("GET /warga/", func(_ http.ResponseWriter, r *http.Request) { SetRoute(r.Context(), "/warga/{nik}") })
	mux.HandleFunc("GET /gagal", func(w http.ResponseWriter, r *http.Request) {
		slog.New(Traced(inner.Handler())).With("domain", "place").WithGroup("load").WarnContext(r.Context(), "slow", "n", 1)
		w.WriteHeader(http.StatusBadGateway)
	})
	s := open(t, EdgeConfig{Log: inner, TrustedProxies: loopback}, mux)
	const android = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36"
	res, _ := ask(t, "GET", s.URL+"/tempat/rahasia?token=rahasia", "", "User-Agent", android, "X-Forwarded-For", "203.0.113.77", "Referer", "https://rahasia.example")
	ask(t, "GET", s.URL+"/warga/3515000000000001", "", "X-Forwarded-For", "2001:db8:1:2:3::4")
	ask(t, "GET", s.URL+"/gagal", "", "User-Agent", "x\ty\"level\":")
	ask(t, "GET", s.URL+"/healthz", "")
	s.Close()

	var requests []map[string]any
	for _, line := range log.lines(t) {
		switch line["msg"] {
		case "request":
			requests = append(requests, line)
		case "slow":
			load, _ := line["load"].(map[string]any)
			if line["domain"] != "place" || load["id"] == "" || load["id"] == nil {
				t.Errorf("a line of a handler lost its id: %v", line)
			}
		}
	}
	if len(requests) != 4 {
		t.Fatalf("%d lines, want 4", len(requests))
	}
	want := []map[string]any{
		{"level": "INFO", "method": "GET", "route": "/tempat/{id}", "status": 200.0, "bytes": 14.0, "ip": "203.0.113.0/24", "agent": "chrome android", "id": res.Header.Get("X-Request-Id")},
		{"level": "INFO", "route": "/warga/{nik}", "status": 200.0, "bytes": 0.0, "ip": "2001:db8:1::/48", "agent": "go"},
		{"level": "ERROR", "route": "/gagal", "status": 502.0, "agent": "other"},
		{"level": "DEBUG", "route": "/healthz", "status": 200.0},
	}
	for i, fields := range want {
		for name, value := range fields {
			if requests[i][name] != value {
				t.Errorf("line %d: %s is %v, want %v", i, name, requests[i][name], value)
			}
		}
		if ms, ok := requests[i]["ms"].(float64); !ok || ms < 0 || ms > 10_000 {
			t.Errorf("line %d took %v", i, requests[i]["ms"])
		}
	}
	for _, secret := range []string{"rahasia", "3515000000000001", "203.0.113.77", "2001:db8:1:2"} {
		if strings.Contains(log.bytes.String(), secret) {
			t.Errorf("%q stands in the log", secret)
		}
	}
}

func TestTracedOnce(t *testing.T) {
	t.Parallel()
	var log book
	logger := slog.New(Traced(Traced(log.logger().Handler())))
	logger.InfoContext(context.WithValue(t.Context(), visitKey{}, &visit{id: "K7F3-Q2XM"}), "in a request")
	logger.InfoContext(t.Context(), "outside")
	text := log.bytes.String()
	if strings.Count(text, `"id":"K7F3-Q2XM"`) != 1 || strings.Count(text, `"id"`) != 1 {
		t.Error(text)
	}
}

func TestQuietLog(t *testing.T) {
	t.Parallel()
	var log book
	s := open(t, EdgeConfig{Log: slog.New(slog.NewJSONHandler(&log, &slog.HandlerOptions{Level: slog.LevelError}))}, smallHouse())
	ask(t, "GET", s.URL, "")
	ask(t, "GET", s.URL+"/panic", "")
	s.Close()
	if n := len(log.lines(t)); n != 2 { // the panic and its request
		t.Errorf("%d lines at error level", n)
	}
}
