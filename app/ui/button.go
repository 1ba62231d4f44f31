package ui

import goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

// Look is the weight of a button. A screen has one solid button.
type Look string

// The looks.
const (
	Solid Look = ""
	Line  Look = "btn-line"
	Soft  Look = "btn-soft"
	Quiet Look = "btn-quiet"
	Turn  Look = "btn-turn" // your move; nothing else is yellow
	Stop  Look = "btn-stop" // cannot be undone
	Deep  Look = "btn-deep" // on deep surfaces
)

// Button is something to do. Its label is a verb.
type Button struct {
	Label    string
	Icon     string
	Look     Look
	Class    string // btn-s, btn-l, btn-full
	Disabled bool   // say why beside it
	Busy     bool   // keeps its label and cannot be pressed twice
	Submit   bool
	Scope    string // what it acts on, in lists
	Do       goapp.EventHandler
	Attrs    Attrs
}

// UI draws the button.
func (b Button) UI() UI {
	attrs := Attrs{"type": "button"}
	for k, v := range b.Attrs {
		attrs[k] = v
	}
	if b.Submit {
		attrs["type"] = "submit"
	}
	attrs["disabled"] = flag(b.Disabled)
	if b.Busy {
		attrs["aria-busy"], attrs["aria-disabled"] = "true", "true"
	}
	do := b.Do
	if b.Busy {
		do = nil
	}
	return element("button", join("btn", string(b.Look), b.Class), attrs, on("click", do, b.Scope),
		pic(b.Icon), Text(b.Label))
}

// ButtonLink is a link that looks like a button.
func ButtonLink(href, label, icon string, look Look, class string) UI {
	return Link(href, join("btn", string(look), class), pic(icon), Text(label))
}

// IconButton is an icon to press; label is what it is called aloud.
func IconButton(name, label string, attrs Attrs, do goapp.EventHandler) UI {
	all := Attrs{"type": "button", "aria-label": label}
	for k, v := range attrs {
		all[k] = v
	}
	return element("button", "icon-btn", all, on("click", do, name), Icon(name))
}

// IconLink is an icon that leads somewhere.
func IconLink(href, name, label string) UI {
	return LinkWith(href, "icon-btn", Attrs{"aria-label": label}, Icon(name))
}

func pic(name string) UI {
	if name == "" {
		return nil
	}
	return IconS(name)
}

func join(classes ...string) string {
	out := ""
	for _, c := range classes {
		if c == "" {
			continue
		}
		if out != "" {
			out += " "
		}
		out += c
	}
	return out
}

// Act is a desk action with its key.
func Act(name, label, key string) UI {
	return element("button", "act", Attrs{"type": "button", "aria-keyshortcuts": key}, nil,
		Span("act-top", Icon(name), element("kbd", "", Attrs{"aria-hidden": "true"}, nil, Text(key))), Label("", label))
}
