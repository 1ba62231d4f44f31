package browser

import "syscall/js"

// Save keeps data as a file on the phone.
func Save(name, mime string, data []byte) {
	bytes := window.Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(bytes, data)
	blob := window.Get("Blob").New([]any{bytes}, map[string]any{"type": mime})
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
