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
	publishes := flag.Int("publishes", 20, "in each round")
	rounds := flag.Int("rounds", 3, "of each server")
	address := flag.String("address", "", "of the server, for phones")
	kind := flag.String("kind", "", "of the server, for phones")
	flag.Parse()
	raiseLimit()
	var err error
	switch *role {
	case "":
		err = compare(*sockets, *publishes, *rounds)
	case "phones":
		err = phones(*kind, *address, *sockets, *publishes)
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

// figures are what one round measured.
type figures struct {
	P50, P99, Last float64 // ms, the median of all publishes
	Socket         float64 // KB of resident memory for each socket
}

var kinds = []string{"ours", "centrifuge"}

func compare(sockets, publishes, rounds int) error {
	all := map[string][]figures{}
	for round := range rounds {
		order := slices.Clone(kinds)
		if round%2 == 1 {
			slices.Reverse(order)
		}
		for _, kind := range order {
			f, err := one(kind, sockets, publishes)
			if err != nil {
				return fmt.Errorf("%s: %w", kind, err)
			}
			all[kind] = append(all[kind], f)
		}
	}
	fmt.Printf("\n%d sockets, one publish; medians of %d rounds of %d publishes\n", sockets, rounds, publishes)
	fmt.Printf("%-34s %10s %10s %8s %s\n", "", "ours", "centrifuge", "ratio", "  rounds")
	for _, line := range []struct {
		name string
		of   func(figures) float64
	}{
		{"p50 to a socket, ms", func(f figures) float64 { return f.P50 }},
		{"p99 to a socket, ms", func(f figures) float64 { return f.P99 }},
		{"the last socket, ms", func(f figures) float64 { return f.Last }},
		{"resident memory of a socket, KB", func(f figures) float64 { return f.Socket }},
	} {
		ours, theirs := each(all["ours"], line.of), each(all["centrifuge"], line.of)
		fmt.Printf("%-34s %10.1f %10.1f %7.2fx   %.1f / %.1f\n", line.name, median(ours), median(theirs), median(ours)/median(theirs), ours, theirs)
	}
	return nil
}

func each(all []figures, of func(figures) float64) []float64 {
	var out []float64
	for _, f := range all {
		out = append(out, of(f))
	}
	return out
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

// one runs a server and its phones.
func one(kind string, sockets, publishes int) (f figures, err error) {
	self, err := os.Executable()
	if err != nil {
		return f, err
	}
	server := exec.Command(self, "-role", kind)
	server.Stderr = os.Stderr
	out, err := server.StdoutPipe()
	if err != nil {
		return f, err
	}
	in, err := server.StdinPipe()
	if err != nil {
		return f, err
	}
	if err := server.Start(); err != nil {
		return f, err
	}
	defer func() {
		_ = in.Close() // it ends with its input
		_ = server.Wait()
	}()
	line := make([]byte, 64)
	n, err := out.Read(line)
	if err != nil {
		return f, fmt.Errorf("start: %w", err)
	}
	clients := exec.Command(self, "-role", "phones", "-kind", kind, "-address", strings.TrimSpace(string(line[:n])),
		"-sockets", fmt.Sprint(sockets), "-publishes", fmt.Sprint(publishes))
	clients.Stderr = os.Stderr
	result, err := clients.Output()
	if err != nil {
		return f, fmt.Errorf("phones: %w", err)
	}
	return f, json.Unmarshal(result, &f)
}

// untilInputEnds waits for the process that started this one.
func untilInputEnds() { _, _ = io.Copy(io.Discard, os.Stdin) }

// settle lets a server come to rest before its memory is read.
const settle = 2 * time.Second
