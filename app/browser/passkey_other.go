//go:build !js

package browser

// Passkeys is false.
func Passkeys() bool { return false }

// CreatePasskey makes none.
func CreatePasskey(string) (string, error) { return "", nil }

// GetPasskey finds none.
func GetPasskey(string) (string, error) { return "", nil }
