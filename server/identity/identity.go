// Package identity knows who makes a request: it answers the contract of
// shared/identity, keeps sessions, and lets nobody read a whole identifier
// without the citizen seeing it.
package identity

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/netip"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/api"
	"rumah/server/inbox"
	"rumah/server/message"
	"rumah/server/together"
	"rumah/server/vault"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/identity"
)

// Options are what the service stands on.
type Options struct {
	Vault  *vault.Vault
	Send   message.Sender
	App    string                           // name of the app, told in messages
	Origin string                           // "https://host"; "" takes the one that was asked
	Demo   bool                             // tells one-time codes to whoever asks for them
	IP     func(context.Context) netip.Addr // of the client
	Log    *slog.Logger

	// Numbers are those that somebody took in queues; Forget ends them, and
	// takes from them whose they were. Without queues both are nil.
	Numbers func(ctx context.Context, person string) ([]identity.ExportedNumber, error)
	Forget  func(ctx context.Context, person string) error

	// Applications and Letters are what somebody has applied for and holds, as
	// their copy has it.
	Applications func(ctx context.Context, person string) ([]identity.ExportedApplication, error)
	Letters      func(ctx context.Context, person string) ([]identity.ExportedLetter, error)

	// Inbox tells people what happens to their account; nil tells nobody.
	Inbox Teller
}

// Teller writes into inboxes within a transaction, and tells open apps after
// it. Copy is all an inbox has, for whoever takes a copy along.
type Teller interface {
	Post(ctx context.Context, tx bun.IDB, notes ...inbox.Note) (told []string, err error)
	Told(people []string)
	Copy(ctx context.Context, person string) (identity.ExportedInbox, error)
}

// Service implements identity.API.
type Service struct {
	Options
	db  bun.IDB
	now func() time.Time
	loc *time.Location
	// sessions looks sessions up: in the minute a queue opens, hundreds of
	// people come in at the same moment.
	sessions *together.Look[string, session]
	asks     asker
}

var _ identity.API = (*Service)(nil)

// New returns the service. loc is the regency's clock.
func New(db bun.IDB, now func() time.Time, loc *time.Location, o Options) *Service {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	s := &Service{Options: o, db: db, now: now, loc: loc, asks: askerOf(db)}
	s.sessions = together.New(s.lookUp)
	return s
}

// private is what is sealed of a person or a member of a family.
type private struct {
	Born    calendar.Date `json:"born,omitempty"`
	NIK     string        `json:"nik,omitempty"`
	KK      string        `json:"kk,omitempty"`
	BPJS    string        `json:"bpjs,omitempty"`
	Address string        `json:"address,omitempty"`
}

func (s *Service) seal(id string, p private) ([]byte, error) {
	data, err := json.Marshal(p)
	if err != nil {
		return nil, fmt.Errorf("write private data: %w", err)
	}
	return s.Vault.Seal(id, data), nil
}

func (s *Service) open(id string, sealed []byte) (p private, err error) {
	if sealed == nil {
		return p, nil
	}
	data, err := s.Vault.Open(id, sealed)
	if err == nil {
		err = json.Unmarshal(data, &p)
	}
	if err != nil {
		return p, fmt.Errorf("private data of %s: %w", id, err)
	}
	return p, nil
}

// nikHash finds a NIK; nil for none, so that many may have none.
func (s *Service) nikHash(nik string) []byte {
	if nik == "" {
		return nil
	}
	return s.Vault.Hash("nik", nik)
}

func (s *Service) phoneHash(p identity.Phone) []byte { return s.Vault.Hash("phone", string(p)) }

func unknown() error { return fault.New(fault.Unknown, "unknown") }

// actor is who asks; the guard has seen to it that there is one.
func actor(ctx context.Context) access.Actor { return api.Actor(ctx) }

// today is the day on the regency's clock.
func (s *Service) today() calendar.Date { return calendar.DateOf(s.now().In(s.loc)) }
