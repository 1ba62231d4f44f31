package identity

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/vault"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/identity"
)

// givable are the roles an agency admin gives inside the agency; the rest are
// the regency's to give.
var givable = []access.Role{access.Counter, access.Verifier, access.Signer, access.Agency}

// reach is for which agencies the reader may manage staff: all, or those of
// their grants and the ones below.
func (s *Service) reach(ctx context.Context) (all bool, agencies any, err error) {
	all, own := actor(ctx).Over(access.Agency)
	if all {
		return true, pgdialect.Array([]string{}), nil
	}
	below := []string{}
	if err := s.db.NewRaw(`SELECT agencies_below(?::text[])`, pgdialect.Array(own)).Scan(ctx, &below); err != nil {
		return false, nil, fmt.Errorf("find the agencies below: %w", err)
	}
	return false, pgdialect.Array(below), nil
}

// wide are the roles that hold for a whole agency, or the whole regency:
// nothing asks for which place they are held.
var wide = []access.Role{access.Agency, access.Command, access.Regency, access.Auditor}

// mayGive is nil when the reader may give a role there and the place belongs
// to the agency.
func (s *Service) mayGive(ctx context.Context, role access.Role, agency, place string) error {
	all, agencies, err := s.reach(ctx)
	if err != nil {
		return err
	}
	var fits bool
	err = s.db.NewRaw(`SELECT
  (?0 = '' OR EXISTS (SELECT FROM agencies WHERE id = ?0 AND retired_at IS NULL AND (?2 OR id = ANY(?3::text[]))))
  AND (?1 = '' OR EXISTS (SELECT FROM places WHERE id = ?1 AND agency_id = ?0 AND retired_at IS NULL))`, agency, place, all, agencies).Scan(ctx, &fits)
	if err != nil {
		return fmt.Errorf("look up where a role holds: %w", err)
	}
	narrow := slices.Contains(wide, role) && place != "" || role == access.Auditor && agency != "" // the log is one
	if !fits || narrow || !all && (agency == "" || !slices.Contains(givable, role)) {
		return fault.New(fault.Denied, "role_scope")
	}
	return nil
}

// staffPage is how many people one page of the list has.
const staffPage = 50

// Staff implements identity.API.
func (s *Service) Staff(ctx context.Context, filter identity.StaffFilter) (identity.Staff, error) {
	a := actor(ctx)
	all, agencies, err := s.reach(ctx)
	if err != nil {
		return identity.Staff{}, err
	}
	list := identity.Staff{Items: []identity.StaffLine{}, Roles: givable, Now: s.now()}
	if all {
		list.Roles = access.StaffRoles
	}
	var rows []struct {
		ID, Name, Email, Grants string
		Seen                    time.Time `bun:",nullzero"`
	}
	err = s.db.NewRaw(`
SELECT p.id, p.name, f.email, g.grants::text AS grants, (SELECT max(seen_at) FROM sessions WHERE person_id = p.id) AS seen
FROM staff f JOIN people p ON p.id = f.person_id
CROSS JOIN LATERAL (
  SELECT json_agg(`+grantJSON+` ORDER BY g.granted_at, g.id) AS grants
  FROM grants g LEFT JOIN agencies a ON a.id = g.agency_id LEFT JOIN places o ON o.id = g.place_id
  WHERE g.person_id = p.id AND g.revoked_at IS NULL AND (?0 OR g.agency_id = ANY(?1::text[]))
) g
WHERE p.closed_at IS NULL AND (g.grants IS NOT NULL OR ?0)
  AND (?2 = '' OR strpos(lower(p.name || ' ' || f.email), lower(?2)) > 0)
  AND (p.name, p.id) > (coalesce((
    SELECT o.name FROM people o WHERE o.id = ?3 AND o.kind = 'staff'
      AND (?0 OR EXISTS (SELECT FROM grants WHERE person_id = o.id AND agency_id = ANY(?1::text[])))), ''), ?3)
ORDER BY p.name, p.id LIMIT ?4`, all, agencies, filter.Text, filter.After, staffPage+1).Scan(ctx, &rows)
	if err != nil {
		return identity.Staff{}, fmt.Errorf("list staff: %w", err)
	}
	if len(rows) > staffPage {
		rows = rows[:staffPage]
		list.Next = rows[staffPage-1].ID
	}
	for _, r := range rows {
		line := identity.StaffLine{ID: r.ID, Name: r.Name, Email: r.Email, Self: r.ID == a.ID, Seen: r.Seen, Grants: []identity.GrantLine{}}
		if r.Grants != "" {
			if err := json.Unmarshal([]byte(r.Grants), &line.Grants); err != nil {
				return identity.Staff{}, fmt.Errorf("read grants: %w", err)
			}
		}
		list.Items = append(list.Items, line)
	}
	if list.Invitations, err = s.invitations(ctx, ""); err != nil {
		return identity.Staff{}, err
	}
	list.Agencies, err = s.agencies(ctx, all, agencies)
	return list, err
}

// grantJSON is a grant g with its agency a and place o as the contract has it.
const grantJSON = `json_build_object('id', g.id, 'role', g.role, 'agency', coalesce(g.agency_id, ''), 'agency_name', coalesce(a.name, ''),
  'place', coalesce(g.place_id, ''), 'place_name', coalesce(o.name, ''))`

