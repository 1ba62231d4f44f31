package jobs_test

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"
	"github.com/uptrace/bun"

	"rumah/server/dbtest"
	"rumah/server/jobs"
)

var silent = slog.New(slog.DiscardHandler)

// What migration 0009 makes is what River makes itself, but for the indexes
// that 0012 drops.
func TestTablesAreRivers(t *testing.T) {
	t.Parallel()
	db, ctx := dbtest.Open(t), t.Context()
	if _, err := db.ExecContext(ctx, `CREATE SCHEMA own`); err != nil {
		t.Fatal(err)
	}
	own, err := rivermigrate.New(riverpgxv5.New(db.Raw()), &rivermigrate.Config{Schema: "own", Logger: silent})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := own.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
		t.Fatal(err)
	}
	for what, sql := range map[string]string{
		"columns":     `SELECT table_name || '.' || column_name || ' ' || replace(coalesce(column_default, ''), ?0 || '.', '') || is_nullable || udt_name FROM information_schema.columns WHERE table_schema = ?0 ORDER BY 1`,
		"indexes":     `SELECT replace(indexdef, ?0 || '.', '') FROM pg_indexes WHERE schemaname = ?0 AND indexname NOT IN (?2) ORDER BY 1`,
		"constraints": `SELECT replace(conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid), ?0 || '.', '') FROM pg_constraint WHERE connamespace = ?0::regnamespace AND contype <> 'n' ORDER BY 1`,
		"states":      `SELECT unnest(enum_range(NULL::?1.river_job_state))::text`,
		"versions":    `SELECT line || version FROM ?1.river_migration ORDER BY version`,
		"functions":   `SELECT regexp_replace(prosrc, '\s+', ' ', 'g') FROM pg_proc WHERE pronamespace = ?0::regnamespace ORDER BY 1`,
		"persistence": `SELECT relname || relpersistence::text FROM pg_class WHERE relnamespace = ?0::regnamespace AND relname NOT IN (?2) ORDER BY 1`,
	} {
		var ours, theirs []string
		for schema, into := range map[string]*[]string{"jobs": &ours, "own": &theirs} {
			if err := db.NewRaw(sql, schema, bun.Ident(schema), bun.List([]string{"river_job_args_index", "river_job_metadata_index", "river_job_kind"})).Scan(ctx, into); err != nil {
				t.Fatalf("%s: %v", what, err)
			}
		}
		for i := range theirs { // a key of River's is named after a table that it made twice
			theirs[i] = strings.ReplaceAll(theirs[i], "_pkey1", "_pkey")
		}
		if !slices.Equal(ours, theirs) || len(ours) == 0 {
			t.Errorf("%s\nours   %q\ntheirs %q", what, ours, theirs)
		}
	}
}

type greet struct {
	Whom string `json:"whom"`
}

func (greet) Kind() string { return "greet" }

type alone struct {
	Whom string `json:"whom"`
}

func (alone) Kind() string                 { return "alone" }
func (alone) InsertOpts() river.InsertOpts { return jobs.Alone() }

// Work is done when what asked for it is committed, and never when it is not.
func TestWorkIsPartOfTheTransaction(t *testing.T) {
	t.Parallel()
	db, ctx := dbtest.Open(t), t.Context()
	shop, done := jobs.New(db, silent), make(chan string, 8)
	jobs.Work(shop, func(_ context.Context, g greet) error { done <- g.Whom; return nil })
	undone := errors.New("undone")
	err := db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		if err := shop.Give(ctx, tx, greet{"nobody"}); err != nil {
			return err
		}
		return undone
	})
	if !errors.Is(err, undone) {
		t.Fatal(err)
	}
	if err := shop.Start(ctx); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(shop.Stop)
	if err := db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error { return shop.Give(ctx, tx, greet{"Ani"}) }); err != nil {
		t.Fatal(err)
	}
	select {
	case whom := <-done:
		if whom != "Ani" {
			t.Errorf("greeted %s", whom)
		}
	case <-time.After(patience):
		t.Fatal("nobody was greeted")
	}
}

// What may be there once is there once, and what comes again and again comes
// at the start.
func TestAloneAndEvery(t *testing.T) {
	t.Parallel()
	db, ctx := dbtest.Open(t), t.Context()
	shop, done := jobs.New(db, silent), make(chan string, 8)
	jobs.Work(shop, func(_ context.Context, g alone) error { done <- g.Whom; return nil })
	jobs.Work(shop, func(_ context.Context, g greet) error { done <- "every " + g.Whom; return nil })
	for range 3 {
		if err := db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error { return shop.Give(ctx, tx, alone{"Ani"}) }); err != nil {
			t.Fatal(err)
		}
	}
	var waiting int
	if err := db.NewRaw(`SELECT count(*) FROM jobs.river_job WHERE kind = 'alone'`).Scan(ctx, &waiting); err != nil || waiting != 1 {
		t.Fatalf("%d wait, %v", waiting, err)
	}
	shop.Every(time.Hour, greet{"Budi"})
	if err := shop.Start(ctx); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(shop.Stop)
	seen := map[string]int{}
	for range 2 {
		select {
		case what := <-done:
			seen[what]++
		case <-time.After(patience):
			t.Fatalf("only %v", seen)
		}
	}
	if seen["Ani"] != 1 || seen["every Budi"] != 1 {
		t.Errorf("%v", seen)
	}
}

// A kind that two would do is told at the start.
func TestTwoForOneKind(t *testing.T) {
	t.Parallel()
	shop := jobs.New(dbtest.Open(t), silent)
	for range 2 {
		jobs.Work(shop, func(context.Context, greet) error { return nil })
	}
	if err := shop.Start(t.Context()); err == nil {
		shop.Stop()
		t.Error("it started")
	}
}
