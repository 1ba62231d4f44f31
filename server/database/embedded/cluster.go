// Package embedded runs a Postgres of our own in a folder, for a house that
// was given no database: no port, no password, nobody else gets in.
//
// Postgres refuses to run as root, so under root it runs as an unprivileged
// user: the owner of the data that is there, else postgres, else nobody. When
// that user cannot reach the data folder, because it lies below /root for
// example, the cluster lives in a folder of /var/lib/rumah named after the
// path of the data folder.
//
// Postgres dies with its server, also when that is killed, and a server that
// starts while an old Postgres is still leaving waits for it.
package embedded

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// Cluster is a running Postgres.
type Cluster struct {
	site   site
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
	// socketNumber only names the socket's file; there is no port.
	socketNumber = 5432
	// startTime is generous: after a crash a large cluster repairs itself
	// before it answers. One that fails ends at once and is not waited for.
	startTime = 10 * time.Minute
	// leaveTime bounds how long Postgres may take to go.
	leaveTime = 30 * time.Second
	poll      = 20 * time.Millisecond
)

// Start runs the cluster of a folder, making it at the first start. Its
// errors are one line a person can act on.
func Start(ctx context.Context, folder string, options Options) (*Cluster, error) {
	s, err := locate(folder)
	if err != nil {
		return nil, err
	}
	lock, err := claim(s.folder)
	if err != nil {
		return nil, err
	}
	c := &Cluster{site: s, lock: lock}
	if err := c.start(ctx, options); err != nil {
		_ = lock.Close()
		return nil, err
	}
	return c, nil
}

// Address is the way to a database of a folder's cluster for who has not
// started it.
func Address(folder, database string) (string, error) {
	s, err := locate(folder)
	if err != nil {
		return "", err
	}
	return s.url(database), nil
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

func (c *Cluster) start(ctx context.Context, options Options) error {
	made := c.site.made()
	bin, err := c.site.shop().find(ctx, made)
	if err != nil {
		return err
	}
	if err := c.site.as.own(c.site.socket); err != nil {
		return fmt.Errorf("the data folder %s cannot be written: %w", c.site.folder, plain(err))
	}
	c.site.sweep()
	if made == 0 {
		if err := c.site.initialise(ctx, bin, options); err != nil {
			return err
		}
	}
	if err := c.site.farewell(ctx); err != nil {
		return err
	}
	for end := time.Now().Add(leaveTime); ; {
		if err := c.run(bin, options); err != nil {
			return err
		}
		err := c.wait(ctx)
		if !errors.Is(err, errOccupied) || time.Now().After(end) {
			return err
		}
		if err := pause(ctx); err != nil {
			return err
		}
	}
}

func (c *Cluster) run(bin string, options Options) error {
	connections := 100
	if options.Fast {
		connections = 300
	}
	args := []string{"-D", c.site.data, "-k", c.site.socket, "-p", strconv.Itoa(socketNumber)}
	set := func(setting string) { args = append(args, "-c", setting) }
	set("listen_addresses=")
	set("unix_socket_permissions=0777") // the folder of the socket is closed
	set("timezone=UTC")
	set("shared_buffers=64MB")
	set("max_wal_size=256MB")
	set("jit=off") // compiling costs more than our queries take
	set("log_line_prefix=%m ")
	set("max_connections=" + strconv.Itoa(connections))
	if options.Fast {
		set("fsync=off")
		set("full_page_writes=off")
		set("synchronous_commit=off")
	}
	log, err := os.OpenFile(c.log(), os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("the data folder %s cannot be written: %w", c.site.folder, plain(err))
	}
	defer log.Close()
	if err := c.site.as.give(log.Name()); err != nil {
		return fmt.Errorf("the data folder %s cannot be written: %w", c.site.folder, plain(err))
	}
	c.cmd = exec.Command(filepath.Join(bin, "postgres"), args...)
	c.cmd.Stdout, c.cmd.Stderr = log, log
	c.cmd.Dir = c.site.data
	c.site.as.wear(c.cmd, !options.Orphan)
	started := make(chan error, 1)
	c.exited = make(chan struct{})
	go live(c.cmd, started, c.exited)
	if err := <-started; err != nil {
		return fmt.Errorf("the embedded Postgres cannot be started: %w", plain(err))
	}
	return nil
}

// wait returns when the cluster answers and has our database.
func (c *Cluster) wait(ctx context.Context) error {
	ctx, stop := context.WithTimeout(ctx, startTime)
	defer stop()
	for {
		err := c.prepare(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-c.exited:
			if text, _ := os.ReadFile(c.log()); occupied(text) {
				return errOccupied
			}
			return fmt.Errorf("the embedded Postgres does not start: %s", c.Reason())
		case <-ctx.Done():
			c.end()
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
	return c.site.url(database)
}

// Folder is where the cluster lives: the data folder, or one in its place.
func (c *Cluster) Folder() string { return c.site.home }

// Stop ends the cluster and waits until it is gone. It may be called twice.
func (c *Cluster) Stop() {
	c.end()
	_ = os.Remove(c.site.socket) // it is made again at the next start
	_ = c.lock.Close()
}

func (c *Cluster) end() {
	_ = c.cmd.Process.Signal(syscall.SIGINT) // fast shutdown; may be gone already
	select {
	case <-c.exited:
	case <-time.After(leaveTime):
		_ = c.cmd.Process.Signal(syscall.SIGQUIT)
		<-c.exited
	}
}

// Exited is closed when the cluster ends by itself.
func (c *Cluster) Exited() <-chan struct{} { return c.exited }

// Process is the number of the Postgres process.
func (c *Cluster) Process() int { return c.cmd.Process.Pid }
