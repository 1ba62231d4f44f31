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
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/uptrace/bun"

	"rumah/server/database"
)

// schema is where migration 0009 puts the tables.
const schema = "jobs"

const (
	// fetchCooldown is how soon after one look for work the next may follow.
	fetchCooldown = 20 * time.Millisecond
	// workers is how much is done at once; most of it waits for others.
	workers = 8
	// Carriers take messages to push services, and wait for them nearly all
	// of the time. What cannot wait has carriers of its own.
	urgentCarriers, carriers = 64, 128
	// longest is how long one piece of work may take.
	longest = 5 * time.Minute
	// kept is how long the house remembers what was done.
	kept = time.Hour
	// patience is how long the house waits for what is being done when it
	// stops; the rest is cancelled and done again by whoever runs next.
	patience = 5 * time.Second
)

// The queues of messages on their way, as carry_messages of migration 0012
// fills them.
const (
	Urgent = "now"
	Later  = "later"
)

// Shop is where work is given in. Kinds of work are added before Start.
type Shop struct {
	db      *database.DB
	log     *slog.Logger
	kinds   *river.Workers
	regular []*river.PeriodicJob
	hire    []func() error // the kinds, so that Start tells what is wrong with one
	client  *river.Client[pgx.Tx]
	insert  *insertion
}

// New returns a shop without any kind of work.
func New(db *database.DB, log *slog.Logger) *Shop {
	return &Shop{db: db, log: log, kinds: river.NewWorkers(), insert: &insertion{}}
}

// Work adds a kind of work and who does it.
func Work[T river.JobArgs](s *Shop, do func(context.Context, T) error) {
	s.hire = append(s.hire, func() error {
		return river.AddWorkerSafely(s.kinds, river.WorkFunc(func(ctx context.Context, job *river.Job[T]) error {
			return do(context.WithValue(ctx, lastTry{}, job.Attempt >= job.MaxAttempts), job.Args)
		}))
	})
}

type lastTry struct{}

// Last reports whether the work that ctx is of will not be tried again.
func Last(ctx context.Context) bool {
	last, _ := ctx.Value(lastTry{}).(bool)
	return last
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
	client, err := river.NewClient(riverpgxv5.New(s.db.Raw()), &river.Config{
		Schema: schema, Workers: s.kinds, PeriodicJobs: s.regular, FetchCooldown: fetchCooldown, Logger: quiet(s.log),
		JobTimeout: longest, CompletedJobRetentionPeriod: kept,
		Queues: map[string]river.QueueConfig{
			river.QueueDefault: {MaxWorkers: workers}, Urgent: {MaxWorkers: urgentCarriers}, Later: {MaxWorkers: carriers},
		},
	})
	if err == nil {
		err = client.Start(context.WithoutCancel(ctx))
	}
	if err != nil {
		return fmt.Errorf("start jobs: %w", err)
	}
	s.client = client
	return nil
}

// Stop lets what is being done end, for a while, and cancels the rest.
func (s *Shop) Stop() {
	if s.client == nil {
		return
	}
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
