package permit

import (
	"context"
	"errors"
	"fmt"

	"rumah/shared/access"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/proof"
)

// archived reports whether who applied has closed their account, and nothing
// is left to be done: what they sent is kept for as long as the law says, and
// nobody opens it (UU 27/2022, 8; archives come first).
func (d *dossier) archived() bool { return d.Closed && d.state.Head.Stage.Final() }

// erase erases answers and files of applications that have been over for as
// long as their service keeps them. That there was one, what happened to it
// and how long it took stays, and so does its letter: the register of an
// office is for ever.
func (s *Service) erase(ctx context.Context) error {
	var usual permit.Definition
	var due []struct{ ID, Holder string }
	err := s.db.NewRaw(`
SELECT a.id, a.holder FROM applications a JOIN permit_services d ON d.service_id = a.service_id AND d.version = a.edition
WHERE a.over AND a.erased_at IS NULL AND a.changed_at < ?0::timestamptz - make_interval(days => coalesce(nullif((d.definition ->> 'keep')::int, 0), ?1))
ORDER BY a.changed_at LIMIT ?2`, s.now().UTC(), usual.Kept(), mostTended).Scan(ctx, &due)
	if err != nil {
		return fmt.Errorf("find what was kept long enough: %w", err)
	}
	var failed []error
	for _, a := range due {
		failed = append(failed, s.eraseOne(ctx, a.ID, a.Holder))
	}
	return errors.Join(failed...)
}

// eraseOne erases those of one application, in one statement: files go only
// where their answers do.
func (s *Service) eraseOne(ctx context.Context, id, holder string) error {
	nothing, err := s.seal(id, form.Answers{})
	if err == nil {
		_, err = s.db.NewRaw(`
WITH e AS (UPDATE applications SET sealed = ?, holder = ?, member_id = NULL, erased_at = ? WHERE id = ? AND over AND erased_at IS NULL RETURNING id)
DELETE FROM files f USING e WHERE f.application_id = e.id`, nothing, proof.MaskName(holder), s.now().UTC(), id).Exec(ctx)
	}
	if err != nil {
		return fmt.Errorf("erase the answers of %s: %w", id, err)
	}
	return nil
}

// Forget ends what somebody has begun or sent whose account was closed. What
// the office has decided is its record. Until all is done Sweep goes on with
// it.
func (s *Service) Forget(ctx context.Context, person string) error {
	if _, err := s.db.NewRaw(`DELETE FROM applications WHERE person_id = ? AND version = 0`, person).Exec(ctx); err != nil {
		return fmt.Errorf("forget the drafts of a closed account: %w", err)
	}
	live, err := s.readAll(ctx, nil, `a.person_id = ?1 AND NOT a.over`, person)
	if err != nil {
		return err
	}
	var failed []error
	for _, d := range live {
		events, err := d.state.Do(d.rules, permit.Command{Action: permit.Cancel, By: access.Actor{ID: person}}, s.now())
		if err != nil { // it is signed or about to be fetched, and goes its way
			continue
		}
		failed = append(failed, s.write(ctx, d, events, nil))
	}
	return errors.Join(failed...)
}

// forgetClosed goes on with what was begun when accounts were closed.
func (s *Service) forgetClosed(ctx context.Context) error {
	var closed []string
	err := s.db.NewRaw(`SELECT DISTINCT p.id FROM applications a JOIN people p ON p.id = a.person_id WHERE p.closed_at IS NOT NULL AND NOT a.over LIMIT ?`, mostTended).Scan(ctx, &closed)
	if err != nil {
		return fmt.Errorf("find applications of closed accounts: %w", err)
	}
	var failed []error
	for _, person := range closed {
		failed = append(failed, s.Forget(ctx, person))
	}
	return errors.Join(failed...)
}
