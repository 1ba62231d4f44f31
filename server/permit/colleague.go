package permit

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/database"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/permit"
)

// doersSQL are the officers who hold one of some roles for an agency, at a
// place of it, or for one above it.
const doersSQL = `
FROM grants g JOIN people p ON p.id = g.person_id AND p.closed_at IS NULL
WHERE g.revoked_at IS NULL AND g.role = ANY(?0::text[])
  AND (g.agency_id IS NULL OR ?1 IN (SELECT agencies_below(ARRAY[g.agency_id]))) AND (g.place_id IS NULL OR g.place_id = ?2)`

// mostColleagues is how many people a desk offers to give work to.
const mostColleagues = 100

// colleagues are those who could do the step that an application is at.
func (s *Service) colleagues(ctx context.Context, d *dossier) ([]permit.Named, error) {
	list := []permit.Named{}
	step, agency, ok := d.step()
	if !ok {
		return list, nil
	}
	err := s.db.NewRaw(`SELECT DISTINCT p.id, p.name`+doersSQL+` ORDER BY p.name, p.id LIMIT ?3`, pgdialect.Array(step.Roles), agency, d.row.Place, mostColleagues).Scan(ctx, &list)
	if err != nil {
		return nil, fmt.Errorf("list colleagues: %w", err)
	}
	return list, nil
}

// step is the one that somebody would take, and whose it is.
func (d *dossier) step() (step permit.Step, agency string, ok bool) {
	step, ok = d.definition.Step(d.state.Head.Step)
	if d.state.Head.Stage == permit.Submitted && len(d.definition.Steps) > 0 {
		step, ok = d.definition.Steps[0], true
	}
	if agency = step.Agency; agency == "" {
		agency = d.Agency
	}
	return step, agency, ok
}

// colleague is somebody with the roles they hold for the step of an
// application. Fault: invalid (to).
func (s *Service) colleague(ctx context.Context, d *dossier, id string) (access.Actor, error) {
	who := access.Actor{ID: id, Staff: true}
	step, agency, ok := d.step()
	var roles string
	var err error
	if ok && database.Storable(id) {
		err = s.db.NewRaw(`SELECT coalesce(json_agg(DISTINCT g.role), '[]')::text`+doersSQL+` AND p.id = ?3`, pgdialect.Array(step.Roles), agency, d.row.Place, id).Scan(ctx, &roles)
	}
	var held []access.Role
	if err == nil && roles != "" {
		err = json.Unmarshal([]byte(roles), &held)
	}
	switch {
	case err != nil:
		return who, fmt.Errorf("read what a colleague may do: %w", err)
	case len(held) == 0:
		return who, fault.Wrong(fault.Field{Name: "to", Key: "choice"})
	}
	for _, role := range held {
		who.Grants = append(who.Grants, access.Grant{Role: role, Agency: agency})
	}
	return who, nil
}

// agency refuses one that is not there.
func (s *Service) agency(ctx context.Context, id string) error {
	var there bool
	if !database.Storable(id) {
		return fault.Wrong(fault.Field{Name: "agency", Key: "choice"})
	}
	if err := s.db.NewRaw(`SELECT EXISTS (SELECT FROM agencies WHERE id = ? AND retired_at IS NULL)`, id).Scan(ctx, &there); err != nil {
		return fmt.Errorf("look up an agency: %w", err)
	}
	if !there {
		return fault.Wrong(fault.Field{Name: "agency", Key: "choice"})
	}
	return nil
}

// name is what somebody is called; "" for nobody.
func (s *Service) name(ctx context.Context, id string) (name string, err error) {
	if id == "" {
		return "", nil
	}
	err = s.db.NewRaw(`SELECT name FROM people WHERE id = ?`, id).Scan(ctx, &name)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("read a name: %w", err)
	}
	return name, nil
}
