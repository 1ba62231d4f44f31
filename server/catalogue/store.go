package catalogue

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"rumah/shared/calendar"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
	"rumah/shared/insight"
)

// hitSQL selects what is public as a line of a list.
const hitSQL = `
SELECT e.kind, e.id, e.name, coalesce(s.content ->> 'summary', a.summary) AS summary, e.agency_id, g.name AS agency_name, e.topic,
  s.content -> 'promise' AS promise, s.content -> 'fee' AS fee, coalesce(a.url, '') AS url
FROM search_entries e
JOIN agencies g ON g.id = e.agency_id
LEFT JOIN services s ON e.kind = 'service' AND s.id = e.id
LEFT JOIN apps a ON e.kind = 'app' AND a.id = e.id`

// hits are the lines for which the rest of a statement holds, in its order.
func (s *Service) hits(ctx context.Context, rest string, args ...any) ([]catalogue.Hit, error) {
	var list string
	err := s.db.NewRaw(`SELECT coalesce(json_agg(hit), '[]') FROM (`+hitSQL+` WHERE `+rest+`) hit`, args...).Scan(ctx, &list)
	hits := []catalogue.Hit{}
	if err == nil {
		err = json.Unmarshal([]byte(list), &hits)
	}
	if err != nil {
		return nil, fmt.Errorf("list services: %w", err)
	}
	return hits, nil
}

// counts are the public services of each topic.
func (s *Service) counts(ctx context.Context) (map[catalogue.Topic]int, error) {
	var rows []catalogue.TopicCount
	err := s.db.NewRaw(`SELECT topic, count(*) AS count FROM search_entries WHERE kind = 'service' GROUP BY topic`).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("count services: %w", err)
	}
	counts := map[catalogue.Topic]int{}
	for _, r := range rows {
		counts[r.Topic] = r.Count
	}
	return counts, nil
}

// recent is how many of the latest cases tell what a service really takes.
const recent = 100

// one is a public service with its source.
func (s *Service) one(ctx context.Context, id string) (catalogue.Service, error) {
	var svc catalogue.Service
	var content, real string
	var published time.Time
	err := s.db.NewRaw(`
SELECT s.id, s.agency_id, g.name, s.version, s.content, s.published_at, coalesce(o.title, ''), coalesce(o.date::text, ''),
  EXISTS (SELECT FROM permit_services p WHERE p.service_id = s.id AND p.ended_at IS NULL),
  coalesce((SELECT json_build_object('cases', count(*), 'days', percentile_disc(0.5) WITHIN GROUP (ORDER BY took_days), 'minutes', percentile_disc(0.5) WITHIN GROUP (ORDER BY took_minutes),
    'in_time', round(100.0 * avg(in_time::integer)))::text
    FROM (SELECT took_days, took_minutes, in_time FROM applications WHERE service_id = s.id AND ended_at > ?1::timestamptz AND took_days IS NOT NULL ORDER BY ended_at DESC LIMIT ?2) r HAVING count(*) >= ?3), 'null')
FROM services s
JOIN agencies g ON g.id = s.agency_id
LEFT JOIN sources o ON o.id = s.source_id
WHERE s.id = ?0 AND s.version > 0 AND s.retired_at IS NULL`, id, s.now().AddDate(-1, 0, 0).UTC(), recent, insight.Few).
		Scan(ctx, &svc.ID, &svc.AgencyID, &svc.AgencyName, &svc.Version, &content, &published, &svc.Source.Title, &svc.Source.Date, &svc.Applies, &real)
	if errors.Is(err, sql.ErrNoRows) {
		return svc, fault.New(fault.Unknown, "unknown")
	}
	if err == nil {
		err = errors.Join(json.Unmarshal([]byte(content), &svc.Content), json.Unmarshal([]byte(real), &svc.Real))
	}
	if err != nil {
		return svc, fmt.Errorf("read service %s: %w", id, err)
	}
	svc.Since = calendar.DateOf(published.In(s.loc))
	return svc, nil
}

// oneApp is an app without its services.
func (s *Service) oneApp(ctx context.Context, id string) (catalogue.App, error) {
	var app catalogue.App
	err := s.db.NewRaw(`
SELECT a.id, a.name, a.summary, a.agency_id, g.name, a.url, o.title, o.date::text
FROM apps a
JOIN agencies g ON g.id = a.agency_id
JOIN sources o ON o.id = a.source_id
WHERE a.id = ? AND a.retired_at IS NULL`, id).
		Scan(ctx, &app.ID, &app.Name, &app.Summary, &app.AgencyID, &app.AgencyName, &app.URL, &app.Source.Title, &app.Source.Date)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return app, fault.New(fault.Unknown, "unknown")
	case err != nil:
		return app, fmt.Errorf("read app %s: %w", id, err)
	}
	return app, nil
}
