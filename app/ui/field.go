package ui

import goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

// Field is one question of a form.
type Field struct {
	Name     string // JSON name of the value, also its id
	Label    string
	Hint     string
	Error    string // a sentence: what is wrong and how to write it
	Optional string // the word for "optional"; required fields are not marked
	Value    string
	Type     string // text, search, tel, number, date, email; "" is text
	Long     bool   // several lines
	Max      int    // letters the browser accepts
	Auto     string // autocomplete token
	Mode     string // inputmode
	ReadOnly bool
	Choices  []Choice // a drop-down when set
	Change   goapp.EventHandler
}

// Choice is one answer to choose.
type Choice struct {
	Value, Label, Icon string
	Sub                string // second line
}

// UI draws the field with its hint and error tied to it.
func (f Field) UI() UI {
	attrs := Attrs{"id": f.Name, "name": f.Name, "readonly": flag(f.ReadOnly), "autocomplete": f.Auto, "inputmode": f.Mode}
	if f.Max > 0 {
		attrs["maxlength"] = itoa(f.Max)
	}
	describe := ""
	if f.Hint != "" {
		describe = f.Name + "-hint"
	}
	class := "field"
	if f.Error != "" {
		class = "field field-error"
		describe = join(describe, f.Name+"-error")
		attrs["aria-invalid"] = "true"
	}
	attrs["aria-describedby"] = describe
	return Div(class,
		With("label", "", Attrs{"for": f.Name}, Text(f.Label), f.optional()),
		f.hint(), f.control(attrs), FieldError(f.Name, f.Error))
}

func (f Field) optional() UI {
	if f.Optional == "" {
		return nil
	}
	return Label("opt", " "+f.Optional)
}

func (f Field) hint() UI {
	if f.Hint == "" {
		return nil
	}
	return With("p", "hint", Attrs{"id": f.Name + "-hint"}, Text(f.Hint))
}

func (f Field) control(attrs Attrs) UI {
	switch {
	case f.Choices != nil:
		options := make([]UI, len(f.Choices))
		for i, c := range f.Choices {
			options[i] = With("option", "", Attrs{"value": c.Value, "selected": flag(c.Value == f.Value)}, Text(c.Label))
		}
		return Div("pick", element("select", "", attrs, on("change", f.Change, f.Name), options...), IconS("bawah"))
	case f.Long:
		attrs["rows"] = "4"
		if goapp.IsClient {
			attrs["value"] = f.Value
			return element("textarea", "", attrs, on("input", f.Change, f.Name))
		}
		return element("textarea", "", attrs, on("input", f.Change, f.Name), Text(f.Value))
	}
	attrs["type"] = f.Type
	if f.Type == "" {
		attrs["type"] = "text"
	}
	attrs["value"] = f.Value
	return element("input", "", attrs, on("input", f.Change, f.Name))
}

// FieldError is the sentence below a wrong field; nil when there is none.
func FieldError(name, text string) UI {
	if text == "" {
		return nil
	}
	return With("p", "error", Attrs{"id": name + "-error"}, Icon("awas"), Label("", text))
}

// Radios are a few answers of which one holds, as tiles. Legend is the
// question.
type Radios struct {
	Name, Legend, Value, Error string
	Titled                     bool   // the question stands above already; the legend is for who hears it
	Look                       string // choice (tiles) or seg (switch of 2 to 4)
	Choices                    []Choice
	Change                     goapp.EventHandler
}

// UI draws the tiles.
func (r Radios) UI() UI {
	tiles := make([]UI, len(r.Choices))
	for i, c := range r.Choices {
		class := ""
		if c.Value == r.Value {
			class = "on"
		}
		attrs := Attrs{"type": "radio", "name": r.Name, "value": c.Value, "checked": flag(c.Value == r.Value)}
		if i == 0 {
			attrs["id"] = r.Name
		}
		label := Label(c.Sub, c.Label)
		tiles[i] = element("label", class, nil, nil,
			element("input", "", attrs, on("change", r.Change, r.Name+c.Value)), r.icon(c), label)
	}
	class, legend, attrs := "stack stack-2 plain-set", "label", Attrs{}
	if r.Titled {
		legend = "sr"
	}
	if r.Error != "" {
		class += " field-error"
		attrs["aria-describedby"] = r.Name + "-error"
	}
	return With("fieldset", class, attrs,
		element("legend", legend, nil, nil, Text(r.Legend)),
		Div(r.Look, tiles...), FieldError(r.Name, r.Error))
}

func (r Radios) icon(c Choice) UI {
	if c.Icon == "" {
		return nil
	}
	return Icon(c.Icon)
}

// Check is one thing to agree to or switch on.
func Check(name, label, sub string, checked bool, change goapp.EventHandler) UI {
	return element("label", "check", nil, nil,
		element("input", "", Attrs{"type": "checkbox", "name": name, "value": "1", "checked": flag(checked)}, on("change", change, name)),
		Span("grow", Label("row-title", label), subline(sub)))
}

func subline(text string) UI {
	if text == "" {
		return nil
	}
	return Label("row-sub", text)
}
