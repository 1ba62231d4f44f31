package permit

import (
	"context"
	"slices"

	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/permit"
)

// Assign implements permit.API.
func (s *Service) Assign(ctx context.Context, in permit.Assign) (permit.Assigned, error) {
	if !database.Storable(in.To) {
		return permit.Assigned{}, fault.Wrong(fault.Field{Name: "to", Key: "choice"})
	}
	list, err := s.picked(ctx, in.Items)
	if err != nil {
		return permit.Assigned{}, err
	}
	abilities, err := s.abilities(ctx, in.To, postsOf(list...))
	if err != nil {
		return permit.Assigned{}, err
	}
	g := giving{Service: s, by: api.Actor(ctx), to: in.To, abilities: abilities}
	return g.give(ctx, in.Items, list)
}

// picked are those of some applications that the maker of a request works on.
func (s *Service) picked(ctx context.Context, items []permit.Pick) ([]*dossier, error) {
	ids := make([]string, 0, len(items))
	for _, item := range items {
		if database.Storable(item.ID) {
			ids = append(ids, item.ID)
		}
	}
	r := reachOf(api.Actor(ctx))
	return s.readAll(ctx, r.agencies, `a.id = ANY(?1::text[]) AND a.version > 0 AND ?2`, pgdialect.Array(ids), r.within())
}

// giving gives applications to somebody.
type giving struct {
	*Service
	by        access.Actor
	to        string
	note      string
	abilities map[string][]access.Role
}

// give decides about each and writes all that can be done at once.
func (g giving) give(ctx context.Context, items []permit.Pick, list []*dossier) (permit.Assigned, error) {
	out := permit.Assigned{Items: make([]permit.Outcome, len(items))}
	var changes []change
	for i, item := range items {
		out.Items[i].ID = item.ID
		at := slices.IndexFunc(list, func(d *dossier) bool { return d.ID == item.ID })
		if at < 0 {
			out.Items[i].Key = "unknown"
			continue
		}
		d := list[at]
		if len(g.abilities[d.ID]) == 0 {
			out.Items[i].Key = "permit_unable"
			continue
		}
		events, err := d.state.Do(d.rules, g.command(d, item.Seen), g.now())
		switch {
		case err != nil:
			out.Items[i].Key = fault.From(err).Key
		case len(events) > 0:
			changes = append(changes, change{d, events})
		}
	}
	done, err := g.writeMany(ctx, changes)
	if err != nil {
		return out, err
	}
	for i := range out.Items {
		o := &out.Items[i]
		if o.Key == "" && !done[o.ID] && slices.ContainsFunc(changes, func(c change) bool { return c.ID == o.ID }) {
			o.Key = "permit_changed"
		}
	}
	return out, nil
}

// command is what is wished for one: to take it, or to hand it over.
func (g giving) command(d *dossier, seen int64) permit.Command {
	c := permit.Command{Action: permit.Take, By: d.acting(g.by), Seen: seen, Note: g.note, To: d.able(g.to, g.abilities[d.ID])}
	if d.state.Head.Officer != "" {
		c.Action = permit.HandOver
	}
	return c
}
