package catalogue

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/city"
	"rumah/server/revision"
	"rumah/shared/catalogue"
	shared "rumah/shared/revision"
)

// importVersion is part of the recorded hash: raise it when the same pack
// must be loaded anew because what is made of it, or of a search, has changed.
const importVersion = "1"

// Import loads the services, apps and synonyms of a pack whose agencies are
// already there, all at once or not at all. What an agency has written in the
// house always wins over the pack. A pack that is already there is left
// alone; servers that start together take turns.
func Import(ctx context.Context, db bun.IDB, pack *city.Pack) error {
	hash := pack.Hash + "." + importVersion
	return db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		var loaded bool
		if _, err := tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock(hashtextextended('load catalogue', 0))`); err != nil {
			return fmt.Errorf("wait for other servers that load the catalogue: %w", err)
		}
		if err := tx.NewRaw(`SELECT EXISTS (SELECT FROM imports WHERE domain = 'catalogue' AND hash = ?)`, hash).Scan(ctx, &loaded); err != nil || loaded {
			return err
		}
		for _, load := range []func(context.Context, bun.Tx, *city.Pack) error{loadApps, loadServices, loadSynonyms} {
			if err := load(ctx, tx, pack); err != nil {
				return fmt.Errorf("load city pack %s: %w", pack.Info.ID, err)
			}
		}
		if err := index(ctx, tx, ""); err != nil {
			return err
		}
		// Until the database has counted its new rows it plans a search as if
		// there were none: two seconds instead of ten milliseconds.
		if _, err := tx.ExecContext(ctx, `ANALYZE search_words, search_postings, search_entries, services, apps`); err != nil {
			return fmt.Errorf("count what is searched: %w", err)
		}
		_, err := tx.NewRaw(`
INSERT INTO imports (domain, hash) VALUES ('catalogue', ?)
ON CONFLICT (domain) DO UPDATE SET hash = excluded.hash, loaded_at = now()`, hash).Exec(ctx)
		if err != nil {
			return fmt.Errorf("record city pack %s: %w", pack.Info.ID, err)
		}
		return nil
	})
}

type row map[string]any

// loadApps makes the apps equal to the pack's; those that left it are kept
// as retired.
func loadApps(ctx context.Context, tx bun.Tx, pack *city.Pack) error {
	rows := []row{}
	for _, a := range pack.Apps {
		rows = append(rows, row{
			"id": a.ID, "name": a.Name, "agency_id": a.Agency, "summary": a.Summary, "url": a.URL, "aliases": list(a.Aliases), "source_id": a.Sources[0],
		})
	}
	data, err := json.Marshal(rows)
	if err != nil {
		return fmt.Errorf("write apps as JSON: %w", err)
	}
	_, err = tx.NewRaw(`
WITH pack AS (
  SELECT * FROM json_to_recordset(?::json) AS r(id text, name text, agency_id text, summary text, url text, aliases text[], source_id text)
), left_over AS (
  UPDATE apps SET retired_at = now() WHERE retired_at IS NULL AND id NOT IN (SELECT id FROM pack)
)
INSERT INTO apps (id, name, agency_id, summary, url, aliases, source_id)
SELECT id, name, agency_id, summary, url, aliases, source_id FROM pack
ON CONFLICT (id) DO UPDATE SET name = excluded.name, agency_id = excluded.agency_id, summary = excluded.summary, url = excluded.url,
  aliases = excluded.aliases, source_id = excluded.source_id, retired_at = NULL`, string(data)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("load apps: %w", err)
	}
	return nil
}

// kept is a service as it stands before a pack is loaded.
type kept struct {
	ID      string
	Own     bool
	Version int
	Content string
}

// loadServices publishes what is new or different in the pack, except where
// an agency has written itself.
func loadServices(ctx context.Context, tx bun.Tx, pack *city.Pack) error {
	var rows []kept
	var now time.Time
	if err := tx.NewRaw(`SELECT id, own, version, coalesce(content::text, '') AS content FROM services ORDER BY id FOR UPDATE`).Scan(ctx, &rows); err != nil {
		return fmt.Errorf("read services: %w", err)
	}
	if err := tx.NewRaw(`SELECT now()`).Scan(ctx, &now); err != nil {
		return fmt.Errorf("read the time: %w", err)
	}
	before := map[string]kept{}
	for _, k := range rows {
		before[k.ID] = k
	}
	here := []string{}
	for _, svc := range pack.Services {
		here = append(here, svc.ID)
		if err := loadService(ctx, tx, svc, before[svc.ID], now); err != nil {
			return err
		}
	}
	_, err := tx.NewRaw(`UPDATE services SET retired_at = now() WHERE NOT own AND retired_at IS NULL AND NOT id = ANY(?::text[])`, pgdialect.Array(here)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("retire services that left: %w", err)
	}
	return nil
}

func loadService(ctx context.Context, tx bun.Tx, svc city.Service, before kept, now time.Time) error {
	if before.Own { // how much it is needed is still the pack's to say
		_, err := tx.NewRaw(`UPDATE services SET popular = ? WHERE id = ?`, svc.Popular, svc.ID).Exec(ctx)
		return err
	}
	content, version := whole(svc.Content), before.Version
	if !same(before.Content, content) {
		var err error
		version, err = shelf.Add(ctx, tx, svc.ID, revision.Version[catalogue.Content]{Version: shared.Version{PublishedAt: now}, Content: content})
		if err != nil {
			return err
		}
	}
	data, err := json.Marshal(content)
	if err != nil {
		return fmt.Errorf("write service %s as JSON: %w", svc.ID, err)
	}
	_, err = tx.NewRaw(`
INSERT INTO services AS s (id, agency_id, name, topic, popular, version, content, published_at, source_id, own)
VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?::timestamptz, ?, false)
ON CONFLICT (id) DO UPDATE SET agency_id = excluded.agency_id, name = excluded.name, topic = excluded.topic, popular = excluded.popular,
  published_at = CASE s.version WHEN excluded.version THEN s.published_at ELSE excluded.published_at END,
  version = excluded.version, content = excluded.content, source_id = excluded.source_id, retired_at = NULL
