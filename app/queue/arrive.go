package queue

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// arrival is for somebody who scanned the sign of a place: the code it shows
// is in the address, and one press checks a number in.
type arrival struct {
	doing string // id of the ticket on its way
	fault *fault.Fault
}

// arrive offers to check in the numbers of today; nil without a code.
func (s *Mine) arrive(at link.At) ui.UI {
	code := at.Get("hadir")
	if code == "" {
		return nil
	}
	if !s.house.Viewer.May(access.Citizen) {
		return ui.Banner("plain", "pin", words.TicketArrive.In(at.Lang), words.ArriveSignIn.In(at.Lang),
			ui.ButtonLink(at.To("/masuk", "ke", at.String()), words.SignIn.In(at.Lang), "", ui.Solid, ""))
	}
	if !s.numbers.known {
		return nil
	}
	today := calendar.DateOf(s.house.Clock())
	var buttons []ui.UI
	for _, v := range s.numbers.list.Live {
		if p := v.Pass; p.Date == today && !p.Present {
			buttons = append(buttons, ui.Button{Label: words.ArriveSend.In(at.Lang, p.Label), Icon: "centang", Class: "btn-full", Busy: s.arrival.doing == p.ID,
				Do: func(goapp.Context, goapp.Event) { s.checkIn(p.ID, code) }, Scope: p.ID}.UI())
		}
	}
	if len(buttons) == 0 {
		return ui.Banner("plain", "info", "", words.ArriveNone.In(at.Lang))
	}
	wrong := ""
	if f := s.arrival.fault; f != nil {
		wrong = words.Fault(at.Lang, f.Key, "")
		if field, ok := f.Field("code"); ok {
			wrong = words.Fault(at.Lang, field.Key, field.Bound)
		}
	}
	return ui.Div("card stack", ui.H2("datang", "", words.TicketArrive.In(at.Lang)), ui.Div("stack", buttons...), ui.FieldError("hadir", wrong))
}

func (s *Mine) checkIn(ticket, code string) {
	if s.arrival.doing != "" {
		return
	}
	s.arrival = arrival{doing: ticket}
	flow.Ask(s.here, func(ctx context.Context) (queue.TicketView, error) {
		return s.house.Queue.CheckIn(ctx, queue.CheckIn{ID: ticket, Code: code})
	}, func(ctx goapp.Context, _ queue.TicketView, err error) {
		s.arrival = arrival{}
		if err != nil {
			s.arrival.fault = fault.From(err)
			return
		}
		frame.Toast(ctx, words.TicketPresent.In(s.At.Lang))
		s.numbers.Ask(ctx, s.house)
	})
}
