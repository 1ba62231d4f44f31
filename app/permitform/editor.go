package permitform

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/answer"
	"rumah/app/browser"
	"rumah/app/draft"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/link"
	"rumah/shared/permitform"
	"rumah/shared/words"
)

// The parts of what is written.
const (
	asking = "isian"
	going  = "alur"
	terms  = "aturan"
	letter = "surat"
)

// Editor is the screen on which one form and its way are written:
// /meja/formulir/{service}.
type Editor struct {
	goapp.Compo

	house *house.House
	edit  draft.Editor[permitform.Edit, permitform.Content]
	part  string
	open  string // path of the section, question or stage whose fields are shown; "" for none
	langs bool   // the other languages are written too
	gone  *gone
	sheet answer.Sheet // the form as applicants see it
	tried string       // what a look at the answers has found; "" before
	here  goapp.Context
	keys  func()
}

// EditorPattern is its address.
const EditorPattern = DeskPath + "/{id}"

// NewEditor returns the screen.
func NewEditor(h *house.House) house.Screen {
	s := &Editor{house: h, part: asking, sheet: answer.Sheet{House: h}}
	s.edit = draft.New(h, draft.Ways[permitform.Edit, permitform.Content]{
		Pattern: EditorPattern,
		Parts:   parts,
		Check:   s.check,
		Known: func(e permitform.Edit) draft.Known[permitform.Content] {
			return draft.Known[permitform.Content]{State: e.State, Public: e.Public, Drafted: e.Drafted, Draft: e.Draft, History: e.History}
		},
		Load: func(ctx context.Context, id string) (permitform.Edit, error) {
			return forms(h).Edit(ctx, permitform.ServiceID{Service: id})
		},
		Save: func(ctx context.Context, id string, save int, note string, content permitform.Content) (permitform.Edit, error) {
			return forms(h).Save(ctx, permitform.SaveDraft{Service: id, Save: save, Note: note, Content: content})
		},
		Discard: func(ctx context.Context, id string, save int) (permitform.Edit, error) {
			return forms(h).Discard(ctx, permitform.DraftID{Service: id, Save: save})
		},
		Publish: func(ctx context.Context, id string, save int) (permitform.Edit, error) {
			return forms(h).Publish(ctx, permitform.DraftID{Service: id, Save: save})
		},
		Version: func(ctx context.Context, id string, number int) (permitform.Content, error) {
			return forms(h).Version(ctx, permitform.VersionID{Service: id, Number: number})
		},
	})
	return s
}

// check finds what is wrong and opens where the first of it stands.
func (s *Editor) check(c *permitform.Content) error {
	err := c.Check()
	if f := fault.From(err); f != nil && len(f.Fields) > 0 {
		s.reveal(f.Fields[0].Name)
	}
	return err
}

// reveal opens the fields that a path leads to.
func (s *Editor) reveal(path string) {
	parts := strings.Split(path, ".")
	switch {
	case strings.HasPrefix(path, "definition.steps"), strings.HasPrefix(path, "definition.apart"):
		s.part = going
	case strings.HasPrefix(path, "definition.product"):
		s.part = letter
	case strings.HasPrefix(path, "definition"):
		s.part = terms
	default:
		s.part, s.open = asking, ""
		if len(parts) > 4 && parts[3] == "questions" {
			s.open = strings.Join(parts[:5], ".")
		} else if len(parts) > 2 {
			s.open = strings.Join(parts[:3], ".")
		}
	}
	s.edit.Renew()
}

// Visit implements house.Screen.
func (s *Editor) Visit(_ context.Context, at link.At) error {
	s.edit.Visit(at)
	return nil
}

// Seed implements house.Screen.
func (s *Editor) Seed() (json.RawMessage, error) { return nil, nil }

// Plant implements house.Screen.
func (s *Editor) Plant(at link.At, seed json.RawMessage) { s.edit.Plant(at, seed) }

// Head implements house.Screen.
func (s *Editor) Head() house.Head { return house.Head{Title: s.title(), NoIndex: true, Now: true} }

