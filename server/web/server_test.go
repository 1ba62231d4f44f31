package web

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func dial(t *testing.T, s *httptest.Server) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", s.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	if err := conn.SetDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	return conn
}

// start is open with times of its own.
func start(t *testing.T, cfg ServerConfig, edge EdgeConfig) *httptest.Server {
	t.Helper()
	edge.Log = cfg.Log
	cfg.Handler = Edge(edge, smallHouse())
	s := httptest.NewUnstartedServer(nil)
	s.Config = NewServer(cfg)
	s.Start()
	t.Cleanup(s.Close)
	return s
}

// TestSlowClient: who does not finish the header, or the body, is let go.
func TestSlowClient(t *testing.T) {
	t.Parallel()
	var log book
	s := start(t, ServerConfig{ReadHeader: 50 * time.Millisecond, Read: 100 * time.Millisecond, Idle: 50 * time.Millisecond, Log: log.logger()}, EdgeConfig{})
	for name, sent := range map[string]string{
		"half a header":          "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ",
		"nothing at all":         "",
		"half a body":            "POST /tempat/a HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf",
		"nothing after a page":   "GET /tempat/a HTTP/1.1\r\nHost: a\r\n\r\n",
		"half a chunk":           "POST /tempat/a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhalf",
		"half of a next request": "GET /tempat/a HTTP/1.1\r\nHost: a\r\n\r\nGET /tempat/b HT",
	} {
		conn := dial(t, s)
		if _, err := io.WriteString(conn, sent); err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadAll(conn); err != nil {
			t.Errorf("%s: the connection stays: %v", name, err)
		}
	}
}

func TestHugeHeader(t *testing.T) {
	t.Parallel()
	var log book
	s := start(t, ServerConfig{Log: log.logger()}, EdgeConfig{})
	conn := dial(t, s)
	// Just over the limit with its slack: net/http answers and hangs up, and
	// what it has not read would cost the answer.
	_, _ = io.WriteString(conn, "GET / HTTP/1.1\r\nHost: a\r\nX-Huge: "+strings.Repeat("x", 20<<10))
	res, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil || res.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
		t.Fatalf("%v %v", res, err)
	}
	_ = res.Body.Close()
	if res, _ := ask(t, "GET", s.URL, "", "X-Large", strings.Repeat("x", 15<<10)); res.StatusCode != 200 {
		t.Errorf("a header within the limit: %d", res.StatusCode)
	}
}

// TestOldHTTP: HTTP/1.0 has no chunks and need not name a host.
func TestOldHTTP(t *testing.T) {
	t.Parallel()
	var log book
	s := start(t, ServerConfig{Log: log.logger()}, EdgeConfig{})
	for accept, encoding := range map[string]string{"br": "br", "": ""} {
		conn := dial(t, s)
		_, _ = io.WriteString(conn, "GET / HTTP/1.0\r\nAccept-Encoding: "+accept+"\r\n\r\n")
		res, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(res.Body)
		_ = res.Body.Close()
		if err != nil || res.StatusCode != 200 || len(res.TransferEncoding) > 0 || res.Header.Get("Content-Encoding") != encoding ||
			unpack(t, encoding, string(body)) != strings.Repeat("<p>halaman</p>", 200) {
			t.Errorf("%q: %d %v %d bytes, %v", accept, res.StatusCode, res.Header, len(body), err)
		}
	}
	production := start(t, ServerConfig{Log: log.logger()}, EdgeConfig{Production: true, BaseURL: address(t, "https://rumah.example")})
	conn := dial(t, production)
	_, _ = io.WriteString(conn, "GET / HTTP/1.0\r\n\r\n")
	if res, err := http.ReadResponse(bufio.NewReader(conn), nil); err != nil || res.StatusCode != 421 {
		t.Errorf("no host: %v %v", res, err)
	}
}

// TestTargets sends what no client library would.
func TestTargets(t *testing.T) {
	t.Parallel()
	var log book
	s := start(t, ServerConfig{Log: log.logger()}, EdgeConfig{})
	for target, status := range map[string]int{
		"*": 400, "http://evil.example/tempat/a": 200, "//tempat//a": 307, "/../../etc/passwd": 307, "/%00": 404,
		"/tempat/%2e%2e%2f": 200, "/tempat/%zz": 400, "evil": 400, "/healthz/": 404, "//healthz": 307,
	} {
		conn := dial(t, s)
		_, _ = io.WriteString(conn, "GET "+target+" HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
		res, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil || res.StatusCode != status {
			t.Errorf("%s: %v %v, want %d", target, res, err, status)
		}
	}
}

func TestServerHasNoOpenEnd(t *testing.T) {
	t.Parallel()
	s := NewServer(ServerConfig{})
	if s.ReadHeaderTimeout <= 0 || s.ReadTimeout <= 0 || s.WriteTimeout <= 0 || s.IdleTimeout <= 60*time.Second || s.MaxHeaderBytes <= 0 {
		t.Errorf("%+v", s)
	}
	var log book
	NewServer(ServerConfig{Log: log.logger()}).ErrorLog.Print("http: something")
	if lines := log.lines(t); len(lines) != 1 || lines[0]["level"] != "WARN" || lines[0]["msg"] != "http: something" {
		t.Errorf("%v", lines)
	}
}
