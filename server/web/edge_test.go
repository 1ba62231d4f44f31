package web

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"testing"

	"rumah/shared/fault"
)

// book keeps log lines; handlers write to it from many goroutines.
type book struct {
	mu    sync.Mutex
	bytes bytes.Buffer
}

func (b *book) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.bytes.Write(p)
}

func (b *book) lines(t *testing.T) []map[string]any {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	var lines []map[string]any
	for line := range strings.Lines(b.bytes.String()) {
		entry := map[string]any{}
		if err := json.Unmarshal([]byte(line), &entry); err != nil {
			t.Fatalf("log line %q: %v", line, err)
		}
		lines = append(lines, entry)
	}
	return lines
}

func (b *book) logger() *slog.Logger {
	return slog.New(slog.NewJSONHandler(b, &slog.HandlerOptions{Level: slog.LevelDebug}))
}

// smallHouse is a house with one handler of every kind.
func smallHouse() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, strings.Repeat("<p>halaman</p>", 200))
	})
	mux.HandleFunc("GET /tempat/{id}", func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, "tempat "+r.PathValue("id"))
	})
	mux.HandleFunc("POST /tempat/{id}", func(w http.ResponseWriter, r *http.Request) {
		if _, err := io.Copy(io.Discard, r.Body); err != nil {
			w.WriteHeader(http.StatusRequestEntityTooLarge)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("GET /api/places/{id}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, `{"id":"a"}`)
	})
	mux.HandleFunc("POST /api/places", func(w http.ResponseWriter, r *http.Request) {
		n, _ := io.Copy(io.Discard, r.Body)
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(n)
	})
	mux.HandleFunc("/panic", func(http.ResponseWriter, *http.Request) { panic("the roof leaks") })
	mux.HandleFunc("/api/panic", func(http.ResponseWriter, *http.Request) { panic("the roof leaks") })
	mux.HandleFunc("/late", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, "half ")
		_ = http.NewResponseController(w).Flush()
		panic("the roof leaks late")
	})
	mux.HandleFunc("/abort", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
	return mux
}

// open starts the edge before a handler on a socket of its own.
func open(t testing.TB, cfg EdgeConfig, next http.Handler) *httptest.Server {
	t.Helper()
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	s := httptest.NewUnstartedServer(nil)
	s.Config = NewServer(ServerConfig{Handler: Edge(cfg, next), Log: cfg.Log})
	s.Start()
	t.Cleanup(s.Close)
	return s
}

// plainClient unpacks nothing and follows nothing.
var plainClient = &http.Client{
	Transport:     &http.Transport{DisableCompression: true, MaxIdleConnsPerHost: 8},
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

// ask makes a request with headers given as pairs; "Host" sets the host.
func ask(t testing.TB, method, address, body string, headers ...string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
			continue
		}
		r.Header.Add(headers[i], headers[i+1])
	}
	res, err := plainClient.Do(r)
	if err != nil {
		t.Fatalf("%s %s: %v", method, address, err)
	}
	defer res.Body.Close()
	got, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatalf("%s %s: body: %v", method, address, err)
	}
	return res, string(got)
}

func address(t testing.TB, s string) *url.URL {
	t.Helper()
	u, err := url.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

var loopback = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("::1/128")}

