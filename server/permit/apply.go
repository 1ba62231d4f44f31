package permit

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/shared/access"
	"rumah/shared/check"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/form/formula"
	"rumah/shared/permit"
)

// own is an application of the maker of a request. Fault: unknown, also for
// somebody else's.
func (s *Service) own(ctx context.Context, id string) (*dossier, error) {
	if !database.Storable(id) {
		return nil, unknown()
	}
	return s.read(ctx, nil, `a.id = ?1 AND a.person_id = ?2`, id, api.Actor(ctx).ID)
}

// Start implements permit.API.
func (s *Service) Start(ctx context.Context, in permit.Start) (permit.Application, error) {
	o, err := s.offer(ctx, in.Service)
	if err != nil {
		return permit.Application{}, err
	}
	at, err := o.at(in.Place)
	if err != nil {
		return permit.Application{}, err
	}
	person := api.Actor(ctx).ID
	name, known, err := s.Known(ctx, person, in.Member)
	if err != nil {
		return permit.Application{}, err
	}
	id := newID()
	sealed, err := s.seal(id, form.On(&o.form, s.today()).Prefill(nil, known))
	if err != nil {
		return permit.Application{}, err
	}
	done, err := s.db.NewRaw(`
INSERT INTO applications (id, service_id, edition, person_id, member_id, holder, agency_id, place_id, sealed, track_hash, head, created_at, saved_at, changed_at)
SELECT ?0, ?1, ?2, ?3, nullif(?4, ''), ?5, ?6, ?7, ?8, ?9, jsonb_build_object('stage', 'draft', 'since', ?10::bigint, 'clock', '{}'::jsonb), ?11, ?11, ?11
WHERE (SELECT count(*) FROM applications WHERE person_id = ?3 AND version = 0) < ?12`,
		id, in.Service, o.edition, person, in.Member, name, at.Agency, at.ID, sealed, s.trackHash(s.tracking(id)), s.now().UnixMilli(), s.now().UTC(), permit.MostDrafts).Exec(ctx)
	if err != nil {
		return permit.Application{}, fmt.Errorf("begin an application: %w", err)
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return permit.Application{}, conflict("permit_drafts")
	}
	return s.Application(ctx, permit.ID{ID: id})
}

// at is the place that was chosen, which need not be where there is one.
func (o offer) at(place string) (spot, error) {
	if place == "" && len(o.places) == 1 {
		return o.places[0], nil
	}
	i := slices.IndexFunc(o.places, func(p spot) bool { return p.ID == place })
	switch {
	case i >= 0:
		return o.places[i], nil
	case place == "":
		return spot{}, fault.Wrong(fault.Field{Name: "place", Key: "required"})
	}
	return spot{}, fault.Wrong(fault.Field{Name: "place", Key: "choice"})
}

// Save implements permit.API.
func (s *Service) Save(ctx context.Context, in permit.Save) (permit.Saved, error) {
	d, err := s.own(ctx, in.ID)
	if err != nil {
		return permit.Saved{}, err
	}
	f := form.On(&d.schema, s.today())
	for id := range in.Answers { // of a form of before, or made up
		if f.Question(id) == nil {
			delete(in.Answers, id)
		}
	}
	if err := s.eachFile(ctx, d, in.Answers, func(*check.Faults, string) {}); err != nil { // one that is gone does not keep the rest from being saved
		return permit.Saved{}, err
	}
	sealed, err := s.seal(d.ID, in.Answers)
	if err != nil {
		return permit.Saved{}, err
	}
	now := s.now().UTC()
	saved, err := s.saveDraft(ctx, d, in, sealed, now)
	switch {
	case err != nil:
		return permit.Saved{}, err
	case !saved && d.Version > 0:
		return permit.Saved{}, conflict("permit_sent")
	case !saved:
		return permit.Saved{}, conflict("permit_device")
	}
	return permit.Saved{Save: in.Save + 1, At: now}, nil
}

// saveDraft writes the answers of a draft, with the files they name, unless
// another device has saved since.
func (s *Service) saveDraft(ctx context.Context, d *dossier, in permit.Save, sealed []byte, now time.Time) (saved bool, err error) {
	err = s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		done, err := tx.NewRaw(`UPDATE applications SET sealed = ?0, save = save + 1, saved_at = ?1 WHERE id = ?2 AND version = 0 AND save = ?3`, sealed, now, d.ID, in.Save).Exec(ctx)
		if err != nil {
			return fmt.Errorf("save answers: %w", err)
		}
		n, err := done.RowsAffected()
		if saved = n > 0; err != nil || !saved || s.Papers == nil {
			return err
		}
		return s.Papers.Save(ctx, tx, d.ID, fileIDs(in.Answers))
	})
	return saved, err
}

// Send implements permit.API.
func (s *Service) Send(ctx context.Context, in permit.Send) (permit.Application, error) {
	return s.send(ctx, in, permit.Submit)
}

// Resend implements permit.API.
func (s *Service) Resend(ctx context.Context, in permit.Send) (permit.Application, error) {
	return s.send(ctx, in, permit.Resubmit)
}

// send sends answers, once. Of two at once the one that comes second finds
// what the first has sent.
func (s *Service) send(ctx context.Context, in permit.Send, action permit.Action) (permit.Application, error) {
	err := s.sendOnce(ctx, in, action)
	if changed(err) {
		err = s.sendOnce(ctx, in, action)
	}
	if err != nil {
		return permit.Application{}, err
	}
	return s.Application(ctx, permit.ID{ID: in.ID})
}

