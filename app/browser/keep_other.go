//go:build !js

package browser

// Keep does nothing.
func Keep(string, string) bool { return false }

// Kept is empty.
func Kept(string) string { return "" }
