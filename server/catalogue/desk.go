package catalogue

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
	shared "rumah/shared/revision"
)

// usualDesk is how many lines of a desk one page has.
const usualDesk = 50

// Desk implements catalogue.API.
func (s *Service) Desk(ctx context.Context, filter catalogue.DeskFilter) (catalogue.Desk, error) {
	after, err := parseCursor(filter.After)
	if err != nil {
		return catalogue.Desk{}, err
	}
	desk := catalogue.Desk{Items: []catalogue.DeskLine{}}
	if desk.Agencies, err = s.agencies(ctx); err != nil {
		return catalogue.Desk{}, err
	}
	if !database.Storable(filter.Text) {
		return desk, nil
	}
	limit := filter.Limit
	if limit <= 0 {
		limit = usualDesk
	}
	limit = min(limit, mostPage)
	lines, total, err := s.deskLines(ctx, deskSearch{
		Scope: api.ScopeOf(ctx, access.Agency), Text: filter.Text, Cursor: after, Limit: limit + 1,
	})
	if err != nil {
		return catalogue.Desk{}, err
	}
	desk.Total = total
	if len(lines) > limit {
		lines = lines[:limit]
		desk.Next = api.Cursor(lines[limit-1].cursor())
	}
	reader := api.Actor(ctx).ID
	for _, l := range lines {
		l.State = stateOf(l.Version, l.Draft != nil)
		if l.Draft != nil {
			l.Draft.Own = l.Author == reader
		}
		desk.Items = append(desk.Items, l.DeskLine)
	}
	return desk, nil
}

func stateOf(version int, drafted bool) shared.State {
	switch {
	case version == 0:
		return shared.Fresh
	case drafted:
		return shared.Drafted
	}
	return shared.Published
}

// Edit implements catalogue.API.
func (s *Service) Edit(ctx context.Context, id catalogue.ID) (catalogue.Edit, error) {
	return s.edit(ctx, id.ID)
}

// Version implements catalogue.API.
func (s *Service) Version(ctx context.Context, at catalogue.VersionID) (catalogue.Content, error) {
	if _, err := mine(ctx, s.db, at.ID); err != nil {
		return catalogue.Content{}, err
	}
	content, err := shelf.Content(ctx, s.db, at.ID, at.Number)
	return whole(content), err
}

// subject is a service as its desk knows it.
type subject struct {
	ID         string
	AgencyID   string
	AgencyName string
	Version    int
	Retired    bool
	Content    string // "" before the first version
}

const subjectSQL = `
SELECT s.id, s.agency_id, g.name AS agency_name, s.version, s.retired_at IS NOT NULL AS retired, coalesce(s.content::text, '') AS content
FROM services s JOIN agencies g ON g.id = s.agency_id
WHERE s.id = ?0 AND (?1 OR s.agency_id IN (SELECT agencies_below(?2::text[])))`

// mine is a service the actor may write. Those of other agencies are unknown.
func mine(ctx context.Context, db bun.IDB, id string) (subject, error) {
	return pick(ctx, db, id, subjectSQL)
}

// hold is mine for somebody who is about to write: whoever also writes waits.
func hold(ctx context.Context, tx bun.IDB, id string) (subject, error) {
	return pick(ctx, tx, id, subjectSQL+` FOR UPDATE OF s`)
}

func pick(ctx context.Context, db bun.IDB, id, query string) (subject, error) {
	var own subject
	if !database.Storable(id) {
		return own, fault.New(fault.Unknown, "unknown")
	}
	in := api.ScopeOf(ctx, access.Agency)
	switch err := db.NewRaw(query, id, in.All, pgdialect.Array(in.Over)).Scan(ctx, &own); {
	case errors.Is(err, sql.ErrNoRows):
		return own, fault.New(fault.Unknown, "unknown")
	case err != nil:
		return own, fmt.Errorf("read service %s: %w", id, err)
	}
	return own, nil
}

// edit is everything about a service that its desk needs.
func (s *Service) edit(ctx context.Context, id string) (catalogue.Edit, error) {
	own, err := mine(ctx, s.db, id)
	if err != nil {
		return catalogue.Edit{}, err
	}
	e := catalogue.Edit{ID: own.ID, AgencyID: own.AgencyID, AgencyName: own.AgencyName, Retired: own.Retired}
	if own.Content != "" {
		if err := json.Unmarshal([]byte(own.Content), &e.Public); err != nil {
			return catalogue.Edit{}, fmt.Errorf("read service %s: %w", id, err)
		}
	}
	draft, err := shelf.Draft(ctx, s.db, id)
	if err != nil {
		return catalogue.Edit{}, err
	}
	e.Public = whole(e.Public)
	e.Drafted, e.Draft, e.State = e.Public, draft.For(api.Actor(ctx)), stateOf(own.Version, draft != nil)
	if draft != nil {
		e.Drafted = whole(draft.Content)
	}
	if e.History, err = shelf.History(ctx, s.db, id); err != nil {
		return catalogue.Edit{}, err
	}
	e.Places, err = s.places.Below(ctx, own.AgencyID)
	return e, err
}
