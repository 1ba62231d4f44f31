package place

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
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/words"
)

// Editor is the screen on which one place is written: /meja/tempat/{id}.
type Editor struct {
	goapp.Compo

	house *house.House
	edit  draft.Editor[place.Edit, place.Content]
}

// EditorPattern is its address.
const EditorPattern = DeskPath + "/{id}"

// NewEditor returns the screen.
func NewEditor(h *house.House) house.Screen {
	return &Editor{house: h, edit: draft.New(h, draft.Ways[place.Edit, place.Content]{
		Pattern: EditorPattern,
		Parts:   parts,
		Check:   check,
		Known: func(e place.Edit) draft.Known[place.Content] {
			return draft.Known[place.Content]{State: e.State, Public: e.Public, Drafted: e.Drafted, Draft: e.Draft, History: e.History}
		},
		Load: func(ctx context.Context, id string) (place.Edit, error) {
			return h.Places.Edit(ctx, place.ID{ID: id})
		},
		Save: func(ctx context.Context, id string, save int, note string, content place.Content) (place.Edit, error) {
			slices.SortFunc(content.Week, bySpan)
			return h.Places.Save(ctx, place.SaveDraft{ID: id, Save: save, Note: note, Content: content})
		},
		Discard: func(ctx context.Context, id string, save int) (place.Edit, error) {
			return h.Places.Discard(ctx, place.DraftID{ID: id, Save: save})
		},
		Publish: func(ctx context.Context, id string, save int) (place.Edit, error) {
			return h.Places.Publish(ctx, place.DraftID{ID: id, Save: save})
		},
		Version: func(ctx context.Context, id string, number int) (place.Content, error) {
			return h.Places.Version(ctx, place.VersionID{ID: id, Number: number})
		},
	})}
}

func check(c *place.Content) error { return c.Check() }

// parts are the components of a place as texts.
var parts = []draft.Part[place.Content]{
	{Name: words.PlaceName, Text: func(_ words.Lang, c *place.Content) string { return c.Name }},
	{Name: words.PlaceAddress, Text: func(_ words.Lang, c *place.Content) string { return c.Address }},
	{Name: words.PlacePhone, Text: func(_ words.Lang, c *place.Content) string { return c.Phone }},
	{Name: words.PartAliases, Text: func(_ words.Lang, c *place.Content) string { return strings.Join(c.Aliases, "\n") }},
	{Name: words.Hours, Text: weekText},
	{Name: words.OpenHoliday, Text: func(l words.Lang, c *place.Content) string { return draft.YesNo(l, c.OnHoliday) }},
	{Name: words.OpenLeave, Text: func(l words.Lang, c *place.Content) string { return draft.YesNo(l, c.OnLeave) }},
	{Name: words.HoursSure, Text: func(l words.Lang, c *place.Content) string { return draft.YesNo(l, c.Confirmed) }},
}

func weekText(lang words.Lang, c *place.Content) string {
	var b strings.Builder
	for _, day := range schedule(*c).Days() {
		b.WriteString(words.Weekday(lang, day.Day) + " " + spans(lang, day) + "\n")
	}
	return strings.TrimSpace(b.String())
}

// schedule is a content as the pages of places read hours.
func schedule(c place.Content) place.Schedule {
	week := slices.Clone(c.Week)
	slices.SortFunc(week, bySpan)
	return place.Schedule{Confirmed: c.Confirmed, OnHoliday: c.OnHoliday, OnLeave: c.OnLeave, Week: week}
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
	return words.EditPlaces.In(s.edit.View.At.Lang)
}

// Titled implements flow.Titled.
func (s *Editor) Titled(goapp.Context) {
	s.edit.Arrived()
	frame.Titled(s.house, s.edit.View.At, s.Head())
}

// OnNav loads the place the address names.
func (s *Editor) OnNav(ctx goapp.Context) {
	s.edit.Enter(ctx, s)
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
		return draft.Desk(s.house, at, DeskPath, DeskPath, words.EditPlaces.In(at.Lang), "", body)
	}
	return draft.Desk(s.house, at, DeskPath, DeskPath, s.title(), v.AgencyName,
		ui.Para("bar wrap", draft.StateTag(at.Lang, v.State, false)),
		s.edit.News(), s.notes(at, v.Notes), s.edit.Panes(), s.pane(at, v), s.edit.Bar())
}

func (s *Editor) pane(at link.At, v place.Edit) ui.UI {
	switch s.edit.Pane {
	case draft.Preview:
		return ui.With("section", "stack stack-4", ui.Attrs{"aria-label": words.PanePreview.In(at.Lang)},
			ui.Banner("plain", "mata", "", words.PreviewSay.In(at.Lang)), s.preview(at, v, s.edit.Content))
	case draft.Changes:
		return s.edit.Differences()
	case draft.History:
		return s.edit.Past(func(c place.Content) ui.UI { return s.preview(at, v, c) }, nil)
	}
	return s.fields(at.Lang)
}

// preview is a content as the page of the place shows it, from the same parts.
func (s *Editor) preview(at link.At, v place.Edit, c place.Content) ui.UI {
	page := Detail{house: s.house}
	detail := place.Detail{Schedule: schedule(c), Place: place.Place{ID: v.ID, Name: c.Name, Kind: v.Kind, AgencyName: v.AgencyName,
		Address: c.Address, Phone: c.Phone, Precision: place.Nowhere}}
	return ui.Div("preview stack stack-6",
		ui.Div("stack stack-2",
			ui.Para("bar small strong brand", ui.IconS(KindIcon(v.Kind)), ui.Text(KindName(at.Lang, v.Kind))),
			ui.P("h-xl strong", c.Name),
			ui.Para("bar wrap", StatusTag(at.Lang, detail.Schedule, calendar.Days{}, s.house.Clock()))),
		page.hours(at, detail), page.facts(at, detail))
}

// notes are what citizens say is wrong, oldest first.
func (s *Editor) notes(at link.At, notes []place.Note) ui.UI {
	if len(notes) == 0 {
		return nil
	}
	lines := make([]ui.UI, len(notes))
	for i, note := range notes {
		var back ui.UI
		if note.Phone != "" {
			back = ui.Link("tel:"+note.Phone, "small num", ui.Text(words.AskBack.In(at.Lang, spell(note.Phone))))
		}
		lines[i] = ui.Div("row top", ui.Div("grow stack stack-1",
			ui.Label("row-title", about[note.About].In(at.Lang)),
			ui.Label("", note.Text),
			ui.Label("row-sub", note.Code+" · "+draft.Ago(at.Lang, s.house.Clock(), note.At)), back),
			ui.Button{Label: words.SettleNote.In(at.Lang), Look: ui.Line, Class: "btn-s", Scope: note.Code, Do: s.settle(note.Code),
				Attrs: ui.Attrs{"aria-label": words.SettleOne.In(at.Lang, note.Code)}}.UI())
	}
	return ui.Section("catatan-warga", words.CitizenNotes.In(at.Lang), nil, ui.List("rows", lines...))
}

var about = map[string]words.T{
	"hours": words.WrongHours, "address": words.WrongAddress, "phone": words.WrongPhone, "closed": words.WrongClosed, "other": words.WrongOther,
}

func (s *Editor) settle(code string) goapp.EventHandler {
	return func(goapp.Context, goapp.Event) {
		note := place.NoteID{ID: s.edit.ID(), Code: code}
		s.edit.Beside(words.NoteSettled, func(ctx context.Context) (place.Edit, error) { return s.house.Places.Settle(ctx, note) })
	}
}
