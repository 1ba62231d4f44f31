// Package push hands encrypted messages to the push services of browsers
// (RFC 8030, 8188, 8291, 8292). It knows nothing of who gets them.
package push

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"rumah/server/outside"
)

// Sending is one message to one browser.
type Sending struct {
	To      Subscription
	Payload []byte
	TTL     time.Duration // after it the push service gives up
	Urgency string        // "high", "normal" or "low"
	Topic   string        // one that waits with the same topic is replaced
}

// Verdict is what a push service made of a message.
type Verdict string

// The verdicts.
const (
	Accepted Verdict = "accepted"
	Gone     Verdict = "gone"    // the subscription has ended
	Large    Verdict = "large"   // a shorter one may be accepted
	Later    Verdict = "later"   // try again, after Wait when it is not 0
	Refused  Verdict = "refused" // trying again is of no use
)

// Outcome is a verdict with its reason.
type Outcome struct {
	Verdict Verdict
	Wait    time.Duration
	Reason  string
}

// Options are what a Sender needs.
type Options struct {
	Keys    Keys
	Contact string // of who runs the house: "https:..." or "name@host"; some push services call it
	Inside  bool   // push services may be in our own network, and without TLS: for trying out

	Patience time.Duration // with a push service; 0 for the usual
}

// Sender sends.
type Sender struct {
	Options
	client *http.Client
	passes passes
	hosts  hosts
}

const (
	// patience is how long a push service may take.
	patience = 10 * time.Second
	// keptConns are connections kept to one push service; there are three or
	// four of them in the world.
	keptConns = 600
)

// New returns a sender.
func New(o Options) *Sender {
	if o.Patience == 0 {
		o.Patience = patience
	}
	return &Sender{Options: o, client: outside.Client(o.Inside, o.Patience, keptConns), passes: passes{keys: o.Keys, subject: subject(o.Contact)}}
}

// Send hands a message over. It never fails: what went wrong is in the
// outcome.
func (s *Sender) Send(ctx context.Context, m Sending) Outcome {
	if len(m.Payload) > MostPayload {
		return Outcome{Verdict: Large, Reason: "too long to be encrypted"}
	}
	r, err := s.request(ctx, m)
	if err != nil {
		return Outcome{Verdict: Refused, Reason: err.Error()} // a key that is none
	}
	leave, ok := s.hosts.enter(r.URL.Host, time.Now())
	if !ok {
		return Outcome{Verdict: Later, Wait: hungWait, Reason: "its push service does not answer others either"}
	}
	answer, err := s.client.Do(r)
	if err != nil {
		leave(hangs(err), time.Now())
		return failed(err)
	}
	defer answer.Body.Close()
	said, err := io.ReadAll(io.LimitReader(answer.Body, mostSaid)) // a reason, when there is one
	leave(hangs(err), time.Now())
	return judge(answer, string(said[:min(len(said), mostReason)]))
}

// How much of an answer is read, so that the connection is used again, and
// how much of it is kept.
const mostSaid, mostReason = 16 << 10, 300

// request is a message as a push service takes it.
func (s *Sender) request(ctx context.Context, m Sending) (*http.Request, error) {
	to, auth, err := m.To.keys()
	if err != nil {
		return nil, err
	}
	body, err := seal(m.Payload, to, auth)
	if err != nil {
		return nil, err
	}
	pass, err := s.passes.header(m.To.Endpoint, time.Now())
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, m.To.Endpoint, bytes.NewReader(body))
	if err != nil || r.URL.Scheme != "https" && !s.Inside {
		return nil, errors.New("the endpoint is no address")
	}
	r.Header = http.Header{
		"Authorization": {pass}, "Content-Encoding": {"aes128gcm"}, "Content-Type": {"application/octet-stream"},
		"Ttl": {strconv.Itoa(max(0, int(m.TTL.Seconds())))}, "Urgency": {m.Urgency}, "User-Agent": {"rumah"},
	}
	if m.Topic != "" {
		r.Header.Set("Topic", m.Topic)
	}
	return r, nil
}

// failed is the outcome of what no push service has seen, or has answered.
func failed(err error) Outcome {
	var reach *url.Error
	if errors.Is(err, outside.ErrInside) {
		return Outcome{Verdict: Refused, Reason: "inside our own network"}
	}
	if errors.As(err, &reach) { // its text has the address, which is a secret
		err = reach.Err
	}
	return Outcome{Verdict: Later, Reason: reason(err)}
}

// hangs reports whether a call ended because nobody answered.
func hangs(err error) bool {
	var timeout net.Error
	return errors.As(err, &timeout) && timeout.Timeout()
}

// reason is a short text without addresses.
func reason(err error) string {
	if hangs(err) {
		return "no answer in time"
	}
	var op *net.OpError
	if errors.As(err, &op) {
		return op.Op + ": " + op.Err.Error()
	}
	return err.Error()
}

func judge(answer *http.Response, said string) Outcome {
	o := Outcome{Verdict: Refused, Reason: strings.TrimSpace(strconv.Itoa(answer.StatusCode) + " " + strings.Join(strings.Fields(said), " "))}
	switch code := answer.StatusCode; {
	case code >= 200 && code < 300:
		return Outcome{Verdict: Accepted}
	case code == http.StatusNotFound || code == http.StatusGone:
		o.Verdict = Gone
	case code == http.StatusRequestEntityTooLarge:
		o.Verdict = Large
	case code == http.StatusTooManyRequests || code == http.StatusRequestTimeout || code >= 500:
		o.Verdict, o.Wait = Later, retryAfter(answer.Header.Get("Retry-After"), time.Now())
	}
	return o
}

// mostWait bounds what a push service may ask for.
const mostWait = 24 * time.Hour

// retryAfter reads the header, which has seconds or a date.
func retryAfter(text string, now time.Time) time.Duration {
	if seconds, err := strconv.Atoi(text); err == nil {
		return min(max(0, time.Duration(seconds)*time.Second), mostWait)
	}
	if at, err := http.ParseTime(text); err == nil {
		return min(max(0, at.Sub(now)), mostWait)
	}
	return 0
}
