//go:build !js

package browser

// Locate knows of no place.
func Locate(done func(lat, lon float64, ok bool)) { done(0, 0, false) }

// Print does nothing.
func Print() {}