func (s *Editor) title() string {
	if v, ok := s.edit.View.Value(); ok {
		return v.Name
	}
	return words.FormsTitle.In(s.edit.View.At.Lang)
}

// Titled implements flow.Titled.
func (s *Editor) Titled(ctx goapp.Context) {
	s.edit.Arrived()
	s.opened(s.edit.View.At.Lang, &s.edit.Content)
	s.sheet.Learn(ctx)
	frame.Titled(s.house, s.edit.View.At, s.Head())
}

// OnNav loads the service the address names.
func (s *Editor) OnNav(ctx goapp.Context) {
	s.here, s.open, s.gone, s.tried = ctx, "", nil, ""
	s.edit.Enter(ctx, s)
	if s.keys == nil {
		s.keys = browser.Keys(func(k browser.Key) bool { return wish(k) != 0 && s.open != "" }, func(k browser.Key) {
			s.here.Dispatch(func(ctx goapp.Context) { s.moveOpen(ctx, wish(k)) })
		})
	}
}

// wish is where a key moves what is open: up (-1), down (1) or nowhere.
func wish(k browser.Key) int {
	switch {
	case !k.Chord || k.Dialog:
	case k.Name == "ArrowUp":
		return -1
	case k.Name == "ArrowDown":
		return 1
	}
	return 0
}

// OnDismount keeps what is not saved and lets go of the keys.
func (s *Editor) OnDismount() {
	s.edit.Keep()
	if s.keys != nil {
		s.keys()
		s.keys = nil
	}
}

// Render implements the screen.
func (s *Editor) Render() ui.UI {
	at := s.edit.View.At
	v, ok := s.edit.View.Value()
	if !ok {
		body := ui.SkeletonPage(words.Loading.In(at.Lang))
		if fault := s.edit.View.Fault(); fault != nil {
			body = frame.TroublePart(at, fault, flow.Retry(&s.edit.View.Loading, s))
		}
		return draft.Desk(s.house, at, DeskPath, DeskPath, s.title(), "", body)
	}
	var closed, running ui.UI
	if v.Closed {
		closed = ui.Tag("bad", "keluar", words.FormClosed.In(at.Lang))
	}
	if v.Running > 0 {
		running = ui.P("small soft", words.FormRunning.In(at.Lang, words.Count(at.Lang, v.Running)))
	}
	return draft.Desk(s.house, at, DeskPath, DeskPath, s.title(), v.Agency,
		ui.Para("bar wrap", draft.StateTag(at.Lang, v.State, false), closed), running,
		s.edit.News(), s.edit.Panes(), s.pane(at.Lang, v), s.edit.Bar())
}

func (s *Editor) pane(l words.Lang, v permitform.Edit) ui.UI {
	switch s.edit.Pane {
	case draft.Preview:
		return s.preview(l, &s.edit.Content)
	case draft.Changes:
		return s.edit.Differences()
	case draft.History:
		return s.edit.Past(func(c permitform.Content) ui.UI {
			older := copyOf(c)
			return ui.Div("stack stack-6", s.preview(l, &older), s.diagram(l, &older.Definition))
		}, s.closing(l, v))
	}
	return s.fields(l, v)
}

// fields are one part of what is written, beside what becomes of it.
func (s *Editor) fields(l words.Lang, v permitform.Edit) ui.UI {
	choices := []ui.Choice{{Value: asking, Label: words.FormPartAsk.In(l)}, {Value: going, Label: words.FormPartWay.In(l)}, {Value: terms, Label: words.FormPartTerms.In(l)}, {Value: letter, Label: words.FormPartPaper.In(l)}}
	head := ui.Div("stack stack-3",
		ui.Div("panes", ui.Radios{Name: "formulir-bagian", Legend: words.FormParts.In(l), Value: s.part, Look: "seg", Choices: choices, Change: func(ctx goapp.Context, _ goapp.Event) {
			s.part, s.open = ui.Value(ctx), ""
			s.edit.Renew()
		}}.UI()),
		ui.Check("formulir-bahasa", words.FormLangs.In(l), words.FormLangsY.In(l), s.langs, func(goapp.Context, goapp.Event) {
			s.langs = !s.langs
			s.edit.Renew()
		}))
	note := ui.Div("card", s.edit.NoteField())
	switch s.part {
	case going:
		return ui.Div("write-beside", ui.Div("stack stack-4", head, s.edit.Fields(s.way(l, v), note)),
			ui.Div("stack stack-4 beside", s.lacks(l, v), s.diagram(l, &s.edit.Content.Definition)))
	case terms:
		return ui.Div("write-beside", ui.Div("stack stack-4", head, s.edit.Fields(s.terms(l, v), note)),
			ui.Div("stack stack-4 beside", s.calculator(l)))
	case letter:
		return ui.Div("write-beside", ui.Div("stack stack-4", head, s.edit.Fields(s.product(l), note)), ui.Div("stack stack-4 beside", s.paper(l, v)))
	}
	return ui.Div("write-beside", ui.Div("stack stack-4", head, s.undo(l), s.edit.Fields(append(s.sections(l), note)...)),
		ui.Div("stack stack-4 beside form-beside", s.preview(l, &s.edit.Content)))
}

