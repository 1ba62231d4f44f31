package embedded

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// Reason says in one line why the cluster ended by itself. On a full disk
// Postgres cannot even write down why, so that is looked at first.
func (c *Cluster) Reason() string {
	if c.site.full() {
		return "there is no room left on the disk of " + c.site.home
	}
	text, _ := os.ReadFile(c.log())
	return complaint(text, "it gives no reason in "+c.log())
}

func (c *Cluster) log() string { return filepath.Join(c.site.data, "log") }

// complaint is the last line of a log that says what went wrong, without the
// time before it; otherwise is for a log without one.
func complaint(log []byte, otherwise string) string {
	lines := strings.Split(string(log), "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		for _, word := range []string{"FATAL:", "PANIC:", "error:"} {
			if _, what, found := strings.Cut(lines[i], word); found {
				return strings.TrimSpace(what)
			}
		}
	}
	return otherwise
}

// plain is the reason of a system error without the path around it.
func plain(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
