package identity

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/uptrace/bun"

	"rumah/server/api"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/identity"
)

// FindPerson implements identity.API. It tells nothing that the citizen at
// the desk has not just said: masked numbers only.
func (s *Service) FindPerson(ctx context.Context, in identity.FindPerson) (identity.PersonCard, error) {
	a := actor(ctx)
	if err := s.take(ctx, "find:"+a.ID, findHour); err != nil {
		s.alarm(ctx, a, "identity.FindPerson", "opened_many")
		return identity.PersonCard{}, err
	}
	column, hash := "phone_hash", []byte(nil)
	if nik, key := identity.ParseNIK(in.Number); key == "" {
		// Of several who claim a NIK the one it was verified for is meant.
		column, hash = "nik_hash", s.nikHash(string(nik))
	} else if phone, ok := identity.ParsePhone(in.Number); ok {
		hash = s.phoneHash(phone)
	} else {
		return identity.PersonCard{}, fault.Wrong(fault.Field{Name: "number", Key: "phone_or_nik"})
	}
	var id string
	err := s.db.NewRaw(`SELECT id FROM people WHERE `+column+` = ? AND kind = 'citizen' AND closed_at IS NULL ORDER BY level = 'nik' DESC, created_at LIMIT 1`, hash).Scan(ctx, &id)
	if err != nil {
		return identity.PersonCard{}, missing(err, "find a citizen")
	}
	return s.card(ctx, id)
}

func (s *Service) card(ctx context.Context, id string) (identity.PersonCard, error) {
	p, err := s.row(ctx, s.db, id, false)
	if err != nil {
		return identity.PersonCard{}, err
	}
	if p.Kind != "citizen" {
		return identity.PersonCard{}, unknown()
	}
	own, err := s.open(p.ID, p.Sealed)
	if err != nil {
		return identity.PersonCard{}, err
	}
	phone, err := s.maskedPhone(p)
	profile := masked(own, p)
	profile.Born, profile.Area, profile.AreaName, profile.Address = "", "", "", "" // only with the numbers
	return identity.PersonCard{ID: p.ID, Name: p.Name, Phone: phone, Level: p.Level, Profile: profile}, err
}

// OpenPerson implements identity.API. The row that the citizen sees and the
// identifiers come out of one statement: there is no way to the one without
// the other.
func (s *Service) OpenPerson(ctx context.Context, in identity.OpenPerson) (identity.PersonOpen, error) {
	a := actor(ctx)
	if err := s.mayOpen(ctx, a, "identity.OpenPerson"); err != nil {
		return identity.PersonOpen{}, err
	}
	_, agencies := a.Over(access.Verifier)
	agency := ""
	if len(agencies) > 0 {
		agency = agencies[0]
	}
	var sealed []byte
	look := opening{person: in.ID, reader: a.Name, purpose: in.Purpose, at: s.now()}
	err := s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		err := tx.NewRaw(`
WITH opening AS (
  INSERT INTO openings (person_id, whom, reader_id, agency_id, what, purpose, at, seen)
  SELECT id, '', ?0, nullif(?1, ''), 'identifiers', ?2, ?3, sha256(sealed) FROM people WHERE id = ?4 AND kind = 'citizen' AND closed_at IS NULL
  RETURNING id, person_id, agency_id
) SELECT p.sealed, o.id, coalesce(g.name, '') FROM opening o JOIN people p ON p.id = o.person_id LEFT JOIN agencies g ON g.id = o.agency_id`,
			a.ID, agency, in.Purpose, look.at, in.ID).Scan(ctx, &sealed, &look.id, &look.agency)
		if err != nil {
			return missing(err, "open identifiers")
		}
		return s.tellOpening(ctx, tx, look)
	})
	if err != nil {
		return identity.PersonOpen{}, err
	}
	s.told(in.ID)
	own, err := s.open(in.ID, sealed)
	if err != nil {
		return identity.PersonOpen{}, err
	}
	card, err := s.card(ctx, in.ID)
	if err == nil {
		card.Profile.Area, card.Profile.AreaName, err = s.lives(ctx, in.ID)
	}
	warnings := odd(own)
	if warnings == nil {
		warnings = []identity.Warning{}
	}
	return identity.PersonOpen{Card: card, Born: own.Born, NIK: own.NIK, KK: own.KK, Warnings: warnings}, err
}

// mayOpen counts an opening. Who opens many in a short time is stopped, and
// that is an alarm.
func (s *Service) mayOpen(ctx context.Context, a access.Actor, operation string) error {
	return s.mayOpenSo(ctx, a, operation, "open:", openMany)
}

