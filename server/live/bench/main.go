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
	"strconv"
	"strings"
	"syscall"
	"time"
)

func main() {
	role := flag.String("role", "", "ours, centrifuge or phones; empty runs everything")
	sockets := flag.Int("sockets", 8000, "how many phones")
	publishes := flag.Int("publishes", 50, "to the sockets of each server")
	address := flag.String("address", "", "of the server, for phones")
	path := flag.String("path", "/socket", "of the sockets, for phones")
	first := flag.String("first", "", "what a phone says first")
	flag.Parse()
	raiseLimit()
	var err error
	switch *role {
	case "":
		err = compare(*sockets, *publishes)
	case "phones":
		err = phones(*address, *path, *first, *sockets)
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

// figures are what one call measured, in ms to all sockets, and the frame
// that the first of them heard.
type figures struct {
	P50, P99, Last float64
	Frame          string
}

// side is one of the two servers with its phones.
type side struct {
	kind   string
	pid    int           // of the server
	before int           // KB, of the server without sockets
	ask    *json.Encoder // for each publish
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
	for i := range publishes {
		mark := fmt.Sprintf(`"mark":"%06d"`, i)
		for _, s := range sides {
			var f figures
			if err := s.ask.Encode(call{Path: "/publish", Body: "{" + mark + "," + padding + "}", Mark: mark}); err != nil {
				return fmt.Errorf("%s: %w", s.kind, err)
			}
			if err := s.answer.Decode(&f); err != nil {
				return fmt.Errorf("%s: %w", s.kind, err)
			}
			s.all = append(s.all, f)
		}
		slices.Reverse(sides)
	}
	slices.SortFunc(sides, func(a, b *side) int { return strings.Compare(b.kind, a.kind) }) // ours first
	for _, s := range sides {
		s.memory = float64(resident(s.pid)-s.before) / float64(sockets)
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

// calls are what a phone says first.
var calls = map[string]string{
	"ours":       `{"do":"follow","t":"` + topic + `"}`,
	"centrifuge": `{"connect":{},"id":1}`,
}

// resident is the memory of a process in KB.
func resident(pid int) int {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	n, _ := strconv.Atoi(strings.Fields(rest)[0]) // 0 shows in the table
	return n
}

// start runs a server and its phones, which wait to be asked.
func start(kind string, sockets int) (s *side, stop func(), err error) {
	_, out, pid, stopServer, err := run("-role", kind)
	if err != nil {
		return nil, nil, err
	}
	line := make([]byte, 64)
	n, err := out.Read(line)
	if err != nil {
		stopServer()
		return nil, nil, fmt.Errorf("start: %w", err)
	}
	before := resident(pid)
	ask, answers, _, stopPhones, err := run("-role", "phones", "-first", calls[kind], "-address", strings.TrimSpace(string(line[:n])), "-sockets", fmt.Sprint(sockets))
	if err != nil {
		stopServer()
		return nil, nil, err
	}
	s = &side{kind: kind, pid: pid, before: before, ask: json.NewEncoder(ask), answer: json.NewDecoder(answers)}
	var ready struct{ Ready bool }
	if err := s.answer.Decode(&ready); err != nil {
		stopPhones()
		stopServer()
		return nil, nil, fmt.Errorf("phones: %w", err)
	}
	return s, func() { stopPhones(); stopServer() }, nil
}

// run starts this program in another role; it ends with its input.
func run(args ...string) (in io.WriteCloser, out io.Reader, pid int, stop func(), err error) {
	self, err := os.Executable()
	if err != nil {
		return nil, nil, 0, nil, err
	}
	c := exec.Command(self, args...)
	c.Stderr = os.Stderr
	if in, err = c.StdinPipe(); err != nil {
		return nil, nil, 0, nil, err
	}
	if out, err = c.StdoutPipe(); err != nil {
		return nil, nil, 0, nil, err
	}
	if err := c.Start(); err != nil {
		return nil, nil, 0, nil, err
	}
	return in, out, c.Process.Pid, func() { _ = in.Close(); _ = c.Wait() }, nil
}

// untilInputEnds waits for the process that started this one.
func untilInputEnds() { _, _ = io.Copy(io.Discard, os.Stdin) }

// settle lets a server come to rest before its memory is read.
const settle = 2 * time.Second
