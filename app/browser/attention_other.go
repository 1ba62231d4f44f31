//go:build !js

package browser

// Vibrate does nothing.
func Vibrate(...int) {}
