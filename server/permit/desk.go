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

// plain writes a text so that LIKE takes it as it is.
var plain = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// ways are the conditions by which somebody reaches an application a. Each
// goes by an index of its own.
func (r reach) ways() []schema.QueryAppender {
	if r.all {
		return []schema.QueryAppender{bun.SafeQuery(`true`)}
	}
	var ways []schema.QueryAppender
	if len(r.agencies) > 0 {
		ways = append(ways, bun.SafeQuery(`a.agency_id = ANY(ARRAY(SELECT agencies_below(?::text[])))`, pgdialect.Array(r.agencies)))
	}
	if len(r.places) > 0 {
		ways = append(ways, bun.SafeQuery(`a.place_id = ANY(?::text[])`, pgdialect.Array(r.places)))
	}
	if len(r.speaks) > 0 {
		ways = append(ways, bun.SafeQuery(`a.asked <> '{}' AND a.asked && ?::text[]`, pgdialect.Array(r.speaks)))
	}
	return ways
}

// within is the condition that somebody reaches an application a.
func (r reach) within() schema.QueryAppender {
	all, args := `false`, []any{}
	for _, way := range r.ways() {
		all, args = all+` OR ?`, append(args, way)
	}
	return bun.SafeQuery(`(`+all+`)`, args...)
}

// Desk implements permit.API.
func (s *Service) Desk(ctx context.Context, f permit.DeskFilter) (permit.Desk, error) {
	desk := permit.Desk{Items: []permit.Line{}, Now: s.now()}
	after, err := readCursor(f.After)
	if err != nil || !database.Storable(f.Text) || !database.Storable(f.Officer) {
		return desk, err
	}
	limit := f.Limit
	if limit <= 0 {
		limit = usualDesk
	}
	limit = min(limit, mostDesk)
	where := s.where(ctx, f)
	if f.After != "" {
		where = bun.SafeQuery(`? AND (a.rank, a.id) > (?, ?)`, where, after.Rank, after.ID)
	}
	lines, err := s.lines(ctx, `SELECT a.*, row_number() OVER (ORDER BY a.rank, a.id) AS at FROM (?) a`, first(reachOf(api.Actor(ctx)), `*`, where, limit+1))
	if len(lines) > limit {
		lines = lines[:limit]
		desk.Next = lines[limit-1].cursor()
	}
	for _, l := range lines {
		desk.Items = append(desk.Items, l.Line)
	}
	return desk, err
}

// where is the condition of a filter on an application a, without where in
// the list it begins.
func (s *Service) where(ctx context.Context, f permit.DeskFilter) schema.QueryAppender {
	if strings.Contains(f.Text, "/") { // the number of a letter, which is out or about to be fetched
		return bun.SafeQuery(`a.version > 0 AND a.id IN (SELECT application_id FROM documents WHERE number = ?)`, strings.TrimSpace(f.Text))
	}
	where, args := `a.version > 0 AND a.over = ?`, []any{f.Over || f.Stage.Final()}
	add := func(yes bool, part string, more ...any) {
		if yes {
			where, args = where+` AND `+part, append(args, more...)
		}
	}
	now, who := s.now(), api.Actor(ctx)
	add(f.Stage != "", `a.stage = ?`, f.Stage)
	add(f.Service != "", `a.service_id = ?`, f.Service)
	add(f.Place != "", `a.place_id = ?`, f.Place)
	add(f.Mine, `a.officer_id = ?`, who.ID)
	add(f.Officer != "", `a.officer_id = ?`, f.Officer)
	add(f.Free, `a.officer_id IS NULL AND ?`, takes(who))
	add(f.Late, `a.due_at < ?::timestamptz AND a.rank < ?`, now.UTC(), now.UnixMilli()) // where due stands by when it is
	add(f.Text != "", `(lower(a.holder) LIKE lower(?) OR a.id = upper(?))`, "%"+plain.Replace(f.Text)+"%", f.Text)
	return bun.SafeQuery(where, args...)
}

// takes is the condition that somebody could take an application a, or as an
// admin give it to somebody.
func takes(who access.Actor) schema.QueryAppender {
	if who.May(access.Agency) {
		return bun.SafeQuery(`true`)
	}
	roles := []string{}
	for _, g := range who.Grants {
		roles = append(roles, string(g.Role))
	}
	return bun.SafeQuery(`a.roles && ?::text[]`, pgdialect.Array(roles))
}

// first selects columns of the first applications that somebody reaches and
// that fulfil a condition, rank and id among them. What is reached in two ways
// is there once.
func first(r reach, columns string, where schema.QueryAppender, limit int) schema.QueryAppender {
	all, args := `SELECT `+columns+` FROM applications a WHERE false`, []any{}
	for _, way := range r.ways() {
		all += ` UNION ALL (SELECT ` + columns + ` FROM applications a WHERE ? AND ? ORDER BY a.rank, a.id LIMIT ?)`
		args = append(args, way, where, limit)
	}
	return bun.SafeQuery(`SELECT DISTINCT ON (rank, id) `+columns+` FROM (`+all+`) a ORDER BY rank, id LIMIT ?`, append(args, limit)...)
}
