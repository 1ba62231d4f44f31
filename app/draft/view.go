package draft

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/words"
)

// Panes is the switch between writing, reading, comparing and looking back.
func (e *Editor[E, C]) Panes() ui.UI {
	lang := e.View.At.Lang
	return ui.Div("panes", ui.Radios{Name: "meja-lihat", Legend: words.EditPanes.In(lang), Value: e.Pane, Look: "seg",
		Choices: []ui.Choice{
			{Value: Write, Label: words.PaneWrite.In(lang)}, {Value: Preview, Label: words.PanePreview.In(lang)},
			{Value: Changes, Label: words.PaneChanges.In(lang)}, {Value: History, Label: words.PaneHistory.In(lang)},
		},
		Change: func(ctx goapp.Context, _ goapp.Event) { e.Pane = ui.Value(ctx) }}.UI())
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