// changed reports whether somebody was faster.
func changed(err error) bool {
	return fault.Is(err, fault.Conflict) && fault.From(err).Key == "permit_changed"
}

func (s *Service) sendOnce(ctx context.Context, in permit.Send, action permit.Action) error {
	d, err := s.own(ctx, in.ID)
	if err != nil {
		return err
	}
	before, err := s.answers(d)
	if err == nil {
		err = s.filed(ctx, d, in.Answers)
	}
	if err != nil {
		return err
	}
	if action == permit.Submit && d.Version > 0 || action == permit.Resubmit && d.state.Head.Stage != permit.Returned {
		return s.sentBefore(d, before, in.Answers, action)
	}
	f := form.On(&d.schema, s.day(d))
	var kept form.Answers
	if action == permit.Resubmit {
		kept, err = f.Correct(before, in.Answers, paths(d.state.Head.Marks))
	} else {
		if kept, err = f.Validate(in.Answers); err == nil {
			err = s.holding(ctx, kept)
		}
	}
	if err == nil {
		err = s.real(ctx, d, since(before, kept, action))
	}
	if err != nil {
		return err
	}
	if _, err = d.fee(f, kept); fault.Is(err, fault.Invalid) { // told now, not weeks later, and of no single question
		return fault.Wrap(err, fault.Invalid, "permit_fee")
	} else if err != nil {
		return err
	}
	events, err := d.state.Do(d.rules, permit.Command{Action: action, By: api.Actor(ctx)}, s.now())
	if err != nil {
		return err
	}
	sealed, err := s.seal(d.ID, kept)
	if err != nil {
		return err
	}
	d.files = fileIDs(kept)
	return s.write(ctx, d, events, sealed)
}

// since are the answers that are new: of a correction those that were changed.
// What was there when it was sent, and is locked, may be gone by now.
func since(before, kept form.Answers, action permit.Action) form.Answers {
	if action == permit.Submit {
		return kept
	}
	fresh := form.Answers{}
	for id, answer := range kept {
		if !answer.Equal(before[id]) {
			fresh[id] = answer
		}
	}
	return fresh
}

func paths(marks []permit.Mark) []string {
	list := make([]string, len(marks))
	for i, m := range marks {
		list[i] = m.Path
	}
	return list
}

// sentBefore is what somebody is told who sends what is there: nothing wrong
// when it is the same.
func (s *Service) sentBefore(d *dossier, before, again form.Answers, action permit.Action) error {
	kept, err := form.On(&d.schema, s.day(d)).Validate(again)
	if err == nil && len(form.Diff(before, kept)) == 0 && (action == permit.Submit || d.state.Head.Rounds > 0) {
		return nil
	}
	if action == permit.Resubmit {
		return conflict("permit_" + string(d.state.Head.Stage))
	}
	return conflict("permit_sent")
}

// real refuses answers that only the house can look up: areas that are not
// there.
func (s *Service) real(ctx context.Context, d *dossier, a form.Answers) error {
	at, codes := []string{}, []string{}
	var f check.Faults
	for _, section := range d.schema.Sections {
		for _, q := range section.Questions {
			answer := a[q.ID]
			if q.Kind == form.Area && answer.Text != "" {
				at, codes = append(at, q.ID), append(codes, answer.Text)
			}
			for i, line := range answer.Rows {
				for _, c := range q.Columns {
					if c.Kind == form.Area && line[c.ID] != "" {
						at, codes = append(at, check.Join(check.At(q.ID, i), c.ID)), append(codes, line[c.ID])
					}
				}
			}
		}
	}
	var there []string
	if len(codes) > 0 {
		if err := s.db.NewRaw(`SELECT code FROM areas WHERE code = ANY(?::text[]) AND retired_at IS NULL`, pgdialect.Array(codes)).Scan(ctx, &there); err != nil {
			return fmt.Errorf("look up areas: %w", err)
		}
	}
	for i, code := range codes {
		if !slices.Contains(there, code) {
			f.Add(at[i], "areacode", "")
		}
	}
	return f.Err()
}

// fee is what the formula of the service says; 0 without one.
func (d *dossier) fee(f *form.Form, a form.Answers) (int64, error) {
	if d.definition.Fee.Formula == "" {
		return 0, nil
	}
	fee, err := formula.Parse(d.definition.Fee.Formula)
	if err != nil {
		return 0, fmt.Errorf("fee of %s: %w", d.Service, err)
	}
	return f.Fee(fee, a)
}

// wish is something that the applicant does with no more words.
func (s *Service) wish(ctx context.Context, d *dossier, action permit.Action) error {
	events, err := d.state.Do(d.rules, permit.Command{Action: action, By: api.Actor(ctx)}, s.now())
	if err != nil {
		return err
	}
	return s.write(ctx, d, events, nil)
}

// Drop implements permit.API.
func (s *Service) Drop(ctx context.Context, id permit.ID) error {
	d, err := s.own(ctx, id.ID)
	if err != nil {
		return err
	}
	if d.Version > 0 {
		if d.state.Head.Stage == permit.Cancelled { // asked for twice
			return nil
		}
		return s.wish(ctx, d, permit.Cancel)
	}
	done, err := s.db.NewRaw(`DELETE FROM applications WHERE id = ? AND version = 0`, d.ID).Exec(ctx)
	if err != nil {
		return fmt.Errorf("delete a draft: %w", err)
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return conflict("permit_changed") // it was sent, or deleted, just now
	}
	return nil
}

// applicant is who acts for an application as its owner.
func applicant(d *dossier) access.Actor { return access.Actor{ID: d.Person} }

func utc(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return t.UTC()
}
