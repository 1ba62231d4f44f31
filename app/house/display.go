package house

import "strings"

// DisplayCookie keeps the display choices of a device, readable by the
// server so that the first paint is right: "dark.larger".
const DisplayCookie = "tampilan"

// LangCookie keeps the language chosen on a device.
const LangCookie = "bahasa"

// Display is how a device wants to see the app.
type Display struct {
	Theme string `json:"theme"` // "", light, dark; "" follows the phone
	Text  string `json:"text"`  // "", large, larger
}

// ParseDisplay reads a cookie; what it does not know it leaves at "".
func ParseDisplay(s string) Display {
	theme, text, _ := strings.Cut(s, ".")
	return Display{
		Theme: one(theme, "light", "dark"),
		Text:  one(text, "large", "larger"),
	}
}

// String is the cookie.
func (d Display) String() string { return d.Theme + "." + d.Text }

func one(s string, of ...string) string {
	for _, o := range of {
		if s == o {
			return s
		}
	}
	return ""
}
