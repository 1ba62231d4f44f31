//go:build linux

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"slices"
	"strconv"
	"syscall"
	"time"
)

// calls are what a phone says first.
var calls = map[string]string{
	"ours":       `{"do":"follow","t":"` + topic + `"}`,
	"centrifuge": `{"connect":{},"id":1}`,
}

// padding makes an event as long as a called ticket is.
const padding = `"ticket":{"number":41,"label":"A-041","lane":"regular","stage":"called","counter":"loket-2","at":"2026-01-05T01:23:45Z"},"head":{"waiting":17,"served":23}`

// crowd is all phones in one goroutine: waking thousands of them would cost
// more than what is measured.
type crowd struct {
	address string
	epoll   int
	sockets []int
	heard   []bool // by descriptor
}

// phones opens all sockets, then measures a publish for each line it reads,
// or the memory of the server.
func phones(kind, address string, n int) error {
	c := &crowd{address: address}
	before, err := c.memory()
	if err != nil {
		return err
	}
	if c.epoll, err = syscall.EpollCreate1(0); err != nil {
		return err
	}
	for range n {
		if err := c.open(calls[kind]); err != nil {
			return err
		}
	}
	if _, err := c.wait(nil, time.Now()); err != nil { // for the answer to what they said first
		return err
	}
	time.Sleep(settle)
	out := json.NewEncoder(os.Stdout)
	if err := out.Encode(map[string]bool{"ready": true}); err != nil {
		return err
	}
	lines := bufio.NewScanner(os.Stdin)
	for i := 0; lines.Scan(); i++ {
		var said any
		if lines.Text() == "memory" {
			after, err := c.memory()
			if err != nil {
				return err
			}
			said = map[string]float64{"Memory": float64(after-before) / float64(n)}
		} else {
			took, err := c.publish(i)
			if err != nil {
				return err
			}
			slices.Sort(took)
			said = figures{took[len(took)/2], took[len(took)*99/100], took[len(took)-1]}
		}
		if err := out.Encode(said); err != nil {
			return err
		}
	}
	return lines.Err()
}

func (c *crowd) memory() (int, error) {
	answer, err := http.Get("http://" + c.address + "/memory")
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(string(text))
}

// open shakes hands and says what a phone says first.
func (c *crowd) open(call string) error {
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
	hello := "GET /socket HTTP/1.1\r\nHost: " + c.address + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
	if _, err := syscall.Write(fd, []byte(hello)); err != nil {
		return err
	}
	var answer [2048]byte
	if n, err := syscall.Read(fd, answer[:]); err != nil || !bytes.HasPrefix(answer[:n], []byte("HTTP/1.1 101")) {
		return fmt.Errorf("handshake: %q %w", answer[:max(n, 0)], err)
	}
	frame := append([]byte{0x81, 0x80 | byte(len(call)), 0, 0, 0, 0}, call...)
	if _, err := syscall.Write(fd, frame); err != nil {
		return err
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

// publish is one event; it returns the milliseconds from the request to each
// phone.
func (c *crowd) publish(i int) ([]float64, error) {
	mark := fmt.Sprintf(`"mark":"%06d"`, i)
	body := "{" + mark + "," + padding + "}"
	failed := make(chan error, 1)
	start := time.Now()
	go func() {
		answer, err := http.Post("http://"+c.address+"/publish", "application/json", bytes.NewReader([]byte(body)))
		if err == nil {
			answer.Body.Close()
			if answer.StatusCode != http.StatusOK {
				err = errors.New(answer.Status)
			}
		}
		failed <- err
	}()
	took, err := c.wait([]byte(mark), start)
	return took, errors.Join(err, <-failed)
}

// A server that asks is answered, or it would hang up.
var ping, pong = []byte{0x89, 0}, []byte{0x8a, 0x80, 0, 0, 0, 0}

// patience is how long all phones may take to hear something.
const patience = 20 * time.Second

// wait is until each phone has heard what contains mark; nil for anything.
func (c *crowd) wait(mark []byte, start time.Time) ([]float64, error) {
	clear(c.heard)
	took := make([]float64, 0, len(c.sockets))
	events := make([]syscall.EpollEvent, 512)
	var text [4096]byte
	for len(took) < len(c.sockets) {
		if time.Since(start) > patience {
			return nil, fmt.Errorf("%d of %d phones heard", len(took), len(c.sockets))
		}
		n, err := syscall.EpollWait(c.epoll, events, 1000)
		if err != nil && !errors.Is(err, syscall.EINTR) {
			return nil, err
		}
		for _, e := range events[:max(n, 0)] {
			n, err := syscall.Read(int(e.Fd), text[:])
			if err != nil || n == 0 {
				return nil, fmt.Errorf("a socket ended: %w", err)
			}
			if bytes.HasPrefix(text[:n], ping) {
				_, _ = syscall.Write(int(e.Fd), pong) // a socket that is gone shows in reading
			}
			if !c.heard[e.Fd] && bytes.Contains(text[:n], mark) {
				c.heard[e.Fd] = true
				took = append(took, float64(time.Since(start))/float64(time.Millisecond))
			}
		}
	}
	return took, nil
}
