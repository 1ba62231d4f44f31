package queue

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// SetupEditor is the screen on which one queue is set up: /meja/antrean/{id}.
type SetupEditor struct {
	goapp.Compo
	view[queue.Setup]

	house  *house.House
	here   goapp.Context
	c      queue.Content
	save   int64          // of the content it was begun from
	taken  bool           // c holds something
	dirty  bool           // and it is not saved
	edits  int            // to notice what is written while a save is on its way
	turn   int            // of all fields, see ui.Fresh
	turns  map[string]int // and of parts of them
	doing  string
	wrong  *fault.Fault
	theirs *queue.Setup // what a colleague saved meanwhile

	leave      queue.NewLeave
	leaveWrong *fault.Fault
	gone       queue.Closure // a leave that may be taken back
}

// SetupPattern is its address.
const SetupPattern = SetupsPath + "/{id}"

// NewSetupEditor returns the screen.
func NewSetupEditor(h *house.House) house.Screen {
	return &SetupEditor{house: h, turns: map[string]int{}, view: flow.NewPrivate(func(ctx context.Context, at link.At) (queue.Setup, error) {
		id, _ := at.Match(SetupPattern)
		return h.Queue.Setup(ctx, queue.QueueID{ID: id})
	})}
}

// Plant implements house.Screen.
func (s *SetupEditor) Plant(at link.At, seed json.RawMessage) {
	s.view.Plant(at, seed)
	s.arrived()
}

// Head implements house.Screen.
func (s *SetupEditor) Head() house.Head {
	return house.Head{Title: s.title(), NoIndex: true, Now: true}
}

func (s *SetupEditor) title() string {
	if s.c.Name != "" {
		return s.c.Name
	}
	return words.SetupTitle.In(s.view.At.Lang)
}

// Titled implements flow.Titled.
func (s *SetupEditor) Titled(goapp.Context) {
	s.arrived()
	frame.Titled(s.house, s.view.At, s.Head())
}

func (s *SetupEditor) id() string {
	id, _ := s.view.At.Match(SetupPattern)
	return id
}

// OnNav loads the queue the address names.
func (s *SetupEditor) OnNav(ctx goapp.Context) {
	s.here = ctx
	if path := link.Parse(ctx.Page().URL()).Path; path != s.view.At.Path {
		s.taken, s.dirty, s.theirs, s.wrong, s.doing = false, false, nil, nil, ""
	}
	s.view.Enter(ctx, s)
}

// OnDismount lets the page be closed without a question.
func (s *SetupEditor) OnDismount() { browser.Guard(false) }

// arrived puts what the server said into the fields, but never over what
// somebody has written and not saved.
func (s *SetupEditor) arrived() {
	v, ok := s.view.Value()
	switch {
	case !ok:
	case !s.dirty:
		s.begin(v)
	case v.Save != s.save:
		s.theirs = &v
	}
}

func (s *SetupEditor) begin(v queue.Setup) {
	s.c, s.save, s.taken, s.dirty, s.theirs, s.wrong = setupClone(v.Content), v.Save, true, false, nil, nil
	slices.SortStableFunc(s.c.Week, bySession)
	s.turn++
	browser.Guard(false)
}

// edited says that a field was changed: its complaint goes.
func (s *SetupEditor) edited(name string) {
	s.dirty = true
	s.edits++
	browser.Guard(true)
	if s.wrong == nil {
		return
	}
	var rest []fault.Field
	for _, f := range s.wrong.Fields {
		if strings.TrimPrefix(f.Name, "content.") != name {
			rest = append(rest, f)
		}
	}
	if left := *s.wrong; len(rest) > 0 {
		left.Fields = rest
		s.wrong = &left
	} else {
		s.wrong = nil
	}
}

// ask calls the server and drops an answer that comes after somebody went on
// to another queue.
func (s *SetupEditor) ask(what string, ask func(context.Context) (queue.Setup, error), then func(goapp.Context, queue.Setup, *fault.Fault)) {
	if s.doing != "" {
		return
	}
	path := s.view.At.Path
	s.doing = what
	flow.Ask(s.here, ask, func(ctx goapp.Context, got queue.Setup, err error) {
		if s.view.At.Path != path {
			return
		}
		s.doing = ""
		if err == nil {
			s.view.Change(func(have *queue.Setup) { *have = got })
		}
		then(ctx, got, fault.From(err))
	})
}

