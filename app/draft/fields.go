package draft

import (
	"slices"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/ui"
	"rumah/shared/words"
)

// Text is a field of the editor. It asks for its value anew at every letter:
// a handler outlives the rendering it was made in.
func (e *Editor[E, C]) Text(f ui.Field, value func() *string) ui.UI {
	name := f.Name
	f.Value, f.Error = *value(), e.Wrong(name)
	f.Change = func(ctx goapp.Context, _ goapp.Event) {
		*value() = ui.Value(ctx)
		e.Edited(name)
	}
	return f.UI()
}

// Number is a field for a whole number; anything else counts as none.
func (e *Editor[E, C]) Number(f ui.Field, get func() int64, set func(int64)) ui.UI {
	name := f.Name
	f.Value, f.Error, f.Type, f.Mode = strconv.FormatInt(get(), 10), e.Wrong(name), "number", "numeric"
	f.Change = func(ctx goapp.Context, _ goapp.Event) {
		n, _ := strconv.ParseInt(ui.Value(ctx), 10, 64)
		set(n)
		e.Edited(name)
	}
	return f.UI()
}

// Switch is something that holds or does not.
func (e *Editor[E, C]) Switch(name, label, sub string, value func() *bool) ui.UI {
	return ui.Check(name, label, sub, *value(), func(goapp.Context, goapp.Event) {
		*value() = !*value()
		e.Edited(name)
	})
}

// Member is a tick that puts something into a list or takes it out.
func Member[E, C any, T comparable](e *Editor[E, C], name, label, sub string, list func() *[]T, item T) ui.UI {
	return ui.Check(name, label, sub, slices.Contains(*list(), item), func(goapp.Context, goapp.Event) {
		l := list()
		if i := slices.Index(*l, item); i >= 0 {
			*l = slices.Delete(slices.Clone(*l), i, i+1)
		} else {
			*l = append(slices.Clone(*l), item)
		}
		e.Edited(name)
	})
}

// Fields wraps the fields so that they are made anew with new content.
func (e *Editor[E, C]) Fields(body ...ui.UI) ui.UI {
	return ui.Fresh(e.turns[""], "stack stack-6 edit-fields", body...)
}

// List says how a list of fields looks.
type List struct {
	Name, Title, Hint string
	Quiet             bool               // its title stands above already
	Item              func(n int) string // what line n, from 1, is called
	Max               int
}

// Lines is a list that can be added to, taken from and moved about. line
// draws the fields of one item.
func Lines[E, C, T any](e *Editor[E, C], l List, list func() *[]T, line func(i int) ui.UI) ui.UI {
	lang := e.View.At.Lang
	have := *list()
	lines := make([]ui.UI, len(have))
	for i := range have {
		lines[i] = line(i)
	}
	add := ""
	if len(have) < l.Max {
		add = words.AddItem.In(lang)
	}
	name := func(t words.T) func(int) string {
		return func(i int) string { return t.In(lang, l.Item(i+1)) }
	}
	moved := func(ctx goapp.Context, focus string) {
		e.turns[l.Name]++
		e.Edited(l.Name)
		ctx.Defer(func(goapp.Context) { browser.Focus(focus) })
	}
	swap := func(by int, what, back string) func(int) goapp.EventHandler {
		return func(i int) goapp.EventHandler {
			return func(ctx goapp.Context, _ goapp.Event) {
				l2 := slices.Clone(*list())
				if i+by < 0 || i+by >= len(l2) {
					return
				}
				l2[i], l2[i+by] = l2[i+by], l2[i]
				*list() = l2
				focus := what
				if end := i + by; end == 0 || end == len(l2)-1 { // no further: the way back
					focus = back
				}
				moved(ctx, ui.LineID(l.Name, i+by, focus))
			}
		}
	}
	return ui.Repeat{
		Name: l.Name, Title: l.Title, Quiet: l.Quiet, Hint: l.Hint, Error: e.Wrong(l.Name), Turn: e.turns[l.Name], Add: add, Lines: lines,
		Up: name(words.ItemUp), Down: name(words.ItemDown), Remove: name(words.ItemRemove),
		DoUp: swap(-1, "up", "down"), DoDown: swap(1, "down", "up"),
		DoAdd: func(ctx goapp.Context, _ goapp.Event) {
			var none T
			*list() = append(slices.Clone(*list()), none)
			moved(ctx, FirstField(l.Name, len(*list())-1))
		},
		DoRemove: func(i int) goapp.EventHandler {
			return func(ctx goapp.Context, _ goapp.Event) {
				*list() = slices.Delete(slices.Clone(*list()), i, i+1)
				moved(ctx, l.Name+"-add")
			}
		},
	}.UI()
}

// Strings is a list of plain lines.
func (e *Editor[E, C]) Strings(l List, long bool, letters int, list func() *[]string) ui.UI {
	return Lines(e, l, list, func(i int) ui.UI {
		return e.Text(ui.Field{Name: FirstField(l.Name, i), Label: l.Item(i + 1), Long: long, Max: letters}, func() *string { return &(*list())[i] })
	})
}

// FirstField is the name of the first field of a line, as faults call it.
func FirstField(list string, i int) string { return list + "." + strconv.Itoa(i) }

// Choose is a drop-down.
func (e *Editor[E, C]) Choose(f ui.Field, value string, set func(string)) ui.UI {
	name := f.Name
	f.Value, f.Error = value, e.Wrong(name)
	f.Change = func(ctx goapp.Context, _ goapp.Event) {
		set(ui.Value(ctx))
		e.Edited(name)
	}
	return f.UI()
}

// Part is a piece of the fields that RenewPart makes anew.
func (e *Editor[E, C]) Part(name, class string, body ...ui.UI) ui.UI {
	return ui.Fresh(e.turns[name], class, body...)
}

// RenewPart shows a part anew, after fields came or went in it.
func (e *Editor[E, C]) RenewPart(name string) { e.turns[name]++ }
