package inbox

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"rumah/server/api"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/inbox"
)

const (
	usualFigures = 7  // days when nobody says
	mostFigures  = 31 // days
)

// figuresSQL answers what became of the messages of some agencies, $1 and $2,
// between $3 and $4. The house's own are told to those who see all.
const figuresSQL = `
WITH m AS MATERIALIZED (
  SELECT id, kind, read_at IS NOT NULL AS read FROM messages
  WHERE sent_at >= $3 AND sent_at < $4 AND ($1 OR agency_id IN (SELECT agencies_below($2)))
), v AS (
  SELECT m.kind, count(*) FILTER (WHERE v.way = 'push') AS pushed, count(*) FILTER (WHERE v.way = 'push' AND v.state = 'sent') AS delivered,
    count(*) FILTER (WHERE v.way = 'push' AND v.shown_at IS NOT NULL) AS shown, count(*) FILTER (WHERE v.way = 'push' AND v.opened_at IS NOT NULL) AS opened,
    count(*) FILTER (WHERE v.state IN ('failed', 'gone')) AS failed, count(*) FILTER (WHERE v.state = 'expired') AS expired,
    count(*) FILTER (WHERE v.way <> 'push' AND v.state = 'sent') AS other,
    percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY extract(epoch FROM v.done_at - v.made_at) * 1000) FILTER (WHERE v.way = 'push' AND v.state = 'sent') AS took
  FROM m JOIN deliveries v ON v.message_id = m.id GROUP BY m.kind
)
SELECT k.kind, k.messages, k.read, coalesce(v.pushed, 0), coalesce(v.delivered, 0), coalesce(v.shown, 0), coalesce(v.opened, 0), coalesce(v.failed, 0),
  coalesce(v.expired, 0), coalesce(v.other, 0), coalesce(round(v.took[1]), 0)::int, coalesce(round(v.took[2]), 0)::int
FROM (SELECT kind, count(*) AS messages, count(*) FILTER (WHERE read) AS read FROM m GROUP BY kind) k LEFT JOIN v ON v.kind = k.kind
ORDER BY k.messages DESC, k.kind`

// Figures implements inbox.API.
func (s *Service) Figures(ctx context.Context, of inbox.FiguresOf) (inbox.Figures, error) {
	f := inbox.Figures{Agency: of.Agency}
	in := api.ScopeOf(ctx, access.Agency)
	var err error
	if f.Agencies, err = s.senders(ctx); err != nil {
		return f, err
	}
	if of.Agency != "" {
		if _, err := s.sender(ctx, of.Agency); err != nil {
			return f, err
		}
		in = api.Scope{Over: []string{of.Agency}}
	}
	if f.From, f.To, err = api.Days(of.From, of.To, calendar.DateOf(s.now().In(s.loc)), usualFigures, mostFigures); err != nil {
		return f, err
	}
	rows, _ := s.db.Raw().Query(ctx, figuresSQL, in.All, in.Over, s.midnight(f.From), s.midnight(f.To.Add(1)))
	if f.Kinds, err = pgx.CollectRows(rows, pgx.RowToStructByPos[inbox.KindFigures]); err != nil {
		return f, fmt.Errorf("count what became of messages: %w", err)
	}
	f.Looks, err = s.looks(ctx, f.From, f.To)
	return f, err
}

// midnight is when a day begins on the regency's clock.
func (s *Service) midnight(d calendar.Date) time.Time { return d.Time(s.loc) }

// looks are how often statuses were opened, for each day.
func (s *Service) looks(ctx context.Context, from, to calendar.Date) ([]inbox.LookFigures, error) {
	rows, _ := s.db.Raw().Query(ctx, `
SELECT d::date::text, coalesce(sum(l.looks), 0)::int, coalesce(sum(l.empty), 0)::int
FROM generate_series($1::date, $2::date, interval '1 day') d LEFT JOIN look_days l ON l.date = d::date GROUP BY d ORDER BY d`, string(from), string(to))
	list, err := pgx.CollectRows(rows, pgx.RowToStructByPos[inbox.LookFigures])
	if err != nil {
		return nil, fmt.Errorf("count looks: %w", err)
	}
	return list, nil
}
