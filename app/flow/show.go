package flow

import (
	"context"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/words"
)

// Change edits what is known, after more of it has come.
func (v *View[T]) Change(edit func(*T)) {
	known, ok := v.value.(*T)
	if !ok {
		known = new(T)
	}
	edit(known)
	v.value = known
	remember(v.key(), known)
}

// Ask calls the server beside a view: ask runs in the background, then on
// the screen's own time.
func Ask[T any](ctx goapp.Context, ask func(context.Context) (T, error), then func(goapp.Context, T, error)) {
	ctx.Async(func() {
		wait, stop := context.WithTimeout(context.Background(), patience)
		defer stop()
		value, err := ask(wait)
		ctx.Dispatch(func(ctx goapp.Context) { then(ctx, value, err) })
	})
}

// Retry is the button that loads a failed view again.
func Retry(v *Loading, s Titled) ui.UI {
	return ui.Button{Label: words.TryAgain.In(v.At.Lang), Icon: "ulang", Busy: v.busy,
		Do: func(ctx goapp.Context, _ goapp.Event) { v.Again(ctx, s) }}.UI()
}

// Age says from when old data is, when asking for newer failed; nil when
// what is shown is fresh.
func Age(lang words.Lang, f *fault.Fault, of time.Time) ui.UI {
	if f == nil {
		return nil
	}
	return ui.Banner("plain", "luring", "", words.DataOf.In(lang, words.Clock(of)))
}

// Sentence is an error as a person reads it.
func Sentence(lang words.Lang, err error) string {
	return words.Fault(lang, fault.From(err).Key, "")
}
