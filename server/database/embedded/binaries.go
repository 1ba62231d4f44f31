package embedded

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strconv"

	embeddedpostgres "github.com/fergusstrange/embedded-postgres"
)

// oldest is the first version with the way of copying databases that tests use.
const oldest = 15

// binaries finds a Postgres on this machine, the newest first; without one it
// fetches a copy into the data folder.
func binaries(folder string) (string, error) {
	if path, err := exec.LookPath("initdb"); err == nil {
		if real, err := filepath.EvalSymlinks(path); err == nil && whole(filepath.Dir(real)) {
			return filepath.Dir(real), nil
		}
	}
	for _, pattern := range []string{"/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin", "/usr/local/opt/postgresql@*/bin"} {
		found, _ := filepath.Glob(pattern)
		sort.Slice(found, func(i, j int) bool { return version(found[i]) > version(found[j]) })
		for _, bin := range found {
			if version(bin) >= oldest && whole(bin) {
				return bin, nil
			}
		}
	}
	return fetch(filepath.Join(folder, "bin"))
}

// version is the number in a folder's name, /usr/lib/postgresql/15/bin.
func version(bin string) int {
	name := filepath.Base(filepath.Dir(bin))
	digits := ""
	for _, r := range name {
		if r >= '0' && r <= '9' {
			digits += string(r)
		}
	}
	n, _ := strconv.Atoi(digits)
	return n
}

func whole(bin string) bool {
	for _, name := range []string{"initdb", "postgres"} {
		if _, err := os.Stat(filepath.Join(bin, name)); err != nil {
			return false
		}
	}
	return true
}

// fetch lets the library bring its copy. Starting it there may fail, as root
// for example; what counts is that the programs are in place.
func fetch(folder string) (string, error) {
	bin := filepath.Join(folder, "bin")
	if whole(bin) {
		return bin, nil
	}
	copied := embeddedpostgres.NewDatabase(embeddedpostgres.DefaultConfig().
		BinariesPath(folder).RuntimePath(filepath.Join(folder, "runtime")).Logger(io.Discard))
	if copied.Start() == nil {
		_ = copied.Stop()
	}
	if !whole(bin) {
		return "", errors.New("there is no Postgres on this machine and none could be fetched: install the package postgresql, or set DATABASE_URL")
	}
	return bin, nil
}
