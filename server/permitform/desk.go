package permitform

import (
	"context"
	"encoding/json"
	"fmt"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/shared/access"
	"rumah/shared/permit"
	"rumah/shared/permitform"
)

// page is how many services of a desk one page has.
const page = 50

// cursor is the last line of a page.
type cursor struct {
	Rank int    `json:"r"` // 1 with a draft
	Name string `json:"n"`
	ID   string `json:"i"`
}

func readCursor(after string) (c cursor, err error) {
	if after == "" {
		return c, nil
	}
	if err := api.ReadCursor(after, &c); err != nil {
		return c, err
	}
	if c.ID == "" || !database.Storable(c.ID) || !database.Storable(c.Name) {
		return c, api.BadCursor()
	}
	return c, nil
}

// line is a service with what its reader is not told.
type line struct {
	permitform.DeskLine
	Author string `json:"author_id"` // of the draft
	Begin  string `json:"begin"`     // of its name, as it stands in the order
}

// Desk implements permitform.API.
func (s *Service) Desk(ctx context.Context, filter permitform.DeskFilter) (permitform.Desk, error) {
	desk := permitform.Desk{Items: []permitform.DeskLine{}}
	after, err := readCursor(filter.After)
	if err != nil || !database.Storable(filter.Text) {
		return desk, err
	}
	var list string
	var lines []line
	err = s.db.NewRaw(`
WITH own AS MATERIALIZED (
  SELECT s.id AS service, s.name, g.name AS agency, coalesce(v.version, 0) AS version, v.version IS NOT NULL AND v.open = 0 AS closed, d.author_id,
    left(s.name, 40) AS begin, CASE WHEN d.content IS NULL THEN 0 ELSE 1 END AS rank,
    CASE WHEN d.content IS NOT NULL THEN json_build_object('save', d.save, 'base', d.base, 'author', d.author_name, 'at', d.at, 'note', d.note) END AS draft
  FROM services s
  JOIN agencies g ON g.id = s.agency_id
  LEFT JOIN (SELECT service_id, max(version) AS version, count(*) FILTER (WHERE ended_at IS NULL) AS open FROM permit_services GROUP BY service_id) v ON v.service_id = s.id
  LEFT JOIN drafts d ON d.subject_kind = 'permit' AND d.subject_id = s.id
  WHERE s.retired_at IS NULL AND (?all OR s.agency_id IN (SELECT agencies_below(?over::text[])))
    AND (?text = '' OR strpos(lower(s.name), lower(?text)) > 0 OR word_similarity(?text, s.name) >= 0.6)
), page AS (
  SELECT *, row_number() OVER (ORDER BY rank DESC, begin COLLATE "C", service COLLATE "C") AS at FROM own
  WHERE ?after_id = '' OR (-rank, begin COLLATE "C", service COLLATE "C") > (-?after_rank, ?after_name, ?after_id)
  ORDER BY at LIMIT ?limit
)
SELECT (SELECT count(*) FROM own), (SELECT coalesce(json_agg(page ORDER BY at), '[]')::text FROM page)`, search{
		Scope: api.ScopeOf(ctx, access.Agency), Text: filter.Text, AfterID: after.ID, AfterName: after.Name, AfterRank: after.Rank, Limit: page + 1,
	}).Scan(ctx, &desk.Total, &list)
	if err == nil {
		err = json.Unmarshal([]byte(list), &lines)
	}
	if err != nil {
		return desk, fmt.Errorf("list how services are applied for: %w", err)
	}
	if len(lines) > page {
		lines = lines[:page]
		last := lines[page-1]
		c := cursor{Name: last.Begin, ID: last.Service}
		if last.Draft != nil {
			c.Rank = 1
		}
		desk.Next = api.Cursor(c)
	}
	for _, l := range lines {
		l.State = subject{Version: l.Version}.state(l.Draft != nil)
		if l.Draft != nil {
			l.Draft.Own = l.Author == api.Actor(ctx).ID
		}
		desk.Items = append(desk.Items, l.DeskLine)
	}
	return desk, nil
}

// search is what the desk is asked for.
type search struct {
	api.Scope
	Text               string
	AfterID, AfterName string
	AfterRank, Limit   int
}

// agencies are those whose people a step may be, by name.
func (s *Service) agencies(ctx context.Context) ([]permit.Named, error) {
	list := []permit.Named{}
	if err := s.db.NewRaw(`SELECT id, name FROM agencies WHERE retired_at IS NULL ORDER BY name COLLATE "C", id`).Scan(ctx, &list); err != nil {
		return nil, fmt.Errorf("list agencies: %w", err)
	}
	return list, nil
}