// TestEveryAnswerIsGuarded looks at the headers of every kind of answer.
func TestEveryAnswerIsGuarded(t *testing.T) {
	t.Parallel()
	s := open(t, EdgeConfig{
		Production: true, BaseURL: address(t, "https://rumah.example"), TrustedProxies: loopback, RedirectHTTPS: true,
		Limits: Limits{Writes: Budget{PerSecond: 0.001, Burst: 3}},
		ErrorPage: func(w http.ResponseWriter, r *http.Request, f *fault.Fault) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.WriteHeader(http.StatusTeapot)
			_, _ = io.WriteString(w, "<p>"+string(f.Code)+" "+f.Ref)
		},
	}, smallHouse())
	const forged = "203.0.113.9"
	tests := []struct {
		name, method, path string
		headers            []string
		body               string
		status             int
	}{
		{"page", "GET", "/", nil, "", 200},
		{"page, head", "HEAD", "/", nil, "", 200},
		{"unknown", "GET", "/none", nil, "", 404},
		{"wrong method of a route", "DELETE", "/tempat/a", []string{"X-Forwarded-For", "192.0.2.1"}, "", 405},
		{"json", "GET", "/api/places/a", nil, "", 200},
		{"no content", "POST", "/tempat/a", nil, "x", 204},
		{"panic, page", "GET", "/panic", nil, "", 500},
		{"panic, json", "GET", "/api/panic", nil, "", 500},
		{"strange method", "BREW", "/", []string{"X-Forwarded-For", "192.0.2.2"}, "", 405},
		{"long address", "GET", "/" + strings.Repeat("a", 5000), nil, "", 414},
		{"other host", "GET", "/", []string{"Host", "evil.example"}, "", 421},
		{"plain http", "GET", "/tempat/a?b=c", []string{"X-Forwarded-Proto", "http"}, "", 308},
		{"plain http, write", "POST", "/tempat/a", []string{"X-Forwarded-Proto", "http", "X-Forwarded-For", "192.0.2.3"}, "x", 403},
		{"cross origin", "POST", "/tempat/a", []string{"Origin", "https://evil.example"}, "x", 403},
		{"huge body", "POST", "/tempat/a", nil, strings.Repeat("x", 65<<10), 413},
		{"too many", "POST", "/tempat/a", nil, "x", 429},
		{"too many, json", "POST", "/api/places", nil, "x", 429},
		{"alive", "GET", "/healthz", []string{"Host", "10.0.0.1"}, "", 200},
		{"ready", "GET", "/readyz", []string{"Host", "10.0.0.1"}, "", 200},
		{"metrics from outside", "GET", "/metrics", []string{"X-Forwarded-For", forged}, "", 403},
	}
	for _, test := range tests {
		headers := append([]string{"Host", "rumah.example"}, test.headers...)
		res, body := ask(t, test.method, s.URL+test.path, test.body, headers...)
		if res.StatusCode != test.status {
			t.Errorf("%s: status %d, want %d: %s", test.name, res.StatusCode, test.status, body)
		}
		want := map[string]string{
			"Content-Security-Policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
				"img-src 'self' data: blob:; font-src 'self'; connect-src 'self' wss://rumah.example; manifest-src 'self'; " +
				"worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; upgrade-insecure-requests",
			"X-Content-Type-Options":       "nosniff",
			"Referrer-Policy":              "strict-origin-when-cross-origin",
			"Permissions-Policy":           permissions,
			"Cross-Origin-Opener-Policy":   "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin",
			"Strict-Transport-Security":    "max-age=31536000",
		}
		for name, value := range want {
			if got := res.Header.Values(name); len(got) != 1 || got[0] != value {
				t.Errorf("%s: %s is %q", test.name, name, got)
			}
		}
		if id := res.Header.Get("X-Request-Id"); !wellFormed(id) {
			t.Errorf("%s: request id %q", test.name, id)
		}
		if test.status >= 400 && test.status != 404 && test.name != "wrong method of a route" && res.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: may be kept: %q", test.name, res.Header.Get("Cache-Control"))
		}
		if strings.Contains(body, "roof") || strings.Contains(body, "goroutine") {
			t.Errorf("%s: tells its cause: %s", test.name, body)
		}
	}
}

func TestDevelopmentPolicy(t *testing.T) {
	t.Parallel()
	s := open(t, EdgeConfig{}, smallHouse())
	for host, want := range map[string]string{
		"localhost:8080":  "connect-src 'self' ws://localhost:8080 wss://localhost:8080; manifest",
		"[::1]:8080":      "connect-src 'self' ws://[::1]:8080 wss://[::1]:8080; manifest",
		"a;script-src%20": "connect-src 'self'; manifest",
	} {
		res, _ := ask(t, "GET", s.URL, "", "Host", host)
		policy := res.Header.Get("Content-Security-Policy")
		if !strings.Contains(policy, want) || strings.Contains(policy, "upgrade-insecure") {
			t.Errorf("%s: %s", host, policy)
		}
		if strings.Count(policy, "script-src") != 1 {
			t.Errorf("%s wrote a directive: %s", host, policy)
		}
		if hsts := res.Header.Get("Strict-Transport-Security"); hsts != "" {
			t.Errorf("HSTS in development: %s", hsts)
		}
	}
}

// TestWithoutEdge shows that the values of the context are safe to ask for
// outside of a request.
func TestWithoutEdge(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	SetRoute(ctx, "/x")
	if RequestID(ctx) != "" || ClientIP(ctx).IsValid() {
		t.Error("something out of nothing")
	}
}
