package ui

import goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

// Fresh is a part whose fields are made anew when turn changes. A browser
// keeps what was typed into a field whatever its attribute says, so a list
// that lost a line would show the old text in the new place.
func Fresh(turn int, class string, body ...UI) UI {
	tag := "div"
	if turn%2 != 0 {
		tag = "article"
	}
	return With(tag, class, Attrs{"role": "presentation"}, body...)
}

// Repeat is a list of the same fields, one line each, that can be added to,
// taken from and moved about without a mouse.
type Repeat struct {
	Name, Title, Hint, Error string
	Turn                     int                // see Fresh
	Quiet                    bool               // the title stands above already
	Add                      string             // label of the button that adds a line; "" when it is full
	Up, Down, Remove         func(i int) string // names of the buttons of a line
	Lines                    []UI
	DoAdd                    goapp.EventHandler
	DoUp, DoDown, DoRemove   func(i int) goapp.EventHandler
}

// UI draws the list.
func (r Repeat) UI() UI {
	lines := make([]UI, len(r.Lines))
	for i, line := range r.Lines {
		lines[i] = Div("repeat-line", Div("grow stack stack-2", line),
			Div("repeat-acts", r.act(i, "up", "atas", i > 0, r.Up, r.DoUp), r.act(i, "down", "bawah", i+1 < len(r.Lines), r.Down, r.DoDown),
				r.act(i, "remove", "tutup", true, r.Remove, r.DoRemove)))
	}
	var add, hint UI
	if r.Add != "" {
		add = Button{Label: r.Add, Icon: "tambah", Look: Line, Class: "btn-s", Scope: r.Name, Do: r.DoAdd, Attrs: Attrs{"id": r.Name + "-add"}}.UI()
	}
	if r.Hint != "" {
		hint = P("hint", r.Hint)
	}
	legend := "label"
	if r.Quiet {
		legend = "sr"
	}
	return With("fieldset", "stack stack-3 plain-set repeat", nil,
		element("legend", legend, nil, nil, Text(r.Title)), hint,
		Fresh(r.Turn, "stack", lines...), FieldError(r.Name, r.Error), add)
}

// act is one button of a line. A line without it keeps its place, so that
// the others stay where the finger expects them.
func (r Repeat) act(i int, what, icon string, can bool, name func(int) string, do func(int) goapp.EventHandler) UI {
	if !can {
		return Div("icon-btn")
	}
	return element("button", "icon-btn", Attrs{"type": "button", "id": LineID(r.Name, i, what), "aria-label": name(i)},
		on("click", do(i), LineID(r.Name, i, what)), Icon(icon))
}

// LineID is the id of a button of a line: up, down or remove.
func LineID(name string, i int, what string) string { return name + "." + itoa(i) + "-" + what }