// mayOpenSo counts an opening of a kind that has a pace of its own.
func (s *Service) mayOpenSo(ctx context.Context, a access.Actor, operation, kind string, many pace) error {
	err := s.take(ctx, kind+a.ID, many)
	var f *fault.Fault
	if err != nil {
		s.alarm(ctx, a, operation, "opened_many")
		if errors.As(err, &f) && f.Code == fault.Busy {
			f.Key = "opened_many"
		}
	}
	return err
}

// lives is the area somebody lives in.
func (s *Service) lives(ctx context.Context, id string) (area, name string, err error) {
	p, err := s.row(ctx, s.db, id, false)
	return p.Area, p.AreaName, err
}

// freshOpening is how long after opening a NIK an officer may say that it
// was right.
const freshOpening = 30 * time.Minute

// VerifyPerson implements identity.API. What is vouched for is what the
// officer has opened: whatever is written after that is sealed anew, and must
// be opened again.
func (s *Service) VerifyPerson(ctx context.Context, id identity.ID) (identity.PersonCard, error) {
	a := actor(ctx)
	var state struct{ Has, Verified bool }
	err := s.db.NewRaw(`
WITH state AS (
  SELECT id, sealed, nik_hash IS NOT NULL AS has, EXISTS (
    SELECT FROM openings WHERE person_id = p.id AND reader_id = ?0 AND what = 'identifiers' AND at > ?1 AND seen = sha256(p.sealed)) AS opened
  FROM people p WHERE id = ?2 AND kind = 'citizen' AND closed_at IS NULL
), verified AS (
  UPDATE people SET level = 'nik', verified_at = ?3, verified_by = ?0
  FROM state WHERE people.id = state.id AND people.sealed = state.sealed AND has AND opened RETURNING people.id
) SELECT has, EXISTS (SELECT FROM verified) AS verified FROM state`, a.ID, s.now().Add(-freshOpening), id.ID, s.now()).Scan(ctx, &state)
	var pg *pgconn.PgError
	switch {
	case errors.As(err, &pg) && pg.ConstraintName == "people_nik_verified":
		return identity.PersonCard{}, fault.New(fault.Conflict, "nik_taken")
	case err != nil:
		return identity.PersonCard{}, missing(err, "verify a citizen")
	case !state.Has:
		return identity.PersonCard{}, fault.New(fault.Conflict, "nothing_to_verify")
	case !state.Verified: // not opened, or written anew since
		return identity.PersonCard{}, fault.New(fault.Conflict, "open_first")
	}
	return s.card(ctx, id.ID)
}

// pageOpened is how many openings one page has.
const pageOpened = 30

// Opened implements identity.API.
func (s *Service) Opened(ctx context.Context, page identity.OpenedPage) (identity.Openings, error) {
	before, err := cursor(page.After)
	if err != nil {
		return identity.Openings{}, err
	}
	list := identity.Openings{Items: []identity.Opening{}, Now: s.now()}
	var ids string
	err = s.db.NewRaw(openingsSQL, actor(ctx).ID, before, pageOpened+1).Scan(ctx, &ids)
	var rows []struct {
		ID int64
		identity.Opening
	}
	if err == nil {
		err = json.Unmarshal([]byte(ids), &rows)
	}
	if err != nil {
		return list, fmt.Errorf("read who opened: %w", err)
	}
	if len(rows) > pageOpened {
		rows = rows[:pageOpened]
		list.Next = strconv.FormatInt(rows[pageOpened-1].ID, 10)
	}
	for _, r := range rows {
		list.Items = append(list.Items, r.Opening)
	}
	return list, nil
}

const openingsSQL = `
SELECT coalesce(json_agg(o), '[]')::text FROM (
  SELECT o.id, o.at, r.name AS who, coalesce(a.name, '') AS agency, o.what, o.whom, o.purpose
  FROM openings o JOIN people r ON r.id = o.reader_id LEFT JOIN agencies a ON a.id = o.agency_id
  WHERE o.person_id = ?0 AND o.id < ?1 ORDER BY o.id DESC LIMIT ?2
) o`

// cursor is the id a page of a log begins before.
func cursor(after string) (int64, error) {
	if after == "" {
		return 1<<63 - 1, nil
	}
	id, err := strconv.ParseInt(after, 10, 64)
	if err != nil || id < 0 {
		return 0, api.BadCursor()
	}
	return id, nil
}
