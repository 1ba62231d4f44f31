package place

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/place"
)

// placeSQL selects places as the contract has them.
const placeSQL = `
SELECT p.id, p.name, p.kind, p.agency_id, g.name AS agency_name, p.address,
  coalesce(p.area_code, '') AS area_code, CASE WHEN a.kind <> 'district' THEN a.name ELSE '' END AS area_name,
  coalesce(d.code, '') AS district_code, coalesce(d.name, '') AS district_name,
  p.phone, p.lon, p.lat, p.precision, p.schedule_id AS schedule
FROM places p
JOIN agencies g ON g.id = p.agency_id
LEFT JOIN areas a ON a.code = p.area_code
LEFT JOIN areas d ON d.code = p.district_code
WHERE p.retired_at IS NULL`

// times reads all schedules, which are few, and the days off around now.
func (s *Service) times(ctx context.Context) (times, error) {
	t := times{now: s.now().In(s.loc)}
	today := calendar.DateOf(t.now)
	var schedules, daysOff string
	err := s.db.NewRaw(`
SELECT
  (SELECT coalesce(json_object_agg(s.id, json_build_object(
      'id', s.id, 'confirmed', s.confirmed, 'on_holiday', s.on_holiday, 'on_leave', s.on_leave, 'week',
      (SELECT coalesce(json_agg(json_build_object('day', day, 'open', open, 'close', close) ORDER BY day, open), '[]')
       FROM spans WHERE schedule_id = s.id))), '{}') FROM schedules s),
  (SELECT coalesce(json_agg(json_build_object('date', date, 'name', name, 'kind', kind) ORDER BY date), '[]')
   FROM days_off WHERE date BETWEEN ? AND ?)`,
		string(today.Add(-daysBack)), string(today.Add(daysAhead))).Scan(ctx, &schedules, &daysOff)
	if err == nil {
		err = errors.Join(json.Unmarshal([]byte(schedules), &t.Schedules), json.Unmarshal([]byte(daysOff), &t.DaysOff))
	}
	if err != nil {
		return times{}, fmt.Errorf("read the hours: %w", err)
	}
	return t, nil
}

// search is what the list is asked for.
type search struct {
	Words    []string `bun:",array"`
	Text     string
	Kind     place.Kind
	Agency   string
	District string
	OpenOnly bool
	Open     []string `bun:",array"` // schedules that are open
	Kinds    []string `bun:",array"` // in their order
	Cursor   cursor   `bun:"embed:after_"`
	Limit    int
}

// found is a place with where it stands in the list.
type found struct {
	place.Place
	Rank   int
	KindAt int
	Total  int
}

func (f found) cursor() cursor { return cursor{f.Rank, f.KindAt, api.Begin(f.Name), f.ID} }

// rankOne is the rank of a place whose name is what was typed, before the
// part that likes short names.
const rankOne = 10_000

// search ranks by word: each word typed counts as much as the best thing it
// resembles in the place, its name more than its aliases and those more than
// what is around it. Trigrams forgive typing errors. What is much worse than
// the best is left out. Some hundred places are compared in a millisecond,
// so no index stands between a typing error and its place.
func (s *Service) search(ctx context.Context, q search) ([]found, error) {
	rows := []found{}
	err := s.db.NewRaw(`
WITH live AS (`+placeSQL+`
    AND (?kind = '' OR p.kind = ?kind)
    AND (?agency = '' OR ?agency IN (p.agency_id, g.parent_id))
    AND (?district = '' OR p.district_code = ?district)
    AND (NOT ?open_only OR p.schedule_id = ANY(?open::text[]))
), scored AS (
  SELECT live.*, coalesce((
    SELECT avg(greatest(word_similarity(word, p.name), 0.9 * word_similarity(word, p.aliases), 0.7 * word_similarity(word, p.around)))
    FROM unnest(?words::text[]) AS word), 0) AS score
  FROM live JOIN places p ON p.id = live.id
), fit AS (
  SELECT scored.*, max(score) OVER () AS best FROM scored
), ranked AS (
  SELECT id, name, kind, agency_id, agency_name, address, area_code, area_name, district_code, district_name,
    phone, lon, lat, precision, schedule,
    CASE ?text WHEN '' THEN 0 ELSE round(10000 * (score + 0.1 * similarity(?text, name)))::int END AS rank,
    coalesce(array_position(?kinds::text[], kind), 0) AS kind_at
  FROM fit
  WHERE ?text = '' OR score >= 0.4 AND score >= 0.7 * best
)
SELECT *, (SELECT count(*) FROM ranked) AS total
FROM ranked
WHERE ?after_id = '' OR (-rank, kind_at, `+order+`) > (-?after_rank, ?after_kind_at, ?after_name, ?after_id)
ORDER BY rank DESC, kind_at, `+order+`
LIMIT ?limit`, q).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("search places: %w", err)
	}
	return rows, nil
}

