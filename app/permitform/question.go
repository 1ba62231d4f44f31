package permitform

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/draft"
	"rumah/app/ui"
	"rumah/shared/check"
	"rumah/shared/form"
	"rumah/shared/words"
)

// question are the fields of a question.
func (s *Editor) question(l words.Lang, p spot) ui.UI {
	at := p.path()
	ask := func() *form.Question { return s.ask(p) }
	q := ask()
	var prefill ui.UI
	if len(q.Kind.Sources()) > 0 {
		prefill = s.prefill(l, at, ask)
	}
	return ui.Div("stack stack-4 form-fields",
		s.asked(l, at, ask, s.kinds(l, false), func(before string) { follow(s.public(), s.form(), ask(), before) }), prefill, s.limits(l, at, ask),
		s.condition(l, p, at+".when", func() **form.Rule { return &ask().When }),
		s.name(l, at, ask), s.more(l, p))
}

// column are the fields of a column of a table.
func (s *Editor) column(l words.Lang, at string, ask func() *form.Question) ui.UI {
	if q := ask(); q.Kind == "" { // it has just been added
		q.Kind = form.Line
	}
	follow := func(before string) { followColumn(s.public(), s.form(), ask(), before) }
	return ui.Div("stack stack-3", s.asked(l, at, ask, s.kinds(l, true), follow), s.limits(l, at, ask), s.name(l, at, ask))
}

// asked is what is asked, and how it is answered. As long as nothing was
// published under the name of a question, its name follows its words.
func (s *Editor) asked(l words.Lang, at string, ask func() *form.Question, kinds []ui.Choice, follow func(before string)) ui.UI {
	q := ask()
	label := ui.Field{Name: at + ".label", Label: words.FormQuestion.In(l), Max: 200}
	if q.Kind == form.Statement {
		label.Long, label.Max = true, 2000
	}
	var required ui.UI
	if q.Kind != form.Statement {
		required = s.edit.Switch(at+".required", words.FormRequired.In(l), "", func() *bool { return &ask().Required })
	}
	return ui.Div("stack stack-4",
		s.texts(l, label, func() *form.Text { return &ask().Label }, follow),
		s.texts(l, ui.Field{Name: at + ".help", Label: words.FormHelp.In(l), Optional: words.Optional.In(l), Max: 1000}, func() *form.Text { return &ask().Help }, nil),
		s.pick(ui.Field{Name: at + ".kind", Label: words.FormKind.In(l), Choices: kinds}, func() string { return string(ask().Kind) }, func(v string) {
			*ask() = completed(ask().As(form.Kind(v)))
		}), required)
}

// pick is a drop-down after which the fields are others.
func (s *Editor) pick(f ui.Field, get func() string, set func(string)) ui.UI {
	name := f.Name
	f.Value, f.Error = get(), s.edit.Wrong(name)
	f.Change = func(ctx goapp.Context, _ goapp.Event) {
		set(ui.Value(ctx))
		s.edit.Edited(name)
		s.shown(ctx, name)
	}
	return f.UI()
}

// public is the form that applicants fill in today.
func (s *Editor) public() *form.Schema {
	known, _ := s.edit.Known()
	return &known.Public.Form
}

// name is what formulas, conditions and letters call the question.
func (s *Editor) name(l words.Lang, at string, ask func() *form.Question) ui.UI {
	f := ui.Field{Name: at + ".id", Label: words.FormName.In(l), Hint: words.FormNameY.In(l), Max: 40, Value: ask().ID, Error: s.edit.Wrong(at + ".id")}
	f.Change = func(ctx goapp.Context, _ goapp.Event) {
		named(s.form(), ask(), ui.Value(ctx))
		s.edit.Edited(f.Name)
	}
	return f.UI()
}

// noSource stands for no source in the drop-down.
const noSource = "-"

func (s *Editor) prefill(l words.Lang, at string, ask func() *form.Question) ui.UI {
	choices := []ui.Choice{{Value: noSource, Label: words.FormPrefillNone.In(l)}}
	for _, source := range ask().Kind.Sources() {
		choices = append(choices, ui.Choice{Value: string(source), Label: words.FormSources[string(source)].In(l)})
	}
	value := string(ask().Prefill)
	if value == "" {
		value = noSource
	}
	return s.edit.Choose(ui.Field{Name: at + ".prefill", Label: words.FormPrefill.In(l), Choices: choices}, value, func(v string) {
		if v == noSource {
			v = ""
		}
		ask().Prefill = form.Source(v)
	})
}

