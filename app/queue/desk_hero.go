package queue

import (
	"strconv"
	"time"

	"rumah/app/ui"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// hero is who is at the counter and the one thing that is next.
func (s *CounterDesk) hero(l words.Lang, state *queue.State, c queue.Counter) ui.UI {
	title, number, who, clock := s.standing(l, state, c)
	return ui.With("section", "call-card deep loket-hero", ui.Attrs{"aria-labelledby": "m-layani"}, ui.Motif("m-call"),
		ui.Div("bar between wrap small", ui.H2("m-layani", "loket-now soft", title), clock),
		number, who, s.button(l, state, c), s.trouble(l, ""), s.foretold(l, state, c))
}

// standing is what the card says above its button.
func (s *CounterDesk) standing(l words.Lang, state *queue.State, c queue.Counter) (title string, number, who, clock ui.UI) {
	t, at := state.Ticket(c.Number)
	switch {
	case at:
		title = words.DeskServing.In(l)
		if t.Stage == queue.Called {
			title = words.CounterCalling.In(l)
			if t.Calls > 1 {
				title = words.CounterCalledTimes.In(l, strconv.Itoa(t.Calls))
			}
		}
		return title, deskBig(state.Prefix, t.Number), s.who(l, t), s.clock(l, state, t)
	case state.Head.Status == queue.Paused:
		return words.CounterIsPaused.In(l), ui.P("loket-say", state.Head.Reason), ui.P("call-who soft", words.CounterPausedY.In(l)), nil
	case c.Resting != "":
		return words.CounterResting.In(l), ui.P("loket-say", c.Resting), ui.P("call-who soft", words.CounterRestingY.In(l)), nil
	}
	say, why := deskIdle(deskMain(state, c, s.house.Clock()))
	if n := state.Count[queue.Waiting]; why == words.CounterReadyY && n > 0 {
		return words.CounterFreeNow.In(l), ui.P("loket-say", say.In(l)), ui.P("call-who soft", deskWaits(l, n)), nil
	}
	return words.CounterFreeNow.In(l), ui.P("loket-say", say.In(l)), ui.P("call-who soft", why.In(l)), nil
}

// deskIdle is what the card says while nobody is at the counter.
func deskIdle(next queue.Action) (say, why words.T) {
	switch next {
	case mainOver:
		return words.CounterIsClosed, words.CounterOverY
	case queue.Sit:
		return words.CounterNotSeated, words.CounterNotSeatedY
	case queue.OpenDay:
		return words.CounterIsScheduled, words.CounterScheduledY
	case mainAbsent:
		return words.CounterNobodyHere, words.CounterNobodyHereY
	case mainNobody:
		return words.CounterNobody, words.CounterNobodyY
	}
	return words.CounterReady, words.CounterReadyY
}

// deskBig is the number at the counter, as large as the card allows.
func deskBig(prefix string, n int) ui.UI {
	label := queue.Label(prefix, n)
	return ui.With("p", "call-no num"+labelLong(label), ui.Attrs{"aria-label": label}, labelFigure(label)...)
}

func (s *CounterDesk) who(l words.Lang, t queue.Ticket) ui.UI {
	v, ok := s.people[t.Number]
	if !ok {
		return ui.P("call-who soft", words.CounterNoName.In(l))
	}
	var more ui.UI
	if t.Lane == queue.Priority {
		more = ui.Tag("brand", "", words.CounterPriority.In(l))
	}
	return ui.Para("call-who bar wrap", ui.Label("", deskName(l, v)), more)
}

// clock is how long it has been, beside how long it usually takes.
func (s *CounterDesk) clock(l words.Lang, state *queue.State, t queue.Ticket) ui.UI {
	text := ""
	if n := deskUsual(state); n > 0 && t.Stage == queue.Serving {
		text = " " + words.CounterOfUsual.In(l, strconv.Itoa(n))
	}
	class := "bar soft"
	if n := deskUsual(state); n > 0 && t.Stage == queue.Serving && s.since(t) > time.Duration(2*n)*time.Minute {
		class = "bar loket-late"
	}
	return ui.Span(class, ui.IconS("jam"), ui.Span("num", ui.With("span", "", ui.Attrs{"id": "lama"}, ui.Text(s.elapsed())), ui.Text(text)))
}

func (s *CounterDesk) since(t queue.Ticket) time.Duration {
	return s.now().Sub(time.UnixMilli(t.Since))
}

// elapsed is how long the person has been at the counter, or is called.
func (s *CounterDesk) elapsed() string {
	state, c := s.state()
	if state == nil {
		return ""
	}
	t, ok := state.Ticket(c.Number)
	if !ok {
		return ""
	}
	return deskLasted(s.since(t))
}

// button is the one yellow thing of the screen.
func (s *CounterDesk) button(l words.Lang, state *queue.State, c queue.Counter) ui.UI {
	next := deskMain(state, c, s.house.Clock())
	label := ""
	switch next {
	case mainOver, mainAbsent, mainNobody:
		return nil
	case queue.Sit:
		label = words.CounterSitHere.In(l, c.Name)
	case queue.OpenDay:
		label = words.CounterOpen.In(l)
	case queue.Resume:
		label = words.CounterResume.In(l)
	case queue.Work:
		label = words.CounterWork.In(l)
	case queue.Finish:
		label = words.CounterFinishOf.In(l, state.Label(c.Number))
	case queue.CallNext:
		t, _ := state.Next(s.house.Clock())
		label = words.DeskCallNext.In(l, state.Label(t.Number))
		if v := s.people[t.Number]; v.Name != "" {
			label += ", " + v.Name
		}
	}
	busy := s.doing == string(next)
	return ui.Press("btn btn-turn btn-l btn-full btn-more", string(next), ui.Attrs{"id": bigButton, "aria-keyshortcuts": "Space", "aria-busy": deskBusy(busy)}, s.main,
		ui.Label("loket-label", label), ui.Kbd(words.DeskSpace.In(l)))
}

// foretold says what else the big button does: who is at the counter ends.
func (s *CounterDesk) foretold(l words.Lang, state *queue.State, c queue.Counter) ui.UI {
	if !c.Busy() || deskMain(state, c, s.house.Clock()) != queue.CallNext {
		return nil
	}
	return ui.P("mini soft center", words.CounterEnds.In(l, state.Label(c.Number)))
}

// acts are what can be done with whoever is at the counter, each with its
// key. They never change their places: hands remember them.
func (s *CounterDesk) acts(l words.Lang, state *queue.State, c queue.Counter) ui.UI {
	t, _ := state.Ticket(c.Number)
	act := func(a queue.Action, icon, label, key string) ui.UI {
		do := s.acting(a, t.Number)
		if a == queue.Move {
			do = s.choosing(t.Number)
		}
		return ui.Press("act", string(a)+strconv.Itoa(t.Number), ui.Attrs{"disabled": ui.Flag(!deskCan(a, t.Stage)), "aria-keyshortcuts": key, "aria-busy": deskBusy(s.doing == string(a))}, do,
			ui.Span("act-top", ui.Icon(icon), ui.Kbd(key)), ui.Label("", label))
	}
	return ui.With("div", "acts loket-acts", ui.Attrs{"role": "group", "aria-label": words.CounterActs.In(l)},
		act(queue.Recall, "panggil", words.DeskRecall.In(l), "U"), act(queue.Begin, "tanda", words.CounterBegin.In(l), "M"), act(queue.Finish, "centang", words.DeskFinish.In(l), "S"),
		act(queue.Skip, "lewati", words.DeskSkip.In(l), "L"), act(queue.NotPresent, "tutup", words.CounterAbsent.In(l), "T"), act(queue.Move, "alih", words.DeskMove.In(l), "A"))
}

// visitor is what the officer should know of whoever is at the counter.
func (s *CounterDesk) visitor(l words.Lang, d queue.Desk, state *queue.State, c queue.Counter) ui.UI {
	t, ok := state.Ticket(c.Number)
	if !ok {
		return nil
	}
	v := s.people[t.Number]
	var payer ui.UI
	if d.Line.Payer && v.Payer == queue.JKN {
		payer = ui.Tag("good", "sehat", words.CounterJKN.In(l))
	} else if d.Line.Payer {
		payer = ui.Tag("", "", words.CounterOther.In(l))
	}
	taken := time.UnixMilli(t.Taken).In(s.now().Location())
	facts := [][2]ui.UI{
		{ui.Text(words.CounterTook.In(l)), ui.Label("num", words.CounterTookAt.In(l, words.Clock(taken), deskBy(l, v.By)))},
	}
	if at, ok := queue.Booked(t.Slot); ok {
		facts = append(facts, [2]ui.UI{ui.Text(words.CounterBooked.In(l)), ui.Label("num", at.String())})
	}
	if v.Ground != "" {
		facts = append(facts, [2]ui.UI{ui.Text(words.CounterPriority.In(l)), ui.Label("", deskGround(l, v.Ground))})
	}
	for _, step := range v.Visit {
		if step.Status != queue.StepNow {
			facts = append(facts, [2]ui.UI{ui.Text(step.Name), ui.Span("bar num", deskStep(l, step), ui.Text(step.Label))})
		}
	}
	return ui.With("section", "pane", ui.Attrs{"aria-labelledby": "m-ini"},
		ui.Div("pane-head", ui.H2("m-ini", "grow", words.CounterVisitor.In(l)), payer),
		ui.Div("pane-body stack stack-4", ui.Facts(facts...),
			ui.Button{Label: words.CounterPutBack.In(l), Icon: "kembali", Look: ui.Quiet, Class: "btn-s loket-left", Busy: s.doing == string(queue.Return),
				Scope: "kembalikan" + strconv.Itoa(t.Number), Do: s.returning(t.Number, 0, "")}.UI()))
}

func deskStep(l words.Lang, step queue.Step) ui.UI {
	if step.Status == queue.StepDone {
		return ui.Tag("good", "centang", words.CounterStepDone.In(l))
	}
	if held, ok := heldWords[step.Held]; ok {
		return ui.Tag("wait", "", held.In(l))
	}
	return ui.Tag("", "", words.CounterStepNext.In(l))
}

func deskBy(l words.Lang, by string) string {
	switch by {
	case "desk":
		return words.CounterByDesk.In(l)
	case "kiosk":
		return words.CounterByKiosk.In(l)
	case "bpjs":
		return words.CounterByBPJS.In(l)
	case "move":
		return words.CounterByMove.In(l)
	}
	return words.CounterByPhone.In(l)
}

func deskGround(l words.Lang, ground string) string {
	switch ground {
	case "disabled":
		return words.CounterDisabled.In(l)
	case "pregnant":
		return words.CounterPregnant.In(l)
	case "infant":
		return words.CounterBaby.In(l)
	}
	return words.CounterElderly.In(l)
}
