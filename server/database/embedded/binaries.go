package embedded

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	embeddedpostgres "github.com/fergusstrange/embedded-postgres"
)

const (
	// oldest is the first version with the way of copying databases that tests use.
	oldest = 15
	// fetched is the version that is fetched where there is none.
	fetched = 18
)

// installed is where the packages of systems put Postgres.
var installed = []string{"/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin", "/usr/local/opt/postgresql@*/bin"}

// shop is where Postgres comes from when it is not on this machine.
type shop struct {
	shelves    []string // patterns of folders to look in
	store      string   // where a fetched copy is kept
	repository string   // where a copy is fetched; "" is the library's own
}

// find gives the folder of the programs for a cluster: of the version that
// made it, as no other can read it, or the newest for a new one (made is 0).
func (s shop) find(ctx context.Context, made int) (bin string, err error) {
	copied := filepath.Join(s.store, "postgres-"+strconv.Itoa(fetched))
	newest := 0
	for _, candidate := range append(s.shelved(), filepath.Join(copied, "bin")) {
		v := version(candidate)
		if v == made && v > 0 {
			return candidate, nil
		}
		if v >= oldest && v > newest {
			bin, newest = candidate, v
		}
	}
	switch {
	case made != 0 && made != fetched:
		return "", fmt.Errorf("the data was made by Postgres %d, which is not on this machine: install postgresql-%d, or choose another folder with -data", made, made)
	case made == 0 && bin != "":
		return bin, nil
	}
	done := make(chan error, 1)
	go func() { done <- s.fetch(copied) }()
	select {
	case err := <-done:
		return filepath.Join(copied, "bin"), err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// shelved lists the folders that may hold the programs; the PATH comes first.
func (s shop) shelved() []string {
	var all []string
	if path, err := exec.LookPath("initdb"); err == nil {
		if real, err := filepath.EvalSymlinks(path); err == nil {
			all = append(all, filepath.Dir(real))
		}
	}
	for _, pattern := range s.shelves {
		found, _ := filepath.Glob(pattern) // the patterns are well formed
		all = append(all, found...)
	}
	return all
}

// version is the major version of the programs in a folder, 0 when they are
// not all there.
func version(bin string) int {
	if _, err := os.Stat(filepath.Join(bin, "initdb")); err != nil {
		return 0
	}
	text, err := exec.Command(filepath.Join(bin, "postgres"), "--version").Output() // postgres (PostgreSQL) 15.18 (Debian ...)
	if err != nil {
		return 0
	}
	_, number, _ := strings.Cut(string(text), ") ")
	digits := strings.IndexFunc(number, func(r rune) bool { return r < '0' || r > '9' })
	major, _ := strconv.Atoi(number[:max(digits, 0)])
	return major
}

// fetch brings a copy, whole or not at all. The library fetches only in order
// to start, so it is given an encoding that does not exist: it ends as soon
// as the programs are in place and never opens a port.
func (s shop) fetch(copied string) error {
	failed := errors.New("there is no Postgres on this machine and none could be fetched: install the package postgresql, or set DATABASE_URL")
	if err := os.MkdirAll(s.store, 0o755); err != nil {
		return fmt.Errorf("the folder %s cannot be made: %w", s.store, plain(err))
	}
	fresh, err := os.MkdirTemp(s.store, "fresh-")
	if err != nil {
		return fmt.Errorf("the folder %s cannot be written: %w", s.store, plain(err))
	}
	defer os.RemoveAll(fresh)
	port, err := freePort()
	if err != nil {
		return err
	}
	slog.Info("there is no Postgres on this machine, a copy is being fetched", "version", fetched)
	config := embeddedpostgres.DefaultConfig().Version(embeddedpostgres.V18).CachePath(fresh).BinariesPath(filepath.Join(fresh, "programs")).
		RuntimePath(filepath.Join(fresh, "runtime")).Port(port).Encoding("none").Logger(io.Discard)
	if s.repository != "" {
		config = config.BinaryRepositoryURL(s.repository)
	}
	reason := embeddedpostgres.NewDatabase(config).Start()
	if version(filepath.Join(fresh, "programs", "bin")) == 0 {
		slog.Debug("fetching Postgres failed", "reason", reason)
		return failed
	}
	if err := os.Rename(filepath.Join(fresh, "programs"), copied); err != nil && version(filepath.Join(copied, "bin")) == 0 {
		return fmt.Errorf("the folder %s cannot be made: %w", copied, plain(err))
	}
	return nil
}

// freePort is for the library, which looks whether its port is free before
// anything else.
func freePort() (uint32, error) {
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		return 0, fmt.Errorf("find a free port: %w", err)
	}
	defer l.Close()
	return uint32(l.Addr().(*net.TCPAddr).Port), nil
}
