package browser

import (
	"strings"
	"syscall/js"
	"time"
)

// Load goes to one of our own pages by loading it anew, in place of this one:
// nothing of who was here before stays in memory, and going back does not
// lead to a page that is theirs.
func Load(path string) { window.Get("location").Call("replace", path) }

// forgetTime is how long the worker may take; a page that waits for ever
// would keep what it was told to show no longer.
const forgetTime = 2 * time.Second

// Forget drops what this phone keeps of whoever was here before, has the
// worker drop the pages and answers it keeps, and calls done once it has.
// Pages of theirs in other tabs, and behind the back button, are loaded anew.
func Forget(done func()) { forget(false, done) }

// Leave is Forget for somebody who signs out: they are not told anything here
// any more, and what they were told goes from the screen.
func Leave(done func()) { forget(true, done) }

func forget(leave bool, done func()) {
	ForgetOwn()
	if rumah := window.Get("rumah"); rumah.Truthy() {
		rumah.Call("another")
	}
	worker := window.Get("navigator").Get("serviceWorker")
	if !worker.Truthy() || !worker.Get("controller").Truthy() {
		done()
		return
	}
	forgotten := make(chan struct{}, 1)
	channel := window.Get("MessageChannel").New()
	heard := js.FuncOf(func(js.Value, []js.Value) any {
		forgotten <- struct{}{}
		return nil
	})
	channel.Get("port1").Set("onmessage", heard)
	worker.Get("controller").Call("postMessage", map[string]any{"forget": true, "leave": leave}, []any{channel.Get("port2")})
	go func() {
		select {
		case <-forgotten:
		case <-time.After(forgetTime):
		}
		channel.Get("port1").Set("onmessage", js.Null())
		heard.Release()
		done()
	}()
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

// ShowChosen scrolls a row of filters as far as the one that holds.
func ShowChosen() {
	chosen := document.Call("querySelector", ".chips [aria-current]:not(:first-child)")
	if chosen.Truthy() {
		chosen.Call("scrollIntoView", map[string]any{"inline": "nearest", "block": "nearest"})
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
