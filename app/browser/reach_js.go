package browser

import "syscall/js"

// Locate asks the phone where it is, once. ok is false when it does not say
// within ten seconds or is not allowed to.
func Locate(done func(lat, lon float64, ok bool)) {
	place := window.Get("navigator").Get("geolocation")
	if !place.Truthy() {
		done(0, 0, false)
		return
	}
	var found, failed js.Func
	end := func(lat, lon float64, ok bool) {
		found.Release()
		failed.Release()
		done(lat, lon, ok)
	}
	found = js.FuncOf(func(_ js.Value, args []js.Value) any {
		at := args[0].Get("coords")
		end(at.Get("latitude").Float(), at.Get("longitude").Float(), true)
		return nil
	})
	failed = js.FuncOf(func(js.Value, []js.Value) any {
		end(0, 0, false)
		return nil
	})
	place.Call("getCurrentPosition", found, failed, map[string]any{"timeout": 10000, "maximumAge": 300000})
}

// Fill puts text into the field with an id, when it is there.
func Fill(id, text string) {
	if el := document.Call("getElementById", id); el.Truthy() && el.Get("value").String() != text {
		el.Set("value", text)
	}
}

// Print opens the print dialog.
func Print() { window.Call("print") }

// guard asks before a page with unsaved writing is closed.
var guard = js.FuncOf(func(_ js.Value, args []js.Value) any {
	args[0].Call("preventDefault")
	return nil
})

// Guard says whether closing the page now would lose something.
func Guard(on bool) {
	window.Call("removeEventListener", "beforeunload", guard)
	if on {
		window.Call("addEventListener", "beforeunload", guard)
	}
}
