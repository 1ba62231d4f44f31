package embedded

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"syscall"
)

// attributes put Postgres in a group of its own, so that Ctrl-C reaches only
// the server, and have the system end it when the server dies.
func attributes(bound bool) *syscall.SysProcAttr {
	if !bound {
		return &syscall.SysProcAttr{Setsid: true}
	}
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGINT}
}

// live starts the command and waits for its end. The system watches the
// thread that started it, not the process, so that thread stays.
func live(cmd *exec.Cmd, started chan<- error, exited chan<- struct{}) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	err := cmd.Start()
	started <- err
	if err == nil {
		_ = cmd.Wait() // its log says why
	}
	close(exited)
}

// isPostgres reports whether a process is the Postgres of a data folder.
func isPostgres(pid int, data string) bool {
	line, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", pid))
	return err == nil && bytes.Contains(line, []byte(data))
}
