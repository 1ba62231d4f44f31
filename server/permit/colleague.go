package permit

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"rumah/server/database"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/permit"
)

// mostColleagues is how many people a desk offers to give work to.
const mostColleagues = 100

// post is a step that somebody is looked for, and where it is done.
type post struct {
	ID     string        `json:"id"` // of the application
	Agency string        `json:"agency"`
	Place  string        `json:"place"`
	Roles  []access.Role `json:"roles"`
}

// postsOf are the steps that some applications are at.
func postsOf(list ...*dossier) []post {
	posts := []post{}
	for _, d := range list {
		if step, agency, ok := d.step(); ok && len(step.Roles) > 0 {
			posts = append(posts, post{d.ID, agency, d.row.Place, step.Roles})
		}
	}
	return posts
}

// heldSQL are grants g by which people hold a role for the posts w of a
// parameter: for its agency or one above it, at its place or at all.
const heldSQL = `
FROM jsonb_to_recordset(?::jsonb) w(id text, agency text, place text, roles jsonb)
JOIN grants g ON g.revoked_at IS NULL AND jsonb_exists(w.roles, g.role)
  AND (g.agency_id IS NULL OR w.agency IN (SELECT agencies_below(ARRAY[g.agency_id]))) AND (g.place_id IS NULL OR g.place_id = w.place)`

// candidates are those who could do one of some steps, with how much they have
// already.
func (s *Service) candidates(ctx context.Context, posts []post) ([]permit.Candidate, error) {
	list := []permit.Candidate{}
	data, err := json.Marshal(posts)
	if err != nil {
		return nil, fmt.Errorf("write steps as JSON: %w", err)
	}
	var text string
	err = s.db.NewRaw(`
SELECT coalesce(json_agg(x ORDER BY name, id), '[]')::text FROM (
  SELECT p.id, p.name, (SELECT count(*) FROM applications a WHERE a.officer_id = p.id AND NOT a.over) AS has, coalesce(b.until::text, '') AS away, coalesce(d.name, '') AS takes
  FROM (SELECT DISTINCT g.person_id `+heldSQL+`) able
  JOIN people p ON p.id = able.person_id AND p.closed_at IS NULL
  LEFT JOIN absences b ON b.person_id = p.id AND b.until >= ?::date
  LEFT JOIN people d ON d.id = b.deputy_id
  ORDER BY p.name, p.id LIMIT ?) x`, string(data), string(s.today()), mostColleagues).Scan(ctx, &text)
	if err == nil {
		err = json.Unmarshal([]byte(text), &list)
	}
	if err != nil {
		return nil, fmt.Errorf("list colleagues: %w", err)
	}
	return list, nil
}

// Candidates implements permit.API.
func (s *Service) Candidates(ctx context.Context, of permit.CandidatesOf) (permit.Candidates, error) {
	list, err := s.picked(ctx, of.Items)
	if err != nil {
		return permit.Candidates{}, err
	}
	people, err := s.candidates(ctx, postsOf(list...))
	return permit.Candidates{Items: people}, err
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
	held := map[string][]access.Role{}
	if database.Storable(id) {
		var err error
		if held, err = s.abilities(ctx, id, postsOf(d)); err != nil {
			return access.Actor{}, err
		}
	}
	if len(held[d.ID]) == 0 {
		return access.Actor{}, fault.Wrong(fault.Field{Name: "to", Key: "choice"})
	}
	return d.able(id, held[d.ID]), nil
}

// able is somebody with roles for the step of an application.
func (d *dossier) able(id string, roles []access.Role) access.Actor {
	who := access.Actor{ID: id, Staff: true}
	_, agency, _ := d.step()
	for _, role := range roles {
		who.Grants = append(who.Grants, access.Grant{Role: role, Agency: agency})
	}
	return who
}

// abilities are the roles that somebody holds for some steps, by application.
func (s *Service) abilities(ctx context.Context, id string, posts []post) (map[string][]access.Role, error) {
	data, err := json.Marshal(posts)
	if err != nil {
		return nil, fmt.Errorf("write steps as JSON: %w", err)
	}
	var text string
	err = s.db.NewRaw(`
SELECT coalesce(jsonb_object_agg(id, held), '{}')::text FROM (
  SELECT w.id, jsonb_agg(DISTINCT g.role) AS held `+heldSQL+`
  JOIN people p ON p.id = g.person_id AND p.closed_at IS NULL
  WHERE g.person_id = ? GROUP BY w.id) x`, string(data), id).Scan(ctx, &text)
	held := map[string][]access.Role{}
	if err == nil {
		err = json.Unmarshal([]byte(text), &held)
	}
	if err != nil {
		return nil, fmt.Errorf("read what a colleague may do: %w", err)
	}
	return held, nil
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
