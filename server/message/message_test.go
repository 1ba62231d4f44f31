package message_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"rumah/server/message"
	"rumah/server/message/messagetest"
)

func TestGateway(t *testing.T) {
	t.Parallel()
	gateway := messagetest.NewGateway()
	defer gateway.Close()
	ways := message.Ways{Phone: message.Gateway{URL: gateway.URL, Token: "abc"}}
	if err := ways.Send(context.Background(), message.Message{Phone: "+6281234567890", Text: "123456"}); err != nil {
		t.Fatal(err)
	}
	if got := gateway.Texts(); len(got) != 1 || got[0] != (messagetest.Text{To: "+6281234567890", Text: "123456", Token: "Bearer abc"}) {
		t.Errorf("%v", got)
	}
	if err := ways.Send(context.Background(), message.Message{Email: "a@b.id"}); err == nil {
		t.Error("there is no way to mail boxes")
	}
}

// Whether a text may have gone out, and may have to be paid, is told apart
// from what was certainly not sent.
func TestNotSent(t *testing.T) {
	t.Parallel()
	gateway := messagetest.NewGateway()
	send := func(status int) error {
		gateway.Answer(func(messagetest.Text) int { return status })
		return message.Gateway{URL: gateway.URL}.Send(context.Background(), message.Message{Phone: "+6281234567890", Text: "123456"})
	}
	for status, certain := range map[int]bool{400: true, 401: true, 404: true, 429: true, 503: true, 500: false, 502: false, 504: false} {
		if err := send(status); err == nil || message.NotSent(err) != certain {
			t.Errorf("%d: %v, certain: %v", status, err, message.NotSent(err))
		}
	}
	gateway.Close()
	if err := send(202); err == nil || !message.NotSent(err) {
		t.Errorf("nobody there: %v", err)
	}
	hangs := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		<-r.Context().Done()
	}))
	defer hangs.Close()
	ctx, stop := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer stop()
	if err := (message.Gateway{URL: hangs.URL}).Send(ctx, message.Message{}); err == nil || message.NotSent(err) {
		t.Errorf("no answer: %v", err)
	}

	post, err := messagetest.NewPost()
	if err != nil {
		t.Fatal(err)
	}
	m, err := message.ParseMail("smtp://"+post.Address(), "noreply@contoh.id")
	if err != nil {
		t.Fatal(err)
	}
	post.Refuse("452 full")
	if err := m.Send(context.Background(), message.Message{Email: "rina@contoh.id"}); err == nil || !message.NotSent(err) {
		t.Errorf("a full box: %v", err)
	}
	if err := m.Send(context.Background(), message.Message{Email: "nobody"}); err == nil || !message.NotSent(err) {
		t.Errorf("no address: %v", err)
	}
	post.Close()
	if err := m.Send(context.Background(), message.Message{Email: "rina@contoh.id"}); err == nil || !message.NotSent(err) {
		t.Errorf("nobody there: %v", err)
	}
}

// Why a gateway cannot be reached is told without its address, which may
// have a token in it.
func TestGatewayKeepsItsAddress(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	err := message.Gateway{URL: server.URL + "/send?token=rahasia"}.Send(context.Background(), message.Message{Phone: "+6281234567890", Text: "123456"})
	if err == nil || strings.Contains(err.Error(), "rahasia") {
		t.Errorf("%v", err)
	}
}

func TestMail(t *testing.T) {
	t.Parallel()
	post, err := messagetest.NewPost()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(post.Close)
	m, err := message.ParseMail("smtp://"+post.Address(), "Rumah Contoh <noreply@contoh.id>")
	if err != nil {
		t.Fatal(err)
	}
	err = m.Send(context.Background(), message.Message{Email: "rina@contoh.id", Subject: "Undangan\r\nBcc: x@y.id", Text: "Halo Bu Rina —\n.\nselesai"})
	if err != nil {
		t.Fatal(err)
	}
	mail := strings.Join(post.Mails(), "")
	for _, want := range []string{"MAIL FROM:<noreply@contoh.id>", "RCPT TO:<rina@contoh.id>", "quoted-printable", "Halo Bu Rina =E2=80=94", "..\n", "selesai"} {
		if !strings.Contains(mail, want) {
			t.Errorf("%q is missing in\n%s", want, mail)
		}
	}
	if strings.Contains(mail, "\nBcc:") {
		t.Error("a subject became a header")
	}
	for _, bad := range []string{"", "http://x", "smtp://"} {
		if _, err := message.ParseMail(bad, "a@b.id"); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
	if err := m.Send(context.Background(), message.Message{Email: "a@b.id>\r\nRCPT TO:<c@d.id"}); err == nil {
		t.Error("two addresses in one")
	}
}
