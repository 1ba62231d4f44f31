// Package jobs does work later, beside the requests: what a transaction asks
// for is done once it is committed, tried again when it fails, and taken over
// by another server when this one dies.
package jobs

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/uptrace/bun"

	"rumah/server/database"
)

// schema is where migration 0009 puts the tables.
const schema = "jobs"

const (
	// workers is how much is done at once; most of it waits for others.
	workers = 8
	// urgentCarriers take what cannot wait to push services, as Carriers do.
	urgentCarriers = 256
	// looked and gathered are how soon after one look for work the next may
	// follow: for most, and for what comes by the thousand and in no hurry.
	looked, gathered = 20 * time.Millisecond, 30 * time.Millisecond
	// longest is how long one piece of work may take.
	longest = 5 * time.Minute
	// kept is how long the house remembers what was done.
	kept = time.Hour
	// patience is how long the house waits for what is being done when it
	// stops; the rest is cancelled and done again by whoever runs next.
	patience = 5 * time.Second
	// connections are those of the shop itself: a rush of requests does not
	// keep work from being looked for.
	connections = 10
)

// Carriers take messages to push services, and wait for them nearly all of the
// time. What cannot wait has others.
const Carriers = 512

// The queues of messages on their way, as carry_messages of migration 0012
// fills them.
const (
	Urgent = "now"
	Later  = "later"
	Other  = "other" // by another way than pushing
)

// indexes are rebuilt every night: much comes and goes. Those of River that
// migration 0012 dropped are not among them.
var indexes = []string{"river_job_pkey", "river_job_prioritized_fetching_index", "river_job_state_and_finalized_at_index", "river_job_unique_idx"}

// Shop is where work is given in. Kinds of work are added before Start.
type Shop struct {
	db      *database.DB
	log     *slog.Logger
	kinds   *river.Workers
	regular []*river.PeriodicJob
	hire    []func() error // the kinds, so that Start tells what is wrong with one
	pool    *pgxpool.Pool
	client  *river.Client[pgx.Tx]
	living  *living
	insert  *insertion
}

// New returns a shop without any kind of work.
func New(db *database.DB, log *slog.Logger) *Shop {
	return &Shop{db: db, log: log, kinds: river.NewWorkers(), insert: &insertion{}}
}

// Work adds a kind of work and who does it.
func Work[T river.JobArgs](s *Shop, do func(context.Context, T) error) {
	s.hire = append(s.hire, func() error {
		return river.AddWorkerSafely(s.kinds, worker[T]{do: do})
	})
}

// Every does a piece of work again and again, on one server at a time.
func (s *Shop) Every(interval time.Duration, args river.JobArgs) {
	once := &river.InsertOpts{MaxAttempts: 1, UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: alive}}
	s.regular = append(s.regular, river.NewPeriodicJob(river.PeriodicInterval(interval),
		func() (river.JobArgs, *river.InsertOpts) { return args, once }, &river.PeriodicJobOpts{RunOnStart: true}))
}

// Start begins to work. Stop ends it.
func (s *Shop) Start(ctx context.Context) error {
	for _, hire := range s.hire {
		if err := hire(); err != nil {
			return fmt.Errorf("start jobs: %w", err)
		}
	}
	pool, err := connect(ctx, s.db)
	if err != nil {
		return err
	}
	s.pool = pool
	alive := live(ctx, pool, func(err error) { s.log.Warn("jobs", "err", err) })
	client, err := river.NewClient(riverpgxv5.New(pool), s.config(alive.name))
	if err == nil {
		err = client.Start(context.WithoutCancel(ctx))
	}
	if err != nil {
		alive.end()
		pool.Close()
		return fmt.Errorf("start jobs: %w", err)
	}
	s.client, s.living = client, alive
	return nil
}

// Pool are the connections of the shop, for what its workers read and write
// by the thousand.
func (s *Shop) Pool() *pgxpool.Pool {
	if s.pool == nil {
		return s.db.Raw()
	}
	return s.pool
}

func (s *Shop) config(name string) *river.Config {
	return &river.Config{
		ID: name, Schema: schema, Workers: s.kinds, PeriodicJobs: s.regular, Logger: quiet(s.log),
		FetchCooldown: looked, JobTimeout: longest, RescueStuckJobsAfter: longest + time.Minute, CompletedJobRetentionPeriod: kept, ReindexerIndexNames: indexes,
		Queues: map[string]river.QueueConfig{
			river.QueueDefault: {MaxWorkers: workers}, Urgent: {MaxWorkers: urgentCarriers}, Later: {MaxWorkers: Carriers, FetchCooldown: gathered}, Other: {MaxWorkers: workers},
		},
	}
}

// connect opens the connections of the shop. Of a table that is empty at one
// moment and has thousands of rows at the next, Postgres knows nothing that is
// true, so it is not left to guess: what is looked for there is always found
// by an index.
func connect(ctx context.Context, db *database.DB) (*pgxpool.Pool, error) {
	config := db.Raw().Config()
	config.MaxConns, config.MinConns = connections, 0
	for _, off := range []string{"enable_seqscan", "enable_hashjoin", "enable_mergejoin"} {
		config.ConnConfig.RuntimeParams[off] = "off"
	}
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("connect for jobs: %w", err)
	}
	return pool, nil
}

// Stop lets what is being done end, for a while, and cancels the rest.
func (s *Shop) Stop() {
	if s.client == nil {
		return
	}
	defer s.pool.Close()
	defer s.living.end()
	ctx, done := context.WithTimeout(context.Background(), patience)
	defer done()
	if s.client.Stop(ctx) == nil {
		return
	}
	hard, done := context.WithTimeout(context.Background(), patience)
	defer done()
	if err := s.client.StopAndCancel(hard); err != nil {
		s.log.Error("jobs did not stop", "err", err)
	}
}

// Give asks for work within a transaction: it is done when that is committed
// and never when it is not.
func (s *Shop) Give(ctx context.Context, tx bun.Tx, args ...river.JobArgs) error {
	client, err := s.insert.client(s.db)
	if err != nil {
		return err
	}
	many := make([]river.InsertManyParams, len(args))
	for i, a := range args {
		many[i] = river.InsertManyParams{Args: a}
	}
	if len(many) == 0 {
		return nil
	}
	if _, err := client.InsertManyTx(ctx, tx.Tx, many); err != nil {
		return fmt.Errorf("give work: %w", err)
	}
	return nil
}
