package permit

import (
	"context"
	"slices"
	"strings"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"
	"github.com/uptrace/bun/schema"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/shared/access"
	"rumah/shared/permit"
)

// usualDesk and mostDesk are how many lines of a desk one page has.
const (
	usualDesk = 50
	mostDesk  = 100
)

// desks are the roles that work on applications.
var desks = []access.Role{access.Counter, access.Verifier, access.Signer, access.Agency}

// reach is what somebody works on: everything, what is of some agencies and
// those below them, what is of some places, and what agencies were asked for
// that they speak for.
type reach struct {
	all                      bool
	agencies, places, speaks []string
}

func reachOf(a access.Actor) reach {
	r := reach{agencies: []string{}, places: []string{}, speaks: []string{}}
	for _, g := range a.Grants {
		role := g.Role
		if role == access.Regency {
			role = access.Agency
		}
		if !a.Staff || !slices.Contains(desks, role) {
			continue
		}
		switch {
		case g.Place != "":
			r.places = append(r.places, g.Place)
		case g.Agency == "":
			r.all = true
		default:
			r.agencies = append(r.agencies, g.Agency)
		}
		if g.Agency != "" {
			r.speaks = append(r.speaks, g.Agency)
		}
	}
	return r
}

// within is the condition that an application a is among them. Only what
// somebody has stands in it, so that the database can go by one index.
func (r reach) within() schema.QueryAppender {
	if r.all {
		return bun.SafeQuery(`true`)
	}
	parts, args := []string{}, []any{}
	if len(r.agencies) > 0 {
		parts, args = append(parts, `a.agency_id IN (SELECT agencies_below(?::text[]))`), append(args, pgdialect.Array(r.agencies))
	}
	if len(r.places) > 0 {
		parts, args = append(parts, `a.place_id = ANY(?::text[])`), append(args, pgdialect.Array(r.places))
	}
	if len(r.speaks) > 0 {
		parts, args = append(parts, `(a.asked <> '{}' AND a.asked && ?::text[])`), append(args, pgdialect.Array(r.speaks))
	}
	if len(parts) == 0 {
		return bun.SafeQuery(`false`)
	}
	return bun.SafeQuery(`(`+strings.Join(parts, ` OR `)+`)`, args...)
}

// Desk implements permit.API.
func (s *Service) Desk(ctx context.Context, f permit.DeskFilter) (permit.Desk, error) {
	desk := permit.Desk{Items: []permit.Line{}, Now: s.now()}
	after, err := readCursor(f.After)
	if err != nil || !database.Storable(f.Text) {
		return desk, err
	}
	limit := f.Limit
	if limit <= 0 {
		limit = usualDesk
	}
	limit = min(limit, mostDesk)
	where, args := `a.version > 0 AND a.over = ? AND ?`, []any{f.Over || f.Stage.Final(), reachOf(api.Actor(ctx)).within()}
	add := func(yes bool, part string, more ...any) {
		if yes {
			where, args = where+` AND `+part, append(args, more...)
		}
	}
	add(f.Stage != "", `a.stage = ?`, f.Stage)
	add(f.Service != "", `a.service_id = ?`, f.Service)
	add(f.Mine, `a.officer_id = ?`, api.Actor(ctx).ID)
	add(f.Free, `a.officer_id IS NULL`)
	add(f.Late, `a.due_at < ?::timestamptz`, s.now().UTC())
	add(f.Text != "", `(strpos(lower(a.holder), lower(?)) > 0 OR starts_with(a.id, upper(?)))`, f.Text, f.Text)
	add(f.After != "", `(a.rank, a.id) > (?, ?)`, after.Rank, after.ID)
	lines, err := s.lines(ctx, `SELECT a.*, row_number() OVER (ORDER BY a.rank, a.id) AS at FROM (
  SELECT * FROM applications a WHERE `+where+` ORDER BY a.rank, a.id LIMIT ?) a`, append(args, limit+1)...)
	if len(lines) > limit {
		lines = lines[:limit]
		desk.Next = lines[limit-1].cursor()
	}
	for _, l := range lines {
		desk.Items = append(desk.Items, l.Line)
	}
	return desk, err
}
