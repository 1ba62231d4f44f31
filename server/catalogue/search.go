package catalogue

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/api"
	"rumah/shared/catalogue"
)

// search is what is looked for.
type search struct {
	Words    []string `bun:",array"`
	Said     []string `bun:",array"` // for each word the one it was said with, if that is one
	Also     []string `bun:",array"` // for each word what else it may be called, separated by blanks
	Topic    catalogue.Topic
	Agency   string
	AppsOnly bool
	Cursor   cursor `bun:"embed:after_"`
	Limit    int
}

// found is a page with one line more, when there is one.
type found struct {
	Lines []line
	Total int
	Reads []string // each word as it was taken, in the order of Words
}

// line is a hit with where it stands.
type line struct {
	catalogue.Hit
	Rank int `json:"rank"`
}

func (l line) cursor() cursor {
	return cursor{Rank: l.Rank, Name: api.Begin(l.Name), App: l.Kind == catalogue.HitApp, ID: l.ID}
}

// rankOne is the rank of a service that has all words in its name, before
// the part that likes short names.
const rankOne = 10_000

// search weighs by word. A word typed is worth more the rarer it is in the
// catalogue; an entry gets of that as much as the best thing the word
// resembles in it: the word itself, one that begins with it, or, when the
// catalogue does not know the word, one that is a slip away from it or spelled
// like it (nobody mistypes the first letter). A word that an entry lacks costs a third of
// its worth. A short name and what many people need settle what is nearly
// equal. What is not half as good as the best is left out. Every step starts
// from an index, so a catalogue can grow a hundredfold.
func (s *Service) search(ctx context.Context, q search) (found, error) {
	var f found
	var lines, reads string
	err := s.db.NewRaw(`
WITH typed AS MATERIALIZED (
  SELECT word, said, string_to_array(also, ' ') AS also, slips(word) AS slips, at
  FROM unnest(?words::text[], ?said::text[], ?also::text[]) WITH ORDINALITY AS t(word, said, also, at)
), near AS MATERIALIZED (
  SELECT t.at, w.id, w.word, w.uses, max(w.fit) AS fit, bool_and(w.also) AS also
  FROM typed t CROSS JOIN LATERAL (
    SELECT id, word, uses, 1.0::real AS fit, false AS also FROM search_words WHERE word = t.word
    UNION ALL
    SELECT id, word, uses, 0.9::real, true FROM unnest(t.also) AS a(said) JOIN search_words ON word = a.said
    UNION ALL
    SELECT id, word, uses, 0.9::real, false FROM search_words
    WHERE length(t.word) >= 3 AND word > t.word AND word < t.word || chr(1114111)
    UNION ALL
    SELECT id, word, uses, 0.75::real, false FROM search_words w
    WHERE length(t.word) >= 3 AND w.slips && t.slips AND (length(t.word) > 3 OR length(word) > 3)
      AND left(word, 1) = left(t.word, 1) AND NOT EXISTS (SELECT FROM search_words WHERE word = t.word)
    UNION ALL
    SELECT id, word, uses, likeness, false
    FROM (SELECT *, similarity(word, t.word) AS likeness FROM search_words WHERE word % t.word) w
    WHERE length(t.word) >= 3 AND left(word, 1) = left(t.word, 1) AND NOT EXISTS (SELECT FROM search_words WHERE word = t.word)
      AND (likeness >= 0.6 OR likeness >= 0.4 AND abs(length(word) - length(t.word)) <= 2)
  ) w
  GROUP BY t.at, w.id, w.word, w.uses
), weighed AS MATERIALIZED (
  SELECT t.at,
    CASE WHEN EXISTS (SELECT FROM near WHERE near.at = t.at AND near.word = t.said) THEN t.said
      WHEN best.also OR starts_with(best.word, t.word) THEN t.word ELSE coalesce(best.word, t.word) END AS reads,
    coalesce(best.fit * ln(1 + n.entries::float8 / greatest(best.uses, 1)), 0) AS worth
  FROM typed t
  CROSS JOIN (SELECT count(*) AS entries FROM search_entries) n
  LEFT JOIN LATERAL (SELECT * FROM near WHERE near.at = t.at ORDER BY also, fit DESC, uses DESC, word LIMIT 1) best ON true
), met AS (
  SELECT p.entry, near.at, max(near.fit * p.weight) AS hit, max(CASE p.weight WHEN 1 THEN near.fit ELSE 0 END) AS titled
  -- OFFSET 0 keeps the planner from reading all postings at once.
  FROM near CROSS JOIN LATERAL (SELECT entry, weight FROM search_postings WHERE word_id = near.id OFFSET 0) p
  GROUP BY p.entry, near.at
), scored AS (
  SELECT met.entry, sum(met.hit * w.worth) AS got, sum(w.worth) AS covered, sum(met.titled) AS titled
  FROM met JOIN weighed w ON w.at = met.at
  GROUP BY met.entry
), ranked AS (
  SELECT e.entry, e.kind, e.id, e.name, round(10000 * greatest(0,
      (s.got - 0.3 * (all_words.worth - s.covered)) / all_words.worth
      + 0.1 * least(s.titled / e.title, 1)
      + CASE e.popular WHEN 0 THEN 0 ELSE 0.05 / sqrt(e.popular) END))::int AS rank
  FROM scored s
  CROSS JOIN (SELECT sum(worth) AS worth FROM weighed) all_words
  JOIN search_entries e ON e.entry = s.entry
  JOIN agencies g ON g.id = e.agency_id
  WHERE (?topic = '' OR e.topic = ?topic)
    AND (?agency = '' OR ?agency IN (e.agency_id, g.parent_id))
    AND (NOT ?apps_only OR e.kind = 'app')
), fit AS MATERIALIZED (
  SELECT * FROM (SELECT *, max(rank) OVER () AS best FROM ranked) r
  WHERE rank >= 1200 AND 2 * rank >= best
), page AS (
  SELECT entry, rank, row_number() OVER (ORDER BY rank DESC, `+order+`) AS at
  FROM fit e
  WHERE ?after_id = '' OR (-rank, `+order+`) > (-?after_rank, ?after_name, ?after_app, ?after_id)
  ORDER BY at
  LIMIT ?limit
)
SELECT
  (SELECT json_agg(reads ORDER BY at) FROM weighed),
  (SELECT count(*) FROM fit),
  (SELECT coalesce(json_agg(hit ORDER BY hit.at), '[]') FROM (SELECT hit.*, page.rank, page.at FROM page JOIN LATERAL (`+hitSQL+`
    WHERE e.entry = page.entry) hit ON true) hit)`, q).Scan(ctx, &reads, &f.Total, &lines)
	if err == nil {
		err = json.Unmarshal([]byte(lines), &f.Lines)
	}
	if err == nil {
		err = json.Unmarshal([]byte(reads), &f.Reads)
	}
	if err != nil {
		return found{}, fmt.Errorf("search services: %w", err)
	}
	return f, nil
}

