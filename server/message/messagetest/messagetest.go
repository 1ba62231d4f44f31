// Package messagetest stands in for those who carry messages out of the house:
// a gateway for texts to phones, and a mail server.
package messagetest

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
)

// Text is what a gateway got.
type Text struct {
	To, Text string
	Token    string `json:"-"` // by which it was asked
}

// Gateway takes texts.
type Gateway struct {
	*httptest.Server
	mu     sync.Mutex
	texts  []Text
	answer func(Text) int
}

// NewGateway starts one that takes everything.
func NewGateway() *Gateway {
	g := &Gateway{}
	g.Server = httptest.NewServer(http.HandlerFunc(g.take))
	return g
}

// Answer has texts answered by a function with a status; nil takes them.
func (g *Gateway) Answer(by func(Text) int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.answer = by
}

// Texts are all so far, also those that were refused.
func (g *Gateway) Texts() []Text {
	g.mu.Lock()
	defer g.mu.Unlock()
	return append([]Text(nil), g.texts...)
}

func (g *Gateway) take(w http.ResponseWriter, r *http.Request) {
	t := Text{Token: r.Header.Get("Authorization")}
	if err := json.NewDecoder(r.Body).Decode(&t); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	g.mu.Lock()
	g.texts = append(g.texts, t)
	answer := g.answer
	g.mu.Unlock()
	status := http.StatusAccepted
	if answer != nil {
		status = answer(t)
	}
	w.WriteHeader(status)
}

// Post is a mail server.
type Post struct {
	listener net.Listener
	mu       sync.Mutex
	mails    []string
	refusal  string
}

// NewPost starts one that takes everything.
func NewPost() (*Post, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("a mail server for tests: %w", err)
	}
	p := &Post{listener: l}
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go p.serve(conn)
		}
	}()
	return p, nil
}

// Address is where it listens: host:port.
func (p *Post) Address() string { return p.listener.Addr().String() }

// Close ends it.
func (p *Post) Close() { _ = p.listener.Close() }

// Refuse has mails refused with a line of SMTP; "" takes them.
func (p *Post) Refuse(line string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.refusal = line
}

// Mails are all that were taken, each with what was said around it.
func (p *Post) Mails() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.mails...)
}

func (p *Post) serve(conn net.Conn) {
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
			say(p.taken(all.String()))
		case data:
		case strings.HasPrefix(line, "EHLO"):
			say("250 here")
		case line == "DATA":
			data = true
			say("354 go on")
		case line == "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

// taken answers a mail that is whole.
func (p *Post) taken(mail string) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.refusal != "" {
		return p.refusal
	}
	p.mails = append(p.mails, mail)
	return "250 taken"
}
