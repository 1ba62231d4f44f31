package database

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
)

// openWhole is a pool as database/sql knows it, for Bun.
func openWhole(pool *pgxpool.Pool) *sql.DB {
	db := sql.OpenDB(wholeConnector{stdlib.GetPoolConnector(pool)})
	db.SetMaxIdleConns(0) // the pool keeps them
	return db
}

// Bun writes values into its statements, so hardly any comes twice. Prepared,
// as pgx does it unless it is told otherwise, each costs a trip of its own
// and a plan that is kept for nothing.
type wholeConnector struct{ driver.Connector }

// Connect implements driver.Connector.
func (c wholeConnector) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	own, ok := conn.(*stdlib.Conn)
	if !ok {
		return nil, fmt.Errorf("a connection is a %T", conn)
	}
	return wholeConn{own}, nil
}

type wholeConn struct{ *stdlib.Conn }

// QueryContext implements driver.QueryerContext.
func (c wholeConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	if len(args) == 0 {
		args = []driver.NamedValue{{Value: pgx.QueryExecModeExec}}
	}
	return c.Conn.QueryContext(ctx, query, args)
}
