package place

import (
	"context"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/draft"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/words"
)

// history is what was public; each version can be read and put back.
func (s *Editor) history(at link.At, v place.Edit) ui.UI {
	if s.older != nil {
		return ui.Div("stack stack-4",
			ui.Banner("plain", "mata", "", words.OlderSay.In(at.Lang, strconv.Itoa(s.number))),
			ui.Div("bar wrap",
				ui.Button{Label: words.RestoreIt.In(at.Lang), Icon: "ulang", Look: ui.Line, Class: "btn-s", Do: s.restore}.UI(),
				ui.Button{Label: words.BackToDraft.In(at.Lang), Look: ui.Quiet, Class: "btn-s", Do: s.close}.UI()),
			s.preview(at, v, *s.older))
	}
	return s.edit.Versions(func(number int) ui.UI {
		return ui.Button{Label: words.ReadIt.In(at.Lang), Look: ui.Line, Class: "btn-s", Busy: s.fetch, Scope: strconv.Itoa(number),
			Attrs: ui.Attrs{"aria-label": words.ReadVersion.In(at.Lang, strconv.Itoa(number))}, Do: s.read(number)}.UI()
	})
}

func (s *Editor) read(number int) goapp.EventHandler {
	return func(goapp.Context, goapp.Event) {
		id := s.edit.ID()
		s.fetch = true
		draft.Ask(&s.edit, func(ctx context.Context) (place.Content, error) {
			return s.house.Places.Version(ctx, place.VersionID{ID: id, Number: number})
		}, func(ctx goapp.Context, c place.Content, err error) {
			s.fetch = false
			switch {
			case err != nil:
				frame.Toast(ctx, flow.Sentence(s.edit.View.At.Lang, err))
			case s.edit.ID() == id: // the reader may have gone to another place
				s.older, s.number = &c, number
			}
		})
	}
}

func (s *Editor) restore(ctx goapp.Context, _ goapp.Event) {
	if s.older == nil {
		return
	}
	s.edit.Replace(*s.older)
	frame.Toast(ctx, words.Restored.In(s.edit.View.At.Lang, strconv.Itoa(s.number)))
	s.older = nil
}

func (s *Editor) close(goapp.Context, goapp.Event) { s.older = nil }
