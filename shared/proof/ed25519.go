package proof

import (
	"bytes"

	"filippo.io/edwards25519"
)

// lightVerify is Ed25519 (RFC 8032, 5.1.7) as the phone does it. crypto/ed25519
// says the same, and a test holds them together; but it brings along self-tests
// and ciphers for signing, 0.06 MB over the wire for every citizen against
// 0.02 MB. There is no secret here that could leak.
func lightVerify(public, message, signature []byte) bool {
	if len(public) != 32 || len(signature) != signatureLength {
		return false
	}
	a, err := new(edwards25519.Point).SetBytes(public)
	if err != nil {
		return false
	}
	s, err := edwards25519.NewScalar().SetCanonicalBytes(signature[32:])
	if err != nil {
		return false
	}
	hash := sha512(bytes.Join([][]byte{signature[:32], public, message}, nil))
	k, err := edwards25519.NewScalar().SetUniformBytes(hash[:])
	if err != nil {
		return false
	}
	r := new(edwards25519.Point).VarTimeDoubleScalarBaseMult(k, a.Negate(a), s)
	return bytes.Equal(signature[:32], r.Bytes())
}
