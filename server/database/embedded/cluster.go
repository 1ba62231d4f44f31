// Package embedded runs a Postgres of our own in a folder, for a house that
// was given no database: no port, no password, nobody else gets in.
//
// Postgres refuses to run as root, so under root it runs as an unprivileged
// user. It dies with its server, also when that is killed, and a server that
// starts while an old Postgres is still leaving waits for it.
package embedded

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// Cluster is a running Postgres.
type Cluster struct {
	socket string
	cmd    *exec.Cmd
	exited chan struct{}
	lock   *os.File
}

// Options change how a cluster runs.
type Options struct {
	Fast   bool // for tests: does not survive a power cut
	Orphan bool // outlives the process that started it
}

const (
	user = "rumah"
	name = "rumah"
	// startTime and leaveTime bound how long Postgres may take to come and go.
	startTime = 60 * time.Second
	leaveTime = 30 * time.Second
	// socketLimit keeps the socket's path within what the system takes (107).
	socketLimit = 85
	poll        = 20 * time.Millisecond
)

// Start runs the cluster of a folder, making it at the first start. Its
// errors are one line a person can act on.
func Start(ctx context.Context, folder string, options Options) (*Cluster, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	bin, err := binaries(folder)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, fmt.Errorf("the data folder %s cannot be made: %w", folder, plain(err))
	}
	lock, err := claim(folder)
	if err != nil {
		return nil, err
	}
	c := &Cluster{lock: lock}
	if err := c.start(ctx, bin, folder, options); err != nil {
		_ = lock.Close()
		return nil, err
	}
	return c, nil
}

func (c *Cluster) start(ctx context.Context, bin, folder string, options Options) error {
	as, err := account(folder)
	if err != nil {
		return err
	}
	home := as.home(folder)
	data := filepath.Join(home, "postgres")
	if c.socket, err = socketFolder(home); err != nil {
		return err
	}
	for _, dir := range []string{data, c.socket} {
		if err := as.own(dir); err != nil {
			return fmt.Errorf("the data folder %s cannot be written: %w", folder, plain(err))
		}
	}
	if _, err := os.Stat(filepath.Join(data, "PG_VERSION")); err != nil {
		if err := initialise(ctx, bin, data, as); err != nil {
			return err
		}
	}
	if err := farewell(ctx, data); err != nil {
		return err
	}
	if err := c.run(bin, data, as, options); err != nil {
		return err
	}
	return c.wait(ctx, filepath.Join(data, "log"))
}

// claim makes sure that one server uses the folder.
func claim(folder string) (*os.File, error) {
	lock, err := os.OpenFile(filepath.Join(folder, "lock"), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, fmt.Errorf("the data folder %s cannot be written: %w", folder, plain(err))
	}
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		_ = lock.Close()
		return nil, fmt.Errorf("the data folder %s is in use by another server: stop it, or choose another folder with -data", folder)
	}
	return lock, nil
}

// socketFolder is inside the data folder where its path is short enough.
func socketFolder(home string) (string, error) {
	folder := filepath.Join(home, "socket")
	if len(folder) <= socketLimit {
		return folder, nil
	}
	sum := sha256.Sum256([]byte(home))
	return filepath.Join(os.TempDir(), "rumah-"+hex.EncodeToString(sum[:6])), nil
}

func initialise(ctx context.Context, bin, data string, as identity) error {
	cmd := exec.CommandContext(ctx, filepath.Join(bin, "initdb"), "--pgdata", data, "--username", user, "--encoding", "UTF8",
		"--no-locale", "--auth-local", "trust", "--auth-host", "reject", "--no-sync")
	as.wear(cmd, false)
	if text, err := cmd.CombinedOutput(); err != nil {
		_ = os.RemoveAll(data)
		return fmt.Errorf("the database in %s cannot be made: %s", data, lastLine(text, err))
	}
	return nil
}

