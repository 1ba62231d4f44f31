// Package message carries short texts out of the house: one-time codes to
// phones, invitations to mail boxes. How is a matter of configuration.
package message

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
)

// Message is one text to one person. Either Phone or Email is set.
type Message struct {
	Phone   string // E.164
	Email   string
	Subject string // of mail
	Text    string
}

// Sender sends. An error means that it was not taken over; what was taken
// over may still get lost.
type Sender interface {
	Send(ctx context.Context, m Message) error
}

// Log writes messages to the log instead of sending them; for trying out.
type Log struct{ To *slog.Logger }

// Send implements Sender.
func (l Log) Send(ctx context.Context, m Message) error {
	l.To.InfoContext(ctx, "message", "phone", m.Phone, "email", m.Email, "text", m.Text)
	return nil
}

// Ways sends to phones one way and to mail boxes another.
type Ways struct {
	Phone Sender
	Email Sender
}

// Send implements Sender.
func (w Ways) Send(ctx context.Context, m Message) error {
	way, name := w.Phone, "phones"
	if m.Email != "" {
		way, name = w.Email, "mail boxes"
	}
	if way == nil {
		return fmt.Errorf("no way to %s is configured", name)
	}
	return way.Send(ctx, m)
}

// errRefused is what a gateway says by its status.
var errRefused = errors.New("the gateway refused the message")
