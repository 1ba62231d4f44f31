package permitform

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/permit"
	"rumah/shared/permitform"
)

// office is a place where a service is given, with who works there.
type office struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Agency string `json:"agency"`
	Staff  []struct {
		Person string      `json:"person"`
		Role   access.Role `json:"role"`
	} `json:"staff"`
}

// lacks are the offices that have too few people for a way. It is told, and
// no reason not to publish: an office gets its people when it needs them.
func (s *Service) lacks(ctx context.Context, own subject, d *permit.Definition) ([]permitform.Lack, error) {
	lacks := []permitform.Lack{}
	var list string
	var offices []office
	err := s.db.NewRaw(`
SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'agency', p.agency_id, 'staff', (
  SELECT coalesce(json_agg(json_build_object('person', g.person_id, 'role', g.role)), '[]') FROM grants g JOIN people q ON q.id = g.person_id AND q.closed_at IS NULL
  WHERE g.revoked_at IS NULL AND g.role IN ('counter', 'verifier', 'signer', 'agency', 'regency')
    AND (g.agency_id IS NULL OR p.agency_id IN (SELECT agencies_below(ARRAY[g.agency_id]))) AND (g.place_id IS NULL OR g.place_id = p.id)
)) ORDER BY p.name COLLATE "C", p.id), '[]')::text
FROM services s JOIN places p ON p.retired_at IS NULL AND (jsonb_exists(s.content -> 'places', p.id) OR jsonb_exists(s.content -> 'place_kinds', p.kind))
WHERE s.id = ?`, own.ID).Scan(ctx, &list)
	if err == nil {
		err = json.Unmarshal([]byte(list), &offices)
	}
	if err != nil {
		return nil, fmt.Errorf("read who works where %s is given: %w", own.ID, err)
	}
	for _, o := range offices {
		wrong := fault.From(permit.CheckStaff(d, o.Agency, o.ID, o.people()))
		if wrong == nil {
			continue
		}
		for _, f := range wrong.Fields {
			lacks = append(lacks, permitform.Lack{Place: permit.Named{ID: o.ID, Name: o.Name}, Step: stepOf(d, f.Name), Key: f.Key})
		}
	}
	return lacks, nil
}

// people are those who work in an office, with what they may do there.
func (o office) people() []access.Actor {
	at := map[string]int{}
	var people []access.Actor
	for _, s := range o.Staff {
		i, known := at[s.Person]
		if !known {
			i = len(people)
			at[s.Person] = i
			people = append(people, access.Actor{ID: s.Person, Staff: true})
		}
		people[i].Grants = append(people[i].Grants, access.Grant{Role: s.Role, Agency: o.Agency})
	}
	return people
}

// stepOf is the id of the step that a fault is about: "steps.1.roles".
func stepOf(d *permit.Definition, name string) string {
	i, err := strconv.Atoi(strings.Split(name+"..", ".")[1])
	if err != nil || i < 0 || i >= len(d.Steps) {
		return ""
	}
	return d.Steps[i].ID
}
