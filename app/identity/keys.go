package identity

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/fault"
	who "rumah/shared/identity"
	"rumah/shared/words"
)

// keys is the talk with the phone's own keys. The person takes part in it and
// may take as long as they like, so only the calls to the server have a limit.
type keys struct {
	busy  bool
	fault *fault.Fault
}

// door is the button to come in with a key, unless this browser has none.
func (k *keys) door(lang words.Lang, label, why words.T, do goapp.EventHandler) ui.UI {
	if goapp.IsClient && !browser.Passkeys() {
		return nil
	}
	var text ui.UI
	if why != (words.T{}) {
		text = ui.P("small soft center", why.In(lang))
	}
	return ui.Div("stack stack-2", trouble(lang, k.fault),
		ui.Button{Label: label.In(lang), Icon: "kunci", Look: ui.Line, Class: "btn-full", Busy: k.busy, Do: do}.UI(), text)
}

// enter signs in with a key.
func (k *keys) enter(ctx goapp.Context, h *house.House, then func(goapp.Context, who.Entered)) {
	k.ask(ctx, h.Identity.PasskeyEntry, browser.GetPasskey, func(ctx goapp.Context, answer who.PasskeyAnswer) {
		answered(ctx, k, func(ctx context.Context) (who.Entered, error) { return h.Identity.EnterPasskey(ctx, answer) }, then)
	})
}

// add keeps a new key under the name of the device.
func (k *keys) add(ctx goapp.Context, h *house.House, name string, then func(goapp.Context, who.Me)) {
	k.ask(ctx, h.Identity.NewPasskey, browser.CreatePasskey, func(ctx goapp.Context, answer who.PasskeyAnswer) {
		answer.Name = name
		answered(ctx, k, func(ctx context.Context) (who.Me, error) { return h.Identity.AddPasskey(ctx, answer) }, then)
	})
}

// ask fetches the question, puts it to the person and goes on with what they
// answered; somebody who closes the question hears no complaint.
func (k *keys) ask(ctx goapp.Context, begin func(context.Context) (who.Challenge, error), put func(string) (string, error), then func(goapp.Context, who.PasskeyAnswer)) {
	if k.busy {
		return
	}
	k.busy, k.fault = true, nil
	flow.Ask(ctx, begin, func(ctx goapp.Context, c who.Challenge, err error) {
		if err != nil {
			k.busy, k.fault = false, fault.From(err)
			return
		}
		ctx.Async(func() {
			response, err := put(c.Options)
			ctx.Dispatch(func(ctx goapp.Context) {
				if err != nil || response == "" {
					k.busy, k.fault = false, fault.From(err)
					return
				}
				then(ctx, who.PasskeyAnswer{ID: c.ID, Response: response})
			})
		})
	})
}

func answered[R any](ctx goapp.Context, k *keys, send func(context.Context) (R, error), then func(goapp.Context, R)) {
	flow.Ask(ctx, send, func(ctx goapp.Context, r R, err error) {
		k.busy, k.fault = false, fault.From(err)
		if err == nil {
			then(ctx, r)
		}
	})
}
