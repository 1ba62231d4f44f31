// Package load measures what the house carries beside what carries the same
// load without it, in one run: only the ratio means something.
package load

import (
	"context"
	"database/sql"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"rumah/server/database/embedded"
	"rumah/server/vault"
	"rumah/shared/queue"
)

// house is the server as it ships, on a Postgres of its own with the
// settings it ships with.
type house struct {
	cluster  *embedded.Cluster
	db       *pgx.Conn
	origin   string
	pid      int      // of the server
	sessions []string // tokens of people who are signed in

	mu  sync.Mutex
	got []queue.Taken // all that was answered
}

// open starts a house with so many people signed in.
func open(b *testing.B, people int) *house {
	b.Helper()
	ctx, folder := context.Background(), b.TempDir()
	cluster, err := embedded.Start(ctx, filepath.Join(folder, "data"), embedded.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(cluster.Stop)
	h := &house{cluster: cluster}
	binary := filepath.Join(folder, "rs")
	if text, err := exec.Command("go", "build", "-o", binary, "rumah/server").CombinedOutput(); err != nil {
		b.Fatalf("build: %v\n%s", err, text)
	}
	listener, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		b.Fatal(err)
	}
	addr := fmt.Sprintf("localhost:%d", listener.Addr().(*net.TCPAddr).Port)
	listener.Close()
	cmd := exec.Command(binary, "-addr", addr, "-data", filepath.Join(folder, "data"), "-unlimited")
	cmd.Env = append(os.Environ(), "DATABASE_URL="+cluster.URL(""))
	log, err := os.Create(filepath.Join(folder, "log"))
	if err != nil {
		b.Fatal(err)
	}
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait()
		log.Close()
	})
	h.pid = cmd.Process.Pid
	h.origin = "http://" + addr
	h.ready(b, log.Name())
	if h.db, err = pgx.Connect(ctx, cluster.URL("")); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = h.db.Close(ctx) })
	h.invite(b, people)
	return h
}

func (h *house) ready(b *testing.B, log string) {
	b.Helper()
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for range 1800 {
		if r, err := http.Get(h.origin + "/readyz"); err == nil {
			r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return
			}
		}
		<-tick.C
	}
	text, _ := os.ReadFile(log)
	b.Fatalf("not ready:\n%s", text)
}

// invite signs people in.
func (h *house) invite(b *testing.B, people int) {
	b.Helper()
	var persons, sessions [][]any
	now := time.Now().UTC()
	for i := range people {
		id, token := fmt.Sprintf("load-%06d", i), vault.Token()
		h.sessions = append(h.sessions, token)
		persons = append(persons, []any{id, "citizen", "Warga", now})
		sessions = append(sessions, []any{id, vault.Fingerprint(token), id, "code", "", now, now, now.Add(time.Hour)})
	}
	h.copy(b, "people", []string{"id", "kind", "name", "created_at"}, persons)
	h.copy(b, "sessions", []string{"id", "token_hash", "person_id", "method", "device", "created_at", "seen_at", "expires_at"}, sessions)
	h.exec(b, "ANALYZE people, sessions")
}

func (h *house) copy(b *testing.B, table string, columns []string, rows [][]any) {
	b.Helper()
	if _, err := h.db.CopyFrom(context.Background(), pgx.Identifier{table}, columns, pgx.CopyFromRows(rows)); err != nil {
		b.Fatal(err)
	}
}

func (h *house) exec(b *testing.B, statement string, args ...any) {
	b.Helper()
	if _, err := h.db.Exec(context.Background(), statement, args...); err != nil {
		b.Fatalf("%s: %v", statement, err)
	}
}

func (h *house) text(b *testing.B, query string, args ...any) string {
	b.Helper()
	var s sql.NullString
	if err := h.db.QueryRow(context.Background(), query, args...).Scan(&s); err != nil {
		b.Fatalf("%s: %v", query, err)
	}
	return s.String
}

// pgbench runs a script with so many clients and answers transactions per second.
func (h *house) pgbench(b *testing.B, script string, clients int, d time.Duration) float64 {
	b.Helper()
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/pgbench")
	program := "pgbench"
	if len(found) > 0 {
		program = found[len(found)-1]
	}
	file := filepath.Join(b.TempDir(), "script.sql")
	if err := os.WriteFile(file, []byte(script), 0o600); err != nil {
		b.Fatal(err)
	}
	text, err := exec.Command(program, "-n", "-M", "prepared", "-c", fmt.Sprint(clients), "-j", fmt.Sprint(runtime.NumCPU()),
		"-T", fmt.Sprint(int(d.Seconds())), "-f", file, h.cluster.URL("")).CombinedOutput()
	if err != nil {
		b.Fatalf("pgbench: %v\n%s", err, text)
	}
	_, after, _ := strings.Cut(string(text), "tps = ")
	var tps float64
	if _, err := fmt.Sscan(after, &tps); err != nil {
		b.Fatalf("pgbench said\n%s", text)
	}
	return tps
}
