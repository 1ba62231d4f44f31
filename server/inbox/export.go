package inbox

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"rumah/shared/identity"
)

// Copy is all that the house told somebody and they wrote, for the copy they
// take along.
func (s *Service) Copy(ctx context.Context, person string) (identity.ExportedInbox, error) {
	var e identity.ExportedInbox
	var err error
	if e.Messages, err = copied[identity.ExportedMessage](ctx, s, person, `
SELECT kind, subject, body, sent_at, coalesce(read_at, $2) FROM messages WHERE person_id = $1 ORDER BY id`, time.Time{}); err != nil {
		return e, err
	}
	if e.Replies, err = copied[identity.ExportedReply](ctx, s, person, `
SELECT t.subject, y.body, y.at FROM talks t JOIN sayings y ON y.talk_id = t.id WHERE t.person_id = $1 AND NOT y.staff ORDER BY y.id`); err != nil {
		return e, err
	}
	if e.Devices, err = copied[identity.ExportedDevice](ctx, s, person, `
SELECT name, added_at, seen_at FROM push_devices WHERE person_id = $1 ORDER BY added_at, id`); err != nil {
		return e, err
	}
	set, err := s.settings(ctx, person)
	if err != nil {
		return e, err
	}
	e.Settings = identity.ExportedTelling{Lang: set.Lang, Muted: []string{}, Near: set.Near, Quiet: set.Quiet, From: set.From, To: set.To, Private: set.Private, Phone: set.Phone}
	for _, t := range set.Muted {
		e.Settings.Muted = append(e.Settings.Muted, string(t))
	}
	return e, nil
}

// copied are the rows of a person, as their copy has them.
func copied[T any](ctx context.Context, s *Service, person, sql string, more ...any) ([]T, error) {
	rows, _ := s.db.Raw().Query(ctx, sql, append([]any{person}, more...)...)
	list, err := pgx.CollectRows(rows, pgx.RowToStructByPos[T])
	if err != nil {
		return nil, fmt.Errorf("copy an inbox: %w", err)
	}
	return list, nil
}