WHERE NOT s.own`,
		svc.ID, svc.Agency, content.Name, content.Topic, svc.Popular, version, string(data), now.UTC(), svc.Sources[0]).Exec(ctx)
	if err != nil {
		return fmt.Errorf("load service %s: %w", svc.ID, err)
	}
	return nil
}

// same reports whether stored JSON says what content does.
func same(stored string, content catalogue.Content) bool {
	var c catalogue.Content
	return stored != "" && json.Unmarshal([]byte(stored), &c) == nil && reflect.DeepEqual(whole(c), content)
}

// whole is content whose lists are never null for those who read it as JSON.
func whole(c catalogue.Content) catalogue.Content {
	c.Aliases, c.Requirements, c.Steps = list(c.Aliases), list(c.Requirements), list(c.Steps)
	c.Legal, c.Places, c.PlaceKinds = list(c.Legal), list(c.Places), list(c.PlaceKinds)
	return c
}

func list[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}

// loadSynonyms replaces what people say with what the pack knows of it.
func loadSynonyms(ctx context.Context, tx bun.Tx, pack *city.Pack) error {
	rows := []row{}
	for i, s := range pack.Synonyms {
		if said := strings.Join(fold(s.Said), " "); said != "" {
			rows = append(rows, row{"said": said, "at": i, "means": strings.Join(fold(s.Means), " "), "lang": s.Lang})
		}
	}
	data, err := json.Marshal(rows)
	if err != nil {
		return fmt.Errorf("write synonyms as JSON: %w", err)
	}
	if _, err := tx.NewRaw(`DELETE FROM synonyms`).Exec(ctx); err != nil {
		return fmt.Errorf("clear synonyms: %w", err)
	}
	_, err = tx.NewRaw(`
INSERT INTO synonyms (said, at, means, lang)
SELECT said, at, means, lang FROM json_to_recordset(?::json) AS r(said text, at int, means text, lang text)`, string(data)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("load synonyms: %w", err)
	}
	return nil
}
