package ui

import "strconv"

// Bar is one column or line of a chart.
type Bar struct {
	Label string
	Value float64
	Part  float64 // of it, drawn within it in the tone of what is late
	Text  string  // the value as written
	Tone  string  // b1 usual, b3 late, b4 your move, b5 forecast
}

// Columns is a small bar chart; says is its finding in a sentence. Of many
// bars only some are labelled, and none is told to be nothing: their texts
// would run into each other.
func Columns(says string, bars ...Bar) UI {
	const width, height, foot, labels = 320, 120, 22, 12
	every := max(1, (len(bars)+labels-1)/labels)
	top := 0.0
	for _, b := range bars {
		top = max(top, b.Value)
	}
	step := float64(width) / float64(max(len(bars), 1))
	parts := []UI{drawing("path", "grid", Attrs{"d": "M0 " + itoa(height-foot) + "H" + itoa(width)})}
	for i, b := range bars {
		h := (height - foot - 18) * b.Value / max(top, 1)
		x := step*float64(i) + step*.18
		parts = append(parts, drawing("rect", b.Tone, Attrs{"x": fixed1(x), "y": fixed1(height - foot - h), "width": fixed1(step * .64), "height": fixed1(h), "rx": "4"}))
		if b.Part > 0 {
			part := h * b.Part / b.Value
			parts = append(parts, drawing("rect", "b3", Attrs{"x": fixed1(x), "y": fixed1(height - foot - part), "width": fixed1(step * .64), "height": fixed1(part), "rx": "4"}))
		}
		if every == 1 || b.Value > 0 {
			parts = append(parts, drawing("text", "t-on", Attrs{"x": fixed1(x + step*.32), "y": fixed1(height - foot - h - 5), "text-anchor": "middle"}, Text(b.Text)))
		}
		if i%every == 0 {
			parts = append(parts, drawing("text", "", Attrs{"x": fixed1(x + step*.32), "y": itoa(height - 5), "text-anchor": "middle"}, Text(b.Label)))
		}
	}
	return drawing("svg", "chart", Attrs{"viewBox": "0 0 320 120", "role": "img", "aria-label": says}, parts...)
}

// Meter is how much of something is used; part from 0 to 1.
func Meter(part float64, says string) UI {
	part = min(max(part, 0), 1)
	return drawing("svg", "meter", Attrs{"viewBox": "0 0 100 1", "preserveAspectRatio": "none", "role": "img", "aria-label": says},
		drawing("rect", "", Attrs{"width": strconv.Itoa(int(part*100 + .5)), "height": "1"}))
}

// Column is a column of a Table.
type Column struct {
	Title string
	Right bool // figures
}

// Table is for desks; phones get rows. The first cell of a line is its head.
func Table(caption string, columns []Column, lines [][]UI) UI {
	heads := make([]UI, len(columns))
	for i, c := range columns {
		heads[i] = With("th", right(c.Right), Attrs{"scope": "col"}, Text(c.Title))
	}
	rows := make([]UI, len(lines))
	for i, line := range lines {
		cells := make([]UI, len(line))
		for j, cell := range line {
			if j == 0 {
				cells[j] = With("th", "", Attrs{"scope": "row"}, cell)
				continue
			}
			cells[j] = element("td", right(columns[j].Right), nil, nil, cell)
		}
		rows[i] = element("tr", "", nil, nil, cells...)
	}
	return With("div", "scroll-x", Attrs{"tabindex": "0", "role": "region", "aria-label": caption},
		element("table", "table", nil, nil, element("caption", "sr", nil, nil, Text(caption)),
			element("thead", "", nil, nil, element("tr", "", nil, nil, heads...)), element("tbody", "", nil, nil, rows...)))
}

func right(on bool) string {
	if on {
		return "r"
	}
	return ""
}

// Usage is a thin line of how much of something is used, part from 0 to 1,
// beside words that say it. Tone is that of a Bar.
func Usage(part float64, tone string) UI {
	part = min(max(part, 0), 1)
	return drawing("svg", "chart app-meter", Attrs{"viewBox": "0 0 240 4", "preserveAspectRatio": "none", "aria-hidden": "true", "focusable": "false"},
		drawing("rect", "b2", Attrs{"width": "240", "height": "4", "rx": "2"}),
		drawing("rect", tone, Attrs{"width": strconv.Itoa(int(part*240 + .5)), "height": "4", "rx": "2"}))
}
