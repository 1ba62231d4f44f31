package ui

import (
	"strconv"
	"sync/atomic"
)

// Assets are the addresses of files that pictures are taken from. They carry
// a hash, so the server tells them to the phone with each page.
type Assets struct {
	Icons  string `json:"icons"`
	Scenes string `json:"scenes"`
}

var assets atomic.Pointer[Assets]

// Use fixes the addresses of the sprites, before the first screen, in both
// programs. They are the same for the life of a program.
func Use(a Assets) { assets.Store(&a) }

func sprites() Assets {
	if a := assets.Load(); a != nil {
		return *a
	}
	return Assets{}
}

// Icon is a picture of the sprite beside a word. It says nothing to a
// screen reader; the word does.
func Icon(name string) UI { return icon(name, "i") }

// IconS is a small icon, 20 px.
func IconS(name string) UI { return icon(name, "i i-s") }

// IconGo is the mark at the end of a row that leads on.
func IconGo() UI { return icon("kanan", "i go") }

// Mark is the logo.
func Mark() UI { return icon("logo", "i i-fill") }

// Motif is the delta drawn behind deep surfaces; class places it.
func Motif(class string) UI { return icon("delta", "motif "+class) }

func icon(name, class string) UI {
	return drawing("svg", class, Attrs{"aria-hidden": "true", "focusable": "false"},
		drawing("use", "", Attrs{"href": sprites().Icons + "#" + name}))
}

// Scene is an illustration for an empty or broken state.
func Scene(name string) UI {
	return drawing("svg", "scene", Attrs{"aria-hidden": "true", "focusable": "false", "viewBox": "0 0 160 120"},
		drawing("use", "", Attrs{"href": sprites().Scenes + "#" + name}))
}

func itoa(n int) string { return strconv.Itoa(n) }
