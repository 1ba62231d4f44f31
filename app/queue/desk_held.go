package queue

import (
	"rumah/app/ui"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// deskHeld is who was just finished and got no number where they go on to;
// nil when everybody did.
func deskHeld(people []queue.Visitor) *queue.Visitor {
	for i, v := range people {
		if _, ok := deskHeldStep(v); ok && v.Stage == queue.Done {
			return &people[i]
		}
	}
	return nil
}

func deskHeldStep(v queue.Visitor) (step queue.Step, ok bool) {
	for _, s := range v.Visit {
		if _, held := heldWords[s.Held]; held {
			return s, true
		}
	}
	return step, false
}

// heldUp tells the officer whom to speak to before they walk away. It stays
// until something else is done.
func (s *CounterDesk) heldUp(l words.Lang, state *queue.State) ui.UI {
	if s.held == nil {
		return nil
	}
	step, _ := deskHeldStep(*s.held)
	title, why := words.CounterHeldFull, words.CounterHeldFullY
	if step.Held == queue.HeldClosed {
		title, why = words.CounterHeldClosed, words.CounterHeldClosedY
	}
	return ui.Banner("warn", "awas", title.In(l, state.Label(s.held.Number), step.Name), why.In(l))
}
