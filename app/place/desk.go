package place

import (
	"context"
	"encoding/json"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/draft"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/words"
)

// Desk is the screen of all places an agency may write: /meja/tempat.
type Desk struct {
	goapp.Compo

	house *house.House
	view  flow.View[place.Desk]
	more  bool
}

// DeskPath is its address.
const DeskPath = "/meja/tempat"

// NewDesk returns the screen.
func NewDesk(h *house.House) house.Screen {
	return &Desk{house: h, view: flow.NewView(func(ctx context.Context, at link.At) (place.Desk, error) {
		return h.Places.Desk(ctx, place.DeskFilter{Text: at.Get("q")})
	})}
}

// Visit implements house.Screen. What is on a desk is private and never part
// of a page, so the server loads nothing.
func (s *Desk) Visit(_ context.Context, at link.At) error {
	s.view.At = at
	return nil
}

// Seed implements house.Screen.
func (s *Desk) Seed() (json.RawMessage, error) { return nil, nil }

// Plant implements house.Screen.
func (s *Desk) Plant(at link.At, seed json.RawMessage) { s.view.Plant(at, seed) }

// Head implements house.Screen.
func (s *Desk) Head() house.Head {
	return house.Head{Title: words.EditPlaces.In(s.view.At.Lang), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (s *Desk) Titled(goapp.Context) { frame.Titled(s.house, s.view.At, s.Head()) }

// OnNav loads the list.
func (s *Desk) OnNav(ctx goapp.Context) {
	s.more = false
	s.view.Enter(ctx, s)
	ctx.Defer(func(goapp.Context) { browser.Fill("cari", s.view.At.Query.Get("q")) })
}

// Render implements the screen.
func (s *Desk) Render() ui.UI {
	at := s.view.At
	text := at.Get("q")
	return draft.Desk(s.house, at, DeskPath, "/meja", words.EditPlaces.In(at.Lang), words.EditPlacesSu.In(at.Lang),
		draft.Tabs(at, DeskPath),
		ui.Find{Action: at.To(DeskPath), Name: "q", Value: text, Label: words.FindPlace.In(at.Lang), Placeholder: words.FindPlace.In(at.Lang),
			Clear: words.Clear.In(at.Lang), ClearHref: at.To(DeskPath), Submit: s.search}.UI(),
		s.list(at))
}

func (s *Desk) search(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	ui.Go(ctx, s.view.At.To(DeskPath, "q", ui.Typed("cari")))
}

func (s *Desk) list(at link.At) ui.UI {
	desk, ok := s.view.Value()
	if !ok {
		if fault := s.view.Fault(); fault != nil {
			return frame.TroublePart(at, fault, flow.Retry(&s.view.Loading, s))
		}
		return ui.SkeletonRows(words.Loading.In(at.Lang), 6)
	}
	var more ui.UI
	if desk.Next != "" {
		more = ui.Button{Label: words.MorePlaces.In(at.Lang), Look: ui.Line, Class: "btn-full", Busy: s.more, Do: s.extend}.UI()
	}
	if len(desk.Items) == 0 {
		return draft.None(at, DeskPath)
	}
	rows := make([]ui.Row, len(desk.Items))
	for i, line := range desk.Items {
		rows[i] = s.row(at, line)
	}
	return ui.Div("stack stack-4",
		ui.With("p", "small soft", ui.Attrs{"role": "status"}, ui.Text(found(at.Lang, desk.Total))),
		flow.Age(at.Lang, s.view.Fault(), s.house.Clock()),
		ui.Rows(rows...), more)
}

func (s *Desk) row(at link.At, line place.DeskLine) ui.Row {
	sub := line.AgencyName
	if text := draft.DraftLine(at.Lang, s.house.Clock(), line.Draft); text != "" {
		sub += " · " + text
	}
	var notes ui.UI
	switch line.Notes {
	case 0:
	case 1:
		notes = ui.Tag("turn", "laporkan-salah", words.NoteWaiting.In(at.Lang))
	default:
		notes = ui.Tag("turn", "laporkan-salah", words.NotesWaiting.In(at.Lang, words.Count(at.Lang, line.Notes)))
	}
	return ui.Row{Href: at.To(DeskPath + "/" + line.ID), Icon: KindIcon(line.Kind), Tone: "plain", Title: line.Name, Sub: sub,
		Tag: ui.Span("bar wrap", draft.StateTag(at.Lang, line.State, false), notes)}
}

func (s *Desk) extend(ctx goapp.Context, _ goapp.Event) {
	desk, _ := s.view.Value()
	asked := s.view.At.String()
	filter := place.DeskFilter{Text: s.view.At.Get("q"), After: desk.Next}
	s.more = true
	flow.Ask(ctx, func(ctx context.Context) (place.Desk, error) { return s.house.Places.Desk(ctx, filter) },
		func(ctx goapp.Context, rest place.Desk, err error) {
			s.more = false
			if s.view.At.String() != asked {
				return
			}
			if err != nil {
				frame.Toast(ctx, flow.Sentence(s.view.At.Lang, err))
				return
			}
			s.view.Change(func(have *place.Desk) {
				have.Items = append(have.Items[:len(have.Items):len(have.Items)], rest.Items...)
				have.Next = rest.Next
			})
		})
}
