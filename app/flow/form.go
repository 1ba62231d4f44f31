package flow

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/shared/api"
	"rumah/shared/fault"
)

// Form is something being filled in: its draft, what is wrong with it, and
// the receipt once it is sent. T must be the pointer's target of a generated
// Check. All but the types is in Sending, which the phone carries once.
type Form[T, R any] struct {
	Sending
	Draft T
	// Done is called after each sending, with the receipt or, when there is a
	// Fault, nil. A screen that goes on from here sets it; nil for none.
	Done func(goapp.Context, *R)

	receipt *R
}

// Sending is what all forms do alike.
type Sending struct {
	fault *fault.Fault
	busy  bool
	key   string // one key for all tries of one sending
}

// Receipt is the answer; nil until it is there.
func (f *Form[T, R]) Receipt() *R { return f.receipt }

// Busy reports whether it is being sent.
func (f *Sending) Busy() bool { return f.busy }

// Fault is why it was not sent; nil when nothing is known to be wrong.
func (f *Sending) Fault() *fault.Fault { return f.fault }

// Wrong is the fault of one field, by its JSON name.
func (f *Sending) Wrong(name string) (key, bound string) {
	field, _ := f.fault.Field(name)
	return field.Key, field.Bound
}

// Edited says that the person has answered a complaint: the mark goes.
func (f *Sending) Edited(name string) {
	if f.fault == nil {
		return
	}
	var rest []fault.Field
	for _, field := range f.fault.Fields {
		if field.Name != name {
			rest = append(rest, field)
		}
	}
	left := *f.fault
	left.Fields = rest
	f.fault = &left
	if len(rest) == 0 && left.Code == fault.Invalid {
		f.fault = nil
	}
}

// Answer takes over what the server said to a form sent without our program.
func (f *Form[T, R]) Answer(draft T, err error) {
	f.Draft, f.fault = draft, fault.From(err)
}

// Send checks the draft on the phone, by its generated Check, and sends it. The
// check is a function and no interface: for one the linker would keep the
// checks of everything that could ever be sent, a tenth of the program. A second press while it
// is on its way does nothing; a try after a lost connection uses the same
// key, so the server files it once.
func (f *Form[T, R]) Send(ctx goapp.Context, check func() error, send func(context.Context, T) (R, error)) {
	draft := f.Draft
	var receipt R
	f.send(ctx, check, func(wait context.Context) (err error) {
		receipt, err = send(wait, draft)
		return err
	}, func(ctx goapp.Context) {
		f.receipt = nil
		if f.fault == nil {
			f.receipt = &receipt
		}
		if f.Done != nil {
			f.Done(ctx, f.receipt)
		}
	})
}

func (f *Sending) send(ctx goapp.Context, check func() error, send func(context.Context) error, then func(goapp.Context)) {
	if f.busy {
		return
	}
	if err := check(); err != nil {
		f.fault = fault.From(err)
		ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
		return
	}
	if f.key == "" {
		f.key = browser.NewKey()
	}
	f.busy, f.fault = true, nil
	key := f.key
	ctx.Async(func() {
		wait, stop := context.WithTimeout(api.WithKey(context.Background(), key), patience)
		defer stop()
		err := send(wait)
		ctx.Dispatch(func(ctx goapp.Context) {
			f.busy = false
			if err == nil {
				f.key = ""
			} else {
				f.fault = fault.From(err)
				if f.fault.Code == fault.Invalid || f.fault.Code == fault.Conflict {
					f.key = ""
				}
				ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
			}
			then(ctx)
		})
	})
}
