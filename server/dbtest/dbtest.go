// Package dbtest gives each test a real Postgres. Tx is for nearly
// everything: a transaction that is rolled back. DB is for what commits,
// locks, or needs two connections: a database of the test's own, copied from
// a migrated template.
//
// The server is that of TEST_DATABASE_URL, else a cluster in the temporary
// folder that all test processes share; it ends itself when nobody has used
// it for a while.
package dbtest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/uptrace/bun"

	"rumah/server/database"
)

// Tx is a transaction that is rolled back when the test ends.
func Tx(t testing.TB) bun.IDB {
	t.Helper()
	db, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	tx, err := db.BeginTx(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tx.Rollback() }) // a test that ended it itself is fine
	return tx
}

// DB is a database of the test's own. It goes when the test passes and stays,
// with its address printed, when it fails.
func DB(t testing.TB) *bun.DB {
	t.Helper()
	return Open(t).DB
}

// Open is DB with its pool.
func Open(t testing.TB) *database.DB {
	t.Helper()
	db, err := database.Open(context.Background(), URL(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

var count atomic.Int64

// URL is the address of a database of the test's own, for programs that
// connect themselves.
func URL(t testing.TB) string {
	t.Helper()
	s, err := server()
	if err != nil {
		t.Fatal(err)
	}
	template, err := s.template()
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("rumah_t_%d_%d", os.Getpid(), count.Add(1))
	if err := s.admin("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY FILE_COPY"); err != nil {
		t.Fatal(err)
	}
	url := s.url(name)
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("the database of this test stays: %s", url)
			return
		}
		if err := s.admin("DROP DATABASE " + name + " WITH (FORCE)"); err != nil {
			t.Error(err)
		}
	})
	return url
}

// shared is the database behind all Tx of this package. It is never written
// to, because nothing in it is ever committed; packages have their own so
// that none waits for a lock that another's transaction holds.
var shared = sync.OnceValues(func() (*database.DB, error) {
	s, err := server()
	if err != nil {
		return nil, err
	}
	template, err := s.template()
	if err != nil {
		return nil, err
	}
	folder, err := os.Getwd() // go test runs in the folder of the package
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256([]byte(folder))
	name := "rumah_tx" + strings.TrimPrefix(template, "rumah_tpl") + "_" + hex.EncodeToString(sum[:4])
	err = s.once(name, func() error {
		return s.admin("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY FILE_COPY")
	})
	if err != nil {
		return nil, err
	}
	return database.Open(context.Background(), s.url(name))
})

// place is a Postgres to make databases in.
type place struct {
	url      func(database string) string
	template func() (string, error)
}

const longest = 60 * time.Second

func (p *place) admin(statements ...string) error {
	ctx, stop := context.WithTimeout(context.Background(), longest)
	defer stop()
	conn, err := pgx.Connect(ctx, p.url("postgres"))
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	for _, sql := range statements {
		if _, err := conn.Exec(ctx, sql); err != nil {
			return fmt.Errorf("%s: %w", sql, err)
		}
	}
	return nil
}

// once makes a database that is not there yet; processes that want the same
// one at the same time wait for the first.
func (p *place) once(name string, build func() error) error {
	ctx, stop := context.WithTimeout(context.Background(), longest)
	defer stop()
	conn, err := pgx.Connect(ctx, p.url("postgres"))
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, "SELECT pg_advisory_lock(hashtext('rumah dbtest'))"); err != nil {
		return err
	}
	var there bool
	if err := conn.QueryRow(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", name).Scan(&there); err != nil || there {
		return err
	}
	return build()
}

// migrated makes the template: under another name first, so that a run that
// is killed half-way leaves no broken one.
func (p *place) migrated() (string, error) {
	print, err := database.Fingerprint()
	if err != nil {
		return "", err
	}
	name := "rumah_tpl_" + print
	return name, p.once(name, func() error {
		raw := name + "_" + strconv.Itoa(os.Getpid())
		if err := p.admin("CREATE DATABASE " + raw); err != nil {
			return err
		}
		db, err := database.Open(context.Background(), p.url(raw))
		if err != nil {
			return err
		}
		err = db.Migrate(context.Background())
		_ = db.Close()
		if err != nil {
			return err
		}
		return p.admin("ALTER DATABASE " + raw + " RENAME TO " + name)
	})
}
