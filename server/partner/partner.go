// Package partner connects hospitals to the health insurance (BPJS): it
// answers "Antrean RS" for Mobile JKN under /bpjs/{place}/, and tells BPJS in
// order how each visit goes.
package partner

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/netip"
	"time"

	"rumah/server/database"
	"rumah/server/jobs"
	"rumah/server/outside"
	"rumah/server/queue"
	"rumah/server/vault"
	"rumah/shared/calendar"
	"rumah/shared/partner"
)

// Lines are the queues as this package needs them; queue.Clinics are those
// of the house. All numbers and quotas are theirs.
type Lines interface {
	Names(ctx context.Context, place, poli string, doctor int) (hasPoli, hasDoctor bool, err error)
	Plan(ctx context.Context, of queue.Clinic) (queue.ClinicDay, error)
	Find(ctx context.Context, of queue.Clinic) (queue.ClinicDay, error)
	Take(ctx context.Context, t queue.ClinicTake) (queue.ClinicTicket, error)
	Cancel(ctx context.Context, ticket string) error
	Arrive(ctx context.Context, ticket string) error
	Ticket(ctx context.Context, ticket string) (queue.ClinicTicket, error)
	Pharmacy(ctx context.Context, ticket, requester, key string) (queue.ClinicTicket, error)
	Standing(ctx context.Context, day string) (given, left, called int, err error)
	Steps(ctx context.Context, tickets []string) ([]queue.ClinicStep, error)
	Visitors(ctx context.Context, place string, from calendar.Date) ([]queue.ClinicVisitor, error)
}

var _ Lines = queue.Clinics{}

// Options are what a Service needs beside its database.
type Options struct {
	Vault  *vault.Vault
	Lines  Lines
	Jobs   *jobs.Shop // nil for a house that tells BPJS nothing
	Origin string     // what our addresses begin with: "https://host"
	Client *http.Client
	Inside bool                             // BPJS may be a machine beside ours: for trying out
	IP     func(context.Context) netip.Addr // of who calls
	Log    *slog.Logger
}

// Service implements partner.API, answers BPJS and calls it.
type Service struct {
	db  *database.DB
	now func() time.Time
	loc *time.Location
	Options
}

var _ partner.API = (*Service)(nil)

// callTime is how long BPJS may take to answer.
const callTime = 20 * time.Second

// New returns the service. loc is the clock of the hospitals.
func New(db *database.DB, now func() time.Time, loc *time.Location, o Options) *Service {
	if o.Client == nil {
		o.Client = outside.Client(o.Inside, callTime, 2)
	}
	if o.IP == nil {
		o.IP = func(context.Context) netip.Addr { return netip.Addr{} }
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	s := &Service{db: db, now: now, loc: loc, Options: o}
	if s.Jobs != nil {
		s.hire()
	}
	return s
}

// today is the day on the hospitals' clock.
func (s *Service) today() calendar.Date { return calendar.DateOf(s.now().In(s.loc)) }

// seal keeps v as only its owner's row gives it back.
func (s *Service) seal(owner string, v any) ([]byte, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("seal %s: %w", owner, err)
	}
	return s.Vault.Seal(owner, data), nil
}

func (s *Service) open(owner string, sealed []byte, v any) error {
	if len(sealed) == 0 {
		return nil
	}
	data, err := s.Vault.Open(owner, sealed)
	if err == nil {
		err = json.Unmarshal(data, v)
	}
	if err != nil {
		return fmt.Errorf("open %s: %w", owner, err)
	}
	return nil
}

// hash finds a number again; nil for none, so that many may have none.
func (s *Service) hash(kind, number string) []byte {
	if number == "" {
		return nil
	}
	return s.Vault.Hash(kind, number)
}
