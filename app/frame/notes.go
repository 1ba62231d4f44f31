package frame

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/ui"
	"rumah/shared/words"
)

// Notes are what the frame says by itself: no network, a newer version, a
// passing word. Nothing of it takes room in the page.
type Notes struct {
	goapp.Compo
	Lang words.Lang

	offline, update bool
	toast           string
	turn            int
	stops           []func()
}

const (
	toastState = "frame/toast"
	toastTime  = 6 * time.Second
	// updateEvery is how often an open app asks for a newer version.
	updateEvery = 30 * time.Minute
)

// Toast shows a passing word. Never for errors, never the only record.
func Toast(ctx goapp.Context, text string) { ctx.NewActionWithValue(toastState, text) }

// OnMount listens to the browser.
func (n *Notes) OnMount(ctx goapp.Context) {
	n.offline, n.update = !browser.Online(), browser.UpdateWaits()
	n.listen(ctx, "online", n.back)
	n.listen(ctx, "offline", func(goapp.Context) { n.offline = true })
	n.listen(ctx, "rumah:update", func(goapp.Context) { n.update = true })
	ctx.Handle(toastState, func(ctx goapp.Context, a goapp.Action) {
		if text, ok := a.Value.(string); ok {
			n.say(ctx, text)
		}
	})
	n.watch(ctx)
}

// OnDismount stops listening: the next screen brings notes of its own.
func (n *Notes) OnDismount() {
	for _, stop := range n.stops {
		stop()
	}
	n.stops = nil
}

func (n *Notes) listen(ctx goapp.Context, event string, do func(goapp.Context)) {
	n.stops = append(n.stops, browser.Listen(event, func() { ctx.Dispatch(do) }))
}

func (n *Notes) back(ctx goapp.Context) {
	if n.offline {
		n.say(ctx, words.OnlineAgain.In(n.Lang))
	}
	n.offline = false
}

func (n *Notes) watch(ctx goapp.Context) {
	ctx.After(updateEvery, func(ctx goapp.Context) {
		browser.CheckUpdate()
		n.watch(ctx)
	})
}

func (n *Notes) say(ctx goapp.Context, text string) {
	n.toast = text
	n.turn++
	turn := n.turn
	ctx.After(toastTime, func(goapp.Context) {
		if turn == n.turn {
			n.toast = ""
		}
	})
}

// Render shows the notes above the bottom bar.
func (n *Notes) Render() ui.UI {
	return ui.With("div", "notes", ui.Attrs{"aria-live": "polite", "role": "status"}, n.offlineNote(), n.updateNote(), n.toastNote())
}

func (n *Notes) offlineNote() ui.UI {
	if !n.offline {
		return nil
	}
	return ui.Div("note-bar", ui.IconS("luring"), ui.Label("", words.OfflineNote.In(n.Lang)))
}

func (n *Notes) updateNote() ui.UI {
	if !n.update {
		return nil
	}
	return ui.Div("note-bar note-act", ui.Label("grow", words.UpdateReady.In(n.Lang)),
		ui.Button{Label: words.UpdateNow.In(n.Lang), Look: ui.Deep, Class: "btn-s",
			Do: func(goapp.Context, goapp.Event) { browser.Update() }}.UI())
}

func (n *Notes) toastNote() ui.UI {
	if n.toast == "" {
		return nil
	}
	return ui.Div("note-bar", ui.IconS("centang"), ui.Label("", n.toast))
}
