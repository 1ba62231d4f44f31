package browser

// Key is a key that was pressed somewhere on the page.
type Key struct {
	Name    string // as the browser calls it; single letters are small
	Field   string // id of the field somebody is typing in; "-" for one without
	Control bool   // a button or link has the focus, reached by keyboard
	Chord   bool   // held together with Ctrl, Alt or the system's key
	Repeat  bool   // still held down
	Dialog  bool   // a dialog is open
	Arrows  bool   // what has the focus uses the arrows itself: a choice, something that scrolls
}
