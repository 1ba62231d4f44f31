package message

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"mime"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"net/smtp"
	"net/url"
	"strings"
	"time"
)

// Mail sends over SMTP: smtp://user:password@host:587 upgrades to TLS when
// the server offers it, and wants it when there is a password; smtps:// is
// TLS from the start.
type Mail struct {
	Server *url.URL
	From   mail.Address
}

// mailTime is how long one delivery to the server may take.
const mailTime = 20 * time.Second

// ParseMail reads the address of a server and who mails come from.
func ParseMail(server, from string) (Mail, error) {
	u, err := url.Parse(server)
	if err != nil || u.Hostname() == "" || u.Scheme != "smtp" && u.Scheme != "smtps" {
		return Mail{}, errors.New("SMTP_URL must be like smtp://user:password@mail.example.go.id:587")
	}
	sender, err := mail.ParseAddress(from)
	if err != nil {
		return Mail{}, fmt.Errorf("MAIL_FROM must be like Layanan <noreply@example.go.id>: %w", err)
	}
	return Mail{Server: u, From: *sender}, nil
}

// Send implements Sender.
func (m Mail) Send(ctx context.Context, message Message) error {
	to, err := mail.ParseAddress(message.Email)
	if err != nil || strings.ContainsAny(to.Address, "\r\n") {
		return errAddress
	}
	ctx, stop := context.WithTimeout(ctx, mailTime)
	defer stop()
	c, err := m.dial(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	if err := m.enter(c); err != nil {
		return err
	}
	if err := errors.Join(c.Mail(m.From.Address), c.Rcpt(to.Address)); err != nil {
		return fmt.Errorf("address the mail: %w", err)
	}
	w, err := c.Data()
	if err != nil {
		return fmt.Errorf("begin the mail: %w", err)
	}
	if _, err := w.Write(m.letter(to, message)); err != nil {
		return fmt.Errorf("write the mail: %w", err)
	}
	if err := w.Close(); err != nil {
		return fmt.Errorf("hand over the mail: %w", err)
	}
	_ = c.Quit() // it is handed over
	return nil
}

func (m Mail) dial(ctx context.Context) (*smtp.Client, error) {
	host, port := m.Server.Hostname(), m.Server.Port()
	if port == "" {
		port = map[string]string{"smtp": "587", "smtps": "465"}[m.Server.Scheme]
	}
	address := net.JoinHostPort(host, port)
	var conn net.Conn
	var err error
	if m.Server.Scheme == "smtps" {
		conn, err = (&tls.Dialer{Config: &tls.Config{ServerName: host}}).DialContext(ctx, "tcp", address)
	} else {
		conn, err = (&net.Dialer{}).DialContext(ctx, "tcp", address)
	}
	if err != nil {
		return nil, fmt.Errorf("reach the mail server: %w", err)
	}
	if deadline, ok := ctx.Deadline(); ok {
		_ = conn.SetDeadline(deadline)
	}
	c, err := smtp.NewClient(conn, host)
	if err != nil {
		_ = conn.Close()
		return nil, fmt.Errorf("greet the mail server: %w", err)
	}
	return c, nil
}

// enter upgrades and signs in as the address says.
func (m Mail) enter(c *smtp.Client) error {
	host := m.Server.Hostname()
	if ok, _ := c.Extension("STARTTLS"); ok && m.Server.Scheme == "smtp" {
		if err := c.StartTLS(&tls.Config{ServerName: host}); err != nil {
			return fmt.Errorf("upgrade to TLS: %w", err)
		}
	}
	if m.Server.User == nil {
		return nil
	}
	password, _ := m.Server.User.Password()
	if err := c.Auth(smtp.PlainAuth("", m.Server.User.Username(), password, host)); err != nil { // refuses without TLS
		return fmt.Errorf("sign in to the mail server: %w", err)
	}
	return nil
}

func (m Mail) letter(to *mail.Address, message Message) []byte {
	var b bytes.Buffer
	subject := strings.NewReplacer("\r", " ", "\n", " ").Replace(message.Subject)
	fmt.Fprintf(&b, "From: %s\r\nTo: %s\r\nSubject: %s\r\nDate: %s\r\nMIME-Version: 1.0\r\n", m.From.String(), to.String(), mime.QEncoding.Encode("utf-8", subject), time.Now().Format(time.RFC1123Z))
	b.WriteString("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n")
	w := quotedprintable.NewWriter(&b)
	_, _ = w.Write([]byte(message.Text)) // a buffer takes everything
	_ = w.Close()
	return b.Bytes()
}
