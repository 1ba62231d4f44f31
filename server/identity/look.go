package identity

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"
)

// Look is an officer's look at identifiers that another domain keeps.
type Look struct {
	Operation            string
	Person, Member, Whom string // whose they are; Whom is the name of a member, "" for the person
	Agency, Purpose      string
}

// Look has the maker of a request read identifiers. The row that the citizen
// sees, their message and the reading are one transaction: there is no way to
// the one without the others. Fault: busy (opened_many), and those of read.
func (s *Service) Look(ctx context.Context, l Look, read func(context.Context, bun.IDB) error) error {
	a := actor(ctx)
	if err := s.mayOpen(ctx, a, l.Operation); err != nil {
		return err
	}
	look := opening{person: l.Person, reader: a.Name, purpose: l.Purpose, at: s.now()}
	err := s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		err := tx.NewRaw(`
WITH opening AS (
  INSERT INTO openings (person_id, member_id, whom, reader_id, agency_id, what, purpose, at)
  VALUES (?0, nullif(?1, ''), ?2, ?3, ?4, 'identifiers', ?5, ?6) RETURNING id, agency_id
) SELECT o.id, g.name FROM opening o JOIN agencies g ON g.id = o.agency_id`,
			l.Person, l.Member, l.Whom, a.ID, l.Agency, l.Purpose, look.at).Scan(ctx, &look.id, &look.agency)
		if err != nil {
			return fmt.Errorf("write who opened: %w", err)
		}
		if err := s.tellOpening(ctx, tx, look); err != nil {
			return err
		}
		return read(ctx, tx)
	})
	if err == nil {
		s.told(l.Person)
	}
	return err
}

// freshGlance is how long somebody who looked into papers may go on turning
// them over without that being written again.
const freshGlance = time.Hour

// Glance writes where the citizen sees it that the maker of a request looks
// into papers. Who looks into those of many people in a short time is
// stopped, and that is an alarm. Fault: busy (opened_many).
func (s *Service) Glance(ctx context.Context, l Look) error {
	a := actor(ctx)
	return s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		var fresh bool
		_, err := tx.NewRaw(`SELECT pg_advisory_xact_lock(hashtextextended(?, 0))`, "glance "+a.ID).Exec(ctx) // several pages of one letter are asked for at once
		if err == nil {
			err = tx.NewRaw(`SELECT EXISTS (SELECT FROM openings WHERE reader_id = ? AND person_id = ? AND what = 'document' AND purpose = ? AND at > ?)`,
				a.ID, l.Person, l.Purpose, s.now().Add(-freshGlance)).Scan(ctx, &fresh)
		}
		if err != nil {
			return fmt.Errorf("look who looked: %w", err)
		}
		if fresh {
			return nil
		}
		if err := s.mayOpenSo(ctx, a, l.Operation, "glance:", glanceMany); err != nil {
			return err
		}
		_, err = tx.NewRaw(`INSERT INTO openings (person_id, member_id, whom, reader_id, agency_id, what, purpose, at) VALUES (?0, nullif(?1, ''), ?2, ?3, ?4, 'document', ?5, ?6)`,
			l.Person, l.Member, l.Whom, a.ID, l.Agency, l.Purpose, s.now()).Exec(ctx)
		if err != nil {
			return fmt.Errorf("write who looked: %w", err)
		}
		return nil
	})
}
