// Package push hands encrypted messages to the push services of browsers
// (RFC 8030, 8188, 8291, 8292). It knows nothing of who gets them.
package push

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/mail"
	"net/url"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	webpush "github.com/SherClockHolmes/webpush-go"

	"rumah/server/outside"
)

// Sending is one message to one browser.
type Sending struct {
	To      Subscription
	Payload []byte
	TTL     time.Duration // after it the push service gives up
	Urgency string        // Urgent, "normal" or "low"
	Topic   string        // one that waits with the same topic is replaced
}

// Urgent is the urgency of what must be there now.
const Urgent = "high"

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
	hosts  hosts
	desk   chan struct{} // where what can wait is sealed, a few at a time
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
	return &Sender{Options: o, client: outside.Client(o.Inside, o.Patience, keptConns), desk: make(chan struct{}, runtime.GOMAXPROCS(0))}
}

// Send hands a message over. It never fails: what went wrong is in the
// outcome.
func (s *Sender) Send(ctx context.Context, m Sending) Outcome {
	if len(m.Payload) > MostPayload {
		return Outcome{Verdict: Large, Reason: "too long to be encrypted"}
	}
	u, err := url.Parse(m.To.Endpoint)
	if err == nil {
		_, _, err = m.To.keys()
	}
	if err != nil || u.Scheme != "https" && !s.Inside {
		return Outcome{Verdict: Refused, Reason: "what its browser said is no subscription"}
	}
	leave, ok := s.hosts.enter(u.Host, time.Now())
	if !ok {
		return Outcome{Verdict: Later, Wait: hungWait, Reason: "its push service does not answer others either"}
	}
	carrier := s.carrier(m.Urgency)
	defer carrier.sealed()
	answer, err := webpush.SendNotificationWithContext(ctx, m.Payload, &webpush.Subscription{
		Endpoint: m.To.Endpoint, Keys: webpush.Keys{P256dh: m.To.P256DH, Auth: m.To.Auth},
	}, &webpush.Options{
		HTTPClient: carrier, RecordSize: record(len(m.Payload)), Subscriber: subject(s.Contact), TTL: max(0, int(m.TTL.Seconds())),
		Topic: m.Topic, Urgency: webpush.Urgency(m.Urgency), VAPIDPublicKey: s.Keys.Public, VAPIDPrivateKey: s.Keys.Private,
	})
	if err != nil {
		leave(hangs(err), time.Now())
		return failed(err)
	}
	defer answer.Body.Close()
	said, err := io.ReadAll(io.LimitReader(answer.Body, mostSaid)) // a reason, when there is one
	leave(hangs(err), time.Now())
	return judge(answer, string(said[:min(len(said), mostReason)]))
}

// carrier takes a message to its push service once it is sealed.
type carrier struct {
	*http.Client
	sealed func()
}

// Do implements webpush.HTTPClient.
func (c carrier) Do(r *http.Request) (*http.Response, error) {
	c.sealed()
	return c.Client.Do(r)
}

// carrier waits for a place at the desk. Sealing is nearly all of the work,
// and what is urgent does not stand in line for it behind hundreds of others.
func (s *Sender) carrier(urgency string) carrier {
	if urgency == Urgent {
		return carrier{s.client, func() {}}
	}
	s.desk <- struct{}{}
	return carrier{s.client, sync.OnceFunc(func() { <-s.desk })}
}

// How much of an answer is read, so that the connection is used again, and
// how much of it is kept.
const mostSaid, mostReason = 16 << 10, 300

// MostPayload is the longest payload in bytes: what fits into one record of
// 4,096 bytes, the least that push services take.
const MostPayload = 4096 - overhead

// overhead is the header of RFC 8188 with a key, the tag of the cipher and
// the byte that ends the text.
const overhead = 86 + 16 + 1

// record is the size of the record for a payload. Sizes come in steps, so
// that they tell little of what is inside.
func record(payload int) uint32 {
	for size := uint32(512); ; size *= 2 {
		if int(size) >= payload+overhead {
			return size
		}
	}
}

// subject is whom a push service calls, as the library wants it: an address
// of the web, or one of mail by itself.
func subject(contact string) string {
	if to, err := mail.ParseAddress(contact); err == nil {
		return to.Address
	}
	return contact
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
