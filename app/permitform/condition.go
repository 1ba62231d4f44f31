package permitform

import (
	"slices"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/ui"
	"rumah/shared/form"
	"rumah/shared/words"
)

// condition is when a section or a question is asked.
func (s *Editor) condition(l words.Lang, p spot, at string, when func() **form.Rule) ui.UI {
	asks := before(s.form(), p)
	if len(asks) == 0 && *when() == nil {
		return ui.P("hint", words.FormNoBefore.In(l))
	}
	return ui.With("fieldset", "plain-set stack stack-3 form-when", nil, ui.With("legend", "sr", nil, ui.Text(words.FormWhen.In(l))),
		s.group(l, asks, at, true, func() *form.Rule { return *when() }, func(r *form.Rule) { *when() = r }))
}

// group are some conditions that hold together. At the top there may be none.
func (s *Editor) group(l words.Lang, asks []*form.Question, at string, top bool, get func() *form.Rule, set func(*form.Rule)) ui.UI {
	g := groupOf(get(), at)
	modes := []ui.Choice{{Value: all, Label: words.FormAll.In(l)}, {Value: anyOf, Label: words.FormAny.In(l)}}
	if top {
		modes = append([]ui.Choice{{Value: always, Label: words.FormAlways.In(l)}}, modes...)
	}
	body := []ui.UI{s.pick(ui.Field{Name: at + "-cara", Label: words.FormWhen.In(l), Choices: modes}, func() string { return groupOf(get(), at).mode }, func(mode string) {
		g := groupOf(get(), at)
		if g.mode = mode; mode != always && len(g.items) == 0 {
			g.items = []form.Rule{blank(asks)}
		}
		set(g.rule())
	})}
	change := func(edit func(items []form.Rule) []form.Rule) goapp.EventHandler {
		return func(ctx goapp.Context, _ goapp.Event) {
			g := groupOf(get(), at)
			g.items = edit(slices.Clone(g.items))
			set(g.rule())
			s.reshaped(ctx, at+"-cara")
		}
	}
	for i := range g.items {
		item := func() form.Rule { return groupOf(get(), at).items[i] }
		put := func(r form.Rule) {
			g := groupOf(get(), at)
			g.items = slices.Clone(g.items)
			g.items[i] = r
			set(g.rule())
		}
		name := words.FormRule.In(l, strconv.Itoa(i+1))
		body = append(body, ui.Div("form-rule stack stack-3", s.item(l, asks, g.paths[i], item, put),
			ui.Div("bar", ui.Button{Label: words.ItemRemove.In(l, name), Icon: "tutup", Look: ui.Quiet, Class: "btn-s", Scope: g.paths[i] + "-buang",
				Do: change(func(items []form.Rule) []form.Rule { return slices.Delete(items, i, i+1) })}.UI())))
	}
	if g.mode != always {
		more := []ui.UI{ui.Button{Label: words.FormAddRule.In(l), Icon: "tambah", Look: ui.Line, Class: "btn-s", Scope: at + "-syarat",
			Do: change(func(items []form.Rule) []form.Rule { return append(items, blank(asks)) })}.UI()}
		if top {
			more = append(more, ui.Button{Label: words.FormAddGroup.In(l), Icon: "tambah", Look: ui.Quiet, Class: "btn-s", Scope: at + "-kelompok",
				Do: change(func(items []form.Rule) []form.Rule {
					return append(items, form.Rule{Any: []form.Rule{blank(asks), blank(asks)}})
				})}.UI())
		}
		body = append(body, ui.Div("bar wrap", more...))
	}
	return ui.Div("stack stack-3", append(body, ui.FieldError(at, s.edit.Wrong(at)))...)
}

// blank is a condition to begin with.
func blank(asks []*form.Question) form.Rule {
	if len(asks) == 0 {
		return form.Rule{}
	}
	return form.Rule{Ask: asks[len(asks)-1].ID, Op: form.Answered}
}

