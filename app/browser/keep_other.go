//go:build !js

package browser

// Keep does nothing.
func Keep(string, string) {}

// Kept is empty.
func Kept(string) string { return "" }
