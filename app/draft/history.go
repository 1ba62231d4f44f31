package draft

import (
	"context"
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/revision"
	"rumah/shared/words"
)

// changed names the parts in which two contents differ.
func (e *Editor[E, C]) changed(a, b *C) []string {
	var names []string
	lang := e.View.At.Lang
	for _, part := range e.ways.Parts {
		if part.Text(lang, a) != part.Text(lang, b) {
			names = append(names, part.Name.In(lang))
		}
	}
	return names
}

// Differences are what would change for citizens, part by part.
func (e *Editor[E, C]) Differences() ui.UI {
	lang := e.View.At.Lang
	known, _ := e.Known()
	if known.State == revision.Fresh {
		return ui.Banner("plain", "info", "", words.ChangedAll.In(lang))
	}
	names := e.changed(&known.Public, &e.Content)
	if len(names) == 0 {
		return ui.Banner("plain", "centang", "", words.ChangedNone.In(lang))
	}
	body := []ui.UI{ui.P("strong", words.ChangedParts.In(lang, strings.Join(names, ", ")))}
	for _, part := range e.ways.Parts {
		old, now := part.Text(lang, &known.Public), part.Text(lang, &e.Content)
		if old == now {
			continue
		}
		old, now = narrowed(old, now)
		body = append(body, ui.Div("card stack", ui.H3("", part.Name.In(lang)), ui.Div("change",
			side(lang, "change-old", words.ChangedNow, old), side(lang, "change-new", words.ChangedDraft, now))))
	}
	return ui.QuietSection("berubah", words.PaneChanges.In(lang), ui.Div("stack stack-4", body...))
}

func side(lang words.Lang, class string, title words.T, text string) ui.UI {
	if text == "" {
		text = words.EmptyPart.In(lang)
	}
	return ui.Div("stack stack-1 "+class, ui.P("mini strong soft", title.In(lang)), ui.P("small pre", text))
}

// Past is what was public, newest first; preview shows the version that is
// being read, more stands below the list.
func (e *Editor[E, C]) Past(preview func(C) ui.UI, more ui.UI) ui.UI {
	lang := e.View.At.Lang
	if e.older == nil {
		return ui.Div("stack stack-6", e.versions(), more)
	}
	return ui.Div("stack stack-4",
		ui.Banner("plain", "mata", "", words.OlderSay.In(lang, strconv.Itoa(e.number))),
		ui.Div("bar wrap",
			ui.Button{Label: words.RestoreIt.In(lang), Icon: "ulang", Look: ui.Line, Class: "btn-s", Do: e.restore}.UI(),
			ui.Button{Label: words.BackToDraft.In(lang), Look: ui.Quiet, Class: "btn-s", Do: func(goapp.Context, goapp.Event) { e.older = nil }}.UI()),
		preview(*e.older))
}

func (e *Editor[E, C]) versions() ui.UI {
	lang := e.View.At.Lang
	known, _ := e.Known()
	if len(known.History) == 0 {
		return ui.Section("versi", words.HistoryTitle.In(lang), nil, ui.P("soft", words.HistoryNone.In(lang)))
	}
	lines := make([]ui.UI, len(known.History))
	for i, v := range known.History {
		who := words.HistoryPack.In(lang)
		if v.Author != "" {
			who = words.HistoryBy.In(lang, v.Author, v.Publisher)
		}
		day := calendar.DateOf(v.PublishedAt.In(e.house.City.Location()))
		number := strconv.Itoa(v.Number)
		lines[i] = ui.Div("row", ui.Span("grow",
			ui.Label("row-title", words.VersionNo.In(lang, number)+" · "+words.FullDay(lang, day)),
			ui.Label("row-sub", who), ui.Label("row-sub", v.Note)),
			ui.Button{Label: words.ReadIt.In(lang), Look: ui.Line, Class: "btn-s", Busy: e.fetch, Scope: number,
				Attrs: ui.Attrs{"aria-label": words.ReadVersion.In(lang, number)}, Do: e.read(v.Number)}.UI())
	}
	return ui.Section("versi", words.HistoryTitle.In(lang), nil, ui.List("rows", lines...))
}

func (e *Editor[E, C]) read(number int) goapp.EventHandler {
	return func(goapp.Context, goapp.Event) {
		id := e.ID()
		e.fetch = true
		Ask(e, func(ctx context.Context) (C, error) { return e.ways.Version(ctx, id, number) }, func(ctx goapp.Context, c C, err error) {
			e.fetch = false
			if err != nil {
				frame.Toast(ctx, flow.Sentence(e.View.At.Lang, err))
				return
			}
			e.Read(number, c)
		})
	}
}

// Read shows an older version.
func (e *Editor[E, C]) Read(number int, c C) { e.older, e.number = &c, number }

func (e *Editor[E, C]) restore(ctx goapp.Context, _ goapp.Event) {
	if e.older == nil {
		return
	}
	e.Replace(*e.older)
	frame.Toast(ctx, words.Restored.In(e.View.At.Lang, strconv.Itoa(e.number)))
	e.older = nil
}
