package identity

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/uptrace/bun"

	"rumah/server/api"
	"rumah/shared/identity"
)

// Export implements identity.API: the right to a copy (UU 27/2022, 7 and 13).
func (s *Service) Export(ctx context.Context) (identity.Export, error) {
	me, err := s.Me(ctx)
	if err != nil {
		return identity.Export{}, err
	}
	p, err := s.row(ctx, s.db, me.ID, false)
	if err != nil {
		return identity.Export{}, err
	}
	own, err := s.open(p.ID, p.Sealed)
	if err != nil {
		return identity.Export{}, err
	}
	phone, err := s.Vault.Open(p.ID, p.Phone)
	if err != nil {
		return identity.Export{}, fmt.Errorf("phone of %s: %w", p.ID, err)
	}
	members, err := s.members(ctx, s.db, p.ID)
	if err != nil {
		return identity.Export{}, err
	}
	sessions, err := s.Sessions(ctx)
	if err != nil {
		return identity.Export{}, err
	}
	e := identity.Export{Made: s.now(), Sessions: sessions.Items, Passkeys: me.Passkeys, Family: []identity.ExportedPerson{}, Opened: []identity.Opening{}, Numbers: []identity.ExportedNumber{}, Applications: []identity.ExportedApplication{}, Letters: []identity.ExportedLetter{}}
	e.Inbox = identity.ExportedInbox{Messages: []identity.ExportedMessage{}, Replies: []identity.ExportedReply{}, Settings: identity.ExportedTelling{Muted: []string{}}, Devices: []identity.ExportedDevice{}}
	e.Account = identity.ExportedAccount{ExportedPerson: whole(p.Name, "", own), Phone: string(phone), Level: p.Level, Since: p.Since, Area: p.AreaName, Address: own.Address}
	for _, m := range members {
		e.Family = append(e.Family, whole(m.Name, m.Relation, m.own))
	}
	var opened string
	if err := s.db.NewRaw(openingsSQL, p.ID, int64(1<<63-1), 10_000).Scan(ctx, &opened); err != nil {
		return identity.Export{}, fmt.Errorf("read who opened: %w", err)
	}
	if err := json.Unmarshal([]byte(opened), &e.Opened); err != nil {
		return identity.Export{}, fmt.Errorf("read who opened: %w", err)
	}
	if s.Numbers != nil {
		if e.Numbers, err = s.Numbers(ctx, p.ID); err != nil {
			return identity.Export{}, err
		}
	}
	if s.Inbox != nil {
		if e.Inbox, err = s.Inbox.Copy(ctx, p.ID); err != nil {
			return identity.Export{}, err
		}
	}
	if s.Applications != nil {
		if e.Applications, err = s.Applications(ctx, p.ID); err != nil {
			return identity.Export{}, err
		}
	}
	if s.Letters != nil {
		if e.Letters, err = s.Letters(ctx, p.ID); err != nil {
			return identity.Export{}, err
		}
	}
	return e, nil
}

func whole(name string, relation identity.Relation, own private) identity.ExportedPerson {
	return identity.ExportedPerson{Name: name, Relation: relation, Born: own.Born, NIK: own.NIK, KK: own.KK, BPJS: own.BPJS}
}

// Close implements identity.API: the right to be forgotten (UU 27/2022, 8 and
// 43). The row stays without anything personal, because the access log, which
// must be kept, names it.
func (s *Service) Close(ctx context.Context, _ identity.Close) error {
	id := actor(ctx).ID
	err := s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		// Whoever is about to write something about this person writes first, so
		// that it is seen here, or finds the account closed.
		if _, err := tx.NewRaw(`SELECT FROM people WHERE id = ? FOR UPDATE`, id).Exec(ctx); err != nil {
			return err
		}
		_, err := tx.NewRaw(`
WITH codes AS (DELETE FROM codes c USING people p WHERE p.id = ?0 AND c.phone_hash = p.phone_hash),
members AS (DELETE FROM members WHERE person_id = ?0),
passkeys AS (DELETE FROM passkeys WHERE person_id = ?0),
challenges AS (DELETE FROM challenges WHERE person_id = ?0),
sessions AS (DELETE FROM sessions WHERE person_id = ?0),
answers AS (DELETE FROM idempotency_keys WHERE actor = ?0)
UPDATE people SET name = '', phone_hash = NULL, phone_sealed = NULL, sealed = NULL, nik_hash = NULL, area_code = NULL,
  level = 'phone', verified_at = NULL, verified_by = NULL, closed_at = ?1
WHERE id = ?0`, id, s.now()).Exec(ctx)
		return err
	})
	if err != nil {
		return fmt.Errorf("close an account: %w", err)
	}
	if s.Forget != nil {
		if err := s.Forget(context.WithoutCancel(ctx), id); err != nil { // the sweep of the queues goes on with it
			s.Log.WarnContext(ctx, "numbers of a closed account stay for now", "err", err)
		}
	}
	api.SetCookie(ctx, visitorOf(ctx).cookie("", -1))
	return nil
}
