//go:build unix

package live

import (
	"errors"
	"sync"
	"syscall"
)

// trial is one write that does not wait. It is kept for the next one, since a
// broadcast makes thousands.
type trial struct {
	p   packet
	n   int
	err error
	do  func(fd uintptr) bool
}

var trials = sync.Pool{New: func() any {
	t := new(trial)
	t.do = t.write
	return t
}}

// attempt gives the kernel what it takes at once.
func attempt(raw syscall.RawConn, p packet) (int, error) {
	if raw == nil {
		return 0, nil
	}
	t := trials.Get().(*trial)
	t.p, t.n, t.err = p, 0, nil
	err := raw.Write(t.do)
	n := t.n
	if err == nil {
		err = t.err
	}
	t.p = nil
	trials.Put(t)
	return n, err
}

// write is done whatever comes of it: the descriptor is not waited for.
func (t *trial) write(fd uintptr) bool {
	for {
		n, err := syscall.Write(int(fd), t.p)
		switch {
		case errors.Is(err, syscall.EINTR):
			continue
		case errors.Is(err, syscall.EAGAIN):
			return true
		case err != nil:
			t.err = err
			return true
		}
		t.n = n
		return true
	}
}
