package inboxdesk

import (
	"context"
	"encoding/json"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/draft"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/inbox"
	"rumah/shared/link"
	"rumah/shared/revision"
	"rumah/shared/words"
)

// Template is the screen on which an agency words one kind of message:
// /meja/templat/{agency:kind}.
type Template struct {
	goapp.Compo

	house   *house.House
	edit    draft.Editor[inbox.Template, inbox.Wording]
	lang    words.Lang // that is being written
	private bool       // the preview is a lock screen that says nothing
}

// TemplatePattern is its address.
const TemplatePattern = TemplatesPath + "/{id}"

// NewTemplate returns the screen.
func NewTemplate(h *house.House) house.Screen {
	s := &Template{house: h, lang: words.ID}
	s.edit = draft.New(h, draft.Ways[inbox.Template, inbox.Wording]{
		Pattern: TemplatePattern,
		Parts:   wordingParts(),
		Check:   s.check,
		Known: func(t inbox.Template) draft.Known[inbox.Wording] {
			state := t.State
			if state == revision.Fresh { // the house's words are public as long as there are no others
				state = revision.Published
			}
			return draft.Known[inbox.Wording]{State: state, Public: t.Public, Drafted: t.Drafted, Draft: t.Draft, History: t.History}
		},
		Load: func(ctx context.Context, id string) (inbox.Template, error) {
			return h.Inbox.Template(ctx, inbox.TemplateID{ID: id})
		},
		Save: func(ctx context.Context, id string, save int, note string, content inbox.Wording) (inbox.Template, error) {
			return h.Inbox.SaveTemplate(ctx, inbox.SaveTemplate{ID: id, Save: save, Note: note, Content: content})
		},
		Discard: func(ctx context.Context, id string, save int) (inbox.Template, error) {
			return h.Inbox.DiscardTemplate(ctx, inbox.TemplateDraft{ID: id, Save: save})
		},
		Publish: func(ctx context.Context, id string, save int) (inbox.Template, error) {
			return h.Inbox.PublishTemplate(ctx, inbox.TemplateDraft{ID: id, Save: save})
		},
		Version: func(ctx context.Context, id string, number int) (inbox.Wording, error) {
			return h.Inbox.TemplateVersion(ctx, inbox.TemplateVersion{ID: id, Number: number})
		},
	})
	return s
}

// wordingParts are a title and a text in each language.
func wordingParts() []draft.Part[inbox.Wording] {
	var parts []draft.Part[inbox.Wording]
	for _, lang := range words.Langs {
		name := func(t words.T) words.T {
			return words.T{ID: t.ID + " (" + lang.Name() + ")", EN: t.EN + " (" + lang.Name() + ")", JV: t.JV + " (" + lang.Name() + ")"}
		}
		parts = append(parts,
			draft.Part[inbox.Wording]{Name: name(words.TemplateSubject), Text: func(_ words.Lang, w *inbox.Wording) string { return w.In(string(lang)).Subject }},
			draft.Part[inbox.Wording]{Name: name(words.TemplateBody), Text: func(_ words.Lang, w *inbox.Wording) string { return w.In(string(lang)).Body }})
	}
	return parts
}

// kind is what the address names.
func (s *Template) kind() inbox.Kind {
	_, kind, _ := strings.Cut(s.edit.ID(), ":")
	return inbox.Kind(kind)
}

// check finds what is wrong and turns to the language it is in.
func (s *Template) check(w *inbox.Wording) error {
	err := w.Check()
	if err == nil {
		err = w.For(s.kind())
	}
	if f := fault.From(err); f != nil && len(f.Fields) > 0 {
		lang, _, _ := strings.Cut(f.Fields[0].Name, ".")
		s.lang, _ = words.Parse(lang)
	}
	return err
}

// Visit implements house.Screen.
func (s *Template) Visit(_ context.Context, at link.At) error {
	s.edit.Visit(at)
	return nil
}

// Seed implements house.Screen.
func (s *Template) Seed() (json.RawMessage, error) { return nil, nil }

// Plant implements house.Screen.
func (s *Template) Plant(at link.At, seed json.RawMessage) { s.edit.Plant(at, seed) }

// Head implements house.Screen.
func (s *Template) Head() house.Head {
	return house.Head{Title: s.title(), NoIndex: true, Now: true}
}

func (s *Template) title() string {
	if t, ok := s.edit.View.Value(); ok {
		return kindName(s.edit.View.At.Lang, t.Kind)
	}
	return words.TemplatesTitle.In(s.edit.View.At.Lang)
}

// Titled implements flow.Titled.
func (s *Template) Titled(goapp.Context) {
	s.edit.Arrived()
	frame.Titled(s.house, s.edit.View.At, s.Head())
}

// OnNav loads the template the address names.
func (s *Template) OnNav(ctx goapp.Context) {
	s.edit.Enter(ctx, s)
	browser.NoteTyping()
}

// OnDismount keeps what is not saved.
func (s *Template) OnDismount() { s.edit.Keep() }

// Render implements the screen.
func (s *Template) Render() ui.UI {
	at, l := s.edit.View.At, s.edit.View.At.Lang
	t, ok := s.edit.View.Value()
	if !ok {
		return draft.Desk(s.house, at, TemplatesPath, TemplatesPath, s.title(), "", waits(at, &s.edit.View.Loading, s, ui.SkeletonPage(words.Loading.In(l))))
	}
	state := ui.Tag("", "", words.TemplateHouse.In(l))
	if len(t.History) > 0 {
		state = draft.StateTag(l, t.State, false)
	}
	var drafted ui.UI
	if len(t.History) == 0 && t.Draft != nil {
		drafted = ui.Tag("wait", "pena", words.StateDrafted.In(l))
	}
	return draft.Desk(s.house, at, TemplatesPath, TemplatesPath, s.title(), t.Agency.Name,
		ui.Para("bar wrap", state, drafted, urgency(l, t.Kind)), s.edit.News(), s.edit.Panes(), s.pane(l, t), s.edit.Bar())
}

// urgency says how a kind travels.
func urgency(l words.Lang, kind inbox.Kind) ui.UI {
	rule := inbox.Rules[kind]
	switch {
	case !rule.Push:
		return ui.Tag("", "kotak", words.TemplateQuiet.In(l))
	case rule.Urgency == inbox.Now:
		return ui.Tag("info", "lonceng", words.TemplateUrgent.In(l))
	case rule.Urgency == inbox.Soon:
		return ui.Tag("info", "lonceng", words.TemplateSoon.In(l))
	}
	return ui.Tag("info", "lonceng", words.TemplateCalm.In(l))
}

func (s *Template) pane(l words.Lang, t inbox.Template) ui.UI {
	switch s.edit.Pane {
	case draft.Preview:
		return s.all(l, t, s.edit.Content)
	case draft.Changes:
		return s.edit.Differences()
	case draft.History:
		return s.edit.Past(func(w inbox.Wording) ui.UI { return s.all(l, t, w) }, nil)
	}
	return s.fields(l, t)
}
