package permit

import (
	"context"
	"slices"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/answer"
	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/own"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/document"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/proof"
	"rumah/shared/words"
)

// pdf is what letters are as files.
const pdf = "application/pdf"

// letters are those of the reader, of which some can answer a question
// instead of a photo.
type letters struct {
	asked bool
	items []document.Line
	doing string // the one that is being attached
	fault *fault.Fault
}

// learnLetters asks which there are, once, where a question takes one.
func (s *Application) learnLetters(ctx goapp.Context, v page) {
	takes := func(q *form.Question) bool { return q.Kind == form.Files && slices.Contains(q.Accepts(), pdf) }
	if s.letters.asked || v.Stage != permit.Draft && v.Stage != permit.Returned || !slices.ContainsFunc(s.sheet.Form().All(), takes) {
		return
	}
	s.letters.asked = true
	flow.Ask(ctx, s.House.Documents.Mine, func(_ goapp.Context, mine document.Mine, err error) {
		s.letters.asked, s.letters.items = err == nil, mine.Items
	})
}

// fitting are the letters that a question takes and does not have yet. One
// that holds no more, the office would only send back.
func (s *Application) fitting(q *form.Question) []document.Line {
	today := calendar.DateOf(s.House.Clock())
	there := s.sheet.Answers()[q.ID].Files
	return slices.DeleteFunc(slices.Clone(s.letters.items), func(d document.Line) bool {
		return !slices.Contains(q.Accepts(), pdf) || d.Status != proof.Genuine || d.Until != "" && today > d.Until || d.Size > q.Bytes() ||
			slices.ContainsFunc(there, func(f form.File) bool { return f.Letter == d.ID })
	})
}

// ownLetters is the button that attaches one of them, and the sheet to choose
// from; nothing for who has none.
func (s *Application) ownLetters(q *form.Question) (button, sheet ui.UI) {
	list := s.fitting(q)
	if len(list) == 0 || !browser.Online() {
		return nil, nil
	}
	lang, name := s.At.Lang, answer.FieldID(q.ID)+"-surat"
	rows := make([]ui.UI, len(list))
	for i, d := range list {
		busy := ui.Attrs{}
		if s.letters.doing == d.ID {
			busy["aria-busy"] = "true"
		}
		rows[i] = ui.Press("row", d.ID, busy, func(goapp.Context, goapp.Event) { s.attach(q.ID, d) },
			ui.Span("spot", ui.Icon("berkas")), ui.Span("grow", ui.Label("row-title", d.Title), ui.Label("row-sub", words.PaperFor.In(lang, d.Holder)+" · "+d.Number+" · "+words.FullDay(lang, d.Date))))
	}
	return ui.Button{Label: words.PaperOwn.In(lang), Icon: "perisai", Look: ui.Line, Scope: name, Do: ui.ShowDialog(name)}.UI(),
		ui.Dialog(name, words.PaperOwnAsk.In(lang), words.PaperOwnY.In(lang), true, own.Wrong(lang, s.letters.fault), ui.List("rows", rows...),
			ui.Button{Label: words.Close.In(lang), Look: ui.Quiet, Class: "btn-full", Scope: name, Do: ui.CloseDialog(name)}.UI())
}

// attach puts a letter into an answer.
func (s *Application) attach(id string, d document.Line) {
	v, ok := s.Value()
	if !ok || s.letters.doing != "" {
		return
	}
	s.letters.doing, s.letters.fault = d.ID, nil
	flow.Ask(s.Here, func(ctx context.Context) (form.File, error) {
		return s.House.Documents.Attach(ctx, document.Attach{ID: d.ID, Application: v.ID, Question: id})
	}, func(ctx goapp.Context, f form.File, err error) {
		if s.write.id != v.ID {
			return
		}
		if s.letters.doing, s.letters.fault = "", fault.From(err); err != nil {
			return
		}
		ui.CloseDialog(answer.FieldID(id)+"-surat")(ctx, goapp.Event{})
		s.join(ctx, s.sheet.Form().Question(id), f)
	})
}
