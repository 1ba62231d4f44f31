package queue

import (
	"context"
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/ui"
	"rumah/shared/api"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// issuing is a number for somebody without a phone.
type issuing struct {
	draft queue.Issue
	key   string // one for all tries, so that a lost answer gives no second number
	busy  bool
	wrong *fault.Fault
	given *queue.Acted
	turn  int
}

// newIssue opens the form, empty.
func (s *CounterDesk) newIssue(ctx goapp.Context, _ goapp.Event) {
	if state, _ := s.state(); state == nil || state.Head.Status.Over() {
		return
	}
	s.issue = issuing{draft: queue.Issue{Lane: queue.Regular, Payer: queue.Other}, turn: s.issue.turn + 1}
	ctx.Defer(func(ctx goapp.Context) {
		browser.Ask("terbit")
		ui.Blank("terbit-nama")
		browser.Focus("terbit-nama")
	})
}

func (s *CounterDesk) issueDialog(at link.At, d queue.Desk, state *queue.State) ui.UI {
	if s.issue.given != nil {
		return ui.Dialog("terbit", words.CounterIssued.In(at.Lang), "", false, s.slip(at.Lang, d, *s.issue.given)...)
	}
	return ui.Dialog("terbit", words.CounterIssueLong.In(at.Lang), words.CounterIssueWhy.In(at.Lang), false, s.issueForm(at, d, state))
}

func (s *CounterDesk) issueForm(at link.At, d queue.Desk, state *queue.State) ui.UI {
	l, draft := at.Lang, &s.issue.draft
	var lanes, grounds, payers, slots, wrong ui.UI
	if state.Head.Priority.Limit != 0 {
		lanes = ui.Radios{Name: "terbit-jalur", Legend: words.CounterLane.In(l), Value: string(draft.Lane), Look: "seg", Choices: []ui.Choice{
			{Value: string(queue.Regular), Label: words.CounterRegular.In(l)}, {Value: string(queue.Priority), Label: words.CounterPriority.In(l)}},
			Change: func(ctx goapp.Context, _ goapp.Event) {
				if draft.Lane = queue.Lane(ui.Value(ctx)); draft.Lane == queue.Regular {
					draft.Ground = ""
				} else if draft.Ground == "" {
					draft.Ground = deskGrounds[0]
				}
			}}.UI()
	}
	if draft.Lane == queue.Priority {
		choices := make([]ui.Choice, len(deskGrounds))
		for i, g := range deskGrounds {
			choices[i] = ui.Choice{Value: g, Label: deskGround(l, g)}
		}
		grounds = ui.Radios{Name: "terbit-alasan", Legend: words.CounterGround.In(l), Value: draft.Ground, Look: "choice", Choices: choices,
			Change: func(ctx goapp.Context, _ goapp.Event) { draft.Ground = ui.Value(ctx) }}.UI()
	}
	if d.Line.Payer {
		payers = ui.Radios{Name: "terbit-bayar", Legend: words.CounterPayer.In(l), Value: string(draft.Payer), Look: "seg", Choices: []ui.Choice{
			{Value: string(queue.Other), Label: words.CounterOther.In(l)}, {Value: string(queue.JKN), Label: words.CounterJKN.In(l)}},
			Change: func(ctx goapp.Context, _ goapp.Event) { draft.Payer = queue.Payer(ui.Value(ctx)) }}.UI()
	}
	if free := state.Slots(s.now().UnixMilli()); len(free) > 0 {
		choices := []ui.Choice{{Value: "0", Label: words.CounterFirstFree.In(l)}}
		for _, slot := range free {
			if slot.Left > 0 {
				choices = append(choices, ui.Choice{Value: strconv.Itoa(queue.Booking(slot.At)), Label: words.CounterSlotLeft.In(l, deskClock(slot.At), strconv.Itoa(slot.Left))})
			}
		}
		slots = ui.Field{Name: "terbit-jam", Label: words.CounterBooked.In(l), Value: strconv.Itoa(draft.Slot), Choices: choices,
			Change: func(ctx goapp.Context, _ goapp.Event) { draft.Slot, _ = strconv.Atoi(ui.Value(ctx)) }}.UI()
	}
	if f := s.issue.wrong; f != nil {
		wrong = ui.With("p", "loket-wrong", ui.Attrs{"role": "alert"}, ui.IconS("awas"), ui.Label("", words.Fault(l, f.Key, "")))
	}
	name := ui.Field{Name: "terbit-nama", Label: words.CounterName.In(l), Hint: words.CounterNameY.In(l), Optional: words.Optional.In(l), Max: 80, Auto: "off", Value: draft.Name,
		Change: func(ctx goapp.Context, _ goapp.Event) { draft.Name = ui.Value(ctx) }}
	return ui.Form(at.To(CountersPath), "post", "stack stack-5", words.CounterIssueLong.In(l), s.give,
		ui.Fresh(s.issue.turn, "stack stack-5", name.UI(), lanes, grounds, payers, slots), wrong,
		ui.Div("stack stack-2", ui.Button{Label: words.CounterIssueGo.In(l), Icon: "tiket", Submit: true, Busy: s.issue.busy, Class: "btn-full"}.UI(), s.closer(l, "terbit")))
}

// deskGrounds are the grounds of the priority lane.
var deskGrounds = []string{"elderly", "disabled", "pregnant", "infant"}

func (s *CounterDesk) give(_ goapp.Context, e goapp.Event) {
	e.PreventDefault()
	if s.issue.busy {
		return
	}
	s.issue.draft.Day = s.dayID()
	draft := s.issue.draft
	if err := draft.Check(); err != nil {
		s.issue.wrong = fault.From(err)
		return
	}
	if s.issue.key == "" {
		s.issue.key = browser.NewKey()
	}
	turn, key := s.issue.turn, s.issue.key
	s.issue.busy, s.issue.wrong = true, nil
	flow.Ask(s.here, func(ctx context.Context) (queue.Acted, error) {
		return s.house.Queue.Issue(api.WithKey(ctx, key), draft)
	}, func(ctx goapp.Context, got queue.Acted, err error) {
		if err == nil && s.dayID() == draft.Day {
			s.took(ctx, got)
		}
		if turn != s.issue.turn {
			return
		}
		s.issue.busy, s.issue.wrong = false, fault.From(err)
		if err == nil {
			s.issue.given = &got
			ctx.Defer(func(goapp.Context) { browser.Focus("terbit-cetak") })
		} else if f := s.issue.wrong; f.Code == fault.Invalid || f.Code == fault.Conflict {
			s.issue.key = ""
		}
	})
}

// slip is the number that was given, to be read out and to be printed.
func (s *CounterDesk) slip(l words.Lang, d queue.Desk, got queue.Acted) []ui.UI {
	return []ui.UI{
		s.paper(l, d, got),
		ui.Div("stack stack-2",
			ui.Button{Label: words.CounterPrint.In(l), Icon: "berkas", Class: "btn-full", Attrs: ui.Attrs{"id": "terbit-cetak"}, Do: func(goapp.Context, goapp.Event) { browser.Print() }}.UI(),
			ui.Button{Label: words.CounterIssueMore.In(l), Icon: "tambah", Look: ui.Line, Class: "btn-full", Scope: "lagi", Do: s.newIssue}.UI(),
			s.closer(l, "terbit")),
	}
}

// printed is the same slip in the page itself: what a dialog shows lies above
// the page, and printers cannot be told the size of its paper.
func (s *CounterDesk) printed(l words.Lang, d queue.Desk) ui.UI {
	if s.issue.given == nil {
		return nil
	}
	return ui.With("div", "slip-paper", ui.Attrs{"aria-hidden": "true"}, s.paper(l, d, *s.issue.given))
}

func (s *CounterDesk) paper(l words.Lang, d queue.Desk, got queue.Acted) ui.UI {
	number := 0
	if len(got.People) > 0 {
		number = got.People[0].Number
	}
	follow := got.Link
	if strings.HasPrefix(follow, "/") {
		follow = browser.Origin() + follow
	}
	var code ui.UI
	if follow != "" {
		code = ui.Div("stack stack-1 center", ui.Div("code-hold", deskCode(follow, words.CounterFollow.In(l))), ui.P("small", words.CounterFollow.In(l)))
	}
	lane := ""
	if len(got.People) > 0 && got.People[0].Ground != "" {
		lane = words.CounterPriority.In(l)
	}
	label := queue.Label(d.Line.Prefix, number)
	return ui.Div("slip stack center",
		ui.P("strong", d.Place.Name), ui.P("soft", deskJoin(d.Line.Name, d.Line.Who)),
		ui.P("slip-no num"+labelLong(label), label),
		ui.P("strong", deskJoin(lane, words.CounterAhead.In(l, strconv.Itoa(got.Ahead)))),
		code,
		ui.P("small soft num", words.Day(l, d.Line.Date)+", "+words.Clock(s.now())))
}
