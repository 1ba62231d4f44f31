//go:build !js

package browser

// Keys hears nothing.
func Keys(func(Key) bool, func(Key)) func() { return func() {} }

// Write does nothing.
func Write(string, string) {}

// Shut does nothing.
func Shut(string) {}

// Ask does nothing.
func Ask(string) {}
