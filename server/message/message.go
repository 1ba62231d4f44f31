// Package message carries short texts out of the house: one-time codes to
// phones, invitations to mail boxes. How is a matter of configuration.
package message

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/textproto"
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

// refused is what a gateway says by its status.
type refused struct{ status string }

// Error implements error.
func (r refused) Error() string { return "the gateway refused the message: " + r.status }

// NotSent reports whether an error of Send means for certain that nobody has
// got the message, and that it cost nothing: it was refused, or nobody was
// there. Of others only the receiver knows.
func NotSent(err error) bool {
	var status refused
	var reach *net.OpError
	var reply *textproto.Error
	return errors.As(err, &status) || errors.As(err, &reply) || errors.Is(err, errAddress) || errors.As(err, &reach) && reach.Op == "dial"
}

// errAddress is of a message to nobody.
var errAddress = errors.New("the address cannot be mailed to")
