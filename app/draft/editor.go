// Package draft is the desk on which something public is written: somebody
// saves a draft, somebody else publishes it, and what was stays readable. It
// knows nothing of services or places; each brings its own fields.
package draft

import (
	"context"
	"encoding/json"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/house"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/revision"
	"rumah/shared/words"
)

// Known is what the server knows about something that is written.
type Known[C any] struct {
	State   revision.State
	Public  C
	Drafted C
	Draft   *revision.Draft
	History []revision.Version
}

func (k Known[C]) save() int {
	if k.Draft == nil {
		return 0
	}
	return k.Draft.Save
}

// Ways are how one kind of thing is read and written. E is all its desk
// needs, C is what is written.
type Ways[E, C any] struct {
	Pattern string // of its address
	Load    func(ctx context.Context, id string) (E, error)
	Known   func(E) Known[C]
	Save    func(ctx context.Context, id string, save int, note string, content C) (E, error)
	Discard func(ctx context.Context, id string, save int) (E, error)
	Publish func(ctx context.Context, id string, save int) (E, error)
	Version func(ctx context.Context, id string, number int) (C, error)
	Check   func(*C) error
	Parts   []Part[C]
}

// Part is one component of what is written, as a text that can be compared.
type Part[C any] struct {
	Name words.T
	Text func(words.Lang, *C) string
}

// The panes of the desk.
const (
	Write   = "write"
	Preview = "preview"
	Changes = "changes"
	History = "history"
)

// Editor is something being written.
type Editor[E, C any] struct {
	View    flow.View[E]
	Content C
	Note    string // what changed, in the author's words
	Pane    string

	house  *house.House
	ways   Ways[E, C]
	ctx    goapp.Context // of the screen: an answer must come in though its button has gone
	taken  bool          // Content holds something
	dirty  bool          // and it is not saved
	kept   bool          // it came back from before
	save   int           // of the draft Content was begun from
	edits  int           // letters and clicks, to notice those made while a save is on its way
	turns  map[string]int
	doing  string
	fault  *fault.Fault
	theirs *Known[C] // what somebody else saved meanwhile
	older  *C        // the version being read; nil for none
	number int       // its number
	fetch  bool      // it is on its way
}

// New returns an editor.
func New[E, C any](h *house.House, ways Ways[E, C]) Editor[E, C] {
	return Editor[E, C]{Pane: Write, house: h, ways: ways, turns: map[string]int{},
		View: flow.NewView(func(ctx context.Context, at link.At) (E, error) {
			id, _ := at.Match(ways.Pattern)
			return ways.Load(ctx, id)
		})}
}

// ID is what the address names.
func (e *Editor[E, C]) ID() string {
	id, _ := e.View.At.Match(e.ways.Pattern)
	return id
}

// Visit fixes the address. What is on a desk is private and never part of a
// page, so the server loads nothing.
func (e *Editor[E, C]) Visit(at link.At) { e.View.At = at }

// Plant is Visit in the browser.
func (e *Editor[E, C]) Plant(at link.At, seed json.RawMessage) {
	e.View.Plant(at, seed)
	e.take()
}

// Enter goes to the address the browser shows.
func (e *Editor[E, C]) Enter(ctx goapp.Context, s flow.Titled) {
	e.ctx = ctx
	if path := link.Parse(ctx.Page().URL()).Path; e.View.At.Path != path {
		e.Keep()
		e.older, e.fetch = nil, false
		e.doing, e.taken, e.dirty, e.kept, e.theirs, e.fault, e.Note, e.Pane = "", false, false, false, nil, nil, "", Write
	}
	e.View.Enter(ctx, s)
}

// Arrived takes over what came from the server; a screen calls it in Titled.
func (e *Editor[E, C]) Arrived() { e.take() }

// Known is what the server said last; ok is false before that.
func (e *Editor[E, C]) Known() (known Known[C], ok bool) {
	v, ok := e.View.Value()
	if !ok {
		return known, false
	}
	return e.ways.Known(v), true
}

// take puts the newest draft into the fields, but never over what somebody
// has written and not saved.
func (e *Editor[E, C]) take() {
	known, ok := e.Known()
	if !ok {
		return
	}
	if !e.taken && e.unkeep() {
		e.taken, e.dirty, e.kept = true, true, true
		if len(e.changed(&known.Drafted, &e.Content)) == 0 {
			e.dirty = false // it was saved after all
		}
	}
	if e.dirty {
		if known.save() != e.save {
			e.theirs = &known
		}
		return
	}
	e.begin(known)
}

func (e *Editor[E, C]) begin(known Known[C]) {
	e.Content, e.save, e.taken, e.dirty, e.kept, e.theirs = clone(known.Drafted), known.save(), true, false, false, nil
	browser.Guard(false)
	e.Note = ""
	if known.Draft != nil {
		e.Note = known.Draft.Note
	}
	e.Renew()
}

// clone copies content with all its lists: the fields write into the copy.
func clone[C any](c C) C {
	var copied C
	if data, err := json.Marshal(c); err == nil {
		_ = json.Unmarshal(data, &copied) // our own words, read back
	}
	return copied
}

// Renew shows the fields anew, after Content was replaced.
func (e *Editor[E, C]) Renew() { e.turns[""]++ }

// Replace puts other content into the draft: an older version.
func (e *Editor[E, C]) Replace(c C) {
	e.Content, e.Pane = clone(c), Write
	e.Edited("")
	e.Renew()
}

// Edited says that a field was changed: its complaint goes.
func (e *Editor[E, C]) Edited(name string) {
	e.dirty, e.kept = true, false
	browser.Guard(true)
	e.edits++
	if e.fault == nil {
		return
	}
	var rest []fault.Field
	for _, f := range e.fault.Fields {
		if strings.TrimPrefix(f.Name, "content.") != name {
			rest = append(rest, f)
		}
	}
	if e.fault = nil; len(rest) > 0 {
		e.fault = &fault.Fault{Code: fault.Invalid, Key: "invalid", Fields: rest}
	}
}

// Wrong is the sentence about a field; "" when nothing is wrong with it.
func (e *Editor[E, C]) Wrong(name string) string {
	if e.fault == nil {
		return ""
	}
	for _, f := range e.fault.Fields {
		if strings.TrimPrefix(f.Name, "content.") == name {
			return words.Fault(e.View.At.Lang, f.Key, f.Bound)
		}
	}
	return ""
}

// Within reports whether anything is wrong with what stands at a path, or
// below it.
func (e *Editor[E, C]) Within(path string) bool {
	if e.fault == nil {
		return false
	}
	for _, f := range e.fault.Fields {
		if name := strings.TrimPrefix(f.Name, "content."); name == path || strings.HasPrefix(name, path+".") {
			return true
		}
	}
	return false
}
