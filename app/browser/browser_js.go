// Package browser is the way to everything the browser owns: network,
// storage, focus, sharing. It is the only package that speaks to JavaScript.
// Beside every file for the phone stands one for the server, where there is
// no browser and the answer is the harmless one.
package browser

import (
	"encoding/json"
	"strings"
	"syscall/js"

	"rumah/app/house"
	"rumah/shared/words"
)

var (
	window   = js.Global()
	document = window.Get("document")
)

// Boot reads what the page carries for the program. ok is false on a page
// that is not ours.
func Boot() (boot house.Boot, ok bool) {
	el := document.Call("getElementById", "boot")
	if !el.Truthy() {
		return boot, false
	}
	return boot, json.Unmarshal([]byte(el.Get("textContent").String()), &boot) == nil
}

// Path is the path and query of the page shown.
func Path() string {
	location := window.Get("location")
	return location.Get("pathname").String() + location.Get("search").String()
}

// Origin is "https://host" of the page shown.
func Origin() string { return window.Get("location").Get("origin").String() }

// NewKey is a fresh idempotency key.
func NewKey() string {
	if crypto := window.Get("crypto"); crypto.Get("randomUUID").Truthy() {
		return crypto.Call("randomUUID").String()
	}
	bytes := window.Get("Uint8Array").New(16)
	window.Get("crypto").Call("getRandomValues", bytes)
	var b strings.Builder
	for i := 0; i < 16; i++ {
		b.WriteString(window.Get("Number").New(bytes.Index(i)).Call("toString", 16).String() + "-")
	}
	return b.String()
}

var lastPath string

// Moved notes that the phone is at path and reports whether the person came
// there by a link. The first page and the back button do not count: there
// the browser itself puts the page where it was.
func Moved(path string) bool {
	last := lastPath
	lastPath = path
	back := window.Get("rumahBack").Truthy()
	window.Set("rumahBack", false)
	return last != "" && last != path && !back
}

// ToTop shows the beginning of a page just arrived at and lets a screen
// reader start at its title.
func ToTop() {
	window.Call("scrollTo", 0, 0)
	FocusTitle()
}

// FocusTitle lets a screen reader start at the title, when it is there.
func FocusTitle() {
	if title := document.Call("getElementById", "judul"); title.Truthy() {
		title.Call("focus", map[string]any{"preventScroll": true})
	}
}

// FocusFirstError moves to the first field that is marked wrong, else to
// the message above the form.
func FocusFirstError() {
	el := document.Call("querySelector", "[aria-invalid=true], .field-error input, [role=alert]")
	if el.Truthy() {
		el.Call("scrollIntoView", map[string]any{"block": "center"})
		el.Call("focus", map[string]any{"preventScroll": true})
	}
}

// Online reports whether the phone believes it has a network.
func Online() bool { return window.Get("navigator").Get("onLine").Bool() }

// Listen calls do when the named window event happens, until stop is called.
func Listen(event string, do func()) (stop func()) {
	listener := js.FuncOf(func(js.Value, []js.Value) any {
		do()
		return nil
	})
	window.Call("addEventListener", event, listener)
	return func() {
		window.Call("removeEventListener", event, listener)
		listener.Release()
	}
}

// Cookie keeps a display choice for a year, for the server to see.
func Cookie(name, value string) {
	secure := ""
	if window.Get("location").Get("protocol").String() == "https:" {
		secure = "; secure"
	}
	document.Set("cookie", name+"="+value+"; path=/; max-age=31536000; samesite=lax"+secure)
}

// Show applies display choices to the page at once.
func Show(d house.Display) {
	root := document.Get("documentElement")
	for name, value := range map[string]string{"data-theme": d.Theme, "data-text": d.Text} {
		if value == "" {
			root.Call("removeAttribute", name)
		} else {
			root.Call("setAttribute", name, value)
		}
	}
	Cookie(house.DisplayCookie, d.String())
}

// Displayed is how the page is shown now.
func Displayed() house.Display {
	data := document.Get("documentElement").Get("dataset")
	get := func(name string) string {
		if v := data.Get(name); v.Truthy() {
			return v.String()
		}
		return ""
	}
	return house.Display{Theme: get("theme"), Text: get("text")}
}

// Title names the page in the browser's own bars.
func Title(title string) { document.Set("title", title) }

// Lang tells the browser the language of the page.
func Lang(lang string) { document.Get("documentElement").Set("lang", lang) }

// CurrentLang is the language the page is in.
func CurrentLang() words.Lang {
	lang, _ := words.Parse(document.Get("documentElement").Get("lang").String())
	return lang
}

// Reload loads the page again from the network.
func Reload() { window.Get("location").Call("reload") }

// Share opens the phone's share sheet, or copies the link where there is
// none; copied says which.
func Share(title, url string, done func(copied bool)) {
	navigator := window.Get("navigator")
	if navigator.Get("share").Truthy() {
		navigator.Call("share", map[string]any{"title": title, "url": url}).Call("catch", js.FuncOf(func(js.Value, []js.Value) any { return nil }))
		done(false)
		return
	}
	if clipboard := navigator.Get("clipboard"); clipboard.Truthy() {
		clipboard.Call("writeText", url)
		done(true)
	}
}
