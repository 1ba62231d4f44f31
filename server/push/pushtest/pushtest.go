// Package pushtest stands in for the push service of a browser, and for the
// browser that decrypts what arrives. The decryption is written from RFC 8188
// and RFC 8291, not from the code that encrypts.
package pushtest

import (
	"crypto/ecdh"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"time"

	"rumah/server/push"
)

// Browser is one subscription, with the keys only the browser has.
type Browser struct {
	push.Subscription
	key  *ecdh.PrivateKey
	auth []byte
}

// NewBrowser makes a browser that is reached at an address.
func NewBrowser(endpoint string) (*Browser, error) {
	key, err := ecdh.P256().GenerateKey(rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("make a key: %w", err)
	}
	auth := make([]byte, 16)
	_, _ = rand.Read(auth) // never fails
	return Open(endpoint, key, auth), nil
}

// Open is a browser with given keys.
func Open(endpoint string, key *ecdh.PrivateKey, auth []byte) *Browser {
	return &Browser{Subscription: push.Subscription{Endpoint: endpoint, P256DH: base64.RawURLEncoding.EncodeToString(key.PublicKey().Bytes()), Auth: base64.RawURLEncoding.EncodeToString(auth)}, key: key, auth: auth}
}

// Arrival is one request that a push service got.
type Arrival struct {
	Path   string
	Header http.Header
	Body   []byte
	At     time.Time
}

// Service is a push service. Each address below it is one subscription.
type Service struct {
	*httptest.Server
	mu       sync.Mutex
	arrivals []Arrival
	answer   func(Arrival) (status int, header map[string]string)
	came     chan struct{}
}

// NewService starts one that accepts everything.
func NewService() *Service {
	s := &Service{came: make(chan struct{}, 1)}
	s.Server = httptest.NewServer(http.HandlerFunc(s.take))
	return s
}

// Answer has arrivals answered by a function; nil accepts.
func (s *Service) Answer(by func(Arrival) (status int, header map[string]string)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answer = by
}

func (s *Service) take(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 8<<10))
	if err != nil {
		return
	}
	a := Arrival{Path: strings.TrimPrefix(r.URL.Path, "/"), Header: r.Header, Body: body, At: time.Now()}
	s.mu.Lock()
	answer := s.answer
	s.arrivals = append(s.arrivals, a)
	s.mu.Unlock()
	select {
	case s.came <- struct{}{}:
	default:
	}
	status := http.StatusCreated
	if answer != nil {
		var header map[string]string
		status, header = answer(a)
		for name, value := range header {
			w.Header().Set(name, value)
		}
	}
	w.WriteHeader(status)
}

// Browser subscribes one browser here under a name.
func (s *Service) Browser(name string) (*Browser, error) { return NewBrowser(s.URL + "/" + name) }

// Arrivals are all so far, of one browser or, without a name, of all.
func (s *Service) Arrivals(name string) []Arrival {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []Arrival
	for _, a := range s.arrivals {
		if name == "" || a.Path == name {
			list = append(list, a)
		}
	}
	return list
}

// Wait answers the arrivals of a browser once there are n; fewer when they do
// not come in time.
func (s *Service) Wait(name string, n int, patience time.Duration) []Arrival {
	end := time.After(patience)
	for {
		if list := s.Arrivals(name); len(list) >= n {
			return list
		}
		select {
		case <-s.came:
		case <-time.After(20 * time.Millisecond): // another waiter took the sign
		case <-end:
			return s.Arrivals(name)
		}
	}
}
