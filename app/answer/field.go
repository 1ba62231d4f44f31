package answer

import (
	"slices"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/ui"
	"rumah/shared/form"
	"rumah/shared/words"
)

// looks are how the field of a kind is typed into.
var looks = map[form.Kind]ui.Field{
	form.Number: {Mode: "decimal"},
	form.Money:  {Mode: "numeric"},
	form.NIK:    {Mode: "numeric", Max: 20},
	form.KK:     {Mode: "numeric", Max: 20},
	form.Phone:  {Type: "tel", Auto: "tel", Max: 24},
	form.Email:  {Type: "email", Auto: "email", Max: 120},
	form.Date:   {Type: "date"},
}

// field is what an answer that is one text is typed into, of a question or of
// a cell.
func (s *Sheet) field(q *form.Question, at, text string) ui.Field {
	f := looks[q.Kind]
	f.Name, f.Label, f.Optional, f.Value, f.Error = FieldID(at), q.Label.In(s.Lang), s.optional(q), text, s.wrong(at)
	f.Long = q.Kind == form.Paragraph
	if q.Kind == form.Line || q.Kind == form.Paragraph {
		f.Max = q.Most
	}
	if q.Kind == form.Money {
		f.Label += " (Rp)"
	}
	return f
}

// mostTiles is how many choices stand as tiles; more of them are a drop-down.
const mostTiles = 6

// options are the choices of a question that has one answer.
func (s *Sheet) options(q *form.Question) []ui.Choice {
	if q.Kind == form.YesNo {
		return []ui.Choice{{Value: form.Yes, Label: words.YesWord.In(s.Lang)}, {Value: form.No, Label: words.NoWord.In(s.Lang)}}
	}
	list := make([]ui.Choice, len(q.Choices))
	for i, o := range q.Choices {
		list[i] = ui.Choice{Value: o.ID, Label: o.Label.In(s.Lang)}
	}
	return list
}

// choice is a question with one of several answers. What nobody must answer
// can be taken back.
func (s *Sheet) choice(q *form.Question) ui.UI {
	id, list := q.ID, s.options(q)
	change := func(ctx goapp.Context, _ goapp.Event) { s.Set(ctx, id, form.Answer{Text: ui.Value(ctx)}) }
	if len(list) > mostTiles {
		f := s.field(q, id, s.answers[id].Text)
		f.Hint, f.Change = s.hint(q), change
		f.Choices = append([]ui.Choice{{Label: words.ChooseOne.In(s.Lang)}}, list...)
		return f.UI()
	}
	if !q.Required {
		list = append(list, ui.Choice{Label: words.ApplyNone.In(s.Lang)})
	}
	return ui.Div("stack stack-2",
		ui.Radios{Name: FieldID(id), Legend: q.Label.In(s.Lang), Value: s.answers[id].Text, Error: s.wrong(id), Look: "choice", Choices: list, Change: change}.UI(),
		s.help(q))
}

// choices is a question with some of several answers.
func (s *Sheet) choices(q *form.Question) ui.UI {
	id := q.ID
	ticks := make([]ui.UI, len(q.Choices))
	for i, o := range q.Choices {
		option := o.ID
		ticks[i] = ui.Check(FieldID(id)+"-"+option, o.Label.In(s.Lang), "", slices.Contains(s.answers[id].List, option), func(ctx goapp.Context, _ goapp.Event) {
			list := slices.Clone(s.answers[id].List)
			if at := slices.Index(list, option); at >= 0 {
				list = slices.Delete(list, at, at+1)
			} else {
				list = append(list, option)
			}
			s.Set(ctx, id, form.Answer{List: list})
		})
	}
	return s.group(q, ui.Div("", ticks...))
}

// statement is something to agree to.
func (s *Sheet) statement(q *form.Question) ui.UI {
	id := q.ID
	tick := ui.Check(FieldID(id), q.Label.In(s.Lang), q.Help.In(s.Lang), s.answers[id].Text == form.Yes, func(ctx goapp.Context, _ goapp.Event) {
		var a form.Answer
		if s.answers[id].Text != form.Yes {
			a.Text = form.Yes
		}
		s.Set(ctx, id, a)
	})
	class := ""
	if s.wrong(id) != "" {
		class = "field-error"
	}
	return ui.Div("card", ui.Div(class, tick, ui.FieldError(FieldID(id), s.wrong(id))))
}

// group is a question over several fields.
func (s *Sheet) group(q *form.Question, body ...ui.UI) ui.UI {
	class, attrs := "stack stack-2 plain-set", ui.Attrs{}
	if s.wrong(q.ID) != "" {
		class += " field-error"
		attrs["aria-describedby"] = FieldID(q.ID) + "-error"
	}
	all := append([]ui.UI{ui.With("legend", "label", nil, ui.Text(q.Label.In(s.Lang)), ui.Label("opt", " "+s.optional(q))), s.help(q)}, body...)
	return ui.With("fieldset", class, attrs, append(all, ui.FieldError(FieldID(q.ID), s.wrong(q.ID)))...)
}
