package catalogue

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/api"
	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/check"
)

// deskSearch is what a desk is asked for.
type deskSearch struct {
	api.Scope
	Text   string
	Cursor cursor `bun:"embed:after_"`
	Limit  int
}

// deskLine is a line with what its reader is not told.
type deskLine struct {
	catalogue.DeskLine
	Author string `json:"author_id"` // of the draft
}

func (l deskLine) cursor() cursor {
	c := cursor{Name: api.Begin(l.Name), ID: l.ID}
	if l.Draft != nil {
		c.Rank = 1
	}
	return c
}

// deskLines are the services of a desk, those with a draft first.
func (s *Service) deskLines(ctx context.Context, q deskSearch) (lines []deskLine, total int, err error) {
	var list string
	err = s.db.NewRaw(`
WITH own AS MATERIALIZED (
  SELECT s.id, s.name, g.name AS agency_name, s.version, s.retired_at IS NOT NULL AS retired, d.author_id,
    CASE WHEN d.content IS NULL THEN 0 ELSE 1 END AS rank,
    CASE WHEN d.content IS NOT NULL THEN
      json_build_object('save', d.save, 'base', d.base, 'author', d.author_name, 'at', d.at, 'note', d.note) END AS draft
  FROM services s
  JOIN agencies g ON g.id = s.agency_id
  LEFT JOIN drafts d ON d.subject_kind = 'service' AND d.subject_id = s.id
  WHERE (?all OR s.agency_id IN (SELECT agencies_below(?over::text[])))
    AND (?text = '' OR strpos(lower(s.name), lower(?text)) > 0 OR word_similarity(?text, s.name) >= 0.6)
), page AS (
  SELECT *, row_number() OVER (ORDER BY rank DESC, `+deskOrder+`) AS at
  FROM own
  WHERE ?after_id = '' OR (-rank, `+deskOrder+`) > (-?after_rank, ?after_name, ?after_id)
  ORDER BY at
  LIMIT ?limit
)
SELECT (SELECT count(*) FROM own), (SELECT coalesce(json_agg(page ORDER BY at), '[]') FROM page)`, q).Scan(ctx, &total, &list)
	if err == nil {
		err = json.Unmarshal([]byte(list), &lines)
	}
	if err != nil {
		return nil, 0, fmt.Errorf("list the services of a desk: %w", err)
	}
	return lines, total, nil
}

// deskOrder is how lines of a desk stand that are equally urgent.
const deskOrder = `substring(convert_to(name, 'UTF8') FROM 1 FOR 36), id COLLATE "C"`

// agencies are those the actor may create services for, by name.
func (s *Service) agencies(ctx context.Context) ([]catalogue.Agency, error) {
	list, in := []catalogue.Agency{}, api.ScopeOf(ctx, access.Agency)
	err := s.db.NewRaw(`
SELECT id, name FROM agencies
WHERE retired_at IS NULL AND (?0 OR id IN (SELECT agencies_below(?1::text[])))
ORDER BY name COLLATE "C", id`, in.All, pgdialect.Array(in.Over)).Scan(ctx, &list)
	if err != nil {
		return nil, fmt.Errorf("list agencies: %w", err)
	}
	return list, nil
}

// refers refuses content that names a place or an app there is not.
func refers(ctx context.Context, db bun.IDB, c catalogue.Content) error {
	var list string
	var missing []int
	var app bool
	err := db.NewRaw(`
SELECT array_to_json(ARRAY(
    SELECT at - 1 FROM unnest(?0::text[]) WITH ORDINALITY AS t(id, at)
    WHERE NOT EXISTS (SELECT FROM places p WHERE p.id = t.id AND p.retired_at IS NULL) ORDER BY at)),
  ?1 = '' OR EXISTS (SELECT FROM apps WHERE id = ?1 AND retired_at IS NULL)`, pgdialect.Array(c.Places), c.App).Scan(ctx, &list, &app)
	if err == nil {
		err = json.Unmarshal([]byte(list), &missing)
	}
	if err != nil {
		return fmt.Errorf("look up what a service refers to: %w", err)
	}
	var f check.Faults
	for _, i := range missing {
		f.Add("content."+check.At("places", i), "choice", "")
	}
	if !app {
		f.Add("content.app", "choice", "")
	}
	return f.Err()
}

// begun stores a service that nobody has published yet. It is not begun when
// there is one of that name.
func begun(ctx context.Context, tx bun.IDB, svc catalogue.NewService) (bool, error) {
	res, err := tx.NewRaw(`
INSERT INTO services (id, agency_id, name, topic, own) VALUES (?, ?, ?, ?, true)
ON CONFLICT (id) DO NOTHING`, svc.ID, svc.Agency, svc.Content.Name, svc.Content.Topic).Exec(ctx)
	if err != nil {
		return false, fmt.Errorf("begin service %s: %w", svc.ID, err)
	}
	n, err := res.RowsAffected()
	return n == 1, err
}

// named shows a service that was never public under the name it is drafted with.
func named(ctx context.Context, tx bun.IDB, id string, c catalogue.Content) error {
	_, err := tx.NewRaw(`UPDATE services SET name = ?, topic = ? WHERE id = ? AND version = 0`, c.Name, c.Topic, id).Exec(ctx)
	if err != nil {
		return fmt.Errorf("name service %s: %w", id, err)
	}
	return nil
}

// public makes a version what everybody reads.
func public(ctx context.Context, tx bun.IDB, id string, v version) error {
	content, err := json.Marshal(v.Content)
	if err != nil {
		return fmt.Errorf("write service %s as JSON: %w", id, err)
	}
	_, err = tx.NewRaw(`
UPDATE services SET name = ?, topic = ?, version = ?, content = ?::jsonb, published_at = ?::timestamptz, source_id = NULL, own = true,
  retired_at = NULL, retired_by = NULL, retired_name = NULL, retired_reason = NULL
WHERE id = ?`, v.Content.Name, v.Content.Topic, v.Number, string(content), v.PublishedAt, id).Exec(ctx)
	if err != nil {
		return fmt.Errorf("publish service %s: %w", id, err)
	}
	return nil
}
