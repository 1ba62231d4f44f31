package jobs

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
)

// piece is where a context has the piece of work that is being done.
type piece struct{}

// worker does one kind of work.
type worker[T river.JobArgs] struct {
	river.WorkerDefaults[T]
	do func(context.Context, T) error
}

// Work implements river.Worker.
func (w worker[T]) Work(ctx context.Context, job *river.Job[T]) error {
	return w.do(context.WithValue(ctx, piece{}, job.JobRow), job.Args)
}

// NextRetry implements river.Worker. What carries messages fails when the
// database is away, and is wanted soon after; River waits long for the third
// time already.
func (w worker[T]) NextRetry(job *river.Job[T]) time.Time {
	if job.Queue == Urgent || job.Queue == Later {
		return time.Now().Add(waitFor(job.JobRow))
	}
	return time.Time{}
}

// pieceOf is the work that ctx is of; an empty one without any.
func pieceOf(ctx context.Context) *rivertype.JobRow {
	row, there := ctx.Value(piece{}).(*rivertype.JobRow)
	if !there {
		return &rivertype.JobRow{}
	}
	return row
}

// Last reports whether the work that ctx is of will not be tried again when
// it fails.
func Last(ctx context.Context) bool {
	row := pieceOf(ctx)
	return row.Attempt >= row.MaxAttempts
}

// ID names the work that ctx is of, for Over; 0 for none.
func ID(ctx context.Context) int64 { return pieceOf(ctx).ID }

// Queue is which queue the work that ctx is of was in.
func Queue(ctx context.Context) string { return pieceOf(ctx).Queue }

// Over is a statement that ends pieces of work, named by a list in the
// parameter %d. What is written with it is never done twice; and for what
// comes by the thousand it is cheaper than to note that it was done and to
// forget it later.
const Over = `DELETE FROM jobs.river_job WHERE id = ANY ($%d::bigint[])`

// Again has the work that ctx is of done again after a while, as often as it
// takes; that is no failure of ours.
func Again(wait time.Duration) error { return river.JobSnooze(wait) }

const (
	firstWait = time.Second
	mostWait  = 15 * time.Minute
)

// Wait is how long to leave alone whoever did not take the work that ctx is
// of: longer each time, and not the same for all who were turned away.
func Wait(ctx context.Context) time.Duration { return waitFor(pieceOf(ctx)) }

func waitFor(row *rivertype.JobRow) time.Duration {
	var kept struct {
		Snoozes int `json:"snoozes"` // River counts them there
	}
	_ = json.Unmarshal(row.Metadata, &kept) // none yet
	wait := mostWait
	if tries := max(0, row.Attempt-1) + kept.Snoozes; tries < 10 {
		wait = min(firstWait<<tries, mostWait)
	}
	return wait*9/10 + rand.N(wait/5) //nolint:gosec // spreads load, hides nothing
}
