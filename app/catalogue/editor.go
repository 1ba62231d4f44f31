package catalogue

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/draft"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/catalogue"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/words"
)

// Editor is the screen on which one service is written: /meja/layanan/{id}.
type Editor struct {
	goapp.Compo

	house  *house.House
	edit   draft.Editor[catalogue.Edit, catalogue.Content]
	apps   []catalogue.Hit // to choose from
	points []place.Place   // of all agencies, by name; nil until they are there
	reason string          // why the service is withdrawn
}

// EditorPattern is its address.
const EditorPattern = DeskPath + "/{id}"

// NewEditor returns the screen.
func NewEditor(h *house.House) house.Screen {
	return &Editor{house: h, edit: draft.New(h, draft.Ways[catalogue.Edit, catalogue.Content]{
		Pattern: EditorPattern,
		Parts:   parts,
		Check:   (*catalogue.Content).Check,
		Known: func(e catalogue.Edit) draft.Known[catalogue.Content] {
			return draft.Known[catalogue.Content]{State: e.State, Public: e.Public, Drafted: e.Drafted, Draft: e.Draft, History: e.History}
		},
		Load: func(ctx context.Context, id string) (catalogue.Edit, error) {
			return h.Catalogue.Edit(ctx, catalogue.ID{ID: id})
		},
		Save: func(ctx context.Context, id string, save int, note string, content catalogue.Content) (catalogue.Edit, error) {
			return h.Catalogue.Save(ctx, catalogue.SaveDraft{ID: id, Save: save, Note: note, Content: content})
		},
		Discard: func(ctx context.Context, id string, save int) (catalogue.Edit, error) {
			return h.Catalogue.Discard(ctx, catalogue.DraftID{ID: id, Save: save})
		},
		Publish: func(ctx context.Context, id string, save int) (catalogue.Edit, error) {
			return h.Catalogue.Publish(ctx, catalogue.DraftID{ID: id, Save: save})
		},
		Version: func(ctx context.Context, id string, number int) (catalogue.Content, error) {
			return h.Catalogue.Version(ctx, catalogue.VersionID{ID: id, Number: number})
		},
	})}
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
	if name := s.edit.Content.Name; name != "" {
		return name
	}
	return words.EditServices.In(s.edit.View.At.Lang)
}

// Titled implements flow.Titled.
func (s *Editor) Titled(goapp.Context) {
	s.edit.Arrived()
	frame.Titled(s.house, s.edit.View.At, s.Head())
}

// OnNav loads the service the address names.
func (s *Editor) OnNav(ctx goapp.Context) {
	s.edit.Enter(ctx, s)
	draft.Ask(&s.edit, s.house.Catalogue.Topics, func(_ goapp.Context, o catalogue.Overview, err error) {
		if err == nil {
			s.apps = o.Apps
		}
	})
	draft.Ask(&s.edit, s.everywhere, func(_ goapp.Context, points []place.Place, err error) {
		if err == nil {
			s.points = points
		}
	})
}

