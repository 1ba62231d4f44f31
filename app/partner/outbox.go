package partner

import (
	"context"
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/draft"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/partner"
	"rumah/shared/words"
)

const dismissDialog = "abaikan-kabar"

// outbox is what BPJS has not heard yet, the failed first.
func (s *Hospital) outbox(l words.Lang, k *known) ui.UI {
	if len(k.box.Items) == 0 {
		say := words.BPJSBoxNone
		if k.h.BaseURL == "" {
			say = words.BPJSBoxOff
		}
		return ui.Section("bpjs-kabar", words.BPJSBox.In(l), nil, troubled(l, s.boxWrong), ui.Banner("plain", "kirim", "", say.In(l)))
	}
	rows := make([]ui.UI, len(k.box.Items))
	for i, letter := range k.box.Items {
		rows[i] = s.letter(l, letter, k.box.Now)
	}
	var hint, more ui.UI
	if k.h.Dead > 0 {
		hint = ui.P("hint", words.BPJSBoxY.In(l))
	}
	if k.box.Next != "" {
		more = ui.Button{Label: words.ShowMore.In(l), Look: ui.Line, Class: "btn-full", Scope: "kabar-lagi", Busy: s.doing == "more", Do: s.more}.UI()
	}
	return ui.Section("bpjs-kabar", words.BPJSBox.In(l), nil, troubled(l, s.boxWrong), hint, ui.List("rows", rows...), more)
}

// letter is one piece of news with what can be done about it.
func (s *Hospital) letter(l words.Lang, letter partner.Letter, now time.Time) ui.UI {
	now = now.In(s.house.City.Location())
	sub := words.BPJSBooking.In(l, letter.Booking, letter.Label) + " · " + words.BPJSHappened.In(l, draft.Ago(l, now, letter.At.In(now.Location())))
	if letter.Tries > 0 {
		sub += " · " + words.BPJSTried.In(l, strconv.Itoa(letter.Tries))
	}
	switch {
	case letter.Error != "":
		sub += ". " + words.BPJSSaid.In(l, letter.Error)
	case letter.Tries > 0:
		sub += ". " + words.BPJSNoAnswer.In(l)
	}
	tag := ui.Tag("bad", "awas", words.BPJSFailed.In(l))
	if letter.Status == partner.Waiting {
		tag = ui.Tag("", "jam", words.BPJSNextTry.In(l, words.Clock(letter.Next.In(now.Location()))))
	}
	scope, aloud := strconv.FormatInt(letter.ID, 10), ": "+letterName(l, letter)+", "+letter.Label
	return ui.Row{Icon: "kirim", Tone: "plain", Title: letterName(l, letter), Sub: sub, Tag: tag}.Acts(
		ui.Button{Label: words.BPJSRetry.In(l), Look: ui.Line, Class: "btn-s", Scope: "ulang" + scope, Busy: s.doing == "retry" && s.asked.ID == letter.ID,
			Attrs: ui.Attrs{"aria-label": words.BPJSRetry.In(l) + aloud}, Do: func(goapp.Context, goapp.Event) {
				s.asked = letter
				s.settle("retry", words.BPJSRetried)
			}}.UI(),
		ui.Button{Label: words.BPJSDismiss.In(l), Look: ui.Quiet, Class: "btn-s", Scope: "abai" + scope,
			Attrs: ui.Attrs{"aria-label": words.BPJSDismiss.In(l) + aloud}, Do: func(ctx goapp.Context, _ goapp.Event) {
				s.asked = letter
				ctx.Defer(func(goapp.Context) { browser.Ask(dismissDialog) })
			}}.UI())
}

// tasks are the steps of a visit as BPJS counts them.
var tasks = map[int]words.T{
	1: words.BPJSTask1, 2: words.BPJSTask2, 3: words.BPJSTask3, 4: words.BPJSTask4,
	5: words.BPJSTask5, 6: words.BPJSTask6, 7: words.BPJSTask7, 99: words.BPJSTask99,
}

// letterName is what a letter tells.
func letterName(l words.Lang, letter partner.Letter) string {
	switch letter.Kind {
	case partner.Added:
		return words.BPJSAdded.In(l)
	case partner.Canceled:
		return words.BPJSCanceled.In(l)
	case partner.Pharmacy:
		return words.BPJSPharmacy.In(l)
	}
	return words.BPJSTaskN.In(l, strconv.Itoa(letter.Task), tasks[letter.Task].In(l))
}

// more asks for the letters behind those that are shown.
func (s *Hospital) more(goapp.Context, goapp.Event) {
	s.ask("more", func(ctx context.Context, k *known) error {
		next, err := s.house.Partner.Outbox(ctx, partner.OutboxOf{Place: k.h.Place, After: k.box.Next})
		k.box = partner.Outbox{Items: append(k.box.Items[:len(k.box.Items):len(k.box.Items)], next.Items...), Next: next.Next, Now: next.Now}
		return err
	}, func(_ goapp.Context, f *fault.Fault) { s.boxWrong = f })
}

// settle tries the letter that was chosen again, or dismisses it.
func (s *Hospital) settle(action string, done words.T) {
	change := partner.Settle{Place: s.place(), Letter: s.asked.ID, Action: action}
	s.ask(action, func(ctx context.Context, k *known) (err error) {
		if k.box, err = s.house.Partner.Settle(ctx, change); err == nil {
			k.h, err = s.house.Partner.Hospital(ctx, partner.PlaceID{Place: change.Place})
		}
		return err
	}, func(ctx goapp.Context, f *fault.Fault) {
		s.boxWrong = f
		if f == nil {
			s.arrived()
			frame.Toast(ctx, done.In(s.view.At.Lang))
			return
		}
		if f.Code == fault.Conflict { // a colleague was faster: the list is old
			s.boxWrong = nil
			frame.Toast(ctx, words.BPJSSettled.In(s.view.At.Lang))
			s.view.Again(ctx, s)
		}
	})
}

// questions are asked before what cannot be undone.
func (s *Hospital) questions(l words.Lang, h partner.Hospital) ui.UI {
	return ui.Div("",
		ui.Dialog(remakeDialog, words.BPJSRemakeQ.In(l), words.BPJSRemakeY.In(l, h.Name), false,
			ui.Button{Label: words.BPJSRemakeYes.In(l), Look: ui.Stop, Class: "btn-full", Scope: "sandi-ya", Do: s.admit}.UI(),
			ui.Button{Label: words.Keep.In(l), Class: "btn-full", Scope: "sandi-batal", Do: ui.CloseDialog(remakeDialog)}.UI()),
		ui.Dialog(dismissDialog, words.BPJSDismissQ.In(l), words.BPJSDismissY.In(l, letterName(l, s.asked), s.asked.Booking), false,
			ui.Button{Label: words.BPJSDismiss.In(l), Look: ui.Stop, Class: "btn-full", Scope: "abai-ya", Do: func(goapp.Context, goapp.Event) {
				browser.Shut(dismissDialog)
				s.settle("dismiss", words.BPJSDismissed)
			}}.UI(),
			ui.Button{Label: words.Keep.In(l), Class: "btn-full", Scope: "abai-batal", Do: ui.CloseDialog(dismissDialog)}.UI()))
}
