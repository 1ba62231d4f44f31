//go:build !js

package browser

// Save does nothing.
func Save(string, string, []byte) {}
