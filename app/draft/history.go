package draft

import (
	"strconv"
	"strings"

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
		body = append(body, ui.Div("card stack", ui.H3("", part.Name.In(lang)), ui.Div("change",
			side(lang, "change-old", words.ChangedNow, old), side(lang, "change-new", words.ChangedDraft, now))))
	}
	return ui.Div("stack stack-4", body...)
}

func side(lang words.Lang, class string, title words.T, text string) ui.UI {
	if text == "" {
		text = words.EmptyPart.In(lang)
	}
	return ui.Div("stack stack-1 "+class, ui.P("mini strong soft", title.In(lang)), ui.P("small pre", text))
}

// Versions are what was public, newest first. read is the button that opens
// one of them.
func (e *Editor[E, C]) Versions(read func(number int) ui.UI) ui.UI {
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
		lines[i] = ui.Div("row", ui.Span("grow",
			ui.Label("row-title", words.VersionNo.In(lang, strconv.Itoa(v.Number))+" · "+words.FullDay(lang, day)),
			ui.Label("row-sub", who), ui.Label("row-sub", v.Note)), read(v.Number))
	}
	return ui.Section("versi", words.HistoryTitle.In(lang), nil, ui.List("rows", lines...))
}
