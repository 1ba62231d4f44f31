// Package e2e walks through the real app: the real server with its own
// Postgres, in a real browser.
package e2e

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rumah/server/database/embedded"
)

var (
	binary   string // the server as it ships
	folder   string // everything this run leaves behind, removed at its end
	origin   string // of the server most tests share
	database string // of the same
)

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	var err error
	if folder, err = os.MkdirTemp("", "rumah-e2e-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(folder)
	if binary, err = build("rs", ""); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	cluster, err := embedded.Start(context.Background(), filepath.Join(folder, "data-shared"), embedded.Options{})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer cluster.Stop()
	database = cluster.URL("")
	server, err := start(binary, filepath.Join(folder, "data"), "", "-database", database)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer server.stop()
	origin = server.origin
	return m.Run()
}

// build makes the server; stamp tells two versions apart.
func build(name, stamp string) (string, error) {
	out := filepath.Join(folder, name)
	cmd := exec.Command("go", "build", "-ldflags", "-X main.stamp="+stamp, "-o", out, "rumah/server")
	if text, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build: %w\n%s", err, text)
	}
	return out, nil
}

type process struct {
	cmd    *exec.Cmd
	origin string
	log    *os.File
}

// start runs a server on addr, or on a free port, and waits until it is ready.
func start(binary, data, addr string, settings ...string) (*process, error) {
	if addr == "" {
		listener, err := net.Listen("tcp", "localhost:0")
		if err != nil {
			return nil, err
		}
		addr = listener.Addr().String()
		addr = "localhost" + addr[strings.LastIndexByte(addr, ':'):]
		listener.Close()
	}
	log, err := os.CreateTemp(folder, "server-*.log")
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(binary, append([]string{"-addr", addr, "-data", data, "-unlimited"}, settings...)...)
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	p := &process{cmd: cmd, origin: "http://" + addr, log: log}
	for deadline := time.Now().Add(90 * time.Second); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if r, err := http.Get(p.origin + "/readyz"); err == nil {
			r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return p, nil
			}
		}
		if cmd.ProcessState != nil {
			break
		}
	}
	p.stop()
	text, _ := os.ReadFile(log.Name())
	return nil, fmt.Errorf("the server did not become ready:\n%s", text)
}

func (p *process) stop() {
	_ = p.cmd.Process.Signal(os.Interrupt)
	_ = p.cmd.Wait()
	p.log.Close()
}

// get fetches a page the way a phone without our program does.
func get(t *testing.T, path string) (status int, body string, header http.Header) {
	t.Helper()
	r, err := http.Get(origin + path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(text), r.Header
}

func within(t *testing.T, d time.Duration) context.Context {
	t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), d)
	t.Cleanup(stop)
	return ctx
}
