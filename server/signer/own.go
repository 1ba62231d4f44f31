package signer

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"fmt"
	"math/big"
	"time"
)

// Own signs with a key of the house. Nobody vouches for it but the house
// itself, and every document says so.
type Own struct {
	key         *ecdsa.PrivateKey
	certificate *x509.Certificate
}

// NewOwn returns the signer of a secret with the certificate that Certificate
// made of it.
func NewOwn(secret, certificate []byte) (*Own, error) {
	key, err := keyOf(secret)
	if err != nil {
		return nil, err
	}
	c, err := x509.ParseCertificate(certificate)
	if err != nil {
		return nil, fmt.Errorf("read the certificate of the house: %w", err)
	}
	if !key.PublicKey.Equal(c.PublicKey) {
		return nil, errors.New("the certificate of the house is of another key")
	}
	return &Own{key, c}, nil
}

// keyOf derives the key of a secret.
func keyOf(secret []byte) (*ecdsa.PrivateKey, error) {
	raw, err := hkdf.Key(sha256.New, secret, nil, "sign documents", 32)
	if err != nil {
		return nil, fmt.Errorf("derive a key: %w", err)
	}
	key, err := ecdsa.ParseRawPrivateKey(elliptic.P256(), raw) // of 2^32 secrets one has none
	if err != nil {
		return nil, fmt.Errorf("derive a key: %w", err)
	}
	return key, nil
}

// holds is how long a certificate of the house holds. Its key is another long
// before.
const holds = 20

// Certificate is one that the key of a secret signs for itself.
func Certificate(secret []byte, name string, now time.Time) ([]byte, error) {
	key, err := keyOf(secret)
	if err != nil {
		return nil, err
	}
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	if err != nil {
		return nil, fmt.Errorf("make a certificate: %w", err)
	}
	who := pkix.Name{CommonName: name, OrganizationalUnit: []string{"TIDAK TERSERTIFIKASI"}}
	der, err := x509.CreateCertificate(rand.Reader, &x509.Certificate{
		SerialNumber: serial, Subject: who, NotBefore: now.AddDate(0, 0, -1), NotAfter: now.AddDate(holds, 0, 0), KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment,
	}, &x509.Certificate{Subject: who}, &key.PublicKey, key)
	if err != nil {
		return nil, fmt.Errorf("make a certificate: %w", err)
	}
	return der, nil
}

// Certified implements Signer.
func (*Own) Certified() bool { return false }

// Sign implements Signer.
func (o *Own) Sign(_ context.Context, w Wish) ([]byte, error) {
	return embed(w.PDF, w.Name, w.Reason, w.At, func(parts ...[]byte) ([]byte, error) {
		h := sha256.New()
		for _, part := range parts {
			h.Write(part)
		}
		return detached([sha256.Size]byte(h.Sum(nil)), w.At, o.key, o.certificate)
	})
}
