package main

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"rumah/server/api"
	"rumah/server/api/apitest"
	"rumah/server/dbtest"
)

// These tests drive the real program, as a person at a terminal does.

var binary string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "rs-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	binary = filepath.Join(folder, "rs")
	if text, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "build: %v\n%s", err, text)
		os.Exit(1)
	}
	_ = os.Chmod(folder, 0o755) // another user starts it too
	code := m.Run()
	_ = os.RemoveAll(folder)
	os.Exit(code)
}

type program struct {
	cmd  *exec.Cmd
	addr string
	out  *notes
	done chan error
}

// notes is what a program said so far.
type notes struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (n *notes) Write(p []byte) (int, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.text.Write(p)
}

func (n *notes) String() string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.text.String()
}

// freePort is a port nobody has at this moment.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return "localhost:" + strconv.Itoa(l.Addr().(*net.TCPAddr).Port)
}

// folder is a data folder that an unprivileged Postgres can reach.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "rs-data-")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func launch(t *testing.T, prepare func(*exec.Cmd), args ...string) *program {
	t.Helper()
	p := &program{addr: freePort(t), out: &notes{}, done: make(chan error, 1)}
	p.cmd = exec.Command(binary, append([]string{"-addr", p.addr, "-data", folder(t)}, args...)...)
	p.cmd.Stdout, p.cmd.Stderr = p.out, p.out
	p.cmd.Env = append(os.Environ(), "DATABASE_URL=", "PRODUCTION=", "BASE_URL=", "SECRET_KEY=", "CITY=")
	if prepare != nil {
		prepare(p.cmd)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { p.done <- p.cmd.Wait() }()
	t.Cleanup(func() { _ = p.cmd.Process.Kill() })
	return p
}

// ready waits until the program serves; a program that ends first fails.
func (p *program) ready(t *testing.T) {
	t.Helper()
	for end := time.Now().Add(90 * time.Second); time.Now().Before(end); {
		select {
		case err := <-p.done:
			t.Fatalf("ended: %v\n%s", err, p.out)
		case <-time.After(20 * time.Millisecond):
		}
		if r, err := http.Get("http://" + p.addr + "/readyz"); err == nil {
			r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return
			}
		}
	}
	t.Fatal("not ready")
}

// ends waits for the end and returns the exit code.
func (p *program) ends(t *testing.T) int {
	t.Helper()
	select {
	case <-p.done:
		return p.cmd.ProcessState.ExitCode()
	case <-time.After(60 * time.Second):
		t.Fatalf("still running\n%s", p.out)
		return 0
	}
}

// postgres lists the Postgres processes of a data folder.
func postgres(t *testing.T, data string) []string {
	t.Helper()
	text, _ := exec.Command("pgrep", "-af", "postgres.*"+data).Output() // exits 1 for none
	var found []string
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if line != "" && !strings.Contains(line, binary) && !strings.Contains(line, "pgrep") {
			found = append(found, line)
		}
	}
	return found
}

