//go:build !js

package proof

import "crypto/ed25519"

// verify reports whether a signature of a message is a key's.
func verify(public, message, signature []byte) bool {
	return len(public) == ed25519.PublicKeySize && ed25519.Verify(public, message, signature)
}
