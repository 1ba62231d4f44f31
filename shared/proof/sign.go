//go:build !js

package proof

import (
	"crypto/ed25519"
	"encoding/binary"
	"errors"
)

// Sign is the code of a document, signed with the key of a number. Only a
// server has keys to sign with; the program on the phone has not even this.
func Sign(d *Document, number byte, key ed25519.PrivateKey) (code string, err error) {
	if err := d.Check(); err != nil {
		return "", err
	}
	if number == 0 || len(key) != ed25519.PrivateKeySize {
		return "", errors.New("proof: no key to sign with")
	}
	b := encode(d, number)
	return write(append(b, sign(documentContext, b, key)...)), nil
}

func sign(context string, message []byte, key ed25519.PrivateKey) []byte {
	return ed25519.Sign(key, append([]byte(context), message...))
}

// Seal is the list as it travels: signed, five or six bytes a document.
func (l *List) Seal(number byte, key ed25519.PrivateKey) ([]byte, error) {
	if number == 0 || len(key) != ed25519.PrivateKeySize || l.Version < 1 || l.At.Unix() < 0 || l.Len() > MostListed {
		return nil, errors.New("proof: a list that cannot be sealed")
	}
	b := []byte{format, number}
	b = binary.AppendUvarint(b, uint64(l.Version))
	b = binary.AppendUvarint(b, uint64(l.At.Unix()/60))
	for _, list := range [][]uint64{l.revoked, l.replaced} {
		b = binary.AppendUvarint(b, uint64(len(list)))
		last := uint64(0)
		for _, m := range list { // ascending, so the steps are small
			b = binary.AppendUvarint(b, m-last)
			last = m
		}
	}
	return append(b, sign(listContext, b, key)...), nil
}
