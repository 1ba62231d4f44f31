package identity

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/uptrace/bun"

	"rumah/server/vault"
	"rumah/shared/fault"
	"rumah/shared/identity"
)

// member is a row of members.
type member struct {
	ID, Name string
	Relation identity.Relation
	Sealed   []byte
	own      private
}

// members are those of one person, oldest entry first.
func (s *Service) members(ctx context.Context, db bun.IDB, person string) ([]member, error) {
	var rows []member
	if err := db.NewRaw(`SELECT id, name, relation, sealed FROM members WHERE person_id = ? ORDER BY created_at, id`, person).Scan(ctx, &rows); err != nil {
		return nil, fmt.Errorf("read the family: %w", err)
	}
	for i := range rows {
		var err error
		if rows[i].own, err = s.open(rows[i].ID, rows[i].Sealed); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

func (s *Service) family(ctx context.Context, person string) ([]identity.Member, error) {
	rows, err := s.members(ctx, s.db, person)
	list := make([]identity.Member, len(rows))
	for i, m := range rows {
		list[i] = identity.Member{ID: m.ID, Name: m.Name, Relation: m.Relation, Born: m.own.Born, NIK: identity.Mask(m.own.NIK), BPJS: identity.Mask(m.own.BPJS)}
	}
	return list, err
}

// AddMember implements identity.API.
func (s *Service) AddMember(ctx context.Context, in identity.NewMember) (identity.Saved, error) {
	if err := s.past(&in.Born); err != nil {
		return identity.Saved{}, err
	}
	own := private{Born: in.Born}
	identifiers(&own, &in.NIK, nil, &in.BPJS)
	id := vault.Token()
	sealed, err := s.seal(id, own)
	if err != nil {
		return identity.Saved{}, err
	}
	err = s.ofFamily(ctx, own.NIK, func(ctx context.Context, tx bun.Tx, person string) error {
		done, err := tx.NewRaw(`
INSERT INTO members (id, person_id, relation, name, sealed, nik_hash, created_at)
SELECT ?0, ?1, ?2, ?3, ?4, ?5, ?6 WHERE (SELECT count(*) FROM members WHERE person_id = ?1) < ?7`,
			id, person, in.Relation, in.Name, sealed, s.nikHash(own.NIK), s.now(), identity.MostMembers).Exec(ctx)
		err = changed(done, err, "add to the family")
		if fault.Is(err, fault.Unknown) {
			return fault.New(fault.Conflict, "family_full")
		}
		return err
	})
	if err != nil {
		return identity.Saved{}, err
	}
	return s.saved(ctx, odd(own))
}

// ofFamily changes the family of the reader, one change at a time. A NIK may
// stand in it once, the reader's own included.
func (s *Service) ofFamily(ctx context.Context, nik string, change func(context.Context, bun.Tx, string) error) error {
	return s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		p, err := s.row(ctx, tx, actor(ctx).ID, true)
		if err != nil {
			return err
		}
		own, err := s.open(p.ID, p.Sealed)
		if err != nil {
			return err
		}
		if nik != "" && own.NIK == nik {
			return fault.New(fault.Conflict, "nik_twice")
		}
		err = change(ctx, tx, p.ID)
		var pg *pgconn.PgError
		if errors.As(err, &pg) && pg.ConstraintName == "members_nik" {
			return fault.New(fault.Conflict, "nik_twice")
		}
		return err
	})
}

// SaveMember implements identity.API.
func (s *Service) SaveMember(ctx context.Context, in identity.SaveMember) (identity.Saved, error) {
	if err := s.past(in.Born); err != nil {
		return identity.Saved{}, err
	}
	nik := ""
	if in.NIK != nil {
		n, _ := identity.ParseNIK(*in.NIK)
		nik = string(n)
	}
	var warnings []identity.Warning
	err := s.ofFamily(ctx, nik, func(ctx context.Context, tx bun.Tx, person string) error {
		rows, err := s.members(ctx, tx, person)
		if err != nil {
			return err
		}
		for _, m := range rows {
			if m.ID != in.ID {
				continue
			}
			give(&m.Name, in.Name)
			give(&m.Relation, in.Relation)
			give(&m.own.Born, in.Born)
			identifiers(&m.own, in.NIK, nil, in.BPJS)
			warnings = odd(m.own)
			sealed, err := s.seal(m.ID, m.own)
			if err != nil {
				return err
			}
			_, err = tx.NewRaw(`UPDATE members SET name = ?, relation = ?, sealed = ?, nik_hash = ? WHERE id = ?`,
				m.Name, m.Relation, sealed, s.nikHash(m.own.NIK), m.ID).Exec(ctx)
			if err != nil {
				return fmt.Errorf("save a member of the family: %w", err)
			}
			return nil
		}
		return unknown()
	})
	if err != nil {
		return identity.Saved{}, err
	}
	return s.saved(ctx, warnings)
}

// RemoveMember implements identity.API.
func (s *Service) RemoveMember(ctx context.Context, id identity.ID) (identity.Me, error) {
	done, err := s.db.NewRaw(`DELETE FROM members WHERE id = ? AND person_id = ?`, id.ID, actor(ctx).ID).Exec(ctx)
	if err := changed(done, err, "remove from the family"); err != nil {
		return identity.Me{}, err
	}
	return s.Me(ctx)
}

// missing turns a row that is not there into unknown.
func missing(err error, what string) error {
	if errors.Is(err, sql.ErrNoRows) {
		return unknown()
	}
	return fmt.Errorf("%s: %w", what, err)
}
