package database_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"rumah/server/database"
	"rumah/server/dbtest"
)

func TestMigrationsAreInOrderAndHeadNamesTheLast(t *testing.T) {
	t.Parallel()
	if _, err := database.Fingerprint(); err != nil {
		t.Fatal(err)
	}
	sql := &fstest.MapFile{Data: []byte("SELECT 1")}
	head := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s + "\n")} }
	for want, folder := range map[string]fstest.MapFS{
		"number 0002":          {"0001_a.sql": sql, "0003_b.sql": sql, "HEAD": head("0003_b.sql")},
		"number 0001":          {"0002_a.sql": sql, "HEAD": head("0002_a.sql")},
		"0001_b.sql: number":   {"0001_a.sql": sql, "0001_b.sql": sql, "HEAD": head("0001_b.sql")},
		"HEAD names":           {"0001_a.sql": sql, "HEAD": head("0002_b.sql")},
		"name must be like":    {"1_A.sql": sql, "HEAD": head("1_A.sql")},
		"read migrations/HEAD": {"0001_a.sql": sql},
	} {
		if _, err := database.Read(folder); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}

func TestMigratingTwiceAndTogetherChangesNothing(t *testing.T) {
	t.Parallel()
	db := dbtest.Open(t)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if err := db.Migrate(context.Background()); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

func TestMigrationChangedAfterItWasApplied(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	db := dbtest.Open(t)
	if _, err := db.ExecContext(ctx, "UPDATE migrations SET checksum = 'other' WHERE number = 1"); err != nil {
		t.Fatal(err)
	}
	if err := db.Migrate(ctx); err == nil || !strings.Contains(err.Error(), "changed after it was applied") {
		t.Errorf("got %v", err)
	}
}

// The version before keeps serving a database that a newer one has migrated.
func TestNewerDatabaseIsLeftAlone(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	db := dbtest.Open(t)
	if _, err := db.ExecContext(ctx, "INSERT INTO migrations VALUES (999, '0999_later.sql', 'x')"); err != nil {
		t.Fatal(err)
	}
	if err := db.Migrate(ctx); err != nil {
		t.Error(err)
	}
}

// A migration that fails leaves nothing behind and names its file.
func TestFailingMigrationLeavesNothing(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	db := dbtest.Open(t)
	err := db.MigrateFrom(ctx, fstest.MapFS{
		"0001_x.sql": {Data: []byte("CREATE TABLE half (a int); SELECT broken")}, "HEAD": {Data: []byte("0001_x.sql")},
	})
	if err == nil || !strings.Contains(err.Error(), "0001_x.sql") {
		t.Errorf("got %v", err)
	}
	var there bool
	if err := db.NewRaw("SELECT to_regclass('half') IS NOT NULL").Scan(ctx, &there); err != nil || there {
		t.Errorf("half a migration stayed: %v %v", there, err)
	}
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	good := dbtest.URL(t)
	for url, want := range map[string]string{
		"::not a url::": "not an address",
		"postgres://x@localhost:1/x?connect_timeout=2":    "cannot be reached",
		"postgres://x@no-such-host.invalid:5432/x":        "not known",
		strings.Replace(good, "dbname=", "dbname=no_", 1): "has no database",
	} {
		db, err := database.Open(context.Background(), url)
		if err == nil {
			_ = db.Close()
		}
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: want one line with %q, got %v", url, want, err)
		}
	}
}
