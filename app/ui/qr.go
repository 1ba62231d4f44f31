package ui

// QR draws a QR code from the path of its modules, with the quiet margin
// that cameras need. Says is where it leads.
func QR(path string, size int, says string) UI {
	const margin = 4
	side := itoa(size + 2*margin)
	return drawing("svg", "code", Attrs{"viewBox": "-4 -4 " + side + " " + side, "role": "img", "aria-label": says, "shape-rendering": "crispEdges"},
		drawing("rect", "code-paper", Attrs{"x": "-4", "y": "-4", "width": side, "height": side}),
		drawing("path", "code-ink", Attrs{"d": path}))
}

// Way is what somebody does one after the other: a river with numbers.
func Way(steps ...string) UI {
	items := make([]UI, len(steps))
	for i, step := range steps {
		items[i] = element("li", "", nil, nil, With("span", "knot num", Attrs{"aria-hidden": "true"}, Text(itoa(i+1))), Label("", step))
	}
	return element("ol", "river way", nil, nil, items...)
}

// Checklist is a list of things to tick for oneself; nothing is kept.
func Checklist(name string, items ...Choice) UI {
	lines := make([]UI, len(items))
	for i, item := range items {
		var tag UI
		if item.Value != "" {
			tag = Span("row-tag", Tag("", "", item.Value))
		}
		lines[i] = element("label", "check", nil, nil,
			element("input", "", Attrs{"type": "checkbox", "autocomplete": "off", "id": name + "-" + itoa(i+1)}, nil),
			Span("grow", Label("row-title", item.Label), subline(item.Sub), tag))
	}
	return List("ticks", lines...)
}

// Disclose is a part that opens: what most people do not need, in full.
func Disclose(id, picture, title, why string, body ...UI) UI {
	return element("details", "card fold", Attrs{"id": id}, nil,
		element("summary", "row", nil, nil, Span("spot spot-plain", Icon(picture)),
			Span("grow", Label("row-title", title), Label("row-sub", why)), icon("bawah", "i go")),
		Div("fold-body stack stack-4", body...))
}
