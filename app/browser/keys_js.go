package browser

import (
	"strings"
	"syscall/js"
)

// Keys hears every key on the page until stop is called. mine answers at once
// whether the browser itself shall leave a key alone; such keys go to do.
func Keys(mine func(Key) bool, do func(Key)) (stop func()) {
	listener := js.FuncOf(func(_ js.Value, args []js.Value) any {
		event := args[0]
		if event.Get("isComposing").Truthy() || event.Get("defaultPrevented").Truthy() {
			return nil
		}
		if k := keyOf(event); mine(k) {
			event.Call("preventDefault")
			do(k)
		}
		return nil
	})
	document.Call("addEventListener", "keydown", listener)
	return func() {
		document.Call("removeEventListener", "keydown", listener)
		listener.Release()
	}
}

// typing are the fields in which keys are letters; a tick or a switch is none.
const typing = "input:not([type=checkbox]):not([type=radio]):not([type=button]),textarea,select,[contenteditable]"

func keyOf(event js.Value) Key {
	k := Key{
		Name:   event.Get("key").String(),
		Chord:  event.Get("ctrlKey").Bool() || event.Get("altKey").Bool() || event.Get("metaKey").Bool(),
		Repeat: event.Get("repeat").Bool(),
		Dialog: document.Call("querySelector", "dialog[open]").Truthy(),
	}
	if len(k.Name) == 1 {
		k.Name = strings.ToLower(k.Name)
	}
	target := event.Get("target")
	if !target.Get("matches").Truthy() {
		return k // the document itself
	}
	if target.Call("matches", typing).Bool() {
		if k.Field = target.Get("id").String(); k.Field == "" {
			k.Field = "-"
		}
	}
	k.Arrows = target.Call("matches", "input[type=radio],.scroll-x,.scroll-y").Bool()
	k.Control = target.Call("matches", "button:focus-visible,a:focus-visible,summary:focus-visible,input:focus-visible").Bool()
	return k
}

// Write puts text into an element by its id, for what changes every second
// and is not worth drawing the page again. It keeps the piece of text that
// go-app holds on to.
func Write(id, text string) {
	el := document.Call("getElementById", id)
	if !el.Truthy() {
		return
	}
	if piece := el.Get("firstChild"); piece.Truthy() && piece.Get("nodeValue").String() != text {
		piece.Set("nodeValue", text)
	}
}

// Shut closes the dialog with an id, when it is there and open.
func Shut(id string) {
	if el := document.Call("getElementById", id); el.Truthy() && el.Get("open").Truthy() {
		el.Call("close")
	}
}

// Ask opens the dialog with an id, unless it is open already.
func Ask(id string) {
	if el := document.Call("getElementById", id); el.Truthy() && !el.Get("open").Truthy() {
		el.Call("showModal")
	}
}
