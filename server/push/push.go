// Package push hands encrypted messages to the push services of browsers
// (RFC 8030, 8188, 8291, 8292). It knows nothing of who gets them.
package push

import (
	"context"
	"crypto/ecdh"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"time"

	webpush "github.com/SherClockHolmes/webpush-go"

	"rumah/server/outside"
)

// Subscription is where a browser can be reached, as it said itself.
type Subscription struct {
	Endpoint string `json:"endpoint"`
	P256DH   string `json:"p256dh"`
	Auth     string `json:"auth"`
}

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
}

// Sender sends.
type Sender struct {
	Options
	client *http.Client
}

const (
	// patience is how long a push service may take.
	patience = 15 * time.Second
	// keptConns are connections kept to one push service; there are three or
	// four of them in the world.
	keptConns = 256
)

// New returns a sender.
func New(o Options) *Sender {
	return &Sender{Options: o, client: outside.Client(o.Inside, patience, keptConns)}
}

// MostPayload is the longest payload in bytes: what fits into one record of
// 4,096 bytes, the least that push services take.
const MostPayload = 4096 - overhead

// overhead is the header of RFC 8188 with a key, the tag of the cipher and
// the byte that ends the text.
const overhead = 86 + 16 + 1

// record is the size of the record for a payload. Sizes come in steps, so
// that they tell little of what is inside.
func record(payload int) uint32 {
	for size := 512; ; size *= 2 {
		if size >= payload+overhead {
			return uint32(size)
		}
	}
}

// Send hands a message over. It never fails: what went wrong is in the
// outcome.
func (s *Sender) Send(ctx context.Context, m Sending) Outcome {
	if len(m.Payload) > MostPayload {
		return Outcome{Verdict: Large, Reason: "too long to be encrypted"}
	}
	answer, err := webpush.SendNotificationWithContext(ctx, m.Payload, &webpush.Subscription{
		Endpoint: m.To.Endpoint, Keys: webpush.Keys{P256dh: m.To.P256DH, Auth: m.To.Auth},
	}, &webpush.Options{
		HTTPClient: s.client, RecordSize: record(len(m.Payload)), Subscriber: s.Contact, Topic: m.Topic, TTL: max(0, int(m.TTL.Seconds())),
		Urgency: webpush.Urgency(m.Urgency), VAPIDPublicKey: s.Keys.Public, VAPIDPrivateKey: s.Keys.Private,
	})
	if err != nil {
		return failed(err)
	}
	defer answer.Body.Close()
	said, _ := io.ReadAll(io.LimitReader(answer.Body, 300)) // a reason, when there is one
	_, _ = io.Copy(io.Discard, io.LimitReader(answer.Body, 64<<10))
	return judge(answer, string(said))
}

// failed is the outcome of what no push service has seen, or has answered.
func failed(err error) Outcome {
	var reach *url.Error
	switch {
	case errors.Is(err, outside.ErrInside):
		return Outcome{Verdict: Refused, Reason: "inside our own network"}
	case errors.As(err, &reach): // its text has the address, which is a secret
		return Outcome{Verdict: Later, Reason: reason(reach.Err)}
	}
	return Outcome{Verdict: Refused, Reason: reason(err)} // a key that is none
}

// reason is a short text without addresses.
func reason(err error) string {
	var timeout net.Error
	if errors.As(err, &timeout) && timeout.Timeout() {
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

// Problem is what is wrong with a subscription: the name of the field; "" for
// nothing. Everything is looked at that can be before anybody is called.
func (s *Sender) Problem(sub Subscription) string {
	u, err := url.Parse(sub.Endpoint)
	if err != nil || u.Host == "" || u.User != nil || u.Fragment != "" || u.Scheme != "https" && (!s.Inside || u.Scheme != "http") {
		return "endpoint"
	}
	if !s.Inside {
		host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
		if _, err := netip.ParseAddr(host); err == nil || !strings.Contains(host, ".") || strings.HasSuffix(host, ".local") || strings.HasSuffix(host, ".internal") || u.Port() != "" && u.Port() != "443" {
			return "endpoint"
		}
	}
	key, err := decode(sub.P256DH)
	if err == nil {
		_, err = ecdh.P256().NewPublicKey(key)
	}
	if err != nil {
		return "p256dh"
	}
	if auth, err := decode(sub.Auth); err != nil || len(auth) != 16 {
		return "auth"
	}
	return ""
}

// decode reads base64url with or without its padding.
func decode(s string) ([]byte, error) {
	data, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(s, "="))
	if err != nil {
		return nil, fmt.Errorf("read a key: %w", err)
	}
	return data, nil
}
