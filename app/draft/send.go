package draft

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/words"
)

// Ask asks the server beside the view and drops an answer that comes after
// somebody has gone on to something else.
func Ask[E, C, T any](e *Editor[E, C], ask func(context.Context) (T, error), then func(goapp.Context, T, error)) {
	path := e.View.At.Path
	flow.Ask(e.ctx, ask, func(ctx goapp.Context, got T, err error) {
		if e.View.At.Path == path {
			then(ctx, got, err)
		}
	})
}

// Run asks the server for something that changes what is edited and takes
// over its answer.
func (e *Editor[E, C]) Run(what string, said words.T, ask func(context.Context) (E, error)) {
	if e.doing != "" {
		return
	}
	e.doing, e.fault = what, nil
	edits := e.edits
	Ask(e, ask, func(ctx goapp.Context, got E, err error) {
		e.doing = ""
		if err != nil {
			e.fail(ctx, err)
			return
		}
		e.View.Change(func(have *E) { *have = got })
		frame.Toast(ctx, said.In(e.View.At.Lang))
		known := e.ways.Known(got)
		if edits != e.edits { // written on meanwhile: that is not saved yet
			e.save = known.save()
			return
		}
		e.begin(known)
	})
}

// fail shows what went wrong. When somebody else was faster it fetches what
// they wrote, so that both can be compared.
func (e *Editor[E, C]) fail(ctx goapp.Context, err error) {
	e.fault = fault.From(err)
	if e.fault.Code != fault.Conflict {
		ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
		return
	}
	id := e.ID()
	Ask(e, func(ctx context.Context) (E, error) { return e.ways.Load(ctx, id) }, func(ctx goapp.Context, got E, err error) {
		if err != nil {
			return
		}
		e.View.Change(func(have *E) { *have = got })
		known := e.ways.Known(got)
		if e.dirty {
			e.theirs, e.fault = &known, nil
		} else { // nothing of one's own is lost: the newest it is
			e.begin(known)
		}
		ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
	})
}

// Beside asks the server for something that leaves the draft alone; what is
// typed stays.
func (e *Editor[E, C]) Beside(said words.T, ask func(context.Context) (E, error)) {
	Ask(e, ask, func(ctx goapp.Context, got E, err error) {
		if err != nil {
			frame.Toast(ctx, flow.Sentence(e.View.At.Lang, err))
			return
		}
		e.View.Change(func(have *E) { *have = got })
		e.take()
		frame.Toast(ctx, said.In(e.View.At.Lang))
	})
}

// Blame marks what a check found wrong.
func (e *Editor[E, C]) Blame(err error) { e.fault = fault.From(err) }

// Valid is Blame, goes to the first mistake, and reports whether there was
// none.
func (e *Editor[E, C]) Valid(ctx goapp.Context, err error) bool {
	e.Blame(err)
	if err != nil {
		ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
	}
	return err == nil
}

// saveDraft keeps what is in the fields.
func (e *Editor[E, C]) saveDraft(ctx goapp.Context, _ goapp.Event) {
	if !e.Valid(ctx, e.ways.Check(&e.Content)) {
		e.Pane = Write
		return
	}
	id, save, note, content := e.ID(), e.save, e.Note, clone(e.Content)
	e.Run("save", words.DraftSaved, func(ctx context.Context) (E, error) { return e.ways.Save(ctx, id, save, note, content) })
}

func (e *Editor[E, C]) publish(goapp.Context, goapp.Event) {
	id, save := e.ID(), e.save
	e.Run("publish", words.PublishedNow, func(ctx context.Context) (E, error) { return e.ways.Publish(ctx, id, save) })
}

// discard throws away what is typed and, when there is one, the draft.
func (e *Editor[E, C]) discard(ctx goapp.Context, ev goapp.Event) {
	ui.CloseDialog("buang")(ctx, ev)
	known, ok := e.Known()
	if !ok {
		return
	}
	if known.Draft == nil {
		e.begin(known)
		return
	}
	id, save := e.ID(), e.save
	e.Run("discard", words.Discarded, func(ctx context.Context) (E, error) { return e.ways.Discard(ctx, id, save) })
}
