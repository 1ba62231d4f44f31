package catalogue

import (
	"context"
	"fmt"
	"slices"

	"github.com/uptrace/bun"

	"rumah/server/api"
	"rumah/server/revision"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
)

type version = revision.Version[catalogue.Content]

// Create implements catalogue.API.
func (s *Service) Create(ctx context.Context, svc catalogue.NewService) (catalogue.Edit, error) {
	agencies, err := s.agencies(ctx)
	if err != nil {
		return catalogue.Edit{}, err
	}
	if !slices.ContainsFunc(agencies, func(a catalogue.Agency) bool { return a.ID == svc.Agency }) {
		return catalogue.Edit{}, fault.New(fault.Denied, "denied")
	}
	if err := svc.CheckMore(); err != nil { // whoever calls: the name could never be read
		return catalogue.Edit{}, err
	}
	return s.write(ctx, svc.ID, func(tx bun.Tx) error {
		if err := refers(ctx, tx, svc.Content); err != nil {
			return err
		}
		free, err := begun(ctx, tx, svc)
		switch {
		case err != nil:
			return err
		case !free:
			return fault.New(fault.Conflict, "taken")
		}
		return s.keep(ctx, tx, subject{ID: svc.ID}, catalogue.SaveDraft{Content: svc.Content})
	})
}

// Save implements catalogue.API.
func (s *Service) Save(ctx context.Context, draft catalogue.SaveDraft) (catalogue.Edit, error) {
	return s.write(ctx, draft.ID, func(tx bun.Tx) error {
		own, err := hold(ctx, tx, draft.ID)
		if err != nil {
			return err
		}
		if err := refers(ctx, tx, draft.Content); err != nil {
			return err
		}
		if err := s.keep(ctx, tx, own, draft); err != nil {
			return err
		}
		return named(ctx, tx, own.ID, draft.Content)
	})
}

// keep puts a draft on the shelf.
func (s *Service) keep(ctx context.Context, tx bun.Tx, own subject, draft catalogue.SaveDraft) error {
	return shelf.Save(ctx, tx, revision.Write[catalogue.Content]{
		ID: own.ID, Save: draft.Save, Base: own.Version, Note: draft.Note, Content: whole(draft.Content), Author: api.Actor(ctx), At: s.now(),
	})
}

// Discard implements catalogue.API.
func (s *Service) Discard(ctx context.Context, at catalogue.DraftID) (catalogue.Edit, error) {
	return s.write(ctx, at.ID, func(tx bun.Tx) error {
		own, err := hold(ctx, tx, at.ID)
		if err != nil {
			return err
		}
		return shelf.Discard(ctx, tx, own.ID, at.Save)
	})
}

// Publish implements catalogue.API.
func (s *Service) Publish(ctx context.Context, at catalogue.DraftID) (catalogue.Edit, error) {
	return s.write(ctx, at.ID, func(tx bun.Tx) error {
		own, err := hold(ctx, tx, at.ID)
		if err != nil {
			return err
		}
		v, err := shelf.Publish(ctx, tx, own.ID, at.Save, api.Actor(ctx), s.now())
		if err != nil {
			return err
		}
		if err := public(ctx, tx, own.ID, v); err != nil {
			return err
		}
		return index(ctx, tx, own.ID)
	})
}

// Retire implements catalogue.API. What is already out stays out for the
// reason it was taken out for.
func (s *Service) Retire(ctx context.Context, retire catalogue.Retirement) (catalogue.Edit, error) {
	return s.write(ctx, retire.ID, func(tx bun.Tx) error {
		own, err := hold(ctx, tx, retire.ID)
		if err != nil || own.Retired {
			return err
		}
		actor := api.Actor(ctx)
		_, err = tx.NewRaw(`
UPDATE services SET retired_at = ?::timestamptz, retired_by = ?, retired_name = ?, retired_reason = ?, own = true
WHERE id = ?`, s.now().UTC(), actor.ID, actor.Name, retire.Reason, own.ID).Exec(ctx)
		if err != nil {
			return fmt.Errorf("retire service %s: %w", own.ID, err)
		}
		return index(ctx, tx, own.ID)
	})
}

// write changes something about a service, all at once or not at all, and
// answers with what its desk shows after that. change uses the context of
// its caller, who says in whose name it happens: a transaction within a
// transaction comes with another.
func (s *Service) write(ctx context.Context, id string, change func(bun.Tx) error) (catalogue.Edit, error) {
	if err := s.db.RunInTx(ctx, nil, func(_ context.Context, tx bun.Tx) error { return change(tx) }); err != nil {
		return catalogue.Edit{}, err
	}
	return s.edit(ctx, id)
}
