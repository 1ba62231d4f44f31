//go:build !js

package browser

import "errors"

// CanScan is false: there is no browser.
func CanScan() bool { return false }

// Scan does nothing.
func Scan(string, func(string), func()) {}

// StopScan does nothing.
func StopScan() {}

// CanHash is false: there is no browser.
func CanHash() bool { return false }

// Hash fails: there is no browser.
func Hash(string) (string, error) { return "", errors.New("no browser") }
