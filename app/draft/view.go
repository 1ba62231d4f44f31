package draft

import (
	"strconv"
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/revision"
	"rumah/shared/words"
)

// Panes is the switch between writing, reading, comparing and looking back.
func (e *Editor[E, C]) Panes() ui.UI {
	lang := e.View.At.Lang
	return ui.Radios{Name: "meja-lihat", Legend: words.EditPanes.In(lang), Value: e.Pane, Look: "seg",
		Choices: []ui.Choice{
			{Value: Write, Label: words.PaneWrite.In(lang)}, {Value: Preview, Label: words.PanePreview.In(lang)},
			{Value: Changes, Label: words.PaneChanges.In(lang)}, {Value: History, Label: words.PaneHistory.In(lang)},
		},
		Change: func(ctx goapp.Context, _ goapp.Event) { e.Pane = ui.Value(ctx) }}.UI()
}

// News is what must be known before going on: somebody was faster, something
// is wrong, or old writing came back.
func (e *Editor[E, C]) News() ui.UI {
	lang := e.View.At.Lang
	switch {
	case e.theirs != nil:
		return e.meanwhile(*e.theirs)
	case e.fault != nil && e.fault.Code == fault.Invalid:
		return ui.Banner("bad", "awas", "", words.FixMarked.In(lang))
	case e.fault != nil && e.fault.Code == fault.Offline:
		return ui.Banner("warn", "luring", "", words.Fault(lang, e.fault.Key, ""))
	case e.fault != nil:
		return ui.Banner("bad", "awas", "", words.Fault(lang, e.fault.Key, ""))
	case e.kept:
		return ui.Banner("plain", "pena", "", words.Kept.In(lang))
	}
	return flow.Age(lang, e.View.Fault(), e.house.Clock())
}

func (e *Editor[E, C]) meanwhile(theirs Known[C]) ui.UI {
	lang := e.View.At.Lang
	title := words.MeanwhileGone.In(lang)
	if d := theirs.Draft; d != nil {
		title = words.MeanwhileWho.In(lang, d.Author, Ago(lang, e.house.Clock(), d.At))
	}
	different := ""
	if names := e.changed(&theirs.Drafted, &e.Content); len(names) > 0 {
		different = " " + words.MeanwhileDif.In(lang, strings.Join(names, ", ")) + "."
	}
	return ui.Banner("bad", "awas", title, words.MeanwhileY.In(lang)+different,
		ui.Field{Name: "tulisan-saya", Label: words.MyText.In(lang), Value: e.mine(theirs), Long: true, ReadOnly: true}.UI(),
		ui.Div("bar wrap",
			ui.Button{Label: words.CopyMine.In(lang), Icon: "salin", Look: ui.Line, Class: "btn-s", Do: e.copyMine}.UI(),
			ui.Button{Label: words.TakeTheirs.In(lang), Icon: "ulang", Class: "btn-s", Do: e.takeTheirs}.UI()))
}

// mine is what differs in the own writing, as a text to keep elsewhere.
func (e *Editor[E, C]) mine(theirs Known[C]) string {
	lang := e.View.At.Lang
	var b strings.Builder
	for _, part := range e.ways.Parts {
		if text := part.Text(lang, &e.Content); text != part.Text(lang, &theirs.Drafted) {
			b.WriteString(part.Name.In(lang) + ":\n" + text + "\n\n")
		}
	}
	return strings.TrimSpace(b.String())
}

func (e *Editor[E, C]) copyMine(ctx goapp.Context, _ goapp.Event) {
	if e.theirs != nil {
		browser.Copy(e.mine(*e.theirs), func(bool) {})
		frame.Toast(ctx, words.Copied.In(e.View.At.Lang))
	}
}

func (e *Editor[E, C]) takeTheirs(goapp.Context, goapp.Event) {
	if e.theirs != nil {
		e.begin(*e.theirs)
	}
}

