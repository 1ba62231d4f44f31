package permit

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"
	"github.com/uptrace/bun/schema"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/permit"
)

// mostPicked is how many sentences somebody is offered.
const mostPicked = 1000

// administers is the condition that somebody is an admin of the agency of a
// row p.
func administers(a access.Actor) schema.QueryAppender {
	all, agencies := a.Over(access.Agency)
	return bun.SafeQuery(`(? OR p.agency_id IN (SELECT agencies_below(?::text[])))`, all, pgdialect.Array(append([]string{}, agencies...)))
}

// hears is the condition that a sentence p is of an agency somebody works for,
// of one below it or of one above it.
func (r reach) hears() schema.QueryAppender {
	return bun.SafeQuery(`(? OR p.agency_id IN (SELECT agencies_below(?::text[])) OR EXISTS (SELECT FROM agencies_below(ARRAY[p.agency_id]) AS b(id) WHERE b.id = ANY(?::text[])))`,
		r.all, pgdialect.Array(r.speaks), pgdialect.Array(r.speaks))
}

// phrases are those that fulfil a condition, by title.
func (s *Service) phrases(ctx context.Context, where schema.QueryAppender) ([]permit.Phrase, error) {
	who := api.Actor(ctx)
	var text string
	list := []permit.Phrase{}
	err := s.db.NewRaw(`
SELECT coalesce(json_agg(json_build_object('id', p.id, 'agency', json_build_object('id', g.id, 'name', g.name), 'service', json_build_object('id', coalesce(s.id, ''), 'name', coalesce(s.name, '')),
  'title', p.title, 'body', p.body, 'author', w.name, 'may', p.author_id = ? OR ?, 'at', p.changed_at) ORDER BY p.title, p.id), '[]')::text
FROM (SELECT * FROM permit_phrases p WHERE ? AND ? ORDER BY title, id LIMIT ?) p
JOIN agencies g ON g.id = p.agency_id JOIN people w ON w.id = p.author_id LEFT JOIN services s ON s.id = p.service_id`,
		who.ID, administers(who), reachOf(who).hears(), where, mostPicked).Scan(ctx, &text)
	if err == nil {
		err = json.Unmarshal([]byte(text), &list)
	}
	if err != nil {
		return nil, fmt.Errorf("list phrases: %w", err)
	}
	for i := range list {
		list[i].At = utc(list[i].At)
	}
	return list, nil
}

// Phrases implements permit.API.
func (s *Service) Phrases(ctx context.Context) (permit.Phrases, error) {
	list := permit.Phrases{Agencies: []permit.Named{}}
	var err error
	if list.Items, err = s.phrases(ctx, bun.SafeQuery(`true`)); err != nil {
		return list, err
	}
	err = s.db.NewRaw(`SELECT id, name FROM agencies WHERE id = ANY(?::text[]) AND retired_at IS NULL ORDER BY name COLLATE "C"`, pgdialect.Array(reachOf(api.Actor(ctx)).speaks)).Scan(ctx, &list.Agencies)
	if err != nil {
		return list, fmt.Errorf("list the agencies of phrases: %w", err)
	}
	return list, nil
}

// phrase is one that the maker of a request may change. Fault: unknown,
// denied.
func (s *Service) phrase(ctx context.Context, id string) error {
	if !database.Storable(id) {
		return unknown()
	}
	list, err := s.phrases(ctx, bun.SafeQuery(`p.id = ?`, id))
	switch {
	case err != nil:
		return err
	case len(list) == 0:
		return unknown()
	case !list[0].May:
		return fault.New(fault.Denied, "denied")
	}
	return nil
}

// Phrase implements permit.API.
func (s *Service) Phrase(ctx context.Context, in permit.NewPhrase) (permit.Phrase, error) {
	if !database.Storable(in.Title) || !database.Storable(in.Body) {
		return permit.Phrase{}, fault.Wrong(fault.Field{Name: "body", Key: "characters"})
	}
	if err := s.service(ctx, in.Service); err != nil {
		return permit.Phrase{}, err
	}
	change := s.keepPhrase
	if in.ID != "" {
		if err := s.phrase(ctx, in.ID); err != nil {
			return permit.Phrase{}, err
		}
		change = s.changePhrase
	}
	id, err := change(ctx, in)
	if err != nil {
		return permit.Phrase{}, err
	}
	list, err := s.phrases(ctx, bun.SafeQuery(`p.id = ?`, id))
	if err == nil && len(list) == 0 { // somebody has deleted it just now
		err = unknown()
	}
	if err != nil {
		return permit.Phrase{}, err
	}
	return list[0], nil
}

// service refuses one that is not there; "" is all of them.
func (s *Service) service(ctx context.Context, id string) error {
	there := id == ""
	if !there {
		if err := s.db.NewRaw(`SELECT EXISTS (SELECT FROM services WHERE id = ? AND retired_at IS NULL)`, id).Scan(ctx, &there); err != nil {
			return fmt.Errorf("look up a service: %w", err)
		}
	}
	if !there {
		return fault.Wrong(fault.Field{Name: "service", Key: "choice"})
	}
	return nil
}

// keepPhrase keeps a new one.
func (s *Service) keepPhrase(ctx context.Context, in permit.NewPhrase) (id string, err error) {
	who := api.Actor(ctx)
	var may bool
	err = s.db.NewRaw(`SELECT EXISTS (SELECT FROM agencies g, LATERAL (SELECT g.id AS agency_id) p WHERE g.id = ? AND g.retired_at IS NULL AND (g.id = ANY(?::text[]) OR ?))`,
		in.Agency, pgdialect.Array(reachOf(who).speaks), administers(who)).Scan(ctx, &may)
	switch {
	case err != nil:
		return "", fmt.Errorf("look up an agency: %w", err)
	case !may:
		return "", fault.Wrong(fault.Field{Name: "agency", Key: "choice"})
	}
	id = rand.Text()
	done, err := s.db.NewRaw(`
INSERT INTO permit_phrases (id, agency_id, service_id, title, body, author_id, changed_at)
SELECT ?0, ?1, nullif(?2, ''), ?3, ?4, ?5, ?6 WHERE (SELECT count(*) FROM permit_phrases WHERE agency_id = ?1) < ?7`,
		id, in.Agency, in.Service, in.Title, in.Body, who.ID, s.now().UTC(), permit.MostPhrases).Exec(ctx)
	if err != nil {
		return "", fmt.Errorf("keep a phrase: %w", err)
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return "", conflict("phrases_full")
	}
	return id, nil
}

// changePhrase changes one. It stays with its agency.
func (s *Service) changePhrase(ctx context.Context, in permit.NewPhrase) (string, error) {
	_, err := s.db.NewRaw(`UPDATE permit_phrases SET service_id = nullif(?, ''), title = ?, body = ?, changed_at = ? WHERE id = ?`, in.Service, in.Title, in.Body, s.now().UTC(), in.ID).Exec(ctx)
	if err != nil {
		return "", fmt.Errorf("change a phrase: %w", err)
	}
	return in.ID, nil
}

// Unphrase implements permit.API.
func (s *Service) Unphrase(ctx context.Context, id permit.ID) error {
	if err := s.phrase(ctx, id.ID); err != nil {
		return err
	}
	if _, err := s.db.NewRaw(`DELETE FROM permit_phrases WHERE id = ?`, id.ID).Exec(ctx); err != nil {
		return fmt.Errorf("forget a phrase: %w", err)
	}
	return nil
}