// farewell lets a Postgres that outlived its server leave first.
func farewell(ctx context.Context, data string) error {
	text, err := os.ReadFile(filepath.Join(data, "postmaster.pid"))
	if err != nil {
		return nil //nolint:nilerr // nobody is there
	}
	first, _, _ := strings.Cut(string(text), "\n")
	pid, err := strconv.Atoi(strings.TrimSpace(first))
	if err != nil || !isPostgres(pid, data) {
		return nil //nolint:nilerr // a stale file; Postgres itself clears it
	}
	_ = syscall.Kill(pid, syscall.SIGINT) // may be gone already
	for end := time.Now().Add(leaveTime); time.Now().Before(end); {
		if syscall.Kill(pid, 0) != nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(poll):
		}
	}
	return fmt.Errorf("an old Postgres (process %d) still uses %s and does not leave", pid, data)
}

func (c *Cluster) run(bin, data string, as identity, options Options) error {
	args := []string{"-D", data, "-k", c.socket, "-c", "listen_addresses=", "-c", "max_connections=100", "-c", "shared_buffers=64MB",
		"-c", "unix_socket_permissions=0777", "-c", "log_line_prefix=%m ", "-c", "timezone=UTC"}
	if options.Fast {
		args = append(args, "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off", "-c", "max_connections=300")
	}
	log, err := os.OpenFile(filepath.Join(data, "log"), os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("the data folder cannot be written: %w", plain(err))
	}
	defer log.Close()
	c.cmd = exec.Command(filepath.Join(bin, "postgres"), args...)
	c.cmd.Stdout, c.cmd.Stderr = log, log
	c.cmd.Dir = data
	as.wear(c.cmd, !options.Orphan)
	c.exited = make(chan struct{})
	started := make(chan error)
	go live(c.cmd, started, c.exited)
	if err := <-started; err != nil {
		return fmt.Errorf("the embedded Postgres cannot be started: %w", plain(err))
	}
	return nil
}

// wait returns when the cluster answers and has our database.
func (c *Cluster) wait(ctx context.Context, log string) error {
	ctx, stop := context.WithTimeout(ctx, startTime)
	defer stop()
	for {
		err := c.prepare(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-c.exited:
			text, _ := os.ReadFile(log)
			return fmt.Errorf("the embedded Postgres does not start: %s", lastLine(text, err))
		case <-ctx.Done():
			c.Stop()
			return fmt.Errorf("the embedded Postgres does not answer: %w", err)
		case <-time.After(poll):
		}
	}
}

func (c *Cluster) prepare(ctx context.Context) error {
	conn, err := pgx.Connect(ctx, c.URL("postgres"))
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	var there bool
	if err := conn.QueryRow(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", name).Scan(&there); err != nil || there {
		return err
	}
	_, err = conn.Exec(ctx, "CREATE DATABASE "+name)
	return err
}

// URL is the way to a database of the cluster; "" for ours.
func (c *Cluster) URL(database string) string {
	if database == "" {
		database = name
	}
	return fmt.Sprintf("host=%s user=%s dbname=%s", c.socket, user, database)
}

// Stop ends the cluster and waits until it is gone. It may be called twice.
func (c *Cluster) Stop() {
	_ = c.cmd.Process.Signal(syscall.SIGINT) // fast shutdown; may be gone already
	select {
	case <-c.exited:
	case <-time.After(leaveTime):
		_ = c.cmd.Process.Signal(syscall.SIGQUIT)
		<-c.exited
	}
	_ = c.lock.Close()
}

// Exited is closed when the cluster ends by itself.
func (c *Cluster) Exited() <-chan struct{} { return c.exited }

// plain is the reason of a system error without the path around it.
func plain(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

func lastLine(text []byte, err error) string {
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		line := strings.TrimSpace(lines[i])
		if strings.Contains(line, "FATAL") || strings.Contains(line, "error:") || strings.Contains(line, "PANIC") {
			return line
		}
	}
	if last := lines[len(lines)-1]; last != "" {
		return last
	}
	return err.Error()
}

// Process is the number of the Postgres process.
func (c *Cluster) Process() int { return c.cmd.Process.Pid }
