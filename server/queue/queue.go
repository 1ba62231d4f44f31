// Package queue keeps the lines before the counters: it answers the contract
// of shared/queue, decides with its rules, and writes what happened so that
// nothing that must not happen can.
package queue

import (
	"encoding/json"
	"log/slog"
	"sync"
	"time"

	"rumah/server/database"
	"rumah/server/together"
	"rumah/server/vault"
	"rumah/shared/calendar"
	"rumah/shared/queue"
)

// Options are what a Service needs beside its database.
type Options struct {
	Vault  *vault.Vault
	Origin string // what links begin with: "https://host"
	Log    *slog.Logger

	// Unlimited lets everybody take and change as many numbers as they like,
	// for measuring.
	Unlimited bool

	// Inbox tells the holders of numbers what happens to them; nil tells
	// nobody.
	Inbox Teller

	// Publish tells the phones that follow a topic what happened, after it
	// was written. Events are of the versions after from, up to to.
	Publish func(topic string, from, to int64, epoch string, events []json.RawMessage)
}

// Service implements queue.API.
type Service struct {
	prepared prepared // which days are there
	learning learning // how fast the queues go

	db  *database.DB
	now func() time.Time
	loc *time.Location
	Options

	memos   memos // what the views remember
	turns   turns
	presses presses

	mu        sync.Mutex
	runners   map[string]*runner // by day; those asked for lately
	forgotten calendar.Date      // when people were last taken from old numbers
	takers    *together.Look[question, reading]
	rows      *together.Look[string, lineRow]
	scribe    *together.Look[*batch, error]
}

var _ queue.API = (*Service)(nil)

// Close ends what goes on beside requests; before the database is closed.
func (s *Service) Close() { s.memos.told.hush() }

// New returns the service. loc is the regency's clock.
func New(db *database.DB, now func() time.Time, loc *time.Location, o Options) *Service {
	if o.Publish == nil {
		o.Publish = func(string, int64, int64, string, []json.RawMessage) {}
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	s := &Service{db: db, now: now, loc: loc, Options: o, runners: make(map[string]*runner)}
	s.takers, s.rows = together.New(s.readTakers), together.New(s.findDays)
	s.scribe = together.New(s.writeTogether)
	return s
}
