package browser

// Install asks what is possible on this phone. The page's loader keeps the
// browser's prompt, because it may come long before this program runs.
func Install() Installing {
	house := window.Get("rumah")
	return Installing{
		Installed: house.Call("installed").Bool(),
		Prompt:    house.Get("prompt").Truthy(),
		Apple:     house.Call("apple").Bool(),
	}
}

// Prompt shows the browser's own question.
func Prompt() { window.Get("rumah").Call("install") }

// Update lets a waiting new version take over; the page reloads with it.
func Update() { window.Get("rumah").Call("update") }

// CheckUpdate asks the server whether there is a newer version.
func CheckUpdate() { window.Get("rumah").Call("check") }

// UpdateWaits reports whether a newer version is ready.
func UpdateWaits() bool { return window.Get("rumah").Get("waiting").Truthy() }

// KeepTyping remembers what was typed before this program took the page over
// and returns the function that puts it back.
func KeepTyping() func() {
	again := window.Get("rumah").Call("typing")
	return func() { again.Invoke() }
}
