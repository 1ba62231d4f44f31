// Package paper keeps what people send with an application: it takes files in
// pieces, looks into them before anybody else does, and seals them where they
// lie. Rows are in Postgres, bytes in a folder or an object store.
package paper

import (
	"context"
	"runtime"
	"time"

	"github.com/uptrace/bun"
	"gocloud.dev/blob"

	"rumah/server/vault"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/paper"
)

// Options are what a Service needs beside its database.
type Options struct {
	Vault *vault.Vault
	Store *blob.Bucket // for the bytes

	// Question is one that the maker of a request can answer now with a file.
	// Fault: unknown, invalid (question), conflict.
	Question func(ctx context.Context, application, question string) (form.Question, error)

	// Reach lets an officer read the files of an application, and writes down
	// that they did. Fault: unknown, busy.
	Reach func(ctx context.Context, application string) error

	// Count counts a file that somebody begins to send. Fault: busy. Nil lets
	// everybody begin as many as they like.
	Count func(ctx context.Context) error
}

// Service implements paper.API.
type Service struct {
	Options
	db      bun.IDB
	now     func() time.Time
	looking chan struct{} // who looks into a file: it takes memory and time
}

var _ paper.API = (*Service)(nil)

// New returns the service.
func New(db bun.IDB, now func() time.Time, o Options) *Service {
	return &Service{Options: o, db: db, now: now, looking: make(chan struct{}, max(1, runtime.NumCPU()/2))}
}

func unknown() error { return fault.New(fault.Unknown, "unknown") }

func conflict(key string) error { return fault.New(fault.Conflict, key) }
