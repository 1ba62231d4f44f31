package frame

import (
	"strconv"
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

	here            goapp.Context
	offline, update bool
	stops           []func()
}

// word is something said in passing, with what can be done about it.
type word struct {
	text, label string
	do          func(goapp.Context)
	stays       time.Duration
	turn        int
}

// passing is what is said now. It is the phone's and not a screen's: what was
// done on one screen is often said on the next.
var passing word

const (
	toastState = "frame/toast"
	toastTime  = 6 * time.Second
	undoTime   = 10 * time.Second
	// updateEvery is how often an open app asks for a newer version.
	updateEvery = 30 * time.Minute
)

// Toast shows a passing word. Never for errors, never the only record.
func Toast(ctx goapp.Context, text string) { say(ctx, word{text: text, stays: toastTime}) }

// Undo says what was just done, with a button that takes it back.
func Undo(ctx goapp.Context, text, label string, do func(goapp.Context)) {
	say(ctx, word{text: text, label: label, do: do, stays: undoTime})
}

func say(ctx goapp.Context, w word) {
	if goapp.IsServer {
		return
	}
	w.turn = passing.turn + 1
	passing = w
	ctx.NewAction(toastState)
}

// OnMount listens to the browser.
func (n *Notes) OnMount(ctx goapp.Context) {
	n.here = ctx
	n.offline, n.update = !browser.Online(), browser.UpdateWaits()
	n.listen(ctx, "online", n.back)
	n.listen(ctx, "offline", func(goapp.Context) { n.offline = true })
	n.listen(ctx, "rumah:update", func(goapp.Context) { n.update = true })
	ctx.Handle(toastState, func(ctx goapp.Context, _ goapp.Action) { n.pass(ctx) })
	n.pass(ctx)
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
		Toast(ctx, words.OnlineAgain.In(n.Lang))
	}
	n.offline = false
}

func (n *Notes) watch(ctx goapp.Context) {
	ctx.After(updateEvery, func(ctx goapp.Context) {
		browser.CheckUpdate()
		n.watch(ctx)
	})
}

// pass lets what is said go after its time.
func (n *Notes) pass(ctx goapp.Context) {
	if passing.text == "" {
		return
	}
	turn := passing.turn
	ctx.After(passing.stays, func(goapp.Context) { n.silence(turn) })
}

func (n *Notes) silence(turn int) {
	if passing.turn == turn {
		passing = word{turn: turn}
	}
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
	w := passing
	if w.text == "" {
		return nil
	}
	if w.do == nil {
		return ui.Div("note-bar", ui.IconS("centang"), ui.Label("", w.text))
	}
	return ui.Div("note-bar note-act", ui.Label("grow", w.text),
		ui.Button{Label: w.label, Look: ui.Deep, Class: "btn-s", Scope: strconv.Itoa(w.turn), Do: func(goapp.Context, goapp.Event) {
			n.silence(w.turn)
			w.do(n.here) // the button's own ends with it
		}}.UI())
}
