package push

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"strings"
	"sync"
	"time"
)

// passes prove to push services who sends (VAPID, RFC 8292). A pass is good
// for one service and for a while, so that not every message is signed.
type passes struct {
	keys    Keys
	subject string

	mu   sync.Mutex
	held map[string]pass // by the origin of the service
}

type pass struct {
	header string
	renew  time.Time
}

const (
	// passLife is how long push services take a pass; none may for more than a
	// day, and clocks differ.
	passLife = 12 * time.Hour
	// passKept is when another one is made.
	passKept = 6 * time.Hour
	// mostPasses bounds what is held: browsers name any service they like.
	mostPasses = 500
)

// subject is whom a push service calls: an address of the web or of mail.
func subject(contact string) string {
	if strings.HasPrefix(contact, "https://") {
		return contact
	}
	if to, err := mail.ParseAddress(contact); err == nil {
		contact = to.Address
	}
	return "mailto:" + contact
}

// header is what a request to an endpoint is signed with.
func (p *passes) header(endpoint string, now time.Time) (string, error) {
	u, err := url.Parse(endpoint)
	if err != nil {
		return "", errors.New("the endpoint is no address")
	}
	origin := u.Scheme + "://" + u.Host
	p.mu.Lock()
	defer p.mu.Unlock()
	if held, there := p.held[origin]; there && now.Before(held.renew) {
		return held.header, nil
	}
	token, err := p.keys.sign(map[string]any{"aud": origin, "exp": now.Add(passLife).Unix(), "sub": p.subject})
	if err != nil {
		return "", err
	}
	if p.held == nil || len(p.held) >= mostPasses {
		p.held = map[string]pass{}
	}
	made := pass{header: "vapid t=" + token + ", k=" + p.keys.Public, renew: now.Add(passKept)}
	p.held[origin] = made
	return made.header, nil
}

// sign makes a JWT with the signature ES256.
func (k Keys) sign(claims map[string]any) (string, error) {
	raw, err := decode(k.Private)
	if err != nil {
		return "", err
	}
	key, err := ecdsa.ParseRawPrivateKey(elliptic.P256(), raw)
	if err != nil {
		return "", fmt.Errorf("read the push key: %w", err)
	}
	body, err := json.Marshal(claims)
	if err != nil {
		return "", fmt.Errorf("write a pass: %w", err)
	}
	text := base64.RawURLEncoding.EncodeToString([]byte(`{"typ":"JWT","alg":"ES256"}`)) + "." + base64.RawURLEncoding.EncodeToString(body)
	sum := sha256.Sum256([]byte(text))
	r, s, err := ecdsa.Sign(rand.Reader, key, sum[:])
	if err != nil {
		return "", fmt.Errorf("sign a pass: %w", err)
	}
	signature := make([]byte, 64)
	r.FillBytes(signature[:32])
	s.FillBytes(signature[32:])
	return text + "." + base64.RawURLEncoding.EncodeToString(signature), nil
}
