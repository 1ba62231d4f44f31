package graceful_test

import (
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"rumah/server/web/graceful"
)

// running is a server whose one handler says when it began and waits to be
// let go.
type running struct {
	address    string
	stop       context.CancelFunc
	began, let chan struct{}
	done       chan error
	stopping   chan string
}

func run(t *testing.T, drain time.Duration) *running {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	r := &running{address: "http://" + listener.Addr().String(), stop: stop, began: make(chan struct{}), let: make(chan struct{}),
		done: make(chan error, 1), stopping: make(chan string, 2)}
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		close(r.began)
		select {
		case <-r.let:
			_, _ = io.WriteString(w, "whole")
		case <-q.Context().Done():
		}
	})}
	go func() {
		r.done <- graceful.Serve(ctx, server, listener, drain,
			func() { r.stopping <- "not ready" }, func() { r.stopping <- "balancer knows" })
	}()
	t.Cleanup(stop)
	return r
}

// get asks in the background.
func (r *running) get(t *testing.T) chan string {
	t.Helper()
	got := make(chan string, 1)
	go func() {
		res, err := http.Get(r.address)
		if err != nil {
			got <- "cut"
			return
		}
		defer res.Body.Close()
		body, _ := io.ReadAll(res.Body)
		got <- string(body)
	}()
	return got
}

func TestRequestsInFlightAreServed(t *testing.T) {
	t.Parallel()
	r := run(t, time.Minute)
	got := r.get(t)
	<-r.began
	r.stop()
	if first, second := <-r.stopping, <-r.stopping; first != "not ready" || second != "balancer knows" {
		t.Errorf("stopped in the order %s, %s", first, second)
	}
	for { // the door closes shortly after
		conn, err := net.Dial("tcp", strings.TrimPrefix(r.address, "http://"))
		if err != nil {
			break
		}
		_ = conn.Close()
	}
	select {
	case err := <-r.done:
		t.Fatalf("did not wait: %v", err)
	default:
	}
	close(r.let)
	if body := <-got; body != "whole" {
		t.Errorf("answered %q", body)
	}
	if err := <-r.done; err != nil {
		t.Error(err)
	}
}

func TestNobodyWaitsForEver(t *testing.T) {
	t.Parallel()
	r := run(t, 20*time.Millisecond)
	got := r.get(t)
	<-r.began
	r.stop()
	if body := <-got; body != "cut" {
		t.Errorf("answered %q", body)
	}
	if err := <-r.done; err == nil || !strings.Contains(err.Error(), "still in flight after 20ms") {
		t.Errorf("%v", err)
	}
}

func TestAServerThatFailsSaysSo(t *testing.T) {
	t.Parallel()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = listener.Close()
	called := false
	err = graceful.Serve(t.Context(), &http.Server{}, listener, time.Second, func() { called = true })
	if err == nil || !strings.Contains(err.Error(), "serve 127.0.0.1:") || called {
		t.Errorf("%v, called %v", err, called)
	}
}
