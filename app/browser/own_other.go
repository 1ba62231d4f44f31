//go:build !js

package browser

// KeepOwn does nothing.
func KeepOwn(string, string) bool { return false }

// KeptOwn is empty.
func KeptOwn(string) string { return "" }

// DropOwn does nothing.
func DropOwn(string) {}

// ForgetOwn does nothing.
func ForgetOwn() {}
