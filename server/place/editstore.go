package place

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/place"
)

// ownSchedule begins the name of the hours an agency has written itself; the
// id of the place follows. No schedule of a pack begins like this.
const ownSchedule = "own:"

// deskSearch is what a desk is asked for.
type deskSearch struct {
	api.Scope
	Text   string
	Cursor cursor `bun:"embed:after_"`
	Limit  int
}

// deskLine is a line with what its reader is not told.
type deskLine struct {
	place.DeskLine
	Author string `json:"author_id"` // of the draft
}

func (l deskLine) cursor() cursor {
	c := cursor{Name: api.Begin(l.Name), ID: l.ID}
	if l.Draft != nil {
		c.Rank = 1
	}
	return c
}

// deskLines are the places of a desk, those with a draft first.
func (s *Service) deskLines(ctx context.Context, q deskSearch) (lines []deskLine, total int, err error) {
	var list string
	err = s.db.NewRaw(`
WITH own AS MATERIALIZED (
  SELECT p.id, p.name, p.kind, g.name AS agency_name, p.version, d.author_id,
    CASE WHEN d.content IS NULL THEN 0 ELSE 1 END AS rank,
    CASE WHEN d.content IS NOT NULL THEN
      json_build_object('save', d.save, 'base', d.base, 'author', d.author_name, 'at', d.at, 'note', d.note) END AS draft,
    (SELECT count(*) FROM corrections c WHERE c.place_id = p.id AND c.handled_at IS NULL) AS notes
  FROM places p
  JOIN agencies g ON g.id = p.agency_id
  LEFT JOIN drafts d ON d.subject_kind = 'place' AND d.subject_id = p.id
  WHERE p.retired_at IS NULL
    AND (?all OR p.agency_id IN (SELECT agencies_below(?over::text[])))
    AND (?text = '' OR strpos(lower(p.name), lower(?text)) > 0 OR word_similarity(?text, p.name) >= 0.6)
), page AS (
  SELECT *, row_number() OVER (ORDER BY rank DESC, `+order+`) AS at
  FROM own
  WHERE ?after_id = '' OR (-rank, `+order+`) > (-?after_rank, ?after_name, ?after_id)
  ORDER BY at
  LIMIT ?limit
)
SELECT (SELECT count(*) FROM own), (SELECT coalesce(json_agg(page ORDER BY at), '[]') FROM page)`, q).Scan(ctx, &total, &list)
	if err == nil {
		err = json.Unmarshal([]byte(list), &lines)
	}
	if err != nil {
		return nil, 0, fmt.Errorf("list the places of a desk: %w", err)
	}
	return lines, total, nil
}

// subject is a place as its desk knows it.
type subject struct {
	ID         string
	Kind       place.Kind
	AgencyName string
	Own        bool // written in the house
	Version    int
	Content    string // what is public, as JSON
	Aliases    string
	LoadedAt   time.Time // of the city pack
}

const subjectSQL = `
SELECT p.id, p.kind, g.name AS agency_name, p.own, p.version, p.aliases, c.loaded_at,
  json_build_object('name', p.name, 'address', p.address, 'phone', p.phone,
    'confirmed', s.confirmed, 'on_holiday', s.on_holiday, 'on_leave', s.on_leave, 'week',
    (SELECT coalesce(json_agg(json_build_object('day', day, 'open', open, 'close', close)), '[]') FROM spans WHERE schedule_id = s.id)) AS content
FROM places p
JOIN agencies g ON g.id = p.agency_id
JOIN schedules s ON s.id = p.schedule_id
CROSS JOIN city_pack c
WHERE p.id = ?0 AND p.retired_at IS NULL AND (?1 OR p.agency_id IN (SELECT agencies_below(?2::text[])))`

// hold is mine for somebody who is about to write: whoever also writes waits.
// It looks only once it is their turn, for the hours may have changed.
func hold(ctx context.Context, tx bun.IDB, id string) (subject, error) {
	if !database.Storable(id) {
		return subject{}, fault.New(fault.Unknown, "unknown")
	}
	if _, err := tx.NewRaw(`SELECT FROM places WHERE id = ? FOR UPDATE`, id).Exec(ctx); err != nil {
		return subject{}, fmt.Errorf("wait for place %s: %w", id, err)
	}
	return mine(ctx, tx, id)
}

