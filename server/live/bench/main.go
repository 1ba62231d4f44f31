//go:build linux

// Command bench sets the live hub beside a centrifuge server: the same
// sockets, one publish at a time, in turns on the same machine, each server
// and the phones in processes of their own. It is a module of its own, so
// that the peer never becomes a part of the house.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"time"
)

func main() {
	role := flag.String("role", "", "ours, centrifuge or phones; empty runs everything")
	sockets := flag.Int("sockets", 8000, "how many phones")
	publishes := flag.Int("publishes", 50, "to the sockets of each server")
	address := flag.String("address", "", "of the server, for phones")
	kind := flag.String("kind", "", "of the server, for phones")
	flag.Parse()
	raiseLimit()
	var err error
	switch *role {
	case "":
		err = compare(*sockets, *publishes)
	case "phones":
		err = phones(*kind, *address, *sockets)
	default:
		err = serve(*role)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// raiseLimit allows as many descriptors as the machine does.
func raiseLimit() {
	var limit syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit) == nil {
		limit.Cur = limit.Max
		_ = syscall.Setrlimit(syscall.RLIMIT_NOFILE, &limit) // too few show as sockets that fail
	}
}

// figures are what one publish measured, in ms to all sockets.
type figures struct{ P50, P99, Last float64 }

// side is one of the two servers with its phones.
type side struct {
	kind   string
	ask    io.Writer // a line for each publish
	answer *json.Decoder
	memory float64 // KB for each socket
	all    []figures
}

// compare has both servers up at once and publishes in turns, so that
// whatever else the machine does meets both alike.
func compare(sockets, publishes int) error {
	var sides []*side
	for _, kind := range []string{"ours", "centrifuge"} {
		s, stop, err := start(kind, sockets)
		if err != nil {
			return fmt.Errorf("%s: %w", kind, err)
		}
		defer stop()
		sides = append(sides, s)
	}
	for range publishes {
		for _, s := range sides {
			var f figures
			fmt.Fprintln(s.ask)
			if err := s.answer.Decode(&f); err != nil {
				return fmt.Errorf("%s: %w", s.kind, err)
			}
			s.all = append(s.all, f)
		}
		slices.Reverse(sides)
	}
	slices.SortFunc(sides, func(a, b *side) int { return strings.Compare(b.kind, a.kind) }) // ours first
	for _, s := range sides {
		var f struct{ Memory float64 }
		fmt.Fprintln(s.ask, "memory")
		if err := s.answer.Decode(&f); err != nil {
			return fmt.Errorf("%s: %w", s.kind, err)
		}
		s.memory = f.Memory
	}
	table(sockets, publishes, sides[0], sides[1])
	return nil
}

func table(sockets, publishes int, ours, theirs *side) {
	fmt.Printf("\n%d sockets each, medians of %d publishes in turns\n", sockets, publishes)
	fmt.Printf("%-34s %10s %10s %8s\n", "", ours.kind, theirs.kind, "ratio")
	line := func(name string, a, b float64) { fmt.Printf("%-34s %10.1f %10.1f %7.2fx\n", name, a, b, a/b) }
	of := func(s *side, value func(figures) float64) float64 {
		var values []float64
		for _, f := range s.all {
			values = append(values, value(f))
		}
		slices.Sort(values)
		return values[len(values)/2]
	}
	for _, row := range []struct {
		name  string
		value func(figures) float64
	}{
		{"p50 to a socket, ms", func(f figures) float64 { return f.P50 }},
		{"p99 to a socket, ms", func(f figures) float64 { return f.P99 }},
		{"the last socket, ms", func(f figures) float64 { return f.Last }},
	} {
		line(row.name, of(ours, row.value), of(theirs, row.value))
	}
	line("resident memory of a socket, KB", ours.memory, theirs.memory)
}

// start runs a server and its phones, which wait to be asked.
func start(kind string, sockets int) (s *side, stop func(), err error) {
	_, out, stopServer, err := run("-role", kind)
	if err != nil {
		return nil, nil, err
	}
	line := make([]byte, 64)
	n, err := out.Read(line)
	if err != nil {
		stopServer()
		return nil, nil, fmt.Errorf("start: %w", err)
	}
	ask, answers, stopPhones, err := run("-role", "phones", "-kind", kind, "-address", strings.TrimSpace(string(line[:n])), "-sockets", fmt.Sprint(sockets))
	if err != nil {
		stopServer()
		return nil, nil, err
	}
	s = &side{kind: kind, ask: ask, answer: json.NewDecoder(answers)}
	var ready struct{ Ready bool }
	if err := s.answer.Decode(&ready); err != nil {
		stopPhones()
		stopServer()
		return nil, nil, fmt.Errorf("phones: %w", err)
	}
	return s, func() { stopPhones(); stopServer() }, nil
}

// run starts this program in another role; it ends with its input.
func run(args ...string) (in io.WriteCloser, out io.Reader, stop func(), err error) {
	self, err := os.Executable()
	if err != nil {
		return nil, nil, nil, err
	}
	c := exec.Command(self, args...)
	c.Stderr = os.Stderr
	if in, err = c.StdinPipe(); err != nil {
		return nil, nil, nil, err
	}
	if out, err = c.StdoutPipe(); err != nil {
		return nil, nil, nil, err
	}
	if err := c.Start(); err != nil {
		return nil, nil, nil, err
	}
	return in, out, func() { _ = in.Close(); _ = c.Wait() }, nil
}

// untilInputEnds waits for the process that started this one.
func untilInputEnds() { _, _ = io.Copy(io.Discard, os.Stdin) }

// settle lets a server come to rest before its memory is read.
const settle = 2 * time.Second
