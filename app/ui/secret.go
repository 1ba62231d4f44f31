package ui

import goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

// OneTime is a field for a one-time code: digits, large, and offered by the
// phone from the message it came in.
func OneTime(f Field) UI {
	f.Auto, f.Mode, f.Max = "one-time-code", "numeric", 12
	return Div("code-field", f.UI())
}

// Blank empties a field by its id. An empty value alone would leave in a
// field what was typed there, because go-app only takes the attribute away.
func Blank(id string) {
	if goapp.IsServer {
		return
	}
	if field := goapp.Window().GetElementByID(id); field.Truthy() {
		field.Set("value", "")
	}
}

// Password is a field whose letters are hidden until somebody asks to see
// them: on a small keyboard a typo is likelier than a neighbour.
type Password struct {
	Field
	Show, Hide string // labels of the button
	Shown      bool
	Toggle     goapp.EventHandler
}

// UI draws the field with its button.
func (p Password) UI() UI {
	f, label := p.Field, p.Show
	f.Type = "password"
	if p.Shown {
		f.Type, label = "text", p.Hide
	}
	return Div("secret", f.UI(), Button{Label: label, Look: Quiet, Class: "btn-s", Scope: f.Name, Do: p.Toggle,
		Attrs: Attrs{"aria-controls": f.Name}}.UI())
}
