//go:build js && !desk

package app

// desks are in the other program: whoever goes there loads it.
var desks []Route