// order is how places stand that are equal otherwise: by the api.NameBytes of
// their name that a cursor carries.
const order = `substring(convert_to(name, 'UTF8') FROM 1 FOR 36), id COLLATE "C"`

// counts are the places of each kind, how many of them have an open schedule.
func (s *Service) counts(ctx context.Context, open []string) ([]place.KindCount, error) {
	counts := []place.KindCount{}
	err := s.db.NewRaw(`
SELECT kind, count(*) AS total, count(*) FILTER (WHERE schedule_id = ANY(?0::text[])) AS open
FROM places WHERE retired_at IS NULL AND kind = ANY(?1::text[])
GROUP BY kind ORDER BY array_position(?1::text[], kind)`,
		pgdialect.Array(open), pgdialect.Array(kindNames())).Scan(ctx, &counts)
	if err != nil {
		return nil, fmt.Errorf("count places: %w", err)
	}
	return counts, nil
}

// scheduled are the places with one of the schedules.
func (s *Service) scheduled(ctx context.Context, schedules []string) ([]place.Place, error) {
	list := []place.Place{}
	err := s.db.NewRaw(placeSQL+`
  AND p.schedule_id = ANY(?0::text[])
ORDER BY array_position(?1::text[], p.kind), p.name COLLATE "C"`,
		pgdialect.Array(schedules), pgdialect.Array(kindNames())).Scan(ctx, &list)
	if err != nil {
		return nil, fmt.Errorf("list places by schedule: %w", err)
	}
	return list, nil
}

// area is an outline with what is needed to frame it.
type area struct {
	place.Area
	box
}

type mapArea struct {
	area
	plane
	Credit place.Source `bun:"embed:credit_"`
}

// areas are the districts, or the villages of one.
func (s *Service) areas(ctx context.Context, district string) ([]mapArea, error) {
	rows := []mapArea{}
	err := s.db.NewRaw(`
SELECT a.code, a.name, a.kind, a.outline, a.x, a.y, a.x0, a.y0, a.x1, a.y1,
  (SELECT count(*) FROM places p WHERE p.retired_at IS NULL AND a.code IN (p.area_code, p.district_code)) AS places,
  c.lon0, c.lat0, c.scale_x, c.scale_y, s.title AS credit_title, s.date::text AS credit_date
FROM areas a
CROSS JOIN city_pack c
LEFT JOIN sources s ON s.id = a.outline_source_id
WHERE a.retired_at IS NULL AND NOT a.removed AND coalesce(a.parent, '') = ?
ORDER BY a.name COLLATE "C"`, district).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("read the map: %w", err)
	}
	return rows, nil
}

type detail struct {
	place.Place
	plane
	Outline area         `bun:"embed:outline_"`
	Source  place.Source `bun:"embed:source_"`
}

// one is a place with its district. What the house itself has written has
// its agency for a source.
func (s *Service) one(ctx context.Context, id string) (detail, error) {
	var row detail
	_, offset := s.now().In(s.loc).Zone()
	err := s.db.NewRaw(`
SELECT p.*, c.lon0, c.lat0, c.scale_x, c.scale_y, CASE WHEN q.own THEN p.agency_name ELSE s.title END AS source_title,
  coalesce(CASE WHEN q.own THEN (
    SELECT (published_at AT TIME ZONE 'UTC' + make_interval(secs => ?0))::date FROM revisions
    WHERE subject_kind = 'place' AND subject_id = q.id ORDER BY number DESC LIMIT 1
  ) END, s.date)::text AS source_date,
  a.code AS outline_code, a.name AS outline_name, a.kind AS outline_kind, a.outline AS outline_outline,
  a.x AS outline_x, a.y AS outline_y, a.x0 AS outline_x0, a.y0 AS outline_y0, a.x1 AS outline_x1, a.y1 AS outline_y1,
  (SELECT count(*) FROM places o WHERE o.retired_at IS NULL AND o.district_code = a.code) AS outline_places
FROM (`+placeSQL+` AND p.id = ?1) p
JOIN places q ON q.id = p.id
JOIN sources s ON s.id = q.source_id
CROSS JOIN city_pack c
LEFT JOIN areas a ON a.code = p.district_code`, offset, id).Scan(ctx, &row)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return detail{}, fault.New(fault.Unknown, "unknown")
	case err != nil:
		return detail{}, fmt.Errorf("read place %s: %w", id, err)
	}
	return row, nil
}

// nearest is how many neighbours a place shows.
const nearest = 3

// nearby are the nearest places of the same kind; none when nobody knows
// where the place is.
func (s *Service) nearby(ctx context.Context, p place.Place) ([]place.Place, error) {
	list := []place.Place{}
	if p.Precision == place.Nowhere {
		return list, nil
	}
	err := s.db.NewRaw(`
SELECT p.* FROM (`+placeSQL+` AND p.kind = ? AND p.id <> ? AND p.precision <> ?) p CROSS JOIN city_pack c
ORDER BY ((p.lon - ?) * c.scale_x) ^ 2 + ((p.lat - ?) * c.scale_y) ^ 2, p.name COLLATE "C", p.id
LIMIT ?`, p.Kind, p.ID, place.Nowhere, p.Lon, p.Lat, nearest).Scan(ctx, &list)
	if err != nil {
		return nil, fmt.Errorf("find what is near %s: %w", p.ID, err)
	}
	return list, nil
}

