// Package permitform is the desk on which agencies write how their services
// are applied for: it answers the contract of shared/permitform.
package permitform

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/permit"
	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
	"rumah/shared/permitform"
	"rumah/shared/revision"
)

// shelf holds drafts and versions; what applications begin with stands in
// permit_services.
var shelf = permit.Written

// Service implements permitform.API.
type Service struct {
	db  bun.IDB
	now func() time.Time
}

var _ permitform.API = (*Service)(nil)

// New returns the service.
func New(db bun.IDB, now func() time.Time) *Service { return &Service{db: db, now: now} }

// subject is a service as this desk knows it.
type subject struct {
	ID, Name         string
	AgencyID, Agency string
	Version          int  // the newest that was published; 0 for none
	Closed           bool // it takes no new applications
	Content          catalogue.Content
	Running          int // applications that are not over
}

// subjectSQL reads a service that the actor may write.
const subjectSQL = `
SELECT s.id, s.name, s.agency_id, g.name AS agency, coalesce(s.content::text, '{}') AS content,
  coalesce((SELECT max(version) FROM permit_services WHERE service_id = s.id), 0) AS version,
  NOT EXISTS (SELECT FROM permit_services WHERE service_id = s.id AND ended_at IS NULL) AS closed,
  (SELECT count(*) FROM applications a WHERE a.service_id = s.id AND a.version > 0 AND NOT a.over) AS running
FROM services s JOIN agencies g ON g.id = s.agency_id
WHERE s.id = ?0 AND s.retired_at IS NULL AND (?1 OR s.agency_id IN (SELECT agencies_below(?2::text[])))`

// mine is a service whose form the actor may write. Those of other agencies
// are unknown.
func mine(ctx context.Context, db bun.IDB, id string) (subject, error) {
	return pick(ctx, db, id, subjectSQL)
}

// hold is mine for somebody who is about to write: whoever also writes waits.
func hold(ctx context.Context, tx bun.IDB, id string) (subject, error) {
	return pick(ctx, tx, id, subjectSQL+` FOR UPDATE OF s`)
}

func pick(ctx context.Context, db bun.IDB, id, query string) (own subject, err error) {
	if !database.Storable(id) {
		return own, fault.New(fault.Unknown, "unknown")
	}
	in := api.ScopeOf(ctx, access.Agency)
	var content string
	err = db.NewRaw(query, id, in.All, pgdialect.Array(in.Over)).Scan(ctx, &own.ID, &own.Name, &own.AgencyID, &own.Agency, &content, &own.Version, &own.Closed, &own.Running)
	if errors.Is(err, sql.ErrNoRows) {
		return own, fault.New(fault.Unknown, "unknown")
	}
	if err == nil {
		err = json.Unmarshal([]byte(content), &own.Content)
	}
	if err != nil {
		return own, fmt.Errorf("read how %s is applied for: %w", id, err)
	}
	return own, nil
}

func (o subject) state(drafted bool) revision.State {
	switch {
	case o.Version == 0:
		return revision.Fresh
	case drafted:
		return revision.Drafted
	}
	return revision.Published
}

// Edit implements permitform.API.
func (s *Service) Edit(ctx context.Context, of permitform.ServiceID) (permitform.Edit, error) {
	own, err := mine(ctx, s.db, of.Service)
	if err != nil {
		return permitform.Edit{}, err
	}
	return s.edit(ctx, own)
}

// edit is everything the desk needs of a service.
func (s *Service) edit(ctx context.Context, own subject) (permitform.Edit, error) {
	e := permitform.Edit{Service: own.ID, Name: own.Name, AgencyID: own.AgencyID, Agency: own.Agency, Closed: own.Closed && own.Version > 0,
		Promise: own.Content.Promise, Fee: own.Content.Fee, Running: own.Running}
	draft, err := shelf.Draft(ctx, s.db, own.ID)
	if err != nil {
		return e, err
	}
	if own.Version > 0 {
		if e.Public, err = shelf.Content(ctx, s.db, own.ID, own.Version); err != nil {
			return e, err
		}
	}
	e.State, e.Draft, e.Drafted = own.state(draft != nil), draft.For(api.Actor(ctx)), e.Public
	switch {
	case draft != nil:
		e.Drafted = draft.Content
	case own.Version == 0:
		e.Drafted = beginning(own)
	}
	e.Public, e.Drafted = whole(e.Public), whole(e.Drafted)
	if e.History, err = shelf.History(ctx, s.db, own.ID); err != nil {
		return e, err
	}
	if e.Agencies, err = s.agencies(ctx); err != nil {
		return e, err
	}
	e.Lacks, err = s.lacks(ctx, own, &e.Drafted.Definition)
	return e, err
}

// Version implements permitform.API.
func (s *Service) Version(ctx context.Context, at permitform.VersionID) (permitform.Content, error) {
	own, err := mine(ctx, s.db, at.Service)
	if err != nil {
		return permitform.Content{}, err
	}
	c, err := shelf.Content(ctx, s.db, own.ID, at.Number)
	return whole(c), err
}
