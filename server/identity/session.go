package identity

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/vault"
	"rumah/shared/access"
	"rumah/shared/identity"
)

// How long a session lasts. A citizen's phone stays signed in while it is
// used; after a year the number is asked for again, because operators give
// numbers to somebody else. Staff signs in every working day.
const (
	citizenIdle = 90 * 24 * time.Hour
	citizenMost = 365 * 24 * time.Hour
	staffMost   = 12 * time.Hour
	seenEvery   = 5 * time.Minute // how exact "last seen" is
)

// begin starts a session and gives its cookie to the phone. The session that
// the phone had before ends: nobody holds its cookie any longer.
func (s *Service) begin(ctx context.Context, db bun.IDB, person string, staff bool, method string) error {
	v, now, token := visitorOf(ctx), s.now(), vault.Token()
	expires, age := now.Add(citizenIdle), citizenMost
	if staff {
		expires, age = now.Add(staffMost), staffMost
	}
	id, called := vault.Token(), device(v.agent)
	_, err := db.NewRaw(`
WITH before AS (DELETE FROM sessions WHERE id = ?8)
INSERT INTO sessions (id, token_hash, person_id, method, device, created_at, seen_at, expires_at) VALUES (?0, ?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
		id, vault.Fingerprint(token), person, method, called, now, now, expires, v.actor.Session).Exec(ctx)
	if err != nil {
		return fmt.Errorf("begin a session: %w", err)
	}
	if err := s.tellEntry(ctx, db, person, id, called, now); err != nil {
		return err
	}
	api.SetCookie(ctx, v.cookie(token, int(age.Seconds())))
	return nil
}

// session is one that goes on, with who holds it.
type session struct {
	Session, ID, Name, Kind, Grants string
	Seen                            time.Time
}

// recognise is who holds a token; the zero actor for a token nobody has.
func (s *Service) recognise(ctx context.Context, token string) (access.Actor, error) {
	row, found, err := s.sessions.Get(ctx, string(vault.Fingerprint(token)))
	if err != nil || !found {
		return access.Actor{}, err
	}
	a := access.Actor{ID: row.ID, Name: row.Name, Session: row.Session, Staff: row.Kind == "staff"}
	if row.Grants != "[]" {
		if err := json.Unmarshal([]byte(row.Grants), &a.Grants); err != nil {
			return access.Actor{}, fmt.Errorf("read grants: %w", err)
		}
	}
	if now := s.now(); now.Sub(row.Seen) > seenEvery {
		s.seen(ctx, a, now)
	}
	return a, nil
}

// asker is a database without Bun, which would write the values into the
// statement: as it is, it is planned once.
type asker interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

func askerOf(db bun.IDB) asker {
	switch db := db.(type) {
	case bun.Tx:
		return db.Tx
	case *bun.DB:
		return db.DB
	case *database.DB:
		return db.DB.DB
	}
	panic(fmt.Sprintf("identity on a %T", db))
}

// lookUp finds sessions by the hashes of their tokens.
func (s *Service) lookUp(ctx context.Context, tokens []string) (map[string]session, error) {
	hashes := make([][]byte, len(tokens))
	for i, token := range tokens {
		hashes[i] = []byte(token)
	}
	// The sessions are found first, also while Postgres knows nothing of its
	// tables yet: then it would rather read all people.
	rows, err := s.asks.QueryContext(ctx, `
WITH s AS MATERIALIZED (SELECT token_hash, id, person_id, seen_at FROM sessions WHERE token_hash = ANY ($1) AND expires_at > $2)
SELECT s.token_hash, s.id, p.id, p.name, p.kind, s.seen_at, (
  SELECT coalesce(json_agg(json_build_object('role', role, 'agency', coalesce(agency_id, ''), 'place', coalesce(place_id, '')) ORDER BY id), '[]')::text
  FROM grants WHERE person_id = p.id AND revoked_at IS NULL)
FROM s JOIN people p ON p.id = s.person_id
WHERE p.closed_at IS NULL`, hashes, s.now())
	if err != nil {
		return nil, fmt.Errorf("look up sessions: %w", err)
	}
	defer rows.Close()
	found := make(map[string]session, len(tokens))
	for rows.Next() {
		var token []byte
		var row session
		if err := rows.Scan(&token, &row.Session, &row.ID, &row.Name, &row.Kind, &row.Seen, &row.Grants); err != nil {
			return nil, fmt.Errorf("look up sessions: %w", err)
		}
		found[string(token)] = row
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("look up sessions: %w", err)
	}
	return found, nil
}

// seen notes that a session is used. Failing to is no reason to send
// somebody away.
func (s *Service) seen(ctx context.Context, a access.Actor, now time.Time) {
	_, err := s.db.NewRaw(`
UPDATE sessions SET seen_at = ?0, expires_at = CASE WHEN ?1 THEN expires_at ELSE least(?2::timestamptz, created_at + make_interval(secs => ?3)) END
WHERE id = ?4`, now, a.Staff, now.Add(citizenIdle), citizenMost.Seconds(), a.Session).Exec(ctx)
	if err != nil {
		s.Log.WarnContext(ctx, "session not marked as seen", "err", err)
	}
}

// Leave implements identity.API.
func (s *Service) Leave(ctx context.Context) error {
	if _, err := s.db.NewRaw(`DELETE FROM sessions WHERE id = ?`, actor(ctx).Session).Exec(ctx); err != nil {
		return fmt.Errorf("end a session: %w", err)
	}
	api.SetCookie(ctx, visitorOf(ctx).cookie("", -1))
	return nil
}

// LeaveEverywhere implements identity.API.
func (s *Service) LeaveEverywhere(ctx context.Context) error {
	if _, err := s.db.NewRaw(`DELETE FROM sessions WHERE person_id = ?`, actor(ctx).ID).Exec(ctx); err != nil {
		return fmt.Errorf("end all sessions: %w", err)
	}
	api.SetCookie(ctx, visitorOf(ctx).cookie("", -1))
	return nil
}

// Sessions implements identity.API.
func (s *Service) Sessions(ctx context.Context) (identity.Sessions, error) {
	a := actor(ctx)
	list := identity.Sessions{Items: []identity.Session{}, Now: s.now()}
	err := s.db.NewRaw(`
SELECT id, device, method, id = ?0 AS here, created_at AS begun, seen_at AS seen
FROM sessions WHERE person_id = ?1 AND expires_at > ?2
ORDER BY id = ?0 DESC, seen_at DESC, id LIMIT 100`, a.Session, a.ID, list.Now).Scan(ctx, &list.Items)
	if err != nil {
		return list, fmt.Errorf("list sessions: %w", err)
	}
	return list, nil
}

// EndSession implements identity.API.
func (s *Service) EndSession(ctx context.Context, id identity.ID) (identity.Sessions, error) {
	done, err := s.db.NewRaw(`DELETE FROM sessions WHERE id = ? AND person_id = ?`, id.ID, actor(ctx).ID).Exec(ctx)
	if err := changed(done, err, "end a session"); err != nil {
		return identity.Sessions{}, err
	}
	return s.Sessions(ctx)
}

// changed is unknown when a statement met no row of the reader's.
func changed(done sql.Result, err error, what string) error {
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	n, err := done.RowsAffected()
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	if n == 0 {
		return unknown()
	}
	return nil
}
