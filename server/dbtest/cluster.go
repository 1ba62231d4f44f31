package dbtest

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"

	"rumah/server/database/embedded"
)

// idleMinutes is when the shared cluster ends after its last use.
const idleMinutes = 10

var server = sync.OnceValues(func() (*place, error) {
	p := &place{url: given}
	if os.Getenv("TEST_DATABASE_URL") == "" {
		folder, err := cluster()
		if err != nil {
			return nil, fmt.Errorf("a Postgres for tests: %w", err)
		}
		p.url = func(database string) string {
			return fmt.Sprintf("host=%s user=rumah dbname=%s", filepath.Join(folder, "socket"), database)
		}
	}
	p.template = sync.OnceValues(p.migrated)
	return p, nil
})

// given is TEST_DATABASE_URL with another database.
func given(database string) string {
	u, err := url.Parse(os.Getenv("TEST_DATABASE_URL"))
	if err != nil {
		return os.Getenv("TEST_DATABASE_URL")
	}
	u.Path = "/" + database
	return u.String()
}

// cluster makes sure that the shared cluster runs and notes that it is used.
// One process at a time looks and starts.
func cluster() (folder string, err error) {
	folder = filepath.Join(os.TempDir(), "rumah-test-"+strconv.Itoa(os.Geteuid()))
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	door, err := os.OpenFile(filepath.Join(folder, "door"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return "", err
	}
	defer door.Close()
	if err := syscall.Flock(int(door.Fd()), syscall.LOCK_EX); err != nil {
		return "", err
	}
	used := filepath.Join(folder, "used")
	if err := os.WriteFile(used, []byte(time.Now().String()), 0o600); err != nil {
		return "", err
	}
	if answers(folder) {
		return folder, nil
	}
	c, err := embedded.Start(context.Background(), folder, embedded.Options{Fast: true, Orphan: true})
	if err != nil {
		return "", err
	}
	return folder, watch(c, used)
}

func answers(folder string) bool {
	ctx, stop := context.WithTimeout(context.Background(), 5*time.Second)
	defer stop()
	conn, err := pgx.Connect(ctx, fmt.Sprintf("host=%s user=rumah dbname=postgres", filepath.Join(folder, "socket")))
	if err != nil {
		return false
	}
	_ = conn.Close(ctx)
	return true
}

// watch leaves somebody behind who ends the cluster when it is idle; the test
// process itself may be killed at any moment.
func watch(c *embedded.Cluster, used string) error {
	script := fmt.Sprintf(`while kill -0 %d 2>/dev/null; do sleep 20; [ -n "$(find %q -mmin -%d 2>/dev/null)" ] || { kill -INT %d; exit; }; done`,
		c.Process(), used, idleMinutes, c.Process())
	cmd := exec.Command("sh", "-c", script)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	return cmd.Start()
}
