package identity

import (
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/ui"
	"rumah/shared/fault"
	who "rumah/shared/identity"
	"rumah/shared/words"
)

// required is the fault of a field that was left empty.
func required(name string) error {
	return fault.Wrong(fault.Field{Name: name, Key: "required"})
}

// entry ties the fields of a form to its draft.
type entry[T, R any] struct {
	form *flow.Form[T, R]
	lang words.Lang
}

// wrong is what is wrong with a field, as a sentence.
func (e entry[T, R]) wrong(name string) string {
	key, bound := e.form.Wrong(name)
	if key == "" {
		return ""
	}
	return words.Fault(e.lang, key, bound)
}

// edit takes over what is typed and takes the mark away.
func (e entry[T, R]) edit(name string, set func(string)) goapp.EventHandler {
	form := e.form
	return func(ctx goapp.Context, _ goapp.Event) {
		set(ui.Value(ctx))
		form.Edited(name)
	}
}

// field completes a field of the form.
func (e entry[T, R]) field(f ui.Field, set func(string)) ui.Field {
	f.Error, f.Change = e.wrong(f.Name), e.edit(f.Name, set)
	return f
}

// trouble is what went wrong with the whole of what was sent; nil when the
// fields say it.
func trouble(lang words.Lang, f *fault.Fault) ui.UI {
	if f == nil || len(f.Fields) > 0 {
		return nil
	}
	tone := "bad"
	if f.Code == fault.Offline {
		tone = "warn"
	}
	text := words.Fault(lang, f.Key, "")
	if f.Code == fault.Busy && f.Retry > 0 {
		text += " " + words.TryIn.In(lang, span(lang, time.Duration(f.Retry)*time.Second))
	}
	return ui.Banner(tone, "awas", "", text)
}

// warnings are what looks odd about what was saved: said, never in the way.
func warnings(lang words.Lang, title words.T, list []who.Warning) ui.UI {
	if len(list) == 0 {
		return nil
	}
	lines := make([]ui.UI, len(list))
	for i, w := range list {
		lines[i] = ui.Text(words.Fault(lang, w.Key, ""))
	}
	return ui.Banner("warn", "info", title.In(lang), "", ui.List("stack stack-1", lines...))
}

// given is what a field shows: what was typed, else what is known.
func given[S ~string](typed *S, known S) string {
	if typed != nil {
		return string(*typed)
	}
	return string(known)
}

// span is a length of time as it is waited for.
func span(lang words.Lang, d time.Duration) string {
	seconds := max(int((d+time.Second-1)/time.Second), 1)
	switch {
	case seconds > 3600:
		return words.InHours.In(lang, strconv.Itoa((seconds+3599)/3600))
	case seconds > 90:
		return words.InMinutes.In(lang, strconv.Itoa((seconds+59)/60))
	}
	return words.InSeconds.In(lang, strconv.Itoa(seconds))
}

// tick draws the screen anew each second until the moment has come.
func tick(ctx goapp.Context, now func() time.Time, until func() time.Time) {
	ctx.After(time.Second, func(ctx goapp.Context) {
		if now().Before(until()) {
			tick(ctx, now, until)
		}
	})
}
