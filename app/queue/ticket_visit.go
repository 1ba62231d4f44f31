package queue

import (
	"slices"
	"time"

	"rumah/app/ui"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// visit is the whole way through the house, when there is more than a step.
func (t ticketNow) visit() ui.UI {
	if len(t.steps) < 2 {
		return nil
	}
	drawn := make([]ui.Step, len(t.steps))
	for i, s := range t.steps {
		state, spoken, at := "later", words.TicketStepNext, time.Time{}
		switch s.Status {
		case queue.StepDone:
			state, spoken, at = "done", words.TicketStepDone, s.Ended
		case queue.StepNow:
			state, spoken, at = "now", words.TicketStepNow, s.Waited
		}
		clock, sub := "", s.Label
		if !at.IsZero() {
			clock = t.clock(at)
		}
		if s.Counter != "" {
			if sub != "" {
				sub += ", "
			}
			sub += s.Counter
		}
		if held, ok := heldWords[s.Held]; ok {
			state, sub = "pause", held.In(t.lang)
		}
		drawn[i] = ui.Step{State: state, Title: s.Name, Sub: sub, Time: clock, Spoken: spoken.In(t.lang)}
	}
	return ui.Section("kunjungan", words.TicketVisit.In(t.lang), nil, ui.Div("card", ui.River(drawn...)))
}

// heldWords are what keeps a stage from giving a number, in short.
var heldWords = map[queue.Held]words.T{queue.HeldFull: words.StepFull, queue.HeldClosed: words.StepClosed}

// holding is the stage after one that is done that gives no number yet; ok is
// false where there is none.
func (t ticketNow) holding() (step queue.Step, ok bool) {
	if t.stage != queue.Done {
		return step, false
	}
	i := slices.IndexFunc(t.steps, func(s queue.Step) bool { return s.Held != "" })
	if i < 0 {
		return step, false
	}
	return t.steps[i], true
}

// held reports whether a number for the next stage is still to come.
func (t ticketNow) held() bool {
	_, ok := t.holding()
	return ok
}

// stuck reports whether somebody must do something to go on.
func (t ticketNow) stuck() bool {
	step, _ := t.holding()
	return step.Held == queue.HeldFull || step.Held == queue.HeldClosed
}

// saysHeld is what somebody does who has no number yet for what comes next.
func (t ticketNow) saysHeld(step queue.Step) (what, next string) {
	in := func(w words.T, fill ...string) string { return w.In(t.lang, fill...) }
	switch step.Held {
	case queue.HeldFull:
		return in(words.TicketHeldFull, step.Name), in(words.TicketHeldFullFix, step.Name)
	case queue.HeldClosed:
		if step.Reason != "" {
			return in(words.TicketHeldStopped, step.Name, step.Reason), in(words.TicketHeldClosedFix)
		}
		return in(words.TicketHeldClosed, step.Name), in(words.TicketHeldClosedFix)
	}
	return in(words.TicketHeldSoon, step.Name), in(words.TicketHeldSoonFix)
}