func until(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); {
		if holds() {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal(what)
}

func TestCtrlCLeavesNothingAndTheSecondStartIsQuick(t *testing.T) {
	t.Parallel()
	data := folder(t)
	for start := range 2 {
		began := time.Now()
		p := launch(t, nil, "-data", data)
		p.ready(t)
		t.Logf("start %d took %s", start+1, time.Since(began).Round(time.Millisecond))
		if len(postgres(t, data)) == 0 {
			t.Fatal("no Postgres runs")
		}
		if !strings.Contains(p.out.String(), "http://localhost:") {
			t.Errorf("the address is not printed:\n%s", p.out)
		}
		_ = p.cmd.Process.Signal(os.Interrupt)
		if code := p.ends(t); code != 0 {
			t.Errorf("exit code %d\n%s", code, p.out)
		}
		if left := postgres(t, data); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
}

func TestKillLeavesNothingAndTheNextStartIsClean(t *testing.T) {
	t.Parallel()
	data := folder(t)
	p := launch(t, nil, "-data", data)
	p.ready(t)
	_ = p.cmd.Process.Kill()
	p.ends(t)
	again := launch(t, nil, "-data", data) // while the old Postgres may still be leaving
	again.ready(t)
	_ = again.cmd.Process.Signal(os.Interrupt)
	again.ends(t)
	until(t, "a Postgres outlived its server", func() bool { return len(postgres(t, data)) == 0 })
}

func TestTwoSideBySideAndNeverTwoInOneFolder(t *testing.T) {
	t.Parallel()
	one, two := folder(t), folder(t)
	a, b := launch(t, nil, "-data", one), launch(t, nil, "-data", two)
	a.ready(t)
	b.ready(t)
	fails(t, launch(t, nil, "-data", one), 1, "in use by another server")
}

// fails demands one clear line and an exit code.
func fails(t *testing.T, p *program, code int, want string) {
	t.Helper()
	if got := p.ends(t); got != code {
		t.Errorf("exit code %d, want %d\n%s", got, code, p.out)
	}
	text := strings.TrimSpace(p.out.String())
	if !strings.Contains(text, want) || strings.Contains(text, "\n") || strings.Contains(text, "goroutine") {
		t.Errorf("want one line with %q, got:\n%s", want, text)
	}
}

func TestEveryRefusalIsOneLine(t *testing.T) {
	t.Parallel()
	taken, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = taken.Close() }) // after the parallel tests below
	port := strconv.Itoa(taken.Addr().(*net.TCPAddr).Port)
	file := filepath.Join(folder(t), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	key := strings.Repeat("ab", 16)
	for name, c := range map[string]struct {
		args []string
		code int
		want string
	}{
		"port":         {[]string{"-addr", "localhost:" + port}, 1, "port " + port + " is in use"},
		"address":      {[]string{"-addr", "here"}, 1, "write host:port"},
		"flag":         {[]string{"-colour"}, 2, "rs -h"},
		"command":      {[]string{"paint"}, 2, "is not a command"},
		"url":          {[]string{"-database", "mysql:x"}, 1, "not an address of a Postgres"},
		"unreachable":  {[]string{"-database", "postgres://x@localhost:1/x"}, 1, "cannot be reached"},
		"folder":       {[]string{"-data", file + "/x"}, 1, "cannot be made"},
		"pack":         {[]string{"-city", "atlantis"}, 1, "no city pack"},
		"short key":    {[]string{"-secret-key", "x"}, 2, "openssl rand"},
		"base url":     {[]string{"-base-url", "layanan"}, 2, "BASE_URL must be"},
		"no base url":  {[]string{"-production", "-secret-key", key}, 2, "needs BASE_URL"},
		"no key":       {[]string{"-production", "-base-url", "https://x.id"}, 2, "needs SECRET_KEY"},
		"default key":  {[]string{"-production", "-base-url", "https://x.id", "-secret-key", strings.Repeat("a", 32)}, 2, "repeated"},
		"no database":  {[]string{"-production", "-base-url", "https://x.id", "-secret-key", key}, 2, "needs DATABASE_URL"},
		"no gateway":   {[]string{"-production", "-base-url", "https://x.id", "-secret-key", key, "-database", "postgres://x"}, 2, "needs SMS_URL"},
		"unlimited":    {[]string{"-production", "-base-url", "https://x.id", "-secret-key", key, "-unlimited"}, 2, "rate limits"},
		"proxies":      {[]string{"-proxies", "everyone"}, 2, "not a network"},
		"city command": {nil, 2, "rs city check FOLDER"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if name == "city command" {
				var out, complaints bytes.Buffer
				if code := rs([]string{"city"}, &out, &complaints); code != c.code || !strings.Contains(complaints.String(), c.want) {
					t.Errorf("%d %s", code, complaints.String())
				}
				return
			}
			fails(t, launch(t, nil, c.args...), c.code, c.want)
		})
	}
}

func TestProductionRefusesDemoData(t *testing.T) {
	t.Parallel()
	url := dbtest.URL(t)
	p := launch(t, nil, "-database", url, "-data", folder(t))
	p.ready(t)
	_ = p.cmd.Process.Signal(os.Interrupt)
	p.ends(t)
	fails(t, launch(t, nil, "-database", url, "-production", "-base-url", "https://x.id", "-secret-key", strings.Repeat("ab", 16), "-sms", "https://x.id/sms"), 1, "demo data")
}

