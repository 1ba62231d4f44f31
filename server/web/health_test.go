package web

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestReadiness(t *testing.T) {
	t.Parallel()
	var log book
	health := NewHealth(func(context.Context) error { return errors.New("database at 10.0.0.5 is gone") })
	s := open(t, EdgeConfig{Health: health, Log: log.logger()}, smallHouse())
	for range 2 {
		if res, body := ask(t, "GET", s.URL+"/readyz", ""); res.StatusCode != 503 || body != "not ready\n" || res.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("without a database: %d %s", res.StatusCode, body)
		}
	}
	if res, body := ask(t, "GET", s.URL+"/healthz", ""); res.StatusCode != 200 || body != "alive\n" {
		t.Errorf("the process lives: %d %s", res.StatusCode, body)
	}
	if res, _ := ask(t, "POST", s.URL+"/healthz", ""); res.StatusCode != 405 || res.Header.Get("Allow") != "GET, HEAD" {
		t.Errorf("post: %d", res.StatusCode)
	}
	warnings := 0
	for _, line := range log.lines(t) {
		if line["msg"] == "not ready" && strings.Contains(line["err"].(string), "10.0.0.5") {
			warnings++
		}
		if line["msg"] == "request" && line["level"] != "DEBUG" {
			t.Errorf("logged loudly: %v", line)
		}
	}
	if warnings != 1 {
		t.Errorf("%d lines about one change", warnings)
	}
}

func TestReadinessComesBackAndDrains(t *testing.T) {
	t.Parallel()
	var down atomic.Bool
	health := NewHealth(func(context.Context) error {
		if down.Load() {
			return errors.New("gone")
		}
		return nil
	})
	synctest.Test(t, func(t *testing.T) {
		expect := func(want bool) {
			t.Helper()
			if err := health.Ready(t.Context()); (err == nil) != want {
				t.Errorf("ready: %v", err)
			}
		}
		expect(true)
		down.Store(true)
		expect(true) // asked a moment ago
		time.Sleep(readyWithin)
		expect(false)
		down.Store(false)
		time.Sleep(readyWithin)
		expect(true)
		health.SetDraining()
		expect(false)
	})
	s := open(t, EdgeConfig{Health: health}, smallHouse())
	if res, body := ask(t, "GET", s.URL+"/readyz", ""); res.StatusCode != 503 || body != "draining\n" {
		t.Errorf("%d %s", res.StatusCode, body)
	}
	if res, _ := ask(t, "GET", s.URL+"/", ""); res.StatusCode != 200 {
		t.Errorf("those who still come are not served: %d", res.StatusCode)
	}
}

// TestSlowDatabase: a database that hangs is not ready after a second, and a
// hundred who ask ask it once.
func TestSlowDatabase(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		asked := 0
		health := NewHealth(func(ctx context.Context) error {
			asked++
			<-ctx.Done()
			return ctx.Err()
		})
		start := time.Now()
		var all sync.WaitGroup
		for range 100 {
			all.Go(func() {
				if err := health.Ready(t.Context()); !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("ready: %v", err)
				}
			})
		}
		all.Wait()
		if took := time.Since(start); took != readyWithin || asked != 1 {
			t.Errorf("took %s, asked %d times", took, asked)
		}
	})
}
