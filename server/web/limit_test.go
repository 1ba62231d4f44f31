package web

import (
	"encoding/json"
	"net/netip"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

	"rumah/shared/fault"
)

func TestLimitAndRecovery(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		m := newLimiter(Limits{Pages: Budget{PerSecond: 2, Burst: 3}}, time.Now)
		a, b := netip.MustParseAddr("192.0.2.1"), netip.MustParseAddr("192.0.2.2")
		for i := range 3 {
			if wait := m.take(a, pagesBudget); wait != 0 {
				t.Fatalf("request %d waits %s", i, wait)
			}
		}
		if wait := m.take(a, pagesBudget); wait != time.Second/2 {
			t.Errorf("the fourth waits %s", wait)
		}
		if m.take(b, pagesBudget) != 0 || m.take(a, readsBudget) != 0 || m.take(a, writesBudget) != 0 {
			t.Error("one budget is taken from another")
		}
		time.Sleep(time.Second/2 - 1)
		if wait := m.take(a, pagesBudget); wait != 1 {
			t.Errorf("a moment too early waits %s", wait)
		}
		time.Sleep(time.Nanosecond)
		if wait := m.take(a, pagesBudget); wait != 0 {
			t.Errorf("after the wait it waits %s again", wait)
		}
		time.Sleep(time.Hour)
		for i := range 3 {
			if wait := m.take(a, pagesBudget); wait != 0 {
				t.Errorf("a rested address waits %s at %d", wait, i)
			}
		}
		if m.take(a, pagesBudget) == 0 {
			t.Error("rest saves up more than the burst")
		}
	})
}

func TestLimitCountsNetworks(t *testing.T) {
	t.Parallel()
	same := func(a, b string) bool { return keyOf(netip.MustParseAddr(a)) == keyOf(netip.MustParseAddr(b)) }
	if !same("2001:db8:1:2::1", "2001:db8:1:2:ffff::9") {
		t.Error("one /64 is two clients")
	}
	if same("2001:db8:1:2::1", "2001:db8:1:3::1") || same("192.0.2.1", "192.0.2.2") || same("::1", "192.0.2.1") {
		t.Error("two networks are one client")
	}
	if keyOf(netip.Addr{}) != 0 {
		t.Error("those without an address are not counted together")
	}
}

// TestLimitForgetsNothingThatMatters compares with buckets that are never
// forgotten, over generations.
func TestLimitForgetsNothingThatMatters(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		now := time.Unix(1_700_000_000, 0)
		m := newLimiter(Limits{Pages: Budget{2, 4}, Reads: Budget{5, 5}, Writes: Budget{1, 3}}, func() time.Time { return now })
		type bucket struct {
			tokens float64
			at     time.Time
		}
		model := map[[2]int]bucket{}
		for range rapid.IntRange(1, 200).Draw(t, "requests") {
			now = now.Add(time.Duration(rapid.IntRange(0, 40).Draw(t, "tenths")) * 100 * time.Millisecond)
			who, kind := rapid.IntRange(0, 3).Draw(t, "who"), rapid.IntRange(0, budgets-1).Draw(t, "kind")
			rate := []float64{2, 5, 1}[kind]
			most := []float64{4, 5, 3}[kind]
			b, ok := model[[2]int{who, kind}]
			if !ok {
				b = bucket{most, now}
			}
			b.tokens = min(most, b.tokens+now.Sub(b.at).Seconds()*rate)
			b.at = now
			allowed := b.tokens > 1-1e-6
			if allowed {
				b.tokens--
			}
			model[[2]int{who, kind}] = b
			got := m.take(netip.AddrFrom4([4]byte{192, 0, 2, byte(who)}), kind)
			if (got == 0) != allowed {
				t.Fatalf("client %d, budget %d: wait %s, tokens %f", who, kind, got, b.tokens)
			}
		}
	})
}