func TestProductionOnAnEmptyDatabase(t *testing.T) {
	t.Parallel()
	p := launch(t, nil, "-database", dbtest.URL(t), "-production", "-base-url", "https://x.id", "-secret-key", strings.Repeat("ab", 16), "-sms", "https://x.id/sms")
	p.ready(t)
}

// Root's Postgres is somebody else; an ordinary user's is the user.
func TestAsAnotherUser(t *testing.T) {
	t.Parallel()
	data := folder(t)
	var prepare func(*exec.Cmd)
	if os.Geteuid() == 0 {
		nobody, err := user.Lookup("nobody")
		if err != nil {
			t.Fatal(err)
		}
		uid, _ := strconv.Atoi(nobody.Uid)
		gid, _ := strconv.Atoi(nobody.Gid)
		if err := os.Chown(data, uid, gid); err != nil {
			t.Fatal(err)
		}
		prepare = func(cmd *exec.Cmd) {
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
			cmd.Dir = data
		}
	}
	launch(t, prepare, "-data", data).ready(t)
}

// A disk without room says so. The test's own tiny disk is there for root;
// others are held by a limit on the size of files, which says the same.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	data := folder(t)
	if os.Geteuid() == 0 {
		if err := syscall.Mount("tmpfs", data, "tmpfs", 0, "size=4m,mode=755"); err == nil {
			t.Cleanup(func() { _ = syscall.Unmount(data, syscall.MNT_DETACH) })
			fails(t, launch(t, nil, "-data", data), 1, "No space left on device")
			return
		}
	}
	p := &program{addr: freePort(t), out: &notes{}, done: make(chan error, 1)}
	p.cmd = exec.CommandContext(context.Background(), "sh", "-c", "ulimit -f 64; exec "+binary+" -addr "+p.addr+" -data "+data)
	p.cmd.Stdout, p.cmd.Stderr = p.out, p.out
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { p.done <- p.cmd.Wait() }()
	fails(t, p, 1, "")
}

func TestCityCheck(t *testing.T) {
	t.Parallel()
	packs, err := os.ReadDir("../assets/city")
	if err != nil {
		t.Fatal(err)
	}
	var out, complaints bytes.Buffer
	if code := rs([]string{"city", "check", "../assets/city/" + packs[0].Name()}, &out, &complaints); code != 0 {
		t.Errorf("%d %s %s", code, out.String(), complaints.String())
	}
	broken := folder(t)
	if err := os.WriteFile(filepath.Join(broken, "city.csv"), []byte("key,value,source\napp_name,,x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	out.Reset()
	if code := rs([]string{"city", "check", broken}, &out, &complaints); code != 1 || !strings.Contains(out.String(), "city.csv:2") {
		t.Errorf("%d %s", code, out.String())
	}
}

// The real server, with everything in front of it, takes whatever is thrown
// at it and never answers with a failure of ours.
func TestHostileCallsToTheRealServer(t *testing.T) {
	t.Parallel()
	p := launch(t, nil, "-database", dbtest.URL(t), "-unlimited")
	p.ready(t)
	apitest.Attack(t, "http://"+p.addr, http.DefaultClient, api.Operations)
	for _, path := range []string{"/%00", "/tempat/%2e%2e%2f", "/tempat?q=%ff&lanjut=x", "/peta/99.99.99", "/en/tempat/" + strings.Repeat("a", 3000), "/tempat?jenis=" + strings.Repeat("%3Cscript%3E", 40), "//evil.example/x", "/assets/../go.mod", "/api"} {
		r, err := http.Get("http://" + p.addr + path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		r.Body.Close()
		if r.StatusCode >= 500 {
			t.Errorf("%s: %d", path, r.StatusCode)
		}
	}
}

func TestHelp(t *testing.T) {
	t.Parallel()
	var out, complaints bytes.Buffer
	if code := rs([]string{"-h"}, &out, &complaints); code != 0 || !strings.Contains(out.String(), "DATABASE_URL") || !strings.Contains(out.String(), "[localhost:8080]") {
		t.Errorf("%d %s", code, out.String())
	}
}
