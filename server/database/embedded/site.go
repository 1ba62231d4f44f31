package embedded

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// site is where the cluster of a data folder lives and as whom.
type site struct {
	folder string // the data folder as it was given, without links
	home   string // the data folder, or one below away
	data   string // the files of Postgres
	socket string // folder of the socket
	as     identity
}

const (
	// away is where the cluster of root lives when its data folder lies where
	// an unprivileged user may not go, below /root for example.
	away = "/var/lib/rumah"
	// short is for sockets whose path would be longer than the system takes
	// (107 with the socket's own name).
	short       = "/tmp"
	socketLimit = 85
)

// locate finds the site of a data folder and makes the folder if need be.
func locate(folder string) (site, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return site{}, fmt.Errorf("find the data folder: %w", err)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return site{}, fmt.Errorf("the data folder %s cannot be made: %w", folder, plain(err))
	}
	if folder, err = filepath.EvalSymlinks(folder); err != nil {
		return site{}, fmt.Errorf("the data folder %s cannot be read: %w", folder, plain(err))
	}
	s := site{folder: folder, home: folder}
	if err := s.settle(); err != nil {
		return site{}, err
	}
	s.data = filepath.Join(s.home, "postgres")
	if s.socket = filepath.Join(s.home, "socket"); len(s.socket) > socketLimit {
		s.socket = filepath.Join(short, "rumah-"+mark(s.home))
	}
	return s, nil
}

// settle decides who Postgres runs as and where. A cluster that is there
// keeps its owner, so that root and its owner can start it by turns.
func (s *site) settle() error {
	if os.Geteuid() != 0 {
		s.as = identity{uid: os.Geteuid(), gid: os.Getegid()}
		return nil
	}
	elsewhere := filepath.Join(away, mark(s.folder))
	for _, home := range []string{s.folder, elsewhere} {
		if owner, ok := owner(filepath.Join(home, "postgres", "PG_VERSION")); ok && owner.uid != 0 {
			s.home, s.as = home, identity{root: true, uid: owner.uid, gid: owner.gid}
			if closed := s.as.stopped(home); closed != "" {
				return fmt.Errorf("the data in %s belongs to user %d, who may not enter %s", home, s.as.uid, closed)
			}
			return nil
		}
	}
	var err error
	if s.as, err = servant(); err != nil {
		return err
	}
	if s.as.stopped(s.folder) != "" {
		s.home = elsewhere
	}
	return nil
}

// made is the major version of Postgres that made the cluster, 0 for none.
func (s site) made() int {
	text, err := os.ReadFile(filepath.Join(s.data, "PG_VERSION"))
	if err != nil {
		return 0
	}
	major, _ := strconv.Atoi(strings.TrimSpace(string(text)))
	return major
}

// shop keeps fetched programs where the next data folder finds them too.
func (s site) shop() shop {
	store := away
	if !s.as.root {
		store = s.home
		if cache, err := os.UserCacheDir(); err == nil {
			store = filepath.Join(cache, "rumah")
		}
	}
	return shop{shelves: installed, store: store}
}

// url is the way to a database of the cluster.
func (s site) url(database string) string {
	quoted := strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(s.socket)
	return fmt.Sprintf("host='%s' port=%d user=%s dbname=%s sslmode=disable", quoted, socketNumber, user, database)
}

// full reports whether the disk has no room left for an ordinary user.
func (s site) full() bool {
	const least = 1 << 20
	var disk syscall.Statfs_t
	if err := syscall.Statfs(s.home, &disk); err != nil {
		return false
	}
	return uint64(disk.Bavail)*uint64(disk.Bsize) < least || disk.Files > 0 && disk.Ffree == 0
}

// mark is a short name for a path.
func mark(path string) string {
	sum := sha256.Sum256([]byte(path))
	return hex.EncodeToString(sum[:6])
}