// limits are what only some kinds have.
func (s *Editor) limits(l words.Lang, at string, ask func() *form.Question) ui.UI {
	least := s.number(ui.Field{Name: at + ".least", Label: words.FormLeast.In(l)}, func() int { return ask().Least }, func(n int) { ask().Least = n })
	most := func(t words.T) ui.UI {
		return s.number(ui.Field{Name: at + ".most", Label: t.In(l), Hint: words.FormUsual.In(l)}, func() int { return ask().Most }, func(n int) { ask().Most = n })
	}
	switch kind := ask().Kind; {
	case kind == form.Line, kind == form.Paragraph:
		return ui.Div("pair", least, most(words.FormMost))
	case kind.Ranged():
		hint := ""
		if kind == form.Date {
			hint = words.FormDays.In(l)
		}
		return ui.Div("pair",
			s.edit.Text(ui.Field{Name: at + ".from", Label: words.FormFrom.In(l), Optional: words.Optional.In(l), Hint: hint, Max: 40}, func() *string { return &ask().From }),
			s.edit.Text(ui.Field{Name: at + ".to", Label: words.FormTo.In(l), Optional: words.Optional.In(l), Max: 40}, func() *string { return &ask().To }))
	case kind == form.Area:
		return s.edit.Switch(at+".wide", words.FormWide.In(l), "", func() *bool { return &ask().Wide })
	case kind == form.Choice:
		return s.options(l, at, ask)
	case kind == form.Choices:
		return ui.Div("stack stack-4", s.options(l, at, ask), ui.Div("pair", least, most(words.FormMost)))
	case kind == form.Table:
		return ui.Div("stack stack-4", s.columns(l, at, ask), ui.Div("pair", least, most(words.FormMost)))
	case kind == form.Files:
		return ui.Div("stack stack-4", ui.Div("pair", most(words.FormFiles), s.size(l, at, ask)), s.accept(l, at, ask))
	}
	return nil
}

// megabyte is the unit in which sizes of files are written.
const megabyte = 1_000_000

func (s *Editor) size(l words.Lang, at string, ask func() *form.Question) ui.UI {
	return s.number(ui.Field{Name: at + ".size", Label: words.FormSize.In(l), Hint: words.FormUsual.In(l)},
		func() int { return int(ask().Size / megabyte) }, func(n int) { ask().Size = int64(n) * megabyte })
}

// accepts are the files that can be asked for, as people call them.
var accepts = []struct{ kind, name string }{
	{"image/jpeg", "JPEG"}, {"image/png", "PNG"}, {"image/webp", "WEBP"}, {"application/pdf", "PDF"},
}

func (s *Editor) accept(l words.Lang, at string, ask func() *form.Question) ui.UI {
	ticks := make([]ui.UI, len(accepts))
	for i, a := range accepts {
		ticks[i] = draft.Member(&s.edit, at+".accept-"+a.kind, a.name, "", func() *[]string { return &ask().Accept }, a.kind)
	}
	return ui.With("fieldset", "plain-set stack stack-2", nil, ui.With("legend", "label", nil, ui.Text(words.FormAccept.In(l))),
		ui.P("hint", words.FormAcceptAll.In(l)), ui.List("ticks", ticks...), ui.FieldError(at+".accept", s.edit.Wrong(at+".accept.0")))
}

// options are the choices of a question.
func (s *Editor) options(l words.Lang, at string, ask func() *form.Question) ui.UI {
	list := func() *[]form.Option { return &ask().Choices }
	return draft.Lines(&s.edit, draft.List{Name: at + ".choices", Title: words.FormChoices.In(l), Max: form.MostChoices,
		Item: func(n int) string { return words.FormChoice.In(l, strconv.Itoa(n)) }}, list,
		func(i int) ui.UI {
			place := check.At(at+".choices", i)
			one := func() *form.Option { return &(*list())[i] }
			return ui.Div("stack stack-2",
				s.texts(l, ui.Field{Name: place + ".label", Label: words.FormChoice.In(l, strconv.Itoa(i+1)), Max: 200}, func() *form.Text { return &one().Label },
					func(before string) { followOption(s.public(), ask(), one(), before) }),
				s.edit.Text(ui.Field{Name: place + ".id", Label: words.FormName.In(l), Max: 40}, func() *string { return &one().ID }))
		})
}

// columns are the columns of a table.
func (s *Editor) columns(l words.Lang, at string, ask func() *form.Question) ui.UI {
	list := func() *[]form.Question { return &ask().Columns }
	return draft.Lines(&s.edit, draft.List{Name: at + ".columns", Title: words.FormColumns.In(l), Max: form.MostColumns,
		Item: func(n int) string { return words.FormColumn.In(l, strconv.Itoa(n)) }}, list,
		func(i int) ui.UI {
			return s.column(l, check.At(at+".columns", i), func() *form.Question { return &(*list())[i] })
		})
}
