package web

import (
	"fmt"
	"net/http"
	"net/netip"
	"strings"
	"testing"
	"time"
)

type poolNow struct{}

func (poolNow) AcquiredConns() int32                { return 3 }
func (poolNow) IdleConns() int32                    { return 4 }
func (poolNow) TotalConns() int32                   { return 8 }
func (poolNow) MaxConns() int32                     { return 10 }
func (poolNow) EmptyAcquireCount() int64            { return 7 }
func (poolNow) EmptyAcquireWaitTime() time.Duration { return 1500 * time.Millisecond }

func TestMetrics(t *testing.T) {
	t.Parallel()
	metrics := NewMetrics(MetricsConfig{Version: "v1.2.3", Pool: func() PoolStat { return poolNow{} }})
	s := open(t, EdgeConfig{Metrics: metrics}, smallHouse())
	ask(t, "GET", s.URL+"/tempat/a?secret=1", "")
	ask(t, "GET", s.URL+"/tempat/b", "")
	ask(t, "GET", s.URL+"/none/1", "")
	ask(t, "GET", s.URL+"/none/2", "")
	ask(t, "BREW", s.URL+"/tempat/a", "")
	ask(t, "GET", s.URL+"/panic", "")
	ask(t, "POST", s.URL+"/api/places", "x")
	res, body := ask(t, "GET", s.URL+"/metrics", "", "Accept-Encoding", "gzip, br")
	if res.StatusCode != 200 || res.Header.Get("Content-Encoding") != "" || !strings.HasPrefix(res.Header.Get("Content-Type"), "text/plain") {
		t.Fatalf("%d %v", res.StatusCode, res.Header)
	}
	for _, want := range []string{
		`http_requests_total{class="2xx",method="GET",route="/tempat/{id}"} 2`,
		`http_requests_total{class="4xx",method="GET",route="unmatched"} 2`,
		`http_requests_total{class="4xx",method="other",route="edge"} 1`,
		`http_requests_total{class="5xx",method="GET",route="/panic"} 1`,
		`http_requests_total{class="2xx",method="POST",route="/api/places"} 1`,
		`http_request_duration_seconds_count{method="GET",route="/tempat/{id}"} 2`,
		`http_requests_in_flight 1`,
		`http_panics_total 1`,
		`http_limited_total{budget="writes"} 0`,
		`server_build_info{version="v1.2.3"} 1`,
		`database_connections{state="busy"} 3`, `database_connections{state="idle"} 4`, `database_connections{state="opening"} 1`,
		`database_connections_max 10`, `database_waits_total 7`, `database_wait_seconds_total 1.5`,
		`go_goroutines `, `process_open_fds `, `go_build_info{`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("missing: %s", want)
		}
	}
	for _, leak := range []string{"secret", "/tempat/a", "/none", "BREW"} {
		if strings.Contains(body, leak) {
			t.Errorf("%s got out", leak)
		}
	}
}

func TestMetricsAreGuarded(t *testing.T) {
	t.Parallel()
	office := []netip.Prefix{netip.MustParsePrefix("198.51.100.0/24")}
	open4 := func(cfg EdgeConfig, m MetricsConfig) string {
		cfg.Metrics = NewMetrics(m)
		return open(t, cfg, smallHouse()).URL
	}
	near := open4(EdgeConfig{}, MetricsConfig{})
	proxied := open4(EdgeConfig{TrustedProxies: loopback}, MetricsConfig{Networks: office})
	token := open4(EdgeConfig{TrustedProxies: loopback}, MetricsConfig{Token: "kunci", Networks: office})
	tests := []struct {
		name, server string
		headers      []string
		status       int
	}{
		{"from this machine", near, nil, 200},
		{"through a proxy nobody told us of", near, []string{"X-Forwarded-For", "203.0.113.9"}, 403},
		{"through one that says Forwarded", near, []string{"Forwarded", "for=203.0.113.9"}, 403},
		{"through one that says X-Real-Ip", near, []string{"X-Real-Ip", "203.0.113.9"}, 403},
		{"forged loopback", proxied, []string{"X-Forwarded-For", "127.0.0.1, 203.0.113.9"}, 403},
		{"from the office", proxied, []string{"X-Forwarded-For", "198.51.100.7"}, 200},
		{"from elsewhere", proxied, []string{"X-Forwarded-For", "203.0.113.9"}, 403},
		{"with a token that is not set", proxied, []string{"X-Forwarded-For", "203.0.113.9", "Authorization", "Bearer "}, 403},
		{"with the token", token, []string{"X-Forwarded-For", "203.0.113.9", "Authorization", "bearer kunci"}, 200},
		{"with a wrong token", token, []string{"Authorization", "Bearer kunci2"}, 401},
		{"with half a token", token, []string{"Authorization", "Bearer kunc"}, 401},
		{"with the token as a password", token, []string{"Authorization", "Basic kunci"}, 401},
		{"from the office without the token", token, []string{"X-Forwarded-For", "198.51.100.7"}, 401},
		{"from this machine without the token", token, nil, 401},
	}
	for _, test := range tests {
		res, body := ask(t, "GET", test.server+"/metrics", "", test.headers...)
		if res.StatusCode != test.status || (test.status == 200) != strings.Contains(body, "go_goroutines") {
			t.Errorf("%s: %d, want %d", test.name, res.StatusCode, test.status)
		}
		if (test.status == 401) != (res.Header.Get("WWW-Authenticate") != "") {
			t.Errorf("%s: asks %q", test.name, res.Header.Get("WWW-Authenticate"))
		}
	}
}

// TestRoutesAreBounded: a handler that names routes by their ids does not
// fill the memory.
func TestRoutesAreBounded(t *testing.T) {
	t.Parallel()
	s := open(t, EdgeConfig{}, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { SetRoute(r.Context(), r.URL.Path) }))
	for i := range maxRoutes + 50 {
		ask(t, "GET", fmt.Sprintf("%s/tempat/%d", s.URL, i), "")
	}
	_, body := ask(t, "GET", s.URL+"/metrics", "")
	if n := strings.Count(body, "http_requests_total{"); n > maxRoutes+2 {
		t.Errorf("%d series", n)
	}
	if !strings.Contains(body, `route="other"} 50`) || !strings.Contains(body, `route="/tempat/0"} 1`) {
		t.Error("the routes over the limit are not counted as others")
	}
}
