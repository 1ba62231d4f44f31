package database

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"log/slog"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"
)

//go:embed migrations/*.sql migrations/HEAD
var files embed.FS

// migration is one step of the schema.
type migration struct {
	number   int
	name     string
	text     string
	checksum string
}

// migrationLock keeps two servers that start at once from migrating together.
const migrationLock = 0x72756d6168 // "rumah"

var fileName = regexp.MustCompile(`^(\d{4})_[a-z0-9_]+\.sql$`)

// read lists the migrations of a folder in order. A gap, a number used twice
// or a HEAD that names another file is an error: two branches met.
func read(folder fs.FS) ([]migration, error) {
	entries, err := fs.Glob(folder, "*.sql")
	if err != nil {
		return nil, err
	}
	sort.Strings(entries)
	var list []migration
	for _, name := range entries {
		match := fileName.FindStringSubmatch(name)
		if match == nil {
			return nil, fmt.Errorf("migrations/%s: the name must be like 0001_what_it_does.sql", name)
		}
		number, _ := strconv.Atoi(match[1])
		if number != len(list)+1 {
			return nil, fmt.Errorf("migrations/%s: number %04d is expected here", name, len(list)+1)
		}
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, fmt.Errorf("read migrations/%s: %w", name, err)
		}
		sum := sha256.Sum256(text)
		list = append(list, migration{number, name, string(text), hex.EncodeToString(sum[:])})
	}
	head, err := fs.ReadFile(folder, "HEAD")
	if err != nil {
		return nil, fmt.Errorf("read migrations/HEAD: %w", err)
	}
	if len(list) == 0 || strings.TrimSpace(string(head)) != list[len(list)-1].name {
		return nil, fmt.Errorf("migrations/HEAD names %q, the last migration is another", strings.TrimSpace(string(head)))
	}
	return list, nil
}

// Fingerprint names the schema: it changes with every migration.
func Fingerprint() (string, error) {
	list, err := own()
	if err != nil {
		return "", err
	}
	all := sha256.New()
	for _, m := range list {
		all.Write([]byte(m.checksum))
	}
	return hex.EncodeToString(all.Sum(nil)[:6]), nil
}

func own() ([]migration, error) {
	folder, err := fs.Sub(files, "migrations")
	if err != nil {
		return nil, err
	}
	return read(folder)
}

// Migrate brings the schema to what this program expects. It only goes
// forward; a database that is further along is left alone, so that the
// version before can still serve beside a newer one.
func (db *DB) Migrate(ctx context.Context) error {
	list, err := own()
	if err != nil {
		return err
	}
	return db.migrate(ctx, list)
}

func (db *DB) migrate(ctx context.Context, list []migration) error {
	conn, err := db.pool.Acquire(ctx)
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	defer conn.Release()
	c := conn.Conn()
	for _, sql := range []string{
		fmt.Sprintf("SELECT pg_advisory_lock(%d)", migrationLock),
		`CREATE TABLE IF NOT EXISTS migrations (number int PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
	} {
		if _, err := c.Exec(ctx, sql); err != nil {
			return fmt.Errorf("migrate: %w", err)
		}
	}
	defer func() {
		_, _ = c.Exec(context.WithoutCancel(ctx), fmt.Sprintf("SELECT pg_advisory_unlock(%d)", migrationLock)) // ends with the connection anyway
	}()
	rows, err := c.Query(ctx, "SELECT number, name, checksum FROM migrations ORDER BY number")
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	applied, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (m migration, err error) {
		return m, row.Scan(&m.number, &m.name, &m.checksum)
	})
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	if len(applied) > len(list) {
		slog.WarnContext(ctx, "the database is newer than this program", "database", applied[len(applied)-1].name)
	}
	for i, m := range list {
		if i < len(applied) {
			if applied[i].checksum != m.checksum {
				return fmt.Errorf("migrations/%s was changed after it was applied: write a new migration instead", m.name)
			}
			continue
		}
		if err := apply(ctx, c, m); err != nil {
			return fmt.Errorf("migrations/%s: %w", m.name, err)
		}
	}
	return nil
}

func apply(ctx context.Context, c *pgx.Conn, m migration) error {
	return pgx.BeginFunc(ctx, c, func(tx pgx.Tx) error {
		// The simple protocol takes a whole file of statements at once.
		if _, err := tx.Conn().PgConn().Exec(ctx, m.text).ReadAll(); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, "INSERT INTO migrations (number, name, checksum) VALUES ($1, $2, $3)", m.number, m.name, m.checksum)
		return err
	})
}
