package catalogue

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/uptrace/bun"

	"rumah/shared/catalogue"
)

// What a word is worth by where it stands.
const (
	inName    = 1.0
	inAliases = 0.9
	inBody    = 0.45 // what to bring, what one holds in the end, the summary
	around    = 0.3  // the agency and the topic
)

// entry is one service or app as it is searched.
type entry struct {
	Kind    catalogue.HitKind  `json:"kind"`
	ID      string             `json:"id"`
	Agency  string             `json:"agency_id"`
	Topic   catalogue.Topic    `json:"topic"`
	Name    string             `json:"name"`
	Title   int                `json:"title"`
	Popular int                `json:"popular"`
	Words   map[string]float64 `json:"words"`
}

// add makes the entry found by the words of texts, unless it is already
// found by them for something better.
func (e *entry) add(weight float64, texts ...string) {
	for _, text := range texts {
		for _, word := range fold(text) {
			e.Words[word] = max(e.Words[word], weight)
		}
	}
}

// indexed are the rows to be searched of what is public: all, or one service.
type indexed struct {
	Kind    catalogue.HitKind
	ID      string
	Agency  string
	Name    string
	Popular int
	Content string // of a service
	Summary string // of an app
	Aliases string // of an app
	Around  string // names of the agency and of the one above
}

func (r indexed) entry() (entry, error) {
	e := entry{Kind: r.Kind, ID: r.ID, Agency: r.Agency, Name: r.Name, Title: max(1, len(distinct(fold(r.Name)))), Popular: r.Popular, Words: map[string]float64{}}
	e.add(inName, r.Name)
	e.add(around, r.Around)
	if r.Kind == catalogue.HitApp {
		e.add(inAliases, r.Aliases)
		e.add(inBody, r.Summary)
		return e, nil
	}
	var c catalogue.Content
	if err := json.Unmarshal([]byte(r.Content), &c); err != nil {
		return e, fmt.Errorf("read service %s: %w", r.ID, err)
	}
	e.Topic = c.Topic
	e.add(inAliases, c.Aliases...)
	e.add(inBody, c.Summary, c.Product)
	for _, need := range c.Requirements {
		e.add(inBody, need.Name)
	}
	e.add(around, topicWords[c.Topic])
	return e, nil
}

// topicWords are what people call a topic as a whole.
var topicWords = map[catalogue.Topic]string{
	catalogue.Papers:   "kependudukan dokumen",
	catalogue.Letters:  "surat keterangan pengantar",
	catalogue.Health:   "kesehatan berobat",
	catalogue.Social:   "sosial bantuan",
	catalogue.Family:   "keluarga anak",
	catalogue.Work:     "kerja pekerjaan",
	catalogue.Business: "usaha izin",
	catalogue.Building: "bangunan tanah rumah",
	catalogue.School:   "sekolah pendidikan",
	catalogue.Tax:      "pajak",
	catalogue.Water:    "air sampah lingkungan",
	catalogue.Safety:   "aman darurat",
	catalogue.Complain: "pengaduan keluhan lapor",
}

// index makes one service found as it is public now, or not at all when it
// is not; with "" it does so for everything there is.
func index(ctx context.Context, tx bun.IDB, service string) error {
	var rows []indexed
	// Publishing is rare: one at a time writes here, so that nobody waits for
	// a word in a circle.
	if _, err := tx.NewRaw(`SELECT pg_advisory_xact_lock(hashtextextended('index the catalogue', 0))`).Exec(ctx); err != nil {
		return fmt.Errorf("wait for others who publish: %w", err)
	}
	err := tx.NewRaw(`
SELECT x.*, concat_ws(' ', g.name, g.short, up.name, up.short) AS around FROM (
  SELECT 'service' AS kind, id, agency_id AS agency, name, popular, content::text AS content, '' AS summary, '' AS aliases
  FROM services WHERE version > 0 AND retired_at IS NULL
  UNION ALL
  SELECT 'app', id, agency_id, name, 0, '', summary, array_to_string(aliases, ' ') FROM apps WHERE retired_at IS NULL
) x
JOIN agencies g ON g.id = x.agency
LEFT JOIN agencies up ON up.id = g.parent_id
WHERE ?0 = '' OR x.kind = 'service' AND x.id = ?0
ORDER BY x.kind, x.id`, service).Scan(ctx, &rows)
	if err != nil {
		return fmt.Errorf("read what is searched: %w", err)
	}
	entries := make([]entry, len(rows))
	for i, r := range rows {
		if entries[i], err = r.entry(); err != nil {
			return err
		}
	}
	if err := replace(ctx, tx, service, entries); err != nil {
		return fmt.Errorf("index services: %w", err)
	}
	return nil
}

// replace puts entries in the place of those of one service, or of all.
func replace(ctx context.Context, tx bun.IDB, service string, entries []entry) error {
	data, err := json.Marshal(entries)
	if err != nil {
		return err
	}
	run := func(statements ...string) error {
		for _, statement := range statements {
			if _, err := tx.NewRaw(statement, service, string(data)).Exec(ctx); err != nil {
				return err
			}
		}
		return nil
	}
	err = run(
		`DELETE FROM search_entries WHERE ?0 = '' OR kind = 'service' AND id = ?0`,
		`INSERT INTO search_entries (kind, id, agency_id, topic, name, title, popular)
			SELECT kind, id, agency_id, topic, name, title, popular
			FROM json_to_recordset(?1::json) AS r(kind text, id text, agency_id text, topic text, name text, title int, popular int)`,
		`INSERT INTO search_words (word)
			SELECT DISTINCT w.word FROM json_to_recordset(?1::json) AS r(words json), json_each_text(r.words) AS w(word)
			ON CONFLICT DO NOTHING`)
	if err == nil && service == "" {
		// Statements are planned by how much there is; after a first load the
		// database has not noticed yet and would look up words the slow way.
		err = run(`ANALYZE services, synonyms, search_entries, search_words`)
	}
	if err != nil {
		return err
	}
	return run(
		`INSERT INTO search_postings (word_id, entry, weight)
			SELECT v.id, e.entry, w.weight::real
			FROM json_to_recordset(?1::json) AS r(kind text, id text, words json)
			JOIN search_entries e ON e.kind = r.kind AND e.id = r.id, json_each_text(r.words) AS w(word, weight)
			JOIN search_words v ON v.word = w.word`,
		`UPDATE search_words w SET uses = c.uses
			FROM (SELECT w.id, count(p.entry) AS uses FROM search_words w LEFT JOIN search_postings p ON p.word_id = w.id GROUP BY w.id) c
			WHERE c.id = w.id AND w.uses <> c.uses`,
		`DELETE FROM search_words WHERE uses = 0`)
}
