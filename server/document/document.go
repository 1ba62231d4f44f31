// Package document makes and keeps what offices issue: it allots numbers,
// draws letters, has them signed, and tells anybody whether one is genuine.
package document

import (
	"context"
	"time"

	"github.com/uptrace/bun"
	"gocloud.dev/blob"

	"rumah/server/permit"
	"rumah/server/signer"
	"rumah/server/vault"
	"rumah/shared/calendar"
	"rumah/shared/document"
	"rumah/shared/fault"
	"rumah/shared/form"
)

// Options are what a Service needs beside its database.
type Options struct {
	Vault  *vault.Vault
	Store  *blob.Bucket // for the bytes
	Signer signer.Signer
	Key    Key // of the codes

	Region string // official name
	Town   string // where letters are dated
	App    string // name of the app
	Crest  []byte // PNG; nil for none
	Origin string // what links begin with

	// Email is by which a provider of signatures knows an officer.
	Email func(ctx context.Context, person string) (string, error)

	// Reach lets an officer read the papers of an application, and writes
	// down that they did; See only asks whether they may. Fault: unknown, busy.
	Reach func(ctx context.Context, application string) error
	See   func(ctx context.Context, application string) error

	// Adopt makes a file of an application out of bytes of the house's own.
	Adopt func(ctx context.Context, application, question string, f form.File, data []byte) (form.File, error)

	// Count counts a look at a code by the address it comes from. Fault:
	// busy. Nil lets everybody look as often as they like.
	Count func(ctx context.Context) error
}

// Service implements document.API, and makes what is signed.
type Service struct {
	Options
	db   bun.IDB
	now  func() time.Time
	loc  *time.Location
	pens chan struct{} // who signs now: each holds a connection to the database for as long as the signer takes
}

// mostPens is how many letters are signed at once: a quarter of the
// connections, so that a signer who does not answer does not stop the house.
const mostPens = 5

var (
	_ document.API     = (*Service)(nil)
	_ permit.Documents = (*Service)(nil)
)

// New returns the service. loc is the regency's clock.
func New(db bun.IDB, now func() time.Time, loc *time.Location, o Options) *Service {
	return &Service{Options: o, db: db, now: now, loc: loc, pens: make(chan struct{}, mostPens)}
}

func (s *Service) day(t time.Time) calendar.Date { return calendar.DateOf(t.In(s.loc)) }

func unknown() error { return fault.New(fault.Unknown, "unknown") }

func conflict(key string) error { return fault.New(fault.Conflict, key) }
