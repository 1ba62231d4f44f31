package web

import (
	"io"
	"net/http"
	"net/netip"
	"strings"
	"testing"
)

var proxies = []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("2001:db8:1::/48")}

func TestClientOf(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, peer, want string
		forwarded        []string
	}{
		{"nobody forwards", "203.0.113.1", "203.0.113.1", nil},
		{"forged by a stranger", "203.0.113.1", "203.0.113.1", []string{"192.0.2.7"}},
		{"one proxy", "10.0.0.1", "192.0.2.7", []string{"192.0.2.7"}},
		{"two proxies", "10.0.0.1", "192.0.2.7", []string{"192.0.2.7, 10.0.0.2"}},
		{"forged before the proxy", "10.0.0.1", "192.0.2.7", []string{"198.51.100.1, 192.0.2.7"}},
		{"forged as one of ours", "10.0.0.1", "192.0.2.7", []string{"10.9.9.9, 192.0.2.7, 10.0.0.2"}},
		{"two lines", "10.0.0.1", "192.0.2.7", []string{"198.51.100.1", "192.0.2.7,10.0.0.2"}},
		{"from inside", "10.0.0.1", "10.0.0.3", []string{"10.0.0.3, 10.0.0.2"}},
		{"empty", "10.0.0.1", "10.0.0.1", []string{""}},
		{"no address", "10.0.0.1", "10.0.0.1", []string{"unknown"}},
		{"no address behind a hop", "10.0.0.1", "10.0.0.2", []string{"192.0.2.7, what, 10.0.0.2"}},
		{"with a port", "10.0.0.1", "192.0.2.7", []string{"192.0.2.7:4711"}},
		{"ipv6", "2001:db8:1::1", "2001:db8:2::7", []string{"2001:db8:2::7"}},
		{"ipv6 in brackets", "10.0.0.1", "2001:db8:2::7", []string{"[2001:db8:2::7]"}},
		{"ipv6 with a port", "10.0.0.1", "2001:db8:2::7", []string{"[2001:db8:2::7]:443"}},
		{"ipv4 in ipv6", "10.0.0.1", "192.0.2.7", []string{"::ffff:192.0.2.7"}},
		{"a zone", "10.0.0.1", "fe80::1", []string{"fe80::1%eth0"}},
	}
	for _, test := range tests {
		if got := clientOf(netip.MustParseAddr(test.peer), test.forwarded, proxies); got.String() != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestPeerOf(t *testing.T) {
	t.Parallel()
	for remote, want := range map[string]string{
		"192.0.2.1:80": "192.0.2.1", "[::1]:80": "::1", "[::ffff:192.0.2.1]:80": "192.0.2.1", "[fe80::1%lo]:80": "fe80::1",
		"@": "invalid IP", "": "invalid IP",
	} {
		if got := peerOf(remote); got.String() != want {
			t.Errorf("%q: %s, want %s", remote, got, want)
		}
	}
}

func TestTruncated(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{"192.0.2.199": "192.0.2.0/24", "2001:db8:1:2:3::4": "2001:db8:1::/48"} {
		if got := truncated(netip.MustParseAddr(in)); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
	if got := truncated(netip.Addr{}); got != "-" {
		t.Errorf("nobody: %s", got)
	}
}

// TestForgedClient shows on a socket that only a trusted peer is believed.
func TestForgedClient(t *testing.T) {
	t.Parallel()
	echo := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, ClientIP(r.Context()).String()) })
	var log book
	wary := open(t, EdgeConfig{Log: log.logger()}, echo)
	for range 3 {
		if _, got := ask(t, "GET", wary.URL, "", "X-Forwarded-For", "192.0.2.7"); got != "127.0.0.1" {
			t.Errorf("a stranger is believed: %s", got)
		}
	}
	trusting := open(t, EdgeConfig{TrustedProxies: loopback}, echo)
	if _, got := ask(t, "GET", trusting.URL, "", "X-Forwarded-For", "192.0.2.7"); got != "192.0.2.7" {
		t.Errorf("a proxy is not believed: %s", got)
	}
	warnings := 0
	for _, line := range log.lines(t) {
		if line["level"] == "WARN" {
			warnings++
		}
	}
	if warnings != 1 {
		t.Errorf("%d warnings about the unknown proxy, want 1", warnings)
	}
}

// FuzzClientOf: whatever a client sends before the entry of our proxy, it is
// counted under the address our proxy saw, and a stranger under its own.
func FuzzClientOf(f *testing.F) {
	for _, seed := range []string{"", "192.0.2.7", "10.0.0.1,10.0.0.2", " , ,", "[::1", "::ffff:10.0.0.1, x", "10.0.0.1:1:1", "[fe80::1%25a]:1"} {
		f.Add(seed)
	}
	const seen = "192.0.2.7"
	proxy, stranger := netip.MustParseAddr("10.0.0.1"), netip.MustParseAddr("203.0.113.1")
	f.Fuzz(func(t *testing.T, sent string) {
		if got := clientOf(stranger, []string{sent}, proxies); got != stranger {
			t.Errorf("a stranger became %s", got)
		}
		for _, forwarded := range [][]string{{sent + "," + seen}, {sent, seen}, {sent, seen + ", 10.0.0.2"}} {
			if got := clientOf(proxy, forwarded, proxies); got.String() != seen {
				t.Errorf("%q: %s", forwarded, got)
			}
		}
		got := clientOf(proxy, []string{sent}, proxies)
		if !got.IsValid() || got.Zone() != "" || got.Is4In6() {
			t.Errorf("%q: not plain: %s", sent, got)
		}
		if got.Is4() && got != proxy && !strings.Contains(sent, got.String()) && !strings.Contains(sent, ":") {
			t.Errorf("%q: %s out of nowhere", sent, got)
		}
	})
}
