package ui

import goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

// Press is a button with a body of its own: a line of a list, a desk action.
// Scope is what it acts on, as for Button.
func Press(class, scope string, attrs Attrs, do goapp.EventHandler, body ...UI) UI {
	all := Attrs{"type": "button"}
	for k, v := range attrs {
		all[k] = v
	}
	return element("button", class, all, on("click", do, scope), body...)
}

// Flag is the value of an attribute that is there or not, such as disabled.
func Flag(on bool) string { return flag(on) }

// Kbd is the key that does the same; the eyes need it, a screen reader is
// told by aria-keyshortcuts.
func Kbd(key string) UI { return element("kbd", "", Attrs{"aria-hidden": "true"}, nil, Text(key)) }

// Input is a bare text field for a bar; its label stands beside it, tied by
// the id.
func Input(id, placeholder string, change goapp.EventHandler) UI {
	return element("input", "input", Attrs{"id": id, "name": id, "type": "text", "autocomplete": "off", "placeholder": placeholder, "maxlength": "60",
		"enterkeyhint": "go"}, on("input", change, id))
}
