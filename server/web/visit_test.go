package web

import (
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"testing"
)

func TestRequestID(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for range 10_000 {
		id := newID(rand.Uint64())
		if !wellFormed(id) || seen[id] {
			t.Fatalf("id %q, seen before: %v", id, seen[id])
		}
		seen[id] = true
	}
	if a, b := newID(0), newID(1<<40-1); a != "0000-0000" || b != "ZZZZ-ZZZZ" {
		t.Errorf("ends of the range: %s, %s", a, b)
	}
	for _, bad := range []string{"", "K7F3Q2XM", "K7F3-Q2X", "K7F3-Q2XMM", "k7f3-q2xm", "K7F3_Q2XM", "K7F3-Q2XI",
		"K7F3-Q2XL", "K7F3-Q2XO", "K7F3-Q2XU", "K7F3-Q2X\n", "-7F3-Q2XM"} {
		if wellFormed(bad) {
			t.Errorf("%q counts as well formed", bad)
		}
	}
}

func TestRequestIDComesOnlyFromTrustedProxies(t *testing.T) {
	t.Parallel()
	echo := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, RequestID(r.Context())) })
	trusting := open(t, EdgeConfig{TrustedProxies: loopback}, echo)
	wary := open(t, EdgeConfig{}, echo)
	const good = "K7F3-Q2XM"
	tests := []struct {
		server, sent string
		kept         bool
	}{
		{trusting.URL, good, true},
		{trusting.URL, "K7F3-Q2XO", false},
		{trusting.URL, "<script>", false},
		{trusting.URL, strings.Repeat("K", 3000), false},
		{wary.URL, good, false},
	}
	for _, test := range tests {
		res, body := ask(t, "GET", test.server, "", "X-Request-Id", test.sent)
		id := res.Header.Get("X-Request-Id")
		if (id == test.sent) != test.kept || !wellFormed(id) || body != id {
			t.Errorf("sent %.20q: header %q, context %q", test.sent, id, body)
		}
	}
}
