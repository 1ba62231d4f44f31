package permit

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"rumah/server/inbox"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	contract "rumah/shared/inbox"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// mostTended bounds how much is tended at once.
const mostTended = 500

// Tend ends what waited too long for its applicant. Those that somebody
// moves at the same moment are theirs.
func (s *Service) Tend(ctx context.Context) error {
	var ids []string
	err := s.db.NewRaw(`SELECT id FROM applications WHERE until_at <= ?::timestamptz ORDER BY until_at, id LIMIT ?`, s.now().UTC(), mostTended).Scan(ctx, &ids)
	if err != nil {
		return fmt.Errorf("find what waited too long: %w", err)
	}
	var failed []error
	for _, id := range ids {
		if err := s.end(ctx, id); err != nil && !fault.Is(err, fault.Conflict) {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

func (s *Service) end(ctx context.Context, id string) error {
	d, err := s.read(ctx, nil, `a.id = ?1`, id)
	if err != nil {
		return err
	}
	action := permit.Expire
	if d.state.Head.Stage == permit.Payment {
		action = permit.Lapse
		if paid, err := s.askBank(ctx, d); err != nil || paid { // the money may have come this minute
			return err
		}
	}
	events, err := d.state.Do(d.rules, permit.Command{Action: action, House: true}, s.now())
	if err != nil {
		return err
	}
	return s.write(ctx, d, events, nil)
}

// draftsKept is how long what was begun and not sent is kept after it was
// last touched.
const draftsKept = 90 * 24 * time.Hour

// Sweep forgets drafts that nobody came back to, and those of accounts that
// were closed.
func (s *Service) Sweep(ctx context.Context) error {
	if _, err := s.db.NewRaw(`
DELETE FROM applications a WHERE version = 0
  AND (saved_at < ?::timestamptz OR EXISTS (SELECT FROM people p WHERE p.id = a.person_id AND p.closed_at IS NOT NULL))`, s.now().Add(-draftsKept).UTC()).Exec(ctx); err != nil {
		return fmt.Errorf("forget old drafts: %w", err)
	}
	return errors.Join(s.Tend(ctx), s.remind(ctx), s.measureRest(ctx), s.forgetClosed(ctx), s.erase(ctx))
}

// draftsTold is how long before its end somebody is told of a draft.
const draftsTold = 7 * 24 * time.Hour

// remind tells those whose drafts are soon forgotten, once for each time they
// touched them.
func (s *Service) remind(ctx context.Context) error {
	if s.Inbox == nil {
		return nil
	}
	var drafts []struct {
		ID, Person, Agency, Service string
		SavedAt                     time.Time
	}
	if err := s.db.NewRaw(`
SELECT a.id, a.person_id AS person, a.agency_id AS agency, s.name AS service, a.saved_at FROM applications a JOIN services s ON s.id = a.service_id
WHERE a.version = 0 AND a.saved_at < ?::timestamptz
  AND NOT EXISTS (SELECT FROM messages m WHERE m.person_id = a.person_id AND m.thread = 'permit:' || a.id AND m.kind = 'permit_draft' AND m.sent_at > a.saved_at)
ORDER BY a.saved_at, a.id LIMIT ?`, s.now().Add(draftsTold-draftsKept).UTC(), mostTended).Scan(ctx, &drafts); err != nil {
		return fmt.Errorf("find drafts that are soon forgotten: %w", err)
	}
	notes := make([]inbox.Note, len(drafts))
	for i, d := range drafts {
		last := calendar.DateOf(d.SavedAt.Add(draftsKept).In(s.loc))
		notes[i] = inbox.Note{
			Person: d.Person, Kind: contract.PermitDraft, Thread: "permit:" + d.ID, Key: "permit:" + d.ID + ":draft:" + strconv.FormatInt(d.SavedAt.UnixMilli(), 10),
			Agency: d.Agency, Link: "/permohonan/" + d.ID, At: s.now().UTC(),
			Values: func(lang words.Lang) map[string]string {
				return map[string]string{"layanan": d.Service, "tanggal": words.Day(lang, last)}
			},
		}
	}
	told, err := s.Inbox.Post(ctx, s.db, notes...)
	if err == nil && len(told) > 0 {
		s.Inbox.Told(told)
	}
	return err
}
