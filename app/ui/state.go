package ui

// Banner is news inside a page: what happened, then what to do. Tone: "" for
// information, warn, bad, good, plain.
func Banner(tone, icon, title, text string, more ...UI) UI {
	class := "banner"
	if tone != "" {
		class += " banner-" + tone
	}
	role := "status"
	if tone == "bad" {
		role = "alert"
	}
	var head UI
	if title != "" {
		head = B(title)
	}
	return With("div", class, Attrs{"role": role}, Icon(icon),
		Div("grow", append([]UI{head, Label("", text)}, more...)...))
}

// Empty stands where there is nothing: a picture, why, and one thing to do.
func Empty(scene, title, text string, action UI) UI {
	return Div("empty", Scene(scene), Div("stack stack-1", element("h2", "empty-title", nil, nil, Text(title)), P("", text)), action)
}

// SkeletonRows has the shape of a list that is on its way.
func SkeletonRows(label string, n int) UI {
	rows := make([]UI, n)
	for i := range rows {
		rows[i] = Div("row", Span("spot skel"), Span("grow stack stack-2", Span("skel skel-title"), Span("skel skel-sub")))
	}
	return With("div", "wait-in", Attrs{"role": "status"}, Hidden(label),
		With("div", "rows", Attrs{"aria-hidden": "true"}, rows...))
}

// SkeletonPage has the shape of a page about one thing.
func SkeletonPage(label string) UI {
	return With("div", "wait-in stack stack-4", Attrs{"role": "status"}, Hidden(label),
		With("div", "stack stack-4", Attrs{"aria-hidden": "true"},
			Div("skel skel-h1"), Div("skel skel-sub"), Div("card stack", Div("skel skel-title"), Div("skel skel-sub"), Div("skel skel-sub"))))
}

// Live marks what is being told at this moment.
func Live(text string) UI { return Label("live", text) }

// Kpi is one figure: label, value, one line of context.
func Kpi(label, value, unit, context string) UI {
	return Div("kpi", Label("small soft", label), Span("v", Text(value+" "), Small(unit)), Label("mini strong soft", context))
}
