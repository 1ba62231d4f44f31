package permitdesk

import (
	"slices"

	"rumah/app/browser"
	"rumah/shared/permit"
)

// writing is what somebody has written about an application and not sent.
type writing struct {
	marks   []permit.Mark            // as they are set here
	marking bool                     // they are not those of the server
	notes   map[permit.Action]string // by what they are for
	step    string                   // send back
	agency  string                   // ask
	view    permit.View              // answer
	amount  string                   // fee; "" for what the formula says
	number  map[permit.Action]string // of a bill or a document
	turn    int                      // see ui.Fresh
}

// unsent holds it by application when somebody goes on, until the page is
// loaded again. It is used by the goroutine that renders.
var unsent = map[string]*writing{}

// writingOf is what was written before, or nothing.
func writingOf(id string) *writing {
	if w := unsent[id]; w != nil {
		return w
	}
	return &writing{}
}

func (w *writing) blank() bool {
	return !w.marking && len(w.notes) == 0 && len(w.number) == 0 && w.amount == "" && w.step == "" && w.agency == "" && w.view == ""
}

// keep puts it aside for an application.
func (w *writing) keep(id string) {
	if delete(unsent, id); !w.blank() {
		unsent[id] = w
	}
}

// sent forgets what belonged to an action.
func (w *writing) sent(a permit.Action) {
	w.turn++
	delete(w.notes, a)
	delete(w.number, a)
	switch a {
	case permit.MarkUp, permit.Return, permit.Pass:
		w.marking = false
	case permit.SendBack:
		w.step = ""
	case permit.Ask:
		w.agency = ""
	case permit.Answer:
		w.view = ""
	case permit.SetFee:
		w.amount = ""
	}
	browser.Guard(!w.blank())
}

// put keeps a text for an action; "" is none.
func put(texts *map[permit.Action]string, a permit.Action, text string) {
	if *texts == nil {
		*texts = map[permit.Action]string{}
	}
	if (*texts)[a] = text; text == "" {
		delete(*texts, a)
	}
}

// marked is where in the marks a path is; -1 for nowhere.
func (w *writing) marked(path string) int {
	return slices.IndexFunc(w.marks, func(m permit.Mark) bool { return m.Path == path })
}

// mark sets a mark, takes it away, or writes why.
func (w *writing) mark(path, reason string, on bool) {
	i := w.marked(path)
	w.marks, w.marking = slices.Clone(w.marks), true
	switch {
	case !on && i >= 0:
		w.marks = slices.Delete(w.marks, i, i+1)
	case on && i >= 0:
		w.marks[i].Reason = reason
	case on:
		w.marks = append(w.marks, permit.Mark{Path: path, Reason: reason})
	}
	browser.Guard(true)
}
