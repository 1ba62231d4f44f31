package browser

import (
	"strings"
	"syscall/js"
)

// Load goes to one of our own pages by loading it anew, in place of this one:
// nothing of who was here before stays in memory, and going back does not
// lead to a page that is theirs.
func Load(path string) { window.Get("location").Call("replace", path) }

// Forget tells the worker to drop the pages and answers it keeps: they belong
// to somebody who is leaving.
func Forget() {
	worker := window.Get("navigator").Get("serviceWorker")
	if !worker.Truthy() {
		return
	}
	if controller := worker.Get("controller"); controller.Truthy() {
		controller.Call("postMessage", map[string]any{"forget": true})
	}
}

// Fragment is what stands behind # in the address. It never reaches a server.
func Fragment() string {
	return strings.TrimPrefix(window.Get("location").Get("hash").String(), "#")
}

// Focus moves to a field by its id, when it is there.
func Focus(id string) {
	if el := document.Call("getElementById", id); el.Truthy() {
		el.Call("focus")
	}
}

// Copy puts text on the clipboard and says whether it is there.
func Copy(text string, done func(ok bool)) {
	clipboard := window.Get("navigator").Get("clipboard")
	if !clipboard.Truthy() {
		done(false)
		return
	}
	go func() {
		_, err := await(clipboard.Call("writeText", text))
		done(err == nil)
	}()
}

// Download keeps text as a file on the phone.
func Download(name, kind, text string) {
	blob := window.Get("Blob").New([]any{text}, map[string]any{"type": kind})
	url := window.Get("URL").Call("createObjectURL", blob)
	a := document.Call("createElement", "a")
	a.Set("href", url)
	a.Set("download", name)
	a.Call("click")
	// Some browsers begin to read only after the click has been handled.
	var release js.Func
	release = js.FuncOf(func(js.Value, []js.Value) any {
		window.Get("URL").Call("revokeObjectURL", url)
		release.Release()
		return nil
	})
	window.Call("setTimeout", release, 60_000)
}
