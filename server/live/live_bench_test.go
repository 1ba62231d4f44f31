package live

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// BenchmarkSockets prints one publish to 8,000 sockets beside a centrifuge
// server. The program that measures is a module of its own, in bench, so
// that the peer stays out of ours.
func BenchmarkSockets(b *testing.B) {
	if runtime.GOOS != "linux" {
		b.Skip("the phones of this measurement need epoll")
	}
	program := filepath.Join(b.TempDir(), "bench")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Dir = "bench"
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		run := exec.Command(program)
		run.Stdout, run.Stderr = os.Stdout, os.Stderr
		if err := run.Run(); err != nil {
			b.Fatal(err)
		}
	}
}
