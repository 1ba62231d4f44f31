// Package vault keeps identifiers unreadable for whoever holds the database
// without the key of the house.
package vault

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
)

// Vault seals what is stored and makes hashes to find it by.
type Vault struct {
	aead cipher.AEAD
	hash []byte
}

// first is the first byte of everything sealed: the way and the key it is
// sealed with. Another key will have another byte, and both will open.
const first = 1

// New derives the keys of a vault from the secret of the house.
func New(secret string) (*Vault, error) {
	seal, err := hkdf.Key(sha256.New, []byte(secret), nil, "seal identifiers", 32)
	if err != nil {
		return nil, fmt.Errorf("derive a key: %w", err)
	}
	hash, err := hkdf.Key(sha256.New, []byte(secret), nil, "find identifiers", 32)
	if err != nil {
		return nil, fmt.Errorf("derive a key: %w", err)
	}
	block, err := aes.NewCipher(seal)
	if err != nil {
		return nil, fmt.Errorf("make a vault: %w", err)
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		return nil, fmt.Errorf("make a vault: %w", err)
	}
	return &Vault{aead: aead, hash: hash}, nil
}

// Seal encrypts data that belongs to owner; it opens for the same owner only,
// so that a row cannot be given to somebody else.
func (v *Vault) Seal(owner string, data []byte) []byte {
	return v.aead.Seal([]byte{first}, nil, data, []byte(owner))
}

// Open decrypts what Seal returned. It fails when either was tampered with
// or the key is another.
func (v *Vault) Open(owner string, sealed []byte) ([]byte, error) {
	if len(sealed) == 0 || sealed[0] != first {
		return nil, errors.New("open sealed data: unknown key")
	}
	data, err := v.aead.Open(nil, nil, sealed[1:], []byte(owner))
	if err != nil {
		return nil, fmt.Errorf("open sealed data: %w", err)
	}
	return data, nil
}

// Hash finds a value again without telling it. kind keeps a NIK and a phone
// number with the same digits apart.
func (v *Vault) Hash(kind, value string) []byte {
	mac := hmac.New(sha256.New, v.hash)
	mac.Write([]byte(kind + "\x00" + value))
	return mac.Sum(nil)
}

// Token is a new secret of 128 bits or more, fit for links and cookies.
func Token() string { return rand.Text() }

// Fingerprint is how a secret token is kept: who reads the table cannot use it.
func Fingerprint(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}
