package main

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// A program of Go, joined, lays the same memory, and everything else in it is
// as it was.
func TestJoinedLaysTheSameMemory(t *testing.T) {
	folder := t.TempDir()
	source, out := filepath.Join(folder, "main.go"), filepath.Join(folder, "main.wasm")
	if err := os.WriteFile(source, []byte("package main\n\nfunc main() { println(\"halo\") }\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", out, source)
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	before, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	after, err := joined(before)
	if err != nil {
		t.Fatal(err)
	}
	many, few := dataOf(t, before), dataOf(t, after)
	if len(few)*50 > len(many) {
		t.Errorf("%d pieces of %d are left: the linker writes them otherwise than it did", len(few), len(many))
	}
	if !bytes.Equal(many.laid(), few.laid()) {
		t.Error("the memory differs")
	}
	if !bytes.Equal(withoutData(before), withoutData(after)) {
		t.Error("something beside the memory differs")
	}
}

// Pieces in any order, touching, far apart or on top of one another.
func TestJoinKeepsEveryPiece(t *testing.T) {
	for seed := range uint64(2000) {
		random := rand.New(rand.NewPCG(seed, 0))
		var all pieces
		for range random.IntN(12) {
			data := make([]byte, random.IntN(200))
			for i := range data {
				data[i] = byte(random.IntN(3))
			}
			all = append(all, piece{uint64(random.IntN(3000)), data})
		}
		section := join(all).encode()
		few, err := readPieces(section)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if !bytes.Equal(all.laid(), few.laid()) {
			t.Fatalf("seed %d: %v became %v", seed, all, few)
		}
	}
}

func TestJoinedRefusesWhatItDoesNotKnow(t *testing.T) {
	head := "\x00asm\x01\x00\x00\x00"
	for name, module := range map[string]string{
		"nothing":           "",
		"something else":    "GIF89a\x00\x00",
		"a section cut off": head + "\x0b\x09\x01",
		"a passive piece":   head + "\x0b\x04\x01\x01\x01a",
		"another memory":    head + "\x0b\x08\x01\x02\x01\x41\x00\x0b\x01a",
		"an address cut":    head + "\x0b\x04\x01\x00\x41\xff",
		"more than it says": head + "\x0b\x08\x01\x00\x41\x00\x0b\x01ab",
		"less than it says": head + "\x0b\x07\x02\x00\x41\x00\x0b\x01a",
	} {
		if _, err := joined([]byte(module)); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

// laid is the memory after the pieces are written one after another.
func (all pieces) laid() []byte {
	var memory []byte
	for _, p := range all {
		if len(p.data) == 0 {
			continue
		}
		if missing := int(p.end()) - len(memory); missing > 0 {
			memory = append(memory, make([]byte, missing)...)
		}
		copy(memory[p.at:], p.data)
	}
	return bytes.TrimRight(memory, "\x00")
}

func dataOf(t *testing.T, module []byte) pieces {
	t.Helper()
	for in := (reader{rest: module[8:]}); len(in.rest) > 0; {
		if kind, body := in.byte(), in.bytes(); kind == sectionData {
			all, err := readPieces(body)
			if err != nil {
				t.Fatal(err)
			}
			return all
		}
	}
	t.Fatal("no memory")
	return nil
}

func withoutData(module []byte) []byte {
	var out []byte
	for in := (reader{rest: module[8:]}); len(in.rest) > 0; {
		if kind, body := in.byte(), in.bytes(); kind != sectionData {
			out = append(out, kind)
			out = binary.AppendUvarint(out, uint64(len(body)))
			out = append(out, body...)
		}
	}
	return out
}
