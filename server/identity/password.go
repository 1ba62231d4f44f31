package identity

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"database/sql"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"github.com/uptrace/bun"
	"golang.org/x/crypto/argon2"

	"rumah/shared/fault"
	"rumah/shared/identity"
)

// cost is what guessing one password costs. See the benchmark beside it.
type cost struct {
	time    uint32
	memory  uint32 // KiB
	threads uint8
}

// What hashes cost here.
var (
	// dear is the second choice of RFC 9106, halved in memory and with one
	// more pass: a small server must bear a hundred people who begin their
	// work in the same minute.
	dear    = cost{time: 4, memory: 32 << 10, threads: 1}
	ownCost = dear // less in tests of what comes after a password
)

const (
	saltLength = 16
	keyLength  = 32
)

// hashing bounds how many passwords are hashed at once, and so the memory.
var hashing = make(chan struct{}, 2)

func (c cost) key(password string, salt []byte) []byte {
	hashing <- struct{}{}
	defer func() { <-hashing }()
	return argon2.IDKey([]byte(password), salt, c.time, c.memory, c.threads, keyLength)
}

// hashPassword is a new password as it is kept, with a salt of its own.
func hashPassword(password string) string {
	salt := make([]byte, saltLength)
	_, _ = rand.Read(salt) // never fails
	return ownCost.kept(salt, ownCost.key(password, salt))
}

// kept is a password as it is kept: "$argon2id$v=19$m=...$salt$key".
func (c cost) kept(salt, key []byte) string {
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, c.memory, c.time, c.threads,
		b64.EncodeToString(salt), b64.EncodeToString(key))
}

// isPassword reports whether a kept hash is of the password.
func isPassword(kept, password string) bool {
	parts := strings.Split(kept, "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return false
	}
	var c cost
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &c.memory, &c.time, &c.threads); err != nil {
		return false
	}
	salt, err1 := base64.RawStdEncoding.DecodeString(parts[4])
	key, err2 := base64.RawStdEncoding.DecodeString(parts[5])
	return err1 == nil && err2 == nil && subtle.ConstantTimeCompare(key, c.key(password, salt)) == 1
}

// nobody is what stands in for the hash of an account that does not exist, so
// that both take as long. It is the hash of no password that anybody knows.
func nobody() string { return ownCost.kept(make([]byte, saltLength), make([]byte, keyLength)) }

// EnterPassword implements identity.API.
func (s *Service) EnterPassword(ctx context.Context, in identity.EnterPassword) (identity.Entered, error) {
	email := strings.ToLower(in.Email)
	account, from := s.Vault.Hash("email", email), s.address(ctx, "try")
	guesses := s.key("password:"+from, account)
	if err := s.take(ctx, from, tryAddress); err != nil {
		return identity.Entered{}, err
	}
	if err := s.try(ctx, guesses); err != nil {
		return identity.Entered{}, err
	}
	if err := s.take(ctx, s.key("password", account), tryStaff); err != nil {
		return identity.Entered{}, err
	}
	var row struct {
		ID, Name, Hash string
		Totp           []byte
	}
	err := s.db.NewRaw(`
SELECT p.id, p.name, f.password_hash AS hash, f.totp_sealed AS totp
FROM staff f JOIN people p ON p.id = f.person_id WHERE f.email = ? AND p.closed_at IS NULL`, email).Scan(ctx, &row)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return identity.Entered{}, fmt.Errorf("look up staff: %w", err)
	}
	if row.Hash == "" {
		row.Hash = nobody()
	}
	if !isPassword(row.Hash, in.Password) || row.ID == "" {
		s.note(ctx, row.ID, row.Name, "identity.EnterPassword", "refused", "")
		return identity.Entered{}, fault.New(fault.Denied, "password_refused")
	}
	if err := s.enterStaff(ctx, row.ID, row.Totp, in.Code); err != nil {
		if fault.Is(err, fault.Denied) {
			s.note(ctx, row.ID, row.Name, "identity.EnterPassword", "refused", "")
		}
		return identity.Entered{}, err
	}
	if err := s.right(ctx, guesses); err != nil {
		return identity.Entered{}, err
	}
	s.note(ctx, row.ID, row.Name, "identity.EnterPassword", "in", "")
	s.told(row.ID)
	return s.entered(ctx, row.ID)
}

// enterStaff uses a code of the authenticator app up and begins a session.
func (s *Service) enterStaff(ctx context.Context, id string, sealed []byte, code string) error {
	step, ok, err := s.totpStep(id, sealed, code)
	if err != nil {
		return err
	}
	if !ok {
		return fault.New(fault.Denied, "password_refused")
	}
	return s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		done, err := tx.NewRaw(`UPDATE staff SET totp_step = ?0 WHERE person_id = ?1 AND totp_step < ?0`, step, id).Exec(ctx)
		if err := changed(done, err, "use an authenticator code"); err != nil {
			if fault.Is(err, fault.Unknown) { // it was used before
				return fault.New(fault.Denied, "password_refused")
			}
			return err
		}
		return s.begin(ctx, tx, id, true, "password")
	})
}

// entered is the answer to somebody who has just signed in.
func (s *Service) entered(ctx context.Context, id string) (identity.Entered, error) {
	var row struct{ Name, Kind string }
	if err := s.db.NewRaw(`SELECT name, kind FROM people WHERE id = ?`, id).Scan(ctx, &row); err != nil {
		return identity.Entered{}, fmt.Errorf("read who signed in: %w", err)
	}
	staff := row.Kind == "staff"
	return identity.Entered{Viewer: identity.Viewer{ID: id, Name: row.Name, Staff: staff}, New: row.Name == "" && !staff}, nil
}
