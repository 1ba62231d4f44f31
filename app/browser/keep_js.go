package browser

import "syscall/js"

// Keep remembers a word on this device, until it is cleared; kept is false
// where it cannot. Browsers that were told to remember nothing refuse, and a
// full store throws.
func Keep(name, value string) (kept bool) {
	defer func() { _ = recover() }()
	store := storage()
	if !store.Truthy() {
		return false
	}
	store.Call("setItem", name, value)
	return true
}

// Kept is what Keep remembered; "" for nothing.
func Kept(name string) string {
	store := storage()
	if !store.Truthy() {
		return ""
	}
	if v := store.Call("getItem", name); v.Truthy() {
		return v.String()
	}
	return ""
}

// storage is the store of this device; reading the property already throws
// where storage is blocked.
func storage() (store js.Value) {
	defer func() {
		if recover() != nil {
			store = js.Null()
		}
	}()
	return window.Get("localStorage")
}
