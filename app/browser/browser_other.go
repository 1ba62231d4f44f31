//go:build !js

// Package browser is the way to everything the browser owns. On the server
// there is none: nothing happens, and questions get the harmless answer.
package browser

import (
	"rumah/app/house"
	"rumah/shared/words"
)

// Boot finds no page to take over.
func Boot() (house.Boot, bool) { return house.Boot{}, false }

// Path is empty.
func Path() string { return "" }

// Origin is empty.
func Origin() string { return "" }

// NewKey is empty.
func NewKey() string { return "" }

// Moved is false: nobody moves.
func Moved(string) bool { return false }

// ToTop does nothing.
func ToTop() {}

// FocusTitle does nothing.
func FocusTitle() {}

// FocusFirstError does nothing.
func FocusFirstError() {}

// Online is true.
func Online() bool { return true }

// Listen does nothing.
func Listen(string, func()) func() { return func() {} }

// Cookie does nothing.
func Cookie(string, string) {}

// Show does nothing.
func Show(house.Display) {}

// Displayed is the default.
func Displayed() house.Display { return house.Display{} }

// Title does nothing.
func Title(string) {}

// Lang does nothing.
func Lang(string) {}

// CurrentLang is Indonesian.
func CurrentLang() words.Lang { return words.ID }

// Reload does nothing.
func Reload() {}

// Share does nothing.
func Share(string, string, func(bool)) {}

// Install knows of no prompt.
func Install() Installing { return Installing{Installed: true} }

// Prompt does nothing.
func Prompt() {}

// Update does nothing.
func Update() {}

// CheckUpdate does nothing.
func CheckUpdate() {}

// UpdateWaits is false.
func UpdateWaits() bool { return false }

// KeepTyping does nothing.
func KeepTyping() func() { return func() {} }
