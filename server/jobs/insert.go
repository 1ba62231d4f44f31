package jobs

import (
	"database/sql"
	"fmt"
	"log/slog"
	"sync"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/rivertype"

	"rumah/server/database"
)

// insertion is a client that only gives work in. It speaks database/sql, as
// Bun's transactions do, and works before Start and on a house that does no
// work itself.
type insertion struct {
	once sync.Once
	c    *river.Client[*sql.Tx]
	err  error
}

func (i *insertion) client(db *database.DB) (*river.Client[*sql.Tx], error) {
	i.once.Do(func() {
		i.c, i.err = river.NewClient(riverdatabasesql.New(db.DB.DB), &river.Config{Schema: schema, Logger: slog.New(slog.DiscardHandler)})
		if i.err != nil {
			i.err = fmt.Errorf("prepare jobs: %w", i.err)
		}
	})
	return i.c, i.err
}

// alive are the states of work that is not over.
var alive = []rivertype.JobState{
	rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRunning, rivertype.JobStateRetryable, rivertype.JobStateScheduled,
}

// Alone lets a piece of work be there once: asking for it again while it
// waits or is done changes nothing.
func Alone() river.InsertOpts {
	return river.InsertOpts{UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: alive}}
}
