// Package payment is the way to whoever takes money for the city: a bank that
// gives virtual accounts, or a QRIS provider. Without one an office makes its
// bills itself, and looks at statements.
package payment

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"
)

// Order is what is to be paid.
type Order struct {
	ID     string    `json:"id"`     // the same order is made once, however often it is asked for
	Amount int64     `json:"amount"` // whole rupiah
	Name   string    `json:"name"`   // of who pays
	For    string    `json:"for"`    // what it is for
	Until  time.Time `json:"until"`  // when it runs out
}

// Bill is an order that can be paid.
type Bill struct {
	Number string `json:"number"` // virtual account, or code of the bill
	QRIS   string `json:"qris"`   // what the QRIS code says; "" for none
}

// Payment is money that came.
type Payment struct {
	Amount int64     `json:"amount"` // whole rupiah; 0 while nothing came
	Ref    string    `json:"ref"`    // of the bank
	At     time.Time `json:"at"`
}

// Gateway makes bills and knows whether they were paid. A call that fails may
// be made again: an order is made once.
type Gateway interface {
	Name() string
	Make(ctx context.Context, o Order) (Bill, error)
	Paid(ctx context.Context, number string) (Payment, error)
}

// Web is a gateway over HTTP: POST and GET of JSON at /bills with a bearer
// token. Banks differ in the names only, which a small relay can turn.
type Web struct {
	URL, Token string
	Client     *http.Client
}

const (
	// patience is how long a gateway may take; a person is waiting.
	patience = 10 * time.Second
	// mostAnswer bounds what it may say.
	mostAnswer = 64 << 10
)

// Name implements Gateway.
func (Web) Name() string { return "web" }

// Make implements Gateway.
func (w Web) Make(ctx context.Context, o Order) (b Bill, err error) {
	body, err := json.Marshal(o)
	if err != nil {
		return b, fmt.Errorf("write the order: %w", err)
	}
	if err = w.ask(ctx, http.MethodPost, "/bills", body, &b); err == nil && b.Number == "" {
		err = errors.New("the gateway made a bill without a number")
	}
	return b, err
}

// errUnknown is the answer of a gateway that does not know a bill, or not any
// more.
var errUnknown = errors.New("the gateway knows no such bill")

// Paid implements Gateway. Nothing came for a bill that is not known.
func (w Web) Paid(ctx context.Context, number string) (p Payment, err error) {
	if err = w.ask(ctx, http.MethodGet, "/bills/"+url.PathEscape(number), nil, &p); errors.Is(err, errUnknown) {
		return Payment{}, nil
	}
	return p, err
}

func (w Web) ask(ctx context.Context, method, path string, body []byte, into any) error {
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	r, err := http.NewRequestWithContext(ctx, method, w.URL+path, bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("address of the gateway: %w", err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer "+w.Token)
	client := w.Client
	if client == nil {
		client = http.DefaultClient
	}
	answer, err := client.Do(r)
	if err != nil {
		return fmt.Errorf("reach the gateway: %w", err)
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(io.LimitReader(answer.Body, mostAnswer))
	if err != nil {
		return fmt.Errorf("read the gateway's answer: %w", err)
	}
	switch {
	case answer.StatusCode == http.StatusNotFound:
		return errUnknown
	case answer.StatusCode >= 300:
		return fmt.Errorf("the gateway says %s", answer.Status)
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("understand the gateway: %w", err)
	}
	return nil
}