// TestLimitMemory states what 100,000 addresses cost, and that a million cost
// no more.
func TestLimitMemory(t *testing.T) {
	m := newLimiter(Limits{}, time.Now)
	heap := func() int64 {
		runtime.GC()
		var s runtime.MemStats
		runtime.ReadMemStats(&s)
		return int64(s.HeapAlloc)
	}
	before := heap()
	for i := range 1_000_000 {
		m.take(netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)}), pagesBudget)
		if len(m.young)+len(m.old) > 100_000 {
			t.Fatalf("%d addresses are remembered", len(m.young)+len(m.old))
		}
	}
	cost := heap() - before
	t.Logf("%d addresses: %d KB", len(m.young)+len(m.old), cost>>10)
	if cost > 12<<20 {
		t.Errorf("100,000 addresses cost %d MB", cost>>20)
	}
	runtime.KeepAlive(m)
}

func TestTooMany(t *testing.T) {
	t.Parallel()
	metrics := NewMetrics(MetricsConfig{})
	s := open(t, EdgeConfig{TrustedProxies: loopback, Metrics: metrics,
		Limits: Limits{Pages: Budget{1, 2}, Reads: Budget{0.1, 1}, Writes: Budget{0.5, 1}}}, smallHouse())
	from := func(ip string) []string { return []string{"X-Forwarded-For", ip} }
	for range 2 {
		if res, _ := ask(t, "GET", s.URL, "", from("192.0.2.1")...); res.StatusCode != 200 {
			t.Fatalf("within the budget: %d", res.StatusCode)
		}
	}
	res, body := ask(t, "GET", s.URL+"/en", "", from("192.0.2.1")...)
	if res.StatusCode != 429 || res.Header.Get("Retry-After") != "1" || !strings.Contains(body, "Wait 1 seconds") {
		t.Errorf("page: %d, Retry-After %q: %s", res.StatusCode, res.Header.Get("Retry-After"), body)
	}
	if res, _ := ask(t, "GET", s.URL, "", from("192.0.2.2")...); res.StatusCode != 200 {
		t.Errorf("the neighbour pays too: %d", res.StatusCode)
	}
	ask(t, "GET", s.URL+"/api/places/a", "", from("192.0.2.1")...)
	res, body = ask(t, "GET", s.URL+"/api/places/a", "", from("192.0.2.1")...)
	var f fault.Fault
	if err := json.Unmarshal([]byte(body), &f); err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	if res.StatusCode != 429 || f.Code != fault.Busy || f.Retry < 9 || strconv.Itoa(f.Retry) != res.Header.Get("Retry-After") {
		t.Errorf("json: %d, Retry-After %q: %s", res.StatusCode, res.Header.Get("Retry-After"), body)
	}
	ask(t, "POST", s.URL+"/tempat/a", "", from("192.0.2.1")...)
	if res, _ = ask(t, "POST", s.URL+"/api/places", "", from("192.0.2.1")...); res.StatusCode != 429 {
		t.Errorf("forms and operations do not share a budget: %d", res.StatusCode)
	}
	for range 20 {
		if res, _ = ask(t, "GET", s.URL+"/healthz", "", from("192.0.2.1")...); res.StatusCode != 200 {
			t.Fatalf("the balancer is limited: %d", res.StatusCode)
		}
	}
	if _, body = ask(t, "GET", s.URL+"/metrics", ""); !strings.Contains(body, `http_limited_total{budget="pages"} 1`) {
		t.Error("what was limited is not counted")
	}
}

func TestLimitsOff(t *testing.T) {
	t.Parallel()
	s := open(t, EdgeConfig{Limits: Limits{Off: true, Pages: Budget{1, 1}}}, smallHouse())
	for range 5 {
		if res, _ := ask(t, "GET", s.URL, ""); res.StatusCode != 200 {
			t.Fatalf("limited: %d", res.StatusCode)
		}
	}
}
