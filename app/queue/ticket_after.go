package queue

import (
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// move is the one thing only the holder can do now: coming back into the
// line, going on to the next number, or taking another once this one is over.
func (s *Ticket) move(t ticketNow, v queue.TicketView) ui.UI {
	back := func(label words.T) ui.UI {
		return ui.Button{Label: label.In(t.lang), Icon: "beranda", Look: ui.Turn, Class: "btn-l btn-full", Busy: s.doing == "back", Do: s.back}.UI()
	}
	elsewhere := func(label words.T) ui.UI {
		return ui.ButtonLink(s.At.To("/antrean/di/"+t.pass.Place.ID), label.In(t.lang), "kalender", ui.Solid, "btn-full")
	}
	if v.Onward != nil {
		return onward(t.lang, s.At.To("/antrean/"+v.Onward.ID))
	}
	if _, ok := t.holding(); ok {
		return nil // a number of another queue is not what they need
	}
	switch t.stage {
	case queue.Away:
		return back(words.TicketBack)
	case queue.Skipped:
		if t.calls < queue.MostReturns {
			return back(words.TicketBackLate)
		}
	case queue.Moved:
		return ui.ButtonLink(s.At.To("/antrean"), words.TicketSeeMine.In(t.lang), "tiket", ui.Solid, "btn-full")
	case queue.Cancelled, queue.Unserved:
		if v.Instead != nil {
			return s.instead(t, *v.Instead)
		}
		return elsewhere(words.TakeOtherDay)
	case queue.Absent, queue.Done:
		return elsewhere(words.QueueOther)
	}
	return nil
}

// onward leads to the number that another went on with.
func onward(lang words.Lang, href string) ui.UI {
	return ui.ButtonLink(href, words.TicketSeeNew.In(lang), "tiket", ui.Turn, "btn-l btn-full")
}

// instead offers the next day of a queue that did not serve the holder, with
// all that they had chosen.
func (s *Ticket) instead(t ticketNow, l queue.Line) ui.UI {
	p, today := t.pass, calendar.DateOf(t.now)
	place := "/antrean/di/" + p.Place.ID
	waiting := words.QueueNobody.In(t.lang)
	if l.Waiting > 0 {
		waiting = words.QueueWaiting.In(t.lang, words.Count(t.lang, l.Waiting))
	}
	return ui.Section("pengganti", words.TicketInsteadAt.In(t.lang), nil, ui.Div("card stack instead",
		ui.Div("bar", ui.Span("spot", ui.Icon("kalender")), ui.Span("grow",
			ui.Label("row-title", dayWords(t.lang, l.Date, today)+" "+words.TakeOpensAt.In(t.lang, l.Opens.String())),
			ui.Label("row-sub", deskJoin(l.Name, l.Who)), ui.Label("row-sub", waiting))),
		ui.ButtonLink(s.At.To(place, "hari", string(l.Date), "antrean", l.Day, "jalur", string(p.Lane), "alasan", p.Ground, "bayar", string(p.Payer), "untuk", p.Member),
			words.TicketInstead.In(t.lang), "tiket", ui.Turn, "btn-l btn-full"),
		ui.ButtonLink(s.At.To(place), words.TicketInsteadNo.In(t.lang), "", ui.Quiet, "btn-full")))
}
