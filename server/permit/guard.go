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

// admins are who hands out the work of some agencies, by agency: those of the
// regency where an agency has nobody of its own.
func (s *Service) admins(ctx context.Context, tx bun.IDB, agencies []string) (map[string][]string, error) {
	var rows []struct{ Agency, Person string }
	err := tx.NewRaw(`
WITH own AS (
  SELECT DISTINCT x.id AS agency, g.person_id AS person FROM unnest(?0::text[]) x(id)
  JOIN grants g ON g.role = 'agency' AND g.revoked_at IS NULL AND (g.agency_id IS NULL OR x.id IN (SELECT agencies_below(ARRAY[g.agency_id])))
  JOIN people p ON p.id = g.person_id AND p.closed_at IS NULL
)
SELECT agency, person FROM own
UNION SELECT x.id, g.person_id FROM unnest(?0::text[]) x(id) JOIN grants g ON g.role = 'regency' AND g.revoked_at IS NULL JOIN people p ON p.id = g.person_id AND p.closed_at IS NULL
WHERE NOT EXISTS (SELECT FROM own WHERE own.agency = x.id)`, pgdialect.Array(agencies)).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("find the admins of agencies: %w", err)
	}
	all := map[string][]string{}
	for _, r := range rows {
		all[r.Agency] = append(all[r.Agency], r.Person)
	}
	return all, nil
}

// here are those of some officers who still work for the city, and are not
// away.
func (s *Service) here(ctx context.Context, tx bun.IDB, officers []string) (map[string]bool, error) {
	var list []string
	err := tx.NewRaw(`
SELECT id FROM people p WHERE id = ANY(?::text[]) AND closed_at IS NULL AND EXISTS (SELECT FROM grants WHERE person_id = p.id AND revoked_at IS NULL)
  AND NOT EXISTS (SELECT FROM absences WHERE person_id = p.id AND until >= ?::date)`, pgdialect.Array(officers), string(s.today())).Scan(ctx, &list)
	if err != nil {
		return nil, fmt.Errorf("look which officers are here: %w", err)
	}
	here := map[string]bool{}
	for _, id := range list {
		here[id] = true
	}
	return here, nil
}
