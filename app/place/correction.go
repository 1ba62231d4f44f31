package place

import (
	"context"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/words"
)

// Answer shows what is wrong with a note that the browser sent without our
// program, beside what was written.
func (s *Detail) Answer(draft place.NewCorrection, err error) {
	s.note.Answer(draft, err)
	s.writing = true
}

// ReceiptKey is the query value that carries the receipt of a note sent
// without our program: the page after it can be loaded again without sending
// it again.
const ReceiptKey = "catatan"

// receipt is the number of the note that was sent; "" before that.
func (s *Detail) receipt(at link.At) string {
	if r := s.note.Receipt(); r != nil {
		return r.Code
	}
	code := at.Get(ReceiptKey)
	if len(code) != len("K-7F3Q") || code[:2] != "K-" || strings.Trim(code[2:], "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != "" {
		return ""
	}
	return code
}

// correction is the note a citizen leaves when a fact is wrong.
func (s *Detail) correction(at link.At, d place.Detail) ui.UI {
	if code := s.receipt(at); code != "" {
		return ui.With("section", "sec", ui.Attrs{"aria-labelledby": "salah", "id": "catatan"},
			ui.H2("salah", "sr", words.WrongFact.In(at.Lang)),
			ui.Banner("good", "beres", words.WrongThanks.In(at.Lang), words.WrongReceipt.In(at.Lang, code)))
	}
	return ui.Fold("catatan", "salah", words.WrongFact.In(at.Lang), words.WrongFactWhy.In(at.Lang), s.writing, s.form(at))
}

func (s *Detail) form(at link.At) ui.UI {
	lang := at.Lang
	draft := &s.note.Draft
	wrong := func(name string) string {
		key, bound := s.note.Wrong(name)
		if key == "" {
			return ""
		}
		return words.Fault(lang, key, bound)
	}
	edit := func(name string, set func(string)) goapp.EventHandler {
		return func(ctx goapp.Context, _ goapp.Event) {
			set(ui.Value(ctx))
			s.note.Edited(name)
			s.writing = true
		}
	}
	return ui.Form(at.To(at.Path)+"#catatan", "post", "stack stack-5", words.WrongFact.In(lang), s.send,
		s.trouble(lang),
		ui.Radios{Name: "about", Legend: words.WrongWhat.In(lang), Value: draft.About, Error: wrong("about"), Look: "choice",
			Choices: []ui.Choice{
				{Value: "hours", Label: words.WrongHours.In(lang), Icon: "jam"},
				{Value: "address", Label: words.WrongAddress.In(lang), Icon: "pin"},
				{Value: "phone", Label: words.WrongPhone.In(lang), Icon: "telepon"},
				{Value: "closed", Label: words.WrongClosed.In(lang), Icon: "keluar"},
				{Value: "other", Label: words.WrongOther.In(lang), Icon: "lainnya"},
			}, Change: edit("about", func(v string) { draft.About = v })}.UI(),
		ui.Field{Name: "text", Label: words.WrongText.In(lang), Hint: words.WrongTextHint.In(lang), Error: wrong("text"),
			Value: draft.Text, Long: true, Max: 500, Change: edit("text", func(v string) { draft.Text = v })}.UI(),
		ui.Field{Name: "phone", Label: words.WrongPhoneLabel.In(lang), Optional: words.Optional.In(lang), Hint: words.WrongPhoneHint.In(lang),
			Error: wrong("phone"), Value: draft.Phone, Type: "tel", Auto: "tel", Mode: "tel", Max: 20,
			Change: edit("phone", func(v string) { draft.Phone = v })}.UI(),
		ui.Button{Label: words.WrongSend.In(lang), Submit: true, Busy: s.note.Busy(), Class: "btn-full"}.UI())
}

// trouble is what went wrong with the whole note, not with one field.
func (s *Detail) trouble(lang words.Lang) ui.UI {
	f := s.note.Fault()
	if f == nil {
		return nil
	}
	tone := "bad"
	if f.Code == fault.Offline {
		tone = "warn"
	}
	return ui.Banner(tone, "awas", "", words.Fault(lang, f.Key, ""))
}

func (s *Detail) send(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	s.writing = true
	s.note.Draft.ID, _ = s.view.At.Match(DetailPattern)
	s.note.Send(ctx, s.note.Draft.Check, func(ctx context.Context, c place.NewCorrection) (place.Correction, error) {
		return s.house.Places.Correct(ctx, c)
	})
}
