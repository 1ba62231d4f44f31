package browser

import "syscall/js"

// typed is the field that somebody was in last; a button that is pressed takes
// the focus away from it.
var typed js.Value

var noteTyped = js.FuncOf(func(_ js.Value, args []js.Value) any {
	if target := args[0].Get("target"); target.Get("setRangeText").Truthy() {
		typed = target
	}
	return nil
})

// NoteTyping remembers in which field somebody is, for Insert.
func NoteTyping() { document.Call("addEventListener", "focusin", noteTyped) }

// Insert puts text where somebody was typing last, if that was in one of the
// fields with these ids, else at the end of the first of them, which must be
// one of several lines.
func Insert(text string, ids ...string) {
	into := document.Call("getElementById", ids[0])
	if !into.Truthy() {
		return
	}
	from, to := into.Get("textLength"), into.Get("textLength")
	for _, id := range ids {
		if typed.Truthy() && typed.Get("isConnected").Bool() && typed.Get("id").String() == id {
			into, from, to = typed, typed.Get("selectionStart"), typed.Get("selectionEnd")
		}
	}
	into.Call("setRangeText", text, from, to, "end")
	into.Call("focus")
	into.Call("dispatchEvent", js.Global().Get("Event").New("input", map[string]any{"bubbles": true}))
}
