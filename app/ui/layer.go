package ui

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Dialog asks one question. Its title is the question, its buttons are verbs.
// It opens as a modal with ShowDialog and closes with Esc.
func Dialog(id, title, text string, sheet bool, buttons ...UI) UI {
	class := ""
	if sheet {
		class = "sheet"
	}
	return With("dialog", class, Attrs{"id": id, "aria-labelledby": id + "-judul"},
		Div("dialog-body", With("h2", "", Attrs{"id": id + "-judul"}, Text(title)), P("soft", text), Div("stack stack-2", buttons...)))
}

// ShowDialog opens a dialog over the page.
func ShowDialog(id string) goapp.EventHandler {
	return func(goapp.Context, goapp.Event) { goapp.Window().GetElementByID(id).Call("showModal") }
}

// CloseDialog closes it.
func CloseDialog(id string) goapp.EventHandler {
	return func(goapp.Context, goapp.Event) { goapp.Window().GetElementByID(id).Call("close") }
}

// Avatar is a person or an office as two letters under a roof.
func Avatar(letters, tone string) UI {
	class := "avatar"
	if tone != "" {
		class += " avatar-" + tone
	}
	return With("span", class, Attrs{"aria-hidden": "true"}, Text(letters))
}

// Badge is a count with its spoken form.
func Badge(n int, spoken string) UI {
	return Span("badge", With("span", "", Attrs{"aria-hidden": "true"}, Text(itoa(n))), Hidden(spoken))
}

// Upload is a file on its way: name, size and state in words.
type Upload struct {
	Name, State string
	Icon        string
	Part        int // percent; -1 when it is not moving
	Bad         bool
	Action      UI
}

// UI draws the upload.
func (u Upload) UI() UI {
	tone := "spot"
	if u.Bad {
		tone = "spot spot-bad"
	}
	var progress UI
	if u.Part >= 0 {
		progress = With("progress", "", Attrs{"value": itoa(u.Part), "max": "100", "aria-label": u.Name})
	}
	return Div("file", Span(tone, Icon(u.Icon)), Div("grow stack stack-1", Label("row-title", u.Name), Label("row-sub", u.State), progress), u.Action)
}

// Drop is where files are chosen: the whole field is the target.
type Drop struct {
	ID, Label, Sub, Icon string
	Class                string // drop, or the look of a button
	Accept               []string
	Many                 bool   // several at once
	Camera               bool   // the phone's camera, not its files
	Wrong                string // id of the sentence that says what is wrong
	Change               goapp.EventHandler
}

// UI draws the field.
func (d Drop) UI() UI {
	attrs := Attrs{"type": "file", "id": d.ID, "name": d.ID, "accept": strings.Join(d.Accept, ","), "multiple": flag(d.Many), "aria-describedby": d.Wrong}
	if d.Camera {
		attrs["capture"] = "environment"
	}
	if d.Wrong != "" {
		attrs["aria-invalid"] = "true"
	}
	class := d.Class
	if class == "" {
		class = "drop"
	}
	return element("label", class, nil, nil, Icon(d.Icon), Label("row-title", d.Label), subline(d.Sub),
		element("input", "sr", attrs, on("change", d.Change, d.ID)))
}

// Tab is one view of a page.
type Tab struct {
	Href, Label string
	On          bool
}

// Tabs change the view; counts stand in the label.
func Tabs(label string, tabs ...Tab) UI {
	links := make([]UI, len(tabs))
	for i, t := range tabs {
		attrs := Attrs{}
		if t.On {
			attrs["aria-current"] = "page"
		}
		links[i] = LinkWith(t.Href, "", attrs, Text(t.Label))
	}
	return With("nav", "tabs scroll-x", Attrs{"aria-label": label}, links...)
}

// Camera is where the picture of the phone's camera stands.
func Camera(id, says string) UI {
	return element("video", "camera", Attrs{"id": id, "aria-label": says, "playsinline": "playsinline", "muted": "muted"}, nil)
}
