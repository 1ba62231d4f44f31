package embedded

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	osuser "os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// identity is who Postgres runs as: us, or under root somebody without power.
type identity struct {
	root     bool
	uid, gid int
}

// servant is who works for root: the user of the system's own Postgres, or
// the user for things without one.
func servant() (identity, error) {
	for _, name := range []string{"postgres", "nobody"} {
		u, err := osuser.Lookup(name)
		if err != nil {
			continue
		}
		uid, wrong := strconv.Atoi(u.Uid)
		gid, wrongToo := strconv.Atoi(u.Gid)
		if wrong == nil && wrongToo == nil {
			return identity{root: true, uid: uid, gid: gid}, nil
		}
	}
	return identity{}, errors.New("the embedded Postgres does not run as root and there is no user postgres or nobody: start as another user, or set DATABASE_URL")
}

// owner is who a file belongs to; links are not followed.
func owner(path string) (identity, bool) {
	info, err := os.Lstat(path)
	if err != nil {
		return identity{}, false
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return identity{}, false
	}
	return identity{uid: int(stat.Uid), gid: int(stat.Gid)}, true
}

// stopped names the first folder on the way that the identity may not pass,
// "" for a free way.
func (i identity) stopped(folder string) string {
	for dir := folder; ; dir = filepath.Dir(dir) {
		info, err := os.Stat(dir)
		if err != nil {
			return dir
		}
		holder, _ := owner(dir)
		if info.Mode()&0o001 == 0 && (holder.uid != i.uid || info.Mode()&0o100 == 0) {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
	}
}

// own makes a folder that only the identity may enter. What is there already
// must be a folder of ours: below /tmp somebody else may have been first.
func (i identity) own(dir string) error {
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !os.IsExist(err) {
		return err
	}
	info, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	holder, _ := owner(dir)
	if !info.IsDir() || holder.uid != i.uid && holder.uid != os.Geteuid() {
		return fmt.Errorf("%s belongs to somebody else", dir)
	}
	return errors.Join(i.give(dir), os.Chmod(dir, 0o700))
}

// give hands a file that we made to the identity.
func (i identity) give(path string) error {
	if !i.root {
		return nil
	}
	return os.Lchown(path, i.uid, i.gid)
}

// wear makes a command run as the identity; bound ties its life to ours.
// Settings of Postgres that a person keeps in the environment are not for
// this one.
func (i identity) wear(cmd *exec.Cmd, bound bool) {
	cmd.SysProcAttr = attributes(bound)
	if i.root {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: uint32(i.uid), Gid: uint32(i.gid)}
	}
	cmd.Env = []string{"LC_ALL=C", "LANG=C"}
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "PG") && !strings.HasPrefix(v, "LC_") && !strings.HasPrefix(v, "LANG") {
			cmd.Env = append(cmd.Env, v)
		}
	}
}
