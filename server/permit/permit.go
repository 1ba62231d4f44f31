// Package permit keeps applications for letters and permits: it answers the
// contract of shared/permit, decides with its rules, and writes what happened
// in the statement that asks whether it was decided on what is there.
package permit

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/identity"
	"rumah/server/inbox"
	"rumah/server/payment"
	"rumah/server/vault"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/permit"
)

// Options are what a Service needs beside its database.
type Options struct {
	Vault *vault.Vault

	// Bank makes bills and knows what was paid; nil where offices do.
	Bank payment.Gateway

	// Origin is where pages of the house are: "https://rumah.example".
	Origin string

	// Known is what the house knows of somebody, or of a member of their
	// family, who applies. Fault: invalid (member).
	Known func(ctx context.Context, person, member string) (name string, known form.Profile, err error)

	// Guess counts a look at a tracking code by the address it comes from.
	// Fault: busy. Nil lets everybody look as often as they like.
	Guess func(ctx context.Context) error

	// Look has somebody read identifiers, and writes down that they did.
	Look func(ctx context.Context, l identity.Look, read func(context.Context, bun.IDB) error) error

	// Glance has somebody look into papers, and writes down that they did.
	Glance func(ctx context.Context, l identity.Look) error

	// Papers are the files that answer questions; without them there are none.
	Papers Papers

	// Documents makes what is signed; without it the officer types a number
	// and nothing is made.
	Documents Documents

	// Inbox tells applicants what happens; nil tells nobody.
	Inbox Teller
}

// Papers keeps the files of applications.
type Papers interface {
	// Files are those of some ids that belong to an application, as the house
	// knows them, and the question that each answers.
	Files(ctx context.Context, application string, ids []string) (map[string]form.File, map[string]string, error)

	// Save notes which files the answers of a draft name, and Keep those that
	// were sent.
	Save(ctx context.Context, tx bun.IDB, application string, ids []string) error
	Keep(ctx context.Context, tx bun.IDB, application string, ids []string) error
}

// Teller writes into inboxes within a transaction, and tells open apps after
// it.
type Teller interface {
	Post(ctx context.Context, tx bun.IDB, notes ...inbox.Note) (told []string, err error)
	Told(people []string)
}

// Service implements permit.API.
type Service struct {
	Options
	db  bun.IDB
	now func() time.Time
	loc *time.Location
}

var _ permit.API = (*Service)(nil)

// New returns the service. loc is the regency's clock.
func New(db bun.IDB, now func() time.Time, loc *time.Location, o Options) *Service {
	return &Service{Options: o, db: db, now: now, loc: loc}
}

func (s *Service) today() calendar.Date { return calendar.DateOf(s.now().In(s.loc)) }

func unknown() error { return fault.New(fault.Unknown, "unknown") }

func conflict(key string) error { return fault.New(fault.Conflict, key) }
