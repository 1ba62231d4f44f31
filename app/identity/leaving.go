package identity

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/words"
)

// leaving ends a stay, of a session or of a whole account. What this phone
// keeps of the person goes only once the server has agreed: somebody who is
// told that they are out must be.
type leaving struct {
	busy  bool
	fault *fault.Fault
}

func (l *leaving) leave(ctx goapp.Context, at link.At, end func(context.Context) error) {
	if l.busy {
		return
	}
	l.busy, l.fault = true, nil
	flow.Ask(ctx, func(ctx context.Context) (struct{}, error) { return struct{}{}, end(ctx) },
		func(_ goapp.Context, _ struct{}, err error) {
			if err != nil && !fault.Is(err, fault.Signin) { // who is out already is out
				l.busy, l.fault = false, fault.From(err)
				return
			}
			flow.Forget()
			browser.Leave(func() { browser.Load(at.To("/")) })
		})
}

// anew loads the app anew at a path, after somebody came in: what was seen and
// kept until now belongs to another reader.
func anew(path string) {
	flow.Forget()
	browser.Forget(func() { browser.Load(path) })
}

// leaveDialog is its id; a screen has at most one.
const leaveDialog = "keluar-tanya"

// question asks before this device is signed out.
func (l *leaving) question(at link.At, end func(context.Context) error) ui.UI {
	return ui.Dialog(leaveDialog, words.LeaveAsk.In(at.Lang), words.LeaveWhy.In(at.Lang), true,
		ui.Button{Label: words.Leave.In(at.Lang), Look: ui.Stop, Class: "btn-full", Busy: l.busy, Scope: "keluar", Do: func(ctx goapp.Context, e goapp.Event) {
			ui.CloseDialog(leaveDialog)(ctx, e)
			l.leave(ctx, at, end)
		}}.UI(),
		ui.Button{Label: words.Stay.In(at.Lang), Class: "btn-full", Scope: "tetap", Do: ui.CloseDialog(leaveDialog)}.UI())
}
