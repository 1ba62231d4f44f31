package ui

import goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

// Form is a form of ours. It works without our program too: action is where
// the browser sends it by itself.
func Form(action, method, class, label string, submit goapp.EventHandler, body ...UI) UI {
	return FormOf("", action, method, class, label, submit, body...)
}

// FormOf is a form with an id, for a button that stands outside of it and
// names it in its attribute form.
func FormOf(id, action, method, class, label string, submit goapp.EventHandler, body ...UI) UI {
	if !Safe(action) {
		action = "/"
	}
	attrs := Attrs{"id": id, "action": action, "method": method, "novalidate": flagOn}
	if label != "" {
		attrs["aria-label"] = label
	}
	return element("form", class, attrs, on("submit", submit, action), body...)
}

// Find is the search field.
type Find struct {
	Action      string // page that answers
	Name        string // query key
	Label       string
	Placeholder string
	Value       string
	Clear       string            // label of the button that empties it
	ClearHref   string            // where emptying leads
	Keep        map[string]string // other query values to keep
	Input       goapp.EventHandler
	Submit      goapp.EventHandler
}

// UI draws the search field with its button for those without our program.
func (f Find) UI() UI {
	if !Safe(f.Action) {
		f.Action = "/"
	}
	body := []UI{
		Icon("cari"),
		With("label", "sr", Attrs{"for": "cari"}, Text(f.Label)),
		element("input", "", Attrs{"id": "cari", "type": "search", "name": f.Name, "value": f.Value, "placeholder": f.Placeholder,
			"autocomplete": "off", "enterkeyhint": "search", "maxlength": "80"}, on("input", f.Input, "find")),
	}
	for k, v := range f.Keep {
		if v != "" {
			body = append(body, element("input", "", Attrs{"type": "hidden", "name": k, "value": v}, nil))
		}
	}
	if f.Value != "" {
		body = append(body, LinkWith(f.ClearHref, "icon-btn", Attrs{"aria-label": f.Clear}, IconS("tutup")))
	}
	return element("form", "find", Attrs{"role": "search", "action": f.Action, "method": "get"}, on("submit", f.Submit, f.Action), body...)
}

// Typed is what stands in a field at this moment, by its id.
func Typed(id string) string {
	if goapp.IsServer {
		return ""
	}
	field := goapp.Window().GetElementByID(id)
	if !field.Truthy() {
		return ""
	}
	return field.Get("value").String()
}

// Value is what the field that an event came from holds.
func Value(ctx goapp.Context) string { return ctx.JSSrc().Get("value").String() }

// HiddenValue is a value that travels with a form unseen.
func HiddenValue(name, value string) UI {
	return element("input", "", Attrs{"type": "hidden", "name": name, "value": value}, nil)
}
