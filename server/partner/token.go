package partner

import (
	"context"
	"crypto/subtle"
	"database/sql"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"rumah/server/database"
)

// tokenTime is how long a token works.
const tokenTime = 5 * time.Minute

// An address may be wrong so often at one hospital.
const (
	mostTries = 30
	tryWindow = 10 * time.Minute
)

// hospital is the connection of a place.
type hospital struct {
	PlaceID, Username, PasswordHash, BaseURL string
	Registers                                bool
	Days                                     int
}

// hospital reads a connection; nobody may call one without a username.
func (s *Service) hospital(ctx context.Context, at string) (h hospital, err error) {
	if !database.Storable(at) {
		return h, nil
	}
	err = s.db.NewRaw(`
SELECT h.place_id, h.username, h.password_hash, h.base_url, h.registers, h.days
FROM bpjs_hospitals h JOIN places p ON p.id = h.place_id AND p.retired_at IS NULL WHERE h.place_id = ?`, at).Scan(ctx, &h)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return h, fmt.Errorf("read the connection of %s: %w", at, err)
	}
	return h, nil
}

// admitted sees to it that the caller may call; an answer ends the call.
func (s *Service) admitted(ctx context.Context, r *http.Request, at string, entry bool, c *call) (*answer, error) {
	h, err := s.hospital(ctx, at)
	if err != nil {
		return nil, err
	}
	if h.Username == "" {
		return reject(http.StatusNotFound, noService), nil
	}
	c.h = h
	user := r.Header.Get("x-username")
	if entry {
		return s.enter(ctx, h, user, r.Header.Get("x-password"))
	}
	token := r.Header.Get("x-token")
	switch {
	case user == "" || token == "":
		return reject(http.StatusUnauthorized, noToken), nil
	case !same(user, h.Username) || !s.valid(h, token):
		return reject(http.StatusUnauthorized, wrongToken), nil
	}
	return nil, nil
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// enter answers a token for a username and its password.
func (s *Service) enter(ctx context.Context, h hospital, user, password string) (*answer, error) {
	if user == "" || password == "" {
		return reject(http.StatusUnauthorized, noEntry), nil
	}
	fine, err := s.mayTry(ctx, h)
	if err != nil {
		return nil, err
	}
	if !fine {
		return reject(http.StatusTooManyRequests, manyTries), nil
	}
	right := ownCost.is(h.PasswordHash, password) // also for another name, so that both take as long
	if !right || !same(user, h.Username) {
		return reject(http.StatusUnauthorized, wrongEntry), s.wrong(ctx, h)
	}
	now := s.now()
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: h.Username, Audience: jwt.ClaimStrings{h.PlaceID}, IssuedAt: jwt.NewNumericDate(now), ExpiresAt: jwt.NewNumericDate(now.Add(tokenTime)),
	}).SignedString(s.tokenKey(h))
	if err != nil {
		return nil, fmt.Errorf("sign a token: %w", err)
	}
	return ok(map[string]string{"token": token}), s.met(ctx, h.PlaceID)
}

// triesOf names the wrong tries of an address at a hospital.
func (s *Service) triesOf(ctx context.Context, h hospital) string {
	return "bpjs:" + h.PlaceID + ":" + s.IP(ctx).String()
}

// mayTry reports whether an address has not been wrong too often. Right
// entries are not counted: BPJS makes one for nearly every patient. A thousand
// wrong ones at once get past this, and guess nothing of 128 bits.
func (s *Service) mayTry(ctx context.Context, h hospital) (fine bool, err error) {
	err = s.db.NewRaw(`SELECT NOT EXISTS (SELECT FROM throttles WHERE key = ? AND count >= ? AND since > ?)`, s.triesOf(ctx, h), mostTries, s.now().Add(-tryWindow)).Scan(ctx, &fine)
	if err != nil {
		return false, fmt.Errorf("read the tries at %s: %w", h.PlaceID, err)
	}
	return fine, nil
}

// wrong counts a wrong try.
func (s *Service) wrong(ctx context.Context, h hospital) error {
	now := s.now()
	_, err := s.db.NewRaw(`
INSERT INTO throttles AS t (key, count, since) VALUES (?0, 1, ?1)
ON CONFLICT (key) DO UPDATE SET
  count = CASE WHEN t.since <= ?2 THEN 1 ELSE t.count + 1 END,
  since = CASE WHEN t.since <= ?2 THEN ?1 ELSE t.since END`, s.triesOf(ctx, h), now, now.Add(-tryWindow)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("count the tries at %s: %w", h.PlaceID, err)
	}
	return nil
}

// tokenKey signs the tokens of a hospital. It changes with the password, so
// that a new one ends what was given out for the old.
func (s *Service) tokenKey(h hospital) []byte {
	return s.Vault.Hash("bpjs token", h.PlaceID+"\x00"+h.PasswordHash)
}

// valid reports whether we gave the token to this user of this hospital, and
// lately.
func (s *Service) valid(h hospital, token string) bool {
	_, err := jwt.ParseWithClaims(token, &jwt.RegisteredClaims{}, func(*jwt.Token) (any, error) { return s.tokenKey(h), nil },
		jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}), jwt.WithSubject(h.Username), jwt.WithAudience(h.PlaceID),
		jwt.WithExpirationRequired(), jwt.WithIssuedAt(), jwt.WithTimeFunc(s.now))
	return err == nil
}
