//go:build !js

package browser

// Load does nothing.
func Load(string) {}

// Forget has nothing to drop.
func Forget(done func()) { done() }

// Fragment is empty.
func Fragment() string { return "" }

// Focus does nothing.
func Focus(string) {}

// ShowChosen does nothing.
func ShowChosen() {}

// Copy does nothing.
func Copy(string, func(bool)) {}

// Download does nothing.
func Download(string, string, string) {}

// Leave has nothing to forget.
func Leave(done func()) { done() }