// invitations are those open that the reader may see, or the one named.
func (s *Service) invitations(ctx context.Context, id string) ([]identity.Invitation, error) {
	all, agencies, err := s.reach(ctx)
	if err != nil {
		return nil, err
	}
	var rows []struct {
		ID, Name, Email, Grants string
		Expires                 time.Time
	}
	err = s.db.NewRaw(`
SELECT g.id, g.name, g.email, g.expires_at AS expires, json_build_array(`+grantJSON+`)::text AS grants
FROM invitations g LEFT JOIN agencies a ON a.id = g.agency_id LEFT JOIN places o ON o.id = g.place_id
WHERE g.ended_at IS NULL AND g.expires_at > ? AND (? OR g.agency_id = ANY(?::text[])) AND ? IN ('', g.id)
ORDER BY g.created_at DESC, g.id LIMIT 100`, s.now(), all, agencies, id).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("list invitations: %w", err)
	}
	list := make([]identity.Invitation, len(rows))
	for i, r := range rows {
		list[i] = identity.Invitation{ID: r.ID, Name: r.Name, Email: r.Email, Expires: r.Expires}
		if err := json.Unmarshal([]byte(r.Grants), &list[i].Grants); err != nil {
			return nil, fmt.Errorf("read an invitation: %w", err)
		}
	}
	return list, nil
}

// agencies are those the reader may give roles for.
func (s *Service) agencies(ctx context.Context, all bool, of any) ([]identity.AgencyChoice, error) {
	var list string
	err := s.db.NewRaw(`
SELECT coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'places', (
  SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name COLLATE "C"), '[]')
  FROM places p WHERE p.agency_id = a.id AND p.retired_at IS NULL)) ORDER BY a.name COLLATE "C"), '[]')::text
FROM agencies a WHERE a.retired_at IS NULL AND (? OR a.id = ANY(?::text[]))`, all, of).Scan(ctx, &list)
	choices := []identity.AgencyChoice{}
	if err == nil {
		err = json.Unmarshal([]byte(list), &choices)
	}
	if err != nil {
		return nil, fmt.Errorf("list agencies: %w", err)
	}
	return choices, nil
}

// Grant implements identity.API.
func (s *Service) Grant(ctx context.Context, in identity.NewGrant) (identity.Staff, error) {
	if err := s.mayGive(ctx, in.Role, in.Agency, in.Place); err != nil {
		return identity.Staff{}, err
	}
	all, agencies, err := s.reach(ctx)
	if err != nil {
		return identity.Staff{}, err
	}
	// The reader gives roles to people they can see: an admin of one agency
	// cannot pull in somebody of another by their id.
	done, err := s.db.NewRaw(`
INSERT INTO grants (id, person_id, role, agency_id, place_id, granted_by, granted_at)
SELECT ?0, p.id, ?1, nullif(?2, ''), nullif(?3, ''), ?4, ?5 FROM people p JOIN staff ON person_id = p.id
WHERE p.id = ?6 AND p.closed_at IS NULL
  AND (?7 OR EXISTS (SELECT FROM grants g WHERE g.person_id = p.id AND g.revoked_at IS NULL AND g.agency_id = ANY(?8::text[])))
ON CONFLICT (person_id, role, coalesce(agency_id, ''), coalesce(place_id, '')) WHERE revoked_at IS NULL
DO UPDATE SET granted_by = grants.granted_by`,
		vault.Token(), in.Role, in.Agency, in.Place, actor(ctx).ID, s.now(), in.ID, all, agencies).Exec(ctx)
	if err := changed(done, err, "give a role"); err != nil {
		return identity.Staff{}, err
	}
	return s.Staff(ctx, identity.StaffFilter{})
}

// Revoke implements identity.API. Nobody takes a role from themselves, so an
// agency cannot lock itself out by a slip.
func (s *Service) Revoke(ctx context.Context, in identity.GrantID) (identity.Staff, error) {
	a := actor(ctx)
	if in.ID == a.ID {
		return identity.Staff{}, fault.New(fault.Denied, "own_role")
	}
	all, agencies, err := s.reach(ctx)
	if err != nil {
		return identity.Staff{}, err
	}
	// Who may no longer invite has not invited: links on their way end too.
	var taken int
	err = s.db.NewRaw(`
WITH gone AS (
  UPDATE grants SET revoked_at = ?0, revoked_by = ?1
  WHERE id = ?2 AND person_id = ?3 AND revoked_at IS NULL AND (?4 OR agency_id = ANY(?5::text[]))
  RETURNING person_id, role
), withdrawn AS (
  UPDATE invitations SET ended_at = ?0 FROM gone
  WHERE invited_by = gone.person_id AND gone.role IN ('agency', 'regency') AND ended_at IS NULL
) SELECT count(*) FROM gone`, s.now(), a.ID, in.Grant, in.ID, all, agencies).Scan(ctx, &taken)
	if err != nil {
		return identity.Staff{}, fmt.Errorf("take a role away: %w", err)
	}
	if taken == 0 {
		return identity.Staff{}, unknown()
	}
	return s.Staff(ctx, identity.StaffFilter{})
}
