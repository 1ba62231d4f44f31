package draft

// unsaved holds what was typed and not saved when somebody left a desk, until
// the page is loaded again: a wrong press must not cost an hour of writing.
// It lives on the phone only and is used by the goroutine that renders.
var unsaved = map[string]any{}

type keeping[C any] struct {
	content C
	note    string
	save    int
}

// Keep puts aside what is not saved; a screen calls it when it is left.
func (e *Editor[E, C]) Keep() {
	if e.taken && e.dirty {
		unsaved[e.View.At.Path] = keeping[C]{e.Content, e.Note, e.save}
	}
}

// unkeep brings it back.
func (e *Editor[E, C]) unkeep() bool {
	k, ok := unsaved[e.View.At.Path].(keeping[C])
	if !ok {
		return false
	}
	delete(unsaved, e.View.At.Path)
	e.Content, e.Note, e.save = k.content, k.note, k.save
	e.Renew()
	return true
}
