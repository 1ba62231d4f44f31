// Package insight tells everybody what offices have really done: it answers
// the contract of shared/insight, and hands the same out as files.
package insight

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"time"

	"github.com/uptrace/bun"

	"rumah/shared/calendar"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
	"rumah/shared/insight"
)

// Service implements insight.API.
type Service struct {
	db  bun.IDB
	now func() time.Time
	loc *time.Location
	log *slog.Logger

	mu   sync.Mutex
	last []insight.Service // as they were counted last
}

var _ insight.API = (*Service)(nil)

// New returns the service. loc is the regency's clock.
func New(db bun.IDB, now func() time.Time, loc *time.Location, log *slog.Logger) *Service {
	return &Service{db: db, now: now, loc: loc, log: log}
}

// from is the first day of the months that are told.
func (s *Service) from() time.Time {
	now := s.now().In(s.loc)
	return time.Date(now.Year(), now.Month()-insight.Months+1, 1, 0, 0, 0, 0, s.loc)
}

// Services implements insight.API.
func (s *Service) Services(ctx context.Context) (insight.Services, error) {
	all := insight.Services{Items: []insight.Line{}, From: calendar.DateOf(s.from()), At: s.now()}
	services, err := s.all(ctx)
	for _, one := range services {
		all.Items = append(all.Items, one.Line)
		all.At = one.At
	}
	return all, err
}

// Service implements insight.API.
func (s *Service) Service(ctx context.Context, of insight.ServiceID) (insight.Service, error) {
	services, err := s.all(ctx)
	if err != nil {
		return insight.Service{}, err
	}
	for _, one := range services {
		if one.Service == of.Service {
			return one, nil
		}
	}
	return insight.Service{}, fault.New(fault.Unknown, "unknown")
}

// held is how long figures are told before they are counted anew. Everybody
// may ask, and counting is work.
const held = time.Minute

// all are the services, month by month.
func (s *Service) all(ctx context.Context) ([]insight.Service, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.last) > 0 && s.now().Sub(s.last[0].At) < held {
		return s.last, nil
	}
	services, err := s.read(context.WithoutCancel(ctx)) // others wait for it too
	if err == nil {
		s.last = services
	}
	return services, err
}

// readSQL counts what came in and what was decided, by service and month and
// over all months. Working days and promises were reckoned when it was
// decided.
const readSQL = `
WITH offered AS (
  SELECT s.id, s.name, g.name AS agency, bool_or(d.ended_at IS NULL) AS open, (array_agg(d.definition -> 'promise' ORDER BY d.version DESC))[1] AS promise
  FROM permit_services d JOIN services s ON s.id = d.service_id AND s.version > 0 AND s.retired_at IS NULL JOIN agencies g ON g.id = s.agency_id
  GROUP BY s.id, s.name, g.name
), cases AS (
  SELECT service_id COLLATE "C" AS service_id, date_trunc('month', sent_at AT TIME ZONE 'UTC' + make_interval(secs => ?1)) AS month, false AS done, NULL::integer AS days, NULL::integer AS mins, NULL::boolean AS in_time, NULL::boolean AS returned
  FROM applications WHERE version > 0 AND sent_at >= ?0::timestamptz
  UNION ALL
  SELECT service_id, date_trunc('month', ended_at AT TIME ZONE 'UTC' + make_interval(secs => ?1)), true, took_days, took_minutes, in_time, returned
  FROM applications WHERE ended_at >= ?0::timestamptz
), counted AS MATERIALIZED (
  SELECT service_id, month, count(*) FILTER (WHERE NOT done) AS received, count(*) FILTER (WHERE done) AS finished, count(days) AS timed,
    percentile_disc('{0.5,0.9}'::float8[]) WITHIN GROUP (ORDER BY days) AS days, percentile_disc('{0.5,0.9}'::float8[]) WITHIN GROUP (ORDER BY mins) AS mins,
    count(in_time) AS promised, count(*) FILTER (WHERE in_time) AS kept, count(*) FILTER (WHERE returned) AS returned
  FROM cases GROUP BY GROUPING SETS ((service_id, month), (service_id))
)
SELECT coalesce(json_agg(json_build_object('service', o.id, 'name', o.name, 'agency', o.agency, 'open', o.open, 'promise', o.promise, 'counted', (
  SELECT coalesce(json_agg(json_build_object('month', to_char(c.month, 'YYYY-MM'), 'received', c.received, 'finished', c.finished, 'timed', c.timed, 'days', c.days[1], 'slow_days', c.days[2],
    'mins', c.mins[1], 'slow_mins', c.mins[2], 'promised', c.promised, 'kept', c.kept, 'returned', c.returned) ORDER BY c.month), '[]')
  FROM counted c WHERE c.service_id = o.id)) ORDER BY o.name COLLATE "C", o.id), '[]')::text
FROM offered o`

