package message

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

// Gateway hands messages for phones to a web service: a POST of JSON
// {"to": "+62...", "text": "..."} with a bearer token. SMS and WhatsApp
// providers differ in the names only, which a small relay can turn.
type Gateway struct {
	URL, Token string
	Client     *http.Client // nil for one that waits ten seconds
}

// gatewayTime is how long a gateway may take; a person is waiting.
const gatewayTime = 10 * time.Second

// Send implements Sender.
func (g Gateway) Send(ctx context.Context, m Message) error {
	body, err := json.Marshal(map[string]string{"to": m.Phone, "text": m.Text})
	if err != nil {
		return fmt.Errorf("write the message: %w", err)
	}
	ctx, stop := context.WithTimeout(ctx, gatewayTime)
	defer stop()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, g.URL, bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("address of the gateway: %w", err)
	}
	r.Header.Set("Content-Type", "application/json")
	if g.Token != "" {
		r.Header.Set("Authorization", "Bearer "+g.Token)
	}
	client := g.Client
	if client == nil {
		client = http.DefaultClient
	}
	answer, err := client.Do(r)
	var reach *url.Error
	if errors.As(err, &reach) { // its text has the whole address, and some gateways want their token there
		err = reach.Err
	}
	if err != nil {
		return fmt.Errorf("reach the gateway: %w", err)
	}
	defer answer.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(answer.Body, 64<<10)) // so that the connection is used again
	switch code := answer.StatusCode; {
	case code < 300:
		return nil
	case code < 500 || code == http.StatusServiceUnavailable:
		return refused{answer.Status}
	}
	return fmt.Errorf("the gateway may have taken the message: %s", answer.Status)
}
