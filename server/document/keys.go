package document

import (
	"context"
	"crypto/ed25519"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/signer"
	"rumah/server/vault"
	"rumah/shared/calendar"
	"rumah/shared/proof"
)

// Key is the one that codes are signed with now.
type Key struct {
	Number      byte
	Private     ed25519.PrivateKey
	Secret      []byte // it comes from
	Certificate []byte // of the key that signs PDFs, which comes from it too
}

// secretBytes is how long a secret is.
const secretBytes = 32

// Secret reads one as it is configured: 32 bytes in base64.
func Secret(text string) ([]byte, error) {
	for _, encoding := range []*base64.Encoding{base64.StdEncoding, base64.RawURLEncoding, base64.URLEncoding, base64.RawStdEncoding} {
		if b, err := encoding.DecodeString(text); err == nil && len(b) == secretBytes {
			return b, nil
		}
	}
	return nil, errors.New("SIGN_KEY must be 32 bytes in base64: openssl rand -base64 32 makes one")
}

// Keep answers the key of this house. Without a secret the one that is kept
// is taken, or one is made; with another than is kept, that one signs from now
// on and the one before only verifies. Of servers that start together all get
// the same. A certified key is for documents that a certified provider signs.
func Keep(ctx context.Context, db bun.IDB, v *vault.Vault, certified bool, secret []byte, name string, now time.Time, loc *time.Location) (k Key, err error) {
	err = db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		if _, err := tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock(hashtextextended('proof keys', 0))`); err != nil {
			return err
		}
		var sealed []byte
		err := tx.NewRaw(`SELECT number, sealed, certificate FROM proof_keys WHERE certified = ? AND until_date IS NULL`, certified).Scan(ctx, &k.Number, &sealed, &k.Certificate)
		if errors.Is(err, sql.ErrNoRows) {
			return k.make(ctx, tx, v, certified, secret, name, now, loc)
		}
		if err == nil {
			k.Secret, err = v.Open(owner(k.Number), sealed)
		}
		if err != nil {
			return fmt.Errorf("open the key of documents; was the house's secret key changed? %w", err)
		}
		if secret != nil && string(secret) != string(k.Secret) {
			return k.make(ctx, tx, v, certified, secret, name, now, loc)
		}
		return k.derive()
	})
	if err != nil {
		return Key{}, fmt.Errorf("keep the key of documents: %w", err)
	}
	return k, nil
}

// make makes the next key, and ends the one before.
func (k *Key) make(ctx context.Context, tx bun.Tx, v *vault.Vault, certified bool, secret []byte, name string, now time.Time, loc *time.Location) (err error) {
	if k.Secret = secret; secret == nil {
		k.Secret = make([]byte, secretBytes)
		_, _ = rand.Read(k.Secret) // never fails
	}
	if err := k.derive(); err != nil {
		return err
	}
	if k.Certificate, err = signer.Certificate(k.Secret, name, now); err != nil {
		return err
	}
	today := calendar.DateOf(now.In(loc))
	if _, err := tx.NewRaw(`UPDATE proof_keys SET until_date = ?::date WHERE certified = ? AND until_date IS NULL`, string(today), certified).Exec(ctx); err != nil {
		return fmt.Errorf("end a key: %w", err)
	}
	if err := tx.NewRaw(`SELECT coalesce(max(number), 0) + 1 FROM proof_keys`).Scan(ctx, &k.Number); err != nil {
		return fmt.Errorf("number a key: %w", err)
	}
	_, err = tx.NewRaw(`INSERT INTO proof_keys (number, certified, public, sealed, certificate, from_date) VALUES (?, ?, ?, ?, ?, ?::date)`,
		k.Number, certified, []byte(k.Private.Public().(ed25519.PublicKey)), v.Seal(owner(k.Number), k.Secret), k.Certificate, string(today)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("write a key: %w", err)
	}
	return nil
}

// derive makes the key of codes out of the secret.
func (k *Key) derive() error {
	seed, err := hkdf.Key(sha256.New, k.Secret, nil, "sign codes", ed25519.SeedSize)
	if err != nil {
		return fmt.Errorf("derive a key: %w", err)
	}
	k.Private = ed25519.NewKeyFromSeed(seed)
	return nil
}

func owner(number byte) string { return fmt.Sprint("proof key ", number) }

// public are all keys there ever were, as phones have them.
func (s *Service) public(ctx context.Context) ([]proof.Key, error) {
	keys := []proof.Key{}
	err := s.db.NewRaw(`SELECT number, public, from_date::text AS "from", coalesce(until_date::text, '') AS "until", certified FROM proof_keys ORDER BY number`).Scan(ctx, &keys)
	if err != nil {
		return nil, fmt.Errorf("read the keys of documents: %w", err)
	}
	return keys, nil
}
