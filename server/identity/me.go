package identity

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/identity"
)

// person is a row of people with what belongs to it.
type person struct {
	ID, Name, Kind, Email string
	Phone, Sealed         []byte
	Level                 identity.Level
	Area, AreaName        string
	Since                 time.Time
	Passkeys, Grants      string // JSON
}

// row reads a person who is there; lock keeps others from changing them.
func (s *Service) row(ctx context.Context, db bun.IDB, id string, lock bool) (person, error) {
	var p person
	sql := `
SELECT p.id, p.name, p.kind, coalesce((SELECT email FROM staff WHERE person_id = p.id), '') AS email,
  p.phone_sealed AS phone, p.sealed, p.level, coalesce(p.area_code, '') AS area, p.created_at AS since,
  coalesce((SELECT v.name || coalesce(', Kec. ' || d.name, '') FROM areas v LEFT JOIN areas d ON d.code = v.parent WHERE v.code = p.area_code), '') AS area_name,
  (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'added_at', created_at, 'used_at', coalesce(used_at, '0001-01-01T00:00:00Z'::timestamptz)) ORDER BY created_at), '[]')::text
   FROM passkeys WHERE person_id = p.id) AS passkeys,
  (SELECT coalesce(json_agg(` + grantJSON + ` ORDER BY g.granted_at, g.id), '[]')::text
   FROM grants g LEFT JOIN agencies a ON a.id = g.agency_id LEFT JOIN places o ON o.id = g.place_id
   WHERE g.person_id = p.id AND g.revoked_at IS NULL) AS grants
FROM people p WHERE p.id = ? AND p.closed_at IS NULL`
	if lock {
		sql += ` FOR UPDATE OF p`
	}
	if err := db.NewRaw(sql, id).Scan(ctx, &p); err != nil {
		return p, missing(err, "read who it is")
	}
	return p, nil
}

// Me implements identity.API.
func (s *Service) Me(ctx context.Context) (identity.Me, error) {
	p, err := s.row(ctx, s.db, actor(ctx).ID, false)
	if err != nil {
		return identity.Me{}, err
	}
	own, err := s.open(p.ID, p.Sealed)
	if err != nil {
		return identity.Me{}, err
	}
	me := identity.Me{ID: p.ID, Name: p.Name, Staff: p.Kind == "staff", Email: p.Email, Level: p.Level, Since: p.Since, Now: s.now(), Profile: masked(own, p)}
	if err := json.Unmarshal([]byte(p.Passkeys), &me.Passkeys); err != nil {
		return me, fmt.Errorf("read passkeys: %w", err)
	}
	if err := json.Unmarshal([]byte(p.Grants), &me.Grants); err != nil {
		return me, fmt.Errorf("read grants: %w", err)
	}
	if me.Phone, err = s.maskedPhone(p); err != nil {
		return me, err
	}
	me.Family, err = s.family(ctx, p.ID)
	return me, err
}

func (s *Service) maskedPhone(p person) (string, error) {
	if p.Phone == nil {
		return "", nil
	}
	phone, err := s.Vault.Open(p.ID, p.Phone)
	if err != nil {
		return "", fmt.Errorf("phone of %s: %w", p.ID, err)
	}
	return identity.Phone(phone).Masked(), nil
}

func masked(own private, p person) identity.Profile {
	return identity.Profile{Born: own.Born, NIK: identity.Mask(own.NIK), KK: identity.Mask(own.KK), BPJS: identity.Mask(own.BPJS),
		Area: p.Area, AreaName: p.AreaName, Address: own.Address}
}

