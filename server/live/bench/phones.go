//go:build linux

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
	"syscall"
	"time"
)

// padding makes an event as long as a called ticket is.
const padding = `"ticket":{"number":41,"label":"A-041","lane":"regular","stage":"called","counter":"loket-2","at":"2026-01-05T01:23:45Z"},"head":{"waiting":17,"served":23}`

// call is the request that makes something happen, and what each phone must
// hear because of it.
type call struct{ Path, Body, Cookie, Mark string }

// crowd is all phones in one goroutine: waking thousands of them would cost
// more than what is measured.
type crowd struct {
	address string
	epoll   int
	sockets []int
	heard   []bool        // by descriptor
	text    [1 << 16]byte // what was read last
}

// phones opens all sockets, each of which says the same first, then measures
// a call for each line it reads.
func phones(address, path, first string, n int) error {
	c := &crowd{address: address}
	var err error
	if c.epoll, err = syscall.EpollCreate1(0); err != nil {
		return err
	}
	for range n {
		if err := c.open(path, first); err != nil {
			return err
		}
	}
	time.Sleep(settle)
	out := json.NewEncoder(os.Stdout)
	if err := out.Encode(map[string]bool{"ready": true}); err != nil {
		return err
	}
	for lines := json.NewDecoder(os.Stdin); ; {
		var next call
		switch err := lines.Decode(&next); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		took, frame, err := c.call(next)
		if err != nil {
			return err
		}
		slices.Sort(took)
		if err := out.Encode(figures{took[len(took)/2], took[len(took)*99/100], took[len(took)-1], frame}); err != nil {
			return err
		}
	}
}

// open shakes hands, says what a phone says first, and hears the answer.
func (c *crowd) open(path, first string) error {
	at, err := net.ResolveTCPAddr("tcp", c.address)
	if err != nil {
		return err
	}
	fd, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0)
	if err != nil {
		return err
	}
	if err := syscall.Connect(fd, &syscall.SockaddrInet4{Port: at.Port, Addr: [4]byte(at.IP.To4())}); err != nil {
		return err
	}
	hello := "GET " + path + " HTTP/1.1\r\nHost: " + c.address + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
	if _, err := syscall.Write(fd, []byte(hello)); err != nil {
		return err
	}
	if n, err := syscall.Read(fd, c.text[:]); err != nil || !bytes.HasPrefix(c.text[:n], []byte("HTTP/1.1 101")) {
		return fmt.Errorf("handshake: %q %w", c.text[:max(n, 0)], err)
	}
	frame := append([]byte{0x81, 0x80 | byte(len(first)), 0, 0, 0, 0}, first...)
	if _, err := syscall.Write(fd, frame); err != nil {
		return err
	}
	if n, err := syscall.Read(fd, c.text[:]); err != nil || n == 0 {
		return fmt.Errorf("no answer: %w", err)
	}
	if err := syscall.SetNonblock(fd, true); err != nil {
		return err
	}
	for len(c.heard) <= fd {
		c.heard = append(c.heard, false)
	}
	c.sockets = append(c.sockets, fd)
	return syscall.EpollCtl(c.epoll, syscall.EPOLL_CTL_ADD, fd, &syscall.EpollEvent{Events: syscall.EPOLLIN, Fd: int32(fd)})
}

// call makes one request; it returns the milliseconds from then to each
// phone, and what they heard.
func (c *crowd) call(next call) ([]float64, string, error) {
	request, err := http.NewRequest(http.MethodPost, "http://"+c.address+next.Path, strings.NewReader(next.Body))
	if err != nil {
		return nil, "", err
	}
	request.Header.Set("Content-Type", "application/json")
	if next.Cookie != "" {
		request.Header.Set("Cookie", next.Cookie)
	}
	failed := make(chan error, 1)
	start := time.Now()
	go func() {
		answer, err := http.DefaultClient.Do(request)
		if err == nil {
			said, _ := io.ReadAll(answer.Body) // for the next request to use the connection
			answer.Body.Close()
			if answer.StatusCode != http.StatusOK {
				err = fmt.Errorf("%s %.200s", answer.Status, said)
			}
		}
		failed <- err
	}()
	took, frame, err := c.wait([]byte(next.Mark), start)
	return took, frame, errors.Join(err, <-failed)
}

// A server that asks is answered, or it would hang up.
var ping, pong = []byte{0x89, 0}, []byte{0x8a, 0x80, 0, 0, 0, 0}

// patience is how long all phones may take to hear something.
const patience = 20 * time.Second

// wait is until each phone has heard what contains mark.
func (c *crowd) wait(mark []byte, start time.Time) ([]float64, string, error) {
	clear(c.heard)
	took := make([]float64, 0, len(c.sockets))
	events := make([]syscall.EpollEvent, 512)
	frame := ""
	for len(took) < len(c.sockets) {
		if time.Since(start) > patience {
			return nil, "", fmt.Errorf("%d of %d phones heard", len(took), len(c.sockets))
		}
		n, err := syscall.EpollWait(c.epoll, events, 1000)
		if err != nil && !errors.Is(err, syscall.EINTR) {
			return nil, "", err
		}
		for _, e := range events[:max(n, 0)] {
			n, err := syscall.Read(int(e.Fd), c.text[:])
			if err != nil || n == 0 {
				return nil, "", fmt.Errorf("a socket ended: %w", err)
			}
			if bytes.HasPrefix(c.text[:n], ping) || bytes.HasSuffix(c.text[:n], ping) { // before an event, or after it
				_, _ = syscall.Write(int(e.Fd), pong) // a socket that is gone shows in reading
			}
			if !c.heard[e.Fd] && bytes.Contains(c.text[:n], mark) {
				c.heard[e.Fd] = true
				if len(took) == 0 {
					frame = around(c.text[:n], mark)
				}
				took = append(took, float64(time.Since(start))/float64(time.Millisecond))
			}
		}
	}
	return took, frame, nil
}

// around is the frame of the house that a mark is in. Another one may have
// come with it: the house tends its lines every minute.
func around(text, mark []byte) string {
	begin := max(0, bytes.LastIndex(text[:bytes.Index(text, mark)], []byte(`{"t":`)))
	var frame json.RawMessage
	if json.NewDecoder(bytes.NewReader(text[begin:])).Decode(&frame) != nil {
		return "" // of a peer, whose frames nobody asks for
	}
	return string(frame)
}
