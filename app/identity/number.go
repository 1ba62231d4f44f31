package identity

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/ui"
	"rumah/shared/words"
)

// numbers are the identifiers of a form. What is known is shown masked, and
// typed anew to change it; leaving it empty changes nothing, because a number
// must not be lost by a slip.
type numbers struct {
	anew map[string]bool // being typed anew
	gone map[string]bool // to be forgotten when saved
}

func (n *numbers) reset() { n.anew, n.gone = nil, nil }

// set says what becomes of a number.
func (n *numbers) set(name string, anew, gone bool) {
	if n.anew == nil {
		n.anew, n.gone = map[string]bool{}, map[string]bool{}
	}
	n.anew[name], n.gone[name] = anew, gone
}

// field asks for a number. f is its field as it is typed, known what the
// house has of it, clear drops what was typed.
func (n *numbers) field(lang words.Lang, f ui.Field, known string, clear func()) ui.UI {
	f.Mode, f.Auto, f.Max = "numeric", "off", 40
	label := f.Label
	become := func(anew, gone bool) goapp.EventHandler {
		return func(goapp.Context, goapp.Event) {
			clear()
			n.set(f.Name, anew, gone)
		}
	}
	cancel := ui.Button{Label: words.Cancel.In(lang), Look: ui.Quiet, Class: "btn-s", Scope: f.Name + "-batal", Do: become(false, false)}.UI()
	switch {
	case known == "":
		return f.UI()
	case n.gone[f.Name]:
		return ui.Div("field", ui.Label("label", label), ui.Para("bar between wrap", ui.Label("bad", words.WillForget.In(lang)), cancel))
	case n.anew[f.Name]:
		return ui.Div("stack stack-1", f.UI(), ui.Para("bar wrap", cancel,
			ui.Button{Label: words.ForgetNumber.In(lang, label), Look: ui.Quiet, Class: "btn-s", Scope: f.Name + "-hapus", Do: become(false, true)}.UI()))
	}
	return ui.Div("field", ui.Label("label", label), ui.Para("bar between wrap masked", ui.Label("num strong", known),
		ui.Button{Label: words.Change.In(lang), Look: ui.Line, Class: "btn-s", Scope: f.Name + "-ganti",
			Attrs: ui.Attrs{"aria-label": words.ChangeOf.In(lang, label)}, Do: become(true, false)}.UI()))
}

// sent is the number as it is sent: nil leaves it, "" forgets it.
func (n *numbers) sent(name string, typed *string) *string {
	if n.gone[name] {
		none := ""
		return &none
	}
	if typed == nil || strings.TrimSpace(*typed) == "" {
		return nil
	}
	return typed
}
