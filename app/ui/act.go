package ui

import goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

// Acts draws a row that leads nowhere and ends in what can be done with it.
func (r Row) Acts(acts ...UI) UI {
	return Div("row row-acts", r.spot(), Span("grow", Label("row-title", r.Title), subline(r.Sub), tagline(r.Tag)),
		Div("bar wrap", acts...))
}

// Press draws a row that does something here instead of leading on.
func (r Row) Press(do goapp.EventHandler) UI {
	return element("button", "row", Attrs{"type": "button"}, on("click", do, r.Title), r.spot(),
		Span("grow", Label("row-title", r.Title), subline(r.Sub), tagline(r.Tag)))
}

func (r Row) spot() UI {
	if r.Icon == "" {
		return nil
	}
	return Span(join("spot", toned("spot-", r.Tone)), Icon(r.Icon))
}

func toned(prefix, tone string) string {
	if tone == "" {
		return ""
	}
	return prefix + tone
}
