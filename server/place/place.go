// Package place serves the places of the regency: it answers the contract of
// shared/place from the tables a city pack was loaded into.
package place

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"rumah/shared/place"
)

// Service implements place.API.
type Service struct {
	db   bun.IDB
	now  func() time.Time
	loc  *time.Location
	code func() string // of a correction
}

var _ place.API = (*Service)(nil)

// New returns the service. loc is the regency's clock, on which hours are told.
func New(db bun.IDB, now func() time.Time, loc *time.Location) *Service {
	return &Service{db: db, now: now, loc: loc, code: newCode}
}

// Summary implements place.API.
func (s *Service) Summary(ctx context.Context) (place.Summary, error) {
	times, err := s.times(ctx)
	if err != nil {
		return place.Summary{}, err
	}
	counts, err := s.counts(ctx, times.open())
	if err != nil {
		return place.Summary{}, err
	}
	always, err := s.scheduled(ctx, times.always())
	if err != nil {
		return place.Summary{}, err
	}
	return place.Summary{Kinds: counts, Always: always, DaysOff: times.DaysOff, Now: times.now}, nil
}
