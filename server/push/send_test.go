package push_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rumah/server/push"
	"rumah/server/push/pushtest"
)

func sender(t *testing.T, edit ...func(*push.Options)) *push.Sender {
	t.Helper()
	keys, err := push.Parse("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")
	if err != nil {
		t.Fatal(err)
	}
	o := push.Options{Keys: keys, Contact: "mail@contoh.id", Inside: true}
	for _, e := range edit {
		e(&o)
	}
	return push.New(o)
}

func browser(t *testing.T, endpoint string) *pushtest.Browser {
	t.Helper()
	b, err := pushtest.NewBrowser(endpoint)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// What a push service answers is understood as the RFC has it.
func TestAnswers(t *testing.T) {
	t.Parallel()
	service := pushtest.NewService()
	t.Cleanup(service.Close)
	s, b := sender(t), browser(t, service.URL+"/hp")
	for _, c := range []struct {
		status     int
		retryAfter string
		verdict    push.Verdict
		wait       time.Duration
	}{
		{status: 201, verdict: push.Accepted},
		{status: 200, verdict: push.Accepted},
		{status: 202, verdict: push.Accepted},
		{status: 404, verdict: push.Gone},
		{status: 410, verdict: push.Gone},
		{status: 413, verdict: push.Large},
		{status: 429, retryAfter: "7", verdict: push.Later, wait: 7 * time.Second},
		{status: 429, verdict: push.Later},
		{status: 429, retryAfter: "soon", verdict: push.Later},
		{status: 429, retryAfter: "-3", verdict: push.Later},
		{status: 503, retryAfter: time.Now().Add(time.Hour).UTC().Format(http.TimeFormat), verdict: push.Later, wait: time.Hour},
		{status: 503, retryAfter: "Fri, 13 Oct 2000 10:00:00 GMT", verdict: push.Later},
		{status: 503, retryAfter: "99999999", verdict: push.Later, wait: 24 * time.Hour},
		{status: 500, verdict: push.Later},
		{status: 502, verdict: push.Later},
		{status: 408, verdict: push.Later},
		{status: 400, verdict: push.Refused},
		{status: 401, verdict: push.Refused},
		{status: 403, verdict: push.Refused},
		{status: 301, verdict: push.Refused},
		{status: 307, verdict: push.Refused},
	} {
		service.Answer(func(pushtest.Arrival) (int, map[string]string) {
			header := map[string]string{"Location": service.URL + "/elsewhere"}
			if c.retryAfter != "" {
				header["Retry-After"] = c.retryAfter
			}
			return c.status, header
		})
		o := s.Send(t.Context(), push.Sending{To: b.Subscription, Payload: []byte("{}"), TTL: time.Minute, Urgency: "high"})
		if o.Verdict != c.verdict || (o.Wait-c.wait).Abs() > 2*time.Second {
			t.Errorf("%d %q: %+v, want %s %s", c.status, c.retryAfter, o, c.verdict, c.wait)
		}
		if c.verdict != push.Accepted && !strings.HasPrefix(o.Reason, fmt.Sprint(c.status)) {
			t.Errorf("%d: the reason is %q", c.status, o.Reason)
		}
	}
	if n := len(service.Arrivals("elsewhere")); n > 0 {
		t.Errorf("%d redirects were followed", n)
	}
}

// A message says how soon it must be there, for how long it is news, and what
// it takes the place of.
func TestHeaders(t *testing.T) {
	t.Parallel()
	service := pushtest.NewService()
	t.Cleanup(service.Close)
	s, b := sender(t), browser(t, service.URL+"/hp")
	if o := s.Send(t.Context(), push.Sending{To: b.Subscription, Payload: []byte(`{"a":1}`), TTL: 90 * time.Second, Urgency: "high", Topic: "abc"}); o.Verdict != push.Accepted {
		t.Fatalf("%+v", o)
	}
	a := service.Arrivals("hp")[0]
	for name, want := range map[string]string{"TTL": "90", "Urgency": "high", "Topic": "abc", "Content-Encoding": "aes128gcm", "Content-Type": "application/octet-stream"} {
		if got := a.Header.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if !strings.HasPrefix(a.Header.Get("Authorization"), "vapid t=") {
		t.Errorf("signed %q", a.Header.Get("Authorization"))
	}
	if text, err := b.Decrypt(a.Body); err != nil || string(text) != `{"a":1}` {
		t.Errorf("%s %v", text, err)
	}
	s.Send(t.Context(), push.Sending{To: b.Subscription, TTL: -time.Second})
	if a := service.Arrivals("hp")[1]; a.Header.Get("TTL") != "0" || len(a.Header.Values("Topic")) > 0 {
		t.Errorf("%v", a.Header)
	}
}

// Nobody makes us call our own network, whatever a name turns into when it is
// called; and nothing is sent without TLS.
func TestInside(t *testing.T) {
	t.Parallel()
	called := atomic.Int64{}
	handler := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { called.Add(1); w.WriteHeader(201) })
	plain, secure := httptest.NewServer(handler), httptest.NewTLSServer(handler)
	t.Cleanup(plain.Close)
	t.Cleanup(secure.Close)
	_, port, _ := strings.Cut(strings.TrimPrefix(secure.URL, "https://"), ":")
	s := sender(t, func(o *push.Options) { o.Inside = false })
	for _, endpoint := range []string{secure.URL + "/x", "https://localhost:" + port + "/x", plain.URL + "/x", "https://[::1]:" + port + "/"} {
		b := browser(t, endpoint)
		if field := s.Problem(b.Subscription); field != "endpoint" {
			t.Errorf("%s may subscribe: %q", endpoint, field)
		}
		if o := s.Send(t.Context(), push.Sending{To: b.Subscription}); o.Verdict != push.Refused || strings.Contains(o.Reason, port) {
			t.Errorf("%s: %+v", endpoint, o)
		}
	}
	if n := called.Load(); n > 0 {
		t.Errorf("called %d times", n)
	}
}

// What cannot be an address or a key of a browser is refused before it is
// kept.
func TestProblems(t *testing.T) {
	t.Parallel()
	s := sender(t, func(o *push.Options) { o.Inside = false })
	good := browser(t, "https://fcm.googleapis.com/fcm/send/abc:def").Subscription
	if field := s.Problem(good); field != "" {
		t.Fatalf("%q is wrong with a good one", field)
	}
	padded := good
	padded.Auth += "=="
	if field := s.Problem(padded); field != "" {
		t.Errorf("%q is wrong with a padded key", field)
	}
	for _, endpoint := range []string{
		"", "fcm", "/send", "http://fcm.googleapis.com/x", "ftp://fcm.googleapis.com/x", "javascript:alert(1)", "https://", "https:///x", "https://user:pw@fcm.googleapis.com/x",
		"https://fcm.googleapis.com/x#y", "https://localhost/x", "https://db/x", "https://127.0.0.1/x", "https://10.1.2.3/x", "https://169.254.169.254/latest", "https://[::1]/x", "https://8.8.8.8/x",
		"https://printer.local/x", "https://metadata.google.internal/x", "https://metadata.google.internal./x", "https://fcm.googleapis.com:8443/x", "https://fcm.googleapis.com:22/x", "https://%zz/",
	} {
		bad := good
		bad.Endpoint = endpoint
		if field := s.Problem(bad); field != "endpoint" {
			t.Errorf("%q: %q", endpoint, field)
		}
	}
	for _, key := range []string{"", "!!!", "AAAA", good.Auth, good.P256DH[:80], "B" + strings.Repeat("A", 86), strings.Repeat("A", 87)} {
		bad := good
		bad.P256DH = key
		if field := s.Problem(bad); field != "p256dh" {
			t.Errorf("key %q: %q", key, field)
		}
		if o := s.Send(t.Context(), push.Sending{To: bad}); o.Verdict != push.Refused {
			t.Errorf("key %q was sent to: %+v", key, o)
		}
	}
	for _, auth := range []string{"", "AAAA", good.P256DH, "****"} {
		bad := good
		bad.Auth = auth
		if field := s.Problem(bad); field != "auth" {
			t.Errorf("secret %q: %q", auth, field)
		}
	}
}

// A push service that hangs costs its own messages time and nobody else's.
func TestHangingService(t *testing.T) {
	t.Parallel()
	hang := make(chan struct{})
	slow := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		select {
		case <-hang:
		case <-r.Context().Done():
		}
	}))
	t.Cleanup(slow.Close)
	quick := pushtest.NewService()
	t.Cleanup(quick.Close)
	s := sender(t, func(o *push.Options) { o.Patience = 200 * time.Millisecond })
	b := browser(t, slow.URL+"/x")
	if o := s.Send(t.Context(), push.Sending{To: b.Subscription}); o.Verdict != push.Later || o.Reason != "no answer in time" {
		t.Fatalf("%+v", o)
	}
	outcomes := make(chan push.Outcome, 40)
	for range cap(outcomes) {
		go func() { outcomes <- s.Send(t.Context(), push.Sending{To: b.Subscription}) }()
	}
	turned := 0
	for range cap(outcomes) {
		o := <-outcomes
		if o.Verdict != push.Later {
			t.Errorf("%+v", o)
		}
		if o.Wait > 0 {
			turned++
		}
	}
	if turned != 36 {
		t.Errorf("%d of 40 were turned away", turned)
	}
	if o := s.Send(t.Context(), push.Sending{To: browser(t, quick.URL+"/x").Subscription}); o.Verdict != push.Accepted {
		t.Errorf("another service: %+v", o)
	}
	close(hang)
	for range 2 { // it answers again, and everybody is let in
		if o := s.Send(t.Context(), push.Sending{To: b.Subscription}); o.Verdict != push.Accepted {
			t.Errorf("%+v", o)
		}
	}
}

// A service that is not there is tried again; its address is not told.
func TestNobodyThere(t *testing.T) {
	t.Parallel()
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	o := sender(t).Send(t.Context(), push.Sending{To: browser(t, gone.URL+"/rahasia").Subscription})
	if o.Verdict != push.Later || o.Reason == "" || strings.Contains(o.Reason, "rahasia") || strings.Contains(o.Reason, "127.0.0.1") {
		t.Errorf("%+v", o)
	}
	if o := sender(t).Send(t.Context(), push.Sending{To: browser(t, gone.URL).Subscription, Payload: make([]byte, push.MostPayload+1)}); o.Verdict != push.Large {
		t.Errorf("%+v", o)
	}
}
