package identity

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/words"
)

// more is the way to the rest of a list.
type more struct {
	busy  bool
	fault *fault.Fault
}

// button stands below a list that goes on; nil when it does not.
func (m *more) button(lang words.Lang, next string, do func(goapp.Context)) ui.UI {
	if next == "" {
		return nil
	}
	return ui.Div("stack stack-2", trouble(lang, m.fault),
		ui.Button{Label: words.ShowMore.In(lang), Look: ui.Line, Class: "btn-full", Busy: m.busy, Scope: "lanjut",
			Do: func(ctx goapp.Context, _ goapp.Event) { do(ctx) }}.UI())
}

// ask fetches the rest, once at a time.
func ask[T any](ctx goapp.Context, m *more, get func(context.Context) (T, error), then func(T)) {
	if m.busy {
		return
	}
	m.busy, m.fault = true, nil
	flow.Ask(ctx, get, func(_ goapp.Context, rest T, err error) {
		m.busy, m.fault = false, fault.From(err)
		if err == nil {
			then(rest)
		}
	})
}
