package inbox

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"rumah/server/api"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/inbox"
)

var _ inbox.API = (*Service)(nil)

// deskPage is how many lines of a desk one page has.
const deskPage = 30

// senders are the agencies the maker of a request speaks for, by name.
func (s *Service) senders(ctx context.Context) ([]inbox.Sender, error) {
	in := api.ScopeOf(ctx, access.Agency)
	rows, _ := s.db.Raw().Query(ctx, `
SELECT id, name FROM agencies WHERE retired_at IS NULL AND ($1 OR id IN (SELECT agencies_below($2))) ORDER BY name COLLATE "C", id`, in.All, in.Over)
	list, err := pgx.CollectRows(rows, pgx.RowToStructByPos[inbox.Sender])
	if err != nil {
		return nil, fmt.Errorf("list agencies: %w", err)
	}
	return list, nil
}

// sender is one of them. Fault: unknown.
func (s *Service) sender(ctx context.Context, id string) (inbox.Sender, error) {
	list, err := s.senders(ctx)
	if err != nil {
		return inbox.Sender{}, err
	}
	for _, a := range list {
		if a.ID == id {
			return a, nil
		}
	}
	return inbox.Sender{}, fault.New(fault.Unknown, "unknown")
}
