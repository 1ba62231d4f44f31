package queue

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/ui"
	"rumah/shared/place"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// deskMost is how many of those who wait are drawn; nobody reads on from
// there, and the field above finds the rest.
const deskMost = 60

func (s *CounterDesk) waiting(l words.Lang, state *queue.State) ui.UI {
	order := deskOrder(state)
	next, _ := state.Next(s.house.Clock())
	var rows []ui.UI
	hidden := 0
	for _, t := range order {
		switch {
		case !deskFits(s.text, state.Prefix, t.Number, s.people[t.Number].Name):
		case len(rows) == deskMost:
			hidden++
		default:
			rows = append(rows, s.line(l, state, t, t.Number == next.Number))
		}
	}
	var rest ui.UI
	switch {
	case len(order) == 0:
		rest = ui.P("pane-body soft", words.CounterNobody.In(l))
	case len(rows) == 0:
		rest = ui.P("pane-body soft", words.CounterNotFound.In(l, s.text))
	case hidden > 0:
		rest = ui.P("pane-body small soft", words.CounterMoreWait.In(l, strconv.Itoa(hidden)))
	}
	return ui.With("section", "pane loket-list", ui.Attrs{"aria-labelledby": "m-tunggu"},
		ui.Div("pane-head", ui.Div("grow bar", ui.H2("m-tunggu", "", words.DeskWaiting.In(l)), ui.Label("h2-count soft num", strconv.Itoa(len(order)))),
			ui.Press("btn btn-soft btn-s", "terbit", ui.Attrs{"aria-keyshortcuts": "N", "title": words.CounterIssueLong.In(l), "disabled": ui.Flag(state.Head.Status.Over())}, s.newIssue,
				ui.IconS("tambah"), ui.Text(words.CounterIssue.In(l)+" "), ui.Kbd("N"))),
		s.finder(l),
		ui.Div("scroll-y grow", ui.List("rows-plain", rows...), rest))
}

// finder calls a number, or finds somebody by name.
func (s *CounterDesk) finder(l words.Lang) ui.UI {
	return ui.Form(s.view.At.To(CountersPath), "get", "loket-find", words.CounterFind.In(l), s.found,
		ui.With("label", "sr", ui.Attrs{"for": findField}, ui.Text(words.CounterFind.In(l))),
		ui.Input(findField, words.CounterFindHint.In(l), s.typed), ui.Kbd("/"))
}

func (s *CounterDesk) typed(ctx goapp.Context, _ goapp.Event) { s.text = ui.Value(ctx) }

// found calls the number that was typed. A name only opens what can be done
// with it: two people may have the same.
func (s *CounterDesk) found(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	state, _ := s.state()
	if state == nil || s.text == "" {
		return
	}
	if n, ok := deskNumber(s.text, state.Prefix); ok {
		s.clear()
		s.do(queue.Act{Action: queue.CallNumber, Number: n}, "")
		return
	}
	for _, t := range deskOrder(state) {
		if deskFits(s.text, state.Prefix, t.Number, s.people[t.Number].Name) {
			s.clear()
			s.pick(ctx, t.Number)
			return
		}
	}
}

// line is one person who waits.
func (s *CounterDesk) line(l words.Lang, state *queue.State, t queue.Ticket, on bool) ui.UI {
	class := "row wait-row"
	attrs := ui.Attrs{}
	if on {
		class, attrs["aria-current"] = "row wait-row row-on", "true"
	}
	name, known := s.people[t.Number], ""
	if name.Name == "" && name.Age <= 0 {
		known = words.CounterNoName.In(l)
	} else {
		known = deskName(l, name)
	}
	where := deskTagOf(t)
	return ui.Press(class, "n"+strconv.Itoa(t.Number), attrs, func(ctx goapp.Context, _ goapp.Event) { s.pick(ctx, t.Number) },
		ui.Label("wait-n strong num", state.Label(t.Number)),
		ui.Span("grow", ui.Label("row-title small", known), ui.Label("row-sub mini", s.waited(l, t))),
		ui.Tag(where.tone, "", where.name.In(l)))
}

// waited is the second line of somebody who waits.
func (s *CounterDesk) waited(l words.Lang, t queue.Ticket) string {
	text := deskMinutes(l, deskMinutesSince(s.now(), t.Taken))
	if at, ok := queue.Booked(t.Slot); ok {
		text = words.CounterSlot.In(l, at.String())
	}
	if t.Lane == queue.Priority {
		text = words.CounterPriority.In(l) + ", " + text
	}
	return text
}

