// Package ui is the words of the interface: buttons, fields, rows, the river.
// They are plain functions; only what has a state of its own is a component.
//
// It is also the only package that may set an attribute. go-app writes
// attribute values into prerendered pages without HTML escaping, so every
// value passes through attr here; a test keeps all other packages out.
package ui

import goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

// Screen is a component that fills the page.
type Screen = goapp.Composer
