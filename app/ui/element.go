package ui

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// UI is anything that can be shown.
type UI = goapp.UI

// Attrs are attributes by name. Values may be anything; they are escaped.
type Attrs map[string]string

const (
	svgNS = "http://www.w3.org/2000/svg"
	// bare lists the elements that have no end tag.
	bare = " input img br hr source "
)

// With is an element with attributes. Links and sources have their own
// functions, because their values need more than escaping.
func With(tag, class string, attrs Attrs, body ...UI) UI {
	for name := range attrs {
		if name == "href" || name == "src" || name == "action" || name == "style" || strings.HasPrefix(name, "on") {
			panic("ui: attribute " + name + " needs its own function")
		}
	}
	return element(tag, class, attrs, nil, body...)
}

// events are handlers by event name. Each carries a scope: go-app compares
// handlers by code address, so the same closure over another row would be
// taken for unchanged without it.
type events map[string]event

type event struct {
	do    goapp.EventHandler
	scope string
}

func on(name string, do goapp.EventHandler, scope string) events {
	if do == nil {
		return nil
	}
	return events{name: {do, scope}}
}

func element(tag, class string, attrs Attrs, on events, body ...UI) UI {
	if strings.Contains(bare, " "+tag+" ") {
		e := goapp.ElemSelfClosing(tag)
		set(func(n string, v any) { e.Attr(n, v) }, class, attrs)
		for name, ev := range on {
			e.On(name, ev.do, goapp.EventScope(ev.scope))
		}
		return e
	}
	e := goapp.Elem(tag)
	set(func(n string, v any) { e.Attr(n, v) }, class, attrs)
	for name, ev := range on {
		e.On(name, ev.do, goapp.EventScope(ev.scope))
	}
	return e.Body(steady(body)...)
}

// steady puts an empty text where nothing is. go-app compares children by
// their place: without it a message that comes or goes moves all after it to
// another place, and a field somebody is typing in would be made anew.
func steady(body []UI) []UI {
	for i, child := range body {
		if child == nil {
			body[i] = goapp.Text("")
		}
	}
	return body
}

// drawing is an element of a picture.
func drawing(tag, class string, attrs Attrs, body ...UI) UI {
	e := goapp.Elem(tag).XMLNS(svgNS)
	set(func(n string, v any) { e.Attr(n, v) }, class, attrs)
	return e.Body(body...)
}

func set(to func(string, any), class string, attrs Attrs) {
	if class != "" {
		to("class", attr(class))
	}
	for name, value := range attrs {
		switch value {
		case flagOn:
			to(name, true)
		case "":
		default:
			to(name, attr(value))
		}
	}
}

// Text is a piece of text.
func Text(s string) UI { return goapp.Text(s) }

// Div, Span, P and the others below are elements with a class.
func Div(class string, body ...UI) UI  { return element("div", class, nil, nil, body...) }
func Span(class string, body ...UI) UI { return element("span", class, nil, nil, body...) }

// P is a paragraph of text.
func P(class, text string) UI { return element("p", class, nil, nil, Text(text)) }

// Para is a paragraph of several pieces.
func Para(class string, body ...UI) UI { return element("p", class, nil, nil, body...) }

// H1 is the title of a screen; each has exactly one. It takes the focus
// after navigation, so that a screen reader starts there.
func H1(class, text string) UI {
	return element("h1", class, Attrs{"id": "judul", "tabindex": "-1"}, nil, Text(text))
}

// H2 is the title of a section; id ties the section to it.
func H2(id, class, text string) UI {
	return element("h2", class, Attrs{"id": id}, nil, Text(text))
}

// H3 is a small title.
func H3(class, text string) UI { return element("h3", class, nil, nil, Text(text)) }

// B is text that matters more.
func B(text string) UI { return element("b", "", nil, nil, Text(text)) }

// Small is text that matters less, inside a line.
func Small(text string) UI { return element("small", "", nil, nil, Text(text)) }

// Label is inline text with a class.
func Label(class, text string) UI { return element("span", class, nil, nil, Text(text)) }

// List is an unordered list of items; each becomes one <li>.
func List(class string, items ...UI) UI {
	lines := make([]UI, 0, len(items))
	for _, item := range items {
		if item != nil {
			lines = append(lines, element("li", "", nil, nil, item))
		}
	}
	return element("ul", class, Attrs{"role": "list"}, nil, lines...)
}

// Hidden is text for screen readers only.
func Hidden(text string) UI { return Label("sr", text) }

// Section is a titled part of a screen. More goes beside the title, as a
// link to all of it; nil for none.
func Section(id, title string, more UI, body ...UI) UI {
	head := H2(id, "", title)
	if more != nil {
		head = Div("sec-head", head, more)
	}
	return With("section", "sec", Attrs{"aria-labelledby": id}, append([]UI{head}, body...)...)
}

// QuietSection is a section whose title only screen readers hear.
func QuietSection(id, title string, body ...UI) UI {
	return With("section", "sec", Attrs{"aria-labelledby": id}, append([]UI{H2(id, "sr", title)}, body...)...)
}
