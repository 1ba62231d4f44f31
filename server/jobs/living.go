package jobs

import (
	"context"
	"crypto/rand"
	"fmt"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// living holds a lock in the database as long as this server is alive. What a
// server without its lock was doing is nobody's any more, and is done by the
// others, or by the same server when it is started again.
type living struct {
	pool *pgxpool.Pool
	name string // of this server, as River notes who does what
	warn func(error)

	stop context.CancelFunc
	over sync.WaitGroup
}

const (
	// names of servers that hold a lock begin so: those of before did not.
	names = "house-"
	// lockClass keeps these locks apart from all others.
	lockClass = 0x686f7573
	// lookEvery is how soon the death of a server is seen.
	lookEvery = 2 * time.Second
	// settled is how long after it connected a server looks around: when the
	// database was away, all others are connecting too.
	settled = 3 * time.Second
)

// live begins to hold the lock.
func live(ctx context.Context, pool *pgxpool.Pool, warn func(error)) *living {
	l := &living{pool: pool, name: names + rand.Text(), warn: warn}
	ctx, l.stop = context.WithCancel(context.WithoutCancel(ctx))
	conn, err := l.hold(ctx)
	if err != nil {
		warn(err)
	}
	l.over.Go(func() { l.look(ctx, conn) })
	return l
}

// end gives the lock back.
func (l *living) end() {
	l.stop()
	l.over.Wait()
}

// hold takes the lock on a connection of its own.
func (l *living) hold(ctx context.Context) (*pgx.Conn, error) {
	pooled, err := l.pool.Acquire(ctx)
	if err != nil {
		return nil, fmt.Errorf("tell that this server lives: %w", err)
	}
	conn := pooled.Hijack()
	if _, err := conn.Exec(ctx, `SELECT pg_advisory_lock($1, hashtext($2))`, lockClass, l.name); err != nil {
		_ = conn.Close(ctx)
		return nil, fmt.Errorf("tell that this server lives: %w", err)
	}
	return conn, nil
}

// look takes over what the dead left, again and again, until ctx ends.
func (l *living) look(ctx context.Context, conn *pgx.Conn) {
	wait := settled
	for {
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			if conn != nil {
				_ = conn.Close(context.WithoutCancel(ctx))
			}
			return
		}
		var err error
		if wait = lookEvery; conn == nil {
			conn, err = l.hold(ctx)
			wait = settled
		} else if _, err = conn.Exec(ctx, takeOverSQL, lockClass, names+"%"); err != nil {
			_ = conn.Close(ctx)
			conn = nil
		}
		if err != nil {
			wait = time.Second
			if ctx.Err() == nil {
				l.warn(err)
			}
		}
	}
}

// takeOverSQL frees the work of servers that hold no lock, and their place as
// the one that does what is done again and again.
const takeOverSQL = `
WITH living AS MATERIALIZED (
  SELECT objid FROM pg_locks
  WHERE locktype = 'advisory' AND classid = $1::int::oid AND objsubid = 2 AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
), left_behind AS MATERIALIZED (
  SELECT id FROM jobs.river_job
  WHERE state = 'running' AND attempted_by[array_upper(attempted_by, 1)] LIKE $2 AND hashtext(attempted_by[array_upper(attempted_by, 1)])::oid NOT IN (SELECT objid FROM living)
  FOR UPDATE SKIP LOCKED
), taken AS (
  UPDATE jobs.river_job j SET state = CASE WHEN attempt < max_attempts THEN 'available' ELSE 'discarded' END::jobs.river_job_state,
    finalized_at = CASE WHEN attempt < max_attempts THEN NULL ELSE now() END
  FROM left_behind l WHERE j.id = l.id
)
DELETE FROM jobs.river_leader WHERE leader_id LIKE $2 AND hashtext(leader_id)::oid NOT IN (SELECT objid FROM living)`
