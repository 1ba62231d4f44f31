// Package database is the house's one store: Bun over a pgx pool, migrations
// in plain SQL, and a Postgres of our own for those who bring none.
package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"
)

// DB is an open database.
type DB struct {
	*bun.DB
	pool *pgxpool.Pool
}

const (
	// connections fit a small Postgres; four per core is where one stops
	// gaining from more.
	connections = 20
	// statementTime is longer than any page may take, and short enough that a
	// bad query frees its connection.
	statementTime = "15s"
	// slow is when a query is worth a line in the log.
	slow = time.Second
	// reachTime bounds the first contact.
	reachTime = 10 * time.Second
)

// Open connects and makes sure that somebody answers. Its errors are one
// line a person can act on.
func Open(ctx context.Context, url string) (*DB, error) {
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, errors.New("DATABASE_URL is not an address of a Postgres: write postgres://user:password@host:5432/name")
	}
	config.MaxConns = max(config.MaxConns, connections)
	config.ConnConfig.RuntimeParams["timezone"] = "UTC"
	config.ConnConfig.RuntimeParams["application_name"] = "rumah"
	// What is asked often is asked for many at once, in lists of a few. Left to
	// itself Postgres plans it each time, because it takes a list for longer
	// than it is, and planning takes it longer than answering.
	config.ConnConfig.RuntimeParams["plan_cache_mode"] = "force_generic_plan"
	if config.ConnConfig.RuntimeParams["statement_timeout"] == "" {
		config.ConnConfig.RuntimeParams["statement_timeout"] = statementTime
	}
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("prepare the database: %w", err)
	}
	reach, stop := context.WithTimeout(ctx, reachTime)
	defer stop()
	if err := pool.Ping(reach); err != nil {
		pool.Close()
		return nil, explain(err, config.ConnConfig.Host, config.ConnConfig.Port, config.ConnConfig.Database)
	}
	db := bun.NewDB(openWhole(pool), pgdialect.New()).WithQueryHook(slowLog{})
	return &DB{DB: db, pool: pool}, nil
}

// explain says in one line why the database cannot be used.
func explain(err error, host string, port uint16, name string) error {
	var refused *pgconn.PgError
	var lookup *net.DNSError
	where := fmt.Sprintf("%s:%d", host, port)
	switch {
	case errors.As(err, &refused):
		switch refused.Code {
		case "28P01", "28000":
			return fmt.Errorf("the database at %s refuses this user or password", where)
		case "3D000":
			return fmt.Errorf("the database at %s has no database %q: create it, or correct DATABASE_URL", where, name)
		}
		return fmt.Errorf("the database at %s refuses us: %s", where, refused.Message)
	case errors.As(err, &lookup):
		return fmt.Errorf("the database host %s is not known", host)
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("the database at %s does not answer", where)
	}
	return fmt.Errorf("the database at %s cannot be reached: is it running?", where)
}

// Pool gives the figures of the connections, for metrics.
func (db *DB) Pool() *pgxpool.Stat { return db.pool.Stat() }

// Raw is the pool itself, for what is measured in trips to the database.
func (db *DB) Raw() *pgxpool.Pool { return db.pool }

// Ready reports whether the database answers.
func (db *DB) Ready(ctx context.Context) error { return db.pool.Ping(ctx) }

// Close closes all connections.
func (db *DB) Close() error {
	err := db.DB.Close()
	db.pool.Close()
	return err
}

// slowLog names queries that took long, without their values.
type slowLog struct{}

func (slowLog) BeforeQuery(ctx context.Context, _ *bun.QueryEvent) context.Context { return ctx }

func (slowLog) AfterQuery(ctx context.Context, event *bun.QueryEvent) {
	took := time.Since(event.StartTime)
	if took < slow || errors.Is(event.Err, sql.ErrNoRows) {
		return
	}
	slog.WarnContext(ctx, "slow query", "operation", event.Operation(), "ms", took.Milliseconds())
}
