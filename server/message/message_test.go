package message_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"rumah/server/message"
)

func TestGateway(t *testing.T) {
	t.Parallel()
	status := http.StatusAccepted
	var got map[string]string
	var token string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token = r.Header.Get("Authorization")
		if err := json.NewDecoder(r.Body).Decode(&got); err != nil {
			t.Error(err)
		}
		w.WriteHeader(status)
	}))
	defer server.Close()
	ways := message.Ways{Phone: message.Gateway{URL: server.URL, Token: "abc"}}
	if err := ways.Send(context.Background(), message.Message{Phone: "+6281234567890", Text: "123456"}); err != nil {
		t.Fatal(err)
	}
	if got["to"] != "+6281234567890" || got["text"] != "123456" || token != "Bearer abc" {
		t.Errorf("%v %q", got, token)
	}
	status = http.StatusBadGateway
	if err := ways.Send(context.Background(), message.Message{Phone: "+6281234567890"}); err == nil {
		t.Error("a refusal was taken for sent")
	}
	if err := ways.Send(context.Background(), message.Message{Email: "a@b.id"}); err == nil {
		t.Error("there is no way to mail boxes")
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

// post is a mail server that takes one mail.
func post(t *testing.T) (address string, mail <-chan string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	took := make(chan string, 1)
	go func() {
		conn, err := l.Accept()
		if err != nil {
			return
		}
		defer conn.Close()
		say := func(s string) { fmt.Fprintf(conn, "%s\r\n", s) }
		say("220 here")
		var all strings.Builder
		data := false
		for lines := bufio.NewScanner(conn); lines.Scan(); {
			line := lines.Text()
			all.WriteString(line + "\n")
			switch {
			case data && line == ".":
				data = false
				say("250 taken")
			case data:
			case strings.HasPrefix(line, "EHLO"):
				say("250 here")
			case line == "DATA":
				data = true
				say("354 go on")
			case line == "QUIT":
				say("221 bye")
				took <- all.String()
				return
			default:
				say("250 ok")
			}
		}
	}()
	return l.Addr().String(), took
}

func TestMail(t *testing.T) {
	t.Parallel()
	address, took := post(t)
	m, err := message.ParseMail("smtp://"+address, "Rumah Contoh <noreply@contoh.id>")
	if err != nil {
		t.Fatal(err)
	}
	err = m.Send(context.Background(), message.Message{Email: "rina@contoh.id", Subject: "Undangan\r\nBcc: x@y.id", Text: "Halo Bu Rina —\n.\nselesai"})
	if err != nil {
		t.Fatal(err)
	}
	mail := <-took
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
