package ui

// Row is one line of a list that may lead somewhere.
type Row struct {
	Href  string
	Icon  string
	Tone  string // of the icon's spot: "", plain, warn, bad, info
	Title string
	Sub   string
	Tag   UI // at the end, before the arrow
	On    bool
}

// UI draws the row.
func (r Row) UI() UI {
	class := "spot"
	if r.Tone != "" {
		class += " spot-" + r.Tone
	}
	var spot UI
	if r.Icon != "" {
		spot = Span(class, Icon(r.Icon))
	}
	text := Span("grow", Label("row-title", r.Title), subline(r.Sub), tagline(r.Tag))
	if r.Href == "" {
		return Div("row", spot, text)
	}
	attrs := Attrs{}
	if r.On {
		attrs["aria-current"] = "true"
	}
	return LinkWith(r.Href, "row", attrs, spot, text, IconGo())
}

func tagline(tag UI) UI {
	if tag == nil {
		return nil
	}
	return Span("row-tag", tag)
}

// Rows is a list of rows in one card.
func Rows(rows ...Row) UI {
	items := make([]UI, len(rows))
	for i, r := range rows {
		items[i] = r.UI()
	}
	return List("rows", items...)
}

// Room is one door of the house: a group of things with an icon.
type Room struct {
	Href, Icon, Label string
	Sub               string
	Urgent            bool
}

// Rooms is the floor plan: doors divided by hairlines.
func Rooms(label string, rooms ...Room) UI {
	doors := make([]UI, len(rooms))
	for i, r := range rooms {
		class := ""
		if r.Urgent {
			class = "urgent"
		}
		doors[i] = Link(r.Href, class, Icon(r.Icon), Span("", Label("room-name", r.Label), subline(r.Sub)))
	}
	return With("nav", "rooms", Attrs{"aria-label": label}, doors...)
}

// Tag is a status in one to three words. Tone: good, wait, turn, bad, info,
// brand or "" for neutral.
func Tag(tone, icon, text string) UI {
	class := "tag"
	if tone != "" {
		class += " tag-" + tone
	}
	var mark UI
	if icon != "" {
		mark = Icon(icon)
	}
	return Span(class, mark, Label("", text))
}

// Chip is one filter as a link; on says it holds.
func Chip(href, label string, on bool) UI {
	attrs := Attrs{}
	if on {
		attrs["aria-current"] = "true"
	}
	return LinkWith(href, "chip", attrs, Text(label))
}

// Chips is a row of filters that scrolls sideways.
func Chips(label string, chips ...UI) UI {
	return With("div", "chips scroll-x", Attrs{"role": "group", "aria-label": label, "tabindex": "0"}, chips...)
}

// Facts are pairs of a word and what it holds.
func Facts(pairs ...[2]UI) UI {
	body := make([]UI, 0, 2*len(pairs))
	for _, p := range pairs {
		if p[1] == nil {
			continue
		}
		body = append(body, element("dt", "", nil, nil, p[0]), element("dd", "", nil, nil, p[1]))
	}
	return element("dl", "facts", nil, nil, body...)
}

// Fold is a section that opens: a question most people do not have.
func Fold(id, titleID, title, why string, open bool, body UI) UI {
	return element("details", "card fold", Attrs{"id": id, "open": flag(open)}, nil,
		element("summary", "row", nil, nil, Span("spot spot-plain", Icon("laporkan-salah")),
			Span("grow", With("span", "row-title", Attrs{"id": titleID}, Text(title)), Label("row-sub", why)), icon("bawah", "i go")),
		Div("fold-body", body))
}