// mine is a place the actor may write. Those of other agencies are unknown.
func mine(ctx context.Context, db bun.IDB, id string) (subject, error) {
	var own subject
	if !database.Storable(id) {
		return own, fault.New(fault.Unknown, "unknown")
	}
	in := api.ScopeOf(ctx, access.Agency)
	switch err := db.NewRaw(subjectSQL, id, in.All, pgdialect.Array(in.Over)).Scan(ctx, &own); {
	case errors.Is(err, sql.ErrNoRows):
		return own, fault.New(fault.Unknown, "unknown")
	case err != nil:
		return own, fmt.Errorf("read place %s: %w", id, err)
	}
	return own, nil
}

// content is what is public about a place: what was written in the house, or
// what the pack says.
func content(ctx context.Context, db bun.IDB, own subject) (place.Content, error) {
	if own.Own {
		c, err := shelf.Content(ctx, db, own.ID, own.Version)
		return whole(c), err
	}
	var c place.Content
	if err := json.Unmarshal([]byte(own.Content), &c); err != nil {
		return c, fmt.Errorf("read place %s: %w", own.ID, err)
	}
	for _, alias := range strings.Split(own.Aliases, "; ") {
		if alias != "" {
			c.Aliases = append(c.Aliases, alias)
		}
	}
	return whole(c), nil
}

// public makes a version what everybody reads. The hours become the place's
// own, whatever others have in common.
func public(ctx context.Context, tx bun.IDB, id string, v version) error {
	c, schedule := v.Content, ownSchedule+id
	week, err := json.Marshal(c.Week)
	if err != nil {
		return fmt.Errorf("write the hours of %s as JSON: %w", id, err)
	}
	for _, change := range []*bun.RawQuery{
		tx.NewRaw(`
INSERT INTO schedules (id, confirmed, on_holiday, on_leave) VALUES (?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET confirmed = excluded.confirmed, on_holiday = excluded.on_holiday, on_leave = excluded.on_leave`,
			schedule, c.Confirmed, c.OnHoliday, c.OnLeave),
		tx.NewRaw(`DELETE FROM spans WHERE schedule_id = ?`, schedule),
		tx.NewRaw(`
INSERT INTO spans (schedule_id, day, open, close)
SELECT ?, day, open, close FROM json_to_recordset(?::json) AS r(day smallint, open smallint, close smallint)`, schedule, string(week)),
		tx.NewRaw(`
UPDATE places SET name = ?, address = ?, phone = ?, aliases = ?, schedule_id = ?, version = ?, own = true WHERE id = ?`,
			c.Name, c.Address, c.Phone, strings.Join(c.Aliases, "; "), schedule, v.Number, id),
	} {
		if _, err := change.Exec(ctx); err != nil {
			return fmt.Errorf("publish place %s: %w", id, err)
		}
	}
	return nil
}

// notes are what citizens say is wrong about a place and nobody has settled.
func (s *Service) notes(ctx context.Context, id string) ([]place.Note, error) {
	list := []place.Note{}
	err := s.db.NewRaw(`
SELECT code, about, text, phone, created_at AS at FROM corrections
WHERE place_id = ? AND handled_at IS NULL ORDER BY created_at, id`, id).Scan(ctx, &list)
	if err != nil {
		return nil, fmt.Errorf("read the notes about %s: %w", id, err)
	}
	for i := range list {
		list[i].At = list[i].At.UTC()
	}
	return list, nil
}

// settle closes a note and forgets the number that was left to ask back.
func (s *Service) settle(ctx context.Context, tx bun.IDB, id, code string) error {
	actor := api.Actor(ctx)
	res, err := tx.NewRaw(`
UPDATE corrections SET phone = '', handled_by = coalesce(handled_by, ?), handled_name = coalesce(handled_name, ?), handled_at = coalesce(handled_at, ?::timestamptz)
WHERE place_id = ? AND code = ?`, actor.ID, actor.Name, s.now().UTC(), id, code).Exec(ctx)
	if err != nil {
		return fmt.Errorf("settle note %s: %w", code, err)
	}
	n, err := res.RowsAffected()
	if err == nil && n == 0 {
		return fault.New(fault.Unknown, "unknown")
	}
	return err
}
