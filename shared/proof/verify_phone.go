//go:build js

package proof

// verify reports whether a signature of a message is a key's.
func verify(public, message, signature []byte) bool { return lightVerify(public, message, signature) }