// SaveProfile implements identity.API. What an officer has seen on the KTP
// holds only as long as it stays the same.
func (s *Service) SaveProfile(ctx context.Context, in identity.SaveProfile) (identity.Saved, error) {
	if err := s.past(in.Born); err != nil {
		return identity.Saved{}, err
	}
	var warnings []identity.Warning
	err := s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		p, err := s.row(ctx, tx, actor(ctx).ID, true)
		if err != nil {
			return err
		}
		own, err := s.open(p.ID, p.Sealed)
		if err != nil {
			return err
		}
		seen := own
		name := p.Name
		give(&name, in.Name)
		give(&own.Born, in.Born)
		give(&own.Address, in.Address)
		give(&p.Area, in.Area)
		identifiers(&own, in.NIK, in.KK, in.BPJS)
		if own.NIK != seen.NIK || own.Born != seen.Born || name != p.Name {
			p.Level = identity.ByPhone
		}
		warnings = odd(own)
		sealed, err := s.seal(p.ID, own)
		if err != nil {
			return err
		}
		if err := s.inHouse(ctx, tx, p.Area); err != nil {
			return err
		}
		if err := s.notInFamily(ctx, tx, p.ID, own.NIK); err != nil {
			return err
		}
		_, err = tx.NewRaw(`
UPDATE people SET name = ?0, sealed = ?1, nik_hash = ?2, area_code = nullif(?3, ''), level = ?4,
  verified_at = CASE WHEN ?4 = 'nik' THEN verified_at END, verified_by = CASE WHEN ?4 = 'nik' THEN verified_by END
WHERE id = ?5`, name, sealed, s.nikHash(own.NIK), p.Area, p.Level, p.ID).Exec(ctx)
		if err != nil {
			return fmt.Errorf("save the profile: %w", err)
		}
		return nil
	})
	if err != nil {
		return identity.Saved{}, err
	}
	return s.saved(ctx, warnings)
}

func (s *Service) saved(ctx context.Context, warnings []identity.Warning) (identity.Saved, error) {
	me, err := s.Me(ctx)
	if warnings == nil {
		warnings = []identity.Warning{}
	}
	return identity.Saved{Me: me, Warnings: warnings}, err
}

// give changes what was given.
func give[T any](to *T, given *T) {
	if given != nil {
		*to = *given
	}
}

// identifiers changes the numbers that were given; their form was checked
// with the input.
func identifiers(own *private, nik, kk, bpjs *string) {
	if nik != nil {
		n, _ := identity.ParseNIK(*nik)
		own.NIK = string(n)
	}
	if kk != nil {
		own.KK, _ = identity.ParseKK(*kk)
	}
	if bpjs != nil {
		own.BPJS, _ = identity.ParseBPJS(*bpjs)
	}
}

// odd is what looks odd about somebody's numbers.
func odd(own private) []identity.Warning {
	if own.NIK == "" {
		return nil
	}
	var list []identity.Warning
	for _, key := range identity.NIK(own.NIK).Warnings(own.Born) {
		list = append(list, identity.Warning{Field: "nik", Key: key})
	}
	return list
}

// past refuses a birth that has not happened yet.
func (s *Service) past(born *calendar.Date) error {
	if born != nil && *born > s.today() {
		return fault.Wrong(fault.Field{Name: "born", Key: "born_future"})
	}
	return nil
}

// notInFamily refuses a NIK that a member of the family has.
func (s *Service) notInFamily(ctx context.Context, db bun.IDB, person, nik string) error {
	var there bool
	if err := db.NewRaw(`SELECT EXISTS (SELECT FROM members WHERE person_id = ? AND nik_hash = ?)`, person, s.nikHash(nik)).Scan(ctx, &there); err != nil {
		return fmt.Errorf("look through the family: %w", err)
	}
	if there {
		return fault.New(fault.Conflict, "nik_twice")
	}
	return nil
}

// inHouse refuses an area that the regency does not have; one that was
// dissolved is taken, people hold documents from there.
func (s *Service) inHouse(ctx context.Context, db bun.IDB, area string) error {
	var there bool
	if err := db.NewRaw(`SELECT ?0 = '' OR EXISTS (SELECT FROM areas WHERE code = ?0 AND retired_at IS NULL)`, area).Scan(ctx, &there); err != nil {
		return fmt.Errorf("look up an area: %w", err)
	}
	if !there {
		return fault.Wrong(fault.Field{Name: "area", Key: "areacode"})
	}
	return nil
}
