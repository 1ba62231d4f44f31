package web

import (
	"bufio"
	"io"
	"net/http"
	"strings"
	"testing"
)

func TestOrigins(t *testing.T) {
	t.Parallel()
	s := open(t, EdgeConfig{BaseURL: address(t, "https://rumah.example")}, smallHouse())
	own := strings.TrimPrefix(s.URL, "http://")
	tests := []struct {
		name, method string
		headers      []string
		status       int
	}{
		{"same origin", "POST", []string{"Sec-Fetch-Site", "same-origin", "Origin", s.URL}, 204},
		{"same origin, old browser", "POST", []string{"Origin", "http://" + own}, 204},
		{"typed in", "POST", []string{"Sec-Fetch-Site", "none"}, 204},
		{"no browser", "POST", nil, 204},
		{"the public name behind a proxy that changes Host", "POST", []string{"Sec-Fetch-Site", "cross-site", "Origin", "https://rumah.example"}, 204},
		{"another site", "POST", []string{"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"}, 403},
		{"a sister domain", "POST", []string{"Sec-Fetch-Site", "same-site", "Origin", "https://evil.rumah.example"}, 403},
		{"another site, old browser", "POST", []string{"Origin", "https://evil.example"}, 403},
		{"a sandbox", "POST", []string{"Origin", "null"}, 403},
		{"another port", "POST", []string{"Origin", "http://127.0.0.1:1"}, 403},
		{"another site reads", "GET", []string{"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"}, 200},
	}
	for _, test := range tests {
		res, body := ask(t, test.method, s.URL+"/tempat/a", "x", test.headers...)
		if res.StatusCode != test.status {
			t.Errorf("%s: %d, want %d", test.name, res.StatusCode, test.status)
		}
		if test.status == 403 && (!strings.Contains(body, "situs lain") || !strings.HasPrefix(res.Header.Get("Content-Type"), "text/html")) {
			t.Errorf("%s: %s", test.name, body)
		}
	}
	res, body := ask(t, "POST", s.URL+"/api/places", "{}", "Origin", "https://evil.example")
	if res.StatusCode != 403 || body != `{"code":"denied","key":"cross_origin"}`+"\n" || res.Header.Get("Content-Type") != "application/json" {
		t.Errorf("json: %d %s", res.StatusCode, body)
	}
}

func TestOneHost(t *testing.T) {
	t.Parallel()
	production := open(t, EdgeConfig{Production: true, BaseURL: address(t, "https://rumah.example:8443")}, smallHouse())
	development := open(t, EdgeConfig{BaseURL: address(t, "https://rumah.example")}, smallHouse())
	tests := []struct {
		server, host string
		status       int
	}{
		{production.URL, "rumah.example:8443", 200},
		{production.URL, "RUMAH.example:8443", 200},
		{production.URL, "rumah.example", 421},
		{production.URL, "rumah.example.evil.example", 421},
		{production.URL, "127.0.0.1", 421},
		{development.URL, "127.0.0.1", 200},
	}
	for _, test := range tests {
		if res, _ := ask(t, "GET", test.server, "", "Host", test.host); res.StatusCode != test.status {
			t.Errorf("%s: %d, want %d", test.host, res.StatusCode, test.status)
		}
	}
}

func TestHTTPS(t *testing.T) {
	t.Parallel()
	base := address(t, "https://rumah.example")
	asked := open(t, EdgeConfig{BaseURL: base, TrustedProxies: loopback, RedirectHTTPS: true}, smallHouse())
	unasked := open(t, EdgeConfig{BaseURL: base, TrustedProxies: loopback}, smallHouse())
	wary := open(t, EdgeConfig{BaseURL: base, RedirectHTTPS: true}, smallHouse())
	tests := []struct {
		server, method, path, proto string
		status                      int
		to                          string
	}{
		{asked.URL, "GET", "/tempat/a%2Fb?x=1&y=2", "http", 308, "https://rumah.example/tempat/a%2Fb?x=1&y=2"},
		{asked.URL, "GET", "//evil.example/", "http", 308, "https://rumah.example//evil.example/"},
		{asked.URL, "HEAD", "/", "http", 308, "https://rumah.example/"},
		{asked.URL, "POST", "/tempat/a", "http", 403, ""},
		{asked.URL, "GET", "/", "https", 200, ""},
		{asked.URL, "GET", "/healthz", "http", 200, ""},
		{unasked.URL, "GET", "/", "http", 200, ""},
		{wary.URL, "GET", "/", "http", 200, ""},
	}
	for _, test := range tests {
		res, _ := ask(t, test.method, test.server+test.path, "", "X-Forwarded-Proto", test.proto)
		if res.StatusCode != test.status || res.Header.Get("Location") != test.to {
			t.Errorf("%s %s over %s: %d to %q", test.method, test.path, test.proto, res.StatusCode, res.Header.Get("Location"))
		}
	}
}

func TestBodies(t *testing.T) {
	t.Parallel()
	s := open(t, EdgeConfig{MaxBody: 1000}, smallHouse())
	post := func(path string, body io.Reader) *http.Response {
		r, err := http.NewRequestWithContext(t.Context(), "POST", s.URL+path, body)
		if err != nil {
			t.Fatal(err)
		}
		res, err := plainClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		_ = res.Body.Close()
		return res
	}
	fits, large := strings.Repeat("x", 1000), strings.Repeat("x", 1001)
	if res := post("/tempat/a", strings.NewReader(fits)); res.StatusCode != 204 {
		t.Errorf("a body at the limit: %d", res.StatusCode)
	}
	if res := post("/tempat/a", strings.NewReader(large)); res.StatusCode != 413 {
		t.Errorf("a body over it that says so: %d", res.StatusCode)
	}
	// A reader of unknown length is sent in chunks: its size shows on reading.
	if res := post("/tempat/a", bufio.NewReader(strings.NewReader(large))); res.StatusCode != 413 {
		t.Errorf("a body over it that does not say so: %d", res.StatusCode)
	}
	if res := post("/api/places", strings.NewReader(large)); res.StatusCode != 200 {
		t.Errorf("the limit of pages holds for operations: %d", res.StatusCode)
	}
}

func TestMethods(t *testing.T) {
	t.Parallel()
	s := open(t, EdgeConfig{}, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	for method, status := range map[string]int{"GET": 200, "HEAD": 200, "POST": 200, "PUT": 200, "PATCH": 200, "DELETE": 200,
		"OPTIONS": 405, "TRACE": 405, "CONNECT": 405, "get": 405, "PROPFIND": 405} {
		res, _ := ask(t, method, s.URL+"/x", "")
		if res.StatusCode != status || (status == 405) != (res.Header.Get("Allow") == methods) {
			t.Errorf("%s: %d, Allow %q", method, res.StatusCode, res.Header.Get("Allow"))
		}
	}
}

func TestLongTarget(t *testing.T) {
	t.Parallel()
	s := open(t, EdgeConfig{MaxURL: 100}, smallHouse())
	fits := "/?" + strings.Repeat("a", 98)
	if res, _ := ask(t, "GET", s.URL+fits, ""); res.StatusCode != 200 {
		t.Errorf("at the limit: %d", res.StatusCode)
	}
	if res, _ := ask(t, "GET", s.URL+fits+"a", ""); res.StatusCode != 414 {
		t.Errorf("over the limit: %d", res.StatusCode)
	}
}