// everywhere is every service point: a service may be given at all places of
// a kind, which are other agencies'.
func (s *Editor) everywhere(ctx context.Context) (all []place.Place, err error) {
	for filter := (place.Filter{Limit: 100}); ; {
		page, err := s.house.Places.List(ctx, filter)
		if err != nil {
			return nil, err
		}
		all = append(all, page.Items...)
		if filter.After = page.Next; page.Next == "" {
			break
		}
	}
	slices.SortStableFunc(all, func(a, b place.Place) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

// OnDismount keeps what is not saved.
func (s *Editor) OnDismount() { s.edit.Keep() }

// Render implements the screen.
func (s *Editor) Render() ui.UI {
	at := s.edit.View.At
	v, ok := s.edit.View.Value()
	if !ok {
		body := ui.SkeletonPage(words.Loading.In(at.Lang))
		if fault := s.edit.View.Fault(); fault != nil {
			body = frame.TroublePart(at, fault, flow.Retry(&s.edit.View.Loading, s))
		}
		return draft.Desk(s.house, at, DeskPath, DeskPath, words.EditServices.In(at.Lang), "", body)
	}
	var gone ui.UI
	if v.Retired {
		gone = ui.Banner("warn", "keluar", "", words.RetiredSay.In(at.Lang))
	}
	return draft.Desk(s.house, at, DeskPath, DeskPath, s.title(), v.AgencyName,
		ui.Para("bar wrap", draft.StateTag(at.Lang, v.State, v.Retired)), gone,
		s.edit.News(), s.edit.Panes(), s.pane(at, v), s.edit.Bar())
}

func (s *Editor) pane(at link.At, v catalogue.Edit) ui.UI {
	switch s.edit.Pane {
	case draft.Preview:
		return ui.With("section", "stack stack-4", ui.Attrs{"aria-label": words.PanePreview.In(at.Lang)},
			ui.Banner("plain", "mata", "", words.PreviewSay.In(at.Lang)), s.preview(at, v, s.edit.Content))
	case draft.Changes:
		return s.edit.Differences()
	case draft.History:
		return s.past(at, v)
	}
	return s.fields(v)
}

// appName is what an app is called, once the list of them is there.
func (s *Editor) appName(id string) string {
	for _, app := range s.apps {
		if app.ID == id {
			return app.Name
		}
	}
	return id
}

// preview is a content as the page of the service shows it. Hours of places
// are not part of it, so places say no more than their name.
func (s *Editor) preview(at link.At, v catalogue.Edit, c catalogue.Content) ui.UI {
	service := catalogue.Service{ID: v.ID, AgencyID: v.AgencyID, AgencyName: v.AgencyName, Content: c, Since: calendar.DateOf(s.house.Clock())}
	points := s.points
	if points == nil {
		points = v.Places
	}
	for _, p := range points {
		if slices.Contains(c.Places, p.ID) || slices.Contains(c.PlaceKinds, p.Kind) {
			service.Where = append(service.Where, p)
		}
	}
	if c.App != "" {
		service.App = &catalogue.App{ID: c.App, Name: s.appName(c.App)}
	}
	where := noWhere(at.Lang, service)
	if len(service.Where) > 0 {
		rows := make([]ui.Row, 0, fewPlaces)
		for _, p := range service.Where[:min(fewPlaces, len(service.Where))] {
			rows = append(rows, placeRow(at, p))
		}
		where = ui.Section("tempat", words.WhereAndWhen.In(at.Lang), nil, ui.Rows(rows...))
	}
	return ui.Div("preview stack stack-6",
		ui.Div("stack stack-2",
			ui.Para("bar small strong brand", ui.IconS(TopicIcon(c.Topic)), ui.Text(joined(v.AgencyName, TopicName(at.Lang, c.Topic)))),
			ui.P("h-xl strong", c.Name), ui.P("lead soft", c.Summary)),
		body(at, service, where))
}

// past is what was public; below it stands the way out of the catalogue.
func (s *Editor) past(at link.At, v catalogue.Edit) ui.UI {
	var retire ui.UI
	if !v.Retired && len(v.History) > 0 {
		retire = s.retiring(at)
	}
	return s.edit.Past(func(c catalogue.Content) ui.UI { return s.preview(at, v, c) }, retire)
}

// retiring takes the service out of the catalogue, with a reason.
func (s *Editor) retiring(at link.At) ui.UI {
	reason := ui.Field{Name: "reason", Label: words.RetireReason.In(at.Lang), Value: s.reason, Max: 200, Error: s.edit.Wrong("reason"),
		Change: func(ctx goapp.Context, _ goapp.Event) { s.reason = ui.Value(ctx) }}
	return ui.Div("stack",
		ui.Button{Label: words.Retire.In(at.Lang), Look: ui.Stop, Class: "btn-s", Do: ui.ShowDialog("tarik")}.UI(),
		ui.Dialog("tarik", words.RetireAsk.In(at.Lang), words.RetireWhy.In(at.Lang), false, reason.UI(),
			ui.Button{Label: words.Retire.In(at.Lang), Look: ui.Stop, Class: "btn-full", Do: s.retire}.UI(),
			ui.Button{Label: words.RetireKeep.In(at.Lang), Class: "btn-full", Scope: "tarik", Do: ui.CloseDialog("tarik")}.UI()))
}

func (s *Editor) retire(ctx goapp.Context, e goapp.Event) {
	order := catalogue.Retirement{ID: s.edit.ID(), Reason: s.reason}
	if !s.edit.Valid(ctx, order.Check()) {
		return
	}
	ui.CloseDialog("tarik")(ctx, e)
	s.edit.Run("retire", words.RetiredNow, func(ctx context.Context) (catalogue.Edit, error) { return s.house.Catalogue.Retire(ctx, order) })
}
