package queue

import (
	"context"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// press does what a key asks for.
func (s *CounterDesk) press(ctx goapp.Context, w wish, name string) {
	state, c := s.state()
	if state == nil || c.ID == "" {
		return
	}
	s.wrong = nil
	t, _ := state.Ticket(c.Number)
	switch w {
	case wishMain:
		s.main(ctx, goapp.Event{})
	case wishFind, wishDigit:
		s.begin(ctx, w, name)
	case wishClear:
		s.clear()
	case wishIssue:
		s.newIssue(ctx, goapp.Event{})
	case wishPause:
		if c.Seated {
			s.show(ctx, "tunda")
		}
	case wishMore:
		s.show(ctx, "lain")
	case wishHelp:
		s.show(ctx, "tombol")
	case wishMove:
		if t.Stage.AtCounter() {
			s.chosen = t.Number
			s.show(ctx, "alih")
		}
	case wish(queue.Undo):
		if !s.undo.IsZero() {
			s.do(queue.Act{Action: queue.Undo}, "")
		}
	default:
		if a := queue.Action(w); deskCan(a, t.Stage) {
			s.do(queue.Act{Action: a, Number: t.Number}, "")
		}
	}
}

// begin goes to the field for a number or a name.
func (s *CounterDesk) begin(ctx goapp.Context, w wish, digit string) {
	if w == wishDigit {
		browser.Fill(findField, digit)
		s.text = digit
	}
	browser.Focus(findField)
}

// clear empties that field and leaves it.
func (s *CounterDesk) clear() {
	s.text = ""
	ui.Blank(findField)
	browser.Focus(bigButton)
}

// bigButton is the id of the button that does what is next.
const bigButton = "berikut"

// main does what is next.
func (s *CounterDesk) main(goapp.Context, goapp.Event) {
	state, c := s.state()
	if state == nil {
		return
	}
	switch a := deskMain(state, c, s.house.Clock()); a {
	case mainNobody, mainAbsent, mainOver:
	case queue.CallNext:
		if !s.now().Before(s.calm) {
			s.do(queue.Act{Action: a}, "")
		}
	default:
		s.do(queue.Act{Action: a}, "")
	}
}

// acting is do as a handler.
func (s *CounterDesk) acting(a queue.Action, number int) goapp.EventHandler {
	return func(goapp.Context, goapp.Event) { s.do(queue.Act{Action: a, Number: number}, "") }
}

// deskActKey names an act, so that its button shows that it is on its way.
func deskActKey(a queue.Act) string { return string(a.Action) + a.To }

// do asks the server for one act at this counter. The dialog it was asked in
// closes when it is done; what went wrong is said there, or below the button.
func (s *CounterDesk) do(a queue.Act, dialog string) {
	state, _ := s.state()
	if s.doing != "" || state == nil {
		return
	}
	a.Day, a.Counter, a.Version = state.Day, s.counterID(), state.Version
	s.doing, s.wrong, s.spot = deskActKey(a), nil, dialog
	number := a.Number
	if next, ok := state.Next(s.house.Clock()); ok && a.Action == queue.CallNext {
		number = next.Number
	}
	flow.Ask(s.here, func(ctx context.Context) (queue.Acted, error) { return s.house.Queue.Act(ctx, a) },
		func(ctx goapp.Context, got queue.Acted, err error) {
			s.doing = ""
			if s.dayID() != a.Day {
				return
			}
			if err != nil {
				s.failed(ctx, fault.From(err))
				return
			}
			s.took(ctx, got)
			s.said(got, a, number)
			if dialog != "" {
				browser.Shut(dialog)
			}
			if a.Action == queue.Leave {
				browser.Keep(lastSeat, "")
				ui.Go(ctx, s.view.At.To(CountersPath))
				return
			}
			ctx.Defer(func(ctx goapp.Context) {
				s.clocks(ctx)
				browser.Focus(bigButton)
			})
		})
}

// failed says why not. Who was late sees at once how it is now.
func (s *CounterDesk) failed(ctx goapp.Context, f *fault.Fault) {
	s.wrong = f
	if f.Code == fault.Conflict || f.Code == fault.Unknown {
		s.askAgain(ctx)
	}
}

// took takes over what came of an act. What others did just before it is on
// its way too, where news come by themselves.
func (s *CounterDesk) took(ctx goapp.Context, got queue.Acted) {
	if _, err := s.news.heed(s.dayID(), got.Events); err != nil && !s.news.live() {
		s.askAgain(ctx)
	}
	s.meet(got.People)
	s.heard(got.Now)
}

// deskDid are the words for what was done, with its number.
var deskDid = map[queue.Action]words.T{
	queue.CallNext: words.CounterDidCall, queue.CallNumber: words.CounterDidCall, queue.Finish: words.CounterDidFinish, queue.Skip: words.CounterDidSkip,
	queue.NotPresent: words.CounterDidAbsent, queue.Return: words.CounterDidReturn, queue.Move: words.CounterDidMoveTo, queue.Begin: words.CounterDidBegin,
}

// said shows what was done for as long as it can be taken back, and whom the
// officer speaks to before they go.
func (s *CounterDesk) said(got queue.Acted, a queue.Act, number int) {
	s.undo, s.did, s.held = time.Time{}, "", deskHeld(got.People)
	l := s.view.At.Lang
	if t, ok := deskDid[a.Action]; ok && got.Undo > 0 {
		s.undo = s.now().Add(queue.UndoFor)
		if until := got.Undo - s.now().UnixMilli(); until < queue.UndoFor.Milliseconds() {
			s.undo = s.now().Add(time.Duration(until) * time.Millisecond)
		}
		state, _ := s.state()
		s.did = t.In(l, state.Label(number), s.beside(a.To))
	}
	switch a.Action {
	case queue.CallNext, queue.CallNumber:
		s.calm = s.now().Add(secondTap)
	case queue.Undo: // whoever took a call back means the next one
		s.calm = time.Time{}
	}
}

// beside is the name of another queue of the place.
func (s *CounterDesk) beside(day string) string {
	d, _ := s.view.Value()
	for _, q := range d.Near {
		if q.Line.Day == day {
			return q.Line.Name
		}
	}
	return ""
}

// undoBar takes back the last act while that is possible.
func (s *CounterDesk) undoBar(l words.Lang) ui.UI {
	if s.did == "" || !s.now().Before(s.undo) {
		return ui.With("div", "undo-hold", ui.Attrs{"role": "status"})
	}
	return ui.With("div", "undo-hold", ui.Attrs{"role": "status"}, ui.Div("undo-bar", ui.Label("grow", s.did),
		ui.Press("btn btn-s undo-btn", "urung", ui.Attrs{"aria-keyshortcuts": "Z", "aria-busy": deskBusy(s.doing == string(queue.Undo))}, s.acting(queue.Undo, 0),
			ui.IconS("ulang"), ui.Text(words.CounterUndo.In(l)+" "), ui.With("span", "num", ui.Attrs{"id": "sisa", "aria-hidden": "true"}, ui.Text(s.left())), ui.Kbd("Z"))))
}

// deskBusy is aria-busy of a button.
func deskBusy(on bool) string {
	if on {
		return "true"
	}
	return ""
}

// trouble is why an act did not happen, beside the button that asked for it.
func (s *CounterDesk) trouble(l words.Lang, spot string) ui.UI {
	if s.wrong == nil || s.spot != spot {
		return nil
	}
	return ui.With("p", "loket-wrong", ui.Attrs{"role": "alert"}, ui.IconS("awas"), ui.Label("", words.Fault(l, s.wrong.Key, "")))
}
