package jobs_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/database"
	"rumah/server/dbtest"
	"rumah/server/jobs"
)

const patience = 2 * time.Minute

// within takes what comes in time.
func within[T any](t *testing.T, what string, from <-chan T) (v T) {
	t.Helper()
	select {
	case v = <-from:
	case <-time.After(patience):
		t.Fatal(what)
	}
	return v
}

// running writes a piece of work that a server was doing.
func running(t *testing.T, db *database.DB, whom, server string, attempt, most int) {
	t.Helper()
	_, err := db.Raw().Exec(t.Context(), `
INSERT INTO jobs.river_job (kind, args, state, attempt, max_attempts, attempted_at, attempted_by) VALUES ('greet', jsonb_build_object('whom', $1::text), 'running', $3, $4, now(), ARRAY['somebody', $2])`,
		whom, server, attempt, most)
	if err != nil {
		t.Fatal(err)
	}
}

// What a server was doing when it died is done by another one within seconds,
// and what a living one does is left to it, however long it takes. So is what
// servers of before do, which hold no lock.
func TestTheDeadAreFollowed(t *testing.T) {
	t.Parallel()
	db, ctx := dbtest.Open(t), t.Context()
	var begun atomic.Int64
	slow, finish, done := make(chan struct{}, 8), make(chan struct{}), make(chan string, 8)
	work := func(_ context.Context, g greet) error {
		if g.Whom != "Budi" {
			done <- g.Whom
			return nil
		}
		begun.Add(1)
		slow <- struct{}{}
		<-finish
		return nil
	}
	first := jobs.New(db, silent)
	jobs.Work(first, work)
	if err := first.Start(ctx); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(first.Stop)
	if err := db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error { return first.Give(ctx, tx, greet{"Budi"}) }); err != nil {
		t.Fatal(err)
	}
	within(t, "the first server does nothing", slow)
	running(t, db, "Citra", "house-dead", 1, 3)
	running(t, db, "Dewi", "an old server", 1, 3)
	running(t, db, "Eka", "house-dead", 3, 3)
	if _, err := db.Raw().Exec(ctx, `UPDATE jobs.river_leader SET leader_id = 'house-dead', expires_at = now() + interval '1 hour'`); err != nil {
		t.Fatal(err)
	}

	second := jobs.New(db, silent)
	jobs.Work(second, work)
	if err := second.Start(ctx); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(second.Stop)
	if whom := within(t, "nobody follows the dead", done); whom != "Citra" {
		t.Errorf("%s was taken over", whom)
	}
	leader, look := "house-dead", time.NewTicker(50*time.Millisecond)
	defer look.Stop()
	for end := time.Now().Add(patience); leader == "house-dead" && time.Now().Before(end); <-look.C {
		if err := db.NewRaw(`SELECT coalesce((SELECT leader_id FROM jobs.river_leader), 'house-dead')`).Scan(ctx, &leader); err != nil {
			t.Fatal(err)
		}
	}
	if leader == "house-dead" {
		t.Error("nobody follows the leader")
	}
	close(finish)
	var states string
	err := db.NewRaw(`SELECT string_agg(args->>'whom' || ' ' || state, ', ' ORDER BY id) FROM jobs.river_job WHERE kind = 'greet' AND args->>'whom' <> 'Citra' AND args->>'whom' <> 'Budi'`).Scan(ctx, &states)
	if err != nil || states != "Dewi running, Eka discarded" {
		t.Errorf("%s %v", states, err)
	}
	if n := begun.Load(); n != 1 || len(done) > 0 {
		t.Errorf("what is being done was begun %d times, and %d more was done", n, len(done))
	}
}

// A server that is asked to stop lets what it does end. What does not end is
// free at once, and costs the next server no waiting.
func TestStop(t *testing.T) {
	t.Parallel()
	db, ctx := dbtest.Open(t), t.Context()
	begun := make(chan string, 2)
	first := jobs.New(db, silent)
	jobs.Work(first, func(ctx context.Context, g greet) error {
		begun <- g.Whom
		if g.Whom == "quick" {
			<-time.After(time.Second)
			return nil
		}
		<-ctx.Done() // as long as it takes
		return ctx.Err()
	})
	if err := first.Start(ctx); err != nil {
		t.Fatal(err)
	}
	if err := db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error { return first.Give(ctx, tx, greet{"quick"}, greet{"slow"}) }); err != nil {
		t.Fatal(err)
	}
	within(t, "nothing is begun", begun)
	within(t, "only one is begun", begun)
	first.Stop()
	done, began := make(chan string, 2), time.Now()
	second := jobs.New(db, silent)
	jobs.Work(second, func(_ context.Context, g greet) error { done <- g.Whom; return nil })
	if err := second.Start(ctx); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(second.Stop)
	if whom := within(t, "nobody goes on", done); whom != "slow" || len(done) > 0 {
		t.Errorf("%s is done again", whom)
	}
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("it goes on after %s", took)
	}
}

// The lock of a server comes back after the database was away, and until then
// nobody takes what it does.
func TestTheDatabaseWasAway(t *testing.T) {
	t.Parallel()
	db, ctx := dbtest.Open(t), t.Context()
	var begun atomic.Int64
	slow, finish := make(chan struct{}, 8), make(chan error)
	shop := jobs.New(db, silent)
	jobs.Work(shop, func(_ context.Context, g greet) error { begun.Add(1); slow <- struct{}{}; return <-finish })
	if err := shop.Start(ctx); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(shop.Stop)
	if err := db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error { return shop.Give(ctx, tx, greet{"Budi"}) }); err != nil {
		t.Fatal(err)
	}
	within(t, "nothing is begun", slow)
	const holders = `SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = x'686f7573'::int::oid AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
	var n int
	if err := db.NewRaw(holders).Scan(ctx, &n); err != nil || n != 1 {
		t.Fatalf("%d hold a lock, %v", n, err)
	}
	_, err := db.Raw().Exec(ctx, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`)
	if err != nil {
		t.Fatal(err)
	}
	running(t, db, "Citra", "house-dead", 1, 3)
	within(t, "it does not look around again", slow) // Citra
	if err := db.NewRaw(holders).Scan(ctx, &n); err != nil || n != 1 {
		t.Errorf("%d hold a lock, %v", n, err)
	}
	if n := begun.Load(); n != 2 {
		t.Errorf("%d were begun", n)
	}
	finish <- errors.New("not this time")
	finish <- nil
	close(finish)
}
