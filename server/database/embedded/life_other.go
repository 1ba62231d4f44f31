//go:build !linux

package embedded

import (
	"os/exec"
	"strconv"
	"strings"
	"syscall"
)

// attributes put Postgres in a group of its own, so that Ctrl-C reaches only
// the server. This system cannot tie its life to ours: the next start ends
// what was left behind.
func attributes(bool) *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }

// live starts the command and waits for its end.
func live(cmd *exec.Cmd, started chan<- error, exited chan<- struct{}) {
	err := cmd.Start()
	started <- err
	if err == nil {
		_ = cmd.Wait() // its log says why
	}
	close(exited)
}

// isPostgres reports whether a process is the Postgres of a data folder.
func isPostgres(pid int, data string) bool {
	line, err := exec.Command("ps", "-o", "command=", "-p", strconv.Itoa(pid)).Output()
	return err == nil && strings.Contains(string(line), data)
}
