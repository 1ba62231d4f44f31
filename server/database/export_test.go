package database

import (
	"context"
	"io/fs"
)

// Read is read for the tests beside.
func Read(folder fs.FS) ([]migration, error) { return read(folder) }

// MigrateFrom applies a folder of migrations to a database without any.
func (db *DB) MigrateFrom(ctx context.Context, folder fs.FS) error {
	if _, err := db.ExecContext(ctx, "DELETE FROM migrations"); err != nil {
		return err
	}
	list, err := read(folder)
	if err != nil {
		return err
	}
	return db.migrate(ctx, list)
}
