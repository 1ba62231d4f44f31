package embedded

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// fresh is the beginning of the name of a cluster that is being made.
const fresh = "new-"

// sweep removes what was being made when a server was killed.
func (s site) sweep() {
	halves, _ := filepath.Glob(filepath.Join(s.home, fresh+"*")) // the pattern is well formed
	for _, half := range halves {
		_ = os.RemoveAll(half) // the next start tries again
	}
}

// initialise makes the cluster beside its place and moves it there when it is
// whole: a server that is killed meanwhile leaves no half cluster.
func (s site) initialise(ctx context.Context, bin string, options Options) error {
	dir, err := os.MkdirTemp(s.home, fresh)
	if err != nil {
		return fmt.Errorf("the data folder %s cannot be written: %w", s.home, plain(err))
	}
	defer os.RemoveAll(dir)
	if err := s.as.own(dir); err != nil {
		return fmt.Errorf("the data folder %s cannot be written: %w", s.home, plain(err))
	}
	args := []string{"--pgdata", dir, "--username", user, "--encoding", "UTF8", "--no-locale", "--auth-local", "trust", "--auth-host", "reject"}
	if options.Fast {
		args = append(args, "--no-sync")
	}
	var text bytes.Buffer
	cmd := exec.Command(filepath.Join(bin, "initdb"), args...)
	cmd.Stdout, cmd.Stderr = &text, &text
	cmd.Dir = s.home
	cmd.WaitDelay = time.Second
	s.as.wear(cmd, true)
	started, exited := make(chan error, 1), make(chan struct{})
	go live(cmd, started, exited)
	if err := <-started; err != nil {
		return fmt.Errorf("initdb cannot be started: %w", plain(err))
	}
	select {
	case <-exited:
	case <-ctx.Done():
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // with its children; may be gone already
		<-exited
		return ctx.Err()
	}
	if !cmd.ProcessState.Success() {
		return fmt.Errorf("the database in %s cannot be made: %s", s.folder, complaint(text.Bytes(), "initdb gives no reason"))
	}
	if err := os.Rename(dir, s.data); err != nil {
		return fmt.Errorf("%s is in the way of a new database: move it, or choose another folder with -data", s.data)
	}
	return nil
}
