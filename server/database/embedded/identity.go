package embedded

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"os/exec"
	osuser "os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// identity is who Postgres runs as: us, or under root somebody without power.
type identity struct {
	root     bool
	uid, gid int
}

// away is where the cluster of root lives when its data folder lies where
// nobody else may go, below /root for example.
const away = "/var/lib/rumah"

func account(string) (identity, error) {
	if os.Geteuid() != 0 {
		return identity{uid: os.Geteuid(), gid: os.Getegid()}, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := osuser.Lookup(name)
		if err != nil {
			continue
		}
		uid, err := strconv.Atoi(u.Uid)
		if err != nil {
			continue
		}
		gid, err := strconv.Atoi(u.Gid)
		if err != nil {
			continue
		}
		return identity{root: true, uid: uid, gid: gid}, nil
	}
	return identity{}, errors.New("the embedded Postgres does not run as root and there is no user postgres or nobody: start as another user, or set DATABASE_URL")
}

// home is the data folder itself where the identity can reach it.
func (i identity) home(folder string) string {
	if !i.root || i.reaches(folder) {
		return folder
	}
	sum := sha256.Sum256([]byte(folder))
	return filepath.Join(away, hex.EncodeToString(sum[:6]))
}

// reaches reports whether every folder on the way may be passed.
func (i identity) reaches(folder string) bool {
	for dir := folder; ; dir = filepath.Dir(dir) {
		info, err := os.Stat(dir)
		if err != nil {
			return false
		}
		stat, ok := info.Sys().(*syscall.Stat_t)
		passes := info.Mode()&0o001 != 0 || ok && int(stat.Uid) == i.uid && info.Mode()&0o100 != 0
		if !passes {
			return false
		}
		if dir == filepath.Dir(dir) {
			return true
		}
	}
}

// own makes a folder that only the identity may enter.
func (i identity) own(dir string) error {
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !os.IsExist(err) {
		return err
	}
	if i.root {
		return os.Chown(dir, i.uid, i.gid)
	}
	return nil
}

// wear makes a command run as the identity; bound ties its life to ours.
func (i identity) wear(cmd *exec.Cmd, bound bool) {
	cmd.SysProcAttr = attributes(bound)
	if i.root {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: uint32(i.uid), Gid: uint32(i.gid)}
	}
	cmd.Env = append(os.Environ(), "LC_ALL=C", "LANG=C")
}