// order is how entries e stand that rank the same; a cursor compares by it.
const order = `substring(convert_to(e.name, 'UTF8') FROM 1 FOR 36), e.kind = 'app', e.id COLLATE "C"`

// list lists by name.
func (s *Service) list(ctx context.Context, q search) (found, error) {
	var f found
	var lines string
	err := s.db.NewRaw(`
WITH fit AS MATERIALIZED (
  SELECT e.entry, e.kind, e.id, e.name
  FROM search_entries e JOIN agencies g ON g.id = e.agency_id
  WHERE (?topic = '' OR e.topic = ?topic)
    AND (?agency = '' OR ?agency IN (e.agency_id, g.parent_id))
    AND (NOT ?apps_only OR e.kind = 'app')
), page AS (
  SELECT entry, row_number() OVER (ORDER BY `+order+`) AS at
  FROM fit e
  WHERE ?after_id = '' OR (`+order+`) > (?after_name, ?after_app, ?after_id)
  ORDER BY at
  LIMIT ?limit
)
SELECT
  (SELECT count(*) FROM fit),
  (SELECT coalesce(json_agg(hit ORDER BY hit.at), '[]') FROM (SELECT hit.*, page.at FROM page JOIN LATERAL (`+hitSQL+`
    WHERE e.entry = page.entry) hit ON true) hit)`, q).Scan(ctx, &f.Total, &lines)
	if err == nil {
		err = json.Unmarshal([]byte(lines), &f.Lines)
	}
	if err != nil {
		return found{}, fmt.Errorf("list services: %w", err)
	}
	return f, nil
}

// means looks up what words and phrases mean, the likeliest meaning first. A
// word that nobody knows is taken for what people say a slip away from it.
func (s *Service) means(ctx context.Context, typed []string) (map[string][]string, error) {
	var rows []struct{ Said, Means string }
	err := s.db.NewRaw(`
WITH strange AS MATERIALIZED (
  SELECT word, slips FROM (SELECT DISTINCT word, slips(word) AS slips FROM unnest(?1::text[]) AS t(word) OFFSET 0) t
  WHERE NOT EXISTS (SELECT FROM synonyms s WHERE s.said = t.word)
    AND NOT EXISTS (SELECT FROM search_words w WHERE w.slips && t.slips AND left(w.word, 1) = left(t.word, 1))
)
SELECT said, means FROM (
  SELECT said, means, at FROM synonyms WHERE said = ANY(?0::text[])
  UNION ALL
  SELECT t.word, s.means, s.at FROM strange t JOIN synonyms s ON s.slips && t.slips
  WHERE s.means <> '' AND length(s.said) >= 5 AND left(s.said, 1) = left(t.word, 1)
) s
ORDER BY said, at`, pgdialect.Array(phrases(typed)), pgdialect.Array(typed)).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("read what is meant: %w", err)
	}
	means := map[string][]string{}
	for _, r := range rows {
		means[r.Said] = append(means[r.Said], r.Means)
	}
	return means, nil
}