// file stores a note under its code. It is not filed when the place does not
// exist or the code is taken.
func (s *Service) file(ctx context.Context, note place.NewCorrection, receipt place.Correction) (exists, full, filed bool, err error) {
	err = s.db.NewRaw(`
WITH target AS (
  SELECT id, (SELECT count(*) FROM corrections c WHERE c.place_id = p.id AND handled_at IS NULL) >= ? AS full
  FROM places p WHERE id = ? AND retired_at IS NULL
), filed AS (
  INSERT INTO corrections (place_id, about, text, phone, code, created_at)
  SELECT id, ?, ?, ?, ?, ? FROM target WHERE NOT target.full
  ON CONFLICT (code) DO NOTHING RETURNING id
)
SELECT EXISTS (SELECT FROM target), EXISTS (SELECT FROM target t WHERE t.full), EXISTS (SELECT FROM filed)`,
		mostOpen, note.ID, note.About, note.Text, note.Phone, receipt.Code, receipt.At).Scan(ctx, &exists, &full, &filed)
	if err != nil {
		return false, false, false, fmt.Errorf("file a correction for %s: %w", note.ID, err)
	}
	return exists, full, filed, nil
}

// mostWhere is how many places one service shows.
const mostWhere = 60

// Where are the places listed and all of the kinds, by name, with their
// hours: where a service is given.
func (s *Service) Where(ctx context.Context, ids []string, kinds []place.Kind) (place.Page, error) {
	times, err := s.times(ctx)
	if err != nil {
		return place.Page{}, err
	}
	page := place.Page{Items: []place.Place{}, DaysOff: times.DaysOff, Now: times.now}
	err = s.db.NewRaw(placeSQL+`
  AND (p.id = ANY(?::text[]) OR p.kind = ANY(?::text[]))
ORDER BY p.name COLLATE "C", p.id COLLATE "C"
LIMIT ?`, pgdialect.Array(ids), pgdialect.Array(kinds), mostWhere).Scan(ctx, &page.Items)
	if err != nil {
		return place.Page{}, fmt.Errorf("list places of a service: %w", err)
	}
	page.Total, page.Schedules = len(page.Items), times.of(page.Items)
	return page, nil
}

// Below are the places of an agency and of those below it, by name.
func (s *Service) Below(ctx context.Context, agency string) ([]place.Place, error) {
	list := []place.Place{}
	err := s.db.NewRaw(placeSQL+`
  AND p.agency_id IN (SELECT agencies_below(ARRAY[?]::text[]))
ORDER BY p.name COLLATE "C", p.id COLLATE "C"`, agency).Scan(ctx, &list)
	if err != nil {
		return nil, fmt.Errorf("list places of agency %s: %w", agency, err)
	}
	return list, nil
}

// Named are the places that are surely meant by words, the best first: every
// word is theirs or tells where they are. It weighs words as a search of
// places does, but looks only at those with one of the words in their names.
func (s *Service) Named(ctx context.Context, words []string, agency string, most int) ([]place.Place, error) {
	list := []place.Place{}
	words = wordsOf(strings.Join(words, " "))
	if len(words) == 0 || !database.Storable(agency) {
		return list, nil
	}
	err := s.db.NewRaw(`
WITH sure AS MATERIALIZED (
  SELECT id AS place, fit.*
  FROM places CROSS JOIN LATERAL (
    SELECT avg(fit) + 0.1 * similarity(?1, name) AS score, min(fit) AS least
    FROM unnest(?0::text[]) AS word
    CROSS JOIN LATERAL (SELECT greatest(word_similarity(word, name), 0.9 * word_similarity(word, aliases), 0.7 * word_similarity(word, around)) AS fit) f
  ) fit
  WHERE retired_at IS NULL
    AND EXISTS (SELECT FROM unnest(?0::text[]) AS word WHERE word_similarity(word, name) >= 0.6 OR word_similarity(word, aliases) >= 0.6)
)
SELECT p.* FROM sure JOIN (`+placeSQL+` AND (?2 = '' OR ?2 IN (p.agency_id, g.parent_id))) p ON p.id = sure.place
WHERE score >= 0.8 AND least >= 0.6
ORDER BY score DESC, array_position(?3::text[], p.kind), p.name COLLATE "C", p.id
LIMIT ?4`, pgdialect.Array(words), strings.Join(words, " "), agency, pgdialect.Array(kindNames()), most).Scan(ctx, &list)
	if err != nil {
		return nil, fmt.Errorf("find the places that are meant: %w", err)
	}
	return list, nil
}
