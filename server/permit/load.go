package permit

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/schema"

	"rumah/server/inbox"
	contract "rumah/shared/inbox"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// loadSQL are the people who have far too much of what is late or waits long
// in their agency, though there is a colleague who does the same work.
const loadSQL = `
SELECT json_build_object('officer', json_build_object('id', o.id, 'name', o.name), 'agency', json_build_object('id', g.id, 'name', g.name), 'has', x.has, 'of', x.of_all) AS load, g.name, x.has
FROM (
  SELECT p.agency_id, p.officer_id, count(*) AS has, sum(count(*)) OVER (PARTITION BY p.agency_id) AS of_all FROM applications p
  WHERE p.version > 0 AND NOT p.over AND p.stage NOT IN ('returned', 'payment', 'pickup') AND ?
    AND (p.due_at < ?::timestamptz OR p.due_at IS NULL AND (p.head ->> 'since')::bigint < ?)
  GROUP BY p.agency_id, p.officer_id
) x JOIN people o ON o.id = x.officer_id JOIN agencies g ON g.id = x.agency_id
WHERE x.has >= ? AND x.has * 100 >= x.of_all * ? AND EXISTS (
  SELECT FROM grants a JOIN grants b ON b.role = a.role AND b.person_id <> a.person_id AND b.revoked_at IS NULL AND x.agency_id IN (SELECT agencies_below(ARRAY[b.agency_id]))
  WHERE a.person_id = x.officer_id AND a.revoked_at IS NULL AND a.role IN ('counter', 'verifier', 'signer'))`

// loads is loadSQL for the agencies for which a condition on a row p holds.
func (s *Service) loads(where schema.QueryAppender) schema.QueryAppender {
	long := s.now().Add(-permit.LoadDays * 24 * time.Hour).UnixMilli()
	return bun.SafeQuery(loadSQL, where, s.now().UTC(), long, permit.LoadLeast, permit.LoadShare)
}

// Weigh tells the admins of an agency, once a day, who has far too much.
func (s *Service) Weigh(ctx context.Context) error {
	var text string
	var list []permit.Load
	err := s.db.NewRaw(`SELECT coalesce(json_agg(load ORDER BY name, has DESC), '[]')::text FROM (?) x`, s.loads(bun.SafeQuery(`true`))).Scan(ctx, &text)
	if err == nil {
		err = json.Unmarshal([]byte(text), &list)
	}
	if err != nil {
		return fmt.Errorf("weigh what officers have: %w", err)
	}
	if len(list) == 0 || s.Inbox == nil {
		return nil
	}
	agencies := make([]string, len(list))
	for i, l := range list {
		agencies[i] = l.Agency.ID
	}
	admins, err := s.admins(ctx, s.db, agencies)
	if err != nil {
		return err
	}
	var notes []inbox.Note
	for _, l := range list {
		for _, person := range admins[l.Agency.ID] {
			notes = append(notes, s.loadNote(l, person))
		}
	}
	told, err := s.Inbox.Post(ctx, s.db, notes...)
	if err == nil && len(told) > 0 {
		s.Inbox.Told(told)
	}
	return err
}

func (s *Service) loadNote(l permit.Load, person string) inbox.Note {
	about := "load:" + l.Agency.ID + ":" + l.Officer.ID
	return inbox.Note{
		Person: person, Kind: contract.DeskLoad, Thread: about, Key: about + ":" + string(s.today()), Link: "/meja/permohonan?lihat=semua&petugas=" + l.Officer.ID, At: s.now().UTC(),
		Values: func(lang words.Lang) map[string]string {
			return map[string]string{"petugas": l.Officer.Name, "banyak": words.Count(lang, l.Has), "semua": words.Count(lang, l.Of), "dinas": l.Agency.Name}
		},
	}
}
