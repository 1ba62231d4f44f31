// Package flow holds the three things every screen does with data: a View
// that loads, a Form that is filled in, and what happens when the phone
// arrives at an address.
package flow

import (
	"context"
	"encoding/json"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/shared/fault"
	"rumah/shared/link"
)

// patience bounds a load; after it the person may try again.
const patience = 25 * time.Second

// View is the data of one address: here, on its way, or failed. All but its
// type is in Loading, so that the phone carries it once and not per type.
//
// A screen that embeds it can be visited, seeded and planted. It does so
// under an alias of its own package: what a component holds under an exported
// name is a property, which go-app writes over when the address changes.
type View[T any] struct{ Loading }

// Loading is what all views do alike.
type Loading struct {
	At link.At

	fetch   func(context.Context, link.At) (any, error) // answers a *T
	blank   func() any                                  // a new *T
	value   any                                         // a *T; nil while nothing is known
	fault   *fault.Fault
	busy    bool
	planted bool
	// arriving is set until the page somebody came to by a link is there; a
	// screen reader then starts at its title.
	arriving bool
	private  bool // never part of a page
	turn     int  // loads started; an answer of an earlier turn is dropped
}

// NewView returns a view that loads with fetch.
func NewView[T any](fetch func(context.Context, link.At) (T, error)) View[T] {
	return View[T]{Loading{
		blank: func() any { return new(T) },
		fetch: func(ctx context.Context, at link.At) (any, error) {
			value, err := fetch(ctx, at)
			return &value, err
		},
	}}
}

// NewPrivate returns a view of what is never part of a page: what is on a
// desk, or somebody's own. The phone loads it.
func NewPrivate[T any](fetch func(context.Context, link.At) (T, error)) View[T] {
	v := NewView(fetch)
	v.private = true
	return v
}

// Value is what is known; ok is false while nothing is.
func (v *View[T]) Value() (value T, ok bool) {
	if known, ok := v.value.(*T); ok {
		return *known, true
	}
	return value, false
}

// Fault is why the last load failed; nil when it did not.
func (v *Loading) Fault() *fault.Fault { return v.fault }

// Busy reports whether an answer is on its way.
func (v *Loading) Busy() bool { return v.busy }

// Visit fixes the address and, unless the data is private, loads; for the
// server.
func (v *Loading) Visit(ctx context.Context, at link.At) error {
	v.At = at
	if v.private {
		return nil
	}
	return v.Load(ctx, at)
}

// Load loads and waits, for whoever may.
func (v *Loading) Load(ctx context.Context, at link.At) error {
	v.At = at
	value, err := v.fetch(ctx, at)
	if err != nil {
		v.fault = fault.From(err)
		return v.fault
	}
	v.value = value
	return nil
}

// Seed is the loaded value as a page carries it; nothing of what is private.
func (v *Loading) Seed() (json.RawMessage, error) {
	if v.value == nil || v.private {
		return nil, nil
	}
	return json.Marshal(v.value)
}

// Plant takes over a page's value. Where the page carries none, what was
// seen on this visit stands in.
func (v *Loading) Plant(at link.At, seed json.RawMessage) {
	v.At = at
	if len(seed) == 0 {
		v.value = recall(v.key())
		return
	}
	value := v.blank()
	if json.Unmarshal(seed, value) != nil {
		return
	}
	v.value, v.planted = value, true
	remember(v.key(), value)
}

func (v *Loading) key() string { return v.At.In("id") }

// Titled is told when the title of the page may have changed.
type Titled interface{ Titled(goapp.Context) }

// Enter is what a screen does in OnNav: it goes to the address the browser
// shows, with what is known of it at once and the fresh answer after.
func (v *Loading) Enter(ctx goapp.Context, s Titled) {
	at := link.Parse(ctx.Page().URL())
	moved := browser.Moved(at.Path)
	if v.planted && v.At.String() == at.String() {
		v.planted = false
		s.Titled(ctx)
		return
	}
	if v.At.Path != at.Path {
		v.value = nil
	}
	v.At, v.planted = at, false
	if known := recall(v.key()); known != nil {
		v.value = known
	}
	s.Titled(ctx)
	v.arriving = moved
	if moved {
		ctx.Defer(func(goapp.Context) { browser.ToTop() })
	}
	v.load(ctx, s)
}

// Again loads the same address once more.
func (v *Loading) Again(ctx goapp.Context, s Titled) { v.load(ctx, s) }

func (v *Loading) load(ctx goapp.Context, s Titled) {
	v.turn++
	turn, at := v.turn, v.At
	v.busy, v.fault = true, nil
	ctx.Async(func() {
		wait, stop := context.WithTimeout(context.Background(), patience)
		defer stop()
		value, err := v.fetch(wait, at)
		ctx.Dispatch(func(ctx goapp.Context) {
			if turn != v.turn {
				return
			}
			v.busy = false
			if err != nil {
				v.fault = fault.From(err)
				return
			}
			v.value = value
			remember(v.key(), value)
			s.Titled(ctx)
			if v.arriving {
				v.arriving = false
				ctx.Defer(func(goapp.Context) { browser.FocusTitle() })
			}
		})
	})
}
