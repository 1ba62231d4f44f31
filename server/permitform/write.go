package permitform

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/api"
	"rumah/server/permit"
	"rumah/server/revision"
	"rumah/shared/check"
	"rumah/shared/permitform"
)

// Save implements permitform.API.
func (s *Service) Save(ctx context.Context, draft permitform.SaveDraft) (permitform.Edit, error) {
	return s.write(ctx, draft.Service, func(tx bun.Tx, own subject) error {
		if err := refers(ctx, tx, &draft.Content); err != nil {
			return err
		}
		return shelf.Save(ctx, tx, revision.Write[permitform.Content]{
			ID: own.ID, Save: draft.Save, Base: own.Version, Note: draft.Note, Content: draft.Content, Author: api.Actor(ctx), At: s.now(),
		})
	})
}

// Discard implements permitform.API.
func (s *Service) Discard(ctx context.Context, at permitform.DraftID) (permitform.Edit, error) {
	return s.write(ctx, at.Service, func(tx bun.Tx, own subject) error { return shelf.Discard(ctx, tx, own.ID, at.Save) })
}

// Publish implements permitform.API. What was drafted under older rules, or
// for an office that has gone, is not published.
func (s *Service) Publish(ctx context.Context, at permitform.DraftID) (permitform.Edit, error) {
	return s.write(ctx, at.Service, func(tx bun.Tx, own subject) error {
		v, err := shelf.Publish(ctx, tx, own.ID, at.Save, api.Actor(ctx), s.now())
		if err != nil {
			return err
		}
		var f check.Faults
		f.Merge("content", v.Content.Check())
		f.Merge("", refers(ctx, tx, &v.Content))
		if err := f.Err(); err != nil {
			return err
		}
		return permit.Begin(ctx, tx, own.ID, v)
	})
}

// Close implements permitform.API.
func (s *Service) Close(ctx context.Context, of permitform.ServiceID) (permitform.Edit, error) {
	return s.write(ctx, of.Service, func(tx bun.Tx, own subject) error {
		if own.Closed {
			return nil
		}
		if _, err := tx.NewRaw(`UPDATE permit_services SET own = true WHERE service_id = ? AND ended_at IS NULL`, own.ID).Exec(ctx); err != nil {
			return fmt.Errorf("close %s: %w", own.ID, err)
		}
		return permit.End(ctx, tx, own.ID, s.now())
	})
}

// write changes something about a service, all at once or not at all, and
// answers with what its desk shows after that. change uses the context of
// its caller, who says in whose name it happens.
func (s *Service) write(ctx context.Context, id string, change func(bun.Tx, subject) error) (permitform.Edit, error) {
	err := s.db.RunInTx(ctx, nil, func(_ context.Context, tx bun.Tx) error {
		own, err := hold(ctx, tx, id)
		if err != nil {
			return err
		}
		return change(tx, own)
	})
	if err != nil {
		return permitform.Edit{}, err
	}
	return s.Edit(ctx, permitform.ServiceID{Service: id})
}

// refers refuses steps of agencies that there are not.
func refers(ctx context.Context, db bun.IDB, c *permitform.Content) error {
	named := []string{}
	for _, step := range c.Definition.Steps {
		named = append(named, step.Agency)
	}
	var missing []int
	err := db.NewRaw(`
SELECT at - 1 FROM unnest(?::text[]) WITH ORDINALITY AS t(id, at)
WHERE id <> '' AND NOT EXISTS (SELECT FROM agencies g WHERE g.id = t.id AND g.retired_at IS NULL) ORDER BY at`, pgdialect.Array(named)).Scan(ctx, &missing)
	if err != nil {
		return fmt.Errorf("look up the agencies of a way: %w", err)
	}
	var f check.Faults
	for _, i := range missing {
		f.Add(check.At("content.definition.steps", i)+".agency", "choice", "")
	}
	return f.Err()
}