// item is one condition: a comparison, or a group of some.
func (s *Editor) item(l words.Lang, asks []*form.Question, at string, get func() form.Rule, put func(form.Rule)) ui.UI {
	rule, not := inner(get())
	path := at
	if not {
		path += ".not"
	}
	change := func(edit func(*form.Rule)) {
		r, not := inner(get())
		edit(&r)
		put(turned(r, not))
	}
	opposite := ui.Check(at+"-tidak", words.FormNot.In(l), "", not, func(ctx goapp.Context, _ goapp.Event) {
		r, not := inner(get())
		put(turned(r, !not))
		s.reshaped(ctx, at+"-tidak")
	})
	if grouped(rule) {
		return ui.Div("stack stack-3", s.group(l, asks, path, false,
			func() *form.Rule { r, _ := inner(get()); return &r },
			func(r *form.Rule) {
				if r == nil {
					r = &form.Rule{}
				}
				change(func(old *form.Rule) { *old = *r })
			}), opposite)
	}
	return ui.Div("stack stack-3", s.comparison(l, asks, path, func() form.Rule { r, _ := inner(get()); return r }, change), opposite)
}

// comparison is a condition on one answer.
func (s *Editor) comparison(l words.Lang, asks []*form.Question, at string, get func() form.Rule, change func(func(*form.Rule))) ui.UI {
	rule := get()
	questions := []ui.Choice{}
	for _, q := range asks {
		questions = append(questions, ui.Choice{Value: q.ID, Label: q.Label.In(l)})
	}
	q := find(s.form(), rule.Ask)
	if !slices.ContainsFunc(asks, func(o *form.Question) bool { return o.ID == rule.Ask }) {
		questions = append(questions, ui.Choice{Value: rule.Ask, Label: rule.Ask}) // gone, or later by now: that is told
	}
	fields := []ui.UI{s.pick(ui.Field{Name: at + ".ask", Label: words.FormAskOf.In(l), Choices: questions}, func() string { return get().Ask }, func(v string) {
		change(func(r *form.Rule) { *r = form.Rule{Ask: v, Op: form.Answered} })
	})}
	if q == nil {
		return ui.Div("stack stack-3", fields...)
	}
	var ops []ui.Choice
	for _, o := range q.Kind.Ops() {
		ops = append(ops, ui.Choice{Value: string(o), Label: words.FormOps[string(o)].In(l)})
	}
	fields = append(fields, s.pick(ui.Field{Name: at + ".op", Label: words.FormOp.In(l), Choices: ops}, func() string { return string(get().Op) }, func(v string) {
		change(func(r *form.Rule) {
			if r.Op = form.Op(v); r.Op == form.Answered {
				r.To = nil
			}
		})
	}))
	if rule.Op != form.Answered {
		fields = append(fields, s.value(l, q, at+".to", get, change))
	}
	return ui.Div("stack stack-3", fields...)
}

// value is what an answer is compared with.
func (s *Editor) value(l words.Lang, q *form.Question, at string, get func() form.Rule, change func(func(*form.Rule))) ui.UI {
	options := make([]form.Option, 0, len(q.Choices))
	options = append(options, q.Choices...)
	if q.Kind == form.YesNo || q.Kind == form.Statement {
		options = []form.Option{{ID: form.Yes, Label: form.Text{ID: words.YesWord.In(l)}}, {ID: form.No, Label: form.Text{ID: words.NoWord.In(l)}}}
	}
	wrong := s.edit.Wrong(at)
	if wrong == "" {
		wrong = s.edit.Wrong(at + ".0")
	}
	if len(options) > 0 {
		ticks := make([]ui.UI, len(options))
		for i, o := range options {
			list := get().To
			ticks[i] = ui.Check(at+"-"+o.ID, o.Label.In(l), "", slices.Contains(list, o.ID), func(goapp.Context, goapp.Event) {
				change(func(r *form.Rule) {
					to := slices.Clone(r.To)
					if at := slices.Index(to, o.ID); at >= 0 {
						to = slices.Delete(to, at, at+1)
					} else {
						to = append(to, o.ID)
					}
					r.To = to
				})
				s.edit.Edited(at)
			})
		}
		return ui.With("fieldset", "plain-set stack stack-2", nil, ui.With("legend", "label", nil, ui.Text(words.FormToValue.In(l))), ui.List("ticks", ticks...), ui.FieldError(at, wrong))
	}
	hint := ""
	if q.Kind == form.Date {
		hint = words.FormDays.In(l)
	}
	f := ui.Field{Name: at, Label: words.FormToValue.In(l), Hint: hint, Max: 80, Value: first(get().To), Error: wrong}
	f.Change = func(ctx goapp.Context, _ goapp.Event) {
		text := ui.Value(ctx)
		change(func(r *form.Rule) { r.To = []string{text} })
		s.edit.Edited(at)
		s.edit.Edited(at + ".0")
	}
	return f.UI()
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}
