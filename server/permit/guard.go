package permit

import (
	"context"
	"errors"
	"fmt"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"
)

// guardBatch is how many applications are looked at in one statement.
const guardBatch = 200

// Guard looks after what waits at the desks: deputies get what they stand in
// for, targets follow the calendar, and who must know hears how far a promise
// is used up. It is done every minute, by one server.
func (s *Service) Guard(ctx context.Context) error {
	return errors.Join(s.StandIn(ctx), s.Recount(ctx), s.Escalate(ctx))
}

// admins are who hands out the work of some agencies, by agency.
func (s *Service) admins(ctx context.Context, tx bun.IDB, agencies []string) (map[string][]string, error) {
	var rows []struct{ Agency, Person string }
	err := tx.NewRaw(`
SELECT DISTINCT x.id AS agency, g.person_id AS person FROM unnest(?::text[]) x(id)
JOIN grants g ON g.role = 'agency' AND g.revoked_at IS NULL AND x.id IN (SELECT agencies_below(ARRAY[g.agency_id]))
JOIN people p ON p.id = g.person_id AND p.closed_at IS NULL`, pgdialect.Array(agencies)).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("find the admins of agencies: %w", err)
	}
	all := map[string][]string{}
	for _, r := range rows {
		all[r.Agency] = append(all[r.Agency], r.Person)
	}
	return all, nil
}
