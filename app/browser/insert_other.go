//go:build !js

package browser

// NoteTyping does nothing.
func NoteTyping() {}

// Insert does nothing.
func Insert(string, ...string) {}