// Bar stands below the fields: how the draft stands and what can be done.
func (e *Editor[E, C]) Bar() ui.UI {
	lang := e.View.At.Lang
	known, _ := e.Known()
	reason := e.cannotPublish(known)
	var discard, why ui.UI
	said := ui.Attrs{}
	if known.Draft != nil || e.dirty {
		discard = ui.Button{Label: words.Discard.In(lang), Look: ui.Quiet, Class: "btn-s", Busy: e.doing == "discard", Do: ui.ShowDialog("buang")}.UI()
	}
	if known.Draft != nil && reason != "" {
		said["aria-describedby"] = "terbit-sebab"
		why = ui.With("p", "mini soft", ui.Attrs{"id": "terbit-sebab"}, ui.Text(reason))
	}
	return ui.Div("edit-bar",
		ui.Div("edit-say", ui.With("p", "small strong", ui.Attrs{"role": "status"}, ui.Text(e.standing(known))), why),
		ui.Div("bar wrap edit-acts", discard,
			ui.Button{Label: words.Publish.In(lang), Look: ui.Line, Class: "btn-s", Disabled: reason != "", Busy: e.doing == "publish",
				Attrs: said, Do: e.publish}.UI(),
			ui.Button{Label: words.SaveDraft.In(lang), Class: "btn-s", Disabled: !e.dirty || e.theirs != nil, Busy: e.doing == "save", Do: e.saveDraft}.UI()),
		ui.Dialog("buang", words.DiscardAsk.In(lang), words.DiscardWhy.In(lang), false,
			ui.Button{Label: words.Discard.In(lang), Look: ui.Stop, Class: "btn-full", Do: e.discard}.UI(),
			ui.Button{Label: words.DiscardKeep.In(lang), Class: "btn-full", Scope: "buang", Do: ui.CloseDialog("buang")}.UI()))
}

func (e *Editor[E, C]) standing(known Known[C]) string {
	lang := e.View.At.Lang
	switch {
	case e.dirty:
		return words.Unsaved.In(lang)
	case known.Draft == nil:
		return words.NoDraft.In(lang)
	}
	return DraftLine(lang, e.house.Clock(), known.Draft)
}

// cannotPublish is why the draft cannot be published now; "" when it can.
func (e *Editor[E, C]) cannotPublish(known Known[C]) string {
	lang := e.View.At.Lang
	switch {
	case known.Draft == nil:
		return words.PublishNone.In(lang)
	case e.dirty:
		return words.PublishSave.In(lang)
	case known.Draft.Own:
		return words.PublishOwn.In(lang)
	}
	return ""
}

// NoteField is what changed, for the colleague who publishes.
func (e *Editor[E, C]) NoteField() ui.UI {
	lang := e.View.At.Lang
	return e.Text(ui.Field{Name: "note", Label: words.ChangeNote.In(lang), Hint: words.ChangeNoteY.In(lang), Optional: words.Optional.In(lang), Max: 200},
		func() *string { return &e.Note })
}

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
// one of them, nil where older ones cannot be read.
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
		var act ui.UI
		if read != nil {
			act = read(v.Number)
		}
		lines[i] = ui.Div("row", ui.Span("grow",
			ui.Label("row-title", words.VersionNo.In(lang, strconv.Itoa(v.Number))+" · "+words.FullDay(lang, day)),
			ui.Label("row-sub", who), ui.Label("row-sub", v.Note)), act)
	}
	return ui.Section("versi", words.HistoryTitle.In(lang), nil, ui.List("rows", lines...))
}

// StateTag tells how something stands, in a word.
func StateTag(lang words.Lang, state revision.State, retired bool) ui.UI {
	switch {
	case retired:
		return ui.Tag("bad", "keluar", words.StateRetired.In(lang))
	case state == revision.Drafted:
		return ui.Tag("wait", "pena", words.StateDrafted.In(lang))
	case state == revision.Fresh:
		return ui.Tag("info", "pena", words.StateFresh.In(lang))
	}
	return ui.Tag("good", "centang", words.StatePublished.In(lang))
}

// DraftLine says whose draft it is and from when; "" for none.
func DraftLine(lang words.Lang, now time.Time, d *revision.Draft) string {
	switch {
	case d == nil:
		return ""
	case d.Own:
		return words.DraftOwn.In(lang, Ago(lang, now, d.At))
	}
	return words.DraftBy.In(lang, d.Author, Ago(lang, now, d.At))
}

// Ago says how long ago something was, and its day when that is long.
func Ago(lang words.Lang, now, t time.Time) string {
	switch d := now.Sub(t); {
	case d < time.Minute:
		return words.AgoNow.In(lang)
	case d < 2*time.Minute:
		return words.AgoMinute.In(lang)
	case d < time.Hour:
		return words.AgoMinutes.In(lang, strconv.Itoa(int(d/time.Minute)))
	case d < 2*time.Hour:
		return words.AgoHour.In(lang)
	case d < 12*time.Hour:
		return words.AgoHours.In(lang, strconv.Itoa(int(d/time.Hour)))
	}
	return words.DayMonth(lang, calendar.DateOf(t.In(now.Location()))) + " " + words.Clock(t.In(now.Location()))
}

// YesNo is a switch as a text.
func YesNo(lang words.Lang, on bool) string {
	if on {
		return words.YesWord.In(lang)
	}
	return words.NoWord.In(lang)
}
