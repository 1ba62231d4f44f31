package permit

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/schema"

	"rumah/server/api"
	"rumah/shared/permit"
)

// Overview implements permit.API: one statement counts all lists, each only
// as far as anybody wants to know.
func (s *Service) Overview(ctx context.Context) (permit.Overview, error) {
	all, args := `SELECT json_build_object(`, []any{}
	for _, c := range []struct {
		name string
		f    permit.DeskFilter
	}{
		{"mine", permit.DeskFilter{Mine: true}}, {"free", permit.DeskFilter{Free: true}}, {"late", permit.DeskFilter{Late: true}},
		{"returned", permit.DeskFilter{Stage: permit.Returned}}, {"all", permit.DeskFilter{}},
	} {
		all += `'` + c.name + `', (SELECT count(*) FROM (?) a), `
		args = append(args, first(reachOf(api.Actor(ctx)), `rank, id`, s.where(ctx, c.f), permit.MostCounted))
	}
	all += `'services', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) ORDER BY s.name COLLATE "C"), '[]') FROM services s WHERE ?), 'places', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name COLLATE "C"), '[]') FROM places p WHERE ?), 'loads', (SELECT coalesce(json_agg(load ORDER BY name, has DESC), '[]') FROM (?) x))::text`
	var text string
	var o permit.Overview
	err := s.db.NewRaw(all, append(args, reachOf(api.Actor(ctx)).has(`a.service_id = s.id`), reachOf(api.Actor(ctx)).has(`a.place_id = p.id`), s.loads(administers(api.Actor(ctx))))...).Scan(ctx, &text)
	if err == nil {
		err = json.Unmarshal([]byte(text), &o)
	}
	if err != nil {
		return o, fmt.Errorf("count the applications of a desk: %w", err)
	}
	return o, nil
}

// has is the condition that there are applications a, of which something
// holds, that somebody reaches.
func (r reach) has(of string) schema.QueryAppender {
	all, args := `false`, []any{}
	for _, way := range r.ways() {
		all, args = all+` OR EXISTS (SELECT FROM applications a WHERE `+of+` AND a.version > 0 AND ?)`, append(args, way)
	}
	return bun.SafeQuery(`(`+all+`)`, args...)
}
