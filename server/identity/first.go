package identity

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"

	"rumah/server/vault"
	"rumah/shared/access"
	"rumah/shared/identity"
)

// First invites the regency admin of a house that has none. The link is ""
// when there is one already.
func (s *Service) First(ctx context.Context, email string) (link string, err error) {
	var there bool
	err = s.db.NewRaw(`SELECT EXISTS (SELECT FROM grants WHERE role = ? AND agency_id IS NULL AND revoked_at IS NULL)`, access.Regency).Scan(ctx, &there)
	if err != nil || there {
		return "", err
	}
	token, err := s.Found(ctx, identity.Invite{Name: email, Email: email, Role: access.Regency})
	if err != nil {
		return "", fmt.Errorf("invite the first admin: %w", err)
	}
	return s.Origin + "/undangan#" + token, nil
}

// MadeUp is somebody for trying the house out.
type MadeUp struct {
	Name, Phone, Email string
	Role               access.Role
	Agency, Place      string
}

// What all made-up staff come in with. Everybody knows it, so a house in
// production refuses a database that holds them.
const (
	DemoPassword = "rumah contoh 2026"
	DemoSecret   = "RUMAHCONTOHRUMAHCONTOHAA" // of the authenticator app
)

// MakeUp adds people for trying out who are not there yet.
func (s *Service) MakeUp(ctx context.Context, people []MadeUp) error {
	hash := ""
	return s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		for _, p := range people {
			if p.Role == access.Citizen {
				if err := s.makeUpCitizen(ctx, tx, p); err != nil {
					return err
				}
				continue
			}
			var there bool
			if err := tx.NewRaw(`SELECT EXISTS (SELECT FROM staff WHERE email = ?)`, p.Email).Scan(ctx, &there); err != nil {
				return fmt.Errorf("look for %s: %w", p.Email, err)
			}
			if there {
				continue
			}
			if hash == "" {
				hash = hashPassword(DemoPassword)
			}
			if err := s.makeUpStaff(ctx, tx, p, hash); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Service) makeUpCitizen(ctx context.Context, tx bun.IDB, p MadeUp) error {
	phone, ok := identity.ParsePhone(p.Phone)
	if !ok {
		return fmt.Errorf("%s is no phone number", p.Phone)
	}
	id := vault.Token()
	_, err := tx.NewRaw(`INSERT INTO people (id, kind, name, phone_hash, phone_sealed, created_at) VALUES (?, 'citizen', ?, ?, ?, ?) ON CONFLICT (phone_hash) WHERE closed_at IS NULL DO NOTHING`,
		id, p.Name, s.phoneHash(phone), s.Vault.Seal(id, []byte(phone)), s.now()).Exec(ctx)
	if err != nil {
		return fmt.Errorf("make up %s: %w", p.Phone, err)
	}
	return nil
}

func (s *Service) makeUpStaff(ctx context.Context, tx bun.IDB, p MadeUp, hash string) error {
	id := vault.Token()
	_, err := tx.NewRaw(`
WITH person AS (
  INSERT INTO people (id, kind, name, created_at) VALUES (?0, 'staff', ?1, ?2)
), account AS (
  INSERT INTO staff (person_id, email, password_hash, totp_sealed) VALUES (?0, ?3, ?4, ?5)
)
INSERT INTO grants (id, person_id, role, agency_id, place_id, granted_at) VALUES (?6, ?0, ?7, nullif(?8, ''), nullif(?9, ''), ?2)`,
		id, p.Name, s.now(), p.Email, hash, s.Vault.Seal(id, []byte(DemoSecret)), vault.Token(), p.Role, p.Agency, p.Place).Exec(ctx)
	if err != nil {
		return fmt.Errorf("make up %s: %w", p.Email, err)
	}
	return nil
}

// DemoCode is the code that made-up staff come in with at this moment.
func DemoCode(now int64) (string, error) { return codeAt(DemoSecret, now/int64(totpPeriod.Seconds())) }
