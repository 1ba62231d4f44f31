package inbox

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/shared/inbox"
	"rumah/shared/revision"
)

// template is how an agency words a kind, with what is being written.
type template struct {
	wording
	draft *revision.Draft
}

// worded is all an agency words itself, or begins to. It is read past the
// cache: a desk shows what was published a moment ago, by whichever server.
func (s *Service) worded(ctx context.Context, agency string) (map[inbox.Kind]template, error) {
	rows, _ := s.db.Raw().Query(ctx, `
SELECT coalesce(t.kind, split_part(d.subject_id, ':', 2)), coalesce(t.version, 0), coalesce(t.content, '{}'),
  CASE WHEN d.content IS NOT NULL THEN json_build_object('save', d.save, 'base', d.base, 'author', d.author_name, 'own', d.author_id = $2, 'at', d.at, 'note', d.note) END
FROM (SELECT * FROM templates WHERE agency_id = $1) t
FULL JOIN (SELECT * FROM drafts WHERE subject_kind = 'template' AND content IS NOT NULL AND split_part(subject_id, ':', 1) = $1) d ON d.subject_id = t.agency_id || ':' || t.kind`,
		agency, api.Actor(ctx).ID)
	known := map[inbox.Kind]template{}
	_, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (t template, err error) {
		var kind inbox.Kind
		if err = row.Scan(&kind, &t.version, &t.text, &t.draft); err == nil {
			known[kind] = t
		}
		return t, err
	})
	if err != nil {
		return nil, fmt.Errorf("read how %s words messages: %w", agency, err)
	}
	return known, nil
}

// wordingNow is how an agency words a kind at this moment.
func wordingNow(ctx context.Context, db *database.DB, id string) (w wording, err error) {
	agency, kind, _ := strings.Cut(id, ":")
	var content []byte
	err = db.Raw().QueryRow(ctx, `SELECT version, content FROM templates WHERE agency_id = $1 AND kind = $2`, agency, kind).Scan(&w.version, &content)
	switch {
	case isNone(err):
		return w, nil
	case err == nil:
		err = json.Unmarshal(content, &w.text)
	}
	if err != nil {
		return w, fmt.Errorf("read template %s: %w", id, err)
	}
	return w, nil
}
