// Command build makes the program for the phone: compiles it, packs it and
// weighs it.
//
//	go run ./server/build            compile and pack
//	go run ./server/build -quick     pack less hard, for working on it
//	go run ./server/build -budget    also fail when it is heavier than agreed
package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
)

// program is one of the two that phones load: citizens get theirs, staff and
// the screens at places one that knows the desks as well.
type program struct {
	name, tags string
	budget     int64 // the most it may weigh, in bytes over the wire
}

// An empty go-app program is 1.41 MB as it comes; slim.go leaves out what
// ours can do without, and segments.go lays its memory so that it packs.
var programs = []program{{"app.wasm", "", 1_900_000}, {"desk.wasm", "desk", 2_500_000}}

const dist = "assets/dist"

// screens are compiled without inlining. A screen is drawn once at a touch and
// takes as long either way, but a small function copied to all who call it
// costs 0.08 MB over the wire. What counts and checks, in shared, is not
// slowed.
const screens = "rumah/app/..."

func main() {
	quick := flag.Bool("quick", false, "pack less hard")
	check := flag.Bool("budget", false, "fail when the program is over its budget")
	flag.Parse()
	if err := run(*quick, *check); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run(quick, check bool) error {
	modfile, err := slim()
	if err != nil {
		return err
	}
	level := brotli.BestCompression
	if quick {
		level = 5
	}
	if err := loader(); err != nil {
		return err
	}
	for _, p := range programs {
		raw, err := p.compile(modfile)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(raw)
		mark := hex.EncodeToString(sum[:]) + " " + strconv.Itoa(level)
		if old, err := os.ReadFile(p.dist() + ".sum"); err != nil || !fresh(string(old), mark) {
			if err := p.pack(raw, level, mark); err != nil {
				return err
			}
		}
		if err := p.weigh(len(raw), quick, check); err != nil {
			return err
		}
	}
	return nil
}

// dist is where a program goes, without the ends of its packings.
func (p program) dist() string { return filepath.Join(dist, p.name) }

// fresh reports whether what was packed before is this program, packed at
// least as hard.
func fresh(old, mark string) bool {
	oldSum, oldLevel, _ := strings.Cut(strings.TrimSpace(old), " ")
	sum, level, _ := strings.Cut(mark, " ")
	have, _ := strconv.Atoi(oldLevel)
	want, _ := strconv.Atoi(level)
	return oldSum == sum && have >= want
}

func (p program) compile(modfile string) ([]byte, error) {
	folder, err := os.MkdirTemp("", "rumah-build-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	out := filepath.Join(folder, p.name)
	cmd := exec.Command("go", "build", "-modfile", modfile, "-tags", p.tags, "-trimpath", "-gcflags", screens+"=-l", "-ldflags", "-s -w", "-o", out, "./app/wasm")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("compile %s: %w", p.name, err)
	}
	raw, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	return joined(raw)
}

func (p program) pack(raw []byte, level int, mark string) error {
	var br, gz bytes.Buffer
	b := brotli.NewWriterOptions(&br, brotli.WriterOptions{Quality: level, LGWin: 24})
	if _, err := b.Write(raw); err != nil {
		return err
	}
	if err := b.Close(); err != nil {
		return err
	}
	g, err := gzip.NewWriterLevel(&gz, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := g.Write(raw); err != nil {
		return err
	}
	if err := g.Close(); err != nil {
		return err
	}
	for end, data := range map[string][]byte{".br": br.Bytes(), ".gz": gz.Bytes(), ".sum": []byte(mark)} {
		if err := os.WriteFile(p.dist()+end, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// loader takes the script that fits the compiler.
func loader() error {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("find Go: %w", err)
	}
	script, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return fmt.Errorf("find the loader that comes with Go: %w", err)
	}
	return os.WriteFile(dist+"/wasm_exec.js", script, 0o644)
}

func (p program) weigh(raw int, quick, check bool) error {
	packed, err := os.Stat(p.dist() + ".br")
	if err != nil {
		return err
	}
	size := packed.Size()
	fmt.Printf("%-9s %.2f MB raw, %.3f MB brotli", p.name, float64(raw)/1e6, float64(size)/1e6)
	if quick && size > p.budget { // packed less hard it says nothing about the budget
		fmt.Println(", packed quickly")
		return nil
	}
	fmt.Printf(" (budget %.2f MB)\n", float64(p.budget)/1e6)
	if check && size > p.budget {
		return fmt.Errorf("%s is %d bytes over its budget: find what the last change linked in", p.name, size-p.budget)
	}
	return nil
}
