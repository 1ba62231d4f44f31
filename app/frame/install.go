package frame

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/ui"
	"rumah/shared/words"
)

// Install offers to put the app on the home screen, when this phone can.
type Install struct {
	goapp.Compo
	Lang   words.Lang
	Always bool // also says so when it is already there or only by hand

	can   browser.Installing
	known bool
	stop  func()
}

// OnMount asks the phone, now and whenever its answer changes.
func (i *Install) OnMount(ctx goapp.Context) {
	i.ask(ctx)
	i.stop = browser.Listen("rumah:install", func() { ctx.Dispatch(i.ask) })
}

// OnDismount stops listening.
func (i *Install) OnDismount() { i.stop() }

func (i *Install) ask(goapp.Context) { i.can, i.known = browser.Install(), true }

// Render shows the offer, or an empty place.
func (i *Install) Render() ui.UI {
	text, action := words.InstallWhy, ui.UI(nil)
	switch {
	case !i.known, i.can.Installed && !i.Always, !i.can.Installed && !i.can.Prompt && !i.can.Apple && !i.Always:
		return ui.Div("no-install")
	case i.can.Installed:
		text = words.InstalledHere
	case i.can.Prompt:
		action = ui.Button{Label: words.InstallNow.In(i.Lang), Look: ui.Soft, Class: "btn-s",
			Do: func(goapp.Context, goapp.Event) { browser.Prompt() }}.UI()
	case i.can.Apple:
		text = words.InstallApple
	default:
		text = words.InstallHow
	}
	return ui.Div("card install", ui.Span("spot", ui.Icon("pasang")),
		ui.Div("grow", ui.Label("row-title", words.InstallTitle.In(i.Lang)), ui.Label("row-sub", text.In(i.Lang))), action)
}