// closing takes no new applications.
func (s *Editor) closing(l words.Lang, v permitform.Edit) ui.UI {
	if v.Closed || len(v.History) == 0 {
		return nil
	}
	return ui.Div("stack stack-2",
		ui.Div("bar", ui.Button{Label: words.FormClose.In(l), Icon: "keluar", Look: ui.Line, Class: "btn-s", Do: ui.ShowDialog("tutup-formulir")}.UI()),
		ui.Dialog("tutup-formulir", words.FormCloseAsk.In(l), words.FormCloseWhy.In(l), false,
			ui.Button{Label: words.FormCloseDo.In(l), Look: ui.Stop, Class: "btn-full", Do: s.close}.UI(),
			ui.Button{Label: words.FormCloseNo.In(l), Class: "btn-full", Scope: "tutup-formulir", Do: ui.CloseDialog("tutup-formulir")}.UI()))
}

func (s *Editor) close(ctx goapp.Context, ev goapp.Event) {
	ui.CloseDialog("tutup-formulir")(ctx, ev)
	id := s.edit.ID()
	s.edit.Beside(words.FormCloseOK, func(ctx context.Context) (permitform.Edit, error) {
		return forms(s.house).Close(ctx, permitform.ServiceID{Service: id})
	})
}

// texts are fields for a text: in Indonesian, and in the other languages when
// those are written. changed hears what the Indonesian was before; nil for
// nobody.
func (s *Editor) texts(l words.Lang, f ui.Field, t func() *form.Text, changed func(before string)) ui.UI {
	at := f.Name
	fields := make([]ui.UI, 0, len(words.Langs))
	for _, lang := range words.Langs {
		if lang != words.ID && !s.langs {
			continue
		}
		one := f
		one.Name = at + "." + string(lang)
		if lang != words.ID {
			one.Label, one.Hint, one.Optional = f.Label+" ("+lang.Name()+")", "", words.Optional.In(l)
		}
		one.Value, one.Error = *spoken(t(), lang), s.edit.Wrong(one.Name)
		one.Change = func(ctx goapp.Context, _ goapp.Event) {
			text := spoken(t(), lang)
			before := *text
			*text = ui.Value(ctx)
			if lang == words.ID && changed != nil {
				changed(before)
			}
			s.edit.Edited(one.Name)
		}
		fields = append(fields, one.UI())
	}
	return ui.Div("stack stack-3", fields...)
}

// spoken is a text in one language, to be written.
func spoken(t *form.Text, lang words.Lang) *string {
	switch lang {
	case words.EN:
		return &t.EN
	case words.JV:
		return &t.JV
	}
	return &t.ID
}

// number is a field for a number that may be empty.
func (s *Editor) number(f ui.Field, get func() int, set func(int)) ui.UI {
	name := f.Name
	f.Value, f.Error, f.Mode = count(get()), s.edit.Wrong(name), "numeric"
	f.Change = func(ctx goapp.Context, _ goapp.Event) {
		n, _ := strconv.Atoi(strings.TrimSpace(ui.Value(ctx)))
		set(n)
		s.edit.Edited(name)
	}
	return f.UI()
}
