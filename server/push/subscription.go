package push

import (
	"crypto/ecdh"
	"encoding/base64"
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"strings"
)

// Subscription is where a browser can be reached, as it said itself.
type Subscription struct {
	Endpoint string `json:"endpoint"`
	P256DH   string `json:"p256dh"`
	Auth     string `json:"auth"`
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
	var bad badKey
	if _, _, err := sub.keys(); errors.As(err, &bad) {
		return string(bad)
	}
	return ""
}

// badKey is the name of a key that is none.
type badKey string

// Error implements error.
func (b badKey) Error() string { return "the " + string(b) + " of the browser is no key" }

// keys are what messages to a browser are encrypted with.
func (sub Subscription) keys() (*ecdh.PublicKey, []byte, error) {
	raw, err := decode(sub.P256DH)
	if err != nil {
		return nil, nil, badKey("p256dh")
	}
	key, err := ecdh.P256().NewPublicKey(raw)
	if err != nil {
		return nil, nil, badKey("p256dh")
	}
	auth, err := decode(sub.Auth)
	if err != nil || len(auth) != 16 {
		return nil, nil, badKey("auth")
	}
	return key, auth, nil
}

// decode reads base64url with or without its padding.
func decode(s string) ([]byte, error) {
	data, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(s, "="))
	if err != nil {
		return nil, fmt.Errorf("read a key: %w", err)
	}
	return data, nil
}
