package browser

import "syscall/js"

// Keep remembers a word on this device, until it is cleared. Browsers that
// were told to remember nothing refuse; then it is forgotten.
func Keep(name, value string) {
	defer func() { _ = recover() }() // a full store throws
	if store := storage(); store.Truthy() {
		store.Call("setItem", name, value)
	}
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
