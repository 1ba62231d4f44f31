package identity

import (
	"context"
	"fmt"

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