// store saves what is in the fields.
func (s *SetupEditor) store(ctx goapp.Context, _ goapp.Event) {
	if s.wrong = fault.From(s.c.Check()); s.wrong != nil {
		ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
		return
	}
	edits, change := s.edits, queue.Configure{ID: s.id(), Save: s.save, Content: setupClone(s.c)}
	s.ask("save", func(ctx context.Context) (queue.Setup, error) { return s.house.Queue.Configure(ctx, change) },
		func(ctx goapp.Context, got queue.Setup, f *fault.Fault) {
			switch {
			case f == nil && edits == s.edits:
				s.begin(got)
				frame.Toast(ctx, words.SetupSaved.In(s.view.At.Lang))
			case f == nil: // written on meanwhile: that is not saved yet
				s.save = got.Save
			case f.Key == "edited_meanwhile":
				s.meet(f)
			default:
				s.wrong = f
				ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
			}
		})
}

// meet fetches what a colleague saved, so that both can be compared.
func (s *SetupEditor) meet(f *fault.Fault) {
	id := s.id()
	s.wrong = f
	s.ask("theirs", func(ctx context.Context) (queue.Setup, error) { return s.house.Queue.Setup(ctx, queue.QueueID{ID: id}) },
		func(_ goapp.Context, got queue.Setup, f *fault.Fault) {
			if f == nil {
				s.theirs, s.wrong = &got, nil
			}
		})
}

// Render implements the screen.
func (s *SetupEditor) Render() ui.UI {
	at := s.view.At
	v, ok := s.view.Value()
	bar := frame.DeskBar{Title: s.title(), Back: SetupsPath, Items: frame.DeskItems(s.house, at, SetupsPath)}
	if !ok {
		body := ui.SkeletonPage(words.Loading.In(at.Lang))
		if f := s.view.Fault(); f != nil {
			body = frame.TroublePart(at, f, flow.Retry(&s.view.Loading, s))
		}
		return frame.Desk(s.house, at, bar, ui.Div("desk-page", body))
	}
	l := at.Lang
	bar.Sub = v.Place.Name
	bar.Actions = []ui.UI{ui.ButtonLink(at.To(SetupsPath+"/"+v.ID+"/angka"), words.FiguresTitle.In(l), "grafik", ui.Line, "btn-s")}
	return frame.Desk(s.house, at, bar, ui.Div("desk-page stack stack-6 setup",
		s.told(l), s.leaves(l, v), s.fields(l, v), s.bar(l)))
}

// told is what must be known before going on.
func (s *SetupEditor) told(l words.Lang) ui.UI {
	switch {
	case s.theirs != nil:
		different := strings.Join(setupChanged(l, &s.theirs.Content, &s.c), ", ")
		return ui.Banner("bad", "awas", words.SetupMeanwhile.In(l), words.SetupMeanwhileY.In(l, different),
			ui.Div("bar wrap setup-both",
				ui.Button{Label: words.SetupTheirs.In(l), Icon: "ulang", Class: "btn-s", Do: func(goapp.Context, goapp.Event) { s.begin(*s.theirs) }}.UI(),
				ui.Button{Label: words.SetupMine.In(l), Look: ui.Line, Class: "btn-s", Scope: "punyaku", Do: func(ctx goapp.Context, e goapp.Event) {
					s.save, s.theirs = s.theirs.Save, nil
					s.store(ctx, e)
				}}.UI()))
	case s.wrong != nil && s.wrong.Code == fault.Invalid:
		return ui.Banner("bad", "awas", "", words.FixMarked.In(l))
	case s.wrong != nil:
		return deskWrong(l, s.wrong)
	}
	return flow.Age(l, s.view.Fault(), s.house.Clock())
}

// bar stands below the fields.
func (s *SetupEditor) bar(l words.Lang) ui.UI {
	say := words.SetupAllSaved
	if s.dirty {
		say = words.Unsaved
	}
	return ui.Div("edit-bar",
		ui.Div("edit-say", ui.With("p", "small strong", ui.Attrs{"role": "status"}, ui.Text(say.In(l)))),
		ui.Div("bar wrap edit-acts",
			ui.Button{Label: words.SetupRevert.In(l), Look: ui.Quiet, Class: "btn-s", Scope: "urung", Disabled: !s.dirty, Do: func(goapp.Context, goapp.Event) {
				if v, ok := s.view.Value(); ok {
					s.begin(v)
				}
			}}.UI(),
			ui.Button{Label: words.SetupSave.In(l), Class: "btn-s", Disabled: !s.dirty || s.theirs != nil, Busy: s.doing == "save", Do: s.store}.UI()))
}
