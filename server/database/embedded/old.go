package embedded

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// farewell sees off what an earlier server left. A Postgres that outlived it
// is asked to leave and waited for. The notes of one that is gone are
// removed: its number may by now belong to another process, and Postgres
// would then refuse to start. Nobody else starts one meanwhile, as the folder
// is ours.
func (s site) farewell(ctx context.Context) error {
	note := filepath.Join(s.data, "postmaster.pid")
	if pid := noted(note); isPostgres(pid, s.data) {
		if err := leave(ctx, pid, s.data); err != nil {
			return err
		}
	}
	socket := filepath.Join(s.socket, ".s.PGSQL."+strconv.Itoa(socketNumber))
	for _, stale := range []string{note, socket, socket + ".lock"} {
		if err := os.Remove(stale); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("the data folder %s cannot be written: %w", s.folder, plain(err))
		}
	}
	return nil
}

// noted is the process that a note names, 0 for none.
func noted(note string) int {
	text, err := os.ReadFile(note)
	if err != nil {
		return 0
	}
	first, _, _ := strings.Cut(string(text), "\n")
	pid, _ := strconv.Atoi(strings.TrimSpace(first))
	return max(pid, 0)
}

// leave asks the Postgres of a folder to go and waits until it has.
func leave(ctx context.Context, pid int, data string) error {
	_ = syscall.Kill(pid, syscall.SIGINT) // may be gone already
	for end := time.Now().Add(leaveTime); time.Now().Before(end); {
		if !isPostgres(pid, data) {
			return nil
		}
		if err := pause(ctx); err != nil {
			return err
		}
	}
	return fmt.Errorf("an old Postgres (process %d) still uses %s and does not leave", pid, data)
}

// errOccupied is Postgres refusing because connections of a killed one are
// still closing. They notice by themselves, within moments.
var errOccupied = errors.New("connections of an old Postgres are still open")

func occupied(log []byte) bool {
	return bytes.Contains(log, []byte("pre-existing shared memory block"))
}

// pause waits for a moment, or for the end of ctx.
func pause(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(poll):
		return nil
	}
}
