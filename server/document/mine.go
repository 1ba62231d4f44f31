package document

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/inspect"
	"rumah/server/qr"
	shared "rumah/shared/api"
	"rumah/shared/document"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/proof"
)

// mostMine bounds how many documents somebody is shown.
const mostMine = 200

// Mine implements document.API.
func (s *Service) Mine(ctx context.Context) (document.Mine, error) {
	mine := document.Mine{Items: []document.Line{}, Now: s.now()}
	rows, err := s.rows(ctx, `d.person_id = ? ORDER BY d.signed_at DESC, d.id LIMIT ?`, api.Actor(ctx).ID, mostMine)
	for _, r := range rows {
		mine.Items = append(mine.Items, s.line(r))
	}
	return mine, err
}

// One implements document.API.
func (s *Service) One(ctx context.Context, id document.ID) (document.Shown, error) {
	shown := document.Shown{Now: s.now()}
	if !database.Storable(id.ID) {
		return shown, unknown()
	}
	r, err := s.one(ctx, `(d.id = ?0 OR d.application_id = ?0) AND d.person_id = ?1`, id.ID, api.Actor(ctx).ID)
	if err != nil {
		return shown, err
	}
	shown.Line = s.line(r)
	shown.QR, shown.QRSize, err = qr.Path(shown.Link)
	return shown, err
}

// held is a document that the maker of a request may read whole. Fault:
// unknown, busy.
func (s *Service) held(ctx context.Context, id string) (row, error) {
	if !database.Storable(id) {
		return row{}, unknown()
	}
	r, err := s.one(ctx, `d.id = ?`, id)
	if err != nil {
		return r, err
	}
	a := api.Actor(ctx)
	switch {
	case a.ID == r.Person:
		return r, nil
	case a.Staff:
		return r, s.Reach(ctx, r.Application)
	}
	return row{}, unknown()
}

// File implements document.API.
func (s *Service) File(ctx context.Context, id document.ID) (shared.File, error) {
	r, err := s.held(ctx, id.ID)
	if err != nil {
		return shared.File{}, err
	}
	data, err := s.get(ctx, r.ID)
	return shared.File{Name: nameOf(r), Type: inspect.PDF, Data: data}, err
}

// nameOf is what a document is called as a file.
func nameOf(r row) string {
	return strings.NewReplacer("/", "-", `\`, "-").Replace(r.Title+" "+r.Number) + ".pdf"
}

// Attach implements document.API. One that does not hold any more is not sent
// on: an office would only send it back.
func (s *Service) Attach(ctx context.Context, in document.Attach) (form.File, error) {
	if !database.Storable(in.ID) {
		return form.File{}, unknown()
	}
	r, err := s.one(ctx, `d.id = ? AND d.person_id = ?`, in.ID, api.Actor(ctx).ID)
	if err != nil {
		return form.File{}, err
	}
	if status := s.status(r); status != proof.Genuine {
		return form.File{}, conflict("document_" + string(status))
	}
	data, err := s.get(ctx, r.ID)
	if err != nil {
		return form.File{}, err
	}
	return s.Adopt(ctx, in.Application, in.Question, form.File{Name: nameOf(r), Type: inspect.PDF, Letter: r.ID}, data)
}

// Of implements document.API.
func (s *Service) Of(ctx context.Context, id document.ID) (document.Issued, error) {
	of := document.Issued{Instead: []document.Line{}, Passphrase: s.Signer.Certified()}
	if !database.Storable(id.ID) {
		return of, unknown()
	}
	if err := s.See(ctx, id.ID); err != nil {
		return of, err
	}
	r, err := s.one(ctx, `d.application_id = ?`, id.ID)
	if fault.Is(err, fault.Unknown) {
		return of, s.lost(ctx, id.ID, &of)
	}
	if err != nil {
		return of, err
	}
	of.Signing, of.Number, of.Document = document.Signed, r.Number, s.line(r)
	others, err := s.rows(ctx, `d.person_id = ? AND d.service_id = ? AND d.id <> ? AND `+holds+` ORDER BY d.signed_at DESC, d.id LIMIT ?`, r.Person, r.ServiceID, r.ID, string(s.day(s.now())), mostMine)
	for _, other := range others {
		of.Instead = append(of.Instead, s.line(other))
	}
	return of, err
}

// lost is what is known of an application that is not signed.
func (s *Service) lost(ctx context.Context, application string, of *document.Issued) error {
	var tried time.Time
	err := s.db.NewRaw(`SELECT number, at FROM lost_signings WHERE application_id = ?`, application).Scan(ctx, &of.Number, &tried)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil
	case err != nil:
		return fmt.Errorf("read a signature whose answer was lost: %w", err)
	}
	of.Signing, of.Tried = document.Unknown, tried.UTC()
	return nil
}
