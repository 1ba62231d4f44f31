//go:build !js

package browser

// Sounding is false.
func Sounding() bool { return false }

// StartSound starts nothing.
func StartSound(done func(bool)) { done(false) }

// Chime does nothing.
func Chime() {}

// Say says nothing.
func Say(_ string, done func()) { done() }

// Hush does nothing.
func Hush() {}

// StayAwake does nothing.
func StayAwake() func() { return func() {} }

// Fullscreen does nothing.
func Fullscreen() {}