// counted is what the database counted of a month, or of all (no month).
type counted struct {
	Month                               string
	Received, Finished, Timed, Promised int
	Kept, Returned                      int
	Days, Mins                          *int
	SlowDays                            *int `json:"slow_days"`
	SlowMins                            *int `json:"slow_mins"`
	Looked                              int  `json:"-"` // of how many it is told how many were returned
}

// offered is a service with all that was counted of it.
type offered struct {
	Service, Name, Agency string
	Open                  bool
	Promise               catalogue.Promise
	Counted               []counted
}

// read counts.
func (s *Service) read(ctx context.Context) ([]insight.Service, error) {
	var text string
	var rows []offered
	from := s.from()
	_, offset := from.Zone()
	err := s.db.NewRaw(readSQL, from.UTC(), offset).Scan(ctx, &text)
	if err == nil {
		err = json.Unmarshal([]byte(text), &rows)
	}
	if err != nil {
		return nil, fmt.Errorf("count applications: %w", err)
	}
	services := make([]insight.Service, len(rows))
	for i, row := range rows {
		services[i] = s.service(row, from)
	}
	return services, nil
}

// service is what is told of one, with every month in its place.
func (s *Service) service(row offered, from time.Time) insight.Service {
	one := insight.Service{From: calendar.DateOf(from), At: s.now(), Months: make([]insight.Month, insight.Months),
		Line: insight.Line{Service: row.Service, Name: row.Name, Agency: row.Agency, Open: row.Open, Promise: row.Promise}}
	at := map[string]int{}
	for i := range one.Months {
		one.Months[i].Month = from.AddDate(0, i, 0).Format("2006-01")
		at[one.Months[i].Month] = i
	}
	for i := range row.Counted {
		row.Counted[i].Looked = row.Counted[i].Finished
	}
	hide(row.Counted, func(c *counted) *int { return &c.Promised })
	hide(row.Counted, func(c *counted) *int { return &c.Looked })
	for _, c := range row.Counted {
		if c.Month == "" {
			one.Figures = c.figures()
		} else if i, ok := at[c.Month]; ok {
			one.Months[i].Figures = c.figures()
		}
	}
	return one
}

// figures are what may be told: nothing that so few cases make up that it
// would tell of one of them.
func (c counted) figures() insight.Figures {
	f := insight.Figures{Received: c.Received, Finished: c.Finished}
	if c.Timed >= insight.Few {
		f.Days, f.SlowDays, f.Mins, f.SlowMins = c.Days, c.SlowDays, c.Mins, c.SlowMins
	}
	f.InTime, f.Returned = percent(c.Kept, c.Promised), percent(c.Returned, c.Looked)
	return f
}

// hide takes back of how many of a month something is told, where what is told
// of all months and of the others would tell it of too few: the smallest months
// that could be told are left out with those.
func hide(all []counted, of func(*counted) *int) {
	rest := 0
	var told []*int
	for i := range all {
		switch n := of(&all[i]); {
		case all[i].Month == "":
			rest += *n
		case *n >= insight.Few:
			told = append(told, n)
			rest -= *n
		}
	}
	slices.SortFunc(told, func(a, b *int) int { return *a - *b })
	for ; rest > 0 && rest < insight.Few && len(told) > 0; told = told[1:] {
		rest += *told[0]
		*told[0] = 0
	}
}

// percent is a share in percent; nil of too few.
func percent(part, of int) *int {
	if of < insight.Few {
		return nil
	}
	p := (part*200 + of) / (2 * of)
	return &p
}