// skipped are those who did not answer and may still come.
func (s *CounterDesk) skipped(l words.Lang, state *queue.State) ui.UI {
	list := deskSkipped(state)
	if len(list) == 0 {
		return nil
	}
	rows := make([]ui.UI, len(list))
	for i, t := range list {
		rows[i] = ui.Press("row wait-row", "l"+strconv.Itoa(t.Number), nil, func(ctx goapp.Context, _ goapp.Event) { s.pick(ctx, t.Number) },
			ui.Label("wait-n strong num", state.Label(t.Number)),
			ui.Span("grow", ui.Label("row-title small", deskName(l, s.people[t.Number])),
				ui.Label("row-sub mini", words.CounterSkippedAgo.In(l, deskMinutes(l, deskMinutesSince(s.now(), t.Since))))), ui.IconGo())
	}
	return ui.With("section", "pane loket-skipped", ui.Attrs{"aria-labelledby": "m-lewat"},
		ui.Div("pane-head", ui.Div("grow bar", ui.H2("m-lewat", "", words.CounterSkipped.In(l)), ui.Label("h2-count soft num", strconv.Itoa(len(list))))),
		ui.Div("scroll-y", ui.List("rows-plain", rows...)))
}

// pick opens what can be done with a number.
func (s *CounterDesk) pick(ctx goapp.Context, number int) {
	s.chosen, s.wrong = number, nil
	s.show(ctx, "nomor")
}

// sheet is what can be done with a number of the list.
func (s *CounterDesk) sheet(l words.Lang, state *queue.State, c queue.Counter) ui.UI {
	n := s.chosen
	t, ok := state.Ticket(n)
	if !ok {
		return ui.Dialog("nomor", words.CounterNumberOver.In(l), words.CounterNumberOverY.In(l), true,
			ui.Button{Label: words.CounterCloseIt.In(l), Look: ui.Line, Class: "btn-full", Scope: "nomor-x", Do: ui.CloseDialog("nomor")}.UI())
	}
	scope := strconv.Itoa(n)
	button := func(a queue.Act, label words.T, icon string, look ui.Look) ui.UI {
		a.Number = n
		return ui.Button{Label: label.In(l, state.Label(n)), Icon: icon, Look: look, Class: "btn-full", Scope: string(a.Action) + scope,
			Busy: s.doing == deskActKey(a), Do: func(goapp.Context, goapp.Event) { s.do(a, "nomor") }}.UI()
	}
	var buttons []ui.UI
	if deskMain(state, c, s.house.Clock()) != queue.Sit && !state.Head.Status.Over() && c.Resting == "" && state.Head.Status == queue.Open {
		buttons = append(buttons, button(queue.Act{Action: queue.CallNumber}, words.DeskCallNext, "panggil", ui.Solid))
	}
	switch t.Stage {
	case queue.Away:
		buttons = append(buttons, button(queue.Act{Action: queue.Back}, words.CounterIsBack, "kembali", ui.Line))
	case queue.Skipped:
		buttons = append(buttons, button(queue.Act{Action: queue.Return, Places: putBackOver}, words.CounterReturn2, "kembali", ui.Line),
			button(queue.Act{Action: queue.NotPresent}, words.CounterAbsent, "tutup", ui.Line))
	case queue.Waiting:
		if !t.Present {
			buttons = append(buttons, button(queue.Act{Action: queue.Arrive}, words.CounterArrive, "centang", ui.Line))
		}
		buttons = append(buttons, button(queue.Act{Action: queue.Out, Places: 3}, words.CounterStepOut, "jeda", ui.Line))
	}
	buttons = append(buttons,
		ui.Button{Label: words.CounterMoveTo.In(l), Icon: "alih", Look: ui.Line, Class: "btn-full", Scope: "alih" + scope, Do: s.choosing(n)}.UI(),
		button(queue.Act{Action: queue.Cancel}, words.CounterCancel, "keluar", ui.Stop),
		s.trouble(l, "nomor"),
		ui.Button{Label: words.CounterCloseIt.In(l), Look: ui.Quiet, Class: "btn-full", Scope: "nomor-x", Do: ui.CloseDialog("nomor")}.UI())
	return ui.Dialog("nomor", state.Label(n)+", "+deskName(l, s.people[n]), deskJoin(deskTagOf(t).name.In(l), s.waited(l, t)), true, buttons...)
}

// returning puts somebody back behind so many people.
func (s *CounterDesk) returning(number, places int, dialog string) goapp.EventHandler {
	return func(goapp.Context, goapp.Event) {
		s.do(queue.Act{Action: queue.Return, Number: number, Places: places}, dialog)
	}
}

// choosing asks to which queue a number goes on.
func (s *CounterDesk) choosing(number int) goapp.EventHandler {
	return func(ctx goapp.Context, _ goapp.Event) {
		s.chosen, s.wrong = number, nil
		browser.Shut("nomor")
		s.show(ctx, "alih")
	}
}

// deskClock writes minutes after midnight: "09.30".
func deskClock(minutes int) string { return place.Minute(minutes).String() }
